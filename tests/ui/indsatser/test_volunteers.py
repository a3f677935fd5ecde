"""Volunteers at the leader's desk: who is new, what is missing, where somebody comes, hours, and the goodbye."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tests.services.efforts.group import HOUSE, TODAY, begun
from tests.services.efforts.test_volunteers import READY, TUESDAY
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.volunteers import VolunteerPlace
from tvaerfaglig.services import drafts
from tvaerfaglig.services.efforts import volunteer_page, volunteers
from tvaerfaglig.ui.indsatser.volunteers.drawer import FormDrawer


@pytest.fixture
def effort(hanne):
    return hanne.do(
        begun, "frivillige", name="Læsevenner", subject=Subject.AKTIVITET, activity="Højtlæsning"
    )


@pytest.fixture
def comes(hanne, effort):
    """One who comes on Tuesdays."""
    who = hanne.do(volunteers.save, READY).id
    spot = VolunteerPlace(
        volunteer=who, effort=effort, from_day=TODAY - timedelta(30), weekly=(TUESDAY,)
    )
    hanne.do(volunteers.place, spot)
    return who


def press(desk, within, name):
    """The visible button with this name, by the keyboard."""
    made = next(
        one
        for one in within.findChildren(QPushButton)
        if (one.accessibleName() or one.text()) == name and one.isVisible()
    )
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Space)
    desk.settle()


def write(desk, within, name, words):
    made = next(one for one in within.findChildren(QLineEdit) if one.accessibleName() == name)
    made.setFocus()
    made.selectAll()
    QTest.keyClicks(made, words)
    desk.settle()


def room(place):
    return place.effort.room


def test_a_new_one_is_written_on_from_the_empty_page(hanne, effort):
    """The first step is offered; saved, one stands by the volunteer, and what is missing is said."""
    place = hanne.place(f"{effort}:frivillige")
    assert room(place).nothing.isVisible()
    press(hanne, place, "Ny frivillig")
    write(hanne, room(place), "Navn", "Birgit Holst")
    press(hanne, room(place), "Gem")
    assert hanne.said[-1] == "Birgit er skrevet på."
    assert room(place).heading == "Birgit Holst"
    assert "ventet" not in room(place).line
    assert room(place).found.row.lacks == ("børneattesten", "rammeaftalen", "tavshedspligten")
    assert room(place).found.record.may == room(place).found.listed.may


def test_without_a_name_it_is_asked_for_and_the_draft_waits(hanne, effort):
    """What was typed is a draft of hers when the drawer is closed by Esc, and stands there again."""
    place = hanne.place(f"{effort}:frivillige:ny")
    drawer = room(place).drawer
    press(hanne, room(place), "Gem")
    assert drawer.is_open()
    write(hanne, room(place), "Forening", "Naboerne")
    QTest.keyClick(drawer, Qt.Key.Key_Escape)
    hanne.settle()
    assert not drawer.is_open()
    assert hanne.do(drafts.one, f"frivillig:ny-{HOUSE}") is not None
    press(hanne, place, "Ny frivillig")
    assert "Naboerne" in [one.text() for one in drawer.findChildren(QLineEdit)]


def test_a_refusal_stands_in_the_form_and_nothing_is_lost(hanne, effort):
    place = hanne.place(f"{effort}:frivillige:ny")
    drawer = room(place).drawer
    write(hanne, drawer, "Navn", "Birgit Holst")
    drawer.form.fields.put(note="Sidder hos Alma Nowak")
    press(hanne, drawer, "Gem")
    assert drawer.is_open()
    assert "Alma" in drawer.form.message.words()


def test_the_attest_is_brought_in_by_one_key_and_taken_back(hanne, effort):
    who = hanne.do(volunteers.save, replace(READY, attest_on=None)).id
    place = hanne.place(f"{effort}:frivillig:{who}")
    assert QApplication.focusWidget().accessibleName() == "Børneattest: set i dag"
    press(hanne, place, "Børneattest: set i dag")
    assert room(place).found.row.lacks == ()
    hanne.undo[-1]()
    hanne.settle()
    assert room(place).found.row.lacks == ("børneattesten",)


def test_a_place_is_found_with_its_weekday(hanne, effort):
    who = hanne.do(volunteers.save, READY).id
    place = hanne.place(f"{effort}:frivillig:{who}")
    press(hanne, place, "Find en plads")
    drawer = room(place).drawer
    press(hanne, drawer, "Tirsdag")
    write(hanne, drawer, "Fra klokken", "10")
    press(hanne, drawer, "Gem")
    assert drawer.is_open()
    write(hanne, drawer, "Til klokken", "11.30")
    press(hanne, drawer, "Gem")
    (line,) = room(place).found.places
    assert (line.where, line.when) == (
        "Højtlæsning", "Tirsdag kl. 10.00–11.30. Fra 12. november 2026",
    )  # fmt: skip


def test_hours_are_written_with_enter_on_the_agreed_day(hanne, effort, comes):
    """The day and the length agreed stand there; one Enter, and Fortryd."""
    place = hanne.place(f"{effort}:frivillig:{comes}")
    card = room(place).hours
    assert card.day.hasFocus()
    QTest.keyClick(card.day, Qt.Key.Key_Return)
    hanne.settle()
    assert hanne.said[-1] == "1 time 30 min. den 10. nov. er skrevet på."
    assert room(place).found.row.minutes == 90
    hanne.undo[-1]()
    hanne.settle()
    assert room(place).found.row.minutes == 0


def test_hours_that_cannot_be_read_are_asked_about(hanne, effort, comes):
    place = hanne.place(f"{effort}:frivillig:{comes}")
    write(hanne, place, "Hvor længe?", "længe")
    press(hanne, place, "Skriv timer på")
    assert room(place).found.row.minutes == 0
    assert "Skriv timer og minutter" in room(place).hours.long.accessibleDescription()


def test_a_place_ends_and_goes_on_again(hanne, effort, comes):
    place = hanne.place(f"{effort}:frivillig:{comes}")
    press(hanne, place, "Afslut pladsen: Højtlæsning")
    press(hanne, room(place).drawer, "Afslut pladsen")
    assert room(place).found.places[0].stored.record.until == TODAY
    hanne.undo[-1]()
    hanne.settle()
    assert room(place).found.places[0].stored.record.until is None


def test_the_goodbye_is_thanked_and_she_comes_back(hanne, effort, comes):
    """From the menu; her line moves to those who stopped; and *Kommer igen*."""
    place = hanne.place(f"{effort}:frivillig:{comes}")
    room(place)._on_goodbye()
    hanne.settle()
    room(place).drawer.form.fields.put(thanks="Et år med bøger.")
    press(hanne, room(place).drawer, "Sig farvel")
    assert room(place).found.record.thanks == "Et år med bøger."
    listed = hanne.do(volunteer_page.volunteer_list, effort)
    assert listed.rows[0].record.ended_on == TODAY
    room(place)._on_take_up()
    hanne.settle()
    assert room(place).found.record.ended_on is None


def test_a_colleague_reads_and_says_how_it_goes_but_changes_nothing(desk_of, world):
    """Without the leader's buttons; the feedback is hers to write."""
    hanne = desk_of("hanne")
    effort = hanne.do(begun, "frivillige", name="Læsevenner", subject=Subject.AKTIVITET)
    who = hanne.do(volunteers.save, READY).id
    mette = desk_of("mette")
    place = mette.place(f"{effort}:frivillig:{who}")
    shown = {
        one.accessibleName() or one.text()
        for one in place.findChildren(QPushButton)
        if one.isVisible()
    }
    assert "Skriv, hvordan det går" in shown
    assert not {"Ret", "Find en plads", "Mere om den frivillige"} & shown
    press(mette, place, "Skriv, hvordan det går")
    room(place).drawer.form.fields.put(well="Børnene venter ved døren.")
    press(mette, room(place).drawer, "Gem")
    made = mette.do(volunteer_page.volunteer_page, effort, who).record
    assert [one.by for one in made.feedback] == ["mette"]


def test_everything_has_a_name_and_nothing_is_cut(hanne, effort, comes, dressed):
    """At one and a half times the text too, in the list, on the page and in a form."""
    place = hanne.place(f"{effort}:frivillige")
    for way in ("frivillige", f"frivillig:{comes}"):
        place.open(f"{effort}:{way}")
        hanne.settle()
        assert nameless(place) == []
        assert clipped(place) == []
    dressed.set_scale(1.5)
    hanne.settle()
    press(hanne, place, "Ret")
    assert isinstance(room(place).drawer, FormDrawer)
    assert nameless(place) == []
    assert clipped(place) == []


def test_one_who_is_not_there_leads_back_to_the_list(hanne, effort):
    place = hanne.place(f"{effort}:frivillig:findes-ikke")
    assert hanne.said[-1] == "Den frivillige findes ikke længere."
    assert room(place).nothing.isVisible()
