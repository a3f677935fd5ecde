"""Hurtig note: readable by nobody at the door, a draft of one's own at the next unlocking, once."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import PASSWORD
from tvaerfaglig.domain.quick_note import MOST, QuickNote, from_bytes, one_line, to_bytes
from tvaerfaglig.services import drafts, staffing
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.lock import quick_notes
from tvaerfaglig.store import keys, sealed_notes
from tvaerfaglig.store.sealed_notes import ASIDE, FOLDER

ROOT = Path(__file__).resolve().parents[3]
LINE = "Alma græd ved lågen kl. 8, da mor kørte"


@pytest.fixture
def door(world):
    """Writes a note at the door; `unlock` is the next morning."""

    class Door:
        place = world.folder / FOLDER

        def leave(self, line=LINE, person="mette"):
            quick_notes.leave(world.folder, person, line, world.clock)
            return max(self.files(), key=lambda one: one.stat().st_mtime_ns)

        def unlock(self, person="mette"):
            world.close()
            return world.session(person)

        def files(self):
            return sorted(self.place.glob("*.age")) if self.place.exists() else []

    return Door()


def texts(session):
    return [json.loads(one.content)["values"]["text"] for one in drafts.mine(session)]


def test_it_waits_as_ones_own_draft(door, world):
    """Her words, the day, marked as from the door; the sealed file is gone, and nobody else got it."""
    door.leave()
    world.clock.forward(days=1)
    assert texts(door.unlock("yusuf")) == []
    assert len(door.files()) == 1
    mette = door.unlock()
    (draft,) = drafts.mine(mette)
    assert texts(mette) == [LINE]
    assert json.loads(draft.content)["values"]["day"] == "2026-11-12"
    mark = quick_notes.mark_of(draft)
    assert (mark.at.hour, mark.at.day, mark.meant_for) == (8, 12, "")
    assert mette.warning == ""
    assert door.files() == []


def test_nobody_reads_it_at_the_door(door, world):
    """Neither words, nor the name, nor a key that opens it lie in the folder."""
    door.leave()
    for path in world.folder.rglob("*"):
        if path.is_file() and path.name not in {"vault.keys", "vault.keys.bak"}:
            content = path.read_bytes()
            for words in (b"Alma", b"Mette", b"mette", LINE.encode()):
                assert words not in content
    assert b"AGE-SECRET-KEY" not in b"".join(
        path.read_bytes() for path in world.folder.rglob("*") if path.is_file()
    )


def test_it_is_one_line_of_words():
    """Breaks, tabs and signs that cannot be seen become a blank or nothing; æøå are themselves."""
    assert one_line(" a\nb\u2028c\x00d\t\u200be \u202e ") == "a b c d e"
    assert one_line("pa\u030a en o\u0308") == "på en ö"


def _replay(world, door, path):
    copy = world.folder.parent / "kopi.age"
    shutil.copy(path, copy)
    return lambda: (door.place.mkdir(exist_ok=True), shutil.copy(copy, door.place / "igen.age"))


def test_a_note_read_twice_is_one_draft(door, world):
    """Killed between the draft and the file, or put back by someone: the draft stands once, as she left it."""
    again = _replay(world, door, door.leave())
    mette = door.unlock()
    (draft,) = drafts.mine(mette)
    drafts.keep(mette, draft.key, draft.kind, draft.content.replace("da mor", "da far"))
    again()
    assert texts(door.unlock()) == [LINE.replace("da mor", "da far")]
    assert door.files() == []
    mette = door.unlock()
    drafts.drop(mette, draft.key)
    again()
    assert texts(door.unlock()) == []


_KILLED = """
import os, signal, sys; sys.path.insert(0, {root!r})
from datetime import datetime
from pathlib import Path
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.store import drafts, sealed_notes
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
{where} = die
entering.unlock(Path({folder!r}), "mette", {password!r}, SetClock(datetime(2026, 11, 12, 9)), Path({state!r}))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize(
    "where", ["drafts.save", "sealed_notes.remove", "sealed_notes.waiting", "sealed_notes.take"]
)
def test_a_kill_loses_nothing_and_doubles_nothing(door, world, where):
    """Kill -9 of a real process before, in and after the transaction: one draft at the next unlocking."""
    door.leave()
    world.close()
    code = _KILLED.format(
        root=str(ROOT),
        where=where,
        folder=str(world.folder),
        password=PASSWORD,
        state=str(world.state),
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9
    assert len(door.files()) == 1
    assert texts(door.unlock()) == [LINE]
    assert texts(door.unlock()) == [LINE]
    assert door.files() == []


def test_a_tampered_note_is_set_aside_and_told_once(door):
    """Any bit turned: it is not opened, lies aside for whoever wants to know, and stands in nobody's way."""
    good = door.leave("En god linje")
    chance = random.Random(3)
    for _ in range(40):
        path = door.leave()
        content = bytearray(path.read_bytes())
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
    mette = door.unlock()
    assert texts(mette) == ["En god linje"]
    assert not good.exists()
    assert "lagt-til-side" in mette.warning
    assert len(list((door.place / ASIDE).iterdir())) == 40
    assert door.unlock().warning == ""


def test_what_others_lay_in_the_folder_harms_nobody(door, world, tmp_path):
    """Links, folders, nonsense, the enormous, another vault's: nothing is followed, opened whole, or believed."""
    import pyrage

    door.leave()
    elsewhere = tmp_path / "andet.age"
    elsewhere.write_bytes(b"hel")
    (door.place / "link.age").symlink_to(elsewhere)
    (door.place / "mappe.age").mkdir()
    (door.place / "stor.age").write_bytes(os.urandom(200_000))
    (door.place / "tom.age").write_bytes(b"")
    (door.place / "rest.age.tmp").write_bytes(b"halv")
    recipient = pyrage.x25519.Recipient.from_str(keys.read(world.folder).notes)

    def sealed(name, content):
        (door.place / name).write_bytes(pyrage.encrypt(content, [recipient]))

    sealed("nonsens.age", b"\xff" * 100)
    sealed("dyb.age", b"[" * 5000)
    sealed("tal.age", b'{"id": 1}')
    for name, changed in (
        ("anden.age", {"vault_id": "en-anden"}),
        ("lang.age", {"text": "x" * (MOST + 1)}),
        ("sti.age", {"id": "../../x"}),
    ):
        note = {
            "id": "a" * 32,
            "vault_id": keys.read(world.folder).vault_id,
            "person": "mette",
            "written_at": "2026-11-12T08:00:00+01:00",
            "text": "Ikke denne",
        }
        sealed(name, json.dumps(note | changed).encode())
    mette = door.unlock()
    assert texts(mette) == [LINE]
    assert elsewhere.read_bytes() == b"hel"
    assert (door.place / "link.age").is_symlink()
    aside = {one.name for one in (door.place / ASIDE).iterdir()}
    assert aside == {
        "stor.age", "tom.age", "nonsens.age", "dyb.age", "tal.age", "anden.age", "lang.age", "sti.age",
    }  # fmt: skip


def test_a_folder_that_is_a_link_is_left_alone(door, world, tmp_path):
    """The notes' folder itself may be planted."""
    (tmp_path / "udenfor").mkdir()
    (tmp_path / "udenfor" / "x.age").write_bytes(b"x")
    door.place.symlink_to(tmp_path / "udenfor")
    assert texts(door.unlock()) == []
    assert (tmp_path / "udenfor" / "x.age").read_bytes() == b"x"


def test_a_note_for_someone_who_left_goes_to_the_leader(door, world):
    """Sealed before Yusuf was removed: still opened with the old key, and it says whom it was for."""
    door.leave("Ring til Emils far", "yusuf")
    staffing.remove_person(door.unlock("hanne"), "yusuf")
    before = keys.read(world.folder).notes
    assert texts(door.unlock("mette")) == []
    hanne = door.unlock("hanne")
    (draft,) = drafts.mine(hanne)
    assert quick_notes.mark_of(draft).meant_for == "Yusuf Demir"
    assert json.loads(draft.content)["values"]["seen_by"] == []
    assert keys.read(world.folder).notes == before


def test_who_was_removed_cannot_read_what_comes_later(door, world):
    """The key at the door changes with the removal; the old one goes when nothing waits for it."""
    hanne = door.unlock("hanne")
    old = sealed_notes._keys(hanne.vault)
    staffing.remove_person(hanne, "yusuf")
    assert keys.read(world.folder).notes not in old
    assert set(old) < set(sealed_notes._keys(hanne.vault))
    door.leave()
    assert texts(door.unlock()) == [LINE]
    assert set(sealed_notes._keys(door.unlock().vault)) == {keys.read(world.folder).notes}


def test_a_key_file_from_before_gets_its_key_at_the_next_unlocking(door, world):
    """Until then a note is refused in words; an old file's seal still holds."""
    hanne = door.unlock("hanne")
    keys.set_notes_key(world.folder, hanne.opened, "")
    hanne.vault.db.conn.execute("DELETE FROM vault WHERE name GLOB 'hurtig-noegle:*'")
    hanne.vault.db.conn.commit()
    assert b'"notes"' not in (world.folder / "vault.keys").read_bytes()
    with pytest.raises(quick_notes.NotLeft, match="når en af jer har låst op"):
        door.leave()
    door.unlock("yusuf")
    door.leave()
    assert texts(door.unlock()) == [LINE]


@pytest.mark.parametrize(
    ("line", "person", "said"),
    [(" \n ", "mette", "Skriv noten"), ("x" * 401, "mette", "for lang"), ("Hej", "ingen", "Vælg")],
)
def test_what_is_no_note_is_asked_about(door, line, person, said):
    with pytest.raises(Unclear, match=said):
        door.leave(line, person)
    assert door.files() == []


def test_there_is_an_end_to_how_many_wait(door, world):
    """Whoever fills the folder is stopped, and the notes are still fetched."""
    for _ in range(sealed_notes.MOST_WAITING):
        door.leave()
    with pytest.raises(quick_notes.NotLeft, match="mange hurtige noter"):
        door.leave()
    assert len(texts(door.unlock())) == sealed_notes.MOST_WAITING


def test_a_full_disk_says_so_and_leaves_nothing_half(world, small_disk):
    """The words stay in their field; no torn file is left to be believed."""
    disk = small_disk("8m")
    folder = shutil.copytree(world.folder, disk / "boks")
    (disk / "fyld").write_bytes(b"")
    with pytest.raises(OSError, match="No space"), (disk / "fyld").open("ab") as fill:
        while True:
            fill.write(b"x" * 4096)
            fill.flush()
    with pytest.raises(quick_notes.NotLeft, match="Disken er fuld"):
        quick_notes.leave(folder, "mette", LINE, world.clock)
    assert not list((folder / FOLDER).glob("*")) if (folder / FOLDER).exists() else True


def test_a_note_from_a_clock_that_was_ahead_is_no_later_than_now(door, world):
    world.clock.forward(days=900)
    door.leave()
    world.clock.forward(days=-900)
    (draft,) = drafts.mine(door.unlock())
    assert quick_notes.mark_of(draft).at == world.clock.now()


def test_bytes_and_back(clock):
    note = QuickNote(id="b" * 32, vault_id="v", person="p", written_at=clock.now(), text=LINE)
    assert from_bytes(to_bytes(note)) == note
    assert len(to_bytes(note)) == len(to_bytes(replace(note, text="Kort.")))


@pytest.mark.skipif(sys.platform == "win32", reason="modes are not Windows'")
def test_a_folder_shared_by_several_logins_stays_shared(door, world):
    """The notes' folder and files have the rights of the vault's own."""
    world.folder.chmod(0o775)
    (world.folder / "vault.keys").chmod(0o664)
    path = door.leave()
    assert path.stat().st_mode & 0o777 == 0o664
    assert path.parent.stat().st_mode & 0o777 == 0o775
