"""A volunteer's half year lived from the screens, from the first talk to thanks; and a house's own kind begun."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.keyboard import Doors, Keyboard
from tvaerfaglig.app import Surroundings
from tvaerfaglig.domain.efforts.logs import Hours
from tvaerfaglig.domain.efforts.records import Effort
from tvaerfaglig.domain.efforts.volunteers import Volunteer, VolunteerPlace
from tvaerfaglig.services.efforts.shelf import kind_of, shelf
from tvaerfaglig.store import queries

WEEKS = 26
FIRST = date(2026, 11, 24)
"""A Tuesday, when all is in place."""


@pytest.fixture
def come(qapp, world):
    """Come to the door of the little house as Hanne; the clock is the test's own."""
    doors = Doors(qapp, world.folder, Surroundings(world.clock, world.state))

    def come() -> Keyboard:
        keys = doors()
        keys.unlock("Hanne")
        return keys

    yield come
    doors.close()


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu, where none are drawn
def test_a_volunteers_half_year_from_the_first_talk_to_thanks(come, world):
    """What is missing is said until it is there; 26 Tuesdays; how it goes; locked, found again, and thanked."""
    keys = come()
    begin_the_reading(keys)
    write_her_on(keys)
    agree(keys)
    on(world, date(2026, 11, 20))
    bring_in_the_attest(keys)
    find_a_place(keys)
    come_each_week(keys, world, range(13))
    say_how_it_goes(keys)
    keys.lock()

    keys = come()
    find_her_again(keys, "19 timer 30 min.")
    come_each_week(keys, world, range(13, WEEKS))
    keys.sees("39 timer i alt")
    say_goodbye(keys)
    keys.lock()

    keys = come()
    find_her_again(keys, "Holdt op")
    keys.sees("Et halvt år med bøger.")
    keys.lock()
    as_it_is_kept(world.session("hanne"))


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_houses_own_kind_is_made_from_the_form_and_begun(come, world):
    """Out of one of the program's, with a name, a sheet and a field of its own; it stands on the shelf."""
    keys = come()
    keys.hands.press("Indstillinger")
    keys.hands.choose("Indsatsformer")
    keys.press("Mere om Konsulentbesøg")
    choose_in_menu("Lav jeres egen ud fra den")
    keys.hands.settle()
    keys.type("Gårdbesøg")
    keys.press("Tilføj et ark")
    keys.write("Navn", "Gårdens bog")
    keys.press("Tilføj et felt")
    keys.write("Hvad spørger feltet om?", "Hvad så vi?")
    keys.keys("Ctrl+Return")
    keys.sees("»Gårdbesøg« er gemt")
    keys.keys("Alt+5")
    keys.keys("Space")
    keys.hands.choose("Gårdbesøg")
    keys.keys("Return")
    keys.keys("Ctrl+Return")
    keys.sees("Indsatsen er begyndt.")
    keys.lock()
    session = world.session("hanne")
    own = next(one.kind for one in shelf(session) if not one.shipped)
    assert own.forms[-1].fields[-1].name == "Hvad så vi?"
    (begun,) = [one.record for one in queries.all_of(session.vault, Effort)]
    assert kind_of(session, begun) == own


def on(world, day: date) -> None:
    """In the afternoon of that day."""
    world.clock.set(datetime(day.year, day.month, day.day, 14, 0))


def choose_in_menu(words: str) -> None:
    """Arrow down to it, Enter."""
    menu = QApplication.activePopupWidget()
    while not (chosen := menu.activeAction()) or chosen.text() != words:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def begin_the_reading(keys: Keyboard) -> None:
    """From the shelf: an activity, and the room where its volunteers stand."""
    keys.keys("Alt+5")
    keys.keys("Space")
    keys.hands.choose("Frivillige")
    keys.keys("Return")
    keys.keys("Ctrl+A")
    keys.type("Læsevenner")
    keys.write("Hvilken aktivitet?", "Højtlæsning om tirsdagen")
    keys.keys("Ctrl+Return")
    keys.sees("Indsatsen er begyndt.")
    to_the_volunteers(keys)
    keys.sees("Her kommer husets frivillige.")


