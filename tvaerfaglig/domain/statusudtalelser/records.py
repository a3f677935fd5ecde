"""A statusudtalelse as it is kept: what was asked, what is answered, and the acts that it passes through.

One record holds the whole of it: one hand writes it in a sitting or two, against a deadline. A letter, which
several write on for weeks, is kept section by section instead.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.citations import in_order, renumbered
from tvaerfaglig.domain.record import Record, moment, text_of
from tvaerfaglig.domain.underretning import Row

PARENTS = "foraeldre"


class StatusStage(StrEnum):
    KLADDE = "kladde"
    FAERDIG = "faerdig"
    SENDT = "sendt"

    @property
    def word(self) -> str:
        return {"kladde": "Kladde", "faerdig": "Færdig, ikke sendt", "sendt": "Sendt"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Who asked for it, when, by when, for what, and what they want to know in their own words."""

    authority: str = ""
    unit: str = ""
    by: str = ""
    on: date | None = None
    due: date | None = None
    purpose: str = ""
    questions: str = ""
    journal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One heading's prose. `title` is kept, so that the heading can be read when the form has changed.

    `nothing_known` is an answer too: somebody has looked, and there is nothing to tell.
    """

    heading: str
    title: str
    text: str = ""
    nothing_known: bool = False

    @property
    def given(self) -> bool:
        return self.nothing_known or bool(self.text.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Statusudtalelse(Record):
    """`first` and `last` bound the period that it tells of; `rows` are copies of the observations chosen."""

    KIND: ClassVar[str] = "statusudtalelse"

    child: str
    begun: date
    request: Request = Request()
    first: date | None = None
    last: date | None = None
    answers: tuple[Answer, ...] = ()
    rows: tuple[Row, ...] = ()
    writers: tuple[str, ...] = ()
    relation: str = ""
    known_since: str = ""
    dismissed: tuple[str, ...] = ()

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.begun)

    def words(self) -> str:
        return text_of(self.request.questions, *(one.text for one in self.answers))

    def answer(self, heading: str) -> Answer | None:
        return next((one for one in self.answers if one.heading == heading), None)

    def text(self, heading: str) -> str:
        found = self.answer(heading)
        return found.text if found else ""

    def number(self, observation: str) -> int | None:
        return next((row.number for row in self.rows if row.observation == observation), None)

    def answering(self, answer: Answer) -> Statusudtalelse:
        """With this heading answered so; the others stand as they were."""
        others = tuple(one for one in self.answers if one.heading != answer.heading)
        kept = (*others, answer) if answer.given else others
        return replace(self, answers=kept)

    def without(self, heading: str) -> Statusudtalelse:
        return replace(self, answers=tuple(one for one in self.answers if one.heading != heading))


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusFinished(Record):
    """The frozen copy: canonical JSON, the PDF's bytes as an attachment, and their SHA-256."""

    KIND: ClassVar[str] = "statusudtalelse_faerdig"

    status: str
    child: str
    day: date
    by: str
    content: str
    content_sha256: str
    pdf: str
    pdf_sha256: str
    number: int = 1
    replaces: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusStep(Record):
    """It was sent; or (a step back to `kladde`) a finished one was opened for a correction."""

    KIND: ClassVar[str] = "statusudtalelse_skridt"

    status: str
    child: str
    stage: StatusStage
    day: date
    at: time | None = None
    by: str = ""
    channel: str = ""
    receiver: str = ""
    note: str = ""
    journal: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day, self.at)

    def state(self) -> str:
        return self.stage.value

    def words(self) -> str:
        return self.note


def stage_of(finished: tuple[StatusFinished, ...], steps: tuple[StatusStep, ...]) -> StatusStage:
    """The state that the acts, in the order they were written, add up to."""
    if steps and steps[-1].stage is StatusStage.SENDT:
        return StatusStage.SENDT
    opened = sum(step.stage is StatusStage.KLADDE for step in steps)
    return StatusStage.FAERDIG if len(finished) > opened else StatusStage.KLADDE


def with_row(status: Statusudtalelse, row: Row) -> Statusudtalelse:
    """One more observation, numbered where its day belongs; citations follow their rows."""
    if status.number(row.observation) is not None:
        return status
    return _renumbered(status, (*status.rows, replace(row, number=0)))


def without_row(status: Statusudtalelse, observation: str) -> Statusudtalelse:
    """One observation less; the others close up, and citations of it leave the prose."""
    return _renumbered(status, tuple(row for row in status.rows if row.observation != observation))


def renewed_row(status: Statusudtalelse, row: Row) -> Statusudtalelse:
    """The newest version of an observation in the place of the one that was chosen."""
    rows = (
        replace(row, number=one.number) if one.observation == row.observation else one
        for one in status.rows
    )
    return _renumbered(status, tuple(rows))


def _renumbered(status: Statusudtalelse, rows: tuple[Row, ...]) -> Statusudtalelse:
    ordered, moves = in_order(rows)
    kept = {row.observation for row in ordered}
    moves |= {row.number: None for row in status.rows if row.observation not in kept}
    answers = tuple(replace(one, text=renumbered(one.text, moves)) for one in status.answers)
    return replace(status, rows=ordered, answers=answers)
