"""The copies that stand in a folder: what they are, which go, and how one goes without a trace of a half."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tvaerfaglig.domain.copies import Standing, to_throw_away
from tvaerfaglig.store.backup import part_ending
from tvaerfaglig.store.errors import NotACopy
from tvaerfaglig.store.key_errors import KeysError
from tvaerfaglig.store.key_file import KeyFile, parse
from tvaerfaglig.store.key_folder import KEY_FILE
from tvaerfaglig.store.manifest import MANIFEST, Manifest, is_all_there, read_manifest


@dataclass(frozen=True, slots=True)
class OnShelf:
    """A copy as it stands: `whole` when every file is there and as long as it was."""

    folder: Path
    manifest: Manifest
    whole: bool

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def standing(self) -> Standing:
        return Standing(name=self.name, at=self.manifest.at, shape=self.manifest.schema)

    def keys(self) -> KeyFile | None:
        """Who can open it, as far as its key file can be read."""
        try:
            return parse((self.folder / KEY_FILE).read_bytes())
        except (OSError, KeysError):
            return None


def copies_in(place: Path, vault_id: str = "") -> list[OnShelf]:
    """The copies of this vault (or of any) in a folder, the newest first. Raises OSError where it is gone."""
    found = []
    for folder in place.iterdir():
        if folder.name.endswith(".part") or not (folder / MANIFEST).is_file():
            continue
        with contextlib.suppress(NotACopy):
            manifest = read_manifest(folder)
            if vault_id in {"", manifest.vault_id}:
                found.append(OnShelf(folder, manifest, is_all_there(folder, manifest)))
    return sorted(found, key=lambda one: (one.manifest.at, one.name), reverse=True)


def newest(copies: Iterable[OnShelf], now: datetime) -> OnShelf | None:
    """The newest whole one; one that a wrong clock dated ahead only where there is no other."""
    whole = [one for one in copies if one.whole]
    past = [one for one in whole if one.manifest.at <= now]
    return max(past or whole, key=lambda one: (one.manifest.at, one.name), default=None)


def prune(place: Path, proven: Path, now: datetime) -> list[str]:
    """Take away what newer ones cover, after `proven` was written there; the answer is their names.

    Only whole copies of the same vault count and go. One that cannot be taken away stays, and nobody is
    kept waiting for it.
    """
    vault_id = read_manifest(proven).vault_id
    whole = [one for one in copies_in(place, vault_id) if one.whole]
    if proven.name not in {one.name for one in whole}:
        return []
    gone = to_throw_away([one.standing for one in whole], now) - {proven.name}
    done = []
    for one in whole:
        if one.name in gone:
            with contextlib.suppress(OSError):
                throw_away(one)
                done.append(one.name)
    return done


def retire(place: Path, proven: Path, generation: int) -> tuple[int, int]:
    """Take away the copies that open with keys older than this; how many went, and how many could not.

    Only where `proven` itself has newer keys: else the last copy would go.
    """
    vault_id = read_manifest(proven).vault_id
    copies = copies_in(place, vault_id)
    safe = {one.name for one in copies if one.whole and _generation(one) >= generation}
    if proven.name not in safe:
        return 0, 0
    gone = left = 0
    for one in copies:
        if 0 < _generation(one) < generation:
            try:
                throw_away(one)
                gone += 1
            except OSError:
                left += 1
    return gone, left


def _generation(copy: OnShelf) -> int:
    keys = copy.keys()
    return keys.newest if keys is not None else 0


def throw_away(copy: OnShelf) -> None:
    """First its name goes, in one step, so that half a copy is never taken for one; then the rest."""
    vault_id = copy.manifest.vault_id
    going = copy.folder.with_name(f"{copy.name}{part_ending(vault_id)}")
    if going.exists():
        shutil.rmtree(going)
    copy.folder.rename(going)
    shutil.rmtree(going)
