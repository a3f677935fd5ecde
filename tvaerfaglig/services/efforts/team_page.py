"""The team's list on screen: every child on it whom one may see, with the newest decision and what waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import Enrolment, EnrolmentState, SessionState
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.efforts.team import (
    Decided,
    decision_form,
    form_before_visit,
    newest_decision,
)
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_A_YEAR = timedelta(days=365)
NO_TEAM = "Indsatsen har ikke noget team, der beslutter om et barn ad gangen."


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamLine:
    """One child. `written_on` is her dagplejer's newest sheet, `read` whether it was gone through.

    `visits` are those of the last year that were about her; one to the dagplejer alone is about nobody.
    """

    enrolment: str
    child: str
    name: str
    dagplejer: str
    decided: Decided | None
    written_on: date | None
    read: bool
    visits: int

    def waits(self, today: date) -> bool:
        """Nothing is decided, it is time to look again, or something written was not read."""
        again = self.decided.again if self.decided else None
        late = self.decided is None or (again is not None and again <= today)
        return late or (self.written_on is not None and not self.read)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPage:
    """`unseen` stand on the list and are not shown to her; `form` is what a decision is written on."""

    effort: str
    lines: tuple[TeamLine, ...]
    unseen: int
    form: str
    may_decide: bool
    today: date


def team_page(session: Session, effort_id: str) -> TeamPage:
    """For who may see the effort: her own children on it, the gravest first, then whom one looks at soonest."""
    effort = rules.found(session, effort_id).record
    kind = kind_of(session, effort)
    form, before = decision_form(kind), form_before_visit(kind)
    if form is None:
        raise Unclear(NO_TEAM)
    here = [one for one in rules.places(session, effort_id) if _is_in(one)]
    every = [one for one in rules.every_place(session, effort_id) if _is_in(one)]
    children = {one.record.child for one in here}
    sheets = queries.of_children(session.vault, Sheet, children)
    visits = queries.of_children(session.vault, VisitLog, children)
    staff, visible = session.staff(), session.children()
    lines = []
    for place in here:
        card = visible[place.record.child].record
        own = [one.record for one in sheets if one.record.enrolment == place.id]
        written = _newest(own, before.id if before else "")
        lines.append(
            TeamLine(
                enrolment=place.id,
                child=place.record.child,
                name=card.name,
                dagplejer=staff[card.dagplejer].name if card.dagplejer in staff else "",
                decided=newest_decision(own),
                written_on=written.day if written else None,
                read=written is not None and written.reviewed_on is not None,
                visits=sum(_held(one.record, place.id, session.today) for one in visits),
            )
        )
    return TeamPage(
        effort=effort_id,
        lines=tuple(sorted(lines, key=_gravest)),
        unseen=len(every) - len(here),
        form=form.id,
        may_decide=not form.written_by or session.actor.role in form.written_by,
        today=session.today,
    )


def _is_in(place: Stored[Enrolment]) -> bool:
    return place.record.status is EnrolmentState.MED


def _newest(sheets: Iterable[Sheet], form: str) -> Sheet | None:
    return max((one for one in sheets if one.form == form), key=lambda one: one.day, default=None)


def _held(visit: VisitLog, enrolment: str, today: date) -> bool:
    held = visit.enrolment == enrolment and visit.status is SessionState.HOLDT
    return held and visit.day > today - _A_YEAR


_ORDER = (Position.STAERK, Position.BEKYMRING, Position.TRIVES)


def _gravest(line: TeamLine) -> tuple[int, date, str]:
    """Nothing decided stands first: it is what the team is to talk about."""
    made = line.decided
    if made is None:
        return -1, date.min, line.name
    grave = _ORDER.index(made.position) if made.position in _ORDER else len(_ORDER)
    return grave, made.again or date.max, line.name
