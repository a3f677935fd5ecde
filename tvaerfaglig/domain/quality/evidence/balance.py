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
        """»3 bekymringer, ingen ressourcer og 1 neutral«: the two are always named side by side."""
        if not self.all:
            return "ingen"
        parts = [
            _many(self.worries, "bekymring", "bekymringer"),
            _many(self.resources, "ressource", "ressourcer"),
        ]
        if self.neutral:
            parts.append(danish.count(self.neutral, "neutral", "neutrale"))
        return danish.join_and(parts)


def _many(number: int, one: str, many: str) -> str:
    return danish.count(number, one, many) if number else f"ingen {many}"


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
