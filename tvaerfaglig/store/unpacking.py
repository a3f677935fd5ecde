"""A copy brought to a new place, and proven to be what its manifest says before anybody believes it."""

from __future__ import annotations

import shutil
from pathlib import Path

from tvaerfaglig.domain.progress import Tell, silent, within
from tvaerfaglig.store.backup import opened_store, require_room
from tvaerfaglig.store.checking import check_copy
from tvaerfaglig.store.driver import Database, sql
from tvaerfaglig.store.errors import NotACopy, NotCopied
from tvaerfaglig.store.event_log import count, head
from tvaerfaglig.store.key_folder import KEY_FILE
from tvaerfaglig.store.manifest import Manifest, manifests_beside, read_manifest
from tvaerfaglig.store.opened import Opened
from tvaerfaglig.store.sealed_notes import FOLDER as NOTES
from tvaerfaglig.store.sealed_notes import notes_in
from tvaerfaglig.store.vault import FILE

_AT_ONCE = 4 << 20
_BROUGHT = 0.4
_NOT_AS_WRITTEN = (
    "Sikkerhedskopien er ikke, som den blev skrevet, så den bruges ikke. Tag en anden."
)


def erased_beside(copy: Path, vault_id: str) -> set[str]:
    """Everything that this copy and the others beside it know to be erased from the vault."""
    return {
        one
        for _, manifest in manifests_beside(copy)
        if manifest.vault_id == vault_id
        for one in manifest.erased
    }


def unpack(copy: Path, opened: Opened, place: Path, tell: Tell = silent) -> None:
    """Bring a copy to a new place and prove that it is what its manifest says. Raises NotACopy."""
    manifest = read_manifest(copy)
    try:
        shutil.rmtree(place, ignore_errors=True)  # from a time it was cut off
        place.mkdir(parents=True)
        _bring(copy, place, within(tell, 0, _BROUGHT))
    except FileNotFoundError:
        raise NotACopy from None
    except (OSError, NotCopied) as trouble:
        raise NotCopied("Der er ikke plads til boksen dér. Vælg et andet sted.") from trouble
    with opened_store(place, opened) as (db, _):
        whole = _whole(db, manifest, within(tell, _BROUGHT, 1))
    if not whole or manifest.vault_id != opened.vault_id:
        raise NotACopy(_NOT_AS_WRITTEN)


def _bring(copy: Path, place: Path, tell: Tell) -> None:
    notes = (f"{NOTES}/{one.name}" for one in notes_in(copy))
    names = [FILE, KEY_FILE, *(each.name for each in copy.glob("*.toml")), *notes]
    total = sum((copy / name).stat().st_size for name in names)
    require_room(place, total)
    done = 0
    for name in names:
        (place / name).parent.mkdir(exist_ok=True)
        with (copy / name).open("rb") as source, (place / name).open("xb") as target:
            while part := source.read(_AT_ONCE):
                target.write(part)
                done += len(part)
                tell(done / max(total, 1), "Henter kopien")


def _whole(db: Database, manifest: Manifest, tell: Tell) -> bool:
    try:
        same = (count(db), head(db)) == (manifest.events, manifest.head)
        return same and not check_copy(db, tell=tell)
    except sql.Error:
        return False
