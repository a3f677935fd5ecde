"""The visit log of an indsats: planned, held, cancelled; to a family, or to a house or a dagpleje."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import SessionState
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.people import Role
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services import stepping
from tvaerfaglig.services.children.guard import hidden_among
from tvaerfaglig.services.consent.places import require_not_paused
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.stepping import Step
from tvaerfaglig.store import queries

LONGEST_MINUTES = 600
_TAKEN_BACK = "fortrudt straks (indsats_besoeg)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Planned against held, of the visits one may see; `together` by more than one profession."""

    planned: int
    held: int
    cancelled: int
    together: int


@dataclass(frozen=True, slots=True)
class Kept(Saved):
    """A visit that was written: `step` puts it back as it stood (None: it is new), `coming` came of it."""

    step: Step | None = None
    coming: str = ""


def visits(session: Session, effort_id: str) -> tuple[Stored[VisitLog], ...]:
    """The effort's visits, the newest first, without those to families one may not see.

    Under the guard without what the parents said and what was agreed with them.
    """
    rules.found(session, effort_id)
    visible = session.children()
    nobody = queries.about_nobody(session.vault, VisitLog)
    children = {one.record.child for one in rules.places(session, effort_id)}
    theirs = queries.of_children(session.vault, VisitLog, children)
    every = [one for one in (*nobody, *theirs) if one.record.effort == effort_id]
    hidden = hidden_among(session, {one.record.child for one in every if one.record.child})
    shown = [
        replace(one, record=without_parents(one.record)) if one.record.child in hidden else one
        for one in every
        if not one.record.child or one.record.child in visible
    ]
    return tuple(sorted(shown, key=lambda one: (one.record.happened(), one.id), reverse=True))


def without_parents(made: VisitLog) -> VisitLog:
    """What is left of it while the guard stands."""
    return replace(made, said="", decided="")


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


def save(session: Session, wanted: VisitLog, visit_id: str | None = None) -> Kept:
    """A visit, planned or held; one that names no family names nobody."""
    return _put(session, checked(session, wanted, visit_id), visit_id)


def checked(session: Session, wanted: VisitLog, visit_id: str | None = None) -> VisitLog:
    """The visit as it may be kept. Raises Unclear, NamesSomeone and whatever its family's place raises."""
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
    return made


def _child_of(session: Session, wanted: VisitLog) -> str:
    if not wanted.enrolment:
        return ""
    place = rules.place(session, wanted.enrolment, Action.WRITE)
    if place.record.effort != wanted.effort:
        raise Unclear("Familien er ikke med i den indsats.")
    if wanted.status is not SessionState.AFLYST:
        rules.require_no_guard(session, place.record.child)
        require_not_paused(session, place.record)
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


def went(
    session: Session, visit_id: str | None, wanted: VisitLog, next_day: date | None = None
) -> Kept:
    """It was held, and how; also one that nobody had planned. With a day the next one is planned in the same act."""
    held_so = replace(wanted, status=SessionState.HOLDT, cancelled_because="")
    made = checked(session, held_so, visit_id)
    if next_day and next_day <= made.day:
        raise Unclear("Det næste besøg ligger før det her.")
    coming = checked(session, _next(made, next_day)) if next_day else None
    return _put(session, made, visit_id, coming)


def _next(made: VisitLog, day: date) -> VisitLog:
    """As this one, with what was left for it."""
    return VisitLog(
        effort=made.effort, enrolment=made.enrolment, child=made.child, day=day, at=made.at,
        where=made.where, by=made.by, about_what=made.note,
    )  # fmt: skip


def cancel(session: Session, visit_id: str, because: str) -> Kept:
    """It was not held. It stays in the log, for planned is counted against held."""
    made = _visit(session, visit_id).record
    return save(
        session,
        replace(made, status=SessionState.AFLYST, cancelled_because=because.strip()),
        visit_id,
    )


def as_it_was(session: Session, step: Step, coming: str = "") -> Changes:
    """*Fortryd*: the visit as it was before that act; the next one (`coming`) that came of it goes."""
    stored = _visit(session, step.record)
    was = stepping.require_last(session, VisitLog, step)
    gone = _fresh(session, (coming,))
    if coming and not gone:
        raise NotFound(stepping.WRITTEN_SINCE)
    with session.write() as pen:
        pen.put(was, stored.id)
        if gone:
            pen.erase(_erased(gone))
        return pen.changes


def take_back(session: Session, visit_ids: tuple[str, ...]) -> Changes:
    """What was written in one act today goes again; a visit that was touched since stays."""
    gone = _fresh(session, visit_ids)
    if not gone:
        raise NotFound("Det kan ikke fortrydes herfra længere. Aflys besøgene i stedet.")
    with session.write() as pen:
        pen.erase(_erased(gone))
        return pen.changes


def _fresh(session: Session, visit_ids: tuple[str, ...]) -> list[Stored[VisitLog]]:
    kept = (_visit(session, one) for one in visit_ids if one)
    return [one for one in kept if rules.is_fresh(session, one)]


def _erased(gone: list[Stored[VisitLog]]) -> Erased:
    """In the log of the child they were about; one act plans for one family, or for none."""
    children = {one.record.child for one in gone}
    return Erased(
        events=tuple(one.version for one in gone),
        ground=_TAKEN_BACK,
        child=children.pop() if len(children) == 1 else "",
    )


def _visit(session: Session, visit_id: str) -> Stored[VisitLog]:
    stored = queries.one(session.vault, VisitLog, visit_id)
    if stored is None:
        raise NotFound("Besøget findes ikke længere.")
    if stored.record.child:
        session.child(stored.record.child, Action.WRITE)
    rules.require_run(session, stored.record.effort)
    return stored


def _put(
    session: Session, made: VisitLog, visit_id: str | None, coming: VisitLog | None = None
) -> Kept:
    stored = _visit(session, visit_id) if visit_id else None
    with session.write() as pen:
        step = stepping.put(session, pen, stored, made) if stored else None
        key = stored.id if stored else pen.put(made)
        after = pen.put(coming) if coming else ""
        return Kept(key, pen.changes, step, after)
