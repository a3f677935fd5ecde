"""What a sheet is built of: pieces that are drawn, each with the elements that a screen reader is told.

An element joins the tree when its piece is added, not when it is made: build lists outside-in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable, Paragraph, Spacer

from tvaerfaglig.printouts import typeface as face
from tvaerfaglig.printouts.door import Ink, cited, safe, say, shortened
from tvaerfaglig.printouts.outline import prose_lines
from tvaerfaglig.printouts.papers.parts import Fact, Signer
from tvaerfaglig.printouts.press.tags import Element, TaggedCanvas


@dataclass(frozen=True, slots=True)
class Piece:
    """Something to set. `baseline` is how far below its top its first line stands."""

    flowables: tuple[Flowable, ...]
    elements: tuple[Element, ...] = ()
    baseline: float = face.BODY.fontSize


def stacked(pieces: Iterable[Piece]) -> Piece:
    """Several pieces below one another."""
    each = list(pieces)
    return Piece(
        tuple(flowable for piece in each for flowable in piece.flowables),
        tuple(element for piece in each for element in piece.elements),
        each[0].baseline if each else face.BODY.fontSize,
    )


class _Line(PDFTextObject):
    """Ends every line in a space, so that words do not run together when read or copied."""

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802
        super()._textOut(f"{text} " if TStar else text, TStar)  # type: ignore[misc]


class Text(Paragraph):
    """A tagged paragraph of ink. A heading repeated on a later page is read once."""

    canv: TaggedCanvas

    def __init__(self, ink: Ink | None, style: ParagraphStyle, tag: str = "P", **more: Any) -> None:
        if not isinstance(ink, Ink) and not more.get("frags"):
            raise TypeError("text comes through the door")
        face.drawable()  # an empty paragraph needs its typeface too, and may be the first of all
        super().__init__(ink, style, **more)  # type: ignore[arg-type]
        self.element = Element(tag)

    def beginText(self, x: float, y: float) -> PDFTextObject:  # noqa: N802
        return _Line(self.canv, x, y)

    def split(self, width: float, height: float, /) -> list[Flowable]:
        parts = super().split(width, height)
        for part in parts:
            if isinstance(part, Text):
                part.element = self.element
        return parts

    def draw(self) -> None:
        repeated = self.element.scope == "Column" and self.element.pieces
        with self.canv.artifact() if repeated else self.canv.tagged(self.element):
            super().draw()


def set_text(ink: Ink, style: ParagraphStyle, tag: str = "P") -> Piece:
    """One paragraph."""
    text = Text(ink, style, tag)
    return Piece((text,), (text.element,), style.fontSize)


def prose(
    text: str, style: ParagraphStyle, known: frozenset[int] = frozenset(), strong: str = ""
) -> Piece:
    """What a person typed: a paragraph a line, lists where the lines say so, citations set as such."""
    pieces: list[Piece] = []
    items: list[Ink] = []
    lines = prose_lines(text)
    for at, (item, line) in enumerate(lines or [(False, "")]):
        ink = cited(line, known)
        if at == 0 and strong.strip():
            ink = say("<b>{}</b> {}", strong, ink)
        if item:
            items.append(ink)
            continue
        pieces += _list_of(items, style)
        items = []
        pieces.append(set_text(ink, style))
    return stacked([*pieces, *_list_of(items, style)])


def listed(facts: Sequence[Fact], style: ParagraphStyle) -> Piece:
    """A list whose items may open with bold words."""
    return stacked(
        _list_of(
            [
                say("<b>{}</b> {}", fact.strong, fact.value) if fact.strong else safe(fact.value)
                for fact in facts
            ],
            style,
        )
    )


def _list_of(items: Sequence[Ink], style: ParagraphStyle) -> list[Piece]:
    if not items:
        return []
    hanging = ParagraphStyle(
        f"{style.name}-list",
        parent=style,
        leftIndent=style.leftIndent + 11,
        bulletIndent=style.leftIndent,
        bulletFontName=face.REGULAR,
        bulletFontSize=style.fontSize,
        spaceAfter=2.5,
    )
    texts = tuple(Text(item, hanging, "LBody", bulletText="–") for item in items)
    whole = Element("L", [Element("LI", [text.element]) for text in texts])
    return [Piece((*texts, Spacer(1, 2.5)), (whole,), style.fontSize)]


class SideHead(Flowable):
    """A heading in the side column, on the first baseline of what follows; it takes no height."""

    def __init__(self, ink: Ink, baseline: float, before: float) -> None:
        super().__init__()
        self.text = Text(ink, face.SIDEHEAD, "H3")
        self.drop = baseline - face.SIDEHEAD.fontSize
        self.spaceBefore = before
        self.below = self.text.wrap(face.SIDE, face.HEIGHT)[1] + self.drop

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        return width, 0

    def draw(self) -> None:
        self.text.wrap(face.SIDE, face.HEIGHT)
        self.text.drawOn(self.canv, 0, -self.below)


class PartHead(Flowable):
    """A rule across the sheet, the heading, and what kind of text it is.

    Seen text carries an open ring, judged text a filled one: the pair survives any copier. At the top
    of a page the rule is left out, since the head of the page has one.
    """

    canv: TaggedCanvas

    def __init__(self, heading: Ink, mark: Ink | None, *, filled: bool) -> None:
        super().__init__()
        self.text = Text(heading, face.PART, "H2")
        self.mark = None if mark is None else Text(mark, face.MARK)
        self.mark_width = 0.0 if mark is None else face.width_of(mark, face.SEMI, 9)
        self.filled = filled
        self.elements = tuple(t.element for t in (self.text, self.mark) if t is not None)
        self.spaceBefore, self.spaceAfter = 13, 5

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, self.text.wrap(width - 40 * mm, height)[1] + 6
        return self.width, self.height

    def draw(self) -> None:
        if not self._at_page_top():
            with self.canv.artifact():
                self.canv.setStrokeColor(face.INK)
                self.canv.setLineWidth(face.RULE)
                self.canv.line(0, self.height, self.width, self.height)
        self.text.drawOn(self.canv, 0, 0)
        if self.mark is not None:
            self._draw_mark(self.mark)

    def _at_page_top(self) -> bool:
        top = self.canv.absolutePosition(0, self.height)[1]
        first = self.canv.page_height - face.TOP_LATER
        return any(abs(top - at) < 1 for at in (first, first - face.BANNER))

    def _draw_mark(self, mark: Text) -> None:
        with self.canv.artifact():
            self.canv.setFillColor(face.INK)
            self.canv.setStrokeColor(face.INK)
            self.canv.setLineWidth(1.2)
            centre = self.width - self.mark_width - 9, self.height - 15.2
            self.canv.circle(*centre, 3.4, stroke=1, fill=int(self.filled))
        mark.wrap(self.mark_width + 2, 20)
        mark.drawOn(self.canv, self.width - self.mark_width, self.height - 21)


class Signature(Flowable):
    """Room to sign: a line, under it who and in what role; a shorter one for date and place."""

    canv: TaggedCanvas

    def __init__(self, signer: Signer) -> None:
        super().__init__()
        self.name = Text(shortened(signer.name, 150), face.CELL_BOLD)
        self.role = Text(shortened(signer.role, 150), face.NOTE)
        self.where = Text(say("Dato og sted"), face.NOTE)
        self.elements = tuple(text.element for text in (self.name, self.role, self.where))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.parting = width * 0.64
        self.width = width
        self.role_height = self.role.wrap(self.parting - 4 * mm, height)[1]
        self.name_height = self.name.wrap(self.parting - 4 * mm, height)[1]
        self.where.wrap(width - self.parting, height)
        self.base = self.name_height + self.role_height + 4
        return width, self.base + 11 * mm

    def draw(self) -> None:
        with self.canv.artifact():
            self.canv.setStrokeColor(face.INK)
            self.canv.setLineWidth(face.HAIR + 0.1)
            self.canv.line(0, self.base, self.parting - 4 * mm, self.base)
            self.canv.line(self.parting, self.base, self.width, self.base)
        self.name.drawOn(self.canv, 0, self.role_height + 1)
        self.role.drawOn(self.canv, 0, 0)
        self.where.drawOn(self.canv, self.parting, self.base - 4 - face.NOTE.leading)


class WriteLines(Flowable):
    """Lines to write on by hand, in the text column: as many as the page has room for."""

    canv: TaggedCanvas
    APART, FEWEST = 8.5 * mm, 3

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = self.drawn = count

    @property
    def least(self) -> float:
        """What it must have of a page."""
        return self.APART * min(self.FEWEST, self.count)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.drawn = max(min(self.count, int(height / self.APART)), min(self.FEWEST, self.count))
        return width, self.APART * self.drawn

    def draw(self) -> None:
        with self.canv.artifact():
            self.canv.setStrokeColor(face.LINE)
            self.canv.setLineWidth(face.HAIR)
            for nr in range(self.drawn):
                self.canv.line(face.INDENT, 2 + self.APART * nr, face.FULL, 2 + self.APART * nr)


class Figure(Flowable):
    """A drawing, with the sentence that says the same to those who cannot see it."""

    canv: TaggedCanvas

    def __init__(self, drawing: Drawing, alt: str) -> None:
        super().__init__()
        self.drawing = drawing
        self.element = Element("Figure", alt=alt)
        self.spaceAfter = 6

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        return width, float(self.drawing.height)

    def draw(self) -> None:
        x, y = self.canv.absolutePosition(0, 0)
        self.element.box = (x, y, x + self.drawing.width, y + self.drawing.height)
        with self.canv.tagged(self.element):
            renderPDF.draw(self.drawing, self.canv, 0, 0)


class Code(Flowable):
    """Groups of characters, three in a row, each character in a cell of its own so that none is missed."""

    canv: TaggedCanvas
    PER_ROW, HIGH, CELL, SIZE = 3, 15 * mm, 8.1 * mm, 21

    def __init__(self, groups: Sequence[str]) -> None:
        super().__init__()
        self.groups = tuple(groups)
        self.elements = tuple(
            Element("P", alt=f"Felt {nr}: {' '.join(group)}")
            for nr, group in enumerate(self.groups, 1)
        )
        self.spaceAfter = 9

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        return width, self.HIGH * -(-len(self.groups) // self.PER_ROW)

    def draw(self) -> None:
        step = face.TEXT / self.PER_ROW
        rows = -(-len(self.groups) // self.PER_ROW)
        for at, group in enumerate(self.groups):
            left = face.INDENT + step * (at % self.PER_ROW)
            base = self.HIGH * (rows - 1 - at // self.PER_ROW) + 4.2 * mm
            with self.canv.artifact():
                self._draw_field(left, base, len(group), at + 1)
            with self.canv.tagged(self.elements[at]):
                self.canv.setFillColor(face.INK)
                self.canv.setFont(face.SEMI, self.SIZE)
                for nr, char in enumerate(group):
                    self.canv.drawCentredString(left + self.CELL * (nr + 0.5), base, char)

    def _draw_field(self, left: float, base: float, count: int, number: int) -> None:
        self.canv.setStrokeColor(face.SOFT)
        self.canv.setLineWidth(face.HAIR)
        for nr in range(count):
            start = left + self.CELL * nr + 0.9
            self.canv.line(start, base - 5, start + self.CELL - 1.8, base - 5)
        self.canv.setFillColor(face.SOFT)
        self.canv.setFont(face.REGULAR, 7.8)
        self.canv.drawString(left + 1, base - 14, str(number))
