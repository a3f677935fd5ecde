"""The guided tour, as README promises it: every step by real windows, the paper, and a vault that holds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tvaerfaglig.services.lock import door
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store.backup import opened_store
from tvaerfaglig.store.byte_search import look_through

pytestmark = [pytest.mark.minutes, pytest.mark.timeout(600)]

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("tour")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "main.py", "demo", "--tour", str(folder)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=580,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return folder, done.stdout


def test_it_says_each_step_and_where_things_lie(tour):
    """One line a picture, the papers' paths, the log-ins and the vault."""
    folder, said = tour
    assert "Lås op" in said
    assert str(folder / "underretning.pdf") in said
    assert "Boksen er efterset: alt er, som det blev skrevet." in said
    assert (folder / "log-ins.txt").read_text(encoding="utf-8").count(" · ") == 2 * 16


def test_every_picture_is_taken_light_and_dark(tour):
    """Numbered without a gap, each with its dark sister."""
    folder, _ = tour
    light = sorted(p for p in folder.glob("*.png") if not p.stem.endswith("-moerk"))
    assert [int(p.name[:2]) for p in light] == list(range(1, len(light) + 1))
    assert len(light) >= 40
    assert all((folder / f"{p.stem}-moerk.png").exists() for p in light)


def test_the_letter_on_paper_is_what_was_written(tour):
    """The summary typed by hand and the observations dragged in stand in the PDF; no other child does."""
    folder, _ = tour
    words = subprocess.run(
        ["pdftotext", "-layout", str(folder / "underretning.pdf"), "-"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout
    flat = " ".join(words.split())
    assert "Mor beder selv om hjælp til morgenerne." in flat
    assert "Alma byggede hule med et andet barn" in flat
    assert "Klokkerbakken" not in flat
    assert "UDKAST" not in flat


def test_the_statement_of_the_year_names_nobody(tour):
    """The house's own figures on paper, and no child of the demo."""
    folder, _ = tour
    words = subprocess.run(
        ["pdftotext", "-layout", str(folder / "aarsopgoerelse.pdf"), "-"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert "Årsopgørelse 2026/27" in words
    assert "Fra bekymring til handling" in words
    assert not any(name in words for name in ("Alma", "Merve", "Selma", "Bertil"))


def test_what_was_erased_is_nowhere_in_the_vault_it_leaves(tour):
    """Not a name in any row, any page or the word index, when the finished vault is opened again."""
    folder, _ = tour
    vault = folder / "vault"
    login = next(one for one in door.read_logins(vault) if one.name.startswith("Hanne"))
    person = next(one for one in door.look(vault).people if one.name == login.name)
    opened = keeping.open_keys(vault, person.id, login.password)
    with opened_store(vault, opened) as (db, key):
        found = look_through(db, key, vault / "vault.db", [], [b"El-Khatib", b"el-khatib"])
        there = look_through(db, key, vault / "vault.db", [], [b"Nowak"])
    assert found.clean
    assert not found.standing
    assert there.standing


def test_no_word_of_it_lies_in_clear_on_the_disk(tour):
    """The vault's files hold neither the names nor the words."""
    folder, _ = tour
    raw = b"".join(path.read_bytes() for path in (folder / "vault").glob("vault.db*"))
    for word in ("Alma Nowak", "havregryn", "morgenvagt", "Klokkerbakken", "observation"):
        assert word.encode() not in raw
        assert word.encode("utf-16-le") not in raw


def test_the_vault_it_leaves_can_be_verified_from_the_command_line(tour):
    """main.py verify finds everything as it was written, with the log-ins beside the vault."""
    folder, _ = tour
    done = subprocess.run(
        [sys.executable, "main.py", "verify", str(folder / "vault")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Alt er, som det blev skrevet." in done.stdout
