"""``vault.keys`` on a disk that fills, wears, or belongs to someone else's program."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store import keyed_house
from tests.store.keyed_house import HANNE, METTE, PASSWORDS, House
from tvaerfaglig.store import keys, rekey
from tvaerfaglig.store.files import write_atomically
from tvaerfaglig.store.key_errors import (
    BrokenKeyFile,
    KeysNotSaved,
    NewerKeyFile,
    WrongPassword,
)

NEW = "pæoner langs muren"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file size limit")


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> House:
    return keyed_house.build(tmp_path_factory.mktemp("keys") / "boks")


@pytest.fixture
def house(built: House, tmp_path: Path) -> House:
    return replace(built, folder=Path(shutil.copytree(built.folder, tmp_path / "boks")))


@contextmanager
def no_room() -> Iterator[None]:
    """Let no file grow past 64 bytes, as a full disk would."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@posix_only
def test_full_disk_keeps_the_old_password(house):
    """A password change that does not fit is told, and everything is as before."""
    before = {path.name: path.read_bytes() for path in house.folder.iterdir()}
    with no_room(), pytest.raises(KeysNotSaved, match="disken er fuld"):
        keys.change_password(house.folder, "p-mette", PASSWORDS["p-mette"], NEW)
    assert {path.name: path.read_bytes() for path in house.folder.iterdir()} == before
    assert house.unlock(METTE).master == house.opened.master


@posix_only
def test_full_disk_keeps_nobody_out(house):
    """What would be put right at login can wait: a disk without room still lets people in."""
    coming = rekey.begin_rekey(house.folder, house.opened)
    rekey.finish_rekey(house.folder, coming)
    with no_room():
        assert house.unlock(METTE).master == coming.master
    (house.folder / "vault.keys").write_bytes(b"{")
    with no_room():
        assert house.unlock(METTE).from_backup
    assert house.unlock(METTE).from_backup
    assert not house.unlock(METTE).from_backup


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[" * 100_000, b"\xff\xfe", b"null", b"0" * (2 << 20)]
)
def test_worn_file_gives_way_to_the_backup(house, damage):
    """A torn or emptied file is read from the backup, put right at unlock, and kept aside."""
    (house.folder / "vault.keys").write_bytes(damage)
    assert keys.read(house.folder).from_backup
    with pytest.raises(WrongPassword):
        house.unlock(METTE, NEW)
    assert keys.read(house.folder).from_backup
    assert house.unlock(METTE).from_backup
    assert not keys.read(house.folder).from_backup
    assert (house.folder / "vault.keys.broken").read_bytes() == damage[: 1 << 20]


def test_missing_and_broken_say_what_to_do(house):
    """Without file and backup the words name the file and where to get it."""
    for path in house.folder.iterdir():
        path.unlink()
    with pytest.raises(BrokenKeyFile, match=r"vault\.keys mangler .*sikkerhedskopi"):
        keys.read(house.folder)
    (house.folder / "vault.keys").write_bytes(b"x")
    with pytest.raises(BrokenKeyFile, match=r"vault\.keys er beskadiget.*sikkerhedskopi"):
        house.unlock(METTE)
    with pytest.raises(BrokenKeyFile):
        keys.read(house.folder / "findes-ikke")


def test_worn_bit_is_not_called_a_wrong_password(house):
    """Every single flipped bit in a slot's secret is seen as wear, not as mistyping."""
    content = (house.folder / "vault.keys").read_bytes()
    (house.folder / "vault.keys.bak").unlink()
    start = content.index(b'"sealed"')
    for at in range(start + 12, start + 60):
        for bit in (1, 4):
            worn = bytearray(content)
            worn[at] ^= bit
            (house.folder / "vault.keys").write_bytes(worn)
            with pytest.raises(BrokenKeyFile):
                house.unlock(HANNE)


def test_newer_file_is_left_alone(house):
    """A file from a newer program is neither read from its backup nor overwritten."""
    path = house.folder / "vault.keys"
    note = json.loads(path.read_bytes())
    note["version"], note["slots"] = 2, "en helt anden form"
    path.write_text(json.dumps(note), encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(NewerKeyFile, match="nyere version"):
        house.unlock(METTE)
    with pytest.raises(NewerKeyFile):
        keys.rename_house(house.folder, house.opened, "Bakken")
    assert path.read_bytes() == before


def test_previous_header_is_kept(house):
    """After an everyday change the header from before stands as the backup."""
    before = (house.folder / "vault.keys").read_bytes()
    keys.rename_house(house.folder, house.opened, "Bakkehuset")
    assert (house.folder / "vault.keys.bak").read_bytes() == before
    assert (house.folder / "vault.keys").read_bytes() != before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows links need rights")
def test_planted_link_is_not_followed(tmp_path):
    """A link laid where the temporary file goes is replaced, not written through."""
    victim = tmp_path / "vigtigt"
    victim.write_bytes(b"urort")
    (tmp_path / "fil.tmp").symlink_to(victim)
    write_atomically(tmp_path / "fil", b"nyt")
    assert victim.read_bytes() == b"urort"
    assert (tmp_path / "fil").read_bytes() == b"nyt"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_shared_folder_keeps_its_rights(tmp_path):
    """A file that the group may write stays so when it is replaced; a private one is private."""
    shared = tmp_path / "fil"
    shared.write_bytes(b"1")
    shared.chmod(0o664)
    write_atomically(shared, b"2")
    assert shared.stat().st_mode & 0o777 == 0o664
    write_atomically(tmp_path / "egen", b"3", private=True)
    assert (tmp_path / "egen").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["egen", "fil"]


def test_backup_that_cannot_be_written(tmp_path):
    """A change that has happened is not called failed because its backup found no room."""
    (tmp_path / "vault.keys.bak.tmp").mkdir()
    made = keys.create(
        tmp_path,
        vault_id="v",
        house="Bakken",
        person=METTE,
        password=NEW,
        kdf=keyed_house.DEMO_KDF,
    )
    assert keys.unlock(tmp_path, "p-mette", NEW).master == made.master
    assert not (tmp_path / "vault.keys.bak").exists()


def test_file_that_may_not_be_read(house):
    """Something in the file's place that cannot be read gives words too."""
    for path in house.folder.iterdir():
        path.unlink()
    (house.folder / "vault.keys").mkdir()
    with pytest.raises(BrokenKeyFile, match="kan ikke læses lige nu"):
        keys.read(house.folder)
