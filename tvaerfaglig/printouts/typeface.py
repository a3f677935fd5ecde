"""Type, measure and colour of every print-out (A4, points).

Three static faces are embedded. Reportlab keeps fonts in tables of its own, so they are entered there
once, when the first text passes the door; nothing happens on import.
"""

from __future__ import annotations

import importlib.resources
from functools import cache
from typing import Any

from reportlab import rl_config
from reportlab.graphics.shapes import STATE_DEFAULTS
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

WIDTH, HEIGHT = A4
LEFT, RIGHT = 25 * mm, 20 * mm
TOP_FIRST, TOP_LATER, BOTTOM = 15 * mm, 23 * mm, 21 * mm
FULL = WIDTH - LEFT - RIGHT
SIDE, GAP = 38 * mm, 4 * mm
INDENT = SIDE + GAP
TEXT = FULL - INDENT
BANNER = 9 * mm

INK_HEX = "#1B1B1B"
INK: Color = HexColor(INK_HEX)
SOFT: Color = HexColor("#4A4A4A")
LINE: Color = HexColor("#B5B2AC")
TINT: Color = HexColor("#F1F0ED")
OUTLINE: Color = HexColor("#C9C6C0")
ACCENT_HEX = "#20516E"  # the screen's accent in light; a test holds the two together
ACCENT: Color = HexColor(ACCENT_HEX)
HAIR, RULE, BAR = 0.5, 0.9, 2.2

REGULAR, ITALIC, SEMI = "Text", "Text-Italic", "Text-Semi"
_FILES = {REGULAR: "Regular", ITALIC: "It", SEMI: "Semibold"}


@cache
def drawable() -> frozenset[int]:
    """Every code point that all three faces can draw; the first call makes them known."""
    files = importlib.resources.files("font_source_sans_pro") / "files"
    glyphs: list[set[int]] = []
    for name, face in _FILES.items():
        with importlib.resources.as_file(files / f"SourceSansPro-{face}.ttf") as path:
            font = TTFont(name, str(path))
        pdfmetrics.registerFont(font)
        glyphs.append(set(font.face.charToGlyph))
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=SEMI, italic=ITALIC, boldItalic=SEMI
    )
    STATE_DEFAULTS["fontName"] = REGULAR  # a drawing otherwise begins in a face nobody embeds
    rl_config.trustedSchemes = []  # no file, no address
    rl_config.toColorCanUse = ""  # nothing is evaluated
    return frozenset(set.intersection(*glyphs))


def width_of(text: str, font: str, size: float) -> float:
    """How wide a line is, in points."""
    drawable()
    return float(pdfmetrics.stringWidth(text, font, size))


def _style(size: float, leading: float, font: str = REGULAR, **more: Any) -> ParagraphStyle:
    plain: dict[str, Any] = {
        "textColor": INK,
        "splitLongWords": 1,
        "allowWidows": 0,
        "allowOrphans": 0,
    }
    name = f"{font}-{size}"
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, **(plain | more))


TITLE = _style(25, 28, SEMI, spaceAfter=5)
SUBJECT = _style(11.5, 15)
SUBTITLE = _style(11.5, 15, textColor=SOFT)
ANNEX = _style(18, 22, SEMI, spaceAfter=4)
PART = _style(13.5, 17, SEMI)
MARK = _style(9, 11, SEMI)
SIDEHEAD = _style(10, 12.5, SEMI)
LEAD = _style(11.5, 16.5, leftIndent=INDENT, spaceAfter=8)
BODY = _style(10.3, 14.5, leftIndent=INDENT, rightIndent=5 * mm, spaceAfter=5)
PANEL = _style(10.3, 14.5, rightIndent=3 * mm, spaceAfter=5)
QUOTE = _style(11.2, 15, ITALIC)
CELL = _style(9.3, 12.3)
CELL_BOLD = _style(9.3, 12.3, SEMI)
CELL_RIGHT = _style(9.3, 12.3, alignment=2)
CELL_SOFT = _style(9.3, 12.3, textColor=SOFT)
HEAD = _style(8.2, 10.5, SEMI, textColor=SOFT)
HEAD_RIGHT = _style(8.2, 10.5, SEMI, textColor=SOFT, alignment=2)
LABEL = _style(8.2, 10.5, textColor=SOFT)
VALUE = _style(9.8, 13)
VALUE_IN = _style(9.8, 13, leftIndent=INDENT, spaceAfter=2)
ANSWER = _style(13, 16, SEMI)
NOTE = _style(8.4, 11.2, textColor=SOFT)
NOTE_IN = _style(8.4, 11.2, textColor=SOFT, leftIndent=INDENT, spaceAfter=4)
DROP = VALUE.fontSize - LABEL.fontSize  # brings a label down to the baseline of its value
