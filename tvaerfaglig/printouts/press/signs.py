"""A cell that opens with the shape of a position: round, three-cornered or square, as on the screen."""

from __future__ import annotations

from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.printouts.charts.ink import PAPER
from tvaerfaglig.printouts.door import Ink
from tvaerfaglig.printouts.press.blocks import Text

_WIDE, _BOX = 14.0, 12.0


class Signed(Text):
    """The word is read aloud; the shape only looks the same."""

    def __init__(
        self, ink: Ink | None, style: ParagraphStyle, tag: str, sign: Position, **more: Any
    ) -> None:
        beside = ParagraphStyle(f"{style.name}-sign", parent=style, leftIndent=_WIDE)
        super().__init__(ink, beside, tag, **more)
        self.sign = sign

    def split(self, _width: float, _height: float, /) -> list[Any]:
        """A word or two: it is never parted."""
        return []

    def draw(self) -> None:
        super().draw()
        with self.canv.artifact():
            shape = Drawing(_BOX, _BOX, *PAPER.sign(_BOX / 2, _BOX / 2, self.sign))
            middle = self.height - self.style.leading + (self.style.fontSize * 0.36)
            renderPDF.draw(shape, self.canv, 0, middle - _BOX / 2 + 2.4)
