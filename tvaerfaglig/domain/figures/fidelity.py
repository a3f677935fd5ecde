"""Whether an effort was done as it was planned: days and visits planned against held, kind by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.deeds import told_apart
from tvaerfaglig.domain.figures.facts import Facts, Kind, Planned


class Done(IntEnum):
    """`FLYTTET` was held on another day than planned; `IKKE_SAGT` has gone by, and nobody wrote how it went."""

    HOLDT = 0
    FLYTTET = 1
    AFLYST = 2
    IKKE_SAGT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Planned days of one group by what became of them, in the order of `Done`; None is hidden."""

    group: str
    counts: tuple[int | None, ...]
    planned: int | None

    @property
    def held(self) -> int | None:
        """On the day or on another."""
        kept = self.counts[: Done.AFLYST]
        return None if None in kept else sum(one or 0 for one in kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fidelity:
    """One kind of indsats. `least` is how often it is to be held; 0 where that is agreed each time."""

    kind: str
    name: str
    least: int
    sessions: tuple[Held, ...]
    visits: tuple[Held, ...]


def fidelity(facts: Facts, cut: Cut, split: Split) -> tuple[Fidelity, ...]:
    """By the day first planned; a day to come is not counted. Kinds in the order of their names, not by figures."""
    rows: defaultdict[str, list[tuple[int, Planned]]] = defaultdict(list)
    for one in facts.planned:
        if not cut.takes(one.house, one.due) or not cut.wants(one.kind, one.tags):
            continue
        group = split.of(one.house, one.due)
        if group is not None and became(one, cut.today) is not None:
            rows[one.kind].append((group, one))
    known = {one.id: one for one in facts.kinds}
    kinds = (known.get(one) or Kind(id=one, name=one) for one in rows)
    return tuple(
        Fidelity(
            kind=one.id,
            name=one.name,
            least=one.least,
            sessions=_told(
                f"som_planlagt/{one.id}/gange",
                split,
                (each for each in rows[one.id] if not each[1].visit),
                cut,
            ),
            visits=_told(
                f"som_planlagt/{one.id}/besøg",
                split,
                (each for each in rows[one.id] if each[1].visit),
                cut,
            ),
        )
        for one in sorted(kinds, key=lambda one: (one.name, one.id))
    )


def became(one: Planned, today: date) -> Done | None:
    """None while its day has not passed."""
    if one.done is not None and one.done <= today:
        return Done.HOLDT if one.done == one.due else Done.FLYTTET
    if one.cancelled is not None and one.cancelled <= today:
        return Done.AFLYST
    return Done.IKKE_SAGT if one.due < today else None


def _told(
    figure: str, split: Split, rows: Iterable[tuple[int, Planned]], cut: Cut
) -> tuple[Held, ...]:
    row = range(len(split.names))
    counts = [[0] * len(Done) for _ in row]
    heads: list[dict[str, frozenset[str]]] = [{} for _ in row]
    for group, one in rows:
        state = became(one, cut.today)
        if state is not None:
            counts[group][state] += 1
            heads[group][one.id] = frozenset(one.children)
    told = told_apart(figure, heads, cut)
    return tuple(
        Held(
            group=name,
            counts=tuple(counts[at]) if told[at] else (None,) * len(Done),
            planned=sum(counts[at]) if told[at] else None,
        )
        for at, name in enumerate(split.names)
    )
