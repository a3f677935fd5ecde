"""Every child of every figure, laid by grain: counted to decide what may be told, and told to nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tvaerfaglig.domain.figures.shares import Counted, Parts
from tvaerfaglig.domain.figures.telling import Heads, Steps, Telling
from tvaerfaglig.domain.figures.times import Times, new_cases

if TYPE_CHECKING:
    from tvaerfaglig.domain.figures.cut import Split


@dataclass(slots=True)
class Counts:
    """What the figures laid, by the figure's name."""

    times: dict[str, tuple[Steps, bool, bool]] = field(default_factory=dict)
    parts: dict[str, tuple[int, list[Counted]]] = field(default_factory=dict)
    heads: dict[str, tuple[Sequence[Heads], bool]] = field(default_factory=dict)


class Census(Telling):
    """Writes down what it is handed, and tells of nobody."""

    def __init__(self, grains: Split) -> None:
        super().__init__(1)
        self.found = Counts()
        self._grains = grains

    def laid(self, split: Split) -> tuple[Telling, Split]:
        del split
        return self, self._grains

    def times(
        self,
        figure: str,
        names: Sequence[str],
        steps: Steps,
        *,
        deeds: bool = False,
        looked: bool = False,
    ) -> tuple[tuple[Times, ...], ...]:
        self.found.times[figure] = (steps, deeds, looked)
        nobody = [new_cases(names) for _ in steps]
        return super().times(figure, names, nobody)

    def parts(
        self, figure: str, names: Sequence[str], parts: int, counted: Iterable[Counted]
    ) -> tuple[Parts, ...]:
        self.found.parts[figure] = (parts, list(counted))
        return super().parts(figure, names, parts, ())

    def apart(self, figure: str, heads: Sequence[Heads], *, looked: bool = False) -> list[bool]:
        self.found.heads[figure] = (heads, looked)
        return [False] * len(heads)
