"""One mode at one text size: what a colour, a length or a font is right now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetrics

from tvaerfaglig.ui.theme.tokens import Tokens

STANDARD_DPI = 96


@dataclass(frozen=True)
class Theme:
    """Colours and sizes in force; made anew at every switch, so nothing in it ever changes.

    A screen that counts 72 points to the inch (macOS) would show our point sizes a quarter too
    small, one that counts 120 shows text larger than the lengths beside it: both are evened out.
    """

    tokens: Tokens
    mode: str
    scale: float
    family: str
    dpi: float = STANDARD_DPI

    def name(self, token: str) -> str:
        """A colour as the sheet writes it."""
        return self.tokens.colours[self.mode][token]

    def colour(self, token: str) -> QColor:
        return QColor(self.name(token))

    def pt(self, kind: str) -> float:
        """Size of a kind of text, in points."""
        return round(self.tokens.points[kind] * self.scale * max(1.0, STANDARD_DPI / self.dpi), 2)

    def px(self, length: float) -> int:
        """A length that follows the text: icons, rows, columns."""
        return round(length * self.scale * max(1.0, self.dpi / STANDARD_DPI))

    def em(self, count: float = 1) -> int:
        """So many times the height of body text: how columns and folding are measured."""
        return round(count * self.tokens.points["body"] * self.px(1000) / 1000 * STANDARD_DPI / 72)

    def gap(self, name: str) -> int:
        """One of the four distances; they stay, whatever the text does."""
        return self.tokens.spacing[name]

    def font(self, kind: str = "body", *, strong: bool = False) -> QFont:
        font = QFont(self.family)
        font.setPointSizeF(self.pt(kind))
        weight = self.tokens.weights["strong"] if strong else self.tokens.weights[kind]
        font.setWeight(QFont.Weight(weight))
        return font

    def metrics(self, kind: str = "body", *, strong: bool = False) -> QFontMetrics:
        return QFontMetrics(self.font(kind, strong=strong))

    def line_percent(self) -> float:
        """Qt multiplies the font's own line spacing; this much of it is the height we ask for."""
        metrics = self.metrics("prose")
        pixels = self.pt("prose") * self.dpi / 72
        return 100 * self.tokens.line_height * pixels / metrics.lineSpacing()

    @property
    def is_dark(self) -> bool:
        return self.mode != "light"
