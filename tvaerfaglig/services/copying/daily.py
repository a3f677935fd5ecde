"""The copies that nobody has to think of: what is due, done beside the window, and noted afterwards.

Three steps, because the vault's thread must never wait for a disk: `due` and `note` run on it, `run` does
not. A copy is written and proven here first; then it is carried to the second place; only then does
anything older go, and never for the sake of one that failed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import msgspec

from tvaerfaglig.domain.acts import BackedUp, CopiesGone
from tvaerfaglig.domain.copies import How, Place, is_due
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.progress import Stopped, Tell, silent, within
from tvaerfaglig.services.copying.second_place import FOLDER as SECOND_FOLDER
from tvaerfaglig.services.copying.second_place import leads, moment
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import everything
from tvaerfaglig.store.backup import FOLDER, Signed, copy_vault
from tvaerfaglig.store.carrying import carry, lies_in
from tvaerfaglig.store.copy_notes import CopyNotes, copy_notes, keep_copy_notes
from tvaerfaglig.store.manifest import Manifest, read_manifest
from tvaerfaglig.store.shelf import OnShelf, copies_in, newest, prune, retire

KEYS_WITHDRAWN = "noegle_inddraget"
_FEW = 20_000  # events whose signatures are read in about four seconds: then always all of them
_ALL_AGAIN = timedelta(days=7)
_STOPPED = "Det blev stoppet, før kopien lå der."


@dataclass(frozen=True, slots=True)
class Errand:
    """What is to be done: a copy or none, where it is carried to, how far signatures are known to be good.

    Copies with keys older than generation `retire` go once a newer one stands in their place.
    """

    copy: bool
    how: How = How.SELF
    second: Path | None = None
    signed: Signed = field(default_factory=Signed)
    retire: int = 0


@dataclass(frozen=True, slots=True)
class Retired:
    """Copies with old keys: how many went, and how many could not be taken away."""

    gone: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """How it went. `made` was taken now; `carried` lies at the second place now and did not before.

    The two troubles are sentences for people. `there` is when the newest copy at the second place was
    taken. `here` and `away` are the copies with old keys, None where it was not come to.
    """

    errand: Errand
    made: Manifest | None = None
    trouble: str = ""
    carried: Manifest | None = None
    there: str = ""
    reached: bool = True
    second_trouble: str = ""
    here: Retired | None = None
    away: Retired | None = None

    @property
    def retired(self) -> bool:
        """Whether no copy with old keys is left where we keep ours."""
        asked = [self.here] if self.errand.second is None else [self.here, self.away]
        return all(one is not None and one.left == 0 for one in asked)


def due(session: Session) -> Errand | None:
    """What is to be done now, if anything: a copy once a day, and carrying what does not lie there yet."""
    if session.only_reads:
        return None
    notes = copy_notes(session.vault.db)
    latest = _latest(session)
    copy = is_due(
        latest.manifest.at if latest else None,
        latest.manifest.events if latest else 0,
        session.vault.log.count(),
        session.now,
    )
    return _errand(session, notes, copy=copy) if copy or notes.second else None


def by_hand(session: Session) -> Errand:
    """A copy that somebody asked for. For the leader."""
    leads(session)
    return _errand(session, copy_notes(session.vault.db), copy=True, how=How.HAND)


def _errand(session: Session, notes: CopyNotes, *, copy: bool, how: How = How.SELF) -> Errand:
    all_signed = moment(notes.all_signed)
    if copy:  # what was erased is then on no empty place of it
        everything.write_anew_if_owed(session.vault)
    lately = all_signed is not None and session.now - all_signed < _ALL_AGAIN
    few = session.vault.log.count() <= _FEW
    known = Signed(notes.signed, notes.signed_head) if lately and not few else Signed()
    return Errand(copy, how, Path(notes.second) if notes.second else None, known, notes.retire)


def _latest(session: Session) -> OnShelf | None:
    """Of what lies with the vault; safe on any thread."""
    try:
        shelf = copies_in(session.vault.folder / FOLDER, session.opened.vault_id)
    except OSError:
        return None
    return newest(shelf, session.now)


def run(session: Session, errand: Errand, tell: Tell = silent) -> Done:
    """Take the copy and carry it. Touches nothing of the vault's thread. Raises Stopped, and nothing else."""
    done = Done(errand)
    if errand.copy:
        done = _take(session, done, within(tell, 0, 0.6 if errand.second else 1))
    if errand.second is not None:
        done = _carry(session, done, errand.second / SECOND_FOLDER, within(tell, 0.6, 1))
    return _retire_here(session, done) if errand.retire else done


