"""The lines of a meeting's own part in the order they are read: by column, by person, by box.

What stands in a column that the form does not know (any longer) is read last, and never lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain.meetings.answers import Line, OwnAnswer
from tvaerfaglig.domain.meetings.own_part import Column, OwnPart, TimeBox

OTHER = Column(id="", name="Andet")


@dataclass(frozen=True, slots=True)
class InColumn:
    column: Column
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnScale:
    """One person's number now and the time before, and what would raise it by one."""

    who: str
    now: int | None
    before: int | None = None
    before_on: date | None = None
    lift: str = ""


@dataclass(frozen=True, slots=True)
class InBox:
    """A time box and the minutes that were used; None while nobody has timed it."""

    box: TimeBox
    used: int | None


def columns_of(part: OwnPart, answer: OwnAnswer) -> tuple[InColumn, ...]:
    """Every column, also an empty one, with what was written in it; strays in a column of their own."""
    written = [one for one in answer.lines if not one.is_empty]
    known = tuple(
        InColumn(column, tuple(one for one in written if one.column == column.id))
        for column in part.columns
    )
    strays = tuple(one for one in written if part.column(one.column) is None)
    return (*known, InColumn(OTHER, strays)) if strays else known


def scale_of(
    people: Iterable[str],
    answer: OwnAnswer,
    before: OwnAnswer | None = None,
    on: date | None = None,
) -> tuple[OnScale, ...]:
    """Everyone at the table in its order, then whoever else has given a number, now or last time."""
    now = {one.who: one for one in answer.lines}
    last = {one.who: one for one in before.lines} if before else {}
    return tuple(
        OnScale(
            who=who,
            now=now[who].number if who in now else None,
            before=last[who].number if who in last else None,
            before_on=on if who in last else None,
            lift=now[who].text if who in now else "",
        )
        for who in dict.fromkeys((*people, *now, *last))
    )


def boxes_of(part: OwnPart, answer: OwnAnswer) -> tuple[InBox, ...]:
    used = {one.column: one.number for one in answer.lines}
    return tuple(InBox(box, used.get(box.id)) for box in part.boxes)


def unattributed(part: OwnPart, answer: OwnAnswer) -> tuple[Line, ...]:
    """The lines as they are kept where nobody is to be told by one: without who and when."""
    if part.sourced:
        return answer.lines
    return tuple(replace(one, who="", day=None) for one in answer.lines)
