"""The days and visits of efforts as they were planned and held, the hours they took, and where volunteers come."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.domain.efforts.logs import Hours, VisitLog
from tvaerfaglig.domain.efforts.records import EffortSession, SessionState
from tvaerfaglig.domain.efforts.volunteers import VolunteerPlace
from tvaerfaglig.domain.figures.source.pieces import Bundle, Day, Helps, Spent


def sessions_planned(bundle: Bundle) -> Iterator[Day]:
    """By the day first planned. One that was called off is so from the day it was written."""
    for one in bundle.all(EffortSession):
        made = one.record
        yield Day(
            id=one.id,
            effort=made.effort,
            due=made.moved_from or made.day,
            done=made.day if made.status is SessionState.HOLDT else None,
            cancelled=one.changed_at.date() if made.status is SessionState.AFLYST else None,
        )


def visits_planned(bundle: Bundle) -> Iterator[Day]:
    """Of the child, or (where the bundle is of nobody) those to a house or a dagplejer."""
    for one in bundle.all(VisitLog):
        made = one.record
        yield Day(
            id=one.id,
            effort=made.effort,
            due=made.day,
            visit=True,
            child=made.child,
            done=made.day if made.status is SessionState.HOLDT else None,
            cancelled=one.changed_at.date() if made.status is SessionState.AFLYST else None,
        )


def hours_spent(bundle: Bundle) -> Iterator[Spent]:
    for one in bundle.all(Hours):
        made = one.record
        yield Spent(effort=made.effort, day=made.day, minutes=made.minutes, went_to=made.went_to)


def volunteers_placed(bundle: Bundle) -> Iterator[Helps]:
    for one in bundle.all(VolunteerPlace):
        made = one.record
        yield Helps(
            id=one.id, effort=made.effort, start=made.from_day, end=made.until, child=made.child
        )
