"""What was lawfully erased, noted outside the vault: an older copy, put back, must erase it again.

Ids only. The list lies in the user's own folder, and a second one in the manifest of every copy.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from tvaerfaglig.store.files import write_atomically
from tvaerfaglig.store.key_errors import StateUnusable
from tvaerfaglig.store.key_file import is_id


def remember_erased(state_dir: Path, vault_id: str, ids: Iterable[str]) -> None:
    """Add to the list. Raises StateUnusable where nothing can be written."""
    known = remembered_erased(state_dir, vault_id)
    path = _path(state_dir, vault_id)
    try:
        state_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_atomically(path, json.dumps(sorted(known | set(ids))).encode(), private=True)
    except OSError as trouble:
        raise StateUnusable from trouble


def remembered_erased(state_dir: Path, vault_id: str) -> set[str]:
    """Empty where nothing is noted, or the note makes no sense: the manifests say it too."""
    try:
        return ids_in(json.loads(_path(state_dir, vault_id).read_bytes()))
    except (OSError, ValueError, RecursionError):
        return set()


def ids_in(note: object) -> set[str]:
    """The ids in a list that somebody may have touched."""
    if not isinstance(note, list):
        return set()
    return {one for one in note if isinstance(one, str) and is_id(one)}


def _path(state_dir: Path, vault_id: str) -> Path:
    if not is_id(vault_id):
        raise ValueError(vault_id)
    return state_dir / f"{vault_id}.erased"
