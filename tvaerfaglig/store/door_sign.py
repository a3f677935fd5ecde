"""What stands in clear in ``vault.keys``, read without what unlocking needs: the lock screen waits for it.

Only a file that is whole, of today's version, and the newest of its kind is read here. Of any other nothing
is said, and `keys.read` says what is the matter and looks for the backup; and unlocking reads it all anew.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

_FORMAT, _VERSION = "tvaerfaglig-vault-keys", 1
_MAX_FILE = 1 << 20


@dataclass(frozen=True, slots=True)
class Sign:
    """The house, and each person as (id, name, role word, whether the password is to be changed)."""

    vault_id: str
    house: str
    people: tuple[tuple[str, str, str, bool], ...]
    has_recovery: bool
    is_demo: bool


def read(folder: Path) -> Sign | None:
    """The sign, or None when the file asks for a closer look."""
    try:
        with (folder / "vault.keys").open("rb") as handle:
            content = handle.read(_MAX_FILE + 1)
        file = json.loads(content)
        return _sign(file) if len(content) <= _MAX_FILE and _is_whole(file) else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _is_whole(file: dict[str, Any]) -> bool:
    """The checksum over the same bytes as it was made of: sorted keys, no blanks, no escapes."""
    from base64 import b64decode

    bare = json.dumps(
        {**file, "checksum": ""}, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    whole = b64decode(file["checksum"]) == sha256(bare.encode()).digest()
    return whole and (file["format"], file["version"]) == (_FORMAT, _VERSION)


def _sign(file: dict[str, Any]) -> Sign:
    slots = file["slots"]
    people = [(slot["person"], slot["must_change"]) for slot in slots if slot["kind"] == "password"]
    return Sign(
        vault_id=file["vault_id"],
        house=file["house"],
        people=tuple(
            (one["person_id"], one["name"], one["role_word"], must) for one, must in people
        ),
        has_recovery=len(people) < len(slots),
        is_demo=file["demo"],
    )
