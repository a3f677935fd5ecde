"""How many agreements were held in time: counts to be asked, with what they leave out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.agreements.standing import held_in_time
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class InTime:
    """Agreements whose day, as first agreed, lay in a period.

    `held`: done by that day. `late`: done after it. `waiting`: its day has gone by, and it is still open.
    `moved` of them all got another day. Given up or adjusted ones are counted apart: neither held nor late.
    """

    first: date
    last: date
    due: int = 0
    held: int = 0
    late: int = 0
    waiting: int = 0
    given_up: int = 0
    adjusted: int = 0
    moved: int = 0


def held(session: Session, first: date, last: date) -> InTime:
    """Of agreements about children that the actor may see, and of her own; a day to come does not count yet."""
    visible, end = session.children(), min(last, session.today)
    states = set(AgreementState) - {AgreementState.FJERNET}
    every = [
        one.record
        for one in queries.in_state(session.vault, Agreement, *sorted(states))
        if one.record.child in visible or session.my_id in one.record.who
    ]
    here = [one for one in every if _in_period(one, first, end)]
    in_time = [held_in_time(one) for one in here]
    status = [one.status for one in here]
    return InTime(
        first,
        last,
        due=len(here),
        held=in_time.count(True),
        late=in_time.count(False),
        waiting=status.count(AgreementState.AABEN),
        given_up=status.count(AgreementState.OPGIVET),
        adjusted=status.count(AgreementState.JUSTERET),
        moved=sum(one.first_due is not None for one in here),
    )


def _in_period(made: Agreement, first: date, last: date) -> bool:
    day = made.first_due or made.due
    return day is not None and first <= day <= last
