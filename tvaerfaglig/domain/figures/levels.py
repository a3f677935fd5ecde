"""How worried people said to be, from their first figure to their latest; each is compared with herself alone."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.figures.course import children_of_efforts
from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.facts import Facts, Level
from tvaerfaglig.domain.figures.spread import Spread, spread
from tvaerfaglig.domain.suppression import shown_groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """`change` is of pairs: below nought is less worry. `once` said it one time only, so far."""

    group: str
    first: Spread | None
    latest: Spread | None
    change: Spread | None
    once: int | None


def levels(facts: Facts, cut: Cut, split: Split) -> tuple[Levels, ...]:
    """A pair counts by the house and the day of the first figure, followed until today."""
    wanted = children_of_efforts(facts, cut) if cut.by_effort else None
    rows: dict[tuple[str, str], list[Level]] = {}
    for one in facts.levels:
        if one.day <= cut.today and (wanted is None or one.child in wanted):
            rows.setdefault((one.child, one.who), []).append(one)
    pairs: list[list[tuple[int, int]]] = [[] for _ in split.names]
    once = [0] * len(split.names)
    paired: list[set[str]] = [set() for _ in split.names]
    alone: list[set[str]] = [set() for _ in split.names]
    for row in rows.values():
        first = min(row, key=_when)
        latest = max(row, key=_when)
        group = split.of(first.house, first.day)
        if group is None or not cut.takes(first.house, first.day):
            continue
        if first.day == latest.day:
            once[group] += 1
            alone[group].add(first.child)
        else:
            pairs[group].append((first.level, latest.level))
            paired[group].add(first.child)
    return _told(split.names, pairs, once, (paired, alone), cut)


def _when(one: Level) -> tuple[object, ...]:
    return (one.day, one.level, one.house)


def _told(
    names: tuple[str, ...],
    pairs: list[list[tuple[int, int]]],
    once: list[int],
    heads: tuple[list[set[str]], list[set[str]]],
    cut: Cut,
) -> tuple[Levels, ...]:
    some = [at for at in range(len(names)) if pairs[at] or once[at]]
    paired, alone = (
        dict(zip(some, shown_groups([row[at] for at in some], cut.least), strict=True))
        for row in heads
    )
    for figure, seen, row in zip(("to", "en"), (paired, alone), heads, strict=True):
        apart = cut.tell.apart(f"bekymringsniveau/{figure}", row)
        seen.update({at: shown and apart[at] for at, shown in seen.items()})
    return tuple(
        Levels(
            group=name,
            first=_spread([one for one, _ in pairs[at]], told=paired.get(at, False)),
            latest=_spread([one for _, one in pairs[at]], told=paired.get(at, False)),
            change=_spread([two - one for one, two in pairs[at]], told=paired.get(at, False)),
            once=once[at] if alone.get(at) else None,
        )
        for at, name in enumerate(names)
    )


def _spread(row: list[int], *, told: bool) -> Spread | None:
    return spread(row) if row and told else None
