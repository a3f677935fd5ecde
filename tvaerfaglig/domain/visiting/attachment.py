"""Whom a house has coming: a socialrådgiver, a sundhedsplejerske or a psykolog on a day of her own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.record import Record, moment

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag")
_WHICH = {1: "Den første", 2: "Den anden", 3: "Den tredje", 4: "Den fjerde"}


class Rhythm(StrEnum):
    """Every so many weeks, or a certain weekday of each month."""

    UGER = "uger"
    MAANED = "maaned"


class WhenClosed(StrEnum):
    """What becomes of a day on which nobody is there."""

    FLYT = "flyt"
    SPRING_OVER = "spring_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Record):
    """One colleague at one house, from a day until another. `weekday` is 0 for Monday.

    `number` is every how many weeks, or which such weekday of the month (1–4).
    """

    KIND: ClassVar[str] = "tilknytning"

    staff: str
    house: str
    from_day: date
    until: date | None = None
    rhythm: Rhythm = Rhythm.MAANED
    weekday: int = 0
    number: int = 1
    at: time | None = None
    to: time | None = None
    place: str = ""
    when_closed: WhenClosed = WhenClosed.FLYT

    def happened(self) -> str:
        return moment(self.from_day)

    def holds_on(self, day: date) -> bool:
        return self.from_day <= day and (self.until is None or day <= self.until)

    def rhythm_words(self) -> str:
        """Den anden torsdag i måneden · hver torsdag · hver anden torsdag · torsdag hver 6. uge."""
        day = WEEKDAYS[self.weekday]
        if self.rhythm is Rhythm.MAANED:
            return f"{_WHICH[self.number]} {day} i måneden"
        if self.number == 1:
            return f"Hver {day}"
        if self.number == 2:
            return f"Hver anden {day}"
        return f"{day.capitalize()} hver {self.number}. uge"

    def hours_words(self) -> str:
        return f"kl. {danish.span(self.at, self.to)}" if self.at else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseClosed(Record):
    """When nobody is in the house: weeks of the year by number, and single days. One record a house."""

    KIND: ClassVar[str] = "lukkedage"

    house: str
    weeks: tuple[int, ...] = ()
    days: tuple[date, ...] = ()

    def closed_on(self, day: date) -> str:
        """Why, in words; empty when the house is open."""
        week = day.isocalendar().week
        if week in self.weeks:
            return f"huset har lukket i uge {week}"
        return "huset har lukket" if day in self.days else ""
