"""An outline becomes a PDF: each block set in its style, kept with its heading, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from tvaerfaglig.printouts import typeface as face
from tvaerfaglig.printouts.charts import course as charts
from tvaerfaglig.printouts.composing.commonplaces import quoted
from tvaerfaglig.printouts.door import redacted, safe, say, shortened
from tvaerfaglig.printouts.figure_charts.drawing import drawing
from tvaerfaglig.printouts.figure_charts.telling import sentence
from tvaerfaglig.printouts.outline import (
    Annex,
    Block,
    CodeGrid,
    CourseChart,
    Facts,
    FigureChart,
    Items,
    Judged,
    Kind,
    Lines,
    Note,
    Observations,
    Outline,
    Part,
    People,
    Picture,
    Prose,
    Quotes,
    Redacted,
    Rows,
    ScaleLines,
    Side,
    SideBySide,
    Signatures,
    Strip,
    Voices,
)
from tvaerfaglig.printouts.press import folded, tables, wide
from tvaerfaglig.printouts.press.blocks import (
    Code,
    Figure,
    PartHead,
    Piece,
    SideHead,
    Text,
    WriteLines,
    listed,
    prose,
    set_text,
    stacked,
)
from tvaerfaglig.printouts.press.photo import Photo
from tvaerfaglig.printouts.press.sheet import Sheet

KEPT = 40 * mm  # what is lower than this stays on one page with its heading
LEAST = 20 * mm  # what follows a heading before a page may end


def pressed(outline: Outline) -> bytes:
    """The PDF; the same outline always gives the same bytes."""
    face.drawable()
    return folded.pressed(outline) if outline.folded else _Setting(outline).pdf()


class _Setting:
    """Sets one outline, piece after piece."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.sheet = Sheet(outline)
        self.story: list[Flowable] = []

    def pdf(self) -> bytes:
        self._masthead()
        for section in self.outline.sections:
            match section:
                case Strip():
                    self._add(tables.strip(section.facts))
                case Side():
                    self._add(self._side(section))
                case Part():
                    self._part(section)
                case Annex():
                    self._annex(section)
                case SideBySide():
                    self._add(wide.side_by_side(section))
        return self.sheet.bind(self.story)

    def _add(self, piece: Piece) -> None:
        self.story += piece.flowables
        self.sheet.root.kids += piece.elements

    def _masthead(self) -> None:
        if self.outline.wide:
            self._add(wide.masthead(self.outline))
            return
        imprint = self.outline.imprint
        self._add(set_text(say("<b>{}</b>", imprint.house), face.VALUE))
        self._add(set_text(safe(imprint.address), face.NOTE))
        self.story.append(Spacer(1, 8 * mm))
        self._add(set_text(safe(self.outline.title), face.TITLE, "H1"))
        if self.outline.subject:
            self._add(set_text(say("om <b>{}</b>", self.outline.subject), face.SUBJECT))
        if self.outline.subtitle:
            self._add(set_text(safe(self.outline.subtitle), face.SUBTITLE))
        if self.outline.head:
            self.story.append(Spacer(1, 7))
            self._add(tables.head_list(self.outline.head))

    def _side(self, section: Side) -> Piece:
        content = stacked(map(self._block, section.blocks))
        before = 4 if section.close else 7
        head = SideHead(shortened(section.heading, 90), content.baseline, before)
        high = _height(content.flowables)
        need = high if high < KEPT else max(LEAST, _opening(content.flowables))
        filled = (Spacer(1, head.below - high),) if high < head.below else ()
        return Piece(
            (CondPageBreak(max(need, head.below) + before), head, *content.flowables, *filled),
            (head.text.element, *content.elements),
            content.baseline,
        )

    def _part(self, part: Part) -> None:
        mark = safe(part.kind.value) if part.kind is not Kind.PLAIN else None
        head = PartHead(safe(part.heading), mark, filled=part.kind is Kind.JUDGED)
        content = self._contents(part.content)
        whole = Piece((head, *content.flowables), (*head.elements, *content.elements))
        high = _height(whole.flowables)
        if part.together or part.kind is Kind.JUDGED:
            loose = tuple(f for f in whole.flowables if not isinstance(f, CondPageBreak))
            if high < face.HEIGHT / 2:
                self._add(Piece((KeepTogether(list(loose)),), whole.elements))
                return
        need = min(high, max(_opening(whole.flowables), part.room * mm, KEPT))
        self._add(Piece((CondPageBreak(need), *whole.flowables), whole.elements))

    def _annex(self, annex: Annex) -> None:
        self.story.append(PageBreak())
        self._add(set_text(safe(annex.heading), face.ANNEX, "H2"))
        self._add(self._contents(annex.content))

    def _contents(self, content: Sequence[Block | Side]) -> Piece:
        """Blocks and side sections in turn, with air where a table meets prose."""
        pieces: list[Piece] = []
        for before, one in zip((None, *content), content, strict=False):
            if isinstance(one, Rows | Prose) and isinstance(before, Rows | Observations | Side):
                pieces.append(Piece((Spacer(1, 5),)))
            pieces.append(self._side(one) if isinstance(one, Side) else self._block(one))
        return stacked(pieces)

    def _block(self, block: Block) -> Piece:
        return _set(block, self.outline.cited)


