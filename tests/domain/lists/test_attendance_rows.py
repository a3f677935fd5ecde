"""Attendance lists of the two common shapes, and the many ways of saying that a child was there."""

from __future__ import annotations

from datetime import date

import pytest

from tvaerfaglig.domain.attendance import AbsentDay, Attendance, days_there, merged
from tvaerfaglig.domain.lists.attendance_rows import Crosses, read_attendance, shape_of

TODAY = date(2026, 11, 12)


def read(*rows, crosses=None):
    numbered = [(n, row) for n, row in enumerate(rows, 1)]
    shape = shape_of(numbered, TODAY)
    return read_attendance(numbered, shape, crosses or shape.crosses, TODAY)


def days(row):
    return [(mark.day.isoformat(), mark.present, mark.reason) for mark in row.marks]


@pytest.mark.parametrize(
    "heads",
    [
        ("26.10.2026", "27-10-2026"),
        (date(2026, 10, 26), date(2026, 10, 27)),
        (46321, 46322),
        ("26.10.", "27.10."),
        ("man 26/10", "tir 27/10"),
        ("2026-10-26", "2026-10-27"),
    ],
)
def test_a_day_over_each_column(heads):
    """As text, as days, as serials, with and without year and weekday."""
    (row,) = read(("Navn", *heads), ("Alma Nowak", "x", "syg"))
    assert days(row) == [("2026-10-26", True, ""), ("2026-10-27", False, "syg")]


def test_only_the_number_of_the_day_in_a_month_that_the_title_names():
    """As lists for a wall are made."""
    (row,) = read(
        ("Solsikken, oktober 2026",), ("Navn", "1", "2", "ma 5"), ("Alma Nowak", "1", "0", "8.15")
    )
    assert days(row) == [
        ("2026-10-01", True, ""),
        ("2026-10-02", False, ""),
        ("2026-10-05", True, ""),
    ]


def test_a_row_for_each_child_and_day():
    """With a reason beside it."""
    rows = read(
        ("CPR", "Navn", "Dato", "Status", "Årsag"),
        ("031322-0000", "Alma Nowak", "26.10.2026", "Fravær", "Sygdom"),
        ("", "Bertil Kjær", "26.10.2026", "Mødt", ""),
        ("", "Bertil Kjær", "hej", "Mødt", ""),
    )
    assert days(rows[0]) == [("2026-10-26", False, "syg")]
    assert rows[0].cpr == "031322-0000"
    assert days(rows[1]) == [("2026-10-26", True, "")]
    assert rows[2].notes == ("Dagen »hej« kan ikke læses.",)


def test_a_list_of_absence_has_only_absent_days():
    """A cross means away there, and a row without status is one."""
    (row,) = read(("Fravær oktober 2026",), ("Navn", "1", "2"), ("Alma Nowak", "x", ""))
    assert days(row) == [("2026-10-01", False, "")]
    (row,) = read(("Navn", "Fraværsdato", "Fraværsårsag"), ("Alma Nowak", "26.10.2026", "ferie"))
    assert days(row) == [("2026-10-26", False, "ferie")]


def test_what_a_cross_means_can_be_said():
    """By whoever knows the list."""
    rows = (("Navn", "26.10.2026", "27.10.2026"), ("Alma Nowak", "x", ""))
    assert days(read(*rows)[0])[0][1]
    assert not days(read(*rows, crosses=Crosses.ABSENT)[0])[0][1]


def test_days_to_come_and_closed_days_say_nothing_and_strange_signs_are_said():
    """An empty cell is not known; a Saturday is no absence."""
    (row,) = read(
        ("Navn", "24.10.2026", "26.10.2026", "27.10.2026", "20.11.2026"),
        ("Alma Nowak", "-", "hvadbehager", "", "x"),
    )
    assert row.marks == ()
    assert row.notes == ("»hvadbehager« kan ikke læses som til stede eller væk.",)


@pytest.mark.parametrize(
    "rows",
    [(("Navn", "Stue"), ("Alma", "Sol")), (("Dato", "Status"), ("1.10.2026", "x")), (("Navn", "1", "2"), ("Alma", "x", "x"))],
)  # fmt: skip
def test_what_is_neither_shape_is_not_guessed_at(rows):
    """No day, no child, or no month."""
    assert shape_of(list(enumerate(rows, 1)), TODAY) is None


def test_a_newer_list_holds_for_its_own_days():
    """The others stay."""
    before = Attendance(
        child="a", month="2026-10", present=(1, 2), absent=(AbsentDay(day=5, reason="syg"),)
    )
    new = Attendance(child="a", month="2026-10", present=(5,), absent=(AbsentDay(day=2),))
    both = merged(before, new)
    assert (both.present, both.absent) == ((1, 5), (AbsentDay(day=2),))


def test_days_are_counted_within_a_period_and_said():
    """Only what is known."""
    month = Attendance(
        child="a",
        month="2026-10",
        present=(1, 2, 5),
        absent=(AbsentDay(day=6, reason="syg"), AbsentDay(day=7)),
    )
    assert month.words_of_days() == "3 fremmødedage og 2 fraværsdage (1 syg)"
    assert days_there([month], date(2026, 10, 2), date(2026, 10, 6)).words == "2 fremmødedage af 3"
    assert days_there([month], date(2026, 11, 1), date(2026, 11, 6)).words == ""
