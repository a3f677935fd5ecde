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
from tvaerfaglig.printouts.composing.commonplaces import quoted
from tvaerfaglig.printouts.door import named, run, safe, say
from tvaerfaglig.printouts.outline import Attendance, Outline, ScaleLines, SideBySide
from tvaerfaglig.printouts.papers.meetings import OwnColumn, SaidLine, ScaleRow
from tvaerfaglig.printouts.papers.parts import Fact
from tvaerfaglig.printouts.plain import scale_words
from tvaerfaglig.printouts.press.blocks import Figure, Piece, Text, set_text, stacked
from tvaerfaglig.printouts.press.tables import grid
from tvaerfaglig.printouts.press.tags import Element, TaggedCanvas

FULL = A4[1] - face.LEFT - face.RIGHT
_ROOF = 25 * mm
_APART = 9 * mm
_STEP, _ROW, _EDGE = 9.5 * mm, 5.5 * mm, 4 * mm
_NAMES, _TRACK = 52 * mm, 110 * mm


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
    ends = " · ".join(filter(None, (block.low, block.high)))
    note = [set_text(safe(ends), face.NOTE)] if ends else []
    steps = Figure(_steps(block.last), f"Trin 0 til {block.last}")
    heads = [Text(safe(word), face.HEAD, "TH") for word in ("Hvem", block.lift)]
    for head in heads:
        head.element.scope = "Column"
    body = [_on_scale(one, block.last) for one in block.rows]
    panel = grid(
        [[heads[0], steps, heads[1]], *([who, track, lift] for who, track, lift in body)],
        [_NAMES, _TRACK, FULL - _NAMES - _TRACK],
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LINEABOVE", (0, 0), (-1, 0), face.RULE, face.INK),
        ("LINEBELOW", (0, 0), (-1, -2), face.HAIR, face.LINE),
        ("LINEBELOW", (0, -1), (-1, -1), face.RULE, face.INK),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        spaceBefore=4,
        spaceAfter=5,
    )
    first = Element("TR", [heads[0].element, steps.element, heads[1].element])
    rows = [Element("TR", [who.element, track.element, lift.element]) for who, track, lift in body]
    return stacked([*note, Piece((panel,), (Element("Table", [first, *rows]),))])


def _on_scale(one: ScaleRow, last: int) -> tuple[Text, Figure, Text]:
    """Her name and when she was last asked, her line, and what would raise it."""
    before = f"sidst {one.before}" if one.before is not None else ""
    when = f" ({one.before_when})" if before and one.before_when else ""
    who = run(say("<b>{}</b>", one.who), say(" {}", f"{before}{when}"))
    name, lift = Text(who, face.CELL, "TH"), Text(safe(one.lift), face.CELL, "TD")
    name.element.scope = "Row"
    return name, Figure(_track(one, last), scale_words(one)), lift


def _steps(last: int) -> Drawing:
    sheet = Drawing(_TRACK, 10)
    for step in range(last + 1):
        sheet.add(_word(str(step), _EDGE + step * _STEP, 2, 8.2, middle=True))
    return sheet


def _track(one: ScaleRow, last: int) -> Drawing:
    sheet, y = Drawing(_TRACK, _ROW), _ROW / 2
    ends = _EDGE, _EDGE + last * _STEP
    sheet.add(Line(ends[0], y, ends[1], y, strokeColor=face.LINE, strokeWidth=face.HAIR))
    for step in range(last + 1):
        x = _EDGE + step * _STEP
        sheet.add(Line(x, y - 2, x, y + 2, strokeColor=face.LINE, strokeWidth=face.HAIR))
    if one.before is not None:
        x = _EDGE + one.before * _STEP
        sheet.add(Circle(x, y, 4.4, fillColor=white, strokeColor=face.INK, strokeWidth=1))
    if one.now is not None:
        x = _EDGE + one.now * _STEP
        sheet.add(Circle(x, y, 3.4, fillColor=face.INK, strokeColor=None))
    return sheet


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
