"""Taking a person out for good: a new master key, safe against a kill at any point."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3

from tests.store import keyed_house
from tests.store.keyed_house import HANNE, METTE, PASSWORDS, YUSUF, House, forge, header
from tests.store.kill_points import kill_points
from tvaerfaglig.store import keys, rekey
from tvaerfaglig.store.key_errors import (
    BrokenKeyFile,
    KeysError,
    LastPerson,
    RekeyUnfinished,
    StaleKeys,
    UnknownPerson,
    WrongPassword,
)
from tvaerfaglig.store.key_file import stamped, to_bytes
from tvaerfaglig.store.opened import Opened
from tvaerfaglig.store.slots import hand_over

NEW = "pæoner langs muren"
WORDS = "Viggo byggede et tårn med Alma"


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> House:
    built = keyed_house.build(tmp_path_factory.mktemp("keys") / "boks")
    with _Connected(built.folder, built.opened) as db:
        db.execute("CREATE TABLE note (words TEXT)")
        db.execute("INSERT INTO note VALUES (?)", (WORDS,))
    return built


@pytest.fixture
def house(built: House, tmp_path: Path) -> House:
    return replace(built, folder=Path(shutil.copytree(built.folder, tmp_path / "boks")))


class _Connected:
    """A real SQLCipher file beside the header, keyed as the vault is."""

    def __init__(self, folder: Path, opened: Opened) -> None:
        self._db = sqlcipher3.connect(str(folder / "vault.db"))
        self._db.execute("PRAGMA cipher_log_level = NONE")
        self._db.execute(f"PRAGMA key = \"x'{opened.subkey('sqlcipher').hex()}'\"")

    def __enter__(self):
        return self._db

    def __exit__(self, *_: object) -> None:
        self._db.commit()
        self._db.close()


def _reads(folder: Path, opened: Opened) -> bool:
    try:
        with _Connected(folder, opened) as db:
            return db.execute("SELECT words FROM note").fetchall() == [(WORDS,)]
    except sqlcipher3.dbapi2.DatabaseError:
        return False


def _settle(folder: Path, opened: Opened) -> Opened:
    """What the vault does after every unlock: finish what a kill left open."""
    if opened.older is None:
        return opened
    if not _reads(folder, opened):
        with _Connected(folder, opened.older) as db:
            db.execute(f"PRAGMA rekey = \"x'{opened.subkey('sqlcipher').hex()}'\"")
    return rekey.finish_rekey(folder, opened)


def _remove(house: House, person_id: str) -> Opened:
    return _settle(house.folder, rekey.begin_rekey(house.folder, house.opened, without=[person_id]))


def test_removed_for_good(house, tmp_path):
    """Neither the old header nor the new one lets the removed person at the vault again."""
    shutil.copy(house.folder / "vault.keys", tmp_path / "gemt.keys")
    mettes = house.unlock(METTE)
    now = _remove(house, "p-mette")
    assert now.older is None
    assert now.master != house.opened.master
    assert _reads(house.folder, now)
    assert not _reads(house.folder, mettes)
    with pytest.raises(UnknownPerson):
        house.unlock(METTE)
    shutil.copy(tmp_path / "gemt.keys", house.folder / "vault.keys")
    assert not _reads(house.folder, house.unlock(METTE))


def test_removed_persons_slot_replayed(house):
    """Her old slot put back into the new header is refused, with or without another's handover."""
    old = header(house.folder).slot_of("p-mette")
    _remove(house, "p-mette")
    clean = (house.folder / "vault.keys").read_bytes()
    forge(house.folder, lambda file: file.with_slot(None, old))
    with pytest.raises(BrokenKeyFile):
        house.unlock(METTE)
    (house.folder / "vault.keys").write_bytes(clean)
    borrowed = header(house.folder).slot_of("p-yusuf").handovers
    assert borrowed
    forge(house.folder, lambda file: file.with_slot(None, replace(old, handovers=borrowed)))
    with pytest.raises(BrokenKeyFile):
        house.unlock(METTE)


def test_outsider_cannot_leave_a_key(house):
    """A handover made without the old master key is refused, even where all else is sealed by it.

    Otherwise an outsider could move a colleague's typing into a vault of the outsider's own.
    """
    planted_key = Opened(vault_id=keyed_house.VAULT_ID, generation=2, master=b"k" * 32)
    _remove(house, "p-mette")

    def edit(file):
        slot = file.slot_of("p-yusuf")
        planted = hand_over(
            replace(slot, handovers=()),
            old=b"g" * 32,
            generation=2,
            new=planted_key.master,
            vault_id=file.vault_id,
        )
        return stamped(file.with_slot(slot, planted), planted_key)

    (house.folder / "vault.keys").write_bytes(to_bytes(edit(header(house.folder))))
    (house.folder / "vault.keys.bak").unlink()
    with pytest.raises(BrokenKeyFile):
        house.unlock(YUSUF)


def test_the_others_need_do_nothing(house):
    """Colleague and paper code reach the new key with what they had, now and at later logins."""
    now = _remove(house, "p-mette")
    assert keys.unlock_with_code(house.folder, house.code).master == now.master
    for _ in range(2):
        assert house.unlock(YUSUF).master == now.master
    slot = header(house.folder).slot_of("p-yusuf")
    assert (slot.generation, slot.handovers) == (2, ())


