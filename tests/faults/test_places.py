"""Rows 3 and 26: where a vault lies: a folder that only reads, a folder that something else copies."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import PASSWORD
from tests.faults import deeds
from tests.faults.disks import Disk
from tests.store.bare_vault import KEY, hand, make, put, reopen, seen
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services import staffing
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.vault import caring, whereabouts
from tvaerfaglig.store import queries
from tvaerfaglig.store.checking import examine
from tvaerfaglig.store.driver import open_store
from tvaerfaglig.store.errors import VaultError
from tvaerfaglig.store.vault import FILE
from tvaerfaglig.ui.lock.first_run import FirstRunPage


@pytest.fixture
def read_only(small_disk):
    """A vault with one note, on a disk that has become read-only."""
    disk = small_disk("6m")
    vault = make(disk / "boks")
    put(vault, seen("På en skrivebeskyttet disk."))
    vault.close()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    return disk / "boks"


def test_a_vault_on_a_read_only_disk_can_be_looked_at(read_only, said_plainly):
    """Row 3: every page and the whole log can be read, and whoever would write is told in words."""
    db = open_store(read_only / FILE, KEY, only_read=True)
    assert examine(db).sound
    db.conn.close()
    with pytest.raises(VaultError) as refusal:
        reopen(read_only, signer=hand())
    said_plainly(refusal.value)


def test_a_house_on_a_read_only_disk_opens_for_its_leader(small_disk, built, clock, said_plainly):
    """Row 3: she reads, each act is refused in words, the others are told why not; nothing is left there."""
    disk = Disk(small_disk("6m"))
    disk.move_in(built)
    subprocess.run(["mount", "-o", "remount,ro", str(disk.place)], check=True)
    folder, state = disk.place / "boks", disk.place / "state"
    before = sorted(one.name for one in folder.iterdir())
    hanne = entering.unlock(folder, "hanne", PASSWORD, clock, state)
    assert queries.all_of(hanne.vault, Child)
    for act in (
        lambda: deeds.note(hanne, "På en skrivebeskyttet disk."),
        lambda: staffing.remove_person(hanne, "yusuf"),
    ):
        with pytest.raises(ForPeople) as refusal:
            act()
        said_plainly(refusal.value)
    entering.close(hanne)
    with pytest.raises(ForPeople, match="lederen"):
        entering.unlock(folder, "mette", PASSWORD, clock, state)
    assert sorted(one.name for one in folder.iterdir()) == before


MOUNTS = """/dev/sda1 / ext4 rw 0 0
//server/faelles /mnt/faelles cifs rw 0 0
sky:/ /mnt/hjem\\040sky nfs4 rw 0 0
"""


@pytest.mark.parametrize(
    "place",
    [
        "/home/bo/OneDrive - Fjordby Kommune/boks",
        "/home/bo/Dropbox/boks",
        "/home/bo/Google Drive/boks",
        "//server/faelles/boks",
        "/mnt/faelles/boks",
        "/mnt/hjem sky/boks",
    ],
)
def test_a_place_that_something_else_copies_is_warned_of(
    place, tmp_path, monkeypatch, said_plainly
):
    """Row 26: clouds by their folder, network drives by their mount; another place is suggested."""
    (tmp_path / "mounts").write_text(MOUNTS, encoding="utf-8")
    monkeypatch.setattr(whereabouts, "_MOUNTS", tmp_path / "mounts")
    assert "Vælg" in said_plainly(whereabouts.caution(Path(place)))
    assert whereabouts.caution(Path("/home/bo/.local/share/boks")) == ""


@pytest.mark.usefixtures("dressed")
def test_the_first_start_and_the_leaders_page_say_it(qtbot, tmp_path, world, said_plainly):
    """Row 26: where the vault is to be made, and where it lies."""
    page = FirstRunPage(tmp_path / "OneDrive" / "boks")
    qtbot.addWidget(page)
    assert whereabouts.IN_A_CLOUD in page.doubt.words()
    moved = tmp_path / "OneDrive" / "boks"
    shutil.copytree(world.folder, moved)
    hanne = entering.unlock(moved, "hanne", PASSWORD, world.clock, world.state)
    said_plainly(caring.care(hanne).caution)
    hanne.vault.close()
