"""Differences as lines: what it is, and how it is in the one and in the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.packs.comparing import Difference
from tvaerfaglig.ui.widgets import boxed, card, col, hairline, small, strong, text
from tvaerfaglig.ui.widgets.fields_row import FieldsRow

SAME = "De er ens. Intet i underretningen bliver anderledes."


def side_by_side(found: Iterable[Difference], first: str, second: str) -> QWidget:
    """One card; each line is read aloud as a sentence."""
    lines: list[QWidget] = []
    for one in found:
        lines += [_line(one, first, second), hairline()]
    return card("Det er forskelligt", *(lines[:-1] or [text(SAME)]))


def _line(one: Difference, first: str, second: str) -> QWidget:
    left = boxed(col(small(first), text(one.before), gap=1))
    right = boxed(col(small(second), text(one.after), gap=1))
    made = boxed(col(strong(one.what), FieldsRow(((left, 1), (right, 1)), em=30, gap=16), gap=2))
    made.setAccessibleName(f"{one.what}. {first}: {one.before}. {second}: {one.after}.")
    return made
