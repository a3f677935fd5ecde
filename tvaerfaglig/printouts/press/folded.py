"""A sheet that is folded once: outside the cover to the right and the back to the left, inside two pages.

The parts are read in the order of the little book, whichever side of the sheet they lie on.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Frame, FrameBreak, PageBreak, PageTemplate, Spacer

from tvaerfaglig.printouts import typeface as face
from tvaerfaglig.printouts.door import fit, safe
from tvaerfaglig.printouts.outline import Block, Items, Note, Outline, Part, Prose, Side
from tvaerfaglig.printouts.press.blocks import Piece, listed, prose, set_text, stacked
from tvaerfaglig.printouts.press.sheet import Sheet, provenance
from tvaerfaglig.printouts.press.tags import TaggedCanvas

_EDGE, _FOLD = 15 * mm, 12 * mm
_TOP, _BOTTOM, _COVER_TOP = 16 * mm, 20 * mm, 58 * mm
_RINGS = ((0, 0, 13), (17, 5, 9), (32, -2, 12), (47, 6, 7.5), (59, 0, 10))
"""Where the rings on the cover lie, and how large each is (mm): some small, some large, side by side."""


def _style(name: str, size: float, leading: float, font: str = face.REGULAR) -> ParagraphStyle:
    return ParagraphStyle(
        name, parent=face.VALUE, fontName=font, fontSize=size, leading=leading, spaceAfter=4
    )


_TITLE = ParagraphStyle("fold-title", parent=face.TITLE, fontSize=30, leading=34)
_PART = ParagraphStyle("fold-part", parent=face.ANNEX, spaceAfter=8)
_SIDE = ParagraphStyle(
    "fold-side", parent=face.SIDEHEAD, fontSize=11, leading=14, spaceBefore=10, spaceAfter=2
)
_LEAD = _style("fold-lead", 13, 19)
_BODY = _style("fold-body", 11.5, 16.5)


def pressed(outline: Outline) -> bytes:
    """The little book as the two sides of a sheet; what is too long goes on on a further one."""
    cover, *inside, back = [one for one in outline.sections if isinstance(one, Part)]
    sheet = _Folded(outline)
    front = stacked([_masthead(outline), _panel(cover)])
    if sheet.is_too_high(
        front, _COVER_TOP
    ):  # its words go inside, and the cover keeps to whom it is
        inside[0] = Part(inside[0].heading, (*cover.content, *inside[0].content))
        front = stacked([_masthead(outline), _panel(Part(cover.heading, ()))])
    pages, last = [_panel(one) for one in inside], _panel(back)
    for one in (front, *pages, last):
        sheet.root.kids += one.elements
    parting = () if any(sheet.is_too_high(one, _TOP) for one in pages) else (FrameBreak(),)
    return sheet.bind(
        [
            *front.flowables,
            FrameBreak(),
            *last.flowables,
            PageBreak(),
            *_parted((one.flowables for one in pages), parting),
        ]
    )


def _parted(
    panels: Iterable[tuple[Flowable, ...]], parting: tuple[Flowable, ...]
) -> list[Flowable]:
    """Each on a page of its own; where one is too long for its page they follow one another."""
    story: list[Flowable] = []
    for nr, flowables in enumerate(panels):
        story += [*(parting if nr else ()), *flowables]
    return story


def _masthead(outline: Outline) -> Piece:
    pieces = [
        set_text(safe(outline.imprint.house), face.CELL_BOLD),
        Piece((Spacer(1, 5 * mm),)),
        set_text(safe(outline.title), _TITLE, "H1"),
    ]
    if outline.subtitle:
        pieces.append(set_text(safe(outline.subtitle), face.SUBTITLE))
    return stacked([*pieces, Piece((Spacer(1, 9 * mm),))])


def _panel(part: Part) -> Piece:
    head = [set_text(safe(part.heading), _PART, "H2")] if part.heading else []
    return stacked([*head, *(_held(one) for one in part.content)])


def _held(one: Block | Side) -> Piece:
    match one:
        case Side(heading, blocks):
            head = set_text(safe(heading), _SIDE, "H3")
            return stacked([head, *map(_held, blocks)])
        case Prose(text, lead=lead, strong=strong):
            return prose(text, _LEAD if lead else _BODY, strong=strong)
        case Items(items):
            return listed(items, _BODY)
        case Note(text):
            return set_text(safe(text), face.NOTE)
    raise TypeError(type(one).__name__)


class _Folded(Sheet):
    """Two frames a page; the first page is the outside."""

    def templates(self) -> list[PageTemplate]:
        middle = self.size[0] / 2
        left, right = (_EDGE, middle - _FOLD), (middle + _FOLD, self.size[0] - _EDGE)
        outside = [self._frame("cover", *right, _COVER_TOP), self._frame("back", *left, _COVER_TOP)]
        inside = [self._frame("left", *left, _TOP), self._frame("right", *right, _TOP)]
        return [
            PageTemplate("first", outside, onPage=self._decorate),
            PageTemplate("later", inside),
        ]

    def is_too_high(self, piece: Piece, top: float) -> bool:
        """Whether it has no room on one page of the book."""
        wide, high = self.size[0] / 2 - _EDGE - _FOLD, self.size[1] - top - _BOTTOM
        taken = sum(
            one.wrap(wide, high)[1] + one.getSpaceBefore() + one.getSpaceAfter()
            for one in piece.flowables
        )
        return taken > high

    def _frame(self, name: str, start: float, end: float, top: float) -> Frame:
        bare: dict[str, Any] = dict.fromkeys(
            ("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0
        )
        high = self.size[1] - top - _BOTTOM
        return Frame(start, _BOTTOM, end - start, high, id=name, **bare)

    def _decorate(self, canvas: Any, _document: object) -> None:
        """Rings side by side over the title: some small, some large."""
        left, high = self.size[0] / 2 + _FOLD, self.size[1] - 32 * mm
        with canvas.artifact():
            canvas.saveState()
            canvas.setStrokeColor(face.ACCENT)
            canvas.setLineWidth(1.6)
            for x, y, radius in _RINGS:
                canvas.circle(left + (x + 13) * mm, high + y * mm, radius * mm, stroke=1, fill=0)
            canvas.restoreState()

    def draw_edges(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Where it is folded, and in small type at the foot which page, which house, and when it was made."""
        middle = self.size[0] / 2
        canvas.setStrokeColor(face.LINE)
        canvas.setLineWidth(face.HAIR)
        canvas.line(middle, self.size[1] - 6 * mm, middle, self.size[1] - 9 * mm)
        canvas.line(middle, 6 * mm, middle, 9 * mm)
        canvas.setFillColor(face.SOFT)
        room = middle - _EDGE - _FOLD
        first = f"Side {page} af {pages} · {self.outline.imprint.house}"
        for text, base in ((first, 12.4), (provenance(self.outline), 9)):
            canvas.setFont(face.REGULAR, 7.8)
            canvas.drawString(_EDGE, base * mm, fit(text, face.REGULAR, 7.8, room))

    def draw_marks(self, canvas: TaggedCanvas) -> None:
        """For everybody's eyes."""
