"""Which copies of the vault are kept, when the next one is due, and when an old one is a worry.

A copy goes only when newer good ones stand in its place, and the newest never goes. One whose day has
not come yet was written by a clock that was wrong: it is neither counted nor touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

DAYS, WEEKS = 7, 4
AGAIN_AFTER = timedelta(hours=4)
_AHEAD = timedelta(days=1)
_LITTLE = 3  # events: the note of the last copy, and a look or two
WATCH_AFTER, ACT_AFTER = timedelta(days=2), timedelta(days=7)


class How(StrEnum):
    """Whether anybody asked for the copy."""

    SELF = "automatisk"
    HAND = "manuel"


class Place(StrEnum):
    """Which kind of place a copy lies in; never which."""

    HERE = "ved_boksen"
    SECOND = "andet_sted"
    CHOSEN = "valgt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A whole copy that stands on a shelf. `shape` is the vault's own (its migrations) when it was taken."""

    name: str
    at: datetime
    shape: int = 0


def to_throw_away(copies: Sequence[Standing], now: datetime) -> frozenset[str]:
    """The names of those that newer ones cover: beyond the last of each day for seven, of each week for four.

    Days and weeks are counted where there are copies, so a house that was closed for the summer loses
    none. The copy from before the vault got a new shape stands beside the one taken after.
    """
    ours = sorted(
        (one for one in copies if one.at <= now + _AHEAD),
        key=lambda one: (one.at, one.name),
        reverse=True,
    )
    days = list(dict.fromkeys(one.at.date() for one in ours))[:DAYS]
    weeks = list(dict.fromkeys(one.at.isocalendar()[:2] for one in ours))[:WEEKS]
    kept: dict[tuple[object, ...], str] = {}
    for one in ours:
        if one.at.date() in days:
            kept.setdefault(("day", one.at.date(), one.shape), one.name)
        if one.at.isocalendar()[:2] in weeks:
            kept.setdefault(("week", *one.at.isocalendar()[:2]), one.name)
    return frozenset(one.name for one in ours) - frozenset(kept.values())


def is_due(newest: datetime | None, events_then: int, events_now: int, now: datetime) -> bool:
    """None was taken today; or one this morning, and much has been written since."""
    if newest is None or newest > now + _AHEAD or newest.date() < now.date():
        return True
    return now - newest >= AGAIN_AFTER and events_now - events_then > _LITTLE


class Worry(StrEnum):
    """How the newest copy's age is spoken of."""

    NONE = "ingen"
    WATCH = "to dage"
    ACT = "en uge"


def worry(newest: datetime | None, now: datetime) -> Worry:
    """After two days a word, after seven a plain one; none at all is as bad as an old one."""
    old = now - newest if newest is not None else ACT_AFTER
    if old >= ACT_AFTER:
        return Worry.ACT
    return Worry.WATCH if old >= WATCH_AFTER else Worry.NONE
