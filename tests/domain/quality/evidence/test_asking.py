"""The questions that evidence brings to a letter: each asked and each quiet, and quick enough to type beside."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.domain.quality import open_letters as draft
from tests.domain.quality.evidence.logs import KNOWN, LANGUAGE, WORDS, log, seen
from tests.domain.quality.open_letters import ROWS, TODAY, WHOLE
from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.domain.quality.engine import Words, ask, at_most
from tvaerfaglig.domain.quality.evidence.asking import unused
from tvaerfaglig.domain.quality.evidence.balance import balance
from tvaerfaglig.domain.quality.finding import parse_questions
from tvaerfaglig.paths import resources

QUESTIONS = parse_questions((resources() / "questions.toml").read_text(encoding="utf-8"))
LATE = [seen(date(2026, 10, n)) for n in (6, 8, 13, 20)]


def found(letter, rule):
    words = Words(LANGUAGE, KNOWN, WORDS)
    return [one for one in ask(letter, QUESTIONS, words=words) if one.rule == rule]


def with_log(*observations, letter=WHOLE):
    return replace(letter, log=log(*observations))


def test_often_is_asked_about_with_its_number_and_nothing_else():
    """The count takes the place of »Hvor mange gange?«, and says which days it counted."""
    letter = with_log(*LATE, letter=draft.text(over_tid="Vigga bliver ofte hentet sent."))
    (one,) = found(letter, "kan_taelles")
    assert one.quote == "ofte"
    assert one.replacement == "4 af 28 hverdage 6.10.–12.11."
    assert "4 af 28 hverdage" in one.question
    assert "6/10, 8/10, 13/10 og 20/10" in one.why
    assert one.criterion == 14
    assert not [each for each in found(letter, "hyppighed") if each.start is not None]


TOLD = replace(ROWS[2], source="fortalt", told_by="mor")


@pytest.mark.parametrize(
    ("rule", "text", "wanted"),
    [
        (one.rule, text, wanted)
        for one in WORDS.questions
        for texts, wanted in ((one.asked, True), (one.quiet, False))
        for text in texts
    ],
)
def test_the_examples_of_the_file_hold(rule, text, wanted):
    """What stands under »spoerges« is asked about, and what stands under »stille« is not."""
    section = "over_tid" if rule == "kan_taelles" else "vurdering"
    others = "" if rule == "kan_taelles" else "Hun spiser lidt [2]. Far kommer ikke. "
    letter = with_log(*LATE, letter=draft.text(**{section: f"{others}{text}"}))
    letter = replace(letter, rows=(*ROWS[:2], TOLD, ROWS[3]))
    at = len(others)
    asked = [one for one in found(letter, rule) if one.section == section and one.start >= at]
    assert bool(asked) is wanted


def test_the_count_is_asked_before_a_question_to_the_whole_paragraph():
    """Free text without a day is asked about by the paragraph; what can be answered with one key comes first."""
    free = draft.text(observationer="Vigga bliver ofte hentet sent.")
    assert found(with_log(letter=free), "fri_tekst_uden_dag")
    letter = with_log(*LATE, letter=free)
    assert found(letter, "kan_taelles")
    assert not found(letter, "fri_tekst_uden_dag")


def test_the_number_in_its_place_answers_the_question():
    """What was inserted is not asked about again."""
    letter = with_log(*LATE, letter=draft.text(over_tid="Vigga bliver ofte hentet sent."))
    (one,) = found(letter, "kan_taelles")
    text = letter.text("over_tid").replace("ofte", one.replacement)
    after = replace(letter, sections={**letter.sections, "over_tid": text})
    assert not found(after, "kan_taelles")
    assert not [each for each in found(after, "hyppighed") if each.start is not None]


def test_a_claim_without_a_number_is_asked_about_where_others_have_one():
    """With no number at all the whole section is asked, once."""
    claim = " Vigga trækker sig fra de andre børn."
    (one,) = found(draft.text(vurdering=WHOLE.text("vurdering") + claim), "saetning_uden_belaeg")
    assert one.quote == "Vigga trækker sig fra de andre"
    assert one.section == "vurdering"
    assert not found(draft.text(vurdering=claim), "saetning_uden_belaeg")
    assert not found(WHOLE, "saetning_uden_belaeg")


def test_a_judgement_on_what_was_told_alone_is_asked_about():
    """Beside a row that somebody saw it is quiet."""
    told = replace(ROWS[2], source="fortalt", told_by="mor")
    letter = replace(WHOLE, rows=(*ROWS[:2], told, ROWS[3]))
    assert [one.quote for one in found(letter, "kun_fortalt")] == ["Vi vurderer, at Vigga har brug"]
    beside = WHOLE.text("vurdering").replace("[3]", "[2, 3]")
    sections = {**letter.sections, "vurdering": beside}
    assert not found(replace(letter, sections=sections), "kun_fortalt")
    assert not found(WHOLE, "kun_fortalt")


def test_a_resource_in_the_log_is_offered_where_the_letter_has_none():
    """One among the rows is enough; what lies before the letter's time is not meant."""
    rows = tuple(row for row in ROWS if row.sign is not Sign.RESSOURCE)
    bare = replace(WHOLE, rows=rows)
    glad = seen(date(2026, 10, 8), "Vigga sang.", ("glaede",), Sign.RESSOURCE)
    (one,) = found(with_log(glad, letter=bare), "ressourcer_ubrugt")
    assert one.question.startswith("Én observation")
    assert "8. oktober" in one.why
    assert not found(with_log(glad), "ressourcer_ubrugt")
    old = seen(date(2026, 7, 8), "Vigga sang.", ("glaede",), Sign.RESSOURCE)
    assert not found(with_log(old, letter=bare), "ressourcer_ubrugt")


