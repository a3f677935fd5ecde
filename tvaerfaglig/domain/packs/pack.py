"""A municipality's pack: words, order, fields, law, numbers and deadlines laid over the program's own letter.

It may word, order and ask. What it cannot do is to make anything a condition, to touch the guard, or to take
out what the letter cannot be used without.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.deadline import add_hverdage
from tvaerfaglig.domain.record import Record

OWN = "underretning"
"""The letter as the program has it, without a pack; what a letter was begun with unless it says otherwise."""
MAY_GO = ("resume", "barnets_ord", "over_tid", "ressourcer", "indsats", "vurdering")
"""Sections that a municipality may do without. What somebody has written in one is shown all the same."""
GROUND = "pakke."


class Counting(StrEnum):
    HVERDAGE = "hverdage"
    DAYS = "dage"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionWords:
    """Other words for a section; an empty one leaves the program's own."""

    id: str
    screen: str = ""
    paper: str = ""
    guidance: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWords:
    id: str
    label: str = ""
    paper: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnField:
    """Something that this municipality asks besides: it is answered in the section's text."""

    section: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnGround:
    """A ground to tick besides the law's own; `source` says where it is to be read."""

    id: str
    word: str
    cite: str
    source: str

    @property
    def key(self) -> str:
        return f"{GROUND}{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    name: str
    number: str
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """So many days from the day the letter was sent."""

    name: str
    days: int
    counting: Counting

    def on(self, sent: date) -> date:
        if self.counting is Counting.HVERDAGE:
            return add_hverdage(sent, self.days)
        return sent + timedelta(days=self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    id: str
    name: str
    edition: str
    about: str
    source: str
    checked_on: date
    checked_by: str
    title: str = ""
    proposals: bool = False
    asks_proposals: bool = False
    seen_by_parents: bool = False
    order: tuple[str, ...] = ()
    paper_order: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    questions_off: tuple[str, ...] = ()
    sections: tuple[SectionWords, ...] = ()
    fields: tuple[FieldWords, ...] = ()
    own_fields: tuple[OwnField, ...] = ()
    grounds: tuple[OwnGround, ...] = ()
    numbers: tuple[Number, ...] = ()
    deadlines: tuple[Deadline, ...] = ()

    def section(self, section_id: str) -> SectionWords | None:
        return next((one for one in self.sections if one.id == section_id), None)

    def field(self, field_id: str) -> FieldWords | None:
        return next((one for one in self.fields if one.id == field_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPack(Record):
    """A pack as it came in, word for word: a letter begun with it finds it here for ever.

    The record's id is its reference: the pack's own id and the fingerprint of its text.
    """

    KIND: ClassVar[str] = "skabelonpakke"

    name: str
    edition: str
    text: str
    gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PackChosen(Record):
    """Which pack new letters begin with: one record for the vault, with its versions."""

    KIND: ClassVar[str] = "skabelonvalg"

    pack: str = OWN
