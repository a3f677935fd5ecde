"""The note in every copy: what it is of, how far its log goes, and the seal of each file. It names nobody."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from tvaerfaglig.store.erased_list import ids_in
from tvaerfaglig.store.errors import NotACopy
from tvaerfaglig.store.files import write_atomically

MANIFEST = "manifest.json"
_FORMAT, _VERSION = "tvaerfaglig-backup", 1
_LARGEST = 64 << 20
_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file of the copy as it was written."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the copy is of, and how far its log goes. `erased` are ids.

    `signed` is how many events' signatures were looked at when it was written; the rest were in a copy
    before. A copy written before there were seals has no `files`.
    """

    format: str = _FORMAT
    version: int = _VERSION
    vault_id: str
    events: int
    head: str
    schema: int
    written_at: str
    erased: tuple[str, ...] = ()
    signed: int = 0
    files: dict[str, Sealed] | None = None

    @property
    def at(self) -> datetime:
        return datetime.fromisoformat(self.written_at)


def write_manifest(copy: Path, manifest: Manifest) -> None:
    write_atomically(copy / MANIFEST, json.dumps(asdict(manifest), indent=1).encode())


def read_manifest(copy: Path) -> Manifest:
    """The note in a copy's folder, or a manifest by itself. Raises NotACopy, in words."""
    path = copy / MANIFEST if copy.is_dir() else copy
    try:
        if path.stat().st_size > _LARGEST:
            raise NotACopy
        return _read(json.loads(path.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise NotACopy from None


def _read(note: dict[str, object]) -> Manifest:
    if note["format"] != _FORMAT or int(str(note["version"])) > _VERSION:
        raise NotACopy(
            "Sikkerhedskopien er skrevet af en nyere Tværfaglig. Opdatér programmet først."
        )
    return Manifest(
        vault_id=str(note["vault_id"]),
        events=int(str(note["events"])),
        head=str(note["head"]),
        schema=int(str(note["schema"])),
        written_at=_moment(str(note["written_at"])),
        erased=tuple(sorted(ids_in(note["erased"]))),
        signed=int(str(note.get("signed", 0))),
        files=_files(note.get("files")),
    )


def _moment(written: str) -> str:
    """With its distance from UTC, so that copies can be put in order."""
    at = datetime.fromisoformat(written)
    return (at if at.tzinfo else at.astimezone()).isoformat()


def _files(note: object) -> dict[str, Sealed] | None:
    if not isinstance(note, dict):
        return None
    made = {
        str(name): Sealed(int(one["size"]), str(one["sha256"]).lower())
        for name, one in note.items()
    }
    if not all(_stays_inside(name) for name in made):
        raise NotACopy
    return made


def _stays_inside(name: str) -> bool:
    """A file of the copy's own folder, or of one in it; never a way out."""
    parts = name.split("/")
    return len(parts) <= 2 and all(
        part not in {"", ".", ".."}
        and Path(part).name == part
        and "\\" not in part
        and ":" not in part
        for part in parts
    )


def files_of(copy: Path) -> list[str]:
    """What a copy is made of besides its manifest, by name: the vault, its keys, what lies in clear, and notes."""
    return sorted(
        one.relative_to(copy).as_posix()
        for one in (*copy.iterdir(), *copy.glob("*/*"))
        if one.is_file() and one.name != MANIFEST
    )


def manifests_beside(copy: Path) -> Iterator[tuple[Path, Manifest]]:
    """The copies in the same folder, this one too."""
    for found in copy.resolve().parent.glob(f"*/{MANIFEST}"):
        with contextlib.suppress(NotACopy):
            yield found.parent, read_manifest(found.parent)


def seal(path: Path) -> Sealed:
    """Read the file through."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as content:
        while part := content.read(_AT_ONCE):
            digest.update(part)
            size += len(part)
    return Sealed(size, digest.hexdigest())


def is_as_written(copy: Path, manifest: Manifest) -> bool:
    """Every file is there with the bytes it had: needs no key. False where the copy has no seals."""
    try:
        return manifest.files is not None and all(
            seal(copy / name) == one for name, one in manifest.files.items()
        )
    except OSError:
        return False


def is_all_there(copy: Path, manifest: Manifest) -> bool:
    """A quick look: every file is there and as long as it was."""
    names = manifest.files or {}
    try:
        return all((copy / name).stat().st_size == one.size for name, one in names.items()) and all(
            (copy / name).is_file() for name in ("vault.db", "vault.keys")
        )
    except OSError:
        return False
