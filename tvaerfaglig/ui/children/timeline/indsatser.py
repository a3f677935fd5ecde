"""An indsats as it stands on a child's timeline: the place, its phases, sheets and visits, and its end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import Enrolment, EnrolmentState, Phase, SessionState
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.efforts.tried import Tried
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.ui.children.timeline.telling import Telling
from tvaerfaglig.ui.children.told import Told, dotted

ICON, KIND = "indsats", "Indsats"
_ENDED = frozenset({EnrolmentState.AFSLUTTET, EnrolmentState.FALDET_FRA, EnrolmentState.TAGET_AF})


def place(telling: Telling, stored: Stored[Enrolment]) -> Told:
    """From the day it began; before that, from the day the family came on the list."""
    made, name = stored.record, called(telling, stored.record.effort)
    if made.from_day is None:
        off = made.status is EnrolmentState.TAGET_AF
        why = dotted(made.priority_name, made.priority_because)
        source = "" if off else f"på venteliste siden {danish.day_of_month(made.asked_on)}"
        return Told(ICON, KIND, f"Skrevet op til {name}", why, source=danish.capital(source))
    waited = made.waited_days or 0
    days = danish.count(waited, "dag", "dage")
    source = f"Ventede {days}" if waited else ""
    return Told(ICON, KIND, f"Begyndte i {name}", made.referred_because, source=source)


def ended(telling: Telling, stored: Stored[Enrolment]) -> Told:
    """The last day, with what came of it."""
    made, name = stored.record, called(telling, stored.record.effort)
    if made.status is EnrolmentState.TAGET_AF:
        return Told(ICON, KIND, f"Taget af ventelisten til {name}", made.ended_because)
    found = _tried(telling, stored.id)
    title = f"{name}: {made.status.word}"
    if found is None:
        return Told(ICON, KIND, title, made.outcome)
    return Told(ICON, KIND, title, found.effect(), source=found.attendance().rstrip("."))


def end_of(made: Enrolment) -> date | None:
    """The day that it ended, where it has."""
    return made.until if made.status in _ENDED else None


def phase(telling: Telling, stored: Stored[Phase]) -> Told:
    made, names = stored.record, telling.names
    who = danish.join_and([names.first(one) for one in made.responsible])
    return Told(
        ICON, "Fase", made.name, names.said(made.note),
        source=dotted(called(telling, made.effort), f"ansvarlig: {who}" if who else ""),
    )  # fmt: skip


def sheet(telling: Telling, stored: Stored[Sheet]) -> Told:
    """With where each goal stood that day."""
    made, names = stored.record, telling.names
    words = " ".join(_scored(_goals(telling, made.enrolment), made.use, made.day))
    by = danish.join_and([names.first(one) for one in made.by])
    read = f"læst af {names.first(made.reviewed_by)}" if made.reviewed_on else ""
    shown = f"vist til forældrene {danish.day_of_month(made.shown_on)}" if made.shown_on else ""
    name = called(telling, made.effort)
    return Told(
        ICON, KIND, made.name, names.said(words),
        source=dotted(name, f"skrevet af {by}", read, shown),
    )  # fmt: skip


def visit(telling: Telling, stored: Stored[VisitLog]) -> Told:
    made, names = stored.record, telling.names
    by = danish.join_and([names.first(one) for one in made.by])
    words = made.cancelled_because if made.status is SessionState.AFLYST else made.note
    state = {SessionState.PLANLAGT: "Besøg", SessionState.AFLYST: "Aflyst besøg"}
    long = f"{made.minutes} min." if made.minutes else ""
    return Told(
        ICON, state.get(made.status, "Besøg"),
        danish.capital(made.about_what) or danish.capital(made.where.word), names.said(words),
        source=dotted(called(telling, made.effort), made.where.word, long, by),
    )  # fmt: skip


def called(telling: Telling, effort: str) -> str:
    return telling.line.efforts.get(effort, "en indsats")


def _tried(telling: Telling, enrolment: str) -> Tried | None:
    return next((one for one in telling.line.tried if one.enrolment == enrolment), None)


def _goals(telling: Telling, enrolment: str) -> tuple[Goal, ...]:
    found = _tried(telling, enrolment)
    return found.goals if found else ()


def _scored(goals: tuple[Goal, ...], use: FormUse, day: date) -> Iterator[str]:
    for goal in goals:
        for one in goal.scores:
            if (one.at, one.day) == (use, day):
                yield f"»{goal.text.rstrip('.')}«: {one.reached.lower()}."
