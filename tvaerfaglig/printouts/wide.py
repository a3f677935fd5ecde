"""What a landscape sheet is made of: columns side by side, three drawn houses, and a scale.

The houses are drawn under the words as decoration; on a further page their walls go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Line, String
from reportlab.lib.colors import white
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from tvaerfaglig.printouts import typeface as face
from tvaerfaglig.printouts.blocks import Figure, Piece, set_text, stacked
from tvaerfaglig.printouts.commonplaces import quoted
from tvaerfaglig.printouts.door import fit, named, run, safe, say
from tvaerfaglig.printouts.meeting_papers import OwnColumn, SaidLine, ScaleRow
from tvaerfaglig.printouts.outline import Attendance, Outline, ScaleLines, SideBySide
from tvaerfaglig.printouts.papers import Fact
from tvaerfaglig.printouts.plain import scale_words
from tvaerfaglig.printouts.tables import grid
from tvaerfaglig.printouts.tags import Element, TaggedCanvas

FULL = A4[1] - face.LEFT - face.RIGHT
_ROOF = 25 * mm
_APART = 9 * mm
_STEP, _ROW = 11.5 * mm, 8.5 * mm
_NAMES = 58 * mm


def masthead(outline: Outline) -> Piece:
    """House and title on few lines: the height is needed below."""
    imprint = outline.imprint
    pieces = [
        set_text(
            run(say("<b>{}</b>", imprint.house), safe(imprint.address), between=" · "), face.NOTE
        ),
        Piece((Spacer(1, 2 * mm),)),
        set_text(safe(outline.title), face.ANNEX, "H1"),
    ]
    if outline.subject:
        pieces.append(set_text(say("om <b>{}</b>", outline.subject), face.SUBJECT))
    if outline.subtitle:
        pieces.append(set_text(safe(outline.subtitle), face.SUBTITLE))
    pieces += [set_text(_head(line), face.NOTE) for line in outline.head]
    return stacked([*pieces, Piece((Spacer(1, 2.5 * mm),))])


def _head(line: Fact | Attendance) -> Any:
    if isinstance(line, Fact):
        return say("{}: {}", line.label, line.value or line.strong)
    people = [
        run(
            named(one.name, face.SEMI, face.NOTE.fontSize, FULL / 2),
            say(", {}", one.role) if one.role else say(""),
        )
        for one in line.people
    ]
    return run(say("{}: ", line.label), run(*people, between=" · "))


def side_by_side(block: SideBySide) -> Piece:
    """The columns as a table of one row under its heads: read column by column."""
    columns = block.columns
    gap = _APART if block.houses else 0
    wide = (FULL - gap * (len(columns) - 1)) / len(columns)
    heads = [_column_head(one) for one in columns]
    bodies = [_column_body(one, voice=block.voice) for one in columns]
    widths = _between([wide] * len(columns), gap)
    cells = [
        _between([list(one.flowables) for one in heads], "" if gap else None),
        _between([list(one.flowables) for one in bodies], "" if gap else None),
    ]
    made = grid(
        cells,
        widths,
        *_dress(block, len(widths)),
        rowHeights=None,
        minRowHeights=[0, block.room * mm] if block.room else None,
        repeatRows=1,
        spaceAfter=6,
    )
    read = tuple(
        Element("Sect", [*head.elements, *body.elements])
        for head, body in zip(heads, bodies, strict=True)
    )
    if not block.houses:
        return Piece((made,), read)
    return Piece((Roofs(len(columns), wide), made), read)


def _between(cells: Sequence[Any], gap: Any) -> list[Any]:
    """The same with a gap between any two; without a gap as they are."""
    if gap is None or gap == 0:
        return list(cells)
    found = [cells[0]]
    for one in cells[1:]:
        found += [gap, one]
    return found


def _dress(block: SideBySide, many: int) -> list[tuple[Any, ...]]:
    padding = [
        ("LEFTPADDING", (0, 0), (-1, -1), 9 if block.houses else 7),
        ("RIGHTPADDING", (0, 0), (-1, -1), 9 if block.houses else 7),
        ("TOPPADDING", (0, 0), (-1, -1), 6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
    ]
    if not block.houses:
        return [
            *padding,
            ("LINEABOVE", (0, 0), (-1, 0), face.RULE, face.INK),
            ("LINEBELOW", (0, 0), (-1, 0), face.HAIR, face.LINE),
            ("LINEBELOW", (0, -1), (-1, -1), face.RULE, face.INK),
            ("LINEBEFORE", (1, 0), (-1, -1), face.HAIR, face.LINE),
        ]
    walls: list[tuple[Any, ...]] = []
    for at in range(0, many, 2):
        walls += [
            ("LINEBEFORE", (at, 0), (at, -1), face.RULE, face.INK),
            ("LINEAFTER", (at, 0), (at, -1), face.RULE, face.INK),
            ("LINEBELOW", (at, -1), (at, -1), face.RULE, face.INK),
        ]
    return [*padding, *walls]


def _column_head(column: OwnColumn) -> Piece:
    pieces = [set_text(safe(column.heading), face.PART, "H2")]
    if column.question:
        pieces.append(set_text(safe(column.question), face.NOTE))
    return stacked(pieces)


def _column_body(column: OwnColumn, *, voice: bool) -> Piece:
    return stacked([_line(one, voice=voice) for one in column.lines])


def _line(line: SaidLine, *, voice: bool) -> Piece:
    said = set_text(
        safe(quoted(line.text) if voice else line.text), face.QUOTE if voice else face.VALUE
    )
    source = set_text(safe(line.source), face.NOTE) if line.source else Piece(())
    return stacked([said, source, Piece((Spacer(1, 5),))])


class Roofs(Flowable):
    """The gables of the houses, each with a window and a chimney; the walls are the table's own lines."""

    canv: TaggedCanvas

    def __init__(self, many: int, wide: float) -> None:
        super().__init__()
        self.many, self.each = many, wide

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        return width, _ROOF

    def draw(self) -> None:
        with self.canv.artifact():
            self.canv.setStrokeColor(face.INK)
            self.canv.setFillColor(white)
            self.canv.setLineWidth(face.RULE)
            for at in range(self.many):
                self._draw_one(at * (self.each + _APART))

    def _draw_one(self, left: float) -> None:
        middle, eaves = left + self.each / 2, 2.5 * mm
        slope = (_ROOF - 1.5 * mm) / (self.each / 2 + eaves)
        side = left + self.each * 0.74
        foot = (left + self.each + eaves - side) * slope
        self.canv.rect(side, foot - 5 * mm, 5.5 * mm, 12 * mm, stroke=1, fill=0)
        roof = self.canv.beginPath()
        roof.moveTo(left - eaves, 0)
        roof.lineTo(middle, _ROOF - 1.5 * mm)
        roof.lineTo(left + self.each + eaves, 0)
        roof.close()
        self.canv.drawPath(roof, stroke=1, fill=1)
        self.canv.circle(middle, 8.5 * mm, 3.6 * mm, stroke=1, fill=0)
        self.canv.line(middle, 4.9 * mm, middle, 12.1 * mm)
        self.canv.line(middle - 3.6 * mm, 8.5 * mm, middle + 3.6 * mm, 8.5 * mm)


