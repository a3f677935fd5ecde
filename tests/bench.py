"""How long the things take that people wait for: `python -m tests.bench`, which fails when one got slow.

Machines differ, so each is held against a yardstick measured in the same run: an empty Qt window for the
start, a fixed piece of reckoning for the rest. The budgets are what was measured on two cores in
November 2026, with half as much again or more.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tvaerfaglig import paths
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.services import (
    children,
    demo,
    entering,
    finding,
    keeping,
    letter_acts,
    library,
    recording,
    timeline,
    underretninger,
)
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.services.session import Session

_EMPTY_WINDOW = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.show(); app.processEvents()
"""
_LOCK_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tvaerfaglig.app import Program
app = QApplication([]); program = Program(app, Path(sys.argv[1]), lambda: None); program.open()
app.processEvents()
import os; os._exit(0)
"""


@dataclass(frozen=True)
class Measured:
    """Seconds of one thing and of its yardstick, and how many of those it may take."""

    name: str
    took: float
    yardstick: float
    budget: float

    @property
    def ratio(self) -> float:
        return self.took / self.yardstick

    def line(self) -> str:
        late = "" if self.ratio <= self.budget else "  TOO SLOW"
        return (
            f"{self.name:34}{self.took * 1000:9.1f} ms{self.ratio:8.2f} ×  of {self.budget}{late}"
        )


def main() -> int:
    """Measure everything, print a line for each, and answer 1 when one is over its budget."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        demo.make(folder / "vault", folder / "state", paths.resources() / "demo")
        found = [_start(folder), *_services(folder)]
    for one in found:
        sys.stdout.write(f"{one.line()}\n")
    return int(any(one.ratio > one.budget for one in found))


def _start(folder: Path) -> Measured:
    """From nothing to the lock window, beside from nothing to an empty window; both once before, unmeasured."""
    empty, lock = [], []
    for _ in range(6):
        empty.append(_process(folder, _EMPTY_WINDOW))
        lock.append(_process(folder, _LOCK_WINDOW, str(folder / "vault")))
    return Measured("to the lock window", min(lock[1:]), min(empty[1:]), 7)


def _process(folder: Path, code: str, *arguments: str) -> float:
    """With Python's compiled files kept, as on a machine where the program has run before."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    begun = time.perf_counter()
    command = [sys.executable, "-c", code, *arguments]
    subprocess.run(command, env=environment, check=True, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def _services(folder: Path) -> list[Measured]:
    vault, state = folder / "vault", folder / "state"
    login = next(one for one in demo.read_logins(vault) if one.role.startswith("leder"))
    person = next(one for one in entering.look(vault).people if one.name == login.name)
    clock = SetClock(demo.START)
    unlock = time.perf_counter()
    session = entering.unlock(vault, person.id, login.password, clock, state)
    unlock = time.perf_counter() - unlock
    shelf = library.load()
    child = next(row.id for row in children.child_rows(session) if row.child.name == "Alma Nowak")
    letter = next(row.id for row in underretninger.letters(session) if row.child == child)
    found = [Measured("unlock, at the demo's key cost", unlock, _best(_reckon), 2.5)]
    for name, do, budget in (
        ("save an observation", lambda: _save(session, child), 0.25),
        ("list of children", lambda: children.child_rows(session), 0.4),
        ("a child's timeline", lambda: timeline.timeline(session, child), 0.4),
        ("search two words", lambda: finding.find(session, "sulten morgen"), 0.6),
        ("a letter as PDF", lambda: letter_acts.preview_pdf(session, letter, shelf), 4),
    ):
        found.append(_beside(name, do, budget))
    session.vault.close()
    opened = keeping.open_keys(vault, person.id, login.password)
    check = _beside("verify", lambda: keeping.verify(vault, opened, state), 12)
    return [*found, check]


def _beside(name: str, do: Callable[[], object], budget: float) -> Measured:
    """By turns with the reckoning, so that what else goes on strikes both; the quickest of each counts."""
    took, reckoned = [], []
    for _ in range(7):
        took.append(_seconds(do))
        reckoned.append(_seconds(_reckon))
    return Measured(name, min(took), min(reckoned), budget)


def _best(do: Callable[[], object]) -> float:
    return min(_seconds(do) for _ in range(7))


def _seconds(do: Callable[[], object]) -> float:
    begun = time.perf_counter()
    do()
    return time.perf_counter() - begun


def _reckon() -> None:
    """Some hundredths of a second of Python and C, the same on every run."""
    for n in range(100_000):
        hashlib.sha256(str(n).encode()).hexdigest()


def _save(session: Session, child: str) -> None:
    written = Observation(
        involved=(Involved(child=child),), day=date(2026, 11, 12), text="Alma satte sig hos Bertil."
    )
    recording.save(session, written)


if __name__ == "__main__":
    sys.exit(main())
