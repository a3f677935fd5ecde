"""How what a figure has counted is told: by itself, or beside all else that may be asked of the same vault.

That there is nobody is told as 0, and is not hidden as one to four are. A 0 points at no child, a leader sees anyway
that nothing happened, and the figures are proved against somebody who knows every place where nobody is, so that it
gives her nothing to subtract with. The exception are positions: there a 0 says of every child in a known room that
she is not in concern, so `suppression` hides it with the small ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from tvaerfaglig.domain.figures.shares import Counted, Parts, told_parts
from tvaerfaglig.domain.figures.times import Cases, Times, told_times

if TYPE_CHECKING:
    from tvaerfaglig.domain.figures.cut import Split

Steps = Sequence[Sequence[Cases]]
Heads = AbstractSet[str] | Mapping[str, AbstractSet[str]]


class Telling:
    """What small numbers ask within one question. `figure` names what is told, whatever is asked of it."""

    def __init__(self, least: int) -> None:
        self.least = least

    def laid(self, split: Split) -> tuple[Telling, Split]:
        """For a figure with groups of its own, whatever split is asked for: how they are told, and laid."""
        return self, split

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

    def apart(self, figure: str, heads: Sequence[Heads], *, looked: bool = False) -> list[bool]:
        """Which groups may be told beside other questions; small numbers are the figure's own matter.

        Where what is counted is of several children, `heads` are theirs by what it is.
        `looked`: those of a day one looks, who are looked for again on another.
        """
        del figure, looked
        return [True] * len(heads)
