"""Questions that the calendar asks: a letter that hastes and is sent when nobody is at work to read it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.deadline import is_hverdag
from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.letter import Letter
from tvaerfaglig.domain.underretning import Urgency

_FRIDAY, _NOON = 4, time(12)


def phone_first(letter: Letter) -> Iterator[Hit]:
    """Asked: hurtigt, nobody called today, and closed tomorrow. Quiet: on a Thursday, before noon on a Friday, or
    after a call.

    Acute letters are asked about a call on any day. Before a holiday the whole day counts: many go home early.
    """
    if letter.head.urgency is not Urgency.HURTIGT and not letter.is_guarded:
        return
    tomorrow = letter.today + timedelta(1)
    if letter.head.urgency is Urgency.AKUT or is_hverdag(tomorrow):
        return
    if letter.today.weekday() == _FRIDAY and letter.at is not None and letter.at < _NOON:
        return
    if any(call.day >= letter.today for call in letter.head.calls):
        return
    opens = tomorrow
    while not is_hverdag(opens):
        opens += timedelta(1)
    yield Hit(
        rule="ring_foerst",
        section="hast_og_overgreb",
        field="opkald",
        key=letter.today.isoformat(),
        fills={"dag": f"{danish.WEEKDAYS[opens.weekday()]} den {danish.day_and_month(opens)}"},
    )
