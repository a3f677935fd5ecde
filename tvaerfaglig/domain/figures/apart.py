"""What may be told of one question beside all the others that may be asked of the same vault.

Promise: whatever one person asks, of years, quarters and periods of her own, of houses, kinds and projects,
before and after, no figure's answers can be added and subtracted into a group of one to four. All questions
that may be asked are gone through in one order, whichever of them it is that is asked, the ones asked most
first; one that would divide the children into too few is never told. See `atoms`, and `subtracting`. Whoever asks is
taken to know where nobody is, so a 0 that is told helps her to nothing.

Not promised: against two days' answers laid beside each other, when one child came between them; against
two leaders of different houses who lay theirs together; against one figure laid beside another one, and each way to
count help is one, as each step from concern is; against what somebody knows already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from tvaerfaglig.domain.figures.asked import Asked, Known
from tvaerfaglig.domain.figures.chain import Chain
from tvaerfaglig.domain.figures.cut import Split
from tvaerfaglig.domain.figures.deeds import everyone, told_groups
from tvaerfaglig.domain.figures.shares import Counted, Parts
from tvaerfaglig.domain.figures.shares_apart import SharesApart
from tvaerfaglig.domain.figures.telling import Heads, Steps, Telling
from tvaerfaglig.domain.figures.times import Times
from tvaerfaglig.domain.figures.waits_apart import STATES, WaitsApart

T = TypeVar("T")
_HIDDEN = ("total", "n", "reached", "open", "open_so_far", "ended", "half")


class Chains:
    """The chains of every figure, each worked out when it is first asked for."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self._waits: dict[str, WaitsApart] = {}
        self._shares: dict[str, tuple[Chain, Chain, frozenset[int], frozenset[int]]] = {}
        self._groups: dict[str, Chain] = {}

    def waits(self, figure: str, step: int) -> Mapping[str, Chain]:
        if figure not in self._waits:
            self._waits[figure] = WaitsApart(self.known, figure)
        return self._waits[figure].chains(step)

    def shares(self, figure: str) -> tuple[Chain, Chain, frozenset[int], frozenset[int]]:
        if figure not in self._shares:
            self._shares[figure] = SharesApart(self.known, figure).chains()
        return self._shares[figure]

    def groups(self, figure: str, *, looked: bool) -> Chain:
        if figure not in self._groups:
            self._groups[figure] = _whole_groups(self.known, figure, looked=looked)
        return self._groups[figure]


def _whole_groups(known: Known, figure: str, *, looked: bool) -> Chain:
    heads, _ = known.everything.heads[figure]
    filtered = [[one.heads[figure][0]] if figure in one.heads else [] for one in known.filtered]
    by_year = [
        set().union(*(everyone(heads[at]) for at in one.where(looked=looked)))
        for one in known.years
    ]
    seen = told_groups(by_year, known.least)
    sure = [one for one, told in zip(known.years, seen, strict=True) if told]
    return Chain(known, [heads], filtered, sure, looked=looked)


class Apart(Telling):
    """Tells of the groups of one question what may stand beside every other one."""

    def __init__(
        self, chains: Chains, asked: Sequence[Asked], groups: Callable[[Split], Sequence[Asked]]
    ) -> None:
        super().__init__(chains.known.least)
        self._chains, self._known, self._asked, self._groups = chains, chains.known, asked, groups
        self.hid = False

    def laid(self, split: Split) -> tuple[Telling, Split]:
        return Apart(self._chains, self._groups(split), self._groups), split

    def times(
        self,
        figure: str,
        names: Sequence[str],
        steps: Steps,
        *,
        deeds: bool = False,
        looked: bool = False,  # noqa: ARG002
    ) -> tuple[tuple[Times, ...], ...]:
        told = super().times(figure, names, steps, deeds=deeds)
        laid = self._known.everything.times.get(figure)
        if laid is None or len(names) != len(self._asked):
            return tuple(tuple(map(self._no_times, row)) for row in told)
        if list(self._asked) == [self._known.whole]:
            return told
        return tuple(self._step(figure, nr, row) for nr, row in enumerate(told))

    def step(
        self, figure: str, names: Sequence[str], steps: Steps, nr: int, *, deeds: bool = False
    ) -> tuple[Times, ...]:
        """One step alone, of a figure that is laid; the others are not worked out."""
        return self._step(figure, nr, super().times(figure, names, steps, deeds=deeds)[nr])

    def _step(self, figure: str, nr: int, row: Sequence[Times]) -> tuple[Times, ...]:
        chains = self._chains.waits(figure, nr)
        return tuple(
            self._times(one, asked, chains) for one, asked in zip(row, self._asked, strict=True)
        )

    def _times(self, one: Times, asked: Asked, chains: Mapping[str, Chain]) -> Times:
        may = {name: name in chains and chains[name].holds(asked) for name in STATES}
        may["total"] = chains["total"].holds(asked) if "total" in chains else all(may.values())
        return self._noticed(
            one,
            replace(
                one,
                total=one.total if may["total"] else None,
                n=one.n if may["n"] else None,
                reached=one.reached if may["n"] else None,
                half=one.half if may["n"] and may["open"] and may["ended"] else None,
                open=one.open if may["open"] else None,
                open_so_far=one.open_so_far if may["open"] else None,
                ended=one.ended if may["ended"] else None,
            ),
        )

    def _no_times(self, one: Times) -> Times:
        return self._noticed(one, Times(group=one.group, **dict.fromkeys(_HIDDEN)))

    def _noticed(self, before: T, after: T) -> T:
        self.hid = self.hid or before != after
        return after

    def parts(
        self, figure: str, names: Sequence[str], parts: int, counted: Iterable[Counted]
    ) -> tuple[Parts, ...]:
        told = super().parts(figure, names, parts, counted)
        if figure not in self._known.everything.parts:
            return tuple(map(self._no_parts, told))
        whole, inside, may, besides = self._chains.shares(figure)
        if list(self._asked) == [self._known.whole]:
            may |= besides
        return tuple(
            self._noticed(
                one,
                replace(
                    one,
                    whole=one.whole if whole.holds(asked) else None,
                    counts=tuple(
                        count if at in may and inside.holds(asked) else None
                        for at, count in enumerate(one.counts)
                    ),
                ),
            )
            for one, asked in zip(told, self._asked, strict=True)
        )

    def _no_parts(self, one: Parts) -> Parts:
        return self._noticed(one, replace(one, whole=None, counts=(None,) * len(one.counts)))

    def apart(self, figure: str, heads: Sequence[Heads], *, looked: bool = False) -> list[bool]:
        laid = self._known.everything.heads.get(figure)
        if laid is None or len(heads) != len(self._asked):
            self.hid = True
            return [False] * len(heads)
        chain = self._chains.groups(figure, looked=looked)
        seen = [chain.holds(one) for one in self._asked]
        self.hid = self.hid or not all(seen)
        return seen
