"""The same drawings as on paper, as SVG for a screen: its own colours, its own typeface, any width."""

from __future__ import annotations

import re

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor

from tvaerfaglig.printouts import typeface as face
from tvaerfaglig.printouts.charts import course as charts
from tvaerfaglig.printouts.charts.ink import Ink
from tvaerfaglig.printouts.charts.look import SAMPLE, Colours
from tvaerfaglig.printouts.papers.course import Course

_CLIPPED = re.compile(r'<clipPath.*?</clipPath>|style="clip-path:[^"]*"', re.DOTALL)
"""Nothing is drawn outside the sheet; Qt would paint the clip itself, in black."""
_STRONG = re.compile(rf"font-family:\s*'?{face.SEMI}'?")
_FAMILY = re.compile(rf"font-family:\s*'?{face.REGULAR}'?")


def svg(course: Course, width: float, colours: Colours) -> bytes:
    """The chart so many points wide. A screen measures its letters in pixels: one point is one here."""
    return as_svg(charts.drawing(course, width, screen_ink(colours)), colours)


def screen_ink(colours: Colours) -> Ink:
    """What a chart is drawn with on a screen of these colours."""
    face.drawable()
    return Ink(
        ink=HexColor(colours.ink),
        words=HexColor(colours.text),
        soft=HexColor(colours.soft),
        line=HexColor(colours.line),
        grey=HexColor(colours.grey),
        bar=HexColor(colours.bar),
        ground=HexColor(colours.ground),
        stretch=colours.sample / face.width_of(SAMPLE, face.REGULAR, 1),
    )


def as_svg(drawing: Drawing, colours: Colours) -> bytes:
    """Any drawing made with `screen_ink`, in the screen's own typeface."""
    made: str = renderSVG.drawToString(drawing)
    made = _CLIPPED.sub("", made)
    made = _STRONG.sub(f"font-family: '{colours.family}'; font-weight: 600", made)
    return _FAMILY.sub(f"font-family: '{colours.family}'", made).encode()
