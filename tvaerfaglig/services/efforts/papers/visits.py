"""A visit of an effort on paper, and the year's topics: one is about a family, the other about nobody."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import SessionState
from tvaerfaglig.domain.efforts.sheets import FieldAnswer
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.visiting.visit import VisitState
from tvaerfaglig.printouts.papers.efforts import TopicCalendarPaper, TopicRow
from tvaerfaglig.printouts.papers.parts import StripFact
from tvaerfaglig.printouts.papers.visits import VisitReportPaper
from tvaerfaglig.services.efforts import rules, sheets, visits
from tvaerfaglig.services.efforts.house_visits import are_the_houses, house_visits
from tvaerfaglig.services.efforts.papers import facts
from tvaerfaglig.services.efforts.papers.others import for_family, masked
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.efforts.sessions import sessions_of
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting.papers import minutes_words
from tvaerfaglig.store import queries

NOT_HELD = "Rapporten kan skrives ud, når besøget er holdt."
_TOPICS, _MEETING = "emner", "dialogmoede"


def visit_of(session: Session, visit_id: str) -> Stored[VisitLog]:
    """The visit, for who may see the family it was to, or the effort."""
    stored = queries.one(session.vault, VisitLog, visit_id)
    if stored is None:
        raise NotFound("Besøget findes ikke længere.")
    if stored.record.child:
        session.child(stored.record.child, Action.PRINT)
    rules.found(session, stored.record.effort)
    return stored


def report(session: Session, visit_id: str) -> VisitReportPaper:
    """Only of one that was held. Under the guard without what the family said and agreed to."""
    made = visit_of(session, visit_id).record
    if made.status is not SessionState.HOLDT:
        raise Unclear(NOT_HELD)
    return _of_family(session, made) if made.child else _of_house(session, made)


def _of_house(session: Session, made: VisitLog) -> VisitReportPaper:
    effort = rules.found(session, made.effort).record
    paper = VisitReportPaper(
        imprint=facts.house_imprint(session, effort.house, EffortPaper.BESOEG.purpose),
        effort=effort.name,
        who=facts.staff_names(session, made.by),
        when=_when(made),
        strip=tuple(_strip(made)),
        theme=made.about_what,
        told=_told(made),
        next_visit=_next(session, made),
    )
    return masked(session, paper, made.effort)


def _of_family(session: Session, made: VisitLog) -> VisitReportPaper:
    family = facts.family(session, made.enrolment)
    made = visits.without_parents(made) if family.guarded else made
    paper = VisitReportPaper(
        imprint=facts.imprint(session, family, EffortPaper.BESOEG.purpose),
        child=facts.child_facts(session, family),
        guarded=family.guarded,
        effort=facts.effort_line(family),
        who=facts.staff_names(session, made.by),
        when=_when(made),
        strip=tuple(_strip(made)),
        theme=made.about_what,
        told=_told(made),
        next_visit=_next(session, made),
    )
    return for_family(session, paper, family)


def _when(made: VisitLog) -> str:
    at = f" kl. {danish.clock(made.at)}" if made.at else ""
    return danish.capital(f"{danish.day_long(made.day)}{at}")


def _strip(made: VisitLog) -> Iterator[StripFact]:
    yield StripFact("Tid brugt", minutes_words(made.minutes) or "Ikke skrevet")
    yield StripFact("Hvor", danish.capital(made.where.word))


def _told(made: VisitLog) -> str:
    said = f"De sagde: {made.said}" if made.said.strip() else ""
    decided = f"Det blev vi enige om: {made.decided}" if made.decided.strip() else ""
    return "\n".join(filter(None, (said, decided, made.note)))


def _next(session: Session, made: VisitLog) -> str:
    """The next one to the same."""
    coming = [
        one.record.day
        for one in visits.visits(session, made.effort)
        if one.record.enrolment == made.enrolment
        and one.record.status is SessionState.PLANLAGT
        and one.record.day > made.day
    ]
    return danish.day_long(min(coming)) if coming else ""


# the year's topics


def topic_calendar(session: Session, effort_id: str) -> TopicCalendarPaper:
    """The days of the effort with what each is about; of the house's own visits what was agreed on."""
    stored = rules.found(session, effort_id)
    effort = stored.record
    rows = tuple(row for _, row in sorted(_rows(session, effort_id), key=lambda one: one[0]))
    topics, meeting = _answers(session, effort_id)
    taken = {row.topic.casefold() for row in rows}
    made = TopicCalendarPaper(
        imprint=facts.house_imprint(session, effort.house, EffortPaper.EMNER.purpose),
        effort=effort.name,
        period=_period(effort_id, session),
        who=facts.leaders(session, effort),
        rows=rows,
        wishes=tuple(one for one in topics.lines if one.casefold() not in taken),
        meeting=danish.day_long(meeting.day) if meeting.day else "",
        contact=facts.contact(session, effort),
    )
    return masked(session, made, effort_id)


def _rows(session: Session, effort_id: str) -> Iterator[tuple[str, TopicRow]]:
    stored = rules.found(session, effort_id)
    staff = session.staff()
    comes = [staff[one.staff] for one in stored.record.seated if one.staff in staff]
    visitors = danish.join_and([one.name for one in comes if one.role.visits])
    for one in sessions_of(session, stored):
        if one.record.status is not SessionState.AFLYST:
            day = danish.day_table(one.record.day)
            yield one.record.happened(), TopicRow(day, one.record.theme, visitors)
    if not are_the_houses(stored.record):
        return
    for row in house_visits(session, effort_id).rows:
        visit = row.stored.record
        if visit.status is not VisitState.AFLYST:
            who = staff[visit.staff].name if visit.staff in staff else row.who
            yield visit.happened(), TopicRow(danish.day_table(visit.day), visit.theme, who)


def _answers(session: Session, effort_id: str) -> tuple[FieldAnswer, FieldAnswer]:
    """The topics wished for and the day of the yearly meeting, from the newest sheet that has them."""
    none = FieldAnswer(field="")
    for one in sheets.house_sheets(session, effort_id):
        topics, meeting = one.record.answer(_TOPICS), one.record.answer(_MEETING)
        if topics.lines or meeting.day:
            return topics, meeting
    return none, none


def _period(effort_id: str, session: Session) -> str:
    effort = rules.found(session, effort_id).record
    until = f"–{danish.day(effort.end)}" if effort.end else ""
    return f"{danish.day(effort.start)}{until}" if until else f"fra {danish.day(effort.start)}"
