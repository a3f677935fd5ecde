"""The language questions as a letter gets them."""

from __future__ import annotations

import itertools
import time
from dataclasses import replace

from tests.domain.quality import open_letters as draft
from tests.domain.quality.open_letters import WHOLE
from tvaerfaglig.domain.quality.engine import Words, ask, at_most
from tvaerfaglig.domain.quality.finding import parse_questions
from tvaerfaglig.domain.quality.language.known import Known, KnownPerson
from tvaerfaglig.paths import resources
from tvaerfaglig.services import library

QUESTIONS = parse_questions((resources() / "questions.toml").read_text(encoding="utf-8"))
WORDS = Words(
    library.language(),
    Known(
        name=WHOLE.child.name,
        people=(KnownPerson(name="Emil Friis", child=True), KnownPerson(name="Lis Holm")),
        today=WHOLE.today,
    ),
)


def asked(letter):
    return ask(letter, QUESTIONS, words=WORDS)


def test_a_thought_beside_the_rows_is_found_where_it_stands():
    """With its place in the text, so that it can be moved."""
    words = "Den 6. oktober gik hun baglæns. Vi mener, hun var bange."
    found = [one for one in asked(draft.text(observationer=words)) if one.start is not None]
    assert "Vi mener" in [words[one.start : one.end] for one in found if not one.item]


def test_a_row_is_read_as_what_was_seen_and_its_day_stands_beside_it():
    """The question leads to the row; »i går« in it is dated by its column."""
    letter = draft.row(text="I går virkede hun træt.")
    found = [one for one in asked(letter) if one.rule in {"usikker", "dag_uden_dato"}]
    assert [(one.rule, one.quote, one.section) for one in found] == [
        ("usikker", "virkede", "observationer")
    ]
    assert found[0].item in {row.observation for row in letter.rows}


def test_two_rules_about_the_same_words_ask_once():
    """»Konstant« is an absolute and nothing else; what meets is asked about by the weightier rule."""
    letter = draft.text(
        over_tid="Det observeres jævnligt, at hun konstant virker trist, og mor er ligeglad."
    )
    spans = [
        (one.start, one.end)
        for one in asked(letter)
        if one.section == "over_tid" and one.start is not None
    ]
    spans.sort()
    assert len(spans) > 2
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))


def test_the_parents_own_section_is_left_to_them_and_gone_under_the_guard():
    """Their words are not judged; under the guard nothing of theirs is asked about at all."""
    theirs = draft.text(foraeldre="Mor: Han er altid vred, og vi er ofte bange for ham.")
    assert not [
        one for one in asked(theirs) if one.section == "foraeldre" and one.start is not None
    ]


def test_a_word_laid_away_stays_away_while_the_text_grows():
    """Also when it has moved."""
    letter = draft.text(vurdering="Hun kommer ofte sent.")
    place = next(one.place for one in asked(letter) if one.rule == "hyppighed")
    longer = draft.text(vurdering="Det er vores vurdering. Hun kommer ofte sent.")
    left = ask(longer, QUESTIONS, frozenset({place}), words=WORDS)
    assert "hyppighed" not in {one.rule for one in left}


def test_never_more_than_three_at_a_time_in_a_section():
    """However poor the text."""
    poor = (
        "Han er altid aggressiv og ofte trist, og mor er ligeglad. Han virker urolig. Det ses tit. "
    )
    shown = at_most(asked(draft.text(over_tid=poor * 4)))
    assert len([one for one in shown if one.section == "over_tid"]) == 3


def test_three_pages_are_read_before_one_notices():
    """Under 50 ms on a quiet machine; four times that where others work too."""
    long = (
        "Han kom kl. 9.40 og satte sig ved vinduet, mens de andre spiste. Mor siger, at han ofte er træt. "
        * 60
    )
    letter = replace(draft.text(over_tid=long, vurdering=long), rows=())
    asked(letter)
    took = []
    for _ in range(5):
        begun = time.process_time()
        asked(letter)
        took.append(time.process_time() - begun)
    assert len(long.split()) * 2 > 2000
    assert min(took) < 0.2
