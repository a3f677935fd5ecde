"""The key that signs what is written on this computer, kept outside the vault's folder.

A vault that is opened without its own device key gets a new one with a new id, so a restored or
copied vault never continues another device's stream (two histories under one name). The key
lies unencrypted in the user's own folder: it proves where a thing was written, it opens nothing.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tvaerfaglig.store.files import write_atomically
from tvaerfaglig.store.key_errors import StateUnusable
from tvaerfaglig.store.key_file import is_id

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


@dataclass(frozen=True, kw_only=True)
class DeviceKey:
    device_id: str
    private: bytes = field(repr=False)

    @cached_property
    def public(self) -> bytes:
        return self._hand.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        return self._hand.sign(message)

    @cached_property
    def _hand(self) -> Ed25519PrivateKey:
        """Made once: it takes as long as a signature."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.private)


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """False for a wrong signature and for bytes that are no key at all."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def device_key(state_dir: Path, vault_id: str) -> DeviceKey:
    """This user's key for this vault, made when there is none; an unusable one is set aside."""
    if not is_id(vault_id):
        raise ValueError(vault_id)
    path = state_dir / f"{vault_id}.device"
    try:
        if path.exists():
            key = _read(path.read_bytes(), vault_id)
            if key is not None:
                return key
            path.replace(path.with_name(path.name + ".broken"))
        return _make(path, vault_id)
    except OSError as trouble:
        raise StateUnusable from trouble


def retire(state_dir: Path, vault_id: str) -> None:
    """Lay the key aside, for the next opening to make another: after a restore, which knows less than it signed."""
    if not is_id(vault_id):
        raise ValueError(vault_id)
    path = state_dir / f"{vault_id}.device"
    try:
        if path.exists():
            path.replace(path.with_name(path.name + ".before-restore"))
    except OSError as trouble:
        raise StateUnusable from trouble


def _make(path: Path, vault_id: str) -> DeviceKey:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    private, device_id = secrets.token_bytes(32), secrets.token_hex(4)
    note = {"vault_id": vault_id, "device_id": device_id, "private": private.hex()}
    write_atomically(path, json.dumps(note, indent=1).encode(), private=True)
    return DeviceKey(device_id=device_id, private=private)


def _read(content: bytes, vault_id: str) -> DeviceKey | None:
    try:
        note = json.loads(content)
        if note["vault_id"] != vault_id or len(bytes.fromhex(note["device_id"])) != 4:
            return None
        return DeviceKey(device_id=note["device_id"], private=bytes.fromhex(note["private"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
