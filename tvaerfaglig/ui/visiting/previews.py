"""The papers of a visit on their way to the preview."""

from __future__ import annotations

from functools import partial

from tvaerfaglig.domain.visiting.areas import Areas
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting import papers
from tvaerfaglig.services.visiting.day_list import DayList
from tvaerfaglig.ui.preview_request import PreviewRequest


def day_list(found: DayList) -> PreviewRequest:
    return PreviewRequest(
        title="Dagsliste",
        document=papers.DAY_LIST,
        make=partial(_day_list, visit=found.id),
        record=found.id,
        purpose="At holde besøget",
        children=papers.children_on(found),
    )


def report(found: DayList, areas: Areas) -> PreviewRequest:
    return PreviewRequest(
        title="Besøgsrapport",
        document=papers.REPORT,
        make=partial(_report, visit=found.id, areas=areas),
        record=found.id,
        purpose="At huset ved, hvad besøget gav",
        receiver=found.row.house,
    )


def _day_list(session: Session, *, visit: str) -> Pressed:
    return papers.look_at_day_list(session, visit)


def _report(session: Session, *, visit: str, areas: Areas) -> Pressed:
    return papers.look_at_report(session, visit, areas)
