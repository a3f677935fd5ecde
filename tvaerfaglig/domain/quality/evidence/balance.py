"""What of the log is in a letter and what is not: belastning and ressourcer side by side, never a score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Sign


@dataclass(frozen=True, slots=True)
class Weighed:
    """How many observations worry, how many show a resource, and the rest."""

    worries: int = 0
    resources: int = 0
    neutral: int = 0

    @property
    def all(self) -> int:
        return self.worries + self.resources + self.neutral

    @property
    def words(self) -> str:
        """»3 bekymringer, 2 ressourcer og 1 neutral«; what there is none of is not named."""
        parts = (
            (self.worries, "bekymring", "bekymringer"),
            (self.resources, "ressource", "ressourcer"),
            (self.neutral, "neutral", "neutrale"),
        )
        return danish.join_and([danish.count(*one) for one in parts if one[0]]) or "ingen"


@dataclass(frozen=True, slots=True)
class Balance:
    """Chosen, and left."""

    used: Weighed
    unused: Weighed


def balance(marked: Iterable[tuple[Sign, bool]]) -> Balance:
    """Each observation by its sign, and whether the letter uses it."""
    all_of_them = tuple(marked)
    used = _weighed(sign for sign, is_used in all_of_them if is_used)
    return Balance(used, _weighed(sign for sign, is_used in all_of_them if not is_used))


def _weighed(signs: Iterable[Sign]) -> Weighed:
    found = list(signs)
    return Weighed(
        worries=found.count(Sign.BEKYMRING),
        resources=found.count(Sign.RESSOURCE),
        neutral=found.count(Sign.NEUTRAL),
    )
