"""Which states of a wait may be told beside each other, step by step and question by question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from tvaerfaglig.domain.figures.asked import BY_QUARTER, Asked, Known
from tvaerfaglig.domain.figures.beside import Beside
from tvaerfaglig.domain.figures.chain import Chain
from tvaerfaglig.domain.figures.telling import Heads
from tvaerfaglig.domain.figures.times import Cases, State, Times, told_times

STATES = {"n": State.REACHED, "open": State.OPEN, "ended": State.ENDED}


class WaitsApart:
    """One wait state by state; several of the same children by how many there are, and who got there."""

    def __init__(self, known: Known, figure: str) -> None:
        self._known, self._figure = known, figure
        self._steps, self._deeds, self._looked = known.everything.times[figure]
        self._made: dict[int, Mapping[str, Chain]] = {}

    def chains(self, step: int) -> Mapping[str, Chain]:
        if step not in self._made:
            self._made[step] = self._of_step(step, self._by_year[step])
        return self._made[step]

    def _of_step(self, at: int, told: Sequence[Times]) -> Mapping[str, Chain]:
        if len(self._steps) == 1:
            return {name: self._state(at, state, told, name) for name, state in STATES.items()}
        if not self._deeds and not any(one.total for one in told):
            return {"n": self._state(at, State.REACHED, told, "n")}
        return self._of_a_whole(at, told, self._whole)

    @cached_property
    def _whole(self) -> Chain:
        return self._chain([(0, tuple(State))], self._sure(self._by_year[0], "total"))

    def _of_a_whole(self, at: int, told: Sequence[Times], whole: Chain) -> Mapping[str, Chain]:
        """Who got there; and who waits and who ended, both or none of them."""
        n = self._chain(
            [(at, (State.REACHED,)), (at, (State.OPEN, State.ENDED))],
            self._sure(told, "n"),
            after=whole,
        )
        rest = self._chain([(at, (one,)) for one in State], self._sure(told, "open"), after=n)
        told_of = {"total": whole, "n": n, "open": rest, "ended": rest}
        if whole.fields == n.fields == rest.fields:
            return told_of
        each = self._chain([(at, (one,)) for one in State], ())
        beside = Beside(each, len(State), self._known.least)
        beside.add(whole.rows(), tuple(State))
        beside.add(n.rows(), (State.REACHED,))
        beside.add(rest.rows(), (State.OPEN,))
        if beside.tells():
            return {"total": whole}
        return told_of

    def _state(self, step: int, state: State, told: Sequence[Times], name: str) -> Chain:
        looked = self._looked and state is State.OPEN
        return self._chain([(step, (state,))], self._sure(told, name), looked=looked)

    def _sure(self, told: Sequence[Times], name: str) -> list[Asked]:
        return [
            one
            for one, times in zip(self._known.years, told, strict=True)
            if getattr(times, name) is not None
        ]

    def _chain(
        self,
        columns: Sequence[tuple[int, tuple[State, ...]]],
        sure: Iterable[Asked],
        *,
        looked: bool = False,
        after: Chain | None = None,
    ) -> Chain:
        everything, *filtered = [
            [_of_states(one.times[self._figure][0][step], states) for step, states in columns]
            if self._figure in one.times
            else []
            for one in (self._known.everything, *self._known.filtered)
        ]
        first = self._known.quarters if self._figure in BY_QUARTER else ()
        known = self._known
        return Chain(known, everything, filtered, sure, looked=looked, after=after, first=first)

    @cached_property
    def _by_year(self) -> tuple[tuple[Times, ...], ...]:
        steps = [[self._year(step, one) for one in self._known.years] for step in self._steps]
        names = [""] * len(self._known.years)
        return told_times(names, steps, self._known.least, deeds=self._deeds)

    def _year(self, step: Sequence[Cases], year: Asked) -> Cases:
        cases = Cases()
        settled = (State.REACHED, State.ENDED)
        for at in year.counted:
            cases.take(step[at], settled if self._looked else tuple(State))
        for at in year.looked if self._looked else ():
            cases.take(step[at], (State.OPEN,))
        return cases


def _of_states(step: Sequence[Cases], states: Sequence[State]) -> Sequence[Heads]:
    return [set().union(*(one.heads[state] for state in states)) for one in step]
