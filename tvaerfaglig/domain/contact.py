"""What happens around the child: talks with parents, absence, and what changed in the family."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.record import Record, moment, text_of


class TalkForm(StrEnum):
    MOEDE = "moede"
    TELEFON = "telefon"
    AFLEVERING = "aflevering"
    BESKED = "besked"

    @property
    def word(self) -> str:
        words = {
            "moede": "møde",
            "telefon": "telefon",
            "aflevering": "ved aflevering eller hentning",
            "besked": "besked",
        }
        return words[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentContact(Record):
    """A talk with parents. `view` is theirs, in their own words; `disagree` says what we see differently.

    `konsultation` is the note that it was made from; then the note is what one writes in.
    """

    KIND: ClassVar[str] = "samtale"

    child: str
    day: date
    at: time | None = None
    minutes: int | None = None
    form: TalkForm = TalkForm.MOEDE
    parents: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    interpreter: str = ""
    topic: str = ""
    told: str = ""
    view: str = ""
    disagree: str = ""
    agreed: str = ""
    shown_on: date | None = None
    konsultation: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day, self.at)

    def words(self) -> str:
        return text_of(self.topic, self.told, self.view, self.disagree, self.agreed)


class RemarkForm(StrEnum):
    """How the words came to us; a remark that we wrote down was read aloud to them first."""

    SKREVET = "skrevet"
    SAGT = "sagt"
    BESKED = "besked"

    @property
    def word(self) -> str:
        words = {
            "skrevet": "skrevet af dem selv",
            "sagt": "sagt til os, skrevet ned ord for ord og læst op",
            "besked": "sendt som besked",
        }
        return words[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentRemark(Record):
    """What a parent wants to have stand beside what we wrote: verbatim, and never edited by us.

    `to` is the record it is about; empty for everything about the child.
    """

    KIND: ClassVar[str] = "bemaerkning"

    child: str
    text: str
    by: str
    day: date
    form: RemarkForm = RemarkForm.SKREVET
    to: str = ""
    taken_by: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)

    def words(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence(Record):
    KIND: ClassVar[str] = "fravaer"

    child: str
    first: date
    last: date
    reason: str = ""
    told_by: str = ""
    reported: bool = True

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.first)

    def words(self) -> str:
        return text_of(self.reason, self.told_by)


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyEvent(Record):
    """Something that changed at home, and who told: the family lane of the timeline."""

    KIND: ClassVar[str] = "familie"

    child: str
    day: date
    text: str
    told_by: str = ""
    told_on: date | None = None

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)

    def words(self) -> str:
        return self.text
