"""The way in and out: a password tried, the newest key, one program at a time. The lock screen's part is in `door`."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tvaerfaglig.services import staffing
from tvaerfaglig.services.clock import Clock, doubt, milliseconds
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.lock import holding
from tvaerfaglig.services.lock.head import head_warning, note_in_keyring
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import keys
from tvaerfaglig.store.device_key import DeviceKey, device_key
from tvaerfaglig.store.driver import spoken
from tvaerfaglig.store.erased_list import remember_erased, remembered_erased
from tvaerfaglig.store.errors import CannotOpen, VaultError
from tvaerfaglig.store.everything import erased_ids
from tvaerfaglig.store.key_errors import StateUnusable
from tvaerfaglig.store.medium import only_reads
from tvaerfaglig.store.opened import Opened
from tvaerfaglig.store.rekey import finish_rekey
from tvaerfaglig.store.remembered_head import RememberedHead, remember_head
from tvaerfaglig.store.spare_room import give_room, keep_room
from tvaerfaglig.store.vault import Vault

Said = Callable[[int, int], None]

_KEYS_FROM_COPY = (
    "Nøglefilen var beskadiget, så den forrige udgave blev brugt. Alt er her. "
    "Tag en sikkerhedskopi i dag."
)

_ONLY_THE_LEADER = (
    "Boksen kan kun læses her, og det kan ikke noteres, hvem der ser hvad. "
    "Derfor åbner den kun for lederen."
)

_IDENTITY_CHANGED = (
    "Din nøgle til forseglede sager var byttet ud i nøglefilen, og du har fået en ny. Det kan kun den gøre, "
    "der selv kan åbne boksen. Sig det til dem, der passer jeres it, og forsegl ikke noget, før de har set på det."
)


def unlock(
    folder: Path,
    person_id: str,
    password: str,
    clock: Clock,
    state: Path,
    said: Said = lambda _done, _all: None,
) -> Session:
    """Open the vault as this person. Raises WrongPassword or CannotOpen, each in words.

    Where another version of the program had it last, the tables are made anew; `said` is told how far.
    """
    return enter(folder, keys.unlock(folder, person_id, password), person_id, clock, state, said)


def set_password_with_code(
    folder: Path, code: str, person_id: str, new: str, clock: Clock, state: Path
) -> Session:
    """A forgotten password: the code from the recovery sheet gives a new one."""
    opened = keys.set_password_with_code(folder, code, person_id, new)
    return enter(folder, opened, person_id, clock, state)


def enter(
    folder: Path,
    opened: Opened,
    person_id: str,
    clock: Clock,
    state: Path,
    said: Said = lambda _done, _all: None,
) -> Session:
    """Come in with keys already at hand."""
    vault, settled = open_vault(folder, opened, clock, state, said)
    try:
        session = Session(vault, person_id, clock, state, settled)
        _require_leader_to_read(session)
    except BaseException:
        vault.close()
        raise
    removal = "" if vault.only_reads else staffing.finish_removals(session)
    keys_warning = _KEYS_FROM_COPY if settled.from_backup else ""
    clock_warning = doubt(clock, vault.log.written_last())
    warning = keys_warning or head_warning(vault, state) or clock_warning
    identity_warning = _IDENTITY_CHANGED if settled.identity_broken else ""
    session.warning = " ".join(
        filter(None, (warning, identity_warning, removal, _collect_notes(session)))
    )
    _note_erased(vault, state)
    return session


def _require_leader_to_read(session: Session) -> None:
    """Where looks cannot be noted only the leader looks."""
    if session.only_reads and not session.actor.role.leads:
        raise NotAllowed(_ONLY_THE_LEADER)


def _collect_notes(session: Session) -> str:
    if session.vault.only_reads:
        return ""
    from tvaerfaglig.services.lock import quick_notes  # drafts and all: not before someone unlocks

    return quick_notes.collect(session)


def _note_erased(vault: Vault, state: Path) -> None:
    """A kill between an erasure and its note outside the vault: the note is made now."""
    missing = set(erased_ids(vault)) - remembered_erased(state, vault.id)
    if missing:
        with contextlib.suppress(StateUnusable):  # the copies' own manifests say it as well
            remember_erased(state, vault.id, missing)


def open_vault(
    folder: Path,
    opened: Opened,
    clock: Clock,
    state: Path,
    said: Said = lambda _done, _all: None,
) -> tuple[Vault, Opened]:
    """Open with the newest key, or with the one before when a rekey was cut off half-way; then settle it."""
    signer = device_key(state, opened.vault_id)
    if only_reads(folder):
        return _open_to_read(folder, opened, clock, signer), opened

    def with_key(key: Opened) -> Vault:
        return Vault.open(
            folder,
            key.subkey("sqlcipher"),
            signer,
            lambda: milliseconds(clock),
            partial(_copy_first, folder, key),
            said,
        )

    try:
        vault = with_key(opened)
    except CannotOpen:
        if opened.older is None:
            raise
        vault = with_key(opened.older)
        try:
            staffing.new_key(vault, opened)
        except VaultError:  # no room for it yet: everyone's way in reaches both keys till then
            return vault, opened
    return vault, _settled(folder, opened)


def _open_to_read(folder: Path, opened: Opened, clock: Clock, signer: DeviceKey) -> Vault:
    """With whichever of two keys the file has, where a rekey was cut off; nothing is settled here."""
    for key in (opened, opened.older):
        if key is None:
            continue
        try:
            return Vault.open_to_read(
                folder, key.subkey("sqlcipher"), signer, lambda: milliseconds(clock)
            )
        except CannotOpen:
            if key.older is None:
                raise
    raise CannotOpen("Boksen kan ikke åbnes. Hent den seneste sikkerhedskopi frem.")


def _settled(folder: Path, opened: Opened) -> Opened:
    if opened.older is None:
        return opened
    try:
        return finish_rekey(folder, opened)
    except VaultError:
        return opened


def _copy_first(folder: Path, opened: Opened) -> None:
    from tvaerfaglig.store.backup import copy_before_steps

    copy_before_steps(folder, opened)


def held(folder: Path, name: str, clock: Clock, enter: Callable[[], Session]) -> Session:
    """Come in as the only program in the vault. Raises OpenElsewhere when another has it open."""
    hold = holding.hold(folder, name, clock)
    try:
        session = enter()
    except BaseException:
        hold.release()
        raise
    session.hold = hold
    if not session.vault.only_reads:
        keep_room(folder)
    return session


def make_room(session: Session) -> None:
    """Before the last texts are kept: what was set aside for them, should the disk be full."""
    give_room(session.vault.folder)


def close(session: Session) -> None:
    """Note the vault's head outside it, fold the log into the file, and let go of all of it.

    A full disk or a damaged page keeps nobody in: the head noted last stands, and is still a true one.
    """
    vault = session.vault
    try:
        with contextlib.suppress(VaultError), spoken():
            known = RememberedHead(vault.log.count(), vault.log.head())
            remember_head(session.state, vault.id, known.count, known.head)
            note_in_keyring(session, known)
    finally:
        vault.close()
        give_room(vault.folder)
        if session.hold is not None:
            session.hold.release()
