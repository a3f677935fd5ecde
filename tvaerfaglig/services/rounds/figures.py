"""When a round is due and which ratings are late: told to whoever is asked for them, and to who leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.rounds.records import Round, RoundState
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.rounds import rules
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class Overdue:
    """Ratings that have not come in though the last day is over: for whoever is asked, and for who leads."""

    round: str
    house: str
    last: date
    mine: tuple[str, ...]
    others: int


def overdue(session: Session) -> tuple[Overdue, ...]:
    """Running rounds past their last day in which a child whom the asker may see is not rated by all."""
    found = []
    for stored in queries.in_state(session.vault, Round, RoundState.I_GANG):
        late = session.today > stored.record.last and rules.sees(session, stored)
        missing = _missing(session, stored) if late else None
        if missing and (missing.mine or missing.others):
            found.append(missing)
    return tuple(found)


def _missing(session: Session, stored: Stored[Round]) -> Overdue:
    given, visible = rules.given(session, stored), session.children()
    open_ones = [
        (one.child, set(one.raters) - given.get(one.child, frozenset()))
        for one in stored.record.assigned
        if one.child in visible and not visible[one.child].record.left and one.rated
    ]
    mine = tuple(child for child, without in open_ones if session.my_id in without)
    leads = rules.leads(session, stored.record.dagtilbud)
    others = sum(bool(without - {session.my_id}) for _, without in open_ones) if leads else 0
    return Overdue(stored.id, stored.record.dagtilbud, stored.record.last, mine, others)


def next_due(session: Session, house: str) -> date | None:
    """When the house's next round was to begin; None while one is planned or runs, or none was ever held."""
    own = [
        one.record for one in queries.all_of(session.vault, Round) if one.record.dagtilbud == house
    ]
    if any(one.status in {RoundState.PLANLAGT, RoundState.I_GANG} for one in own):
        return None
    held = [one for one in own if one.status is RoundState.LUKKET]
    return max(held, key=lambda one: one.first).next_on if held else None
