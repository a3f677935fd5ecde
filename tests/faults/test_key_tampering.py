"""Row 23: someone with the vault's folder but without the key changes ``vault.keys``: all is refused, in words."""

from __future__ import annotations

import shutil
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.faults.plain_words import plain
from tests.store import keyed_house
from tests.store.keyed_house import HANNE, METTE, PASSWORDS, YUSUF, House, forge, header
from tvaerfaglig.store import keys
from tvaerfaglig.store.key_errors import (
    BrokenKeyFile,
    KdfRefused,
    KeysError,
    WrongCode,
    WrongPassword,
)
from tvaerfaglig.store.key_file import DEMO_KDF, Kdf, KeyFile, Slot


@contextmanager
def refused(*kinds, match=None):
    """One of our refusals, in plain words."""
    with pytest.raises(*kinds, match=match) as refusal:
        yield
    plain(refusal.value)


NEW = "pæoner langs muren"


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> House:
    return keyed_house.build(tmp_path_factory.mktemp("keys") / "boks")


@pytest.fixture
def house(built: House, tmp_path: Path) -> House:
    return replace(built, folder=Path(shutil.copytree(built.folder, tmp_path / "boks")))


def _with(file: KeyFile, person_id: str, **changes: object) -> KeyFile:
    slot = file.slot_of(person_id)
    return file.with_slot(slot, replace(slot, **changes))


def test_role_swap(house):
    """A pædagog written as leder opens nothing, however thoroughly it is written."""
    leder = replace(METTE, role_word="leder")
    forge(house.folder, lambda file: _with(file, "p-mette", person=leder))
    with refused(BrokenKeyFile):
        house.unlock(METTE)
    with refused(BrokenKeyFile):
        house.unlock(HANNE)
    forge(house.folder, lambda file: _with(file, "p-mette", person=leder, sealed_as=leder))
    with refused(WrongPassword):
        house.unlock(METTE)


def test_weaker_kdf(house):
    """A cheaper cost in the slot does not open it; one below the minimum is not even computed."""
    forge(house.folder, lambda file: _with(file, "p-mette", kdf=replace(DEMO_KDF, passes=1)))
    with refused(WrongPassword):
        house.unlock(METTE)
    forge(house.folder, lambda file: _with(file, "p-mette", kdf=replace(DEMO_KDF, memory_kib=8)))
    with refused(KdfRefused):
        house.unlock(METTE)


def test_demo_cost_in_a_real_vault(house):
    """A vault that is not marked as demo may not ask for the demo's cost."""
    forge(house.folder, lambda file: replace(file, demo=False))
    with refused(KdfRefused):
        house.unlock(METTE)


@pytest.mark.parametrize(
    "kdf",
    [
        Kdf(memory_kib=2**31, passes=2, lanes=1),
        Kdf(memory_kib=19 * 1024, passes=10**6, lanes=1),
        Kdf(memory_kib=19 * 1024, passes=2, lanes=255),
        Kdf(memory_kib=-1, passes=0, lanes=0),
    ],
)
def test_starving_kdf(house, kdf):
    """A cost that would stall or starve the machine is refused at once, on the lock screen too."""
    forge(house.folder, lambda file: _with(file, "p-mette", kdf=kdf))
    started = time.perf_counter()
    with refused(KdfRefused):
        house.unlock(METTE)
    with refused(KdfRefused):
        keys.read(house.folder)
    assert time.perf_counter() - started < 1


def test_swapped_ciphertext(house):
    """Another's sealed part in one's own slot opens with neither password."""
    mette, yusuf = (header(house.folder).slot_of(p) for p in ("p-mette", "p-yusuf"))
    forge(
        house.folder,
        lambda file: _with(
            file, "p-mette", sealed=yusuf.sealed, nonce=yusuf.nonce, salt=yusuf.salt
        ),
    )
    for password in (PASSWORDS["p-mette"], PASSWORDS["p-yusuf"]):
        with refused(WrongPassword):
            house.unlock(METTE, password)
    forge(
        house.folder,
        lambda file: _with(file, "p-mette", **{**_parts(yusuf), "person": mette.person}),
    )
    for password in (PASSWORDS["p-mette"], PASSWORDS["p-yusuf"]):
        with refused((WrongPassword, BrokenKeyFile)):
            house.unlock(METTE, password)


