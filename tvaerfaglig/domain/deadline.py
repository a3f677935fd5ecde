"""How days are counted, and how near a date is.

A hverdag is here Monday to Friday without Danish holidays, those by custom (5 June, 24 and 31
December and the like) included. Law does not say it so exactly; this is the later date, and is to be
shown as guidance (»vejledende«).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.free_days import holiday

RECEIPT_HVERDAGE = 6
_WEEKEND = 5
_BY_NAME = 13
"""So many days ahead a date is easier to think of than a number of days."""
_BY_COUNT = 60


class DueState(StrEnum):
    """■ ▲ ○ on screen; the stored word is Danish."""

    OVER = "over"
    TODAY = "i dag"
    LATER = "senere"


@dataclass(frozen=True, slots=True)
class Due:
    """How near a date is, in words that stand alone."""

    state: DueState
    words: str
    on: date


def is_hverdag(day: date) -> bool:
    return day.weekday() < _WEEKEND and not holiday(day)


def add_hverdage(day: date, number: int) -> date:
    """The number-th hverdag after `day`, which itself is not counted; back in time for less than 0."""
    step = timedelta(1 if number >= 0 else -1)
    left = abs(number)
    while left:
        day += step
        left -= is_hverdag(day)
    return day


def receipt_due(sent: date, hverdage: int = RECEIPT_HVERDAGE) -> date:
    """When the municipality's receipt is to be here at the latest; guidance, not law's own words."""
    return add_hverdage(sent, hverdage)


def due(on: date, today: date) -> Due:
    """1 dag over · i dag · i morgen · fre 20. nov. · om 18 dage · 1. marts 2027."""
    left = (on - today).days
    if left < 0:
        return Due(DueState.OVER, f"{danish.count(-left, 'dag', 'dage')} over", on)
    if left == 0:
        return Due(DueState.TODAY, "i dag", on)
    return Due(DueState.LATER, _later(on, left, today), on)


def _later(on: date, left: int, today: date) -> str:
    if left == 1:
        return "i morgen"
    if left <= _BY_NAME:
        return danish.day_short(on)
    if left <= _BY_COUNT:
        return f"om {left} dage"
    return danish.day(on) if on.year != today.year else danish.day_short(on)
