"""Hurtig note: a name and a line at the door, readable by nobody there, a draft at that person's next unlocking.

Nobody has proved who wrote it, and the draft says so. A note for someone who is no longer here goes to the
leader. The sealed file goes only when the draft stands in the vault, so a kill loses nothing and doubles nothing.
"""

from __future__ import annotations

import contextlib
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tvaerfaglig.domain.quick_note import MOST, QuickNote, from_bytes, one_line, to_bytes
from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.services.clock import DANISH, Clock
from tvaerfaglig.services.errors import ServiceError, Unclear
from tvaerfaglig.services.observations.page import KIND, new_key
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import keys, sealed_notes
from tvaerfaglig.store.errors import VaultError

__all__ = ["MOST", "Marked", "NotLeft", "collect", "leave", "mark_of"]

_MARK = "hurtig"
_UNREADABLE = (
    "En hurtig note kunne ikke åbnes. Den er ændret af noget andet end Tværfaglig, eller den er til en anden "
    "boks. Den ligger nu i mappen hurtige/lagt-til-side ved siden af boksen. Sig det til dem, der passer jeres it."
)


class NotLeft(ServiceError):
    """The note could not be kept; the words stand in their field."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A draft that came from the door: when it was written, and for whom, when that is another."""

    at: datetime
    meant_for: str = ""


def leave(folder: Path, person_id: str, typed: str, clock: Clock) -> None:
    """Seal one line for a person, from the lock screen. Raises Unclear or NotLeft, each in words."""
    text = one_line(typed)
    if not text:
        raise Unclear("Skriv noten først. Én linje er nok.")
    if len(text) > MOST:
        raise Unclear(
            "Noten er for lang til en hurtig note. Skriv det vigtigste, resten kan vente."
        )
    header = keys.read(folder)
    if all(one.person_id != person_id for one in header.people):
        raise Unclear("Vælg, hvem noten skal vente hos.")
    note = QuickNote(
        id=secrets.token_hex(16),
        vault_id=header.vault_id,
        person=person_id,
        written_at=clock.now(),
        text=text,
    )
    try:
        sealed_notes.leave(folder, to_bytes(note))
    except sealed_notes.NoKeyYet:
        raise NotLeft(
            "Hurtige noter kan først skrives, når en af jer har låst op én gang."
        ) from None
    except sealed_notes.Full:
        raise NotLeft("Her ligger mange hurtige noter. Lås op, så bliver dine hentet.") from None
    except OSError as trouble:
        raise NotLeft(
            "Noten kunne ikke gemmes. Disken er fuld, eller mappen er skrivebeskyttet. Skriv den på papir så længe."
        ) from trouble


def collect(session: Session) -> str:
    """What waits for this person becomes her drafts; the answer is what she must be told.

    A full disk, or a vault that cannot be written, leaves every note where it lies.
    """
    told = ""
    with contextlib.suppress(VaultError):
        sealed_notes.ready(session.vault, session.opened)
        for sealed in sealed_notes.waiting(session.vault):
            note = from_bytes(sealed.content) if sealed.content is not None else None
            if note is None or note.vault_id != session.vault.id:
                sealed_notes.set_aside(sealed)
                told = _UNREADABLE
            elif _is_for_me(session, note):
                sealed_notes.take(session.vault, session.my_id, _draft(session, note), note.id)
                sealed_notes.remove(sealed)
    return told


def mark_of(draft: Draft) -> Marked | None:
    """Where a draft came from, if it came from the door and nobody has written in it since."""
    try:
        mark = json.loads(draft.content).get(_MARK)
        return Marked(datetime.fromisoformat(mark["at"]), str(mark["meant_for"])) if mark else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _is_for_me(session: Session, note: QuickNote) -> bool:
    """One's own; and the leader's, when it was for someone who has no place here any more."""
    if note.person == session.my_id:
        return True
    staff = session.staff().get(note.person)
    return session.actor.role.leads and (staff is None or not staff.active)


def _draft(session: Session, note: QuickNote) -> Draft:
    """A draft of an observation, marked as not confirmed. A clock that was wrong says no later than now."""
    at = min(note.written_at.astimezone(DANISH), session.now)
    mine = note.person == session.my_id
    staff = session.staff().get(note.person)
    whom = "" if mine else staff.name if staff else "en, der ikke er her mere"
    values = {
        "text": note.text,
        "day": at.date().isoformat(),
        "seen_by": [session.my_id] if mine else [],
    }
    content = {"child": "", "record": "", "replaces": [], "values": values}
    content[_MARK] = {"at": at.isoformat(), "meant_for": whom}
    return Draft(new_key(note.id), KIND, json.dumps(content), at)
