"""One day of an indsats by itself: planned beside the rhythm, asked about where the house is closed, put back.

Moved and cancelled days are `sessions`' own; what takes each of them back is here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.efforts.records import EffortSession, SessionState
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services import stepping
from tvaerfaglig.services.efforts import roll, rules
from tvaerfaglig.services.efforts.roll import Roll
from tvaerfaglig.services.efforts.sessions import Accepted, sessions_of
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.stepping import Step
from tvaerfaglig.services.visiting import open_days


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage:
    """A day with its roll (None: it has no families, or one does not run it), and who may have held it.

    `not_begun` says why it cannot be called or held yet.
    """

    id: str
    day: EffortSession
    version: str
    title: str
    has_families: bool
    runs: bool
    roll: Roll | None
    colleagues: tuple[tuple[str, str], ...]
    today: date
    not_begun: str


def asked_about(session: Session, effort_id: str, day: date) -> str:
    """The question to put where the day is a holiday or the house is closed; empty when it is a day as any other."""
    stored = rules.require_run(session, effort_id)
    return open_days.asked_about(session, stored.record.house, day)


def plan_one(session: Session, wanted: EffortSession) -> Accepted:
    """A day that somebody chose herself, whatever day it is. Taken back as a plan is."""
    stored = rules.require_run(session, wanted.effort)
    rules.require_open(stored.record)
    if wanted.at and wanted.to and wanted.to <= wanted.at:
        raise Unclear("Den slutter, før den begynder. Se på klokkeslættene.")
    planned = (one.record for one in sessions_of(session, stored))
    if any(one.day == wanted.day and one.status is not SessionState.AFLYST for one in planned):
        raise Unclear("Den dag er allerede planlagt.")
    fresh = EffortSession(
        effort=wanted.effort, day=wanted.day, at=wanted.at, to=wanted.to, place=wanted.place,
        theme=wanted.theme,
    )  # fmt: skip
    rules.keep_nameless(session, stored.record, wanted.effort, fresh.own_words())
    with session.write() as pen:
        return Accepted((pen.put(fresh),), pen.changes)


def as_it_was(session: Session, step: Step) -> Changes:
    """*Fortryd*: the day as it was before that act, unless somebody has written in it since."""
    stored = rules.effort_session(session, step.record)
    rules.require_run(session, stored.record.effort)
    was = stepping.require_last(session, EffortSession, step)
    with session.write() as pen:
        pen.put(was, stored.id)
        return pen.changes


def day_page(session: Session, session_id: str) -> DayPage:
    """One day for its page; the roll only for who runs the effort, for it holds the families."""
    stored = rules.effort_session(session, session_id)
    effort = rules.found(session, stored.record.effort).record
    runs = rules.runs(session, effort)
    staff = session.staff()
    seated = tuple(dict.fromkeys(one.staff for one in effort.seated if one.staff in staff))
    others = tuple(one for one in stored.record.held_by if one in staff and one not in seated)
    return DayPage(
        id=session_id,
        day=stored.record,
        version=stored.version,
        title=effort.name,
        has_families=effort.subject.has_families,
        runs=runs,
        roll=roll.roll(session, session_id) if runs and effort.subject.has_families else None,
        colleagues=tuple((one, staff[one].name) for one in (*seated, *others)),
        today=session.today,
        not_begun=stored.record.not_begun(session.now),
    )
