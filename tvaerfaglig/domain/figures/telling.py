"""How what a figure has counted is told: by itself, or beside all else that may be asked of the same vault."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from tvaerfaglig.domain.figures.shares import Counted, Parts, told_parts
from tvaerfaglig.domain.figures.times import Cases, Times, told_times

Steps = Sequence[Sequence[Cases]]


class Telling:
    """What small numbers ask within one question. `figure` names what is told, whatever is asked of it."""

    def __init__(self, least: int) -> None:
        self.least = least

    def times(
        self,
        figure: str,
        names: Sequence[str],
        steps: Steps,
        *,
        deeds: bool = False,
        looked: bool = False,
    ) -> tuple[tuple[Times, ...], ...]:
        """As `told_times` has it. `looked`: those who wait are looked for on a day, and on another again."""
        del figure, looked
        return told_times(names, steps, self.least, deeds=deeds)

    def parts(
        self, figure: str, names: Sequence[str], parts: int, counted: Iterable[Counted]
    ) -> tuple[Parts, ...]:
        del figure
        return told_parts(names, parts, counted, self.least)

    def apart(
        self, figure: str, heads: Sequence[AbstractSet[str]], *, looked: bool = False
    ) -> list[bool]:
        """Which groups may be told beside other questions; small numbers are the figure's own matter.

        `looked`: those of a day one looks, who are looked for again on another.
        """
        del figure, looked
        return [True] * len(heads)
