"""Lines with an arrow in what I wrote: offered as agreements until somebody says yes or no. Never taken silently.

Asked of observations, talks with parents and concerns; a konsultation's note offers its own while it is
written. A reflection is one's own thought, and is not read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tvaerfaglig.domain.agreements import people
from tvaerfaglig.domain.agreements.lines import Doer, arrows, read_line
from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.agreements import acts
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_KINDS: tuple[type[Record], ...] = (Observation, ParentContact, Concern)
KINDS = tuple(kind.KIND for kind in _KINDS)
_WORDS = {"observation": "observation", "samtale": "samtale", "bekymring": "bekymring"}
_LOOKED_BACK = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Offer:
    """One line as a proposal: `made` is how it would stand, with who and when as far as they could be read."""

    id: str
    line: str
    said: str
    source: str
    kind: str
    child: str
    child_name: str
    made: Agreement


def offers(session: Session, records: Iterable[str] = ()) -> tuple[Offer, ...]:
    """Of these records, or of all that I wrote lately; the newest first. What was said yes or no to is gone."""
    chosen = tuple(records)
    found = _these(session, chosen) if chosen else _lately(session)
    who, staff = names(session), _colleagues(session)
    return tuple(
        offer
        for stored in found
        if stored.written_by == session.my_id
        for offer in _of(session, stored, who, staff)
    )


def refuse(session: Session, record: str, offer_id: str) -> Changes:
    """It is no agreement: it is not offered again. That is noted as one taken off the list."""
    found = next((one for one in offers(session, (record,)) if one.id == offer_id), None)
    if found is None:
        raise NotFound("Linjen står der ikke længere.")
    session.child(found.child, Action.WRITE)
    with session.write() as pen:
        pen.put(replace(found.made, status=AgreementState.FJERNET), offer_id)
        return pen.changes


def take(session: Session, record: str, offer_id: str, made: Agreement) -> Saved:
    """It is one, as it was put right. Said yes to twice it is still one."""
    found = next((one for one in offers(session, (record,)) if one.id == offer_id), None)
    if found is None:
        raise NotFound("Linjen er blevet til en aftale, eller den står der ikke længere.")
    whole = replace(made, child=found.child, source=found.source, line=found.line)
    return acts.save(session, whole, offer_id)


def _these(session: Session, records: tuple[str, ...]) -> list[Stored[Record]]:
    found = (queries.one(session.vault, kind, one) for one in records for kind in _KINDS)
    return [one for one in found if one is not None]


def _lately(session: Session) -> list[Stored[Record]]:
    since = (session.today - _LOOKED_BACK).isoformat()
    every = [one for kind in _KINDS for one in queries.since_day(session.vault, kind, since)]
    return sorted(every, key=lambda one: one.record.happened(), reverse=True)


def _of(
    session: Session, stored: Stored[Record], who: Names, staff: tuple[Doer, ...]
) -> Iterator[Offer]:
    """The lines of one record about one child that may be seen."""
    lines = arrows(_text(stored.record))
    about = stored.record.about()
    visible = session.children()
    if not lines or not about or about[0] not in visible:
        return
    child = visible[about[0]]
    doers = (*staff, *_parents(session, child))
    for line in lines:
        key = _key(stored.id, line)
        if queries.one(session.vault, Agreement, key) is None:
            made = proposal(line, doers, session.today)
            yield Offer(
                key, line, who.said(line), stored.id, _WORDS[stored.record.KIND],
                child.id, child.record.short_name, _placed(made, stored, child.id, line),
            )  # fmt: skip


def proposal(line: str, doers: tuple[Doer, ...], today: date) -> Agreement:
    """The line as an agreement, as far as it can be read."""
    read = read_line(line, doers, today)
    return Agreement(
        what=read.what,
        who=read.who,
        parents=read.parents,
        due=read.due,
        effect=read.effect,
        internal=read.internal,
        every=read.every,
        until=read.until,
        made_on=today,
    )


def _placed(made: Agreement, stored: Stored[Record], child: str, line: str) -> Agreement:
    concern = stored.id if isinstance(stored.record, Concern) else ""
    return replace(made, child=child, source=stored.id, line=line, concern=concern)


def _text(record: Record) -> str:
    """What is read: what was seen, told and agreed; never the reflection, the child's words or the parents' own."""
    if isinstance(record, Observation):
        return record.text
    if isinstance(record, ParentContact):
        return "" if record.konsultation else f"{record.told}\n{record.agreed}"
    return record.text if isinstance(record, Concern) else ""


def _key(source: str, line: str) -> str:
    """One id for one line of one record: taken twice it is the same agreement."""
    return f"{source}>{hashlib.sha256(line.encode()).hexdigest()[:12]}"


def _colleagues(session: Session) -> tuple[Doer, ...]:
    return tuple(
        people.colleague(one, person.name, person.role, me=one == session.my_id)
        for one, person in session.staff().items()
        if person.active
    )


def _parents(session: Session, child: Stored[Child]) -> tuple[Doer, ...]:
    if hides_parents(session, child.id):
        return ()
    return tuple(people.parent(one) for one in child.record.parents)
