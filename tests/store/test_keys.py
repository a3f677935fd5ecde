"""The keys of a vault in everyday use: people come, forget, change names and leave."""

from __future__ import annotations

import base64
import shutil
import time
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store import keyed_house
from tests.store.keyed_house import HANNE, METTE, PASSWORDS, YUSUF, House
from tvaerfaglig.store import keys
from tvaerfaglig.store.key_errors import (
    KeysError,
    LastPerson,
    PersonExists,
    UnknownPerson,
    WeakPassword,
    WrongCode,
    WrongPassword,
)
from tvaerfaglig.store.key_file import REAL_KDF, Kdf, Person
from tvaerfaglig.store.passwords import password_advice

NEW = "pæoner langs muren"


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> House:
    return keyed_house.build(tmp_path_factory.mktemp("keys") / "boks")


@pytest.fixture
def house(built: House, tmp_path: Path) -> House:
    return replace(built, folder=Path(shutil.copytree(built.folder, tmp_path / "boks")))


def test_everyone_reaches_the_same_key(house):
    """Each person's password and the paper code open the same master key."""
    ways = [house.unlock(person) for person in (HANNE, METTE, YUSUF)]
    ways.append(keys.unlock_with_code(house.folder, house.code))
    assert {way.master for way in ways} == {house.opened.master}
    assert [way.person_id for way in ways] == ["p-hanne", "p-mette", "p-yusuf", None]


def test_lock_screen_reads_without_a_password(house):
    """House, names, role words and who must change are readable with no secret."""
    keys.add_person(
        house.folder,
        house.opened,
        Person(person_id="p-karen", name="Karen Lund", role_word="socialrådgiver"),
        NEW,
    )
    header = keys.read(house.folder)
    assert header.house == "Mælkebøtten"
    assert [(p.name, p.role_word, p.must_change) for p in header.people][2:] == [
        ("Yusuf Demir", "pædagog, Kløveren", False),
        ("Karen Lund", "socialrådgiver", True),
    ]
    assert header.has_recovery
    assert header.is_demo
    assert not header.from_backup


def test_wrong_password(house):
    """Another's password, or none at all, opens nothing."""
    for attempt in (PASSWORDS["p-hanne"], "", "x" * 5000, "\ud800"):
        with pytest.raises(WrongPassword):
            keys.unlock(house.folder, "p-mette", attempt)
    with pytest.raises(UnknownPerson):
        keys.unlock(house.folder, "p-ingen", NEW)


def test_nfd_password_opens(house):
    """å typed as a and ring (as on a Mac) is the same password."""
    typed = unicodedata.normalize("NFD", PASSWORDS["p-mette"])
    assert typed != PASSWORDS["p-mette"]
    assert house.unlock(METTE, typed).master == house.opened.master


def test_password_change_keeps_the_master_key(house):
    """The new password opens the same key, the old one nothing, and the wish to change is gone."""
    keys.set_password(
        house.folder, house.opened, "p-mette", "nissen flyttede med", must_change=True
    )
    assert house.unlock(METTE, "nissen flyttede med").must_change
    changed = keys.change_password(house.folder, "p-mette", "nissen flyttede med", NEW)
    assert changed.master == house.opened.master
    assert not changed.must_change
    assert not house.unlock(METTE, NEW).must_change
    with pytest.raises(WrongPassword):
        house.unlock(METTE, "nissen flyttede med")
    with pytest.raises(WrongPassword):
        keys.change_password(house.folder, "p-mette", PASSWORDS["p-mette"], NEW)


def test_withdrawn_password_is_not_in_the_backup(house):
    """After a password change the backup beside does not let the old password in."""
    keys.change_password(house.folder, "p-mette", PASSWORDS["p-mette"], NEW)
    (house.folder / "vault.keys").unlink()
    with pytest.raises(WrongPassword):
        house.unlock(METTE)
    assert house.unlock(METTE, NEW).from_backup


def test_forgotten_password(house):
    """With the paper code a person gets a new password, typed carelessly or not."""
    typed = house.code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    opened = keys.set_password_with_code(house.folder, typed, "p-hanne", NEW)
    assert (opened.person_id, opened.master) == ("p-hanne", house.opened.master)
    assert house.unlock(HANNE, NEW).master == house.opened.master


def test_a_new_code_ends_the_old(house):
    """A new sheet makes the earlier one worthless, and says that there may be a newer one."""
    newer = keys.add_recovery(house.folder, house.opened)
    assert keys.unlock_with_code(house.folder, newer).master == house.opened.master
    with pytest.raises(WrongCode, match="nyere ark"):
        keys.unlock_with_code(house.folder, house.code)


def test_code_where_none_was_made(tmp_path):
    """A vault without a sheet says so instead of calling the code wrong."""
    whole = keyed_house.build(tmp_path / "a")
    keys.create(
        tmp_path / "b",
        vault_id="b",
        house="Bakken",
        person=HANNE,
        password=NEW,
        kdf=keyed_house.DEMO_KDF,
    )
    with pytest.raises(WrongCode, match="gendannelsesark"):
        keys.unlock_with_code(tmp_path / "b", whole.code)


