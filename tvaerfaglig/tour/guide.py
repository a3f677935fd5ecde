"""Walks the tour: makes the demo, starts the program once for each time someone unlocks it, checks the vault.

Each lock ends the process that held the key, so the next part of the tour begins in a new one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tvaerfaglig import app
from tvaerfaglig.services.demo import world as demo
from tvaerfaglig.services.lock import door
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.tour.parts import PARTS

VAULT = "vault"
_OURS = ("*.png", "*.pdf")


def guide(folder: Path) -> int:
    """Run every part in its own process; the first that goes wrong ends the tour with 1."""
    folder = folder.resolve()
    _clear(folder)
    folder.mkdir(parents=True, exist_ok=True)
    print(f"Rundturen skriver i {folder}")
    vault = app.make_demo(folder)
    print(f"Boksen er lavet: {vault}")
    print(f"Adgangskoderne står i {folder / demo.LOGINS}")
    for number, part in enumerate(PARTS):
        print(f"\n{part.heading}", flush=True)
        if not _walk(folder, number, last=part is PARTS[-1]):
            print("Rundturen standsede her. Det, der nåede at blive gemt, ligger i mappen.")
            return 1
    return 0 if _verified(folder, vault) else 1


def _clear(folder: Path) -> None:
    """Take an earlier tour away; nothing else that may lie in the folder."""
    for name in (VAULT, "state"):
        shutil.rmtree(folder / name, ignore_errors=True)
    for pattern in _OURS:
        for left in folder.glob(pattern):
            left.unlink()


def _walk(folder: Path, number: int, *, last: bool) -> bool:
    root = Path(app.__file__).resolve().parents[2]
    command = [sys.executable, "-m", "tvaerfaglig.tour.part", str(folder), str(number)]
    ended = subprocess.run(command, cwd=root, env=_environment(), check=False, timeout=600)  # noqa: S603
    return ended.returncode == (0 if last else app.LOCKED)


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONIOENCODING": "utf-8"}


def _verified(folder: Path, vault: Path) -> bool:
    """The vault that the tour leaves must be as it was written, to the last page."""
    leader = next(one for one in demo.read_logins(vault) if one.role.startswith("leder"))
    person = next(one for one in door.look(vault).people if one.name == leader.name)
    report = keeping.verify(
        vault, keeping.open_keys(vault, person.id, leader.password), folder / "state"
    )
    pictures, papers = (len(list(folder.glob(pattern))) for pattern in _OURS)
    print(f"\n{pictures} billeder og {papers} PDF'er ligger i {folder}")
    print(
        "Boksen er efterset: alt er, som det blev skrevet."
        if report.sound
        else "Boksen er ikke i orden."
    )
    return report.sound
