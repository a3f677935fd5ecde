"""What is kept after a letter is sent: who was spoken with, the day one looks again, what was written since.

Each is a record of its own, so that a colleague can add a call while another writes the reminder.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.record import Record, moment, text_of


class How(StrEnum):
    """Which way the word went."""

    RINGEDE = "ringede"
    INTET_SVAR = "intet_svar"
    BLEV_RINGET_OP = "blev_ringet_op"
    DE_SKREV = "de_skrev"
    MOEDE = "moede"

    @property
    def word(self) -> str:
        words = {
            "ringede": "Vi ringede",
            "intet_svar": "Vi ringede, ingen svarede",
            "blev_ringet_op": "De ringede",
            "de_skrev": "De skrev",
            "moede": "Møde",
        }
        return words[self.value]

    @property
    def is_answer(self) -> bool:
        """Whether the municipality said anything."""
        return self is not How.INTET_SVAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacted(Record):
    """A call or a word with the municipality: whom, which number, what was said, what they promised by when.

    `day` and `at` say when it happened; the log itself knows when it was written down.
    """

    KIND: ClassVar[str] = "kontakt"

    underretning: str
    child: str
    day: date
    at: time | None = None
    how: How = How.RINGEDE
    whom: str = ""
    number: str = ""
    said: str = ""
    promised: str = ""
    promised_on: date | None = None
    by: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day, self.at)

    def state(self) -> str:
        return self.how.value

    def words(self) -> str:
        return text_of(self.whom, self.said, self.promised)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAgain(Record):
    """The house's own day for a letter. Moved, it is a new version with its reason; there is one for each letter."""

    KIND: ClassVar[str] = "opfoelgning"

    underretning: str
    child: str
    on: date
    why: str = ""
    by: str = ""
    set_on: date
    done_on: date | None = None
    outcome: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.done_on or self.set_on)

    def state(self) -> str:
        return "set" if self.done_on else "venter"

    def words(self) -> str:
        return text_of(self.why, self.outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder(Record):
    """A letter on the ladder as it was frozen: its words, the PDF's bytes, and the fingerprint of each.

    That it was sent is a new version of it with the same words and bytes.
    """

    KIND: ClassVar[str] = "rykker"

    underretning: str
    child: str
    rung: str
    title: str
    receiver: str
    day: date
    by: str
    content: str
    content_sha256: str
    pdf: str
    pdf_sha256: str
    sent_on: date | None = None
    sent_at: time | None = None
    sent_by: str = ""
    channel: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.sent_on or self.day, self.sent_at)

    def state(self) -> str:
        return "sendt" if self.sent_on else "skrevet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Journalled(Record):
    """That a finished paper lies in the municipality's journal. Taken back, it says when, and stays in the log."""

    KIND: ClassVar[str] = "journaliseret"

    underretning: str
    child: str
    paper: str
    day: date
    by: str
    number: str = ""
    taken_back_on: date | None = None

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)

    def state(self) -> str:
        return "fortrudt" if self.taken_back_on else "journaliseret"


def look_again_id(letter: str) -> str:
    """The one day of a letter."""
    return f"{letter}/opfoelgning"


def journal_id(paper: str) -> str:
    """The one mark of a finished paper."""
    return f"{paper}/journal"
