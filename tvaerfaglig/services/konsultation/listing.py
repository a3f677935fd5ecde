"""The konsultationer that the actor may see, as rows of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    KonsultationState,
)
from tvaerfaglig.domain.people import Child, Staff
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.konsultation import rules
from tvaerfaglig.services.meetings import shelf
from tvaerfaglig.services.names import names
from tvaerfaglig.services.session import WHO_SEES, Session
from tvaerfaglig.store import queries

WHAT_OPENS = (Konsultation, Staff)
"""What else it depends on which konsultationer the actor may open, beside who sees whom."""


@dataclass(frozen=True, slots=True)
class KonsultationRow:
    """One konsultation in the list; `question` is said, with the names that the asker may see.

    `asks_views` where its kind of meeting has each profession write its own.
    """

    stored: Stored[Konsultation]
    heading: str
    agreements_open: int
    question: str = ""
    mine: bool = False
    asks_views: bool = True


def rows(session: Session) -> list[KonsultationRow]:
    """Those the actor may see: she was there, it is about a child of hers, or it is her house's."""
    return _rows(session, queries.all_of(session.vault, Konsultation))


def coming(session: Session) -> list[KonsultationRow]:
    """Of these the ones that are planned, under way, or today's: what was ended before is not read."""
    vault, today = session.vault, session.today.isoformat()
    begun = queries.in_state(
        vault, Konsultation, KonsultationState.PLANLAGT, KonsultationState.I_GANG
    )
    found = {one.id: one for one in (*queries.since_day(vault, Konsultation, today), *begun)}
    return _rows(session, sorted(found.values(), key=_newest, reverse=True))


def rows_of(session: Session, found: list[Stored[Konsultation]]) -> list[KonsultationRow]:
    """Of these the ones that the actor may see."""
    return _rows(session, found)


def _newest(stored: Stored[Konsultation]) -> tuple[str, str]:
    return stored.record.happened(), stored.id


def anonymous(session: Session) -> frozenset[str]:
    """The ids of those about no child that the actor may open: search asks with every letter typed."""
    return session.while_unchanged(
        "anonymous", (*WHO_SEES, *WHAT_OPENS), partial(_anonymous, session)
    )


def _anonymous(session: Session) -> frozenset[str]:
    visible = session.children()
    found = queries.about_nobody(session.vault, Konsultation)
    return frozenset(one.id for one in found if rules.may_open(session, one, visible))


def _left_open(session: Session) -> Mapping[str, int]:
    """How many agreements each konsultation left open."""
    found = queries.brief_in_state(session.vault, Agreement, AgreementState.AABEN)
    return Counter(one.record.konsultation for one in found)


def _rows(session: Session, found: list[Stored[Konsultation]]) -> list[KonsultationRow]:
    visible = session.children()
    who = names(session)
    count = partial(_left_open, session)
    left_open = session.while_unchanged("left open", (Agreement,), count) if found else {}
    return [
        KonsultationRow(
            one,
            _heading(session, one, visible),
            left_open.get(one.id, 0),
            who.said(one.record.question or one.record.title),
            _is_mine(session, one),
            shelf.kind_of(session, one.record).part("faglighed") is not None,
        )
        for one in found
        if rules.may_open(session, one, visible)
    ]


def _is_mine(session: Session, stored: Stored[Konsultation]) -> bool:
    note, me = stored.record, session.my_id
    return me in {stored.written_by, note.tovholder} or rules.sits_at(note, me)


def _heading(
    session: Session, stored: Stored[Konsultation], visible: dict[str, Stored[Child]]
) -> str:
    child = rules.child_of(session, stored, visible)
    about = heading(stored.record, {child.id: child} if child else {})
    return f"{about} · {shelf.meeting_name(stored.record)}" if stored.record.form else about


def heading(note: Konsultation, visible: dict[str, Stored[Child]]) -> str:
    """Whom or what it is about, in the words of the list."""
    if note.kind is KonsultationKind.NAVNGIVET:
        return visible[note.child].record.name if note.child in visible else "Et barn"
    if note.kind is KonsultationKind.TEMA:
        return note.title or "Generelt tema"
    return f"Et barn på {note.age_band}" if note.age_band else "Et barn, anonymt"
