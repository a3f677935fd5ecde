"""Which talk with the parents has its time: by rule, less those that were held."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from tvaerfaglig.domain.efforts.phasing import TalkDay

EARLY = timedelta(days=42)
"""So long before its day a talk that was held is taken for it."""


def next_talk(talks: Iterable[TalkDay], held: Iterable[date]) -> TalkDay | None:
    """The first that nobody has held since a later one was: what was skipped long ago is not asked for again."""
    left, waits = sorted(held), None
    for talk in talks:
        met = [day for day in left if day >= talk.day - EARLY]
        if met:
            left.remove(met[0])
            waits = None
        elif waits is None:
            waits = talk
    return waits
