"""A proposal for the day: what has a time keeps it, the rest comes in the gaps, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

USUAL = timedelta(minutes=30)
LEAST = timedelta(minutes=15)
_ANY_DAY = date(2000, 1, 3)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing of the day; `at` is None for what has no time yet."""

    key: str
    at: time | None = None
    to: time | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    key: str
    at: time
    to: time


def propose(wanted: Sequence[Wanted], opens: time | None, closes: time | None) -> tuple[Slot, ...]:
    """In the order of the day. What there is no room for before `closes` is left out.

    Without `opens` nothing is proposed for what has no time; without `closes` the day is as long as it takes.
    """
    fixed = sorted(
        (Slot(one.key, one.at, one.to or _after(one.at)) for one in wanted if one.at),
        key=lambda slot: slot.at,
    )
    slots = list(fixed)
    free = opens
    for one in wanted:
        if one.at is None and free is not None:
            free = _first_gap(fixed, free)
            end = min((_after(free), *_ends(fixed, free, closes)))
            if end < _after(free, LEAST):
                break
            slots.append(Slot(one.key, free, end))
            free = end
    return tuple(sorted(slots, key=lambda slot: slot.at))


def _first_gap(fixed: Sequence[Slot], start: time) -> time:
    """From when a quarter of an hour is free, at or after `start`."""
    for slot in fixed:
        if slot.at < _after(start, LEAST) and start < slot.to:
            start = slot.to
    return start


def _ends(fixed: Sequence[Slot], start: time, closes: time | None) -> Iterator[time]:
    """What a gap that begins then cannot reach beyond."""
    yield from (slot.at for slot in fixed if slot.at >= start)
    if closes is not None:
        yield closes


def _after(at: time, long: timedelta = USUAL) -> time:
    """So much later, on the same day."""
    then = datetime.combine(_ANY_DAY, at) + long
    return then.time() if then.date() == _ANY_DAY else time.max
