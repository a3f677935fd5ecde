"""A family's phases: the days by rule, and as it really went, with who is responsible in each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain.efforts.phasing import Days, PhaseDays, TalkDay, phase_days, talk_days
from tvaerfaglig.domain.efforts.records import Effort, Enrolment, Phase
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.consent.places import require_not_paused
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_YEARS_AHEAD = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class InPhase:
    """A phase by rule, and as it went where it has begun. `responsible` are ids of the staff."""

    planned: PhaseDays
    went: Stored[Phase] | None
    responsible: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhasePlan:
    phases: tuple[InPhase, ...]
    talks: tuple[TalkDay, ...]


def phase_plan(session: Session, enrolment_id: str) -> PhasePlan:
    """The whole course of one family, from the birthday as soon as there is one."""
    place = rules.place(session, enrolment_id)
    effort = rules.found(session, place.record.effort).record
    kind, days = kind_of(session, effort), _days(session, place, effort)
    went = {one.record.phase: one for one in _went(session, place)}
    phases = tuple(
        InPhase(planned=one, went=went.get(one.rule.id), responsible=_who(effort, one, went))
        for one in phase_days(kind.phases, days)
    )
    until = session.today.replace(day=1, year=session.today.year + _YEARS_AHEAD)
    return PhasePlan(phases=phases, talks=talk_days(kind.talks, days, until))


def _days(session: Session, place: Stored[Enrolment], effort: Effort) -> Days:
    child = session.child(place.record.child).record
    start = place.record.from_day or effort.start
    return Days(start=start, due=child.due, born=child.born)


def _who(effort: Effort, one: PhaseDays, went: dict[str, Stored[Phase]]) -> tuple[str, ...]:
    """Who has it as it went; before that whoever sits in the phase's seat."""
    if one.rule.id in went:
        return went[one.rule.id].record.responsible
    return tuple(each.staff for each in effort.seated if each.seat == one.rule.responsible)


def enter(
    session: Session, enrolment_id: str, phase: str, first: date, responsible: tuple[str, ...]
) -> Saved:
    """The family goes into a phase; the one before ends the day before. Again it puts day and names right."""
    place = rules.place(session, enrolment_id, Action.WRITE)
    effort = rules.require_run(session, place.record.effort).record
    require_not_paused(session, place.record)
    kind = kind_of(session, effort)
    rule = kind.phase(phase)
    if rule is None:
        raise Unclear("Den fase har indsatsen ikke.")
    if not responsible or set(responsible) - session.staff().keys():
        raise Unclear(f"Hvem har ansvaret for »{rule.name}«? Vælg mindst én kollega.")
    order = [one.id for one in kind.phases]
    earlier = [one for one in _went(session, place) if one.record.phase != phase]
    before = [one for one in earlier if order.index(one.record.phase) < order.index(phase)]
    if any(one.record.first >= first for one in before):
        raise Unclear("Fasen kan ikke begynde, før den forrige gjorde.")
    kept = queries.one(session.vault, Phase, phase_id(enrolment_id, phase))
    made = Phase(
        effort=place.record.effort, enrolment=enrolment_id, child=place.record.child, phase=phase,
        name=rule.name, responsible=responsible, first=first,
        last=kept.record.last if kept else None, note=kept.record.note if kept else "",
    )  # fmt: skip
    with session.write() as pen:
        for one in before:
            if one.record.last is None or one.record.last >= first:
                pen.put(replace(one.record, last=date.fromordinal(first.toordinal() - 1)), one.id)
        return Saved(pen.put(made, phase_id(enrolment_id, phase)), pen.changes)


def note(session: Session, enrolment_id: str, phase: str, text: str) -> Saved:
    """What the next phase must know."""
    place = rules.place(session, enrolment_id, Action.WRITE)
    kept = queries.one(session.vault, Phase, phase_id(enrolment_id, phase))
    if kept is None:
        raise Unclear("Familien er ikke kommet til den fase endnu.")
    require_not_paused(session, place.record)
    rules.require_run(session, place.record.effort)
    rules.keep_to_family(session, place.record, text)
    with session.write() as pen:
        return Saved(pen.put(replace(kept.record, note=text.strip()), kept.id), pen.changes)


def phase_id(enrolment_id: str, phase: str) -> str:
    return f"{enrolment_id}/{phase}"


def _went(session: Session, place: Stored[Enrolment]) -> list[Stored[Phase]]:
    every = queries.of_child(session.vault, Phase, place.record.child)
    return [one for one in reversed(every) if one.record.enrolment == place.id]