def test_new_name_before_and_after_login(house):
    """A new name and role show at once, open at once, and are sealed at the next login."""
    married = Person(person_id="p-mette", name="Mette Holm", role_word="souschef")
    keys.update_person(house.folder, house.opened, married)
    assert keys.read(house.folder).people[1].name == "Mette Holm"
    assert keyed_house.header(house.folder).slot_of("p-mette").sealed_as == METTE
    house.unlock(METTE)
    assert keyed_house.header(house.folder).slot_of("p-mette").sealed_as == married
    assert house.unlock(METTE).master == house.opened.master


def test_house_can_be_renamed(house):
    """The house's new name shows and everyone still gets in."""
    keys.rename_house(house.folder, house.opened, "Bakkehuset")
    assert keys.read(house.folder).house == "Bakkehuset"
    assert house.unlock(YUSUF).master == house.opened.master


def test_removed_slot(house):
    """A removed person is off the lock screen; the last one cannot be removed."""
    keys.remove_slot(house.folder, house.opened, "p-mette")
    with pytest.raises(UnknownPerson):
        house.unlock(METTE)
    keys.remove_slot(house.folder, house.opened, "p-yusuf")
    with pytest.raises(LastPerson):
        keys.remove_slot(house.folder, house.opened, "p-hanne")
    assert [p.person_id for p in keys.read(house.folder).people] == ["p-hanne"]


def test_refusals_leave_the_file_alone(house):
    """A double person, an unknown one, a poor password, a second vault: nothing is written."""
    before = (house.folder / "vault.keys").read_bytes()
    with pytest.raises(PersonExists):
        keys.add_person(house.folder, house.opened, METTE, NEW)
    with pytest.raises(UnknownPerson):
        keys.set_password(house.folder, house.opened, "p-ingen", NEW)
    with pytest.raises(WeakPassword):
        keys.set_password(house.folder, house.opened, "p-mette", "kort")
    with pytest.raises(KeysError, match="allerede en boks"):
        keyed_house.build(house.folder)
    assert (house.folder / "vault.keys").read_bytes() == before


def test_no_secret_on_disk(house):
    """Neither keys, passwords nor code stand in any file, in any usual spelling."""
    keys.change_password(house.folder, "p-mette", PASSWORDS["p-mette"], NEW)
    content = b"".join(path.read_bytes() for path in house.folder.iterdir()).lower()
    secrets = [house.opened.master]
    secrets += [house.opened.subkey(purpose) for purpose in ("sqlcipher", "header-mac", "backup")]
    for secret in secrets:
        for spelling in (secret, secret.hex().encode(), base64.b64encode(secret)):
            assert spelling.lower().rstrip(b"=") not in content
    for word in (*PASSWORDS.values(), NEW, house.code, house.code.replace("-", "")):
        assert word.lower().encode() not in content
    assert "mælkebøtten".encode() in content


def test_opened_shows_nothing(house):
    """The repr in a log or a crash note holds neither key nor person."""
    assert repr(house.opened) == "Opened(…)"
    assert str(house.opened) == "Opened(…)"


def test_subkeys_differ(house):
    """Each purpose has its own key, none is the master key, and an unknown purpose is refused."""
    purposes = ("sqlcipher", "header-mac", "backup")
    made = {house.opened.subkey(purpose) for purpose in purposes} | {house.opened.master}
    assert len(made) == 4
    assert {len(key) for key in made} == {32}
    with pytest.raises(ValueError, match="andet"):
        house.opened.subkey("andet")


def test_real_vault_uses_the_real_cost(tmp_path):
    """A vault made without a word on cost gets 128 MiB, three passes, two lanes, and opens."""
    opened = keys.create(
        tmp_path, vault_id="v", house="Mælkebøtten", person=HANNE, password=PASSWORDS["p-hanne"]
    )
    assert keyed_house.header(tmp_path).slot_of("p-hanne").kdf == REAL_KDF
    assert not keys.read(tmp_path).is_demo
    started = time.perf_counter()
    assert keys.unlock(tmp_path, "p-hanne", PASSWORDS["p-hanne"]).master == opened.master
    assert time.perf_counter() - started > 0.03


@pytest.mark.parametrize(
    "cost", [(32 * 1024, 3, 4), (64 * 1024, 3, 2), (128 * 1024, 2, 2), (4 << 20, 3, 4)]
)
def test_weak_cost_is_never_written(tmp_path, cost):
    """Below the floor (or above the ceiling) no vault is made, unless it is the demo's."""
    kdf = Kdf(memory_kib=cost[0], passes=cost[1], lanes=cost[2])
    with pytest.raises(ValueError):
        keys.create(tmp_path, vault_id="v", house="Huset", person=HANNE, password=NEW, kdf=kdf)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("password", ["en lang adgangskode", "to små grå mus", "qT7#pLm2!vRx"])
def test_good_passwords(password):
    """Twelve signs or four words are enough."""
    assert password_advice(password, avoid=("Mælkebøtten", "Hanne Bjerre")) is None


@pytest.mark.parametrize(
    ("password", "advice"),
    [
        ("", "12 tegn"),
        ("elleve tegn", "12 tegn"),
        ("aaaaaaaaaaaaaa", "forskellige"),
        ("311399123456", "Tal alene"),
        ("Mælkebøtten2026", "Navne"),
        ("mælkebøtten-hanne", "Navne"),
    ],
)
def test_poor_passwords(password, advice):
    """A poor password gets one sentence on what to do, without blame."""
    said = password_advice(password, avoid=("Mælkebøtten", "Hanne Bjerre"))
    assert said is not None
    assert advice in said
    assert said.endswith(".")