def _parts(slot: Slot) -> dict[str, object]:
    return {name: getattr(slot, name) for name in Slot.__dataclass_fields__}


def test_other_vaults_header(house, tmp_path):
    """The same person and password from another vault open nothing under this vault's name."""
    other = keyed_house.build(tmp_path / "anden", "0197f3a0-9999-7222-8333-944445555666")
    theirs = header(other.folder)
    forge(
        house.folder,
        lambda file: file.with_slot(file.slot_of("p-mette"), theirs.slot_of("p-mette")),
    )
    with refused(WrongPassword):
        house.unlock(METTE)
    forge(house.folder, lambda file: replace(theirs, vault_id=file.vault_id))
    with refused(WrongPassword):
        house.unlock(METTE)
    with refused(WrongCode):
        keys.unlock_with_code(house.folder, other.code)


def test_other_vaults_file_is_not_written_to(house, tmp_path):
    """An open vault whose key file was swapped for another's neither trusts nor changes it."""
    other = keyed_house.build(tmp_path / "anden", "0197f3a0-9999-7222-8333-944445555666")
    shutil.copy(other.folder / "vault.keys", house.folder / "vault.keys")
    (house.folder / "vault.keys.bak").unlink()
    with refused(BrokenKeyFile, match="en anden boks"):
        keys.rename_house(house.folder, house.opened, "Bakken")


def test_dropped_slot(house):
    """A colleague taken out of the file is noticed by everybody else, code included."""
    forge(
        house.folder,
        lambda file: replace(
            file, slots=tuple(s for s in file.slots if s is not file.slot_of("p-yusuf"))
        ),
    )
    with refused(BrokenKeyFile):
        house.unlock(HANNE)
    with refused(BrokenKeyFile):
        keys.unlock_with_code(house.folder, house.code)


def test_replayed_slot(house):
    """A slot from before a password change, put back, does not let the old password in."""
    old = header(house.folder).slot_of("p-mette")
    keys.change_password(house.folder, "p-mette", PASSWORDS["p-mette"], NEW)
    forge(house.folder, lambda file: file.with_slot(file.slot_of("p-mette"), old))
    with refused(BrokenKeyFile):
        house.unlock(METTE)
    with refused(BrokenKeyFile):
        house.unlock(YUSUF)


def test_tampered_file_is_never_built_upon(house):
    """A change made while the vault is open does not get the true seal with the next save."""
    forge(house.folder, lambda file: _with(file, "p-mette", must_change=True))
    with refused(BrokenKeyFile):
        keys.rename_house(house.folder, house.opened, "Bakken")
    assert keys.read(house.folder).house == "Mælkebøtten"


def test_tampered_file_gives_way_to_a_true_backup(house):
    """Where the backup is whole, people get in, are told, and the file is put right."""
    backup = (house.folder / "vault.keys.bak").read_bytes()
    forge(house.folder, lambda file: replace(file, house="Et andet hus"))
    (house.folder / "vault.keys.bak").write_bytes(backup)
    assert house.unlock(METTE).from_backup
    assert keys.read(house.folder).house == "Mælkebøtten"
    assert not house.unlock(METTE).from_backup


def test_vault_id_cannot_leave_the_folder(house):
    """A vault id that would be a path is no vault id: it becomes part of file names."""
    whole = (house.folder / "vault.keys").read_bytes()
    for hostile in ("../../x", "a/b", "", "a" * 65, "a\n"):
        (house.folder / "vault.keys").write_bytes(whole)
        forge(house.folder, lambda file, name=hostile: replace(file, vault_id=name))
        with refused(BrokenKeyFile):
            keys.read(house.folder)


@settings(
    max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(seed=st.data())
def test_any_damage_is_an_answer(built, tmp_path_factory, seed):
    """Whatever bytes are changed, reading gives the truth or one of our own refusals."""
    content = bytearray((built.folder / "vault.keys").read_bytes())
    truth = keys.read(built.folder)
    for _ in range(seed.draw(st.integers(1, 3))):
        content[seed.draw(st.integers(0, len(content) - 1))] = seed.draw(st.integers(0, 255))
    folder = tmp_path_factory.mktemp("damage")
    (folder / "vault.keys").write_bytes(content[: seed.draw(st.integers(0, len(content)))])
    try:
        assert keys.read(folder) == truth
    except KeysError as refusal:
        plain(refusal)
