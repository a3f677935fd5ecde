"""Who can open a vault, and with what: a way in for each person, and one on paper for the house.

Whoever has opened the vault holds the master key and could, by cryptography alone, do all of
this; who *may* is asked in the services. A password change re-wraps the same master key. To take
a way in from someone for good, the vault is rekeyed: see ``rekey``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_bytes

from tvaerfaglig.store import recovery_code
from tvaerfaglig.store.entry import all_keys, enter_slot
from tvaerfaglig.store.identity import kept_in, new_identity
from tvaerfaglig.store.key_errors import (
    KeysError,
    LastPerson,
    PersonExists,
    WeakPassword,
    WrongCode,
    WrongPassword,
)
from tvaerfaglig.store.key_file import (
    DEMO_KDF,
    REAL_KDF,
    Kdf,
    KeyFile,
    Person,
    Slot,
    is_id,
)
from tvaerfaglig.store.key_folder import Loaded, exists, first_sound, save, verified
from tvaerfaglig.store.opened import Opened
from tvaerfaglig.store.passwords import normalised, password_advice
from tvaerfaglig.store.slots import (
    SecretRefused,
    code_kek,
    new_salt,
    password_kek,
    seal,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderSlot:
    """What the lock screen may know of a person before a password is typed."""

    person_id: str
    name: str
    role_word: str
    must_change: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Not yet vouched for: only ``unlock`` can tell whether somebody has changed it."""

    vault_id: str
    house: str
    people: tuple[HeaderSlot, ...]
    has_recovery: bool
    is_demo: bool
    rekey_pending: bool
    from_backup: bool
    notes: str


def create(
    folder: Path,
    *,
    vault_id: str,
    house: str,
    person: Person,
    password: str,
    kdf: Kdf = REAL_KDF,
) -> Opened:
    """A new master key, and the first person's way in; a folder that has keys is refused.

    ``DEMO_KDF`` marks the file as a demo's for good; nothing else below the floor is taken.
    """
    if exists(folder):
        raise KeysError("Der ligger allerede en boks i mappen. Vælg en anden mappe, eller lås op.")
    if not (is_id(vault_id) and (kdf.is_strong or kdf == DEMO_KDF)):
        raise ValueError(vault_id, kdf)
    _require_good(password, house, person)
    opened = Opened(
        vault_id=vault_id, generation=1, master=token_bytes(32), person_id=person.person_id
    )
    empty = KeyFile(vault_id=vault_id, house=house, demo=not kdf.is_strong, kdf=kdf)
    opened = replace(opened, identity=new_identity())
    slot = _password_slot(
        empty, opened, person, password, must_change=False, identity=opened.identity
    )
    save(folder, empty.with_slot(None, slot), opened, previous=None, withdraws=True)
    return opened


def read(folder: Path) -> Header:
    """House and people for the lock screen; no secret is needed and none is given."""
    return first_sound(folder, _header)


def unlock(folder: Path, person_id: str, password: str) -> Opened:
    def enter(loaded: Loaded) -> Opened:
        slot = loaded.file.slot_of(person_id)
        assert slot.kdf is not None
        return enter_slot(folder, loaded, slot, password_kek(password, slot.salt, slot.kdf))

    try:
        return first_sound(folder, enter)
    except SecretRefused:
        raise WrongPassword from None


def unlock_with_code(folder: Path, typed: str) -> Opened:
    """The code opens the vault as nobody in particular: ``person_id`` is None."""
    secret = recovery_code.decode(typed)

    def enter(loaded: Loaded) -> Opened:
        slot = loaded.file.recovery
        if slot is None:
            raise WrongCode("Der er ikke lavet et gendannelsesark til denne boks.")
        return enter_slot(folder, loaded, slot, code_kek(secret, slot.salt))

    try:
        return first_sound(folder, enter)
    except SecretRefused:
        raise WrongCode from None


def add_person(
    folder: Path, opened: Opened, person: Person, password: str, *, must_change: bool = True
) -> None:
    """``must_change`` is for a password that the leader chose and the person will replace."""

    def edit(file: KeyFile) -> KeyFile:
        if any(_is(slot, person.person_id) for slot in file.people):
            raise PersonExists
        _require_good(password, file.house, person)
        slot = _password_slot(file, opened, person, password, must_change=must_change)
        return file.with_slot(None, slot)

    change(folder, opened, edit)


def set_password(
    folder: Path,
    opened: Opened,
    person_id: str,
    new: str,
    *,
    must_change: bool = False,
    identity: str | None = None,
) -> None:
    """A new password without the old one: the leader's help, or after the paper code.

    Only the person herself can bring her `identity` along; otherwise it is lost with the old password.
    """

    def edit(file: KeyFile) -> KeyFile:
        old = file.slot_of(person_id)
        assert old.person is not None
        _require_good(new, file.house, old.person)
        return file.with_slot(
            old,
            _password_slot(
                file, opened, old.person, new, must_change=must_change, identity=identity
            ),
        )

    change(folder, opened, edit, withdraws=True)


