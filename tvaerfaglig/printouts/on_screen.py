"""The same drawing as on paper, as SVG for a screen: its own colours, its own typeface, any width."""

from __future__ import annotations

import re

from reportlab.graphics import renderSVG
from reportlab.lib.colors import HexColor

from tvaerfaglig.printouts import charts
from tvaerfaglig.printouts import typeface as face
from tvaerfaglig.printouts.chart_ink import Ink
from tvaerfaglig.printouts.course_look import SAMPLE, Colours
from tvaerfaglig.printouts.course_paper import Course

_CLIPPED = re.compile(r'<clipPath.*?</clipPath>|style="clip-path:[^"]*"', re.DOTALL)
"""Nothing is drawn outside the sheet; Qt would paint the clip itself, in black."""
_FAMILY = re.compile(rf"font-family:\s*'?{face.REGULAR}'?")


def svg(course: Course, width: float, colours: Colours) -> bytes:
    """The chart so many points wide. A screen measures its letters in pixels: one point is one here."""
    face.drawable()
    ink = Ink(
        ink=HexColor(colours.ink),
        words=HexColor(colours.text),
        soft=HexColor(colours.soft),
        line=HexColor(colours.line),
        grey=HexColor(colours.grey),
        bar=HexColor(colours.bar),
        ground=HexColor(colours.ground),
        stretch=colours.sample / face.width_of(SAMPLE, face.REGULAR, 1),
    )
    made: str = renderSVG.drawToString(charts.drawing(course, width, ink))
    made = _CLIPPED.sub("", made)
    return _FAMILY.sub(f"font-family: '{colours.family}'", made).encode()
