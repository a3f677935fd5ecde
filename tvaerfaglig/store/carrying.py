"""A copy carried to a second place: file by file beside its name, read again, compared, and only then named."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from tvaerfaglig.domain.progress import Tell, silent, within
from tvaerfaglig.store.backup import clear_parts, give_name, part_ending, require_room
from tvaerfaglig.store.errors import NotACopy, NotCopied
from tvaerfaglig.store.files import sync_folder
from tvaerfaglig.store.manifest import (
    MANIFEST,
    Sealed,
    files_of,
    is_all_there,
    read_manifest,
    seal,
)

_AT_ONCE = 4 << 20
_WRITTEN = 0.7
_WORN = (
    "Kopien kunne ikke læses igen dér, som den blev skrevet, så den tæller ikke. "
    "Prøv et andet drev."
)


def carry(copy: Path, place: Path, tell: Tell = silent) -> Path:
    """Bring a copy to `place` as well; the answer is its folder there. Once there it is not written again.

    Raises NotCopied in words, and then leaves nothing behind.
    """
    manifest = read_manifest(copy)
    there = place / copy.name
    if lies_in(place, copy):
        return there
    part = place / f"{copy.name}{part_ending(manifest.vault_id)}"
    try:
        clear_parts(place, manifest.vault_id)
        files = manifest.files or {name: seal(copy / name) for name in files_of(copy)}
        require_room(place, sum(one.size for one in files.values()))
        part.mkdir()
        _write(copy, part, files, within(tell, 0, _WRITTEN))
        _compare(part, files, within(tell, _WRITTEN, 1))
        return give_name(part, there)
    except OSError as trouble:
        raise NotCopied from trouble
    finally:
        shutil.rmtree(part, ignore_errors=True)


def lies_in(place: Path, copy: Path) -> bool:
    """Whether the very same copy is there, whole as far as a quick look can tell."""
    there = place / copy.name
    try:
        manifest = read_manifest(copy)
        return read_manifest(there) == manifest and is_all_there(there, manifest)
    except NotACopy:
        return False


def _write(copy: Path, part: Path, files: dict[str, Sealed], tell: Tell) -> None:
    """The manifest last: without it the folder is no copy."""
    total, done = sum(one.size for one in files.values()), 0
    for name in (*files, MANIFEST):
        (part / name).parent.mkdir(exist_ok=True)
        with (copy / name).open("rb") as source, (part / name).open("xb") as target:
            while piece := source.read(_AT_ONCE):
                target.write(piece)
                done += len(piece)
                tell(done / max(total, 1), "Lægger kopien det andet sted")
            target.flush()
            os.fsync(target.fileno())
            _forget(target.fileno())
    sync_folder(part)


def _forget(handle: int) -> None:
    """Ask the system to read from the drive, not from its memory, the next time; where it can be asked."""
    advise: Callable[[int, int, int, int], None] | None = getattr(os, "posix_fadvise", None)
    if advise is not None:
        advise(handle, 0, 0, os.POSIX_FADV_DONTNEED)


def _compare(part: Path, files: dict[str, Sealed], tell: Tell) -> None:
    total, done = sum(one.size for one in files.values()), 0
    for name, expected in files.items():
        if seal(part / name) != expected:
            raise NotCopied(_WORN)
        done += expected.size
        tell(done / max(total, 1), "Læser kopien igen")
