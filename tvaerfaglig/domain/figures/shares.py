"""Parts of a whole, group by group: a part is told when neither it nor what is left over is of a few."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tvaerfaglig.domain.suppression import shown_groups


class Counted(NamedTuple):
    """One that is counted: in which group, whose, and which of the parts it is."""

    group: int
    head: str
    part: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """One group as it may be seen. `counts` in the order of the parts; None is hidden, `whole` too."""

    group: str
    counts: tuple[int | None, ...]
    whole: int | None

    def percent(self, part: int) -> float | None:
        count = self.counts[part]
        return 100 * count / self.whole if count is not None and self.whole else None


def told_parts(
    names: Sequence[str], parts: int, counted: Iterable[Counted], least: int
) -> tuple[Parts, ...]:
    """Every group with its parts.

    Where a few are in one part, as many more are hidden as it takes; and a part that is hidden in one
    group, or in all of them together, is hidden in all, since the others and the whole would tell it. A
    group that is small in all is hidden with another one, and the two together are looked at as a group,
    which anybody can work out.
    Parts are what grown people did or did not do: that there is none in one of them tells of no child.
    """
    cells = _laid(len(names), parts, counted)
    some = [at for at, row in enumerate(cells) if any(count for count, _ in row)]
    wholes = [set().union(*(heads for _, heads in cells[at])) for at in some]
    stands = dict(zip(some, shown_groups(wholes, least), strict=True))
    rows = [[heads for _, heads in cells[at]] for at in some if stands[at]]
    away = [[heads for _, heads in cells[at]] for at in some if not stands[at]]
    if rows and away:
        rows.append([set().union(*each) for each in zip(*away, strict=True)])
    if some:
        rows.append([set().union(*(cells[at][part][1] for at in some)) for part in range(parts)])
    seen = [all(each) for each in zip(*(_row(row, least) for row in rows), strict=True)]
    return tuple(
        _told(name, cells[at], seen, stands=stands.get(at, True)) for at, name in enumerate(names)
    )


def _laid(groups: int, parts: int, counted: Iterable[Counted]) -> list[list[tuple[int, set[str]]]]:
    numbers = [[0] * parts for _ in range(groups)]
    heads: list[list[set[str]]] = [[set() for _ in range(parts)] for _ in range(groups)]
    for group, head, part in counted:
        numbers[group][part] += 1
        heads[group][part].add(head)
    return [list(zip(*row, strict=True)) for row in zip(numbers, heads, strict=True)]


def _row(heads: Sequence[set[str]], least: int) -> list[bool]:
    """Which parts may be told to somebody who knows the whole."""
    looked_at = [at for at, each in enumerate(heads) if each]
    told = dict(zip(looked_at, shown_groups([heads[at] for at in looked_at], least), strict=True))
    return [told.get(at, True) for at in range(len(heads))]


def _told(
    name: str, cells: Sequence[tuple[int, set[str]]], seen: Sequence[bool], *, stands: bool
) -> Parts:
    return Parts(
        group=name,
        counts=tuple(
            count if stands and (seen[at] if seen else True) else None
            for at, (count, _) in enumerate(cells)
        ),
        whole=sum(count for count, _ in cells) if stands else None,
    )
