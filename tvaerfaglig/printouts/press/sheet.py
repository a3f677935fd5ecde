"""The sheet round the text: margins, head, foot, watermark and banner; and the finished file.

What a reader must know first stands on every page and is told once: on page 1 it is content, after
that decoration. The file carries no name of any user but those that are printed on it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import white
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageTemplate

from tvaerfaglig.printouts import typeface as face
from tvaerfaglig.printouts.door import fit, plain
from tvaerfaglig.printouts.outline import Outline
from tvaerfaglig.printouts.press.tags import Element, TaggedCanvas, with_tree

_FOOT, _SMALL = 7.8, 9
_WATERMARK = "UDKAST"


class Sheet:
    """What stands round the text of one paper, and the tree that its text joins."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.first = Element("P")
        self.root = Element("Document", [self.first])
        self.banner_height = face.BANNER if outline.banner else 0.0
        self.size = landscape(A4) if outline.wide or outline.folded else A4
        self.full = self.size[0] - face.LEFT - face.RIGHT
        self.canvases: list[_Pages] = []

    def bind(self, story: Sequence[Flowable]) -> bytes:
        """The finished, tagged file."""
        out = io.BytesIO()
        document = BaseDocTemplate(
            out,
            pagesize=self.size,
            title=plain(self.outline.title),
            author=plain(self.outline.imprint.house),
            lang="da-DK",
            invariant=1,
            initialFontName=face.REGULAR,
        )
        document.addPageTemplates(self.templates())
        document.build([NextPageTemplate("later"), *story], canvasmaker=self._canvas)
        owners = self.canvases[-1].owners
        return with_tree(out.getvalue(), owners, self.root, plain(self.outline.title))

    def templates(self) -> list[PageTemplate]:
        """The first page and those after it, in this order."""
        return [self._page("first", face.TOP_FIRST), self._page("later", face.TOP_LATER)]

    def _canvas(self, *args: Any, **more: Any) -> _Pages:
        self.canvases.append(_Pages(*args, sheet=self, **more))
        return self.canvases[-1]

    def _page(self, name: str, top: float) -> PageTemplate:
        high = self.size[1] - top - self.banner_height - face.BOTTOM
        bare: dict[str, Any] = dict.fromkeys(
            ("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0
        )
        frame = Frame(face.LEFT, face.BOTTOM, self.full, high, **bare)
        return PageTemplate(name, [frame], onPage=self._watermark)

    def _watermark(self, canvas: Any, _document: object) -> None:
        """Under the text and in outline, so that nothing is made harder to read."""
        if not self.outline.imprint.draft:
            return
        with canvas.artifact():
            canvas.saveState()
            canvas.translate(self.size[0] / 2, self.size[1] / 2 - 10 * mm)
            canvas.rotate(35 if self.outline.wide else 55)
            text = canvas.beginText(-face.width_of(_WATERMARK, face.SEMI, 150) / 2, -50)
            text.setFont(face.SEMI, 150)
            text.setTextRenderMode(1)
            canvas.setStrokeColor(face.OUTLINE)
            canvas.setLineWidth(0.9)
            text.textOut(_WATERMARK)
            canvas.drawText(text)
            canvas.restoreState()

    @property
    def _head(self) -> float:
        return self.size[1] - self.banner_height - 13 * mm

    def draw_edges(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Head and foot of one page."""
        canvas.setStrokeColor(face.LINE)
        canvas.setLineWidth(face.HAIR)
        if page == 1:
            canvas.setFillColor(face.ACCENT)
            bar = self.size[1] - self.banner_height - 10.5 * mm
            canvas.rect(face.LEFT, bar, face.SIDE, 1.1 * mm, stroke=0, fill=1)
        else:
            self._draw_running_head(canvas)
        self._draw_foot(canvas, f"Side {page} af {pages}")

    def _draw_running_head(self, canvas: TaggedCanvas) -> None:
        title, subject = self.outline.title, self.outline.subject
        start = face.LEFT + face.width_of(title, face.SEMI, _SMALL) + 8
        room = self.size[0] - face.RIGHT - 36 * mm - start
        if self.outline.imprint.draft:
            room -= 44 * mm
        canvas.setFillColor(face.INK)
        canvas.setFont(face.SEMI, _SMALL)
        canvas.drawString(face.LEFT, self._head, title)
        canvas.setFillColor(face.SOFT)
        canvas.setFont(face.REGULAR, _SMALL)
        canvas.drawString(start, self._head, fit(subject, face.REGULAR, _SMALL, room))
        canvas.line(face.LEFT, self._head - 10, self.size[0] - face.RIGHT, self._head - 10)

    def _draw_foot(self, canvas: TaggedCanvas, numbered: str) -> None:
        imprint, right = self.outline.imprint, self.size[0] - face.RIGHT
        canvas.line(face.LEFT, 17 * mm, right, 17 * mm)
        whose = " · ".join(filter(None, (self.outline.subject, imprint.house)))
        room = self.full - (90 if self.outline.banner else 30) * mm
        canvas.setFillColor(face.SOFT)
        canvas.setFont(face.REGULAR, _FOOT)
        canvas.drawString(face.LEFT, 13 * mm, fit(whose, face.REGULAR, _FOOT, room))
        below = fit(provenance(self.outline), face.REGULAR, _FOOT, self.full)
        canvas.drawString(face.LEFT, 9.6 * mm, below)
        canvas.setFillColor(face.INK)
        canvas.setFont(face.SEMI, _SMALL)
        canvas.drawRightString(right, 13 * mm, numbered)
        if self.outline.banner:  # also at the foot, where a copier does not cut it off
            canvas.setFont(face.SEMI, _FOOT)
            canvas.drawRightString(right - 55, 13 * mm, self.outline.banner)

    def draw_marks(self, canvas: TaggedCanvas) -> None:
        """For whose eyes it is, and whether it is only a draft."""
        right = self.size[0] - face.RIGHT
        canvas.setFillColor(face.INK)
        if self.outline.banner:
            canvas.rect(face.LEFT, self.size[1] - 14 * mm, self.full, 8 * mm, stroke=0, fill=1)
            canvas.setFillColor(white)
            canvas.setFont(face.SEMI, 11)
            middle = face.LEFT + self.full / 2
            canvas.drawCentredString(middle, self.size[1] - 11.3 * mm, f"{self.outline.banner} ")
        canvas.setFillColor(face.INK)
        if self.outline.secrecy:
            wide = face.width_of(self.outline.secrecy, face.SEMI, _SMALL) + 16
            canvas.setStrokeColor(face.INK)
            canvas.setLineWidth(0.8)
            canvas.roundRect(right - wide, self._head - 4, wide, 14, 2, stroke=1, fill=0)
            canvas.setFont(face.SEMI, _SMALL)
            canvas.drawCentredString(right - wide / 2, self._head, self.outline.secrecy)
            right -= wide + 10
        if self.outline.imprint.draft:
            draft = fit(self.outline.imprint.draft, face.ITALIC, _SMALL, 60 * mm)
            canvas.setFont(face.ITALIC, _SMALL)
            canvas.drawRightString(right, self._head, draft)


def provenance(outline: Outline) -> str:
    """Who printed it when, or who finished the frozen copy; and the number to check it by."""
    imprint = outline.imprint
    made = imprint.printed and f"Udskrevet {imprint.printed}"
    if imprint.finished:
        made = f"Afsluttet {imprint.finished}"
    number = imprint.kontrolnr
    if re.fullmatch("[0-9a-fA-F]{12}", number):
        number = " ".join(number[at : at + 4] for at in (0, 4, 8)).upper()
    return " · ".join(filter(None, (made, number and f"Kontrolnr. {number}")))


class _Pages(TaggedCanvas):
    """Draws head and foot last, when the number of pages is known."""

    def __init__(self, *args: Any, sheet: Sheet, **more: Any) -> None:
        super().__init__(*args, **more)
        self.sheet = sheet
        self.waiting: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802
        self.waiting.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        for number, state in enumerate(self.waiting, 1):
            self.__dict__.update(state)
            with self.artifact():
                self.sheet.draw_edges(self, number, len(self.waiting))
            with self.tagged(self.sheet.first) if number == 1 else self.artifact():
                self.sheet.draw_marks(self)
            super().showPage()
        super().save()
