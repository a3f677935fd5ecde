"""A visit that somebody puts on a day when nobody is there: asked about once, in the flow, and then done."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QTest

from tvaerfaglig.domain.visiting.visit import Visit
from tvaerfaglig.store import queries

CHRISTMAS = date(2026, 12, 25)


def _visit(desk, one):
    return desk.do(lambda session: queries.one(session.vault, Visit, one)).record


def _question(form):
    return form.fields.field("day")._asked.text()


def test_a_visit_is_moved_to_a_holiday_with_a_word_of_it(desk_of, here):
    """It is asked as soon as the day is left, and one press then moves it."""
    karen = desk_of("karen")
    place = karen.place(f"besoeg:flyt:{here.visit}")
    form = place.section("besoeg").form
    day = form.fields.editor("day")
    day.setFocus()
    QTest.keyClicks(day, "25.12.2026")
    form.fields.editor("because").setFocus()
    karen.settle()
    assert _question(form) == "Den dag er juledag, vil du alligevel?"
    day.setFocus()
    form.fields.editor("because").setFocus()
    assert _question(form) == "Den dag er juledag, vil du alligevel?"
    form.save()
    karen.settle()
    assert _visit(karen, here.visit).day == CHRISTMAS


@pytest.mark.parametrize("words", ["18.11.2026", "lørdag"])
def test_a_press_before_the_question_is_held_back_only_where_there_is_one(desk_of, here, words):
    """An open day goes straight through; a Saturday waits for a second press."""
    karen = desk_of("karen")
    form = karen.place(f"besoeg:flyt:{here.visit}").section("besoeg").form
    form.fields.editor("day").setText(words)
    form.save()
    karen.settle()
    moved = _visit(karen, here.visit).day
    assert moved == (date(2026, 11, 18) if words[0] == "1" else date(2026, 11, 12))
    if words == "lørdag":
        assert _question(form) == "Den dag er en lørdag, vil du alligevel?"
        form.save()
        karen.settle()
        assert _visit(karen, here.visit).day == date(2026, 11, 14)
