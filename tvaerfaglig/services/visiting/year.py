"""A year of visits in one act: proposed first, then accepted whole, and taken back whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.free_days import holiday
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.visiting.attachment import Attachment, HouseClosed
from tvaerfaglig.domain.visiting.visit import Visit, VisitState
from tvaerfaglig.domain.visiting.year import Closed, YearDay, plan_year
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting import rules
from tvaerfaglig.services.visiting.attachments import closed
from tvaerfaglig.store import queries

LONGEST_DAYS = 731
_WEEKEND = 5


@dataclass(frozen=True, slots=True)
class Proposal:
    """The days, and those of them on which a visit stands already; `where` and `who` in words."""

    attachment: Attachment
    days: tuple[YearDay, ...]
    standing: frozenset[date]
    who: str
    where: str

    @property
    def new(self) -> tuple[YearDay, ...]:
        """What would be planned: a day that is there, and on which no visit stands."""
        return tuple(one for one in self.days if one.day and one.day not in self.standing)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was planned, so that it can be taken back."""

    visits: tuple[str, ...]
    changes: Changes


def why_closed(house: HouseClosed) -> Closed:
    """Public holidays, days that are holidays by custom, and the house's own closing."""

    def why(day: date) -> str:
        return holiday(day) or house.closed_on(day)

    return why


def propose(session: Session, attachment_id: str, first: date, last: date) -> Proposal:
    """The year's days from the attachment, with what was moved or left out and why. Nothing is written."""
    stored = rules.attachment(session, attachment_id, Action.PLAN_VISITS)
    if last < first:
        raise Unclear("Den sidste dag ligger før den første.")
    if (last - first).days > LONGEST_DAYS:
        raise Unclear("Planlæg højst to år ad gangen.")
    made = stored.record
    days = plan_year(made, first, last, why_closed(closed(session, made.house)))
    standing = frozenset(
        one.record.day
        for one in queries.since_day(session.vault, Visit, first.isoformat())
        if (one.record.staff, one.record.house) == (made.staff, made.house)
        and one.record.status is not VisitState.AFLYST
    )
    staff, houses = session.staff(), session.houses()
    return Proposal(made, days, standing, staff[made.staff].name, houses[made.house].name)


def accept(session: Session, attachment_id: str, days: Iterable[YearDay]) -> Accepted:
    """Plan these days, all in one act. A day that is closed or taken is not planned."""
    chosen = sorted((one for one in days if one.day), key=lambda one: one.day or one.asked)
    if not chosen:
        raise Unclear("Der er ingen dage at planlægge. Vælg mindst én.")
    last = max(one.day or one.asked for one in chosen)
    proposal = propose(session, attachment_id, chosen[0].day or session.today, last)
    why = why_closed(closed(session, proposal.attachment.house))
    planned: dict[date, Visit] = {}
    for one in chosen:
        day = one.day
        if day is None or day in proposal.standing or not _is_open(day, why):
            continue
        planned[day] = _visit(proposal.attachment, attachment_id, one, day)
    if not planned:
        raise Unclear("De dage er planlagt allerede.")
    with session.write() as pen:
        made = tuple(pen.put(visit) for visit in planned.values())
        return Accepted(made, pen.changes)


def _is_open(day: date, why: Closed) -> bool:
    return day.weekday() < _WEEKEND and not why(day)


def _visit(attachment: Attachment, attachment_id: str, one: YearDay, day: date) -> Visit:
    return Visit(
        staff=attachment.staff,
        house=attachment.house,
        attachment=attachment_id,
        day=day,
        at=attachment.at,
        to=attachment.to,
        place=attachment.place,
        moved_from=one.asked if one.is_moved else None,
        moved_because=one.reason if one.is_moved else "",
    )


def take_back(session: Session, visits: tuple[str, ...]) -> Changes:
    """The whole act undone: every visit that nobody has touched since. One that was used stays."""
    events = []
    for one in visits:
        found = queries.one(session.vault, Visit, one)
        if found is None:
            continue
        rules.require(session, Action.PLAN_VISITS, found.record)
        untouched = found.versions == 1 and found.record.status is VisitState.PLANLAGT
        if found.written_by == session.my_id and untouched:
            events.append(found.version)
    if not events:
        raise NotFound("Det kan ikke fortrydes herfra længere. Aflys besøgene i stedet.")
    with session.write() as pen:
        pen.erase(Erased(events=tuple(events), ground="fortrudt straks (besoeg)"))
        return pen.changes
