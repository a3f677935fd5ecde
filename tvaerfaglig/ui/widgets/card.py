"""Grounds that things stand on: cards, wells, lines, the child's voice and our own thoughts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.glyph import glyph
from tvaerfaglig.ui.widgets.layout import Item, Margins, col, frame, row
from tvaerfaglig.ui.widgets.words import Reading, Role, Words, one, small, text


def card(
    heading: str, *items: Item, count: str = "", icon: str = "", action: QWidget | None = None
) -> QFrame:
    """White, hairline, round corners; a card is never pressed, what stands in it is."""
    made = frame(
        "card", col(_heading(heading, count, icon, action), *items, margins=(16, 12, 16, 14))
    )
    made.setAccessibleName(heading)
    return made


def well(*items: Item, margins: Margins = (12, 8, 12, 8)) -> QFrame:
    """A quiet ground for guidance and what stands a little apart."""
    return frame("well", col(*items, margins=margins))


def guidance(words: str, action: QWidget | None = None) -> QFrame:
    """What belongs here, said before one writes."""
    return frame(
        "well", row(glyph("info", size=18), (small(words), 1), action, margins=(12, 6, 8, 6))
    )


def hairline() -> QFrame:
    made = QFrame()
    made.setProperty("kind", "line")
    return made


def voice(words: str, said_to: str = "", *, role: Role = "prose") -> QFrame:
    """The child's own words in quotation marks; beneath, what the adult had asked."""
    spoken: Words | Reading = Reading(f"»{words}«") if role == "prose" else text(f"»{words}«", role)
    made = frame(
        "voice", col(spoken, small(said_to) if said_to else None, gap=2, margins=(12, 6, 12, 7))
    )
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return made


def thought(*items: Item) -> QFrame:
    """What we think: a dashed edge that nothing seen or heard ever wears."""
    return frame("thought", col(*items, gap="tight", margins=(12, 10, 12, 10)))


class Column(QFrame):
    """A column as many em wide as asked; it follows the text size. F6 goes from one to the next."""

    def __init__(self, kind: str, layout: QLayout, em: float) -> None:
        super().__init__()
        self._em = em
        self.setProperty("kind", kind)
        self.setProperty("stop", True)
        self.setLayout(layout)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(look().theme.em(self._em))


def column(*items: Item, em: float = 17.5, margins: Margins = (8, 14, 8, 8)) -> Column:
    """The list or outline at the left of a page."""
    return Column("column", col(*items, margins=margins), em)


def panel(*items: Item, em: float = 22, margins: Margins = 0) -> Column:
    """The panel at the right of a page."""
    return Column("panel", col(*items, margins=margins), em)


def _heading(heading: str, count: str, icon: str, action: QWidget | None) -> QLayout | None:
    if not heading:
        return None
    words = one(heading, "section")
    words.setWordWrap(True)
    words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return row(
        glyph(icon, "accent") if icon else None,
        (words, 1) if not count else words,
        (one(count, "muted"), 1) if count else None,
        action,
    )
