"""An agreement that comes again: every so many weeks, counted from the day it was first due.

Every turn is a record of its own under an id that its series and its day give, so that one made twice is
the same one. A turn that is moved moves alone: the next still falls on the day it would have had.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tvaerfaglig.domain.deadline import add_hverdage, is_hverdag
from tvaerfaglig.domain.konsultation import Agreement, AgreementState

_OFTEN = 2
_SATURDAY = 5
_LONGEST = 106
"""A rhythm is looked for two years ahead; what comes more seldom is planned by hand."""


def turn_id(series: str, turn: date) -> str:
    """The id of the turn that falls on this day."""
    return f"{series}/{turn.isoformat()}"


def repeats(made: Agreement) -> bool:
    return made.every > 0 and made.due is not None


def turn_of(made: Agreement) -> date | None:
    """The day that this turn has in the rhythm, wherever it was moved to."""
    return made.turn or made.first_due or made.due


def next_turn(made: Agreement, after: date) -> date | None:
    """The first day of the rhythm after this turn and after a day.

    What comes every week or second week skips a day when the house is closed; what comes more seldom keeps
    its turn, and is due when the house opens. A turn whose week has gone by is not asked for afterwards. None
    when the rhythm has ended.
    """
    turn = turn_of(made)
    if turn is None or not repeats(made):
        return None
    step, day = timedelta(weeks=made.every), turn
    for _ in range(_LONGEST):
        day += step
        if made.until is not None and day > made.until:
            return None
        if day > after and not (made.every <= _OFTEN and _is_holiday(day)):
            return day
    return None


def _is_holiday(day: date) -> bool:
    """Closed on a day that the house else is open. A rhythm of Saturdays would skip them all."""
    return day.weekday() < _SATURDAY and not is_hverdag(day)


def next_of(made: Agreement, own_id: str, after: date) -> tuple[str, Agreement] | None:
    """The next turn with its id; nothing of how the last one went comes along."""
    day = next_turn(made, after)
    if day is None or made.due is None:
        return None
    series = made.series or own_id
    turn = turn_of(made)
    begins = day - (turn - made.start_on) if made.start_on and turn else None
    fresh = replace(
        made,
        due=day if is_hverdag(day) else add_hverdage(day, 1),
        turn=day,
        series=series,
        start_on=begins,
        first_due=None,
        moved_because="",
        status=AgreementState.AABEN,
        done_on=None,
        outcome="",
        evidence=(),
        verdict=None,
        seen_in="",
        follows="",
        source="",
        line="",
        made_on=after,
    )
    return turn_id(series, day), fresh
