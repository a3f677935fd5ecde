"""Hvem har set on the child's page: found by person, kind and day, quick with thousands, and printed for the parents."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.acts import Read
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import access_log
from tvaerfaglig.services.access_log import Access
from tvaerfaglig.services.children import card, one_child, protecting
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.parents import log_paper
from tvaerfaglig.ui.children import OpenChild
from tvaerfaglig.ui.children.log_list import LogList


@pytest.fixture
def leader(desk_of, clock):
    mette = desk_of("mette")
    clock.set(datetime(2026, 11, 17, 9))
    mette.do(one_child.child_page, "alma")
    mette.do(card.reveal_cpr, "alma", "Til underretning")
    clock.set(datetime(2026, 11, 20, 8))
    return desk_of("hanne")


def log_of(leader):
    return leader.place(OpenChild("alma", tab="log")).view.log


def test_the_lines_stand_under_their_days(leader):
    """The newest first; what for stands beneath."""
    log = log_of(leader)
    assert log.list.days() == ("I dag", "tir 17. nov.", "tor 12. nov.")
    row = next(one for one in log.list.rows() if "CPR" in one.did)
    assert (row.clock, row.who, row.why) == ("9.00", "Mette Sørensen", "Til underretning")
    assert row.sentence() == "kl. 9.00, Mette Sørensen har set CPR-nummeret, Til underretning"


def test_person_kind_and_days_are_asked_for_by_keyboard(leader):
    """Tab from field to field; what is chosen is counted, and *Vis alt* shows everything again."""
    log = log_of(leader)
    log.who.setFocus()
    names = [log.who.itemText(n) for n in range(log.who.count())]
    assert names == ["Alle", "Hanne Bjerre", "Mette Sørensen"]
    QTest.keyClick(log.who, Qt.Key.Key_End)
    leader.settle()
    assert {one.who for one in log.list.rows()} == {"Mette Sørensen"}
    QTest.keyClick(log.who, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is log.act
    QTest.keyClick(log.who, Qt.Key.Key_Home)
    log.first.setFocus()
    QTest.keyClicks(log.first, "20.11.2026")
    QTest.keyClick(log.first, Qt.Key.Key_Return)
    leader.settle()
    assert log.list.days() == ("I dag",)
    assert " af " in log._count.text()
    log.all.click()
    assert len(log.list.days()) == 3


def test_nothing_that_fits_is_said(leader):
    """In words, and the fields stay."""
    log = log_of(leader)
    log.act.choose(access_log.Act.SLETTET.value)
    log.act.chosen_changed.emit("")
    leader.settle()
    assert not log.list.isVisible()
    assert log._none.isVisible()


def test_the_print_for_parents_is_previewed_with_its_period(leader):
    """With the parents as receivers; nothing is printed by itself."""
    log = log_of(leader)
    log.first.set_value(date(2026, 11, 17))
    log.to_parents.click()
    (request,) = leader.previews
    assert request.document == log_paper.DOCUMENT
    assert request.receiver == "Katarzyna Nowak"
    made = leader.do(request.make)
    assert "Periode: 17. november 2026" in made.sections[0][1]


def test_the_guard_closes_the_print_and_says_what_to_do(leader):
    """The button cannot be pressed; the advice stands above the lines."""
    leader.do(protecting.set_guard, "alma", Against.FORAELDER)
    log = log_of(leader)
    assert not log.to_parents.isEnabled()
    assert "spørg kommunen" in log._guard.words()


def test_ten_thousand_lines_are_shown_at_once(leader):
    """Asked for, filtered and laid out faster than one notices."""

    def fill(session):
        with session.write() as pen:
            for number in range(10_000):
                pen.put(Read(child="alma", what="barnets side"), f"laest:{number}")

    leader.do(fill)
    begun = perf_counter()
    lines = leader.do(access_log.of_child, "alma")
    asked = perf_counter() - begun
    assert len(lines) > 10_000
    shown = LogList()
    begun = perf_counter()
    shown.resize(900, 700)
    spread = [
        Access(
            datetime(2026, 11, 12, 8, tzinfo=DANISH) - timedelta(minutes=number),
            "mette",
            one.did,
            one.what,
        )
        for number, one in enumerate(lines)
    ]
    shown.show_lines(spread, Names({"mette": "Mette"}, {}, "mette"), date(2026, 11, 12))
    shown.grab()
    drawn = perf_counter() - begun
    shown.deleteLater()
    assert len(shown.rows()) > 10_000
    assert (asked, drawn) < (2.0, 2.0)  # a twentieth of that is usual; the machine may be busy


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("wide", [1280, 700])
def test_nothing_is_cut_and_all_is_named(leader, dressed, scale, wide):
    """At normal and large text, wide and narrow."""
    dressed.set_scale(scale)
    place = leader.place(OpenChild("alma", tab="log"), size=(wide, 800))
    leader.settle()
    assert clipped(place) == []
    assert nameless(place) == []


def test_a_low_window_leaves_whole_fields_and_whole_lines(leader, dressed):
    """Large text on a small screen: the fields scroll away instead of being cut, and some lines are seen at once."""
    dressed.set_scale(1.5)
    log = leader.place(OpenChild("alma", tab="log"), size=(950, 660)).view.log
    leader.settle()
    assert log.first.height() >= log.first.sizeHint().height()
    row = log.list.visualRect(log.list.model().index(1, 0)).height()
    assert log.list.viewport().height() >= 3 * row
