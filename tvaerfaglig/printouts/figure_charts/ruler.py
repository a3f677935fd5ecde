"""Scales with round steps, and numbers as they are said."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

_STEPS = (1, 2, 5, 10)
_NOTHING = 1e-6


@dataclass(frozen=True, slots=True)
class Ruler:
    """From `low` to `high` of a scale, laid from `start` to `end` on the sheet."""

    low: float
    high: float
    step: float
    start: float
    end: float

    @classmethod
    def of(cls, values: list[float], start: float, end: float, *, marks: int, top: float) -> Ruler:
        """From nought, or from the step below the lowest where some are negative."""
        most, least = max([*values, top, 0.0]), min([*values, 0.0])
        step = _step((most - least) / marks) if most - least > _NOTHING else 1.0
        return cls(floor(least / step) * step, max(ceil(most / step), 1) * step, step, start, end)

    def at(self, value: float) -> float:
        return self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low)

    @property
    def ticks(self) -> tuple[float, ...]:
        count = round((self.high - self.low) / self.step)
        return tuple(self.low + self.step * nr for nr in range(count + 1))


def _step(rough: float) -> float:
    """The next round number from a rough one: 1, 2 or 5 times a power of ten."""
    power: float = 10.0 ** floor(log10(rough))
    return next(one * power for one in _STEPS if one * power >= rough - 1e-9)


def number(value: float) -> str:
    """One decimal at most, with a comma: »33,4«, »9«, »−2«."""
    rounded = round(value, 1) + 0.0
    said = f"{rounded:.0f}" if rounded == int(rounded) else f"{rounded:.1f}"
    return said.replace(".", ",").replace("-", "−")
