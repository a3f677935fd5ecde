"""Each block of an outline in Word: paragraphs, lists and tables with a head that repeats."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Row

from tvaerfaglig.printouts.charts import course as charts
from tvaerfaglig.printouts.composing.commonplaces import quoted
from tvaerfaglig.printouts.figure_charts.telling import sentence
from tvaerfaglig.printouts.outline import (
    CourseChart,
    Facts,
    FigureChart,
    Items,
    Judged,
    Lines,
    Note,
    Observations,
    People,
    Prose,
    Quotes,
    Rows,
    ScaleLines,
    Signatures,
    Strip,
    Voices,
    prose_lines,
)
from tvaerfaglig.printouts.papers.parts import Fact, ObservationRow, StripFact
from tvaerfaglig.printouts.plain import scale_words
from tvaerfaglig.printouts.word.dress import (
    ANSWER,
    CELL,
    FACTS,
    HEAD,
    JUDGED,
    LEAD,
    MARK,
    QUOTE,
    SOURCE,
    rule,
)
from tvaerfaglig.printouts.word.letters import add, fill

_FULL = 165
_SEEN = ("Nr.", "Dag", "Sted", "Set eller hørt af", "Hvad skete der")
_SEEN_WIDTHS = (10, 30, 26, 29, 70)
Known = frozenset[int]


@singledispatch
def put_block(block: object, _document: Document, _known: Known) -> None:
    """Set one block. What can only be printed, such as a code, has no place in a Word file."""
    raise TypeError(type(block).__name__)


def put_strip(document: Document, facts: Sequence[StripFact]) -> None:
    """The few facts that stand first, side by side."""
    grid = _table(document, [_FULL / len(facts)] * len(facts), 1, [fact.label for fact in facts])
    for cell, fact in zip(grid.rows[1].cells, facts, strict=True):
        fill(cell, fact.answer, ANSWER)
        if fact.circumstance:
            add(cell, fact.circumstance, CELL)
    _after(document)


@put_block.register
def _(block: Strip, document: Document, _known: Known) -> None:
    put_strip(document, block.facts)


@put_block.register
def _(block: Prose, document: Document, known: Known) -> None:
    _prose(document, block.text, known, LEAD if block.lead else "Normal", block.strong)


def _prose(document: Document, text: str, known: Known, style: str, strong: str = "") -> None:
    lines = prose_lines(text) or [(False, "")]
    for at, (item, line) in enumerate(lines):
        paragraph = document.add_paragraph(style="List Bullet" if item else style)
        if strong and at == 0:
            add(paragraph, f"{strong} ", bold=True)
        add(paragraph, line, known=known)


@put_block.register
def _(block: Note, document: Document, _known: Known) -> None:
    add(document, block.text, MARK)


@put_block.register
def _(block: Facts, document: Document, _known: Known) -> None:
    _facts(document, block.facts)


@put_block.register
def _(block: People, document: Document, _known: Known) -> None:
    for person in block.persons:
        _facts(document, person)
        _after(document)


def _facts(document: Document, facts: Sequence[Fact]) -> None:
    for fact in facts:
        paragraph = document.add_paragraph(style=FACTS)
        if fact.label:
            add(paragraph, f"{fact.label}: ", bold=True)
        if fact.strong:
            add(paragraph, f"{fact.strong}{', ' if fact.value else ''}", bold=not fact.label)
        add(paragraph, ", ".join(fact.value.splitlines()))


@put_block.register
def _(block: Quotes, document: Document, known: Known) -> None:
    for quote in block.quotes:
        said = add(document, quoted(quote.words), QUOTE, known=known)
        if quote.source.strip():
            said.paragraph_format.keep_with_next = True
            add(document, quote.source.strip(), SOURCE, known=known)


@put_block.register
def _(block: Voices, document: Document, _known: Known) -> None:
    for voice in block.voices:
        paragraph = document.add_paragraph(style=LEAD if block.lead else "Normal")
        if voice.who.strip():
            add(paragraph, f"{voice.who}: ", bold=True)
        add(paragraph, quoted(voice.words))


@put_block.register
def _(block: ScaleLines, document: Document, _known: Known) -> None:
    for row in block.rows:
        add(document, f"{scale_words(row)}. {row.lift}" if row.lift else scale_words(row), "Normal")


@put_block.register
def _(block: Items, document: Document, _known: Known) -> None:
    for item in block.items:
        paragraph = document.add_paragraph(style="List Bullet")
        if item.strong:
            add(paragraph, f"{item.strong} ", bold=True)
        add(paragraph, item.value)


@put_block.register
def _(block: Rows, document: Document, _known: Known) -> None:
    scale = _FULL / sum(block.widths)
    grid = _table(document, [one * scale for one in block.widths], len(block.rows), block.head)
    for row, cells in zip(grid.rows[1:], block.rows, strict=True):
        for at, (cell, words) in enumerate(zip(row.cells, cells, strict=True)):
            fill(cell, words, CELL, bold=at == block.bold)
    _after(document)


@put_block.register
def _(block: Observations, document: Document, known: Known) -> None:
    grid = _table(document, _SEEN_WIDTHS, len(block.rows), _SEEN)
    for row, seen in zip(grid.rows[1:], block.rows, strict=True):
        _observation(row, seen, block.child, known)
    _after(document)


def _observation(row: _Row, seen: ObservationRow, child: str, known: Known) -> None:
    number, day, place, who, what = row.cells
    fill(number, str(seen.number), CELL, bold=True)
    fill(day, "\n".join(filter(None, (seen.date, seen.time))), CELL)
    fill(place, seen.place, CELL)
    fill(who, f"{seen.witness}{f' ({seen.how})' if seen.how else ''}", CELL)
    told = what.paragraphs[0]
    told.style = CELL
    if seen.resource:
        add(told, "Ressource. ", bold=True)
    add(told, seen.what.strip(), known=known)
    if seen.asked.strip():
        add(what, f"Den voksne spurgte: {quoted(seen.asked)}", CELL)
    if seen.words.strip():
        spoken = add(what, f"{child}: ", CELL)
        spoken.add_run("")
        add(spoken, quoted(seen.words))
        spoken.runs[-1].italic = True


@put_block.register
def _(block: Judged, document: Document, known: Known) -> None:
    for row in block.rows:
        heading = document.add_paragraph(style=JUDGED)
        add(heading, f"{row.heading}{f' ({row.by})' if row.by else ''}", bold=True)
        heading.paragraph_format.keep_with_next = True
        for _, line in prose_lines(row.text):
            add(document, line, JUDGED, known=known)
    _after(document)


@put_block.register
def _(block: Signatures, document: Document, _known: Known) -> None:
    grid = _table(document, (95, 70), len(block.signers), ("Underskrift", "Dato og sted"))
    for row, signer in zip(grid.rows[1:], block.signers, strict=True):
        row.height = Mm(16)
        fill(row.cells[0], ", ".join(filter(None, (signer.name, signer.role))), CELL)
    _after(document)


@put_block.register
def _(block: Lines, document: Document, _known: Known) -> None:
    grid = document.add_table(block.count, 1, "Table Grid")
    rule(grid)
    for row in grid.rows:
        row.height = Mm(9)
    _after(document)


@put_block.register
def _(block: CourseChart, document: Document, _known: Known) -> None:
    add(document, charts.sentence(block.course))


@put_block.register
def _(block: FigureChart, document: Document, _known: Known) -> None:
    add(document, sentence(block.chart))


def _table(document: Document, widths: Sequence[float], count: int, head: Sequence[str]) -> Table:
    """A table whose head repeats on each page, and whose rows stay whole."""
    grid: Table = document.add_table(count + 1, len(widths), "Table Grid")
    grid.autofit = False
    rule(grid)
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Mm(width)
    for row in grid.rows:
        _mark(row, "w:cantSplit")
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    _mark(grid.rows[0], "w:tblHeader")
    for cell, words in zip(grid.rows[0].cells, head, strict=True):
        fill(cell, words, HEAD)
    return grid


def _mark(row: _Row, what: str) -> None:
    mark = OxmlElement(what)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - python-docx has no name for it


def _after(document: Document) -> None:
    """Air beneath a table, which Word gives none."""
    document.add_paragraph(style=MARK).paragraph_format.space_after = Mm(1)
