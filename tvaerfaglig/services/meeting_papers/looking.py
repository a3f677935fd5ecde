"""A meeting's paper in the preview: made, read through for what should not leave, and noted as opened."""

from __future__ import annotations

from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.printouts.plan_papers import ParentSheetPaper
from tvaerfaglig.printouts.printing import Paper
from tvaerfaglig.services import konsultation_rules, printing
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.meeting_papers import effort_plan, follow_up, parent_sheet, preparation
from tvaerfaglig.services.meeting_papers.which import MeetingPaper
from tvaerfaglig.services.printing import Pressed
from tvaerfaglig.services.session import Session


def look_at(
    session: Session, which: MeetingPaper, konsultation_id: str, categories: Categories
) -> Pressed:
    """The paper as it will be printed. One for parents is refused, with the advice, while the guard hides them."""
    made = make(session, which, konsultation_id, categories)
    return _pressed(session, made, which, konsultation_id)


def look_at_empty(session: Session, which: MeetingPaper) -> Pressed:
    """The form without anything on it."""
    if which is not MeetingPaper.INDSATSPLAN:
        raise Unclear("Det papir findes ikke som tomt skema.")
    made = effort_plan.empty(session)
    return Pressed(printing.press(made), printing.sections(made))


def make(
    session: Session, which: MeetingPaper, konsultation_id: str, categories: Categories
) -> Paper:
    """The paper itself."""
    if which is MeetingPaper.FORBEREDELSE:
        return preparation.paper(session, konsultation_id, categories)
    if which is MeetingPaper.OPFOELGNING:
        return follow_up.paper(session, konsultation_id)
    if which is MeetingPaper.INDSATSPLAN:
        return effort_plan.paper(session, konsultation_id)
    return parent_sheet.paper(session, konsultation_id)


def _pressed(session: Session, made: Paper, which: MeetingPaper, konsultation_id: str) -> Pressed:
    child = konsultation_rules.found(session, konsultation_id).record.child
    sections = printing.sections(made)
    told = parent_sheet.cautions(made) if isinstance(made, ParentSheetPaper) else ()
    if child:
        session.looked(
            child=child,
            record=f"{konsultation_id}/{which.value}",
            what=f"{which.value}, forhåndsvisning",
        )
    return Pressed(
        printing.press(made),
        sections,
        (*told, *printing.cautions(session, child, sections)),
        printing.guard_advice(session, child),
    )
