"""The log of a letter: sent, called, answered, written again, journalised. The newest on top."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.follow_up import Contacted, Journalled, LookAgain, Reminder
from tvaerfaglig.domain.stored import Stored, Version
from tvaerfaglig.domain.underretning import Stage, Step
from tvaerfaglig.services.after_sending.course import After, promise_words
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.names import Names
from tvaerfaglig.ui.underretninger.after.call_form import when_words
from tvaerfaglig.ui.widgets import (
    boxed,
    button,
    card,
    col,
    hairline,
    one,
    row,
    small,
    spread,
    text,
)

STEPS = {
    Stage.KLADDE: "Taget op igen",
    Stage.AFSENDT: "Sendt",
    Stage.KVITTERET: "Kvitteret",
    Stage.ORIENTERET: "Orienteret",
    Stage.LUKKET: "Lukket",
    Stage.HENLAGT: "Lagt til side",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing in the log. `record` is a call or a step that may be put right from here."""

    day: date
    at: time | None
    title: str
    how: str
    words: str = ""
    record: str = ""


class CourseCard(QWidget):
    """`correct_asked` sends the id of a call or a step."""

    correct_asked = Signal(str)

    def __init__(self, page: LetterPage, after: After) -> None:
        super().__init__()
        self.lines = lines(page, after)
        parts: list[QWidget] = []
        for line in self.lines:
            parts += [self._line(line), hairline()]
        self.setLayout(col(card("Forløb", *parts[:-1]), gap=0))

    def _line(self, line: Line) -> QWidget:
        head = spread(
            text(line.title, "strong"), one(when_words(line.day, line.at), "small"), gap=6
        )
        how = small(danish.capital(line.how)) if line.how else None
        words = text(line.words) if line.words else None
        if not line.record:
            return boxed(col(head, how, words, gap=2))
        put_right = button(
            "Ret", "link", name=f"Ret: {line.title}, {danish.day_short(line.day)}", dense=True
        )
        put_right.clicked.connect(partial(self.correct_asked.emit, line.record))
        return boxed(col(head, row((how, 1) if how else ..., put_right), words, gap=2))


def lines(page: LetterPage, after: After) -> tuple[Line, ...]:
    """Everything that happened, the newest first."""
    found = [
        *(_step(stored, after) for stored in page.steps),
        *(_contact(stored, after) for stored in after.contacts),
        *(line for stored in after.reminders for line in _reminder(stored.record, after)),
        *(line for version in after.moves for line in _own_day(version, after.names)),
        *(line for mark in after.marks.values() for line in _journal(mark.record, after.names)),
    ]
    order = sorted(enumerate(found), key=lambda each: (each[1].day, each[1].at or time(0), each[0]))
    return tuple(line for _, line in reversed(order))


def _step(stored: Stored[Step], after: After) -> Line:
    made, names = stored.record, after.names
    how = (
        made.channel,
        made.receiver if made.stage is not Stage.HENLAGT else "",
        made.spoke_with and f"talte med {made.spoke_with}",
        made.number and f"tlf. {made.number}",
        made.journal and f"sagsnr. {made.journal}",
        made.seen_again_on and f"ses igen {danish.day_of_month(made.seen_again_on)}",
        made.by and f"noteret af {names.first(made.by)}",
        stored.changed and f"rettet af {names.first(stored.changed_by)}",
    )
    correction = made.note == "rettelse"
    title = "Rettelse begyndt" if correction else STEPS.get(made.stage, made.stage.word)
    words = "" if correction else made.note
    record = stored.id if stored.id in after.may_correct and not correction else ""
    return Line(made.day, made.at, title, _dotted(*how), words, record)


def _contact(stored: Stored[Contacted], after: After) -> Line:
    """A call; written down on another day, it says when."""
    made, names = stored.record, after.names
    written = stored.written_at.astimezone(DANISH).date()
    late = f" {danish.day_of_month(written)}" if written != made.day else ""
    how = (
        made.whom,
        f"tlf. {made.number}" if made.number else "",
        f"noteret{late} af {names.first(made.by)}",
        f"rettet af {names.first(stored.changed_by)}" if stored.changed else "",
    )
    words = " ".join(filter(None, (made.said, promise_words(made))))
    record = stored.id if stored.id in after.may_correct else ""
    return Line(made.day, made.at, made.how.word, _dotted(*how), words, record)


def _reminder(made: Reminder, after: After) -> Iterator[Line]:
    """Sent, or finished and still here."""
    name, written = after.name_of(made), f"skrevet af {after.names.first(made.by)}"
    if made.sent_on:
        how = _dotted(made.channel, made.receiver, written)
        yield Line(made.sent_on, made.sent_at, f"{name} sendt", how)
    else:
        yield Line(made.day, None, f"{name} afsluttet, ikke sendt", written)


def _own_day(version: Version[LookAgain], names: Names) -> Iterator[Line]:
    made = version.record
    if made is None:
        return
    by = f"af {names.first(version.by)}"
    if made.done_on:
        yield Line(made.done_on, None, "Set på igen", by, made.outcome)
    else:
        title = f"Jeres egen dag: {danish.day_short(made.on)}"
        yield Line(made.set_on, None, title, f"sat {by}", made.why)


def _journal(made: Journalled, names: Names) -> Iterator[Line]:
    number = f"sagsnr. {made.number}" if made.number else ""
    by = f"noteret af {names.first(made.by)}"
    yield Line(made.day, None, "Journaliseret", _dotted(number, by))
    if made.taken_back_on:
        yield Line(made.taken_back_on, None, "Mærket om journalisering er taget tilbage", by)


def _dotted(*parts: object) -> str:
    return " · ".join(str(part) for part in parts if part)
