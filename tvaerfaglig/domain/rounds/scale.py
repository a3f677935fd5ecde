"""A round's scale as steps: whichever one the house chose, each step lies within one of the three positions."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.wellbeing import Positions, Scales

POSITIONS = "positioner"
TEN = "nul_til_ti"
"""The one scale whose number is stored as the child's level (0–10)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`key` is what a rating stores; `position` is what the step answers to."""

    key: str
    word: str
    meaning: str
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundScale:
    """In the order of the file: the three positions from thriving on, numbers from the lowest."""

    id: str
    name: str
    question: str
    steps: tuple[Step, ...]

    def step(self, key: str) -> Step | None:
        return next((one for one in self.steps if one.key == key), None)

    def distance(self, one: str, other: str) -> int:
        """How many steps lie between two; 0 where one of them is not chosen."""
        keys = [each.key for each in self.steps]
        return abs(keys.index(one) - keys.index(other)) if {one, other} <= set(keys) else 0

    def level(self, key: str) -> int | None:
        return int(key) if self.id == TEN else None


def scales_of(
    positions: Positions, scales: Scales, answers_to: dict[str, dict[int, Position]]
) -> tuple[RoundScale, ...]:
    """The three positions first, then each number scale whose steps the round's file lays within a position."""
    three = RoundScale(
        id=POSITIONS,
        name="Tre positioner",
        question=positions.help,
        steps=tuple(
            Step(key=one.position.value, word=one.word, meaning=one.meaning, position=one.position)
            for one in positions.steps
        ),
    )
    numbers = (
        RoundScale(
            id=one.id,
            name=one.name,
            question=one.question,
            steps=tuple(
                Step(
                    key=str(step.level),
                    word=str(step.level),
                    meaning=step.meaning,
                    position=answers_to[one.id][step.level],
                )
                for step in one.steps
            ),
        )
        for one in scales.scales
        if one.id in answers_to
    )
    return (three, *numbers)
