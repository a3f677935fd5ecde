"""A meeting's paper in the preview: made, read through for what should not leave, and noted as opened."""

from __future__ import annotations

from tvaerfaglig.printouts.papers.plans import ParentSheetPaper
from tvaerfaglig.printouts.printing import Paper
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.konsultation import rules as konsultation_rules
from tvaerfaglig.services.konsultation.page import open_konsultation
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.meeting_papers import (
    effort_plan,
    follow_up,
    lying,
    parent_sheet,
    preparation,
)
from tvaerfaglig.services.meeting_papers.which import MeetingPaper, papers_of
from tvaerfaglig.services.printing import caution, pressing
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.session import Session

_LYING = {
    MeetingPaper.SPALTER: lying.SIGNS_SHEET,
    MeetingPaper.HUSE: lying.HOUSES_SHEET,
    MeetingPaper.LP: lying.LP_SHEET,
}


def offered(session: Session, konsultation_id: str) -> tuple[MeetingPaper, ...]:
    """Which papers this note can become now."""
    page = open_konsultation(session, konsultation_id)
    follows_up = bool(page.earlier_agreements)
    found = papers_of(
        page.note, page.meeting, follows_up=follows_up, hides_parents=page.hides_parents
    )
    return tuple(found)


def look_at(
    session: Session, which: MeetingPaper, konsultation_id: str, library: Library
) -> Pressed:
    """The paper as it will be printed. One for parents is refused, with the advice, while the guard hides them."""
    made = make(session, which, konsultation_id, library)
    return _pressed(session, made, which, konsultation_id)


def look_at_empty(session: Session, which: MeetingPaper, library: Library) -> Pressed:
    """The form without anything on it."""
    if which in _LYING:
        made: Paper = lying.empty(session, library, _LYING[which])
    elif which is MeetingPaper.INDSATSPLAN:
        made = effort_plan.empty(session)
    else:
        raise Unclear("Det papir findes ikke som tomt skema.")
    return Pressed(pressing.press(made), pressing.sections(made))


def make(session: Session, which: MeetingPaper, konsultation_id: str, library: Library) -> Paper:
    """The paper itself."""
    if which in _LYING:
        return lying.paper(session, konsultation_id, _LYING[which])
    if which is MeetingPaper.FORBEREDELSE:
        return preparation.paper(session, konsultation_id, library.categories)
    if which is MeetingPaper.OPFOELGNING:
        return follow_up.paper(session, konsultation_id)
    if which is MeetingPaper.INDSATSPLAN:
        return effort_plan.paper(session, konsultation_id)
    return parent_sheet.paper(session, konsultation_id)


def _pressed(session: Session, made: Paper, which: MeetingPaper, konsultation_id: str) -> Pressed:
    child = konsultation_rules.found(session, konsultation_id).record.child
    sections = pressing.sections(made)
    told = parent_sheet.cautions(made) if isinstance(made, ParentSheetPaper) else ()
    if child:
        session.looked(
            child=child,
            record=f"{konsultation_id}/{which.value}",
            what=f"{which.value}, forhåndsvisning",
        )
    return Pressed(
        pressing.press(made),
        sections,
        (*told, *caution.cautions(session, child, sections)),
        caution.guard_advice(session, child),
    )
