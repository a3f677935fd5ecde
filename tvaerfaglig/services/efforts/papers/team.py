"""The list of a dagpleje's team on paper: as it stands on screen, without those whom the asker may not print."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.team import decision_form
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.printouts.papers.efforts import TeamListPaper, TeamRow
from tvaerfaglig.printouts.papers.rounds import Stood
from tvaerfaglig.services.children.chronicle import POSITION_WORDS
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.papers import facts
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.efforts.team_page import TeamLine, TeamPage, team_page
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.session import Session


def has_team(kind: EffortKind) -> bool:
    """Whether it decides on a sheet, one child at a time, with a day to look again."""
    return decision_form(kind) is not None


def children_on(session: Session, effort_id: str) -> tuple[str, ...]:
    """Those whom the list names: each one's log tells that it was printed."""
    return tuple(one.child for one in _printable(session, team_page(session, effort_id)))


def _printable(session: Session, page: TeamPage) -> list[TeamLine]:
    known, mine = session.children(), session.children_for(Action.PRINT)
    return [
        one for one in page.lines if not known[one.child].record.hide_house and one.child in mine
    ]


def team_list(session: Session, effort_id: str) -> TeamListPaper:
    """For who runs it, the gravest first. Those whom she may not print are counted."""
    stored = rules.require_run(session, effort_id)
    page = team_page(session, effort_id)
    here = _printable(session, page)
    every = len(page.lines) + page.unseen
    if every and not here:
        raise NotAllowed("Du kan se indsatsen, men ikke skrive listen ud. Tal med lederen.")
    return TeamListPaper(
        imprint=facts.house_imprint(session, stored.record.house, EffortPaper.TEAMLISTE.purpose),
        effort=stored.record.name,
        guarded=any(hides_parents(session, one.child) for one in here),
        day=danish.day(session.today),
        team=facts.leaders(session, stored.record),
        rows=tuple(_row(session, one) for one in here),
        note=_left_out(every - len(here)),
    )


def _row(session: Session, line: TeamLine) -> TeamRow:
    name = session.children()[line.child].record.short_name
    made = line.decided
    if made is None:
        return TeamRow(name=name, dagplejer=line.dagplejer, stood=Stood())
    word = danish.capital(POSITION_WORDS[made.position]) if made.position else ""
    return TeamRow(
        name=name,
        dagplejer=line.dagplejer,
        stood=Stood(word, made.position),
        decision=made.what,
        who=made.who,
        again=facts.short_day(made.again) if made.again else "",
    )


def _left_out(many: int) -> str:
    if not many:
        return ""
    said = danish.count(many, "barn mere er", "børn mere er", spelled=True, neuter=True)
    return f"{danish.capital(said)} på teamets liste, men står ikke på din."
