"""The shape of ``vault.keys``: what stands in it, what is refused, and how it is sealed whole.

In clear stand the house's name and each person's id, name and role word, because the lock screen
shows them before anyone has typed a password. Nothing else about people may be added here.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Literal

from tvaerfaglig.store.key_errors import BrokenKeyFile, KdfRefused, NewerKeyFile, UnknownPerson
from tvaerfaglig.store.opened import Opened

FORMAT, VERSION = "tvaerfaglig-vault-keys", 1
MAX_FILE = 1 << 20
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_MIB = 1024
_ADDED = {"identity", "notes"}
"""Fields that came later: left out while they are empty, so that an older file still says what it sealed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kdf:
    """Argon2id's cost: memory in KiB, passes over it, lanes side by side."""

    memory_kib: int
    passes: int
    lanes: int

    @property
    def is_bearable(self) -> bool:
        """What may be computed at all; a hostile file must not stall or starve the machine."""
        return (
            19 * _MIB <= self.memory_kib <= 2048 * _MIB
            and 1 <= self.passes <= 20
            and 1 <= self.lanes <= 8
        )

    @property
    def is_strong(self) -> bool:
        """What a real vault may be locked with; below it only the demo vault and tests go."""
        lanes_needed = 2 if self.memory_kib >= 128 * _MIB else 4
        return (
            self.is_bearable
            and self.memory_kib >= 64 * _MIB
            and self.passes >= 3
            and self.lanes >= lanes_needed
        )


