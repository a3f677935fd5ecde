"""The list of a dagpleje's team: each child with the newest decision, for those who sit in it."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.records import Enrolment, EnrolmentState
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.efforts.team import AGAIN, DECISION, POSITION, WHO, decision_form
from tvaerfaglig.domain.roles import Action, may
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.printouts.effort_papers import TeamListPaper, TeamRow
from tvaerfaglig.printouts.round_papers import Stood
from tvaerfaglig.services.chronicle import POSITION_WORDS
from tvaerfaglig.services.consent.rests import hides_parents
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.papers import facts
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

NO_TEAM = "Indsatsen har ikke noget team, der beslutter om et barn ad gangen."
_POSITIONS = {word.casefold(): position for position, word in POSITION_WORDS.items()}


def has_team(kind: EffortKind) -> bool:
    """Whether it decides on a sheet, one child at a time, with a day to look again."""
    return decision_form(kind) is not None


def children_on(session: Session, effort_id: str) -> tuple[str, ...]:
    """Those whom the list names: each one's log tells that it was printed."""
    return tuple(one.record.child for one in _printable(session, effort_id))


def _printable(session: Session, effort_id: str) -> list[Stored[Enrolment]]:
    known = session.children()
    return [
        one
        for one in rules.places(session, effort_id)
        if one.record.status is EnrolmentState.MED
        and not known[one.record.child].record.hide_house
        and may(session.actor, Action.PRINT, session.ties(known[one.record.child]))
    ]


def team_list(session: Session, effort_id: str) -> TeamListPaper:
    """For who runs it. Those whom she may not print are counted."""
    stored = rules.require_run(session, effort_id)
    if not has_team(kind_of(session, stored.record)):
        raise Unclear(NO_TEAM)
    here = _printable(session, effort_id)
    every = [
        one
        for one in rules.every_place(session, effort_id)
        if one.record.status is EnrolmentState.MED
    ]
    if every and not here:
        raise NotAllowed("Du kan se indsatsen, men ikke skrive listen ud. Tal med lederen.")
    sheets = queries.of_children(session.vault, Sheet, {one.record.child for one in here})
    return TeamListPaper(
        imprint=facts.house_imprint(session, stored.record.house, EffortPaper.TEAMLISTE.purpose),
        effort=stored.record.name,
        guarded=any(hides_parents(session, one.record.child) for one in here),
        day=danish.day(session.today),
        team=facts.leaders(session, stored.record),
        rows=tuple(_row(session, one, sheets) for one in here),
        note=_left_out(len(every) - len(here)),
    )


def _row(session: Session, place: Stored[Enrolment], sheets: list[Stored[Sheet]]) -> TeamRow:
    child, staff = session.children()[place.record.child].record, session.staff()
    decided = _newest(place, sheets)
    dagplejer = staff[child.dagplejer].name if child.dagplejer in staff else ""
    if decided is None:
        return TeamRow(name=child.short_name, dagplejer=dagplejer, stood=Stood())
    position = decided.answer(POSITION).text
    return TeamRow(
        name=child.short_name,
        dagplejer=dagplejer,
        stood=Stood(position, _position(position)),
        decision=decided.answer(DECISION).text,
        who=decided.answer(WHO).text,
        again=_day(decided),
    )


def _position(word: str) -> Position | None:
    return _POSITIONS.get(word.casefold())


def _newest(place: Stored[Enrolment], sheets: list[Stored[Sheet]]) -> Sheet | None:
    own = [one.record for one in sheets if one.record.enrolment == place.id]
    return next((one for one in own if not one.answer(DECISION).is_empty), None)


def _day(decided: Sheet) -> str:
    again = decided.answer(AGAIN).day
    return f"{danish.day_of_month(again)} {again.year}" if again else ""


def _left_out(many: int) -> str:
    if not many:
        return ""
    said = danish.count(many, "barn mere er", "børn mere er", spelled=True, neuter=True)
    return f"{danish.capital(said)} på teamets liste, men står ikke på din."
