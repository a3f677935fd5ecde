"""A year of visits from the kind's rhythm: proposed as the days of an indsats are, planned in one act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.planning import SessionPlan
from tvaerfaglig.domain.efforts.records import SessionState
from tvaerfaglig.domain.visiting.year import YearDay
from tvaerfaglig.services.efforts import sessions, visits
from tvaerfaglig.services.efforts.sessions import Accepted, Proposal
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.session import Session


def propose(session: Session, effort_id: str, plan: SessionPlan, enrolment: str = "") -> Proposal:
    """So many days as were asked for; those on which that family has a visit already are marked."""
    proposal = sessions.propose(session, effort_id, plan)
    standing = frozenset(
        one.record.day
        for one in visits.visits(session, effort_id)
        if one.record.enrolment == enrolment and one.record.status is not SessionState.AFLYST
    )
    return replace(proposal, standing=standing)


def accept(
    session: Session, plan: SessionPlan, days: Iterable[YearDay], visit: VisitLog
) -> Accepted:
    """Plan these days of the proposal, each as `visit` is; nothing else than was proposed."""
    proposal = propose(session, visit.effort, plan, visit.enrolment)
    chosen = set(days)
    wanted: list[date] = [one.day for one in proposal.new if one in chosen and one.day]
    if not wanted:
        raise Unclear("Der er ingen dage at planlægge. Vælg mindst én, der ikke er planlagt før.")
    made = [
        visits.checked(session, replace(visit, day=day, at=plan.at, status=SessionState.PLANLAGT))
        for day in wanted
    ]
    with session.write() as pen:
        return Accepted(tuple(pen.put(one) for one in made), pen.changes)