REAL_KDF = Kdf(memory_kib=128 * _MIB, passes=3, lanes=2)
DEMO_KDF = Kdf(memory_kib=19 * _MIB, passes=2, lanes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """As the lock screen shows one: "Mette Sørensen", "pædagog, Solsikken"."""

    person_id: str
    name: str
    role_word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """A newer master key, left for a slot whose password nobody present knows."""

    generation: int
    ephemeral: bytes
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """An age key pair: the public half, and the private one under the person's password alone."""

    recipient: str
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One way in. ``sealed_as`` is the person as written when the secret was last at hand."""

    kind: Literal["password", "recovery"]
    person: Person | None
    sealed_as: Person | None
    must_change: bool
    generation: int
    kdf: Kdf | None
    salt: bytes
    public: bytes = b""
    nonce: bytes = b""
    sealed: bytes = b""
    handovers: tuple[Handover, ...] = ()
    identity: Identity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """``pending`` is the generation that the vault is being rekeyed to, if it is.

    ``notes`` is the public half (age) that quick notes are sealed to at the door.
    """

    format: str = FORMAT
    version: int = VERSION
    vault_id: str
    house: str
    demo: bool
    kdf: Kdf
    generation: int = 1
    pending: int | None = None
    slots: tuple[Slot, ...] = ()
    notes: str = ""
    mac: bytes = b""
    checksum: bytes = b""

    @property
    def newest(self) -> int:
        return self.pending or self.generation

    @property
    def people(self) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.kind == "password")

    @property
    def recovery(self) -> Slot | None:
        return next((slot for slot in self.slots if slot.kind == "recovery"), None)

    def slot_of(self, person_id: str) -> Slot:
        for slot in self.people:
            if slot.person and slot.person.person_id == person_id:
                return slot
        raise UnknownPerson

    def with_slot(self, old: Slot | None, new: Slot) -> KeyFile:
        if old is None:
            return replace(self, slots=(*self.slots, new))
        return replace(self, slots=tuple(new if slot is old else slot for slot in self.slots))


@dataclass(frozen=True, slots=True)
class _Stamp:
    format: str
    version: int


def canonical(thing: object) -> bytes:
    """The same bytes for the same content, for everything that is sealed or signed."""
    import msgspec

    return msgspec.json.encode(_said(thing), order="sorted")


def _said(thing: object) -> Any:
    """Without the later fields that hold nothing."""
    if isinstance(thing, tuple):
        return [_said(one) for one in thing]
    if isinstance(thing, dict):
        return {key: _said(one) for key, one in thing.items()}
    if is_dataclass(thing) and not isinstance(thing, type):
        held = {one.name: getattr(thing, one.name) for one in fields(thing)}
        return {key: _said(one) for key, one in held.items() if one or key not in _ADDED}
    return thing


def to_bytes(file: KeyFile) -> bytes:
    import msgspec

    return msgspec.json.format(canonical(file), indent=1) + b"\n"


def stamped(file: KeyFile, opened: Opened) -> KeyFile:
    """With its seal, and a plain checksum that tells a worn disk from a wrong password."""
    sealed = replace(file, mac=_mac(file, opened))
    return replace(sealed, checksum=_checksum(sealed))


def check_seal(file: KeyFile, opened: Opened) -> None:
    if not hmac.compare_digest(file.mac, _mac(file, opened)):
        raise BrokenKeyFile(
            "Nøglefilen vault.keys er ændret af noget andet end Tværfaglig og bruges ikke. "
            "Læg vault.keys tilbage fra en sikkerhedskopi, og sig det til dem, der passer jeres it."
        )


def parse(content: bytes) -> KeyFile:
    """The file behind the bytes, or a refusal; nothing in it is trusted before ``check_seal``."""
    import msgspec

    try:
        stamp = msgspec.json.decode(content, type=_Stamp)
        if stamp.format == FORMAT and stamp.version > VERSION:
            raise NewerKeyFile
        file = msgspec.json.decode(content, type=KeyFile)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise _unreadable() from None
    if not all(_claims(file)) or file.checksum != _checksum(file):
        raise _unreadable()
    _check_costs(file)
    return file


def is_id(text: str) -> bool:
    """Safe as part of a file's name, whoever wrote it."""
    return _ID.fullmatch(text) is not None


def _claims(file: KeyFile) -> Iterator[bool]:
    yield file.format == FORMAT
    yield file.version == VERSION
    yield is_id(file.vault_id)
    yield file.generation >= 1
    yield file.pending in {None, file.generation + 1}
    yield len({slot.person.person_id for slot in file.people if slot.person}) == len(file.people)
    yield len(file.slots) - len(file.people) <= 1
    yield not file.notes or (file.notes.startswith("age1") and file.notes.isalnum())
    for slot in file.slots:
        yield (slot.kind == "password") == (slot.person is not None) == (slot.kdf is not None)
        yield (slot.sealed_as is None) == (slot.person is None)
        yield (len(slot.salt), len(slot.public), len(slot.nonce)) == (16, 32, 12)
        yield 1 <= slot.generation <= file.newest
        if slot.identity:
            yield slot.kind == "password" and slot.identity.recipient.startswith("age1")
            yield len(slot.identity.nonce) == 12
        for handover in slot.handovers:
            yield (len(handover.ephemeral), len(handover.nonce)) == (32, 12)


def _check_costs(file: KeyFile) -> None:
    """Outside the bounds never, and weak only in a file that says it is a demo."""
    for kdf in (file.kdf, *(slot.kdf for slot in file.slots)):
        if kdf and not (kdf.is_strong or (file.demo and kdf.is_bearable)):
            raise KdfRefused


def _mac(file: KeyFile, opened: Opened) -> bytes:
    content = canonical(replace(file, mac=b"", checksum=b""))
    return hmac.digest(opened.subkey("header-mac"), content, "sha256")


def _checksum(file: KeyFile) -> bytes:
    return hashlib.sha256(canonical(replace(file, checksum=b""))).digest()


def _unreadable() -> BrokenKeyFile:
    return BrokenKeyFile(
        "Nøglefilen vault.keys er beskadiget og kan ikke læses. "
        "Læg den tilbage fra den seneste sikkerhedskopi; det, der er skrevet i boksen, er ikke rørt."
    )
