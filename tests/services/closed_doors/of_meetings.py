"""Doors to what a konsultation is prepared with, and to the papers that come of it."""

from __future__ import annotations

from functools import partial
from typing import Any

from tests.services.closed_doors.shelf import Act, Shelf
from tvaerfaglig.services.meeting_papers import (
    effort_plan,
    follow_up,
    looking,
    lying,
    parent_sheet,
    preparation,
)
from tvaerfaglig.services.meeting_papers.which import MeetingPaper
from tvaerfaglig.services.preparing import beginning, gathering


def _look_at(which: MeetingPaper, session: Any, shelf: Shelf) -> Any:
    return looking.look_at(session, which, shelf.konsultation, shelf.library)


CLOSED: dict[str, Act] = {
    "preparing.gathering.prepare": lambda s, x: gathering.prepare(
        s, x.konsultation, x.library.categories
    ),
    "preparing.beginning.begin": lambda s, x: beginning.begin(
        s, x.konsultation, x.library.categories
    ),
    "preparing.beginning.planned_for": lambda s, _: beginning.planned_for(s, "alma"),
    "meeting_papers.preparation.paper": lambda s, x: preparation.paper(
        s, x.konsultation, x.library.categories
    ),
    "meeting_papers.follow_up.paper": lambda s, x: follow_up.paper(s, x.konsultation),
    "meeting_papers.effort_plan.paper": lambda s, x: effort_plan.paper(s, x.konsultation),
    "meeting_papers.parent_sheet.paper": lambda s, x: parent_sheet.paper(s, x.konsultation),
    "meeting_papers.lying.paper": lambda s, x: lying.paper(s, x.konsultation, lying.HOUSES_SHEET),
    "meeting_papers.looking.offered": lambda s, x: looking.offered(s, x.konsultation),
    "meeting_papers.looking.make": lambda s, x: looking.make(
        s, MeetingPaper.INDSATSPLAN, x.konsultation, x.library
    ),
    **{
        f"meeting_papers.looking.look_at {which.value}": partial(_look_at, which)
        for which in MeetingPaper
    },
}
