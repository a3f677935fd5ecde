"""Konsulentbesøg point to the visits that the house has of its consultant: they are planned and held in one place.

The sundhedsplejerske's visits to a house, with their day list, what was talked of and her contributions in eight
areas and three steps, are those of Konsultationer › Besøg (`services.visiting`). An effort about the house would
make a second calendar of the same days; so it shows those of the colleagues who sit in it, from its start to its
end, and counts them. Its own sheets (the year's topics, the note of a visit) name nobody and stay its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.records import Effort
from tvaerfaglig.domain.visiting.visit import VisitState
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.visits import Held
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting import attachments, listing
from tvaerfaglig.services.visiting.listing import VisitRow


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseVisits:
    """`unattached` are those who sit in it and have no fixed day at the house, by name: they come to none yet."""

    rows: tuple[VisitRow, ...]
    held: Held
    unattached: tuple[str, ...]


def are_the_houses(effort: Effort) -> bool:
    """Whether its visits are those of the house."""
    return effort.subject is Subject.HUS


def house_visits(session: Session, effort_id: str) -> HouseVisits:
    """Visits of the effort's visitors to its house, the first first, while it lasts."""
    made = rules.found(session, effort_id).record
    staff = session.staff()
    comes = {
        one.staff for one in made.seated if one.staff in staff and staff[one.staff].role.visits
    }
    last = made.ended_on or made.end or date.max
    rows = tuple(
        row
        for row in listing.visits(session, made.start)
        if row.stored.record.house == made.house
        and row.stored.record.staff in comes
        and row.stored.record.day <= last
    )
    known = {row.stored.record.staff for row in attachments.attachments(session).rows
             if row.stored.record.house == made.house}  # fmt: skip
    return HouseVisits(
        rows=rows,
        held=_held(rows, session.today),
        unattached=tuple(staff[one].name for one in sorted(comes - known)),
    )


def _held(rows: tuple[VisitRow, ...], today: date) -> Held:
    past = [row.stored.record for row in rows if row.stored.record.day <= today]
    states = [one.status for one in past]
    return Held(
        planned=len(past),
        held=states.count(VisitState.HOLDT),
        cancelled=states.count(VisitState.AFLYST),
        together=sum(
            len({who.role for who in one.present}) > 1
            for one in past
            if one.status is VisitState.HOLDT
        ),
    )