def _take(session: Session, done: Done, tell: Tell) -> Done:
    errand, shelf, now = done.errand, session.vault.folder / FOLDER, session.now
    try:
        made = copy_vault(
            session.vault.folder, session.opened, shelf, now, signed=errand.signed, tell=tell
        )
        prune(shelf, made, now)
        return replace(done, made=read_manifest(made))
    except Stopped:
        raise
    except (ForPeople, OSError) as refusal:
        return replace(done, trouble=_in_words(refusal))


def _carry(session: Session, done: Done, shelf: Path, tell: Tell) -> Done:
    """The newest copy goes to the second place, if that can be reached; then older ones there may go."""
    latest = _latest(session)
    if latest is None or not shelf.is_dir():
        return replace(done, reached=shelf.is_dir())
    try:
        is_new = not lies_in(shelf, latest.folder)
        placed = carry(latest.folder, shelf, tell)
        if is_new:
            prune(shelf, placed, session.now)
    except (ForPeople, OSError) as refusal:
        if isinstance(refusal, Stopped) and done.made is None:
            raise
        words = _STOPPED if isinstance(refusal, Stopped) else _in_words(refusal)
        return replace(done, second_trouble=words)
    done = replace(
        done, carried=latest.manifest if is_new else None, there=latest.manifest.written_at
    )
    if not done.errand.retire:
        return done
    return replace(done, away=Retired(*retire(shelf, placed, done.errand.retire)))


def _retire_here(session: Session, done: Done) -> Done:
    latest = _latest(session)
    if latest is None:
        return done
    shelf = latest.folder.parent
    return replace(done, here=Retired(*retire(shelf, latest.folder, done.errand.retire)))


def _in_words(refusal: Exception) -> str:
    return str(refusal) if isinstance(refusal, ForPeople) else "Drevet svarer ikke lige nu."


def note(session: Session, done: Done) -> Changes:
    """Note what was taken and carried, in the log, and how it went, in the vault's own notes."""
    before, now = copy_notes(session.vault.db), session.now.isoformat(timespec="minutes")
    after = _noted(session, before, done)
    fresh = [(done.made, Place.HERE), (done.carried, Place.SECOND)]
    with session.write() as pen:
        for manifest, place in fresh:
            if manifest is not None:
                at = manifest.at.isoformat(timespec="minutes")
                pen.put(BackedUp(at=at, events=manifest.events, how=done.errand.how, place=place))
        parts = [one for one in (done.here, done.away) if one is not None]
        count, left = sum(one.gone for one in parts), sum(one.left for one in parts)
        if count or (left and done.errand.how is How.HAND):  # tried again each round, noted once
            pen.put(CopiesGone(at=now, count=count, left=left, why=KEYS_WITHDRAWN))
        if after != before:
            keep_copy_notes(session.vault.db, after)
        return pen.changes


def _noted(session: Session, notes: CopyNotes, done: Done) -> CopyNotes:
    now = session.now.isoformat(timespec="minutes")
    change = msgspec.structs.replace
    if done.made is not None:
        whole = done.made.signed == done.made.events
        notes = change(
            notes,
            trouble="",
            trouble_at="",
            signed=done.made.events,
            signed_head=done.made.head,
            all_signed=now if whole else notes.all_signed,
        )
    elif done.trouble:
        notes = change(notes, trouble=done.trouble, trouble_at=now)
    if str(done.errand.second or "") == notes.second and notes.second:
        notes = change(
            notes,
            there=done.there or notes.there,
            missing="" if done.reached else notes.missing or now,
            second_trouble=done.second_trouble,
        )
    if done.errand.retire and done.retired and done.errand.retire == notes.retire:
        notes = change(notes, retire=0)
    return notes
