"""Through a slot to the master key, and what is put right on the way in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tvaerfaglig.store.identity import Tampered, found_in, kept_in, new_identity
from tvaerfaglig.store.key_errors import BrokenKeyFile, KeysError
from tvaerfaglig.store.key_file import KeyFile, Slot, check_seal
from tvaerfaglig.store.key_folder import Loaded, mend, save, twin
from tvaerfaglig.store.opened import Opened
from tvaerfaglig.store.slots import seal, unseal


def enter_slot(folder: Path, loaded: Loaded, slot: Slot, kek: bytes) -> Opened:
    """From a slot's secret to the master key, and only if the whole header is its own."""
    file = loaded.file
    keys = unseal(slot, kek, file.vault_id)
    if file.newest not in keys or file.generation not in keys:
        raise BrokenKeyFile(
            "Din nøgle er fra før det seneste nøgleskift og åbner ikke længere. "
            "Få en ny adgangskode af lederen."
        )
    person_id = slot.person.person_id if slot.person else None
    opened = Opened(
        vault_id=file.vault_id,
        generation=file.newest,
        master=keys[file.newest],
        person_id=person_id,
        must_change=slot.must_change,
        from_backup=loaded.from_backup,
    )
    if file.pending:
        opened = replace(
            opened, older=replace(opened, generation=file.generation, master=keys[file.generation])
        )
    check_seal(file, opened)
    opened = _with_identity(opened, slot, kek)
    if loaded.from_backup:
        mend(folder, file)
    if file.pending:
        twin(folder, file)  # before the vault takes the new key, both headers must hold it
    return _freshened(folder, file, slot, kek, opened)


def _with_identity(opened: Opened, slot: Slot, kek: bytes) -> Opened:
    try:
        return replace(opened, identity=found_in(slot, kek, opened.vault_id))
    except Tampered:
        return replace(opened, identity_broken=True)


def _freshened(folder: Path, file: KeyFile, slot: Slot, kek: bytes, opened: Opened) -> Opened:
    """Re-wrap after a rekey or a new name, now that the secret is at hand; and give who has none an identity.

    Never while a rekey is pending (that has to settle first), and never in anybody's way: a
    full disk or a read-only folder does not keep people out. A password that the leader chose gets no
    identity: it waits for the person's own.
    """
    settled = not slot.handovers and slot.sealed_as == slot.person
    lacks = slot.kind == "password" and not slot.must_change and opened.identity is None
    if (settled and not lacks) or file.pending:
        return opened
    fresh = slot if settled else seal(slot, kek, all_keys(opened), file.vault_id)
    if lacks:
        opened = replace(opened, identity=new_identity())
        fresh = kept_in(fresh, opened.identity or "", kek, file.vault_id)
    try:
        save(folder, file.with_slot(slot, fresh), opened, previous=file, withdraws=False)
    except KeysError:
        return replace(opened, identity=None) if lacks else opened
    return opened


def all_keys(opened: Opened) -> dict[int, bytes]:
    """By generation: two while a rekey is unfinished, else one."""
    keys = {opened.generation: opened.master}
    return keys | all_keys(opened.older) if opened.older else keys
