"""The roll of a group in the real program, by keyboard alone, with the program locked in the middle of it."""

from __future__ import annotations

import pytest

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


def to_the_roll(keys: Keyboard) -> None:
    """The place, the group, its days, and O on the one that waits for an answer."""
    keys.keys("Alt+5")
    keys.sees(GROUP)
    keys.tab_to("Indsatser")
    keys.type(GROUP[:20])
    keys.keys("Return")
    keys.sees("De har indsatsen")
    keys.keys("Ctrl+PgDown")
    keys.keys("Ctrl+PgDown")
    keys.sees("Blev de holdt?")
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
