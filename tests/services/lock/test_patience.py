"""The waits after wrong passwords: longer each time, kept between programs, ended by the right one."""

from __future__ import annotations

from functools import partial

import pytest

from tests.conftest import PASSWORD
from tvaerfaglig.services.lock import door as lock_door
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.lock.patience import NotYet, Patience, seconds_after
from tvaerfaglig.store.key_errors import WrongPassword


@pytest.fixture
def door(world):
    """Tries a password as Mette, each time in a program of its own."""

    def attempt(password, person="mette"):
        vault_id = lock_door.look(world.folder).vault_id
        waits = Patience(world.state, vault_id, world.clock)
        work = partial(entering.unlock, world.folder, person, password, world.clock, world.state)
        entering.close(waits.tried(person, work))

    attempt.left = lambda person="mette": Patience(
        world.state, lock_door.look(world.folder).vault_id, world.clock
    ).left(person)
    return attempt


def test_each_wait_is_longer_up_to_half_a_minute():
    assert [seconds_after(n) for n in range(9)] == [0, 1, 2, 4, 8, 16, 30, 30, 30]


def test_it_survives_the_program_and_ends_with_the_right_password(door, world):
    """Nothing is tried before the wait is over, not even the right password; then it opens, and all is forgotten."""
    for seconds in (1, 2, 4):
        with pytest.raises(WrongPassword):
            door("forkert forkert")
        assert door.left() == seconds
        with pytest.raises(NotYet, match="Vent"):
            door(PASSWORD)
        world.clock.forward(seconds=seconds)
        assert door.left() == 0
    door(PASSWORD)
    with pytest.raises(WrongPassword):
        door("forkert forkert")
    assert door.left() == 1


def test_one_persons_wait_is_nobody_elses(door):
    """Yusuf goes in while Mette waits."""
    with pytest.raises(WrongPassword):
        door("forkert")
    door(PASSWORD, "yusuf")
    assert door.left() == 1


def test_a_clock_set_back_keeps_nobody_waiting_for_long(door, world):
    """At most the wait itself."""
    with pytest.raises(WrongPassword):
        door("forkert")
    world.clock.forward(days=-400)
    assert door.left() == 1
    world.clock.forward(days=401)
    assert door.left() == 0


@pytest.mark.parametrize("content", [b"", b"[]", b'{"mette": 3}', b'{"mette": [1]}', b"\xff"])
def test_nonsense_in_the_note_locks_nobody_out(door, world, content):
    """It is written anew with the next wrong one."""
    vault_id = lock_door.look(world.folder).vault_id
    (world.state / f"{vault_id}.waits").write_bytes(content)
    door(PASSWORD)
