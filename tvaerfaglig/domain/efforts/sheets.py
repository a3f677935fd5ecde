"""A form of an indsats as it was filled in: an arbejdspapir, a status, a closing, a week, a house's sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.efforts.form import EffortForm, FieldType, FormField, FormUse
from tvaerfaglig.domain.record import Record, moment, text_of


class Weekday(StrEnum):
    MANDAG = "mandag"
    TIRSDAG = "tirsdag"
    ONSDAG = "onsdag"
    TORSDAG = "torsdag"
    FREDAG = "fredag"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """One weekday of a weekly plan, with what is done then."""

    weekday: Weekday
    at: time
    to: time
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldAnswer:
    """What was written in one field. `heading` is its name as it was then, so that it can be read for ever."""

    field: str
    heading: str = ""
    text: str = ""
    lines: tuple[str, ...] = ()
    day: date | None = None
    week: tuple[WeekRow, ...] = ()

    @property
    def is_empty(self) -> bool:
        written = self.text.strip() or any(one.strip() for one in self.lines)
        return not (written or self.day or self.week)

    def words(self) -> str:
        return text_of(self.text, *self.lines, *(one.what for one in self.week))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Record):
    """About a family (`enrolment`, `child`), or about the effort itself and then about nobody.

    `reviewed_by` read it after its lone writer; `shown_on` is when the parents saw it.
    """

    KIND: ClassVar[str] = "indsats_ark"

    effort: str
    form: str
    name: str
    use: FormUse
    day: date
    enrolment: str = ""
    child: str = ""
    by: tuple[str, ...] = ()
    answers: tuple[FieldAnswer, ...] = ()
    shown_on: date | None = None
    reviewed_by: str = ""
    reviewed_on: date | None = None
    review: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,) if self.child else ()

    def happened(self) -> str:
        return moment(self.day)

    def state(self) -> str:
        return "laest" if self.reviewed_on else "skrevet"

    def answer(self, field_id: str) -> FieldAnswer:
        return next((one for one in self.answers if one.field == field_id), FieldAnswer(field=""))

    def words(self) -> str:
        return self.own_words()

    def own_words(self) -> str:
        return text_of(self.review, *(one.words() for one in self.answers))


DRAWN = frozenset({FieldType.MAAL, FieldType.FASER, FieldType.FREMMOEDE})
"""Fields whose answer stands elsewhere: in the goals, the phases and the roll."""


def missing(form: EffortForm, answers: Iterable[FieldAnswer]) -> tuple[FormField, ...]:
    """The fields that must be written and are not."""
    written = {one.field for one in answers if not one.is_empty}
    must = (one for one in form.fields if one.must and one.type not in DRAWN)
    return tuple(one for one in must if one.id not in written)
