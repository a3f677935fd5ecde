"""The visit log of an indsats: planned, held, cancelled; to a family, or to a house or a dagpleje."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import SessionState
from tvaerfaglig.domain.people import Role
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

LONGEST_MINUTES = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Planned against held, of the visits one may see; `together` by more than one profession."""

    planned: int
    held: int
    cancelled: int
    together: int


def visits(session: Session, effort_id: str) -> tuple[Stored[VisitLog], ...]:
    """The effort's visits, the newest first, without those to families one may not see."""
    rules.found(session, effort_id)
    visible = session.children()
    nobody = queries.about_nobody(session.vault, VisitLog)
    theirs = queries.of_children(
        session.vault, VisitLog, {one.record.child for one in rules.places(session, effort_id)}
    )
    every = [one for one in (*nobody, *theirs) if one.record.effort == effort_id]
    shown = [one for one in every if not one.record.child or one.record.child in visible]
    return tuple(sorted(shown, key=lambda one: (one.record.happened(), one.id), reverse=True))


def held(session: Session, effort_id: str) -> Held:
    """How many were planned, held and cancelled until today."""
    every = [one.record for one in visits(session, effort_id) if one.record.day <= session.today]
    staff = session.staff()
    done = [one for one in every if one.status is SessionState.HOLDT]
    roles: list[set[Role]] = [{staff[who].role for who in one.by if who in staff} for one in done]
    return Held(
        planned=len(every),
        held=len(done),
        cancelled=len([one for one in every if one.status is SessionState.AFLYST]),
        together=len([one for one in roles if len(one) > 1]),
    )


def save(session: Session, wanted: VisitLog, visit_id: str | None = None) -> Saved:
    """A visit, planned or held; one that names no family names nobody."""
    effort = rules.require_run(session, wanted.effort).record
    before = _visit(session, visit_id).record if visit_id else None
    if before is not None and (before.effort, before.enrolment) != (
        wanted.effort, wanted.enrolment,
    ):  # fmt: skip
        raise Unclear("Et besøg skifter ikke familie. Aflys det, og skriv et nyt.")
    made = replace(wanted, child=_child_of(session, wanted))
    _check(session, made)
    if made.child:
        rules.keep_to_family(session, rules.place(session, made.enrolment).record, made.own_words())
    else:
        rules.keep_nameless(session, effort, made.effort, made.own_words())
    return _put(session, made, visit_id)


def _child_of(session: Session, wanted: VisitLog) -> str:
    if not wanted.enrolment:
        return ""
    place = rules.place(session, wanted.enrolment, Action.WRITE)
    if place.record.effort != wanted.effort:
        raise Unclear("Familien er ikke med i den indsats.")
    rules.require_no_guard(session, place.record.child)
    return place.record.child


def _check(session: Session, made: VisitLog) -> None:
    if not made.by or set(made.by) - session.staff().keys():
        raise Unclear("Hvem kommer? Vælg mindst én kollega.")
    if made.minutes is not None and not 1 <= made.minutes <= LONGEST_MINUTES:
        raise Unclear(f"Hvor længe varede det? Vælg fra 1 til {LONGEST_MINUTES} minutter.")
    if made.status is SessionState.HOLDT and made.day > session.today:
        raise Unclear("Den dag er ikke kommet endnu.")
    if made.status is SessionState.AFLYST and not made.cancelled_because.strip():
        raise Unclear("Skriv kort, hvorfor det er aflyst.")


def hold(session: Session, visit_id: str, *, minutes: int, note: str = "") -> Saved:
    """It was held: how long, and what the next one must know."""
    made = _visit(session, visit_id).record
    return save(
        session,
        replace(made, status=SessionState.HOLDT, minutes=minutes, note=note.strip() or made.note),
        visit_id,
    )


def cancel(session: Session, visit_id: str, because: str) -> Saved:
    """It was not held. It stays in the log, for planned is counted against held."""
    made = _visit(session, visit_id).record
    return save(
        session,
        replace(made, status=SessionState.AFLYST, cancelled_because=because.strip()),
        visit_id,
    )


def _visit(session: Session, visit_id: str) -> Stored[VisitLog]:
    stored = queries.one(session.vault, VisitLog, visit_id)
    if stored is None:
        raise NotFound("Besøget findes ikke længere.")
    if stored.record.child:
        session.child(stored.record.child, Action.WRITE)
    rules.require_run(session, stored.record.effort)
    return stored


def _put(session: Session, made: VisitLog, visit_id: str | None) -> Saved:
    with session.write() as pen:
        return Saved(pen.put(made, visit_id), pen.changes)
