"""When a letter on the ladder may be expected: never on a day nobody works, never before the one it follows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig import paths
from tvaerfaglig.domain.deadline import is_hverdag
from tvaerfaglig.domain.follow_up import Reminder
from tvaerfaglig.domain.ladder import (
    FILE,
    answer_due,
    next_offer,
    offers,
    parse_ladder,
    unknown_law,
)
from tvaerfaglig.domain.law import parse_law
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.domain.underretning import Stage, Step

TEXT = (paths.resources() / FILE).read_text(encoding="utf-8")
LADDER = parse_ladder(TEXT)
DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))


def step(stage, day):
    return Step(underretning="u", child="c", stage=stage, day=day)


def reminder(rung, sent_on):
    return Reminder(
        underretning="u", child="c", rung=rung, title=rung, receiver="", day=sent_on, by="m",
        content="", content_sha256="", pdf="", pdf_sha256="", sent_on=sent_on,
    )  # fmt: skip


@given(DAYS, st.lists(st.integers(0, 30), min_size=3, max_size=3))
def test_each_day_is_a_day_of_work_and_comes_after_the_one_before(sent: date, waits: list[int]):
    """However long one waits with each letter, the next comes later, on a hverdag."""
    steps, made, before = (step(Stage.AFSENDT, sent),), [], sent
    for rung, waited in zip(LADDER.rungs, waits, strict=True):
        offer = next_offer(offers(LADDER, Stage.AFSENDT, steps, made))
        assert offer.rung == rung
        assert is_hverdag(offer.on)
        assert offer.on > before
        before = offer.on + timedelta(waited)
        made.append((rung.id, reminder(rung.id, before)))
    assert next_offer(offers(LADDER, Stage.AFSENDT, steps, made)) is None


@given(DAYS, DAYS)
def test_a_later_letter_is_never_reminded_of_earlier(one: date, other: date):
    """Deadlines keep the order of sending and of the receipt."""
    first, last = sorted((one, other))
    for stage in (Stage.AFSENDT, Stage.KVITTERET):
        days = [answer_due(LADDER, stage, (step(stage, day),)) for day in (first, last)]
        rungs = [offers(LADDER, stage, (step(stage, day),), ())[0].on for day in (first, last)]
        assert days == sorted(days)
        assert rungs == sorted(rungs)
        assert all(map(is_hverdag, (*days, *rungs)))


def test_a_letter_from_before_the_answer_does_not_count_any_more():
    """Receipted after the reminder: the ladder begins anew."""
    steps = (step(Stage.AFSENDT, date(2026, 11, 3)), step(Stage.KVITTERET, date(2026, 11, 16)))
    old = (("r", reminder("rykker", date(2026, 11, 12))),)
    found = offers(LADDER, Stage.KVITTERET, steps, old)
    assert found[0].sent_on is None
    assert found[0].on == date(2026, 12, 15)
    assert found[1].on is None


def test_nothing_is_offered_when_all_is_answered():
    """The letters can still be written; none has a day."""
    steps = (step(Stage.AFSENDT, date(2026, 11, 3)), step(Stage.ORIENTERET, date(2026, 11, 16)))
    assert next_offer(offers(LADDER, Stage.ORIENTERET, steps, ())) is None


def test_every_rule_named_in_the_letters_was_read_at_a_source():
    """What is only background knowledge may not be named in a letter."""
    law = parse_law((paths.resources() / "law.toml").read_text(encoding="utf-8"))
    assert unknown_law(LADDER, law) == ()
    doubtful = parse_ladder(TEXT.replace('"kvittering", "orientering"]', '"boern_ukendt"]'))
    assert unknown_law(doubtful, law) == ("boern_ukendt",)


@pytest.mark.parametrize(
    ("there", "instead", "asks"),
    [
        ("hverdage = 20", "hverdage = 0", "mellem 1 og 250"),
        ('id = "ledelsen"', 'id = "rykker"', "to gange"),
        ('modtager = "Ankestyrelsen"', "", "kræver også"),
        ("hvorfor_da", "hvorfor_daa", "mangler"),
    ],
)
def test_a_file_that_says_something_odd_is_asked_about(there, instead, asks):
    """In Danish, with where."""
    with pytest.raises(ResourceError, match=asks):
        parse_ladder(TEXT.replace(there, instead))


def test_the_file_gives_no_number_and_no_right_to_complain():
    """Neither is read at a source (law-and-forms § 6), so neither may be printed."""
    letters = "".join(
        text for rung in LADDER.rungs for text in (*rung.opening.values(), *rung.asks.values())
    )
    assert "§" not in letters
    assert "klage" not in letters.casefold()
