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
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.conftest import PASSWORD
from tests.faults.names import CHILD, SECRET
from tests.services.efforts import group as efforts
from tvaerfaglig import app, logs
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.services import drafts, library, underretninger
from tvaerfaglig.services.efforts import changing, goals, roll, rules
from tvaerfaglig.services.efforts.papers import looking
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.figures import taking_out
from tvaerfaglig.services.figures.page import Wanted as FiguresWanted
from tvaerfaglig.services.lists import tables
from tvaerfaglig.services.saving import save_file
from tvaerfaglig.ui.printouts.preview import safe_file_name

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


def unlock(person: str = "mette") -> None:
    program().doorway.unlock_asked.emit(person, PASSWORD)
    until(lambda: program().house is not None)
    settle()


def in_front() -> None:
    program().house.shell.activateWindow()
    until(lambda: QApplication.activeWindow() is not None)


def lock() -> None:
    """By the key that anybody has at hand."""
    in_front()
    program()._relaunch = lambda: None
    program()._leave = lambda code: seen.update(code=code)
    QTest.keyClick(program().house.shell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    until(lambda: "code" in seen)


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
    in_front()
    QApplication.clipboard().setText(SECRET)
    lock()
    seen["clipboard"] = QApplication.clipboard().text()


def leads() -> Iterator[None]:
    """A leader's week with an indsats: its rooms looked at, its roll called, papers and spreadsheets saved, a lock."""
    unlock("hanne")
    tasks, hanne = program().tasks, program().session
    group, place, day = tasks.now(lambda: _a_group(hanne))
    for room in ("", "familier", f"familie:{place}", "dage", f"dag:{day}", "fremmoede", "ark"):
        program().house.go("indsatser", f"{group}:{room}" if room else group)
        settle()
    program().house.go("tal")
    settle()
    folder = Path(sys.argv[2]).parent / "papirer"
    folder.mkdir()
    for name, content in tasks.now(lambda: _papers(hanne, group, place)).items():
        save_file(folder / name, content)
    tasks.now(
        lambda: changing.give_on(hanne, rules.found(hanne, group).record.kind, folder / "form.toml")
    )
    QTimer.singleShot(0, _raise(ValueError(SECRET)))
    yield
    until(lambda: program().crash_notes and program().crash_notes.window)
    program().crash_notes.window.go_on.click()
    lock()


def _a_group(hanne: Any) -> tuple[str, str, str]:
    """Alma's family in a group with a day behind it, a goal, and a sheet that nobody has saved yet."""
    group = efforts.begun(hanne)
    place = efforts.let_in(hanne, group, "alma", referred_because=SECRET)
    (day,) = efforts.planned(hanne, group)
    roll.call(hanne, day, [replace(efforts.away(place, SECRET), note=SECRET)])
    goals.save(
        hanne,
        Goal(
            effort=group, enrolment=place, child="alma", day=efforts.TODAY, text=SECRET, steps=(SECRET, "Går")
        ),
    )  # fmt: skip
    drafts.keep(hanne, f"indsats_ark:{place}", "indsats_ark", json.dumps({"text": SECRET}))
    return group, place, day


def _papers(hanne: Any, group: str, place: str) -> dict[str, bytes]:
    """What she saves, under the names that the program proposes."""
    on = efforts.TODAY
    sheet = looking.look_at_family(hanne, EffortPaper.FREMMOEDEARK, place)
    lists = tables.take_out(hanne, tables.Which.CHILDREN, tables.Form.XLSX)
    counts = taking_out.take_out(hanne, FiguresWanted(), taking_out.Which.TAL, tables.Form.XLSX)
    return {
        safe_file_name(EffortPaper.FREMMOEDEARK, on): sheet.pdf,
        safe_file_name(tables.Which.CHILDREN.word, on, ".xlsx"): lists.content,
        safe_file_name(counts.document, on, ".xlsx"): counts.content,
    }


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
    parts = {"breaks": breaks, "works": works, "leads": leads, "falls": falls, "is_told": is_told}
    steps = parts[part]()

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
