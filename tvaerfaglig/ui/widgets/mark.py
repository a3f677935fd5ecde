"""Shape, colour and word, always the three: how a child is doing, and when something is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtWidgets import QSizePolicy, QWidget

from tvaerfaglig.ui.widgets.glyph import glyph
from tvaerfaglig.ui.widgets.layout import boxed, row
from tvaerfaglig.ui.widgets.words import Tone, one

Due = Literal["over", "today", "later"]
SHAPES: dict[str, Due] = {"over": "over", "i dag": "today", "senere": "later"}
"""By `DueState`, whose words these are: the door shows marks, and waits for no calendar."""


@dataclass(frozen=True)
class Sign:
    """One shape of the set, its colour, its word."""

    icon: str
    colour: str
    word: str

    @property
    def tone(self) -> Tone:
        return self.colour if self.colour in ("ok", "watch", "act") else ""  # type: ignore[return-value]


SIGNS = {
    "trives": Sign("maerke-trives", "ok", "Trives"),
    "bekymring": Sign("maerke-bekymring", "watch", "Bekymring"),
    "staerk": Sign("maerke-staerk", "act", "Stærk bekymring"),
    "ressource": Sign("maerke-ressource", "ok", "Ressource"),
    "neutral": Sign("maerke-neutral", "muted", "Neutral"),
}
DUES: dict[Due, Sign] = {
    "over": Sign("maerke-staerk", "act", "over"),
    "today": Sign("maerke-bekymring", "watch", "i dag"),
    "later": Sign("maerke-neutral", "muted", "senere"),
}


def mark(sign: str, words: str = "") -> QWidget:
    """A position or a sign: its shape and its word (or `words` instead of it)."""
    return _beside(SIGNS[sign], words or SIGNS[sign].word)


def due_mark(due: Due, words: str) -> QWidget:
    """A date with the same shapes: ■ over, ▲ i dag, ○ senere."""
    return _beside(DUES[due], words)


def _beside(sign: Sign, words: str) -> QWidget:
    label = one(words, "plainsmall" if sign.tone else "small", sign.tone)
    made = boxed(row(glyph(sign.icon, sign.colour, 12), label, gap=5))
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
