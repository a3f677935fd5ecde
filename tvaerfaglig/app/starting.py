"""Start the program: on the user's vault, on an invented one, or again after a lock."""

from __future__ import annotations

import os
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tvaerfaglig import crash_file, logs, own_memory, paths
from tvaerfaglig.app.program import Program
from tvaerfaglig.app.surroundings import Surroundings
from tvaerfaglig.services.lock import door, holding
from tvaerfaglig.ui.theme.look import FUSION

_PATIENCE = 6.0  # seconds that a second start waits for the first to answer or to be gone
_BEHIND_THE_DOOR = ("argon2", "cryptography", "msgspec", "platformdirs", "sqlcipher3")


def start(folder: Path | None = None) -> int:
    """Open the program on a vault (the user's own unless another is named), until it ends or is locked."""
    own_memory.keep()
    logs.install()
    _miss_nothing()
    app = QApplication.instance() or QApplication([*sys.argv[:1], "-style", FUSION])
    assert isinstance(app, QApplication)
    app.setProperty(FUSION, True)
    app.setApplicationName("Tværfaglig")
    where = folder or door.usual_vault(door.state_dir())
    around = Surroundings.of(where)
    seat = _sit(around.state, where)
    if seat is None:
        return 0
    program = Program(app, where, lambda: start_again(program.folder), around, seat=seat)
    program.demo_asked.connect(_start_demo_beside)
    logs.install(program.broke.emit)
    fell = crash_file.last(around.state)
    crash_file.watch(around.state)
    program.open()
    if fell:
        program.fell.emit(fell)
    code = app.exec()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(
        code
    )  # nothing that was read may outlive the lock, in an interpreter still winding down


def _miss_nothing() -> None:
    """What is loaded behind the door is missed before it is shown, in `main.py`'s words."""
    for name in _BEHIND_THE_DOOR:
        if find_spec(name) is None:
            raise ModuleNotFoundError(name=name)


def _sit(state: Path, folder: Path) -> holding.Seat | None:
    """Be the one window on this vault; None when another is, and has come forward.

    One that does not answer is about to go (then its seat is free in a moment), or hangs: then the door
    opens all the same, and says who has the vault.
    """
    name = holding.window_name(state, folder)
    until = time.monotonic() + _PATIENCE
    while (seat := holding.sit(state, folder)) is None:
        from tvaerfaglig.ui.doorbell import ring

        if ring(name):
            return None
        if time.monotonic() > until:
            return holding.Seat(name, None)
        time.sleep(0.1)
    return seat


def start_again(folder: Path) -> None:
    """A new process at the door of the same vault."""
    import subprocess

    main = Path(__file__).resolve().parents[2] / "main.py"
    command = [
        sys.executable,
        *([] if getattr(sys, "frozen", False) else [str(main)]),
        "open",
        str(folder),
    ]
    subprocess.Popen(command, start_new_session=True)  # noqa: S603  our own program, our own arguments


def start_demo() -> int:
    """A throw-away vault with the invented world, and the program on it."""
    return start(make_demo(_throw_away()))


def _start_demo_beside() -> None:
    """From the door of a real vault: the invented world in a window of its own."""
    start_again(make_demo(_throw_away()))


def _throw_away() -> Path:
    import tempfile

    return Path(tempfile.mkdtemp(prefix="tvaerfaglig-demo-"))


def make_demo(folder: Path) -> Path:
    """The invented world in folder/vault, its log-ins in folder/log-ins.txt; the answer is the vault."""
    from tvaerfaglig.services.demo import world as demo

    vault = folder / "vault"
    demo.make(vault, folder / "state", paths.resources() / "demo")
    return vault
