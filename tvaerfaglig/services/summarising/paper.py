"""Sagsresumé: the leader's paper of one child's course, for a chosen purpose and period."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.contact import ParentRemark
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.printouts.papers.summary import SagsresumePaper
from tvaerfaglig.services.children import remarks
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.children.register import place_of
from tvaerfaglig.services.efforts import on_summary
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.summarising import agreed, at_a_glance, chronology, waits
from tvaerfaglig.services.summarising.gathered import Gathered, Wanted, gather

__all__ = ["Wanted", "paper"]


def paper(session: Session, child_id: str, wanted: Wanted) -> SagsresumePaper:
    """The paper as it stands today. For the leader; while the guard hides parents it says so."""
    stored = session.child(child_id, Action.SUMMARISE)
    course = gather(session, child_id, stored.record, wanted)
    house = paper_facts.house_of(session, stored.record)
    curves = chronology.curves(course)
    made = SagsresumePaper(
        imprint=paper_facts.imprint(session, stored.record, purpose=wanted.purpose),
        child=paper_facts.child_facts(
            stored.record, session.today, place=place_of(stored.record, house, course.names.staff)
        ),
        period=danish.day_span(wanted.first, wanted.last),
        guarded=hides_parents(session, child_id),
        strip=at_a_glance.strip(course),
        summary=at_a_glance.summary(course),
        waiting=tuple(waits.waiting(course)),
        course=next(iter(curves), None),
        figures=curves[1:],
        chronology=tuple(chronology.chronology(course)),
        chronology_note=chronology.days_note(course),
        efforts=on_summary.rows(
            (one for one in course.tried if one.last is None or one.last >= wanted.first),
            course.masked,
        ),
        agreements=tuple(agreed.agreements(course)),
        threads=tuple(agreed.threads(session, course)),
        sent=tuple(agreed.sent(course)),
        remarks=tuple(
            remarks.said(stored.record, one.record) for one in course.in_period(ParentRemark)
        ),
        left_out=_left_out(course),
    )
    return paper_facts.masked_through(made, child_id, stored.record)


def _left_out(course: Gathered) -> str:
    first = course.wanted.first.isoformat()
    earlier = sum(one.record.happened()[:10] < first for one in course.of(Observation))
    parts = ["Andre børn står som »et andet barn«."]
    if not course.wanted.reflections:
        parts.append("De voksnes egne tanker er ikke taget med.")
    if course.leaves_rounds:
        parts.append("Trivselsrunderne er til husets eget arbejde og er ikke taget med.")
    if earlier:
        words = danish.count(earlier, "observation", "observationer")
        parts.append(f"{danish.capital(words)} fra før perioden er ikke taget med.")
    if course.child.protected:
        parts.append("Adressen er beskyttet og er udeladt.")
    parts.append("Anonyme konsultationer og kladder er ikke taget med.")
    return " ".join(parts)
