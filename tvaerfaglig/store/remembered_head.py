"""Where the log had come to, noted outside the vault: a cut tail is invisible from inside."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from tvaerfaglig.store.files import write_atomically
from tvaerfaglig.store.key_errors import BrokenStateFile, StateUnusable
from tvaerfaglig.store.key_file import is_id

_HEAD = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class RememberedHead:
    """How many events there were, and the vault head over them as 64 hex digits."""

    count: int
    head: str


def is_head(text: str) -> bool:
    return _HEAD.fullmatch(text) is not None


def remember_head(state_dir: Path, vault_id: str, count: int, head_hex: str) -> None:
    if count < 0 or not _HEAD.fullmatch(head_hex):
        raise ValueError(count, head_hex)
    note = {"vault_id": vault_id, "count": count, "head": head_hex}
    path = _path(state_dir, vault_id)
    try:
        state_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_atomically(path, json.dumps(note).encode(), private=True)
    except OSError as trouble:
        raise StateUnusable from trouble


def remembered_head(state_dir: Path, vault_id: str) -> RememberedHead | None:
    """None where this user never had the vault open; a note that makes no sense is said aloud."""
    path = _path(state_dir, vault_id)
    try:
        note = json.loads(path.read_bytes())
        count, head, noted_for = note["count"], note["head"], note["vault_id"]
    except FileNotFoundError:
        return None
    except OSError as trouble:
        raise StateUnusable from trouble
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BrokenStateFile from None
    if not (isinstance(count, int) and isinstance(head, str) and _HEAD.fullmatch(head)):
        raise BrokenStateFile
    if noted_for != vault_id:
        raise BrokenStateFile
    return RememberedHead(count, head)


def _path(state_dir: Path, vault_id: str) -> Path:
    if not is_id(vault_id):
        raise ValueError(vault_id)
    return state_dir / f"{vault_id}.head"
