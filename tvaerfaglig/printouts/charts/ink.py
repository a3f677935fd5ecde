"""What a chart is drawn with: the colours of the paper or of the screen, and the few strokes there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from reportlab.graphics.shapes import Circle, Line, Polygon, Rect, Shape, String
from reportlab.lib.colors import Color, HexColor, white

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.printouts import typeface as face
from tvaerfaglig.printouts.door import fit

Anchor = Literal["start", "middle", "end"]
SMALL = 8.2
_GREY: Color = HexColor("#8C8983")


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of one surface. On paper everything is ink; on screen it follows the theme.

    `stretch` is how much wider the same words run there than in the typeface of the paper.
    """

    ink: Color = face.INK
    words: Color = face.INK
    soft: Color = face.SOFT
    line: Color = face.LINE
    grey: Color = _GREY
    bar: Color = face.OUTLINE
    ground: Color = white
    stretch: float = 1

    def long(self, words: str, *, strong: bool = False) -> float:
        return face.width_of(words, _face(strong=strong), SMALL) * self.stretch

    def fit(self, words: str, width: float, *, strong: bool = False) -> str:
        return fit(words, _face(strong=strong), SMALL, width / self.stretch)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        soft: bool = False,
        strong: bool = False,
        anchor: Anchor = "start",
    ) -> String:
        return String(
            x,
            y,
            words,
            fontName=_face(strong=strong),
            fontSize=SMALL,
            textAnchor=anchor,
            fillColor=self.soft if soft else self.words,
        )

    def hair(self, x1: float, y1: float, x2: float, y2: float, *, dash: bool = False) -> Line:
        """A thin line: a rule when it is whole, a day when it is dashed."""
        dashed: dict[str, Any] = {"strokeDashArray": [1.5, 2]} if dash else {}
        colour = self.grey if dash else self.line
        return Line(x1, y1, x2, y2, strokeColor=colour, strokeWidth=face.HAIR, **dashed)

    def stroke(
        self, x1: float, y1: float, x2: float, y2: float, dash: tuple[float, ...] = ()
    ) -> Line:
        dashed: dict[str, Any] = {"strokeDashArray": list(dash)} if dash else {}
        return Line(x1, y1, x2, y2, strokeColor=self.ink, strokeWidth=1.5, **dashed)

    def blank(self, x: float, y: float, wide: float, high: float) -> Rect:
        """Ground beneath words, so that no line runs through them."""
        look: dict[str, Any] = {"fillColor": self.ground, "strokeColor": None}
        return Rect(x, y, wide, high, **look)

    def dot(self, x: float, y: float) -> Circle:
        return Circle(x, y, 3.4, fillColor=self.ink, strokeColor=self.ground, strokeWidth=1.2)

    def sign(self, x: float, y: float, position: Position) -> Iterator[Shape]:
        """Round, three-cornered or square: the same three marks as on the screen."""
        look: dict[str, Any] = {
            "fillColor": self.ink,
            "strokeColor": self.ground,
            "strokeWidth": 1.0,
        }
        if position is Position.TRIVES:
            yield Circle(x, y, 4.4, **look)
        elif position is Position.BEKYMRING:
            yield Polygon([x - 5.2, y - 4, x + 5.2, y - 4, x, y + 5.4], **look)
        else:
            yield Rect(x - 4.4, y - 4.4, 8.8, 8.8, **look)

    def beam(self, x1: float, x2: float, y: float, *, open_end: bool) -> Iterator[Shape]:
        """From its first day to its last: closed at both ends, or with an arrow where it goes on."""
        look: dict[str, Any] = {"fillColor": self.bar, "strokeColor": self.grey, "strokeWidth": 0.7}
        wide = max(x2 - x1, 4)
        if open_end:
            tip = max(wide - 5, 1)
            corners = [x1, y, x1 + tip, y, x1 + wide, y + 3, x1 + tip, y + 6, x1, y + 6]
            yield Polygon(corners, **look)
        else:
            yield Rect(x1, y, wide, 6, **look)


def _face(*, strong: bool) -> str:
    return face.SEMI if strong else face.REGULAR


PAPER = Ink()
