"""Find words that got less room than they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QScrollArea,
    QTabBar,
    QTableView,
    QWidget,
)

from tvaerfaglig.ui.theme import Look

Kind = TypeVar("Kind", bound=QWidget)
SLACK = 1
CELL_ASIDE = 11
SCALES = (1.0, 1.5, 2.0)


def clipped(window: QWidget) -> list[str]:
    """Labels, buttons, boxes and tabs whose words are cut, and pages wider than their place."""
    return [
        *(_label(one) for one in _shown(window, QLabel) if _label(one)),
        *(_button(one) for one in _shown(window, QAbstractButton) if _button(one)),
        *(_box(one) for one in _shown(window, QComboBox) if _box(one)),
        *(_area(one) for one in _shown(window, QScrollArea) if _area(one)),
        *(_tabs(one) for one in _shown(window, QTabBar) if _tabs(one)),
        *(words for one in _shown(window, QTableView) for words in _cells(one)),
    ]


def clipped_at_every_size(
    make: Callable[[], QWidget],
    look: Look,
    *,
    size: tuple[int, int] = (1280, 800),
    scales: Iterable[float] = SCALES,
) -> list[str]:
    """Make the window anew at each text size, show it, and list what is cut."""
    found = []
    for scale in scales:
        look.set_scale(scale)
        window = make()
        window.resize(*size)
        window.show()
        QApplication.processEvents()
        QApplication.processEvents()
        found += [f"{round(scale * 100)} %: {words}" for words in clipped(window)]
        window.close()
        window.deleteLater()
    look.set_scale(1.0)
    return found


def _shown(window: QWidget, kind: type[Kind]) -> list[Kind]:
    return [one for one in window.findChildren(kind) if one.isVisible()]


def _label(label: QLabel) -> str:
    words = label.text()
    if not words:
        return ""
    if label.wordWrap():
        high = label.heightForWidth(label.width())
        cut = (
            label.height() < high - SLACK or label.width() < label.minimumSizeHint().width() - SLACK
        )
    else:
        high = label.sizeHint().height()
        cut = label.height() < high - SLACK or label.width() < label.sizeHint().width() - SLACK
    if not cut and not _outside(label):
        return ""
    return f"label {words[:50]!r} {label.width()}×{label.height()}, needs {label.sizeHint().width()}×{high}"


def _button(button: QAbstractButton) -> str:
    hint = button.sizeHint()
    small = button.width() < hint.width() - SLACK or button.height() < hint.height() - SLACK
    if button.text() and (small or _outside(button)):
        return f"button {button.text()!r} {button.width()}×{button.height()}, needs {hint.width()}×{hint.height()}"
    return ""


def _box(box: QComboBox) -> str:
    need = box.fontMetrics().horizontalAdvance(box.currentText()) + 44
    return (
        f"box {box.currentText()!r} {box.width()}, needs {need}"
        if box.width() < need - SLACK
        else ""
    )


def _area(area: QScrollArea) -> str:
    inner = area.widget()
    off = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if inner and off and inner.width() > area.viewport().width() + SLACK:
        return f"page {inner.width()} wide in {area.viewport().width()}: {area.accessibleName() or inner.objectName()}"
    return ""


def _tabs(bar: QTabBar) -> str:
    cut = [
        bar.tabText(n)
        for n in range(bar.count())
        if bar.isTabVisible(n) and bar.tabRect(n).width() < bar.tabSizeHint(n).width() - SLACK
    ]
    return f"tabs {cut}" if cut else ""


def _cells(table: QTableView) -> list[str]:
    """Cells and headings whose words, wrapped in their column, are higher than their row."""
    model, metrics, found = table.model(), table.fontMetrics(), []
    for column in range(model.columnCount()):
        wide = table.columnWidth(column) - 2 * CELL_ASIDE
        head = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        lines = map(table.horizontalHeader().fontMetrics().horizontalAdvance, head.split("\n"))
        if max(lines) > wide + 2 * CELL_ASIDE:
            found.append(f"heading {head!r} in {wide}")
        for row in range(model.rowCount()):
            words = str(model.index(row, column).data() or "")
            need = metrics.boundingRect(
                QRect(0, 0, max(wide, 1), 0), int(Qt.TextFlag.TextWordWrap), words
            )
            if need.height() > table.rowHeight(row) or need.width() > wide + SLACK:
                found.append(
                    f"cell {words[:50]!r} {wide}×{table.rowHeight(row)}, needs {need.width()}×{need.height()}"
                )
    return found


def _outside(widget: QWidget) -> bool:
    """Does it stand out of what holds it? Where that scrolls, only sideways counts."""
    box = QRect(QPoint(0, 0), widget.size())
    at = widget
    while (parent := at.parentWidget()) is not None and not at.isWindow():
        box = QRect(at.mapTo(parent, box.topLeft()), box.size())
        rect = parent.rect()
        scrolls = isinstance(parent.parentWidget(), QScrollArea)
        wide = box.left() < rect.left() - SLACK or box.right() > rect.right() + SLACK
        high = box.top() < rect.top() - SLACK or box.bottom() > rect.bottom() + SLACK
        if wide or (high and not scrolls):
            return True
        if scrolls:
            return False
        at = parent
    return False