def scale(block: ScaleLines) -> Piece:
    """A line of steps for each: filled where she stands now, an open ring where she stood last time."""
    figure = Figure(_drawn(block), "; ".join(scale_words(one) for one in block.rows))
    ends = " · ".join(filter(None, (block.low, block.high)))
    note = [set_text(safe(ends), face.NOTE)] if ends else []
    return stacked([*note, Piece((Spacer(1, 3),)), Piece((figure,), (figure.element,))])


def _drawn(block: ScaleLines) -> Drawing:
    sheet = Drawing(FULL, _ROW * len(block.rows) + 14)
    for step in range(block.last + 1):
        sheet.add(_word(str(step), _NAMES + step * _STEP, 2, 8.2, middle=True))
    for at, one in enumerate(reversed(block.rows)):
        _draw_row(sheet, one, 14 + at * _ROW + _ROW / 2, block.last)
    return sheet


def _draw_row(sheet: Drawing, one: ScaleRow, y: float, last: int) -> None:
    end = _NAMES + last * _STEP
    sheet.add(Line(_NAMES, y, end, y, strokeColor=face.LINE, strokeWidth=face.HAIR))
    for step in range(last + 1):
        x = _NAMES + step * _STEP
        sheet.add(Line(x, y - 2, x, y + 2, strokeColor=face.LINE, strokeWidth=face.HAIR))
    if one.who:
        sheet.add(_word(fit(one.who, face.SEMI, 9.3, _NAMES - 8 * mm), 0, y - 3, 9.3, bold=True))
    else:
        sheet.add(
            Line(0, y - 3, _NAMES - 8 * mm, y - 3, strokeColor=face.LINE, strokeWidth=face.HAIR)
        )
    if one.before is not None:
        x = _NAMES + one.before * _STEP
        sheet.add(Circle(x, y, 4.4, fillColor=white, strokeColor=face.INK, strokeWidth=1))
    if one.now is not None:
        x = _NAMES + one.now * _STEP
        sheet.add(Circle(x, y, 3.4, fillColor=face.INK, strokeColor=None))


def _word(
    text: str, x: float, y: float, size: float, *, middle: bool = False, bold: bool = False
) -> String:
    return String(
        x,
        y,
        text,
        fontName=face.SEMI if bold else face.REGULAR,
        fontSize=size,
        fillColor=face.INK,
        textAnchor="middle" if middle else "start",
    )
