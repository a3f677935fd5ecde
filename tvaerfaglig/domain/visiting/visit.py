"""One visit: planned, held or cancelled, and what it was used for. It never names a child."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.konsultation import Participant
from tvaerfaglig.domain.record import Record, moment, text_of


class VisitState(StrEnum):
    PLANLAGT = "planlagt"
    HOLDT = "holdt"
    AFLYST = "aflyst"


class WasAbout(StrEnum):
    """What the time went to; a visit may be about both."""

    BARN = "barn"
    TEMA = "tema"

    @property
    def word(self) -> str:
        return {"barn": "spørgsmål om børn", "tema": "generelt tema"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Record):
    """`minutes` is the time really used. `moved_from` is the day it was planned for first."""

    KIND: ClassVar[str] = "besoeg"

    staff: str
    house: str
    attachment: str = ""
    day: date
    at: time | None = None
    to: time | None = None
    place: str = ""
    status: VisitState = VisitState.PLANLAGT
    cancelled_because: str = ""
    moved_from: date | None = None
    moved_because: str = ""
    instead_of: str = ""
    minutes: int | None = None
    present: tuple[Participant, ...] = ()
    was_about: tuple[WasAbout, ...] = ()
    theme: str = ""
    told: str = ""

    def happened(self) -> str:
        return moment(self.day, self.at)

    def state(self) -> str:
        return self.status.value

    def own_words(self) -> str:
        """What a person wrote, for those who look for names in it."""
        return text_of(
            self.theme, self.told, self.place, self.cancelled_because, self.moved_because
        )

    def planned_minutes(self) -> int | None:
        """As the hours say; None where one of them is missing."""
        if self.at is None or self.to is None:
            return None
        start, end = (datetime.combine(self.day, clock) for clock in (self.at, self.to))
        return max(0, int((end - start).total_seconds()) // 60)
