"""Real processes at one vault: the second start brings the first window forward; a lock hands over cleanly."""

from __future__ import annotations

import os
import signal
import sys
import time

import pytest

from tests.real_programs import UNLOCKS, programs_at
from tvaerfaglig.services.clock import SystemClock
from tvaerfaglig.services.lock import holding

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the state folder is moved as on Linux"
)

_MINIMISED = """
        self.doorway.showMinimized()
        self.say("down")
        self.when(lambda: not self.doorway.isMinimized(), lambda: self.say("up"))
"""
_LOCKS = """
        import subprocess
        class Told(subprocess.Popen):
            def __init__(self, *a, **k):
                super().__init__(*a, **k)
                print("next", self.pid, flush=True)
        subprocess.Popen = Told
        self.unlock(self.lock)
"""


@pytest.fixture
def programs(world):
    yield from programs_at(world)


def test_a_second_start_brings_the_first_window_forward(programs):
    """At the door, minimised: it comes up, and the second process ends with 0."""
    first = programs.start(_MINIMISED)
    assert first.stdout.readline() == "down\n"
    assert programs.start().wait(timeout=30) == 0
    assert first.stdout.readline() == "up\n"
    assert first.poll() is None


def test_who_is_in_is_said_and_a_kill_leaves_nothing_standing(programs, world):
    """While Mette is in, the file says so; after kill -9 the vault is free, and so is the window's seat."""
    first = programs.start(UNLOCKS)
    assert first.stdout.readline() == "in\n"
    found = holding.who(world.folder, SystemClock())
    assert found is not None
    assert found.name == "Mette Sørensen"
    assert programs.start().wait(timeout=30) == 0
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    assert holding.who(world.folder, SystemClock()) is None
    assert programs.start(_MINIMISED).stdout.readline() == "down\n"


def test_a_lock_lets_go_before_the_next_process_asks(programs, world):
    """Lock: the process ends with 75, the next stands at the door and answers the bell."""
    first = programs.start(_LOCKS)
    word, pid = first.stdout.readline().split()
    try:
        assert word == "next"
        assert first.wait(timeout=30) == 75
        assert holding.who(world.folder, SystemClock()) is None
        assert _sits(programs), "the next process never came to the door"
        assert programs.start().wait(timeout=30) == 0
    finally:
        os.kill(int(pid), signal.SIGKILL)


def _sits(programs, patience=10.0):
    """Whether the process that the lock started took the window's seat."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        seat = holding.sit(programs.state, programs.world.folder)
        if seat is None:
            return True
        seat.release()
        time.sleep(0.05)
    return False
