"""What can be printed now, and what has been: the lists of the page Udskrifter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.domain.konsultation import KonsultationKind, KonsultationState
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services import underretninger
from tvaerfaglig.services.children.register import place_of
from tvaerfaglig.services.konsultation import listing
from tvaerfaglig.services.names import names
from tvaerfaglig.services.printing import caution as printing_caution
from tvaerfaglig.services.printing import noting
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.staff_case import cases as sealed_cases
from tvaerfaglig.store import queries

_STATES = {
    KonsultationState.PLANLAGT: "planlagt",
    KonsultationState.I_GANG: "i gang",
    KonsultationState.AFSLUTTET: "afsluttet",
}
_WITHOUT_CONCERN = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class PrintableChild:
    id: str
    name: str
    place: str


@dataclass(frozen=True, slots=True)
class PrintableRecord:
    """A note or a letter: whom it is about, its day and how far it has come. `child` is "" without a name."""

    id: str
    child: str
    title: str
    day: date
    state: str


@dataclass(frozen=True, slots=True)
class Printable:
    """`children` are those a case summary may be made of, `handed_on` those a sheet to the next house may be.

    `sees_log` is the leader's.
    """

    children: tuple[PrintableChild, ...]
    handed_on: tuple[PrintableChild, ...]
    konsultationer: tuple[PrintableRecord, ...]
    letters: tuple[PrintableRecord, ...]
    sees_log: bool
    today: date


@dataclass(frozen=True, slots=True)
class SummaryStart:
    """What a case summary of this child begins with: the period that fits, and what to know first."""

    child: str
    name: str
    first: date
    last: date
    why: str
    caution: str


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One paper that left the program: when, who, how, what, about whom, for what and to whom."""

    at: datetime
    who: str
    did: str
    document: str
    child: str
    purpose: str
    receiver: str


def what_can_be_printed(session: Session) -> Printable:
    """Only what the actor may see; nothing is opened by being listed. What is still to be held stands last."""
    visible = session.children()
    shown = {"", *visible}
    notes = tuple(
        _note(row)
        for row in listing.rows(session)
        if row.stored.record.status in _STATES and _child_of(row) in shown
    )
    letters = tuple(
        PrintableRecord(
            row.id,
            row.child,
            visible[row.child].record.name,
            row.changed_at.astimezone(session.now.tzinfo).date(),
            row.stage.word.lower(),
        )
        for row in underretninger.letters(session)
    )
    notes = tuple(sorted(notes, key=lambda note: note.day > session.today))
    by_name = _children(session)
    return Printable(
        _those(session, by_name, Action.SUMMARISE),
        _those(session, by_name, Action.PRINT),
        notes,
        letters,
        session.actor.role.leads,
        session.today,
    )


def _children(session: Session) -> list[PrintableChild]:
    staff = {one: person.name for one, person in session.staff().items()}
    houses = session.houses()
    found = [
        PrintableChild(
            one,
            stored.record.name,
            place_of(stored.record, houses.get(stored.record.dagtilbud), staff),
        )
        for one, stored in session.children().items()
    ]
    return sorted(found, key=lambda one: one.name)


def _those(
    session: Session, children: list[PrintableChild], action: Action
) -> tuple[PrintableChild, ...]:
    """The ones to whom the actor may do this."""
    may = session.children_for(action)
    return tuple(one for one in children if one.id in may)


def _note(row: listing.KonsultationRow) -> PrintableRecord:
    note = row.stored.record
    return PrintableRecord(
        row.stored.id, _child_of(row), row.heading, note.day, _STATES[note.status]
    )


def _child_of(row: listing.KonsultationRow) -> str:
    """Only a named note is about a child."""
    note = row.stored.record
    return note.child if note.kind is KonsultationKind.NAVNGIVET else ""


def summary_start(session: Session, child_id: str) -> SummaryStart:
    """From the first concern until today; without one from the first that was written, at most half a year back."""
    stored = session.child(child_id, Action.SUMMARISE)
    concerns = [one.record for one in queries.of_child(session.vault, Concern, child_id)]
    noticed = min((one.first_noticed for one in concerns), default=None)
    today = session.today
    if noticed is not None:
        first, why = noticed, "Fra den første bekymring til i dag."
    else:
        seen = queries.of_child(session.vault, Observation, child_id)
        oldest = min((one.record.day for one in seen), default=today)
        first = max(oldest, today - _WITHOUT_CONCERN)
        why = "Der er ingen bekymring skrevet. Vælg selv, hvor langt tilbage."
    return SummaryStart(
        child_id,
        stored.record.first_name,
        first,
        today,
        why,
        printing_caution.guard_advice(session, child_id),
    )


def printed_log(session: Session) -> tuple[PrintedLine, ...]:
    """Every paper that was printed, saved or copied, the newest first. For the leader, about her own children."""
    if not session.actor.role.leads:
        return ()
    who, visible = names(session), session.children()
    sealed = {one.id for one in sealed_cases.cases(session).cases}
    lines = []
    for one in queries.all_of(session.vault, Printed):
        record = one.record
        if record.child and record.child not in visible:
            continue
        if record.document == noting.SEALED and record.record not in sealed:
            continue
        lines.append(
            PrintedLine(
                one.changed_at.astimezone(session.now.tzinfo),
                who.of_staff(one.changed_by),
                record.how if record.how.startswith("har ") else f"har {record.how}",
                record.document,
                who.of_child(record.child) if record.child else "",
                record.purpose,
                record.receiver,
            )
        )
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True))
