"""A finished note of a talk with the parents stands on the child's page as the samtale it was, once.

The samtale is made from the note and follows it when it is corrected; it is not written in by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.konsultation import Agreement, AgreementState, Konsultation, Participant
from tvaerfaglig.domain.meetings.answers import answer_in
from tvaerfaglig.domain.meetings.kind import MeetingKind
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries
from tvaerfaglig.store.vault import Pen

_TOLD, _THEIRS, _DIFFERENT = "fortalt", "foraeldrenes_ord", "ser_forskelligt"


def each_once(entries: Iterable[Stored[Any]]) -> list[Stored[Any]]:
    """What happened with a child, where a talk and the note it was made from are told as the one talk."""
    found = list(entries)
    told = {one.record.konsultation for one in found if isinstance(one.record, ParentContact)}
    return [one for one in found if not (isinstance(one.record, Konsultation) and one.id in told)]


def file_talk(
    pen: Pen, session: Session, konsultation_id: str, note: Konsultation, kind: MeetingKind
) -> None:
    """Put the samtale that came of the note; nothing for a kind that is none."""
    if not kind.is_talk or not note.child:
        return
    made = _talk(session, konsultation_id, note)
    known = queries.of_child(session.vault, ParentContact, note.child)
    standing = next((one for one in known if one.record.konsultation == konsultation_id), None)
    if standing is None:
        pen.put(made)
    elif standing.record != made:
        pen.put(made, standing.id)


def _talk(session: Session, konsultation_id: str, note: Konsultation) -> ParentContact:
    child = queries.one(session.vault, Child, note.child)
    there = [one for one in note.participants if not one.absent]
    theirs = answer_in(note.own, _THEIRS)
    staff = session.staff()
    said = [
        f"{staff[one.who].name if one.who in staff else one.who}: {one.text}"
        if one.who
        else one.text
        for one in theirs.lines
    ]
    return ParentContact(
        child=note.child,
        day=note.day,
        at=note.at,
        minutes=_minutes(note),
        parents=tuple(_parents(child.record, there)) if child else (),
        staff=tuple(one.staff for one in there if one.staff),
        topic=note.question,
        told=answer_in(note.own, _TOLD).text,
        view="\n".join((*said, *filter(None, [theirs.text, note.parents_view]))),
        disagree=answer_in(note.own, _DIFFERENT).text,
        agreed="\n".join(_agreed(session, konsultation_id, note.child)),
        konsultation=konsultation_id,
    )


def _minutes(note: Konsultation) -> int | None:
    if note.at is None or note.until is None or note.until <= note.at:
        return None
    day = date.min
    return int(
        (datetime.combine(day, note.until) - datetime.combine(day, note.at)).total_seconds() // 60
    )


def _parents(child: Child, there: Iterable[Participant]) -> Iterable[str]:
    """Those of the child's parents who sat there, by their names as they stand on her card."""
    names = {one.name.casefold() for one in there if not one.staff}
    firsts = {name.split()[0] for name in names if name}
    for parent in child.parents:
        name = parent.name.casefold()
        if name in names or (name.split()[:1] and name.split()[0] in firsts & names):
            yield parent.id


def _agreed(session: Session, konsultation_id: str, child: str) -> Iterable[str]:
    found = (
        one
        for one in queries.of_child(session.vault, Agreement, child)
        if one.record.konsultation == konsultation_id
        and one.record.status is not AgreementState.FJERNET
    )
    return (one.record.what for one in sorted(found, key=lambda one: one.id))
