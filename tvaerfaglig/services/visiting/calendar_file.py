"""The visits as a calendar file: the house and the word »Besøg«, never a child and never a question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.visiting.visit import VisitState
from tvaerfaglig.exchange.calendar_file import CalendarDay, as_ics
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting import listing
from tvaerfaglig.services.visiting.listing import VisitRow

DOCUMENT = "kalender over besøg"


@dataclass(frozen=True, slots=True)
class TakenCalendar:
    """The file, and how many visits are in it."""

    content: bytes
    visits: int


def take_out(
    session: Session, first: date, last: date, *, only_mine: bool = False
) -> TakenCalendar:
    """The visits between two days that the asker may see, cancelled ones marked as such."""
    rows = [
        row
        for row in listing.visits(session, first)
        if row.stored.record.day <= last and (row.mine or not only_mine)
    ]
    if not rows:
        raise Unclear("Der er ingen besøg at gemme i den tid.")
    days = [_day(session, row) for row in rows]
    return TakenCalendar(as_ics("Besøg", days, session.now), len(days))


def _day(session: Session, row: VisitRow) -> CalendarDay:
    """A place is the house: what somebody typed in the field of the room may say more than a calendar should."""
    visit = row.stored.record
    return CalendarDay(
        uid=f"{row.stored.id}@{session.vault.id}",
        title=f"Besøg: {row.house} ({row.role})",
        day=visit.day,
        at=visit.at,
        to=visit.to,
        place=row.house,
        cancelled=visit.status is VisitState.AFLYST,
        changes=row.stored.versions - 1,
    )


def note_taken(session: Session, taken: TakenCalendar, purpose: str = "") -> Changes:
    """Note that the calendar left the program. Never where to."""
    with session.write() as pen:
        pen.put(
            Printed(
                document=DOCUMENT,
                how="har gemt som kalender",
                purpose=purpose.strip() or danish.count(taken.visits, "besøg", "besøg"),
                at=session.now.isoformat(timespec="minutes"),
            )
        )
        return pen.changes
