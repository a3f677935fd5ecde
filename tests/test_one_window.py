"""Real processes at one vault: the second start brings the first window forward; a lock hands over cleanly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import PASSWORD
from tvaerfaglig.services import holding
from tvaerfaglig.services.clock import SystemClock

ROOT = Path(__file__).resolve().parents[1]
_PREFACE = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
_STANDS = """
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tvaerfaglig import app
class Watched(app.Program):
    def open(self):
        super().open()
        QTimer.singleShot(100, self, self.begin)
    def begin(self):
        {begin}
app.Program = Watched
app.start(Path({folder!r}))
"""
_MINIMISED = """
        self.doorway.showMinimized()
        print("down", flush=True)
        self.timer = QTimer(self); self.timer.timeout.connect(self.look); self.timer.start(20)
    def look(self):
        if not self.doorway.isMinimized():
            print("up", flush=True)
            self.timer.stop()
"""
_UNLOCKS = """
        self.doorway.unlock_asked.emit("mette", {password!r})
        self.timer = QTimer(self); self.timer.timeout.connect(self.look); self.timer.start(20)
    def look(self):
        if self.house is not None:
            print("in", flush=True)
            self.timer.stop()
"""
_LOCKS = """
        import subprocess
        real = subprocess.Popen
        class Told(real):
            def __init__(self, *a, **k):
                super().__init__(*a, **k)
                print("next", self.pid, flush=True)
        subprocess.Popen = Told
        self.doorway.unlock_asked.emit("mette", {password!r})
        self.timer = QTimer(self); self.timer.timeout.connect(self.look); self.timer.start(20)
    def look(self):
        if self.house is not None:
            self.timer.stop()
            self.lock()
"""


@pytest.fixture
def programs(tmp_path):
    """Starts real processes; what still runs at the end is ended."""
    made = []

    def start(code):
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        environment |= {
            "XDG_STATE_HOME": str(tmp_path / "xdg"),
            "XDG_DATA_HOME": str(tmp_path / "xdg"),
        }
        one = subprocess.Popen(
            [sys.executable, "-c", _PREFACE + code],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            encoding="utf-8",
        )
        made.append(one)
        return one

    yield start
    for one in made:
        one.kill()
        one.communicate()


def stands(world, begin):
    body = begin.format(password=PASSWORD)
    return _STANDS.format(begin=body, folder=str(world.folder))


def test_a_second_start_brings_the_first_window_forward(programs, world):
    """At the door, minimised: it comes up, and the second process ends with 0."""
    first = programs(stands(world, _MINIMISED))
    assert first.stdout.readline() == "down\n"
    second = programs(stands(world, "pass"))
    assert second.wait(timeout=30) == 0
    assert first.stdout.readline() == "up\n"
    assert first.poll() is None


def test_who_is_in_is_said_and_a_kill_leaves_nothing_standing(programs, world):
    """While Mette is in, the file says so; after kill -9 the vault is free, and so is the window's seat."""
    first = programs(stands(world, _UNLOCKS))
    assert first.stdout.readline() == "in\n"
    found = holding.who(world.folder, SystemClock())
    assert found is not None
    assert found.name == "Mette Sørensen"
    assert programs(stands(world, "pass")).wait(timeout=30) == 0
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    assert holding.who(world.folder, SystemClock()) is None
    again = programs(stands(world, _MINIMISED))
    assert again.stdout.readline() == "down\n"


def test_a_lock_lets_go_before_the_next_process_asks(programs, world):
    """Lock: the process ends with 75, the next stands at the door and answers the bell."""
    first = programs(stands(world, _LOCKS))
    word, pid = first.stdout.readline().split()
    try:
        assert word == "next"
        assert first.wait(timeout=30) == 75
        assert holding.who(world.folder, SystemClock()) is None
        assert (world.folder / "vault.keys").exists()
        assert _sits(world), "the next process never came to the door"
        assert programs(stands(world, "pass")).wait(timeout=30) == 0
    finally:
        os.kill(int(pid), signal.SIGKILL)


def _sits(world, patience=10.0):
    """Whether the process that the lock started took the window's seat."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        seat = holding.sit(world.folder.parent / "xdg" / "Tværfaglig", world.folder)
        if seat is None:
            return True
        seat.release()
        time.sleep(0.05)
    return False