def test_what_was_left_out_is_asked_about_until_somebody_says_why():
    """Three are asked about, two are a choice, and a line about it settles the matter."""
    assert found(with_log(*LATE[:3]), "observationer_ubrugt")
    assert not found(with_log(*LATE[:2]), "observationer_ubrugt")
    said = replace(with_log(*LATE), left_out=("Fire hentninger, fordi bussen holdt stille.",))
    assert not found(said, "observationer_ubrugt")


def test_unused_comes_with_resources_first_and_then_the_newest():
    """Chosen ones are not among them."""
    glad = seen(date(2026, 10, 7), sign=Sign.RESSOURCE, key="glad")
    chosen = seen(date(2026, 10, 9), key=ROWS[0].observation)
    left = unused(with_log(*LATE, glad, chosen))
    assert [one.day.day for one in left] == [7, 20, 13, 8, 6]


def test_the_annex_with_the_observations_is_an_annex_too():
    """»Se bilag 2« means it where one is listed before it; left out, nobody knows what is meant."""
    letter = draft.text(indsats="Se bilag 2.")
    assert not found(letter, "bilag_liste")
    bare = replace(letter, head=replace(letter.head, evidence_annex=False))
    assert found(bare, "bilag_liste")


def test_the_balance_is_said_in_words():
    """No score: how many of each, the two always side by side."""
    marked = [(Sign.BEKYMRING, True), (Sign.BEKYMRING, True), (Sign.RESSOURCE, False)]
    made = balance([*marked, (Sign.NEUTRAL, False)])
    assert made.used.words == "2 bekymringer og ingen ressourcer"
    assert made.unused.words == "ingen bekymringer, 1 ressource og 1 neutral"
    assert balance([]).used.words == "ingen"


def test_at_most_three_still_holds_with_evidence():
    """They stand in the ranking with the others."""
    claims = "Vigga trækker sig fra de andre børn. " * 6 + "Hun sover [2]."
    letter = with_log(*LATE, letter=draft.text(vurdering=claims))
    few = at_most(ask(letter, QUESTIONS, words=Words(LANGUAGE, KNOWN, WORDS)))
    assert sum(one.section == "vurdering" for one in few) <= 3


def test_three_pages_and_a_hundred_observations_are_read_at_once():
    """All rules together in 50 ms on an idle machine; here with room for a busy one."""
    page = (
        "Vigga bliver ofte hentet sent, og hun er tit træt om formiddagen [1]. Far kommer ikke til de "
        "aftalte samtaler. Hun leger sjældent med de andre, og hun græder flere gange ved aflevering. "
    )
    texts = dict.fromkeys(("resume", "over_tid", "vurdering"), page * 8)
    many = [seen(TODAY - timedelta(days=n), key=f"o{n}") for n in range(100)]
    letter = with_log(*many, letter=draft.text(**texts))
    words = Words(LANGUAGE, KNOWN, WORDS)
    ask(letter, QUESTIONS, words=words)
    times = []
    for _ in range(5):
        begun = time.process_time()
        ask(letter, QUESTIONS, words=words)
        times.append(time.process_time() - begun)
    assert min(times) < 0.15, times
