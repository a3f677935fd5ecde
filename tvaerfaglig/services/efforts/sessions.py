"""The days of an indsats: proposed with holidays left out, planned in one act, taken back whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.efforts.planning import SessionPlan, is_weekday, plan_days
from tvaerfaglig.domain.efforts.records import Effort, EffortSession, SessionState
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.visiting.year import YearDay
from tvaerfaglig.services import stepping
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.stepping import Stepped
from tvaerfaglig.services.visiting.attachments import closed
from tvaerfaglig.services.visiting.year import why_closed
from tvaerfaglig.store import queries

MOST_TIMES = 60
_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Proposal:
    """The days, what was left out or moved and why, and those on which one stands already."""

    plan: SessionPlan
    days: tuple[YearDay, ...]
    standing: frozenset[date]

    @property
    def new(self) -> tuple[YearDay, ...]:
        return tuple(one for one in self.days if one.day and one.day not in self.standing)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was planned, so that it can be taken back."""

    sessions: tuple[str, ...]
    changes: Changes


def sessions_of(session: Session, stored: Stored[Effort]) -> tuple[Stored[EffortSession], ...]:
    """Its days, the first first."""
    every = session.while_unchanged("gange", (EffortSession,), partial(_by_effort, session))
    return every.get(stored.id, ())


def _by_effort(session: Session) -> Mapping[str, tuple[Stored[EffortSession], ...]]:
    """Read once for all efforts: a page of one asks for the days of each family as well."""
    found: dict[str, list[Stored[EffortSession]]] = {}
    for one in reversed(queries.all_of(session.vault, EffortSession)):
        found.setdefault(one.record.effort, []).append(one)
    return {effort: tuple(days) for effort, days in found.items()}


def propose(session: Session, effort_id: str, plan: SessionPlan) -> Proposal:
    """So many open days as were asked for. Nothing is written."""
    stored = rules.require_run(session, effort_id)
    rules.require_open(stored.record)
    if not 1 <= plan.times <= MOST_TIMES:
        raise Unclear(f"Hvor mange gange? Vælg fra 1 til {MOST_TIMES}.")
    if not is_weekday(plan.first):
        raise Unclear("Vælg en hverdag som den første dag.")
    if plan.at and plan.to and plan.to <= plan.at:
        raise Unclear("Den slutter, før den begynder. Se på klokkeslættene.")
    house = stored.record.house
    days = plan_days(plan, house, why_closed(closed(session, house)))
    standing = frozenset(
        one.record.day
        for one in sessions_of(session, stored)
        if one.record.status is not SessionState.AFLYST
    )
    return Proposal(plan, days, standing)


def accept(
    session: Session, effort_id: str, plan: SessionPlan, days: Iterable[YearDay]
) -> Accepted:
    """Plan these days of the proposal, all in one act; nothing else than was proposed."""
    proposal = propose(session, effort_id, plan)
    chosen = set(days)
    wanted = [one for one in proposal.new if one in chosen]
    if not wanted:
        raise Unclear("Der er ingen dage at planlægge. Vælg mindst én, der ikke er planlagt før.")
    effort = rules.found(session, effort_id).record
    rules.keep_nameless(session, effort, effort_id, plan.place)
    with session.write() as pen:
        made = tuple(pen.put(_session(effort_id, plan, one)) for one in wanted)
        return Accepted(made, pen.changes)


def _session(effort_id: str, plan: SessionPlan, one: YearDay) -> EffortSession:
    return EffortSession(
        effort=effort_id,
        day=one.day or one.asked,
        at=plan.at,
        to=plan.to,
        place=plan.place,
        moved_from=one.asked if one.is_moved else None,
        moved_because=one.reason if one.is_moved else "",
    )


