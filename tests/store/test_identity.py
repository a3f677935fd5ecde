"""A person's own key pair: hers through her own changes, nobody's through the master key."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store import keyed_house
from tests.store.keyed_house import HANNE, METTE, PASSWORDS, House, header
from tvaerfaglig.store import identity, keys, rekey
from tvaerfaglig.store.identity import NotForYou, Tampered
from tvaerfaglig.store.key_file import Person, stamped, to_bytes

NEW = "pæoner langs muren"
WORDS = "Hun løftede barnet i armen. Æblegrød."


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> House:
    return keyed_house.build(tmp_path_factory.mktemp("keys") / "boks")


@pytest.fixture
def house(built: House, tmp_path: Path) -> House:
    return replace(built, folder=Path(shutil.copytree(built.folder, tmp_path / "boks")))


def sealed_to(house: House, *people: Person) -> str:
    public = keys.recipients(house.folder, house.opened)
    return identity.seal_to(WORDS, [public[one.person_id] for one in people])


def opens(sealed: str, mine: str | None) -> str:
    assert mine
    return identity.unseal(sealed, mine)


def test_only_the_parties_read_it(house):
    """What is sealed to two is read by both, and by no third."""
    sealed = sealed_to(house, HANNE, METTE)
    assert opens(sealed, house.unlock(HANNE).identity) == WORDS
    assert opens(sealed, house.unlock(METTE).identity) == WORDS
    with pytest.raises(NotForYou):
        opens(sealed, house.unlock(keyed_house.YUSUF).identity)


def test_length_tells_little():
    """A line and a page are as long when they are sealed, but for the noise that age itself adds."""
    public = identity.recipient_of(identity.new_identity())
    lengths = [len(identity.seal_to("x" * n, [public])) for n in (1, 400, 4000)]
    assert max(lengths) - min(lengths) < 600


def test_changed_ciphertext_says_so(house):
    """A flipped sign is found out, and so is what was never sealed."""
    mine = house.unlock(METTE).identity
    sealed = sealed_to(house, METTE)
    flipped = sealed[:-8] + ("A" if sealed[-8] != "A" else "B") + sealed[-7:]
    for broken in (flipped, "æ", "AAAA"):
        with pytest.raises(Tampered):
            opens(broken, mine)


def test_stays_through_own_change_rename_and_rekey(house):
    """A new password of one's own, a new name, a new master key: the pair is the same."""
    sealed = sealed_to(house, METTE)
    keys.change_password(house.folder, "p-mette", PASSWORDS["p-mette"], NEW)
    keys.update_person(house.folder, house.opened, replace(METTE, name="Mette Holm"))
    coming = rekey.begin_rekey(house.folder, house.opened)
    assert opens(sealed, house.unlock(METTE, NEW).identity) == WORDS
    rekey.finish_rekey(house.folder, coming)
    for _ in range(2):
        assert opens(sealed, house.unlock(METTE, NEW).identity) == WORDS


@pytest.mark.parametrize("must_change", [True, False])
def test_a_password_set_by_another_loses_it(house, must_change):
    """The leader's new password, and then the person's own, give another pair."""
    sealed = sealed_to(house, METTE)
    keys.set_password(house.folder, house.opened, "p-mette", NEW, must_change=must_change)
    if must_change:
        assert "p-mette" not in keys.recipients(house.folder, house.opened)
        assert house.unlock(METTE, NEW).identity is None
        keys.change_password(house.folder, "p-mette", NEW, PASSWORDS["p-mette"])
    opened = house.unlock(METTE, PASSWORDS["p-mette"] if must_change else NEW)
    with pytest.raises(NotForYou):
        opens(sealed, opened.identity)
    assert opens(sealed_to(house, METTE), opened.identity) == WORDS


def test_the_code_gives_a_new_one(house):
    """The recovery sheet opens the vault, but not what was sealed to the one who forgot."""
    sealed = sealed_to(house, METTE)
    opened = keys.set_password_with_code(house.folder, house.code, "p-mette", NEW)
    with pytest.raises(NotForYou):
        opens(sealed, opened.identity)
    assert opened.identity == house.unlock(METTE, NEW).identity


def test_an_older_key_file_gets_one_at_the_next_unlock(house):
    """A file from before there were any is read as it stands, and mended by whoever comes in."""
    before = header(house.folder)
    bare = replace(before, slots=tuple(replace(one, identity=None) for one in before.slots))
    content = to_bytes(stamped(bare, house.opened))
    assert b"identity" not in content
    (house.folder / "vault.keys").write_bytes(content)
    assert keys.recipients(house.folder, house.opened) == {}
    opened = house.unlock(METTE)
    assert list(keys.recipients(house.folder, house.opened)) == ["p-mette"]
    assert house.unlock(METTE).identity == opened.identity is not None


def test_a_public_half_put_in_by_another_keyholder_is_found_out(house):
    """Who holds the master key can seal a header with a key of her own in it; its owner is told."""
    before, hers = header(house.folder), identity.new_identity()
    slot = before.slot_of("p-mette")
    assert slot.identity
    planted = replace(slot.identity, recipient=identity.recipient_of(hers))
    forged = before.with_slot(slot, replace(slot, identity=planted))
    (house.folder / "vault.keys").write_bytes(to_bytes(stamped(forged, house.opened)))
    opened = house.unlock(METTE)
    assert opened.identity_broken
    assert opened.identity not in {None, hers}
    assert not house.unlock(METTE).identity_broken


def test_the_master_key_does_not_reach_it(house):
    """Everything in the file and the master key together make none of the private halves."""
    mine = house.unlock(METTE).identity
    assert mine
    held = (house.folder / "vault.keys").read_bytes() + house.opened.master
    assert mine.encode() not in held
    assert "AGE-SECRET" not in repr(house.unlock(METTE))
