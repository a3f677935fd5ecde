"""Rows 18 and 19: what was typed, saved, copied and broken over is nowhere in clear, and a break names nobody."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.conftest import PASSWORD
from tests.faults import whole_program
from tests.faults.disks import Disk
from tests.faults.names import CHILD, SECRET
from tvaerfaglig.app import LOCKED

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the platform has no such thing")


class Own:
    """A user of her own: home, temporary folder and the program's folders lie in one place."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.said = ""
        for name in ("tmp", "state", "run"):
            (home / name).mkdir(mode=0o700, exist_ok=True)

    def run(self, part: str, code: int = 0) -> dict[str, Any]:
        """The program as its own process with somebody at it; the answer is what that one saw."""
        xdg = {
            f"XDG_{kind}_HOME": str(self.home / kind.lower())
            for kind in ("STATE", "DATA", "CONFIG", "CACHE")
        }
        mine = {
            "HOME": str(self.home),
            "TMPDIR": str(self.home / "tmp"),
            "XDG_RUNTIME_DIR": str(self.home / "run"),
        }
        done = subprocess.run(
            [sys.executable, whole_program.__file__, part, str(self.home / "boks")],
            env={**os.environ, **xdg, **mine, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        self.said += done.stdout + done.stderr
        assert done.returncode == code, done.stdout[-300:] + done.stderr[-2000:]
        return json.loads(done.stdout.splitlines()[-1])

    def holding(self, words: str) -> list[str]:
        """The files that hold the words, whichever way a program may write them."""
        forms = [words.encode(kind) for kind in ("utf-8", "utf-16-le", "utf-16-be")]
        files = [one for one in self.home.rglob("*") if one.is_file()]
        return [str(one) for one in files if any(form in one.read_bytes() for form in forms)]


@pytest.fixture
def own(tmp_path, built):
    """Mælkebøtten as one user's own vault."""
    Disk(tmp_path).move_in(built)
    (tmp_path / "state").rename(tmp_path / "made")
    shutil.copytree(tmp_path / "made", tmp_path / "state" / "Tværfaglig")
    return Own(tmp_path)


def test_no_file_no_output_and_no_clipboard_holds_what_was_typed(own):
    """Row 18: home, temporary folder, settings, logs, recent files, crash note, output and clipboard are looked through."""
    found = own.run("works")
    assert found == {"code": LOCKED, "clipboard": ""}
    for words in (SECRET, "Alma", PASSWORD):
        assert own.holding(words) == []
        assert words not in own.said
    assert "ValueError at" in own.said


def test_a_leaders_week_with_an_indsats_leaves_words_only_in_what_she_saved(own):
    """Row 18 for families, rolls, Tal and spreadsheets: no file, no output; what is saved says nobody's name outside.

    Neither the names of the saved files nor what a file manager shows of them: title, author, subject, makers.
    """
    assert own.run("leads") == {"code": LOCKED}
    papers = {one: one.read_bytes() for one in (own.home / "papirer").iterdir()}
    assert {one.suffix for one in papers} == {".pdf", ".xlsx", ".toml"}
    shown = "\n".join([*(one.name for one in papers), *map(outside, papers)])
    for words in (SECRET, "Alma", "Nowak", "Moralma", "Hansgaard", "Bjerre", PASSWORD):
        assert words not in own.said + shown
        lying = [one for one in own.holding(words) if Path(one).parent.name != "papirer"]
        # a colleague's name stands on the door of the vault (decisions.md no. 8), and no other
        assert words == "Bjerre" or lying == [], words
    assert b"Alma" not in papers[own.home / "papirer" / "form.toml"]
    (counts,) = (one for one in papers if one.name.startswith("tal"))
    assert "Alma" not in "".join(inside(counts).values())


def outside(file: Path) -> str:
    """What is seen of a file without opening it."""
    if file.suffix == ".pdf":
        with pikepdf.open(file) as pdf:
            return f"{dict(pdf.docinfo)} {pdf.Root.get('/Metadata', b'') and pdf.Root.Metadata.read_bytes()!r}"
    if file.suffix == ".xlsx":
        return "".join(text for name, text in inside(file).items() if name.startswith("docProps"))
    return ""


def inside(workbook: Path) -> dict[str, str]:
    with zipfile.ZipFile(workbook) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def test_a_break_is_told_without_a_name_and_the_program_goes_on(own, said_plainly):
    """Row 19, 15 exceptions that carry a name: window, log, copied places and every file are without it."""
    found = own.run("breaks")
    assert len(found["shown"]) == 15
    assert found["goes on"]
    for words in (CHILD, CHILD.split()[0], CHILD.encode("utf-16").hex()):
        assert words not in json.dumps(found["shown"], ensure_ascii=False) + found["copied"]
        assert words not in own.said
        assert own.holding(words) == []
    for means, *_, places in found["shown"].values():
        said_plainly(means)
        assert "whole_program.py:" in places
        assert str(own.home) not in places


@POSIX
def test_a_fall_is_told_at_the_next_start_and_takes_no_memory_along(own, said_plainly):
    """Row 19, the whole process: the places without a folder, no core file, no other program looking in."""
    own.run("falls", code=-11)
    found = own.run("is_told")
    means, places = found["note"]
    said_plainly(means)
    assert "whole_program.py:" in places
    assert str(own.home) not in places
    assert str(Path(whole_program.__file__).parent) not in places
    assert found["core"] == [0, 0]
    assert not sys.platform.startswith("linux") or found["dumpable"] == 0
    assert own.holding(SECRET) == []
    assert SECRET not in own.said
    assert not list(own.home.rglob("core*"))


def test_a_command_that_breaks_says_so_without_a_name(tmp_path, said_plainly):
    """Row 19, without a window: places in the code, and a sentence."""
    (tmp_path / "vault.keys").mkdir()
    done = subprocess.run(
        [sys.executable, "main.py", "verify", str(tmp_path), "--user", CHILD],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert CHILD not in done.stderr
    said_plainly(done.stderr.strip().splitlines()[-1])