def test_away_during_three_rekeys(house):
    """Someone who was on leave through several key changes still gets in."""
    opened = house.opened
    for _ in range(3):
        opened = _settle(house.folder, rekey.begin_rekey(house.folder, opened))
    assert len(header(house.folder).slot_of("p-yusuf").handovers) == 3
    assert house.unlock(YUSUF).master == opened.master
    assert house.unlock(YUSUF).generation == 4
    assert _reads(house.folder, house.unlock(YUSUF))


def test_both_keys_while_unfinished(house):
    """Until it is finished everyone left reaches both keys, and a new password does as well."""
    coming = rekey.begin_rekey(house.folder, house.opened, without=["p-mette"])
    keys.set_password(house.folder, coming, "p-yusuf", NEW)
    for opened in (
        house.unlock(HANNE),
        house.unlock(YUSUF, NEW),
        keys.unlock_with_code(house.folder, house.code),
    ):
        assert opened.older is not None
        assert (opened.master, opened.older.master) == (coming.master, house.opened.master)
    assert keys.read(house.folder).rekey_pending
    with pytest.raises(RekeyUnfinished):
        rekey.begin_rekey(house.folder, coming)
    rekey.finish_rekey(house.folder, coming)
    assert house.unlock(YUSUF, NEW).master == coming.master
    assert not keys.read(house.folder).rekey_pending


def test_finishing_twice_is_harmless(house):
    """A finish repeated after a kill changes nothing."""
    coming = rekey.begin_rekey(house.folder, house.opened)
    first = rekey.finish_rekey(house.folder, coming)
    content = (house.folder / "vault.keys").read_bytes()
    assert rekey.finish_rekey(house.folder, coming).generation == first.generation == 2
    assert (house.folder / "vault.keys").read_bytes() == content


def test_someone_must_be_left(house):
    """Nobody can be the last to leave, and an unknown person cannot leave at all."""
    before = (house.folder / "vault.keys").read_bytes()
    with pytest.raises(LastPerson):
        rekey.begin_rekey(house.folder, house.opened, without=["p-hanne", "p-mette", "p-yusuf"])
    with pytest.raises(UnknownPerson):
        rekey.begin_rekey(house.folder, house.opened, without=["p-ingen"])
    assert (house.folder / "vault.keys").read_bytes() == before


def test_key_from_before_is_told_so(house):
    """Whoever opened before the change is asked to lock and unlock, and writes nothing."""
    _remove(house, "p-mette")
    with pytest.raises(StaleKeys):
        keys.rename_house(house.folder, house.opened, "Bakken")


def test_killed_anywhere_in_a_removal(house, tmp_path):
    """At every kill point the vault opens for those who stay, and ends up without the one who left."""
    points = kill_points(house.folder, tmp_path / "kills", lambda: _remove(house, "p-mette"))
    assert len(points) > 20
    pending = gone = 0
    for folder in points:
        opened = keys.unlock(folder, "p-yusuf", PASSWORDS["p-yusuf"])
        pending += opened.older is not None
        settled = _settle(folder, opened)
        assert _reads(folder, settled), folder.name
        assert _reads(folder, keys.unlock_with_code(folder, house.code)), folder.name
        if settled.generation == 2:
            gone += 1
            assert not _reads(folder, house.opened), folder.name
            with pytest.raises(UnknownPerson):
                keys.unlock(folder, "p-mette", PASSWORDS["p-mette"])
    assert pending > 5
    assert len(points) > gone > 10


def test_killed_anywhere_and_the_file_worn_out(house, tmp_path):
    """Even if ``vault.keys`` is lost at the kill, once somebody has been in the backup opens all."""
    points = kill_points(house.folder, tmp_path / "kills", lambda: _remove(house, "p-mette"))
    for folder in points:
        with_file = keys.unlock(folder, "p-hanne", PASSWORDS["p-hanne"])
        (folder / "vault.keys").unlink()
        if with_file.older and not _reads(folder, with_file):
            with _Connected(folder, with_file.older) as db:
                db.execute(f"PRAGMA rekey = \"x'{with_file.subkey('sqlcipher').hex()}'\"")
        opened = keys.unlock(folder, "p-yusuf", PASSWORDS["p-yusuf"])
        assert opened.from_backup
        assert _reads(folder, opened) or (opened.older and _reads(folder, opened.older))


def test_killed_anywhere_in_a_password_change(house, tmp_path):
    """At every kill point exactly one of the old and the new password opens."""
    points = kill_points(
        house.folder,
        tmp_path / "kills",
        lambda: keys.set_password(house.folder, house.opened, "p-mette", NEW),
    )
    opening = []
    for folder in points:
        tried = []
        for password in (PASSWORDS["p-mette"], NEW):
            try:
                tried.append(keys.unlock(folder, "p-mette", password).master == house.opened.master)
            except WrongPassword:
                tried.append(False)
        assert sum(tried) == 1, folder.name
        opening.append(tried.index(True))
    assert set(opening) == {0, 1}


def test_killed_anywhere_while_made(tmp_path):
    """A vault killed at birth is either not there yet, and can be made, or whole."""
    folder = tmp_path / "boks"
    folder.mkdir()

    def make(where: Path) -> Opened:
        return keys.create(
            where,
            vault_id="v",
            house="Mælkebøtten",
            person=HANNE,
            password=PASSWORDS["p-hanne"],
            kdf=keyed_house.DEMO_KDF,
        )

    for point in kill_points(folder, tmp_path / "kills", lambda: make(folder)):
        try:
            keys.unlock(point, "p-hanne", PASSWORDS["p-hanne"])
        except KeysError:
            make(point)
