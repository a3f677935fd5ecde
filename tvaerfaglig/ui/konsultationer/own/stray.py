"""What stands in the note in parts that its form does not know: read as it was written, under its own heading."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.meetings.answers import Line, OwnAnswer
from tvaerfaglig.ui.konsultationer.part import Work
from tvaerfaglig.ui.widgets import boxed, card, col, prose, small

WHY = "Skrevet efter en mødeform, der ikke er her. Det står, som det blev skrevet, og kommer med på papir."


def strays(work: Work) -> QWidget | None:
    """None where there is nothing, or where it might tell the parents while the guard hides them."""
    known = {one.id for one in work.page.meeting.parts}
    found = [one for one in work.page.note.own if one.part not in known and not one.is_empty]
    if not found or work.page.hides_parents:
        return None
    return boxed(col(*(_stray(work, one) for one in found), gap=12))


def _stray(work: Work, answer: OwnAnswer) -> QWidget:
    lines = (_line(work, one) for one in answer.lines if not one.is_empty)
    words = "\n".join(filter(None, (answer.text, *lines)))
    return card(answer.heading or "Står også her", prose(work.page.names.said(words)), small(WHY))


def _line(work: Work, line: Line) -> str:
    names = work.page.names
    who = names.of_staff(line.who) if line.who in names.staff else line.who
    number = "" if line.number is None else str(line.number)
    return ": ".join(filter(None, (line.under, who, number, line.text)))
