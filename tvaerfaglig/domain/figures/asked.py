"""The questions that may be asked of a vault, each by the grains it is laid of, and what was counted for them."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.figures.census import Counts

Where = frozenset[int]


@dataclass(frozen=True, slots=True)
class Asked:
    """The grains of a group: those counted in it, and those in which one looks for who waits.

    `of` are the filters of kind and project; any of them will do, and none at all is everything. `by` is what
    alone it is narrowed by: time, house or filter; empty where it is by more than one. `within` are the
    wider questions it is a part of.
    """

    counted: Where
    looked: Where
    of: tuple[int, ...] = ()
    by: str = ""
    within: tuple[Asked, ...] = ()

    def where(self, *, looked: bool) -> Where:
        return self.looked if looked else self.counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """`years` are told already, of everything; `others` are the questions in the order they are admitted.

    `everything` and, filter by filter, `filtered` are what was counted. `quarters`, of everything, come first
    where they are told beside the years: see `quarterly`. `whole` is everything: no more than it tells by itself.
    """

    least: int
    years: tuple[Asked, ...]
    others: tuple[Asked, ...]
    everything: Counts
    filtered: tuple[Counts, ...] = ()
    quarters: tuple[Asked, ...] = ()
    whole: Asked | None = None


BY_TIME, BY_HOUSE, BY_FILTER = "tid", "hus", "indsats"
BY_QUARTER = ("fra_bekymring", "svar")
"""What the learning curve tells of quarter by quarter, whatever is asked."""
