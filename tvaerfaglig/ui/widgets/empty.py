"""An empty page says what belongs there and offers the first step; it never apologises."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.widgets.button import Button
from tvaerfaglig.ui.widgets.glyph import glyph
from tvaerfaglig.ui.widgets.layout import boxed, col, row
from tvaerfaglig.ui.widgets.words import muted, section


def empty(icon: str, heading: str, courage: str, first: Button | None = None) -> QWidget:
    """Icon, one line what belongs here, one line of courage, the first step."""
    said, headline = muted(courage), section(heading)
    for label in (said, headline):
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    step = row(..., first, ...) if first else None
    return boxed(
        col(
            ...,
            row(..., glyph(icon, "accent", 36), ...),
            headline,
            said,
            step,
            ...,
            margins=(24, 16, 24, 16),
        )
    )
