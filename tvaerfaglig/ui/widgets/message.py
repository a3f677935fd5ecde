"""The message bar: stands in the page by what it is about; never floats, never blocks."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy

from tvaerfaglig.ui.widgets.announce import announce, in_sentences
from tvaerfaglig.ui.widgets.button import button
from tvaerfaglig.ui.widgets.dressing import mark_as
from tvaerfaglig.ui.widgets.glyph import glyph
from tvaerfaglig.ui.widgets.layout import boxed, row, spread
from tvaerfaglig.ui.widgets.words import text

BarTone = Literal["ok", "info", "watch", "act"]
ICONS: dict[BarTone, str] = {"ok": "flueben", "info": "info", "watch": "ur", "act": "bekymring"}


class MessageBar(QFrame):
    """Icon, sentence, one link, and ✕ where it may be laid away. `pressed` is the link."""

    pressed = Signal()
    closed = Signal()

    def __init__(
        self,
        words: str = "",
        tone: BarTone = "info",
        *,
        icon: str = "",
        link: str = "",
        closable: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._glyph = glyph("info", "accent")
        self._words = text("")
        self.link = button(link, "link")
        self.away = button("", "icon", "luk", name="Læg beskeden væk", dense=True)
        self.link.clicked.connect(self.pressed)
        self.away.clicked.connect(self._on_away_clicked)
        if not closable:
            self.away.hide()
        said = boxed(spread(self._words, self.link))
        pieces = row(self._glyph, (said, 1), self.away, gap=10, margins=(11, 5, 8, 5))
        self.setLayout(pieces)
        self._dress(words, tone, icon, link)

    def say(
        self,
        words: str,
        tone: BarTone = "info",
        *,
        icon: str = "",
        link: str = "",
        closable: bool = False,
    ) -> None:
        """Show a message and tell it politely to a screen reader."""
        self._dress(words, tone, icon, link)
        self.away.setVisible(closable)
        self.show()
        announce(self, in_sentences(words, f"Knap: {link}") if link else words)

    def follow(self, words: str) -> None:
        """How far it is by now: shown, and not said aloud each time."""
        self.setAccessibleName(words)
        self._words.say(words)

    def words(self) -> str:
        return self._words.text()

    def _dress(self, words: str, tone: BarTone, icon: str, link: str) -> None:
        mark_as(self, tone=tone)
        self.setAccessibleName(words or "Besked")
        self._glyph.show_icon(icon or ICONS[tone], "accent" if tone == "info" else tone)
        self._words.say(words)
        self.link.say(link)
        self.link.setVisible(bool(link))

    @Slot()
    def _on_away_clicked(self) -> None:
        self.hide()
        self.closed.emit()


def message(
    words: str, tone: BarTone = "info", *, icon: str = "", link: str = "", closable: bool = False
) -> MessageBar:
    return MessageBar(words, tone, icon=icon, link=link, closable=closable)
