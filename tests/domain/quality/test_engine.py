"""Ranking, laying away, and the wording as data."""

from __future__ import annotations

import re
import time
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.quality import open_letters as draft
from tests.domain.quality.open_letters import CHILD, HEAD, TODAY, WHOLE
from tvaerfaglig.domain.quality.engine import ask, at_most, by_section
from tvaerfaglig.domain.quality.finding import Questions, Tier, parse_questions
from tvaerfaglig.domain.quality.letter import Letter
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.domain.underretning import Underretning
from tvaerfaglig.paths import resources

SHIPPED = (resources() / "questions.toml").read_text(encoding="utf-8")
QUESTIONS = parse_questions(SHIPPED)
EMPTY = Letter(child=CHILD, head=Underretning(child="vigga", begun=TODAY), today=TODAY)
TEXT = st.text(max_size=80)


def test_the_first_question_is_how_urgent_it_is():
    """An empty letter begins where a caseworker begins."""
    assert [each.rule for each in ask(EMPTY, QUESTIONS)[:2]] == ["hast", "overgreb"]


def test_what_bears_most_comes_first():
    """Tiers in order; within one first one of each rule in a section, in the order of the file."""
    found = ask(EMPTY, QUESTIONS)
    seen: Counter[tuple[str, str]] = Counter()
    keys = []
    for each in found:
        keys.append((each.tier, seen[each.section, each.rule], QUESTIONS.rank(each.rule)))
        seen[each.section, each.rule] += 1
    assert keys == sorted(keys)
    assert max(nth for _, nth, _ in keys) > 0


def test_at_most_three_in_a_section_and_the_weightiest():
    """The rest waits until these are answered; the outline still counts them all."""
    found = ask(EMPTY, QUESTIONS)
    few = at_most(found)
    assert max(by_section(few).values()) == 3
    assert max(by_section(found).values()) > 3
    assert [each for each in found if each.section == "afsender"][:3] == [
        each for each in few if each.section == "afsender"
    ]


def test_a_question_laid_away_stays_away_and_only_that_one():
    """Per place: mor's is quiet, far's is still asked."""
    letter = replace(draft.text(foraeldre=""), head=replace(HEAD, informed=()))
    mor, far = (each for each in ask(letter, QUESTIONS) if each.rule == "foraelder_syn")
    left = ask(letter, QUESTIONS, frozenset({mor.place}))
    assert far in left
    assert mor not in left


def test_a_place_holds_while_one_writes_elsewhere():
    """Text before the words, and another row above, do not bring the question back."""
    first = draft.text(indsats="Se bilag 3.")
    later = draft.text(indsats="Vi begyndte i august. Se bilag 3.")
    places = {each.place for each in ask(first, QUESTIONS)}
    assert places
    assert ask(later, QUESTIONS, places) == ()


def test_an_action_keeps_its_place_when_another_is_put_before_it():
    """The place is the words, not the number."""
    old = draft.head(actions=(replace(HEAD.actions[0], effect=""),))
    new = draft.head(actions=(HEAD.actions[0], replace(HEAD.actions[0], effect="")))
    assert {e.place for e in ask(old, QUESTIONS)} == {e.place for e in ask(new, QUESTIONS)}


def test_quiet_questions_are_off_until_a_house_turns_them_on():
    """The low tier is for those who want it."""
    quiet = parse_questions(SHIPPED.replace('lag = "foerst"', 'lag = "stille"'))
    assert all(each.tier is not Tier.QUIET for each in ask(EMPTY, quiet))
    assert any(each.tier is Tier.QUIET for each in ask(EMPTY, quiet, quiet_too=True))


def test_a_municipality_can_change_the_words_or_let_a_question_rest():
    """Wording is data; a question that is gone is simply not asked."""
    own = SHIPPED.replace("Hvor meget haster det for {barn}?", "Haster det for {barn}?")
    assert ask(EMPTY, parse_questions(own))[0].question == "Haster det for Vigga?"
    resting = SHIPPED.replace('id = "hast"\n', 'id = "hast"\ntil = false\n')
    assert "hast" not in {each.rule for each in ask(EMPTY, parse_questions(resting))}
    assert ask(EMPTY, Questions(())) == ()


def test_every_question_is_one_and_says_why():
    """A question mark, a reason, a source; no grade and no demand."""
    for each in QUESTIONS.all:
        assert "?" in each.question
        assert len(each.why) > 15
        assert each.source
        assert not re.search(r"\b(skal du|mangler|forkert|utilstrækkelig)\b", each.question)


def test_all_that_is_asked_is_filled_in():
    """No brace reaches the screen, whatever people have written."""
    odd = draft.head(actions=(replace(HEAD.actions[0], what="{barn} {hvad}", effect=""),))
    found = ask(odd, QUESTIONS)
    assert found[0].question.startswith("»{barn} {hvad}«") or "{" not in found[0].question
    for each in ask(EMPTY, QUESTIONS):
        assert "{" not in each.question + each.why


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("haster det for {barn}?", "haster det for {navn}?", "{navn} kan ikke sættes ind"),
        ("haster det for {barn}?", "haster det.", "skal være et spørgsmål"),
        ('lag = "foerst"', 'lag = "altid"', "Vælg mellem foerst, gerne, stille"),
        ('id = "overgreb"', 'id = "hast"', "»hast« står der to gange"),
    ],
)
def test_a_slip_in_the_wording_is_explained(old: str, new: str, words: str):
    """To whoever edits the file."""
    assert old in SHIPPED
    with pytest.raises(ResourceError, match=re.escape(words)):
        parse_questions(SHIPPED.replace(old, new, 1))


@given(sections=st.dictionaries(st.sampled_from(sorted(WHOLE.sections)), TEXT), text=TEXT)
def test_whatever_is_written_the_help_answers_with_questions(sections: dict[str, str], text: str):
    """It never fails, its spans lie inside, and a place is laid away for good."""
    rows = (replace(WHOLE.rows[0], text=text), *WHOLE.rows[1:])
    letter = replace(WHOLE, sections={**sections, "observationer": text}, rows=rows)
    found = ask(letter, QUESTIONS)
    for each in found:
        if each.start is not None:
            words = text if each.item else letter.sections[each.section]
            assert words[each.start : each.end]
    assert ask(letter, QUESTIONS, {each.place for each in found}) == ()


def test_three_pages_are_checked_while_one_types():
    """Well under the fifty milliseconds that the design allows, on any machine of ours."""
    long = "Den 6. oktober kl. 16.50 gik hun baglæns ind i puderummet [2], se bilag 1. " * 40
    letter = replace(WHOLE, sections=dict.fromkeys(WHOLE.sections, long), rows=WHOLE.rows * 12)
    ask(letter, QUESTIONS)
    begun = time.perf_counter()
    for _ in range(5):
        ask(letter, QUESTIONS)
    assert (time.perf_counter() - begun) / 5 < 0.05
