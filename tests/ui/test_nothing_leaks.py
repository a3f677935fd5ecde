"""What was typed, saved, found and copied is nowhere in clear when the screen is locked."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.conftest import PASSWORD
from tests.ui.test_locked_while_writing import at_work, settle  # noqa: F401  a fixture
from tvaerfaglig.services import library, underretninger

SECRET = "Kvistehule bag legehuset"


def in_clear(folder: Path, words: str) -> list[str]:
    """The files that hold the words, whichever way a program may write them."""
    forms = [words.encode(kind) for kind in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [one for one in folder.rglob("*") if one.is_file()]
    return [str(one) for one in files if any(form in one.read_bytes() for form in forms)]


@pytest.mark.usefixtures("world")
def test_no_file_and_no_clipboard_holds_it_after_the_lock(at_work, world, tmp_path, capfd, caplog):  # noqa: F811
    """Vault, drafts, settings, logs, output, the temporary folder and the clipboard are looked through."""
    before = set(Path(tempfile.gettempdir()).iterdir())
    program = at_work("observation", "alma")
    page = program.house.place()
    QTest.keyClicks(page.writing.form.text, SECRET)
    page.save_now()
    settle(program)
    page.writing.save(complete=True)
    settle(program)
    mette = program.session
    letter = program.tasks.now(lambda: underretninger.begin(mette, "alma").id)
    program.tasks.now(lambda: underretninger.save_section(mette, letter, "resume", SECRET))
    program.house.go("underretninger", letter)
    settle(program)
    program.tasks.now(lambda: underretninger.finish(mette, letter, library.load()))
    program.house.go("boern", "alma")
    settle(program)
    QApplication.clipboard().setText(SECRET)
    program.lock()
    assert SECRET not in QApplication.clipboard().text()
    assert in_clear(tmp_path, SECRET) == []
    assert in_clear(tmp_path, "Alma") == []
    fresh = [one for one in Path(tempfile.gettempdir()).iterdir() if one not in before]
    assert [one for one in fresh if one.is_dir() and in_clear(one, SECRET)] == []
    assert [one for one in fresh if one.is_file() and SECRET.encode() in one.read_bytes()] == []
    for place in (QStandardPaths.StandardLocation.AppDataLocation,):
        folder = Path(QStandardPaths.writableLocation(place))
        assert not folder.exists() or in_clear(folder, SECRET) == []
    said = capfd.readouterr()
    assert SECRET not in said.out + said.err + caplog.text
    assert PASSWORD not in said.out + said.err + caplog.text + " ".join(sys.argv)
    assert SECRET not in str(dict(os.environ))
