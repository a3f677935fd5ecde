"""Beside the vault: what the program notes for itself, and what people write by hand, worn in every way.

None of it holds anything that a person wrote about a child, so none of it may keep her from the vault.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import PASSWORD
from tests.faults.at_the_program import Started
from tests.faults.disks import Disk
from tvaerfaglig.app import LOCKED
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.services import library
from tvaerfaglig.services.lock import door, entering
from tvaerfaglig.services.saving import NotSaved

GARBAGE = {
    "empty": b"",
    "brace": b"{",
    "zeros": bytes(4096),
    "chance": bytes(range(256)) * 8,
    "list": b"[1, 2, 3]",
    "text": "[Generelt]\ndoor=æøå\nwindow\\geometry=noget andet\n".encode(),
}


@pytest.fixture
def start(qtbot, clock):
    made: list[Started] = []

    def begin(place: Path, person: str = "mette", *, opens: bool = True) -> Started:
        made.append(Started(qtbot, place, clock, person, opens=opens))
        return made[-1]

    yield begin
    for one in made:
        one.close()


@pytest.fixture
def lived_in(built, tmp_path, start):
    """A house where somebody has worked and locked, so that every note is there."""
    Disk(tmp_path).move_in(built)
    shutil.copyfile(
        library.paths.resources() / library.NUMBERS, tmp_path / "boks" / library.NUMBERS
    )
    at = start(tmp_path)
    at.program.house.shell.close()
    at.close()
    return tmp_path


@pytest.mark.parametrize("kind", GARBAGE)
def test_a_worn_note_keeps_nobody_out(lived_in, clock, start, kind, said_plainly):
    """Every file of the program's own folder, one at a time: in, perhaps with a sentence, and locked again."""
    notes = [one for one in (lived_in / "state").iterdir() if one.is_file()]
    assert len(notes) >= 3
    for note in notes:
        kept = note.read_bytes()
        note.write_bytes(GARBAGE[kind])
        session = entering.unlock(lived_in / "boks", "mette", PASSWORD, clock, lived_in / "state")
        if session.warning:
            said_plainly(session.warning)
        assert session.vault.examine().sound
        entering.close(session)
        note.write_bytes(kept)
    for note in notes:
        if note.suffix != ".device":
            note.write_bytes(GARBAGE[kind])
    at = start(lived_in)
    assert at.program.house.shell.isVisible()
    at.program.lock()
    assert at.ended == [LOCKED]


def test_a_note_that_is_a_folder_is_said_or_passed_over(lived_in, clock, said_plainly):
    """Somebody put a folder in its place: no traceback at the door."""
    for note in [one for one in (lived_in / "state").iterdir() if one.is_file()]:
        kept = note.read_bytes()
        note.unlink()
        note.mkdir()
        try:
            session = entering.unlock(
                lived_in / "boks", "mette", PASSWORD, clock, lived_in / "state"
            )
        except ForPeople as refusal:
            said_plainly(refusal)
        else:
            entering.close(session)
        note.rmdir()
        note.write_bytes(kept)


@pytest.mark.parametrize("kind", GARBAGE)
def test_numbers_that_cannot_be_read_give_way_to_everybodys(lived_in, start, kind):
    """The house's own numbers are written by hand: *Akut* stands there all the same, with 112."""
    (lived_in / "boks" / library.NUMBERS).write_bytes(GARBAGE[kind])
    at = start(lived_in)
    assert "112" in str(library.local_numbers())
    at.program.house.shell.toggle_akut()
    assert at.program.house.shell.sheet.is_open()
    at.program.lock()
    assert at.ended == [LOCKED]


def test_texts_that_a_municipality_broke_are_named_at_the_door(
    lived_in, start, monkeypatch, said_plainly
):
    """The file and what is wrong with it, instead of a window that never comes; the vault is let go again."""
    own = lived_in / "resources"
    shutil.copytree(library.paths.resources(), own)
    (own / "places.toml").write_text("[[sted]\n", encoding="utf-8")
    monkeypatch.setattr(library.paths, "resources", lambda: own)
    at = start(lived_in, opens=False)
    page = at.program.doorway.page()
    at.until(page.bar.isVisible)
    assert "places.toml" in said_plainly(page.bar.words())
    assert at.program.session is None
    assert door.look(lived_in / "boks").people


def test_a_page_that_breaks_over_the_lock_keeps_nobody_from_locking(lived_in, start, caplog):
    """Its words may be lost; the screen is not left open, and the other pages keep theirs."""
    at = start(lived_in)
    at.go("boern", "alma")
    here = at.program.house.place()
    here.leave = lambda: {}["Alma"]
    at.program.lock()
    assert at.ended == [LOCKED]
    assert "KeyError at" in caplog.text
    assert "Alma" not in caplog.text
    caplog.clear()


def test_numbers_that_find_no_room_are_said(small_disk, said_plainly):
    """The old ones stand there whole."""
    disk = Disk(small_disk("1m"))
    numbers = library.local_numbers()
    library.save_local_numbers(disk.place, numbers)
    before = (disk.place / library.NUMBERS).read_bytes()
    disk.fill()
    with pytest.raises(NotSaved) as refusal:
        library.save_local_numbers(disk.place, numbers)
    said_plainly(refusal.value)
    assert (disk.place / library.NUMBERS).read_bytes() == before
    assert sorted(one.name for one in disk.place.iterdir()) == ["filler", library.NUMBERS]