def to_the_volunteers(keys: Keyboard) -> None:
    """Along the strip."""
    keys.hands.press("Frivillige")


def write_her_on(keys: Keyboard) -> None:
    """Who she is and where she comes from; nothing is in place yet, and that is said."""
    keys.press("Ny frivillig")
    keys.type("Birgit Holst")
    keys.write("Forening", "Naboerne i Fjordby")
    keys.write("Kontakt der", "Poul, 12 34 56 70")
    keys.keys("Ctrl+Return")
    keys.sees("Birgit er skrevet på.")
    keys.sees("Mangler børneattesten, rammeaftalen og tavshedspligten.")


def agree(keys: Keyboard) -> None:
    """The agreement and the tavshedspligt are signed at the first visit; she cannot begin without the attest."""
    keys.press("Rammeaftale: set i dag")
    keys.press("Tavshedspligt: set i dag")
    keys.sees("Mangler børneattesten.")
    assert not keys.hands.sees("Find en plads")


def bring_in_the_attest(keys: Keyboard) -> None:
    keys.press("Børneattest: set i dag")
    keys.sees("På plads")


def find_a_place(keys: Keyboard) -> None:
    """The activity, Tuesdays from half past nine."""
    keys.press("Find en plads")
    keys.press("Tirsdag")
    keys.write("Fra klokken", "9.30")
    keys.write("Til klokken", "11")
    keys.keys("Ctrl+Return")
    keys.sees("Tirsdag kl. 9.30–11.00")


def come_each_week(keys: Keyboard, world, weeks) -> None:
    """The day is typed, the length agreed stands there; Enter."""
    for week in weeks:
        day = FIRST + timedelta(weeks=week)
        on(world, day)
        keys.tab_to("Dag")
        keys.keys("Ctrl+A")
        keys.type(f"{day:%d.%m.%Y}")
        keys.keys("Return")
        keys.sees(f"1 time 30 min. den {day.day}. ")


def say_how_it_goes(keys: Keyboard) -> None:
    keys.press("Skriv, hvordan det går")
    keys.type("De tre store venter ved døren, når hun kommer.")
    keys.keys("Ctrl+Return")
    keys.sees("De tre store venter ved døren, når hun kommer.")


def find_her_again(keys: Keyboard, words: str) -> None:
    """The only effort, its volunteers, and her line, which says how it stands."""
    keys.keys("Alt+5")
    keys.keys("Return")
    keys.sees("Læsevenner")
    to_the_volunteers(keys)
    keys.sees("Birgit Holst")
    keys.sees(words)
    keys.hands.choose("Birgit Holst")
    keys.sees("Naboerne i Fjordby")


def say_goodbye(keys: Keyboard) -> None:
    keys.press("Mere om den frivillige")
    choose_in_menu("Sig farvel og tak")
    keys.hands.settle()
    keys.write("Hvorfor?", "Hun flytter")
    keys.write("Det fik vi ud af det", "Et halvt år med bøger.")
    keys.keys("Ctrl+Return")
    keys.sees("Sluttet med tak")


def as_it_is_kept(session) -> None:
    """One volunteer with everything in its day, one place ended, 26 times an hour and a half, and no child anywhere."""
    (who,) = queries.all_of(session.vault, Volunteer)
    made, last = who.record, FIRST + timedelta(weeks=WEEKS - 1)
    assert (made.attest_on, made.agreed_on) == (date(2026, 11, 20), date(2026, 11, 12))
    assert (made.ended_on, made.thanks) == (last, "Et halvt år med bøger.")
    assert [one.well for one in made.feedback] == ["De tre store venter ved døren, når hun kommer."]
    (place,) = [one.record for one in queries.all_of(session.vault, VolunteerPlace)]
    assert (place.child, place.enrolment, place.until) == ("", "", last)
    held = [one.record for one in queries.all_of(session.vault, Hours)]
    assert sorted(one.day for one in held) == [FIRST + timedelta(weeks=n) for n in range(WEEKS)]
    assert sum(one.minutes for one in held) == WEEKS * 90
