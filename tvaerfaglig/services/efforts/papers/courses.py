"""The plan of a young mother and the week of whoever comes on fixed days: said to her, in her own words first."""

from __future__ import annotations

from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.form import FieldType, FormUse
from tvaerfaglig.domain.efforts.phasing import phase_on
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.printouts.papers.efforts import PhaseLine, PhasePlanPaper, WeekPlanPaper
from tvaerfaglig.printouts.papers.parts import Voice
from tvaerfaglig.services.efforts import goals, phases, sheets
from tvaerfaglig.services.efforts.papers import facts
from tvaerfaglig.services.efforts.papers.facts import Family
from tvaerfaglig.services.efforts.papers.others import for_family
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.efforts.phases import InPhase
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.session import Session

GUESSED = "Dagene efter fødslen regnes fra terminen. De flytter sig, når barnet er født."
_NO_PHASES = "Indsatsen har ingen faser, så der er ingen faseplan at skrive ud."
_NO_WEEK = "Der er ikke aftalt faste dage endnu. Skriv dem i et ark med dage og timer."
_OWN, _CALL, _TASKS = "hendes-ord", "ring-til", "opgaver"


def phase_lines(session: Session, family: Family) -> tuple[PhaseLine, ...]:
    """Each phase as it went, or as it is planned by rule, and who is there."""
    found = phases.phase_plan(session, family.place.id).phases
    now = _now(found, session.today)
    return tuple(
        PhaseLine(_when(one), one.planned.rule.name, _who(session, one), now=one is now)
        for one in found
    )


def _now(found: tuple[InPhase, ...], today: date) -> InPhase | None:
    """The last she was said to have come into; else the one that the day lies in by rule."""
    went = [one for one in found if one.went is not None and one.went.record.first <= today]
    if went:
        last = went[-1].went
        over = last is not None and last.record.last is not None and last.record.last < today
        return None if over else went[-1]
    by_rule = phase_on((one.planned for one in found), today)
    return next((one for one in found if one.planned is by_rule), None)


def _when(one: InPhase) -> str:
    if one.went is not None:
        first, last = one.went.record.first, one.went.record.last
        return f"{danish.day(first)}–{danish.day(last)}" if last else f"fra {danish.day(first)}"
    if one.planned.first is None:
        return "aftales"
    return f"{'omkring' if one.planned.guessed else 'fra'} {danish.day(one.planned.first)}"


def _who(session: Session, one: InPhase) -> str:
    return facts.staff_names(session, one.responsible) or "aftales"


def phase_plan(session: Session, enrolment_id: str) -> PhasePlanPaper:
    """To her. Stops while the parents are not to be told."""
    family = facts.family(session, enrolment_id, for_parents=True)
    if not family.kind.phases:
        raise Unclear(_NO_PHASES)
    plan = phases.phase_plan(session, enrolment_id)
    every = sheets.sheets(session, enrolment_id)
    made = PhasePlanPaper(
        imprint=facts.imprint(session, family, EffortPaper.FASEPLAN.purpose),
        child=facts.child_facts(session, family),
        effort=facts.effort_line(family),
        to=facts.holders(family),
        voices=tuple(Voice("", one) for one in [_said(every)] if one),
        goals=facts.goal_rows(goals.goals(session, enrolment_id)),
        phases=phase_lines(session, family),
        guessed=GUESSED if any(one.planned.guessed for one in plan.phases) else "",
        call=_lines(every, _CALL),
        contact=facts.contact(
            session, family.effort, hidden=family.child.hide_house, child=family.child
        ),
        next_time=_next_talk(session, plan),
    )
    return for_family(session, made, family)


def _said(every: tuple[Stored[Sheet], ...]) -> str:
    """What she wants, as she said when it began; without that what she said last."""
    begun = [one for one in every if one.record.use is FormUse.START]
    texts = (one.record.answer(_OWN).text for one in (*begun, *every))
    return next((text for text in texts if text), "")


def _lines(every: tuple[Stored[Sheet], ...], field: str) -> tuple[str, ...]:
    return next(
        (one.record.answer(field).lines for one in every if one.record.answer(field).lines), ()
    )


def _next_talk(session: Session, plan: phases.PhasePlan) -> str:
    coming = next((one for one in plan.talks if one.day >= session.today), None)
    return f"{coming.rule.name}, omkring {danish.day(coming.day)}." if coming else ""


def week_plan(session: Session, enrolment_id: str) -> WeekPlanPaper:
    """The newest week that was agreed on. Stops while the parents are not to be told."""
    family = facts.family(session, enrolment_id, for_parents=True)
    every = sheets.sheets(session, enrolment_id)
    sheet = facts.newest_with(family.kind, every, FieldType.UGE)
    if sheet is None:
        raise Unclear(_NO_WEEK)
    week = next(one.week for one in sheet.record.answers if one.week)
    tasks = _lines((sheet,), _TASKS)
    made = WeekPlanPaper(
        imprint=facts.imprint(session, family, EffortPaper.UGEPLAN.purpose),
        effort=facts.effort_line(family),
        to=facts.holders(family),
        subject=facts.child_facts(session, family).subject,
        since=danish.day(sheet.record.day),
        week=facts.week_lines(week),
        tasks=tasks,
        tasks_heading="Det gør du på stuen" if tasks else "",
        contact=facts.contact(
            session, family.effort, hidden=family.child.hide_house, child=family.child
        ),
    )
    return for_family(session, made, family)