def take_back(session: Session, sessions: tuple[str, ...]) -> Changes:
    """The whole act of today undone: every day that nobody has touched since. One that was used stays."""
    events = []
    for one in sessions:
        kept = queries.one(session.vault, EffortSession, one)
        if kept is None:
            continue
        rules.require_run(session, kept.record.effort)
        if rules.is_fresh(session, kept) and kept.record.status is SessionState.PLANLAGT:
            events.append(kept.version)
    if not events:
        raise NotFound("Det kan ikke fortrydes herfra længere. Aflys dagene i stedet.")
    with session.write() as pen:
        pen.erase(Erased(events=tuple(events), ground="fortrudt straks (indsats_gang)"))
        return pen.changes


def move(session: Session, session_id: str, to: date, because: str) -> Stepped:
    """To another day, with the day it was planned for first; a closed one has been asked about (`one_day`)."""
    stored = _planned(session, session_id)
    made = stored.record
    effort = rules.found(session, made.effort)
    on_day = (one for one in sessions_of(session, effort) if one.id != session_id)
    if any(one.record.day == to and one.record.status is not SessionState.AFLYST for one in on_day):
        raise Unclear("Den dag er allerede planlagt.")
    moved = replace(
        made, day=to, moved_from=made.moved_from or made.day, moved_because=because.strip()
    )
    return _keep(session, stored, moved)


def cancel(session: Session, session_id: str, because: str) -> Stepped:
    """It is not held. Why is read by every family."""
    stored = _planned(session, session_id)
    if not because.strip():
        raise Unclear("Skriv kort, hvorfor den er aflyst, uden navne.")
    cancelled = replace(
        stored.record, status=SessionState.AFLYST, cancelled_because=because.strip()
    )
    return _keep(session, stored, cancelled)


def put_back(session: Session, session_id: str) -> Stepped:
    """*Fortryd* after one was cancelled."""
    stored = _run(session, session_id)
    if stored.record.status is not SessionState.AFLYST:
        raise Unclear("Dagen er ikke aflyst.")
    back = replace(stored.record, status=SessionState.PLANLAGT, cancelled_because="")
    return _keep(session, stored, back)


def write(
    session: Session,
    session_id: str,
    *,
    theme: str,
    note: str,
    held_by: tuple[str, ...] = (),
    minutes: int | None = None,
) -> Stepped:
    """The theme and the short note of a day, which every family reads: without a name."""
    stored = _run(session, session_id)
    unknown = set(held_by) - session.staff().keys()
    if unknown:
        raise Unclear("Hvem holdt den? Vælg kolleger.")
    if minutes is not None and not 1 <= minutes <= _A_DAY:
        raise Unclear("Hvor længe varede det? Skriv timer og minutter, fx 2.30.")
    written = replace(
        stored.record, theme=theme.strip(), note=note.strip(), held_by=held_by, minutes=minutes
    )
    return _keep(session, stored, written)


def hold_without_families(session: Session, session_id: str) -> Stepped:
    """A day of an activity or of the house: held, and there is no roll to call."""
    stored = _planned(session, session_id)
    effort = rules.found(session, stored.record.effort).record
    if effort.subject.has_families:
        raise Unclear("Før fremmøde: så er den holdt.")
    rules.require_begun(session, stored.record)
    return _keep(session, stored, replace(stored.record, status=SessionState.HOLDT))


def _run(session: Session, session_id: str) -> Stored[EffortSession]:
    stored = rules.effort_session(session, session_id)
    rules.require_run(session, stored.record.effort)
    return stored


def _planned(session: Session, session_id: str) -> Stored[EffortSession]:
    stored = _run(session, session_id)
    if stored.record.status is not SessionState.PLANLAGT:
        raise Unclear("Dagen er holdt eller aflyst.")
    return stored


def _keep(session: Session, stored: Stored[EffortSession], made: EffortSession) -> Stepped:
    effort = rules.found(session, made.effort).record
    rules.keep_nameless(session, effort, made.effort, made.own_words())
    with session.write() as pen:
        step = stepping.put(session, pen, stored, made)
        return Stepped(stored.id, pen.changes, step)
