"""The program as its own process, started as it is started, and somebody at its windows: `python whole_program.py PART VAULT`.

What the parts saw is written as JSON to the last line of stdout.
"""

from __future__ import annotations

import ctypes
import faulthandler
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.conftest import PASSWORD
from tests.faults.names import CHILD, SECRET
from tvaerfaglig import app, logs
from tvaerfaglig.services import library, underretninger

seen: dict[str, Any] = {}


def program() -> app.Program:
    return QApplication.instance().findChildren(app.Program)[0]


def say(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def until(there: Callable[[], object]) -> None:
    for _ in range(20_000):
        QApplication.processEvents()
        if there():
            return
        QTest.qWait(1)
    raise TimeoutError


def settle() -> None:
    until(lambda: not program().tasks.busy)
    QApplication.processEvents()


# row 19


class Carrying(Exception):
    """One whose string is not its only burden."""

    def __init__(self) -> None:
        super().__init__("med mere")
        self.child = CHILD
        self.add_note(f"om {CHILD}")


class Dropped:
    def __del__(self) -> None:
        raise ValueError(CHILD)


def _chained() -> None:
    try:
        {}[CHILD]
    except KeyError as missing:
        raise RuntimeError(f"kunne ikke finde {CHILD}") from missing


def _deep(name: str) -> None:
    _deep(name + "!")


def _own_vault_says_no() -> None:
    session = program().session
    assert session is not None
    session.vault.db.conn.execute(f'SELECT "{CHILD}" FROM "{CHILD}"')


def _raise(error: BaseException) -> Callable[[], None]:
    def slot() -> None:
        child = CHILD  # a local that a report with values would print
        assert child
        raise error

    return slot


BREAKS: dict[str, Callable[[], object]] = {
    "message": _raise(ValueError(f"{CHILD} har ingen far")),
    "key": lambda: {}[CHILD],
    "attribute": lambda: getattr(object(), CHILD),
    "burden": _raise(Carrying()),
    "chain": _chained,
    "group": _raise(ExceptionGroup(CHILD, [ValueError(CHILD), KeyError(CHILD)])),
    "bytes": lambda: CHILD.encode("utf-16").decode("ascii"),
    "file": lambda: Path(f"/{CHILD}/{CHILD}.txt").read_text(encoding="utf-8"),
    "command": lambda: subprocess.run(["false", CHILD], check=True),
    "number": lambda: int(CHILD),
    "assertion": _raise(AssertionError(f"{CHILD} == Ida")),
    "depth": lambda: _deep(CHILD),
    "vault": _own_vault_says_no,
    "thread": lambda: threading.Thread(target=lambda: int(CHILD)).start(),
    "dropped": Dropped,
}


def breaks() -> Iterator[None]:
    """Fifteen things go wrong, each with a child's name in it; the program goes on after each."""
    unlock()
    seen["shown"] = {}
    for name, broken in BREAKS.items():
        QTimer.singleShot(0, broken)
        yield
        until(lambda: program().crash_notes and program().crash_notes.window)
        note = program().crash_notes.window
        labels = [one.text() for one in note.findChildren(QLabel)]
        seen["shown"][name] = [note.words, *labels, note.places.toPlainText()]
        note.copy.click()
        seen["copied"] = QApplication.clipboard().text()
        note.go_on.click()
        until(lambda: program().crash_notes.window is None)
    type_into_an_observation(SECRET)
    seen["goes on"] = SECRET in program().house.place().writing.form.text.text()


# row 18


def unlock() -> None:
    program().doorway.unlock_asked.emit("mette", PASSWORD)
    until(lambda: program().house is not None)
    settle()


def type_into_an_observation(words: str) -> None:
    program().house.go("observation", "alma")
    settle()
    QTest.keyClicks(program().house.place().writing.form.text, words)


def works() -> Iterator[None]:
    """A morning: an observation typed and saved, a letter written, finished and looked at, words copied, a break, a lock."""
    unlock()
    type_into_an_observation(SECRET)
    page = program().house.place()
    page.save_now()
    settle()
    page.writing.save(complete=True)
    settle()
    mette, tasks = program().session, program().tasks
    letter = tasks.now(lambda: underretninger.begin(mette, "alma").id)
    tasks.now(lambda: underretninger.save_section(mette, letter, "resume", SECRET))
    program().house.go("underretninger", letter)
    settle()
    tasks.now(lambda: underretninger.finish(mette, letter, library.load()))
    program().house.go("boern", "alma")
    settle()
    QTimer.singleShot(0, _raise(ValueError(SECRET)))
    yield
    until(lambda: program().crash_notes and program().crash_notes.window)
    program().crash_notes.window.go_on.click()
    program().house.shell.activateWindow()
    until(lambda: QApplication.activeWindow() is not None)
    QApplication.clipboard().setText(SECRET)
    shell = program().house.shell
    program()._relaunch = lambda: None
    program()._leave = lambda code: seen.update(code=code)
    QTest.keyClick(shell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    until(lambda: "code" in seen)
    seen["clipboard"] = QApplication.clipboard().text()


# the whole process


def falls() -> Iterator[None]:
    """Like a fault in the machine code underneath."""
    unlock()
    type_into_an_observation(SECRET)
    say(seen)
    yield
    faulthandler._sigsegv()


def is_told() -> Iterator[None]:
    """The start after a fall."""
    import resource

    until(lambda: program().crash_notes and program().crash_notes.window)
    yield
    note = program().crash_notes.window
    seen["note"] = [note.words, note.places.toPlainText()]
    seen["core"] = resource.getrlimit(resource.RLIMIT_CORE)
    seen["dumpable"] = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)
    note.go_on.click()


def main(part: str, folder: str) -> int:
    application = QApplication(sys.argv[:1])
    steps = {"breaks": breaks, "works": works, "falls": falls, "is_told": is_told}[part]()

    def step() -> None:
        """One step an event, so that what is raised between them reaches the event loop."""
        try:
            next(steps)
        except StopIteration:
            say(seen)
            application.exit(0)
        except BaseException as trouble:  # noqa: BLE001 - the tester's own
            say({"trouble": logs.frames_of(trouble)})
            application.exit(1)
        else:
            QTimer.singleShot(0, step)

    QTimer.singleShot(0, step)
    return app.start(Path(folder))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
