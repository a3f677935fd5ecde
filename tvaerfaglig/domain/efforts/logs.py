"""Visits one at a time, and hours that were used: by substitutes, by volunteers, by the house."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.efforts.records import SessionState
from tvaerfaglig.domain.record import Record, moment, text_of


class Where(StrEnum):
    HJEMME = "hjemme"
    HUSET = "huset"
    TELEFON = "telefon"
    ANDET = "andet"

    @property
    def word(self) -> str:
        words = {
            "hjemme": "derhjemme",
            "huset": "i huset",
            "telefon": "i telefonen",
            "andet": "et andet sted",
        }
        return words[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLog(Record):
    """One visit to a family, or (without one) to a house or a dagplejer; `by` are those who came, by id.

    `said` holds the words of those who were visited, as they said them; `note` is for whoever comes next.
    """

    KIND: ClassVar[str] = "indsats_besoeg"

    effort: str
    enrolment: str = ""
    child: str = ""
    day: date
    at: time | None = None
    minutes: int | None = None
    where: Where = Where.HJEMME
    by: tuple[str, ...] = ()
    status: SessionState = SessionState.PLANLAGT
    cancelled_because: str = ""
    about_what: str = ""
    said: str = ""
    decided: str = ""
    note: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,) if self.child else ()

    def happened(self) -> str:
        return moment(self.day, self.at)

    def state(self) -> str:
        return self.status.value

    def words(self) -> str:
        return self.own_words()

    def own_words(self) -> str:
        return text_of(self.about_what, self.said, self.decided, self.note, self.cancelled_because)


class HoursFor(StrEnum):
    """What the hours went to."""

    VIKAR = "vikar"
    FRIVILLIG = "frivillig"
    PRAKTIK = "praktik"
    FORBEREDELSE = "forberedelse"

    @property
    def word(self) -> str:
        words = {
            "vikar": "vikar på stuen",
            "frivillig": "den frivillige",
            "praktik": "praktik",
            "forberedelse": "forberedelse",
        }
        return words[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours(Record):
    """Minutes on a day. It names nobody: whose praktik it is, is said by the effort's only family."""

    KIND: ClassVar[str] = "indsats_timer"

    effort: str
    day: date
    minutes: int
    went_to: HoursFor
    volunteer: str = ""
    note: str = ""

    def happened(self) -> str:
        return moment(self.day)
