"""Rows 3 and 26: where a vault lies: a folder that only reads, a folder that something else copies."""

from __future__ import annotations

import subprocess

import pytest

from tests.store.bare_vault import KEY, hand, make, put, reopen, seen
from tvaerfaglig.store.checking import examine
from tvaerfaglig.store.driver import open_store
from tvaerfaglig.store.errors import VaultError
from tvaerfaglig.store.vault import FILE


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
