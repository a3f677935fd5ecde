"""What the start may not bring in, for the person at the door waits for all of it."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from tvaerfaglig.services.lock import door
from tvaerfaglig.store import door_sign, keys
from tvaerfaglig.ui import warming, widgets

ROOT = Path(__file__).resolve().parents[1]
SHOWN = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tvaerfaglig import app as program
from tvaerfaglig.ui.theme.look import FUSION
app = QApplication(["", "-style", FUSION]); app.setProperty(FUSION, True)
shown = program.Program(app, Path(sys.argv[1]), lambda: None)
shown.open(); app.processEvents()
assert shown.doorway.isVisible()
print(json.dumps(sorted(sys.modules)), flush=True)
import os; os._exit(0)
"""
HEAVY = {
    "argon2", "babel", "cryptography", "docx", "holidays", "html", "keyring", "msgspec", "openpyxl", "pikepdf",
    "platformdirs", "pyrage", "reportlab", "simplemma", "sqlcipher3", "sqlite3", "sqlite_utils", "stdnum",
}  # fmt: skip


@pytest.fixture(scope="module")
def brought_in(demo_made: Path) -> set[str]:
    command = [sys.executable, "-c", SHOWN, str(demo_made / "vault")]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    return set(json.loads(said.stdout))


def test_the_door_brings_in_no_heavy_library(brought_in: set[str]):
    """Encryption, database, paper and calendars wait until somebody types her password."""
    assert not HEAVY & {name.split(".")[0] for name in brought_in}


def test_the_door_brings_in_little_of_our_own(brought_in: set[str]):
    """Neither the vault nor a single place of the house is loaded before the door stands."""
    ours = {name for name in brought_in if name.startswith("tvaerfaglig.")}
    inside = {
        "tvaerfaglig.services.session",
        "tvaerfaglig.services.library",
        "tvaerfaglig.ui.house",
        "tvaerfaglig.ui.akut.sheet",
        "tvaerfaglig.ui.widgets.tables",
        "tvaerfaglig.store.vault",
        "tvaerfaglig.store.keys",
        "tvaerfaglig.domain.danish.typed",
        "tvaerfaglig.printouts",
    }
    assert not inside & ours
    assert len(ours) < 70


def test_what_is_loaded_while_one_types_is_there_to_be_loaded():
    """A module that was renamed is missed here, not by the first who types her password."""
    for name in (*warming._ASIDE, *warming._HERE):
        import_module(name)


def test_the_kit_gives_what_it_says_however_it_was_come_by():
    """No module of the kit stands where something in it is asked for, and every name is there."""
    for found in pkgutil.iter_modules(widgets.__path__):
        import_module(f"{widgets.__name__}.{found.name}")
    assert not [name for name in widgets.__all__ if isinstance(getattr(widgets, name), ModuleType)]


def test_the_door_sign_says_what_the_whole_reading_says(world):
    """The quick look and the thorough one name the same house and the same people."""
    assert door_sign.read(world.folder) is not None
    assert door.look(world.folder) == door._closer(world.folder)


def test_a_file_that_was_touched_is_not_read_in_haste(world):
    """One other letter in a name, and the quick look leaves it to the thorough one."""
    path = world.folder / "vault.keys"
    path.write_bytes(path.read_bytes().replace(b"Mette", b"Metta"))
    assert door_sign.read(world.folder) is None
    assert not any("Metta" in one.name for one in door.look(world.folder).people)


def test_a_newer_file_is_not_read_in_haste(world):
    """A version that this program does not know is refused by the thorough reading, in its words."""
    path = world.folder / "vault.keys"
    path.write_bytes(path.read_bytes().replace(b'"version": 1', b'"version": 2'))
    assert door_sign.read(world.folder) is None
    with pytest.raises(keys.KeysError):
        keys.read(world.folder)