@singledispatch
def _set(block: object, _known: frozenset[int]) -> Piece:
    """A block as a piece; `known` are the numbers that may be cited in it."""
    raise TypeError(type(block).__name__)


@_set.register
def _(block: Prose, known: frozenset[int]) -> Piece:
    return prose(block.text, face.LEAD if block.lead else face.BODY, known, block.strong)


@_set.register
def _(block: Note, _known: frozenset[int]) -> Piece:
    piece = set_text(safe(block.text), face.NOTE if block.wide else face.NOTE_IN)
    return stacked((piece, Piece((Spacer(1, 6),)))) if block.wide else piece


@_set.register
def _(block: Facts, _known: frozenset[int]) -> Piece:
    return tables.facts(block.facts, block.columns, block.label * mm)


@_set.register
def _(block: People, _known: frozenset[int]) -> Piece:
    return tables.people(block.persons)


@_set.register
def _(block: Quotes, known: frozenset[int]) -> Piece:
    return stacked(tables.quotation(quote, known) for quote in block.quotes)


@_set.register
def _(block: Voices, _known: frozenset[int]) -> Piece:
    style = face.LEAD if block.lead else face.BODY
    return stacked(
        set_text(
            say("<b>{}:</b> {}", voice.who, quoted(voice.words))
            if voice.who.strip()
            else safe(quoted(voice.words)),
            style,
        )
        for voice in block.voices
    )


@_set.register
def _(block: Items, _known: frozenset[int]) -> Piece:
    return listed(block.items, face.VALUE_IN)


@_set.register
def _(block: Rows, _known: frozenset[int]) -> Piece:
    return tables.rows(block)


@_set.register
def _(block: Observations, known: frozenset[int]) -> Piece:
    return tables.observations(block.rows, block.child, known)


@_set.register
def _(block: Judged, known: frozenset[int]) -> Piece:
    return tables.judged(block.rows, known)


@_set.register
def _(block: Signatures, _known: frozenset[int]) -> Piece:
    return tables.signatures(block.signers, block.across)


@_set.register
def _(block: Lines, _known: frozenset[int]) -> Piece:
    return Piece((Spacer(1, 1), WriteLines(block.count)))


@_set.register
def _(block: CourseChart, _known: frozenset[int]) -> Piece:
    figure = Figure(charts.drawing(block.course), charts.sentence(block.course))
    return Piece((figure,), (figure.element,))


@_set.register
def _(block: FigureChart, _known: frozenset[int]) -> Piece:
    figure = Figure(drawing(block.chart), sentence(block.chart))
    return Piece((figure,), (figure.element,))


@_set.register
def _(block: ScaleLines, _known: frozenset[int]) -> Piece:
    return wide.scale(block)


@_set.register
def _(block: Redacted, _known: frozenset[int]) -> Piece:
    lines = [line.strip() for line in block.text.splitlines() if line.strip()]
    return stacked(set_text(redacted(line), face.BODY) for line in lines or [""])


@_set.register
def _(block: Picture, _known: frozenset[int]) -> Piece:
    photo = Photo(block)
    return Piece((photo,), (photo.element,))


@_set.register
def _(block: CodeGrid, _known: frozenset[int]) -> Piece:
    code = Code(block.groups)
    return Piece((code,), code.elements, 10.8 * mm)


def _height(flowables: Sequence[Flowable]) -> float:
    """What these take together."""
    return sum(
        flowable.wrap(face.FULL, face.HEIGHT)[1] + flowable.getSpaceAfter()
        for flowable in flowables
        if not isinstance(flowable, CondPageBreak)
    )


def _opening(flowables: Sequence[Flowable]) -> float:
    """What must not be parted from the heading above: notes, then the first that can be read."""
    needed = 0.0
    for flowable in flowables:
        if isinstance(flowable, CondPageBreak):
            continue
        high = flowable.wrap(face.FULL, face.HEIGHT)[1] + flowable.getSpaceAfter()
        if isinstance(flowable, tables.Grid):
            return needed + min(sum(flowable.row_heights[:2]), tables.TALL)
        if isinstance(flowable, Text) and flowable.style not in {face.NOTE, face.NOTE_IN}:
            return needed + min(high, 2 * flowable.style.leading)
        if isinstance(flowable, WriteLines):
            return needed + flowable.least
        needed += high
    return needed
