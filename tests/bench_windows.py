"""The bench's one process with a window: unlock, Overblik, a child, every place; the answer as JSON on one line."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.bench import reckon
from tvaerfaglig import own_memory
from tvaerfaglig.app import Program, Surroundings
from tvaerfaglig.services.clock import DEMO_START, SetClock
from tvaerfaglig.ui.theme.look import FUSION
from tvaerfaglig.ui.warming import Warming
from tvaerfaglig.ui.widgets import Timeline

_PLACES = (
    "overblik", "boern", "konsultationer", "underretninger", "indsatser", "trivselsrunder", "tal", "udskrifter",
    "indstillinger", "overblik",
)  # fmt: skip


def main() -> None:
    folder, state, name, password, child, *timed = sys.argv[1:]
    own_memory.keep()
    app = QApplication(["", "-style", FUSION])
    app.setProperty(FUSION, True)
    around = Surroundings(SetClock(DEMO_START), Path(state))
    program = Program(app, Path(folder), lambda: None, around)
    program.open()
    _until(
        lambda: all(one.done for one in program.findChildren(Warming)) and not program.tasks.busy
    )
    found: dict[str, object] = {"unlock": _unlock(program, name, password)}
    if child:
        found["child"] = _open_child(program, child)
        for place in _PLACES:
            _walk(program, place)
    found |= {place: _timed_walk(program, place) for place in timed}
    _rest()
    found["memory"] = _memory()
    found["yardstick"] = statistics.median(_seconds(reckon) for _ in range(5)) * 1000
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    os._exit(0)


def _unlock(program: Program, name: str, password: str) -> tuple[float, float]:
    """From the key in hand to Overblik with all that waits, painted."""
    from tvaerfaglig.services.lock import door, entering, holding
    from tvaerfaglig.store import keys

    person = next(one for one in door.look(program.folder).people if one.name == name)
    opened = keys.unlock(program.folder, person.id, password)
    around = program.around

    def come_in() -> object:
        session = entering.enter(program.folder, opened, person.id, around.clock, around.state)
        session.hold = holding.hold(program.folder, name, around.clock)
        return session

    begun, worked = time.perf_counter(), time.process_time()
    program.tasks.run(come_in, then=program.entrance._entered, failed=_fail, owner=program)
    _until(lambda: program.house is not None and program.house.shell.isVisible())
    _settle(program)
    return (time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000


def _open_child(program: Program, child: str) -> tuple[float, float]:
    """From elsewhere in the house each time; the first, which also builds the place, does not count."""
    took = []
    for _ in range(6):
        _walk(program, "overblik")
        begun, worked = time.perf_counter(), time.process_time()
        _walk(program, "boern", child)
        took.append(((time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000))
    shown = program.house.shell.findChildren(Timeline)
    assert any(one.isVisible() for one in shown), "no timeline was painted"
    return sorted(took[1:])[2]


def _timed_walk(program: Program, place: str) -> tuple[float, float]:
    """From the key pressed to the place painted, the first time in this process."""
    begun, worked = time.perf_counter(), time.process_time()
    _walk(program, place)
    return (time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000


def _walk(program: Program, place: str, argument: object = None) -> None:
    program.house.go(place, argument)
    _settle(program)


def _rest() -> None:
    """Somebody reads what she sees: the program tidies up twice a second meanwhile."""
    until = time.monotonic() + 1.5
    _until(lambda: time.monotonic() > until)


def _settle(program: Program) -> None:
    """Until every question is answered and what came of it is painted."""
    _until(lambda: not program.tasks.busy)
    QApplication.processEvents()
    program.house.shell.repaint()


def _until(ready: Callable[[], bool]) -> None:
    """Waits as the program does: asleep in Qt's loop, so that the vault's thread has Python to itself."""
    loop, look = QEventLoop(), QTimer()
    look.timeout.connect(lambda: loop.quit() if ready() else None)
    look.start(1)
    loop.exec()
    look.stop()


def _fail(error: BaseException) -> None:
    raise error


def _seconds(do: Callable[[], object]) -> float:
    begun = time.perf_counter()
    do()
    return time.perf_counter() - begun


def _memory() -> float:
    """MiB that the process holds now; where the system does not tell, the most it ever held."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(one for one in status.read_text().splitlines() if one.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)


if __name__ == "__main__":
    main()
