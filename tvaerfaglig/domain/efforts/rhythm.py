"""When something of an indsats comes: days by rule, phases, a rhythm, and talks that have their time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Anchor(StrEnum):
    """The day that a phase or a talk is counted from."""

    START = "start"
    TERMIN = "termin"
    FOEDSEL = "foedsel"
    FORRIGE = "forrige"

    @property
    def word(self) -> str:
        words = {
            "start": "starten",
            "termin": "terminen",
            "foedsel": "fødslen",
            "forrige": "den forrige fase",
        }
        return words[self.value]


@dataclass(frozen=True, slots=True)
class Point:
    """A day by rule: so many months and weeks after something has happened."""

    anchor: Anchor
    months: int = 0
    weeks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseRule:
    """`ends` is None where the phase lasts until the next begins. `responsible` is a seat of the kind."""

    id: str
    name: str
    responsible: str
    begins: Point
    ends: Point | None = None
    guidance: str = ""


class Every(StrEnum):
    """How a rhythm is counted. `INGEN`: the days are agreed one at a time."""

    UGER = "uger"
    AAR = "aar"
    INGEN = "ingen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """Every `number` weeks, or `number` times a year; from `least` to `most` times in all where it ends.

    Where the house is closed a weekly day is left out and the plan grows at the end; one of a year is moved.
    """

    every: Every = Every.INGEN
    number: int = 1
    least: int = 0
    most: int = 0
    status_weeks: int = 0

    def words(self) -> str:
        """Hver uge, 12–16 gange · hver 2. uge · 8–10 gange om året · efter aftale."""
        if self.every is Every.INGEN:
            return "Efter aftale"
        times = f"{self.least}–{self.most}" if self.most > self.least else str(self.most)
        if self.every is Every.AAR:
            return f"{_times(times if self.most else str(self.number))} om året"
        said = "Hver uge" if self.number == 1 else f"Hver {self.number}. uge"
        return f"{said}, {_times(times)}" if self.most else said

    def status_words(self) -> str:
        """Hver uge · hver 8. uge; nothing where no status is held."""
        if not self.status_weeks:
            return ""
        return "hver uge" if self.status_weeks == 1 else f"hver {self.status_weeks}. uge"


def _times(said: str) -> str:
    return f"{said} gang" if said == "1" else f"{said} gange"


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkRule:
    """A talk with the parents that has its time; `again_months` where it comes back.

    `form` is the form that is written at it, by which one knows that it was held.
    """

    id: str
    name: str
    at: Point
    again_months: int = 0
    form: str = ""
