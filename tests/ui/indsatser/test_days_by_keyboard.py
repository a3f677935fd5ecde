"""The days of a group in the real program, by keyboard alone, with the program locked in the middle of a roll."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.efforts.group import begun
from tests.ui.keyboard import Doors, Keyboard
from tvaerfaglig.app import Surroundings
from tvaerfaglig.domain.efforts.records import Effort, EffortSession, Presence, SessionState
from tvaerfaglig.store import queries

GROUP = "Familiegruppe for de mindste, tirsdag"


@pytest.fixture
def come(qapp, demo_world):
    """To the door of Mælkebøtten as somebody; the clock is the test's own."""
    doors = Doors(
        qapp, demo_world.vault, Surroundings(demo_world.clock, demo_world.folder / "state")
    )

    def come(name: str) -> Keyboard:
        keys = doors()
        keys.unlock(name, demo_world.password_of(name))
        return keys

    yield come
    doors.close()


def to_the_days(keys: Keyboard, words: str) -> None:
    """Along the strip of the effort."""
    for _ in range(4):
        keys.keys("Ctrl+PgDown")
        keys.hands.settle()
        if keys.hands.sees(words):
            return
    keys.sees(words)


def to_the_roll(keys: Keyboard) -> None:
    """The place, the group, its days, and O on the one that waits for an answer."""
    keys.keys("Alt+5")
    keys.sees(GROUP)
    keys.tab_to("Indsatser")
    keys.type(GROUP[:20])
    keys.keys("Return")
    keys.sees("De står for indsatsen")
    keys.keys("Ctrl+PgDown")
    to_the_days(keys, "Blev de holdt?")
    keys.type("o")
    keys.sees("Kaldes nu")


def test_a_lock_in_the_middle_of_the_roll_loses_no_answer(come, demo_world):
    """Two families, the lock; then the two that were left, and nobody is asked for twice."""
    hanne = come("Hanne")
    to_the_roll(hanne)
    hanne.type("a")
    hanne.type("1")
    hanne.sees("Gemt")
    hanne.lock()
    hanne = come("Hanne")
    to_the_roll(hanne)
    hanne.sees("Du var i gang")
    hanne.type("a")
    hanne.type("a")
    hanne.sees("3 af 4 kom. Dagen er holdt.")
    hanne.lock()
    vault = demo_world.session("Hanne").vault
    group = next(one.id for one in queries.all_of(vault, Effort) if one.record.name == GROUP)
    days = [one for one in queries.all_of(vault, EffortSession) if one.record.effort == group]
    third = sorted(days, key=lambda one: one.record.day)[2]
    assert third.record.status is SessionState.HOLDT
    said = [one.record for one in queries.all_of(vault, Presence) if one.record.session == third.id]
    assert len(said) == 4
    assert [one.reason for one in said if not one.came] == ["Syg"]


def test_days_are_planned_moved_and_written_about_by_keyboard(qapp, world):
    """Nine Thursdays by one filled button; one moved to a holiday after its question; a theme and a note."""
    session = world.session("hanne")
    begun(session)
    world.close()
    doors = Doors(qapp, world.folder, Surroundings(world.clock, world.state))
    try:
        keys = doors()
        keys.unlock("Hanne")
        plan_nine(keys)
        move_the_first(keys)
        write_about_it(keys)
        keys.lock()
    finally:
        doors.close()
    days = sorted(
        (one.record for one in queries.all_of(world.session("hanne").vault, EffortSession)),
        key=lambda one: one.moved_from or one.day,
    )
    assert len(days) == 9
    assert days[0].day == date(2026, 11, 14)
    assert (days[0].moved_because, days[0].theme) == ("Sommerfest", "Søvn")
    assert days[0].note == "Alle fik talt."


def plan_nine(keys: Keyboard) -> None:
    keys.keys("Alt+5")
    keys.sees("Torsdagsgruppen")
    keys.tab_to("Indsatser")
    keys.keys("Return")
    keys.sees("De står for indsatsen")
    to_the_days(keys, "Ingen dage endnu.")
    keys.keys("Return")
    keys.sees("Rytmen")
    keys.tab_to("Hvor mange gange?")
    keys.keys("Ctrl+A")
    keys.type("9")
    keys.keys("Tab")
    keys.sees("Udgår: Juleaftensdag")
    keys.keys("Ctrl+Return")
    keys.sees("9 dage er planlagt.")


def move_the_first(keys: Keyboard) -> None:
    keys.keys("Return")
    keys.press("Flyt dagen")
    keys.tab_to("Ny dag")
    keys.type("14.11.")
    keys.keys("Tab")
    keys.sees("Den dag er en lørdag, vil du alligevel?")
    keys.write("Hvorfor?", "Sommerfest")
    keys.keys("Ctrl+Return")
    keys.sees("Dagen er flyttet.")


def write_about_it(keys: Keyboard) -> None:
    keys.press("Skriv tema og note")
    keys.write("Tema", "Søvn")
    keys.write("Kort note", "Alle fik talt.")
    keys.keys("Ctrl+Return")
    keys.sees("Gemt. Alle familier kan læse det.")
