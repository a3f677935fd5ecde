"""What the municipality's own pack says of the time after: its deadlines from the day it was sent, its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.deadline import due
from tvaerfaglig.domain.packs.pack import Pack
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.ui.widgets import SHAPES, boxed, card, due_mark, small, spread, text


def pack_card(page: LetterPage) -> QWidget | None:
    """No card where the letter was begun without a pack, or with one that says nothing of this."""
    pack = page.pack
    if pack is None or not (pack.numbers or pack.deadlines):
        return None
    sent = next(
        (one.record.day for one in reversed(page.steps) if one.record.stage is Stage.AFSENDT), None
    )
    return card(pack.name, *_deadlines(pack, sent, page.today), *_numbers(pack))


def _deadlines(pack: Pack, sent: date | None, today: date) -> Iterator[QWidget]:
    for one in pack.deadlines:
        if sent is None:
            yield text(f"{one.name}: {one.days} {one.counting.value} efter, at den er sendt")
        else:
            when = due(one.on(sent), today)
            mark = due_mark(SHAPES[when.state], f"{when.words} (vejledende)")
            yield boxed(spread(text(one.name), mark))


def _numbers(pack: Pack) -> Iterator[QWidget]:
    for one in pack.numbers:
        when = f", {one.when}" if one.when else ""
        yield small(f"{one.name}{when}: {one.number}")
