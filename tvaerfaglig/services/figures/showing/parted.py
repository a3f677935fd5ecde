"""Parts of a whole as they are drawn, and as they stand in a table."""

from __future__ import annotations

from collections.abc import Sequence

from tvaerfaglig.domain.figures.shares import Parts
from tvaerfaglig.printouts.figure_charts.kinds import Bar, Group, Stacks
from tvaerfaglig.services.figures.showing.shown import HIDDEN, NONE, NumberTable

MOST_BARS = 24
"""More than these nobody looks through: the table stands alone."""


def bars(parts: Sequence[str], rows: Sequence[tuple[str, tuple[Parts, ...]]]) -> Stacks | None:
    """A heading for each row that has a name; a bar for each of its groups. What is all hidden is left out."""
    told = [(name, tuple(one for one in groups if one.whole != 0)) for name, groups in rows]
    told = [(name, groups) for name, groups in told if any(map(_tells, groups))]
    if not told or sum(len(groups) for _, groups in told) > MOST_BARS:
        return None
    if all(len(groups) == 1 and not groups[0].group for _, groups in told):
        flat = tuple(_bar(groups[0], name) for name, groups in told)
        return Stacks(parts=tuple(parts), groups=(Group("", flat),))
    return Stacks(
        parts=tuple(parts),
        groups=tuple(
            Group(name, tuple(_bar(one, one.group) for one in groups)) for name, groups in told
        ),
    )


def all_hidden(rows: Sequence[tuple[str, tuple[Parts, ...]]]) -> str:
    """»Skjult: …« for the rows that nothing may be told of."""
    gone = [
        name
        for name, groups in rows
        if not any(map(_tells, groups)) and any(one.whole != 0 for one in groups)
    ]
    return f"Skjult: {'; '.join(gone)}." if gone else ""


def _tells(one: Parts) -> bool:
    return bool(one.whole) and any(one.counts)


def _bar(one: Parts, name: str) -> Bar:
    why = HIDDEN if one.whole is None else NONE
    return Bar(name=name, counts=one.counts, whole=one.whole, why=why)


def parts_table(
    parts: Sequence[str],
    rows: Sequence[tuple[str, tuple[Parts, ...]]],
    first: str,
    group: str,
) -> NumberTable:
    """Each part as a number and in per cent of its whole. What there is nothing of is left out."""
    several, named = len(rows) > 1, len(rows[0][1]) > 1
    heads = (
        *((first,) if several or not named else ()),
        *((group,) if named else ()),
        *parts,
        "I alt",
    )
    some = [(name, groups) for name, groups in rows if any(one.whole != 0 for one in groups)]
    lines = tuple(
        (
            *((name,) if several or not named else ()),
            *((one.group,) if named else ()),
            *(_part(one, at) for at in range(len(parts))),
            HIDDEN if one.whole is None else str(one.whole),
        )
        for name, groups in some or rows
        for one in groups
        if one.whole != 0 or not some
    )
    return NumberTable(heads, lines, 1 + (several and named))


def _part(one: Parts, at: int) -> str:
    count, share = one.counts[at], one.percent(at)
    if count is None:
        return HIDDEN
    return str(count) if share is None else f"{count} ({share:.0f} %)"


def share(one: Parts, at: int) -> str:
    """»19 af 24 (79 %)«, or why not."""
    count, per_cent = one.counts[at], one.percent(at)
    if count is None or one.whole is None:
        return HIDDEN
    return NONE if per_cent is None else f"{count} af {one.whole} ({per_cent:.0f} %)"