def change_password(folder: Path, person_id: str, old: str, new: str) -> Opened:
    """One's own password, the old one proving who asks; the master key stays."""
    opened = unlock(folder, person_id, old)
    if normalised(old) == normalised(new):
        raise WeakPassword("Det er den adgangskode, du har nu. Find på en anden.")
    opened = replace(opened, must_change=False, identity=opened.identity or new_identity())
    set_password(folder, opened, person_id, new, identity=opened.identity)
    return opened


def set_password_with_code(folder: Path, typed: str, person_id: str, new: str) -> Opened:
    opened = replace(unlock_with_code(folder, typed), person_id=person_id, identity=new_identity())
    set_password(folder, opened, person_id, new, identity=opened.identity)
    return opened


def recipients(folder: Path, opened: Opened) -> dict[str, str]:
    """The public half of everyone's own key pair, by person; vouched for by the master key."""
    return {
        slot.person.person_id: slot.identity.recipient
        for slot in verified(folder, opened).people
        if slot.person and slot.identity
    }


def update_person(folder: Path, opened: Opened, person: Person) -> None:
    """A new name or role word; the person's password is not needed."""

    def edit(file: KeyFile) -> KeyFile:
        old = file.slot_of(person.person_id)
        return file.with_slot(old, replace(old, person=person))

    change(folder, opened, edit)


def set_notes_key(folder: Path, opened: Opened, recipient: str) -> None:
    """What quick notes are sealed to from now on."""
    change(folder, opened, lambda file: replace(file, notes=recipient))


def rename_house(folder: Path, opened: Opened, house: str) -> None:
    change(folder, opened, lambda file: replace(file, house=house))


def remove_slot(folder: Path, opened: Opened, person_id: str) -> None:
    """Take the way in out of this file only: an old copy of it still opens until a rekey."""
    change(folder, opened, lambda file: without_people(file, [person_id]), withdraws=True)


def add_recovery(folder: Path, opened: Opened) -> str:
    """A new code for paper, returned this once and kept nowhere; an earlier one stops working."""
    secret = recovery_code.new_secret()

    def edit(file: KeyFile) -> KeyFile:
        blank = Slot(
            kind="recovery",
            person=None,
            sealed_as=None,
            must_change=False,
            generation=opened.generation,
            kdf=None,
            salt=new_salt(),
        )
        slot = seal(blank, code_kek(secret, blank.salt), all_keys(opened), file.vault_id)
        return file.with_slot(file.recovery, slot)

    change(folder, opened, edit, withdraws=True)
    return recovery_code.encode(secret)


def change(
    folder: Path, opened: Opened, edit: Callable[[KeyFile], KeyFile], *, withdraws: bool = False
) -> None:
    """Read, vouch for, edit and save; ``withdraws`` when something old must stop working."""
    before = verified(folder, opened)
    save(folder, edit(before), opened, previous=before, withdraws=withdraws)


def without_people(file: KeyFile, person_ids: list[str]) -> KeyFile:
    for person_id in person_ids:
        file.slot_of(person_id)
    kept = tuple(slot for slot in file.slots if not any(_is(slot, gone) for gone in person_ids))
    if not any(slot.kind == "password" for slot in kept):
        raise LastPerson
    return replace(file, slots=kept)


def _password_slot(
    file: KeyFile,
    opened: Opened,
    person: Person,
    password: str,
    *,
    must_change: bool,
    identity: str | None = None,
) -> Slot:
    blank = Slot(
        kind="password",
        person=person,
        sealed_as=person,
        must_change=must_change,
        generation=opened.generation,
        kdf=file.kdf,
        salt=new_salt(),
    )
    kek = password_kek(password, blank.salt, file.kdf)
    slot = seal(blank, kek, all_keys(opened), file.vault_id)
    if must_change:
        return slot
    return kept_in(slot, identity or new_identity(), kek, file.vault_id)


def _require_good(password: str, house: str, person: Person) -> None:
    advice = password_advice(password, avoid=(house, person.name))
    if advice:
        raise WeakPassword(advice)


def _is(slot: Slot, person_id: str) -> bool:
    return slot.person is not None and slot.person.person_id == person_id


def _header(loaded: Loaded) -> Header:
    file = loaded.file
    return Header(
        vault_id=file.vault_id,
        house=file.house,
        people=tuple(
            HeaderSlot(
                person_id=slot.person.person_id,
                name=slot.person.name,
                role_word=slot.person.role_word,
                must_change=slot.must_change,
            )
            for slot in file.people
            if slot.person
        ),
        has_recovery=file.recovery is not None,
        is_demo=file.demo,
        rekey_pending=file.pending is not None,
        from_backup=loaded.from_backup,
        notes=file.notes,
    )
