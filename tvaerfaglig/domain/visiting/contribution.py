"""What a sundhedsplejerske gives at a visit about one child: area by area in three steps, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.record import Record, moment, text_of


class Step(StrEnum):
    """Three steps, in the order in which one looks closer. What each means stands in the resources."""

    SOM_VENTET = "som_ventet"
    ENKELTE_TEGN = "enkelte_tegn"
    UDFORDRING = "udfordring"

    @property
    def word(self) -> str:
        """As the program calls it; on screen and paper it is as the municipality does."""
        words = {
            "som_ventet": "som ventet",
            "enkelte_tegn": "enkelte tegn",
            "udfordring": "skal følges",
        }
        return words[self.value]


class Outcome(StrEnum):
    INGEN = "ingen"
    KONSULTATION = "konsultation"
    HJEMMEBESOEG = "hjemmebesoeg"

    @property
    def word(self) -> str:
        return {
            "ingen": "Ikke mere nu",
            "konsultation": "Konsultation",
            "hjemmebesoeg": "Hjemmebesøg",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaSeen:
    """One area, by the name it had that day: the step, and what was seen that speaks for it."""

    area: str
    name: str = ""
    step: Step
    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution(Record):
    """With a `child` it rests on a samtykke; without one it holds no name, only an age."""

    KIND: ClassVar[str] = "sundhedsbidrag"

    visit: str
    house: str
    day: date
    by: str
    child: str = ""
    samtykke: str = ""
    age_band: str = ""
    question: str = ""
    areas: tuple[AreaSeen, ...] = ()
    advice: str = ""
    outcome: Outcome | None = None
    outcome_because: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,) if self.child else ()

    def happened(self) -> str:
        return moment(self.day)

    def words(self) -> str:
        """Search reads those about a child, who is asked for by name."""
        return self.own_words() if self.child else ""

    def own_words(self) -> str:
        return text_of(
            self.question,
            self.age_band,
            *(one.seen for one in self.areas),
            self.advice,
            self.outcome_because,
        )
