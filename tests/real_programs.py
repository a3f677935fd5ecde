"""The real program in processes of its own, driven by a few lines inside it and watched from outside."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import PASSWORD, World

ROOT = Path(__file__).resolve().parents[1]
_PREFACE = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
_STANDS = """
from pathlib import Path
from PySide6.QtCore import QTimer
from tvaerfaglig import app
from tvaerfaglig.app import starting
class Watched(app.Program):
    def open(self):
        super().open()
        QTimer.singleShot(100, self, self.begin)
    def when(self, seen, then):
        self.timer = QTimer(self)
        def look():
            if seen():
                self.timer.stop()
                then()
        self.timer.timeout.connect(look)
        self.timer.start(20)
    def say(self, words):
        print(words, flush=True)
    def unlock(self, then):
        self.doorway.unlock_asked.emit("mette", {password!r})
        self.when(lambda: self.house is not None, then)
    def begin(self):
{begin}
starting.Program = Watched
app.start(Path({folder!r}))
"""
UNLOCKS = """
        self.unlock(lambda: self.say("in"))
"""


class Programs:
    """Starts processes; those that still run at the end are ended."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.state = world.folder.parent / "xdg" / "Tværfaglig"
        self._made: list[subprocess.Popen[str]] = []

    def start(self, begin: str = "        pass", **environment: str) -> subprocess.Popen[str]:
        """The program on the world's vault; `begin` is what it does once the door stands."""
        code = _STANDS.format(begin=begin, password=PASSWORD, folder=str(self.world.folder))
        place = str(self.state.parent)
        around = {"QT_QPA_PLATFORM": "offscreen", "XDG_STATE_HOME": place, "XDG_DATA_HOME": place}
        one = subprocess.Popen(
            [sys.executable, "-c", _PREFACE + code],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **around, **environment},
            encoding="utf-8",
        )
        self._made.append(one)
        return one

    def end(self) -> None:
        for one in self._made:
            one.kill()
            one.communicate()


def programs_at(world: World) -> Iterator[Programs]:
    made = Programs(world)
    yield made
    made.end()
