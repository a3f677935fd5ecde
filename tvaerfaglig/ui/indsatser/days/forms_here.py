"""The forms about days and visits, as the place has them: a word of the way, what it is made from, and the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tvaerfaglig.services.efforts import one_day, reading, rules, visit_page
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.indsatser.days.day_forms import CancelDayForm, MoveDayForm, NewDayForm
from tvaerfaglig.ui.indsatser.days.note_form import NoteForm
from tvaerfaglig.ui.indsatser.days.visit_forms import CancelVisitForm, VisitForm
from tvaerfaglig.ui.indsatser.forms import IndsatsForm

Facts = Callable[[Session, str, str], tuple[Any, ...]]


def _new_day(session: Session, effort: str, _which: str) -> tuple[Any, ...]:
    rules.require_run(session, effort)
    return (reading.effort_page(session, effort),)


def _day(session: Session, effort: str, day: str) -> tuple[Any, ...]:
    rules.require_run(session, effort)
    return effort, one_day.day_page(session, day)


def _new_visit(session: Session, effort: str, enrolment: str) -> tuple[Any, ...]:
    rules.require_run(session, effort)
    return visit_page.visit_page(session, effort), None, enrolment


def _visit(session: Session, effort: str, visit: str) -> tuple[Any, ...]:
    return visit_page.one_visit(session, effort, visit)


DAY_FORMS: dict[str, tuple[Facts, type[IndsatsForm]]] = {
    "nydag": (_new_day, NewDayForm),
    "flytdag": (_day, MoveDayForm),
    "aflysdag": (_day, CancelDayForm),
    "dagsnote": (_day, NoteForm),
    "nytbesoeg": (_new_visit, VisitForm),
    "besoegsnote": (_visit, VisitForm),
    "aflysbesoeg": (_visit, CancelVisitForm),
}
