"""A new master key for the whole vault, in two header steps around the vault's own rekey.

``begin_rekey`` → the vault's file is rekeyed from ``opened.older`` to ``opened`` → ``finish_rekey``.
Between the two every way in reaches both keys, so a kill anywhere is mended at the next unlock:
the ``Opened`` then has ``older`` set, and the vault's file takes one of the two keys. Nobody
else's password is needed, and whoever is left out cannot reach the new key from any old copy.
What was copied away before (backups) still opens with the keys it was copied with.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from secrets import token_bytes

from tvaerfaglig.store.key_errors import RekeyUnfinished
from tvaerfaglig.store.key_folder import save, verified
from tvaerfaglig.store.keys import without_people
from tvaerfaglig.store.opened import Opened
from tvaerfaglig.store.slots import hand_over


def begin_rekey(folder: Path, opened: Opened, *, without: Collection[str] = ()) -> Opened:
    """Make the next key and leave it for everybody but ``without``, who lose their way in now."""
    before = verified(folder, opened)
    if before.pending is not None:
        raise RekeyUnfinished
    coming = replace(
        opened,
        generation=opened.generation + 1,
        master=token_bytes(32),
        older=replace(opened, older=None),
    )
    kept = without_people(before, list(without))
    slots = tuple(
        hand_over(
            slot,
            old=opened.master,
            generation=coming.generation,
            new=coming.master,
            vault_id=opened.vault_id,
        )
        for slot in kept.slots
    )
    pending = replace(kept, pending=coming.generation, slots=slots)
    save(folder, pending, coming, previous=before, withdraws=True)
    return coming


def finish_rekey(folder: Path, opened: Opened) -> Opened:
    """The vault's file has the new key: say so in the header. Safe to call again."""
    before = verified(folder, opened)
    if before.pending is not None:
        final = replace(before, generation=before.newest, pending=None)
        save(folder, final, opened, previous=before, withdraws=True)
    return replace(opened, older=None)
