"""What somebody wants to ask at the next visit: always without a name, so that it can be passed on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.record import Record, moment, text_of


class QuestionState(StrEnum):
    VENTER = "venter"
    TAGET_OP = "taget_op"
    TRUKKET = "trukket"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitQuestion(Record):
    """One question for whoever comes. It belongs to no child: one with a name is planned as a konsultation."""

    KIND: ClassVar[str] = "besoegsspoergsmaal"

    house: str
    staff: str = ""
    day: date
    by: str
    age_band: str = ""
    text: str
    status: QuestionState = QuestionState.VENTER
    konsultation: str = ""

    def happened(self) -> str:
        return moment(self.day)

    def state(self) -> str:
        return self.status.value

    def own_words(self) -> str:
        return text_of(self.text, self.age_band)
