"""How a password or a code holds the master key, and how a new one reaches those not present.

Each slot has a key pair of its own: the private half is sealed under the password together with
the master key. A rekey seals the new master key to the public half *and* the old master key, so
it takes the colleague's own password to read it and a keyholder to have written it. Hence the
one who was removed, with an old copy of the file and the old password, gets nothing new; and
nobody from outside can slip in a key of their own.
"""

from __future__ import annotations

import secrets
import struct
from collections.abc import Mapping
from dataclasses import replace

from tvaerfaglig.store.key_errors import BrokenKeyFile, KdfRefused, KeysError
from tvaerfaglig.store.key_file import Handover, Kdf, Slot, canonical
from tvaerfaglig.store.opened import derive
from tvaerfaglig.store.passwords import normalised

_KEY = 32
_ENTRY = struct.Struct(">I32s")


class SecretRefused(Exception):
    """The password or code does not open the slot, or the slot was changed."""


def password_kek(password: str, salt: bytes, kdf: Kdf) -> bytes:
    """Slow on purpose: about a third of a second for a real vault."""
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    if not kdf.is_bearable:
        raise KdfRefused
    try:
        stretched = hash_secret_raw(
            secret=normalised(password),
            salt=salt,
            time_cost=kdf.passes,
            memory_cost=kdf.memory_kib,
            parallelism=kdf.lanes,
            hash_len=_KEY,
            type=Type.ID,
        )
    except (HashingError, MemoryError) as trouble:
        raise KeysError(
            "Der er ikke ledig hukommelse nok til at låse op. Luk et par programmer, og prøv igen."
        ) from trouble
    return derive(stretched, salt=salt, purpose="slot-password")


def code_kek(secret: bytes, salt: bytes) -> bytes:
    """160 random bits need no stretching."""
    return derive(secret, salt=salt, purpose="slot-recovery")


def new_salt() -> bytes:
    return secrets.token_bytes(16)


def seal(slot: Slot, kek: bytes, keys: Mapping[int, bytes], vault_id: str) -> Slot:
    """Close ``keys`` (by generation) into the slot, under its present name and role."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    private = X25519PrivateKey.generate()
    fresh = replace(
        slot,
        sealed_as=slot.person,
        generation=max(keys),
        public=private.public_key().public_bytes_raw(),
        nonce=secrets.token_bytes(12),
        handovers=(),
    )
    payload = private.private_bytes_raw() + b"".join(
        _ENTRY.pack(generation, key) for generation, key in sorted(keys.items())
    )
    sealed = AESGCM(kek).encrypt(fresh.nonce, payload, _bound(fresh, vault_id))
    return replace(fresh, sealed=sealed)


def unseal(slot: Slot, kek: bytes, vault_id: str) -> dict[int, bytes]:
    """Every generation of the master key that this slot reaches."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        payload = AESGCM(kek).decrypt(slot.nonce, slot.sealed, _bound(slot, vault_id))
    except InvalidTag:
        raise SecretRefused from None
    keys = dict(_ENTRY.iter_unpack(payload[_KEY:]))
    for handover in slot.handovers:
        keys[handover.generation] = _take(slot, handover, payload[:_KEY], keys, vault_id)
    return keys


def hand_over(slot: Slot, *, old: bytes, generation: int, new: bytes, vault_id: str) -> Slot:
    """Leave the ``new`` master key for whoever opens the slot next."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    once = X25519PrivateKey.generate()
    shared = once.exchange(X25519PublicKey.from_public_bytes(slot.public))
    ephemeral, nonce = once.public_key().public_bytes_raw(), secrets.token_bytes(12)
    aad = _handed(slot, generation, ephemeral, vault_id)
    sealed = AESGCM(_handover_key(shared, old, aad)).encrypt(nonce, new, aad)
    left = Handover(generation=generation, ephemeral=ephemeral, nonce=nonce, sealed=sealed)
    return replace(slot, handovers=(*slot.handovers, left))


def _take(
    slot: Slot, handover: Handover, private: bytes, keys: Mapping[int, bytes], vault_id: str
) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    aad = _handed(slot, handover.generation, handover.ephemeral, vault_id)
    try:
        mine = X25519PrivateKey.from_private_bytes(private)
        shared = mine.exchange(X25519PublicKey.from_public_bytes(handover.ephemeral))
        kek = _handover_key(shared, keys[handover.generation - 1], aad)
        return AESGCM(kek).decrypt(handover.nonce, handover.sealed, aad)
    except (InvalidTag, ValueError, KeyError):
        raise BrokenKeyFile(
            "Din nøgle i vault.keys passer ikke til det seneste nøgleskift. "
            "Læg vault.keys tilbage fra en sikkerhedskopi, eller få en ny adgangskode af lederen."
        ) from None


def _handover_key(shared: bytes, old: bytes, aad: bytes) -> bytes:
    return derive(shared + old, salt=aad, purpose="handover")


def _bound(slot: Slot, vault_id: str) -> bytes:
    """All that the seal vouches for; a change to any of it makes the secret not fit."""
    return canonical(
        {
            "vault_id": vault_id,
            "kind": slot.kind,
            "person": slot.sealed_as,
            "generation": slot.generation,
            "kdf": slot.kdf,
            "salt": slot.salt,
            "public": slot.public,
        }
    )


def _handed(slot: Slot, generation: int, ephemeral: bytes, vault_id: str) -> bytes:
    return canonical(
        {
            "vault_id": vault_id,
            "generation": generation,
            "public": slot.public,
            "ephemeral": ephemeral,
        }
    )
