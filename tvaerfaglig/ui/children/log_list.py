"""The lines of a child's log under the days they were written: drawn, so that ten thousand cost no more than ten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from tvaerfaglig.domain import danish
from tvaerfaglig.services.access_log import Access
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.names import Names
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.drawn import DrawnList, HeadedRows, Index, draw_ground, draw_words

_ONE_LINE, _AROUND = 36, 12


@dataclass(frozen=True, slots=True)
class LogRow:
    """One line: the minute, who and what, and beneath it what for. The same in one minute is one line."""

    clock: str
    who: str
    did: str
    why: str

    def title(self) -> str:
        return f"{self.who} {self.did}"

    def sentence(self) -> str:
        return ", ".join(filter(None, (f"kl. {self.clock}", self.title(), self.why)))


class LogList(DrawnList):
    """`show_lines` takes the log as it is, the newest first."""

    def __init__(self) -> None:
        super().__init__("Hvem har set")
        self._model = HeadedRows[LogRow](self)
        self.setModel(self._model)
        self.setItemDelegate(_Lines(self))

    def show_lines(self, lines: Iterable[Access], names: Names, today: date) -> None:
        shown: list[LogRow | str] = []
        for day, of_day in groupby(lines, lambda line: line.day):
            shown.append(_heading(day, today))
            shown += [_row(list(same), names) for _, same in groupby(of_day, _same)]
        self._model.set_lines(shown)

    def rows(self) -> tuple[LogRow, ...]:
        return tuple(one for one in self._model.lines if isinstance(one, LogRow))

    def days(self) -> tuple[str, ...]:
        return tuple(one for one in self._model.lines if isinstance(one, str))


class _Lines(QStyledItemDelegate):
    """A heading or a row on one line; on two, where it is known what for."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        theme = look().theme
        line = index.data(Qt.ItemDataRole.UserRole)
        one_line = isinstance(line, str) or not line.why
        high = _ONE_LINE if one_line else look().tokens.sizes["row"]
        return QSize(theme.em(8), theme.px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        box = option.rect.adjusted(3, 1, -3, -1)
        painter.save()
        if isinstance(line, str):
            beneath = box.adjusted(_AROUND - 3, look().theme.px(8), -_AROUND, 0)
            draw_words(painter, line, beneath, "muted", "small", bold=True)
        else:
            draw_ground(painter, option, box)
            self._draw_row(painter, line, box.adjusted(_AROUND, 5, -_AROUND, -5))
        painter.restore()

    def _draw_row(self, painter: QPainter, line: LogRow, box: QRect) -> None:
        time_wide = look().theme.em(3.2)
        words = box.adjusted(time_wide, 0, 0, 0)
        half = box.height() // 2 if line.why else box.height()
        above = QRect(words.topLeft(), QSize(words.width(), half))
        draw_words(
            painter, line.clock, QRect(box.topLeft(), QSize(time_wide, half)), "muted", "small"
        )
        used = draw_words(painter, line.who, above, "text", "body", bold=True)
        draw_words(painter, line.did, above.adjusted(used - 3, 0, 0, 0), "text", "body")
        if line.why:
            beneath = QRect(words.x(), words.y() + half, words.width(), half)
            draw_words(painter, line.why, beneath, "muted", "small")


def _heading(day: date, today: date) -> str:
    """I dag, tir 10. nov., and with its year where that is another than the one we are in."""
    return danish.day_near(day, today) if day.year == today.year else danish.day_table(day)


def _same(line: Access) -> tuple[object, ...]:
    here = line.at.astimezone(DANISH)
    minute = (here.hour, here.minute)
    return (*minute, line.who, line.did, line.what, line.purpose, line.receiver)


def _row(same: list[Access], names: Names) -> LogRow:
    first = same[0]
    did = f"{first.did} {first.what}"
    if len(same) > 1:
        did = f"{did}, {len(same)} gange"
    whom = names.of_staff(first.receiver)
    why = " · ".join(filter(None, (names.said(first.purpose), f"til {whom}" if whom else "")))
    return LogRow(
        danish.clock(first.at.astimezone(DANISH).time()),
        names.of_staff(first.who),
        did,
        danish.capital(why),
    )
