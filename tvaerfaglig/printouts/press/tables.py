"""Everything that stands in columns: facts, tables, observations, the judged panel, signatures.

No verticals, no stripes, no boxes. Rows stay whole, but one too tall for any page is split, since
printing never fails.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table
from reportlab.platypus.tables import TableRenderCB

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.printouts import typeface as face
from tvaerfaglig.printouts.composing.commonplaces import quoted
from tvaerfaglig.printouts.door import Ink, cited, named, run, safe, say
from tvaerfaglig.printouts.outline import Attendance, JudgedRow, Rows
from tvaerfaglig.printouts.papers.parts import Fact, ObservationRow, Quotation, Signer, StripFact
from tvaerfaglig.printouts.press.blocks import Piece, Signature, Text, prose, set_text
from tvaerfaglig.printouts.press.signs import Signed
from tvaerfaglig.printouts.press.tags import Element

TALL = 150 * mm
_PEN_ROOM = (("TOPPADDING", (0, 1), (-1, -1), 8), ("BOTTOMPADDING", (0, 1), (-1, -1), 8))
_WIDTHS = (8, 30, 25.5, 25.5, 76)
_BARE: tuple[Any, ...] = (
    ("FONT", (0, 0), (-1, -1), face.REGULAR, 9.3),  # empty cells else ask for a face not embedded
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
)


class _Decoration(TableRenderCB):
    """Rules and tints are artifacts; reportlab calls these round them."""

    def startTable(self, T: Any) -> None: ...  # noqa: N802
    def endTable(self, T: Any) -> None: ...  # noqa: N802
    def startRow(self, T: Any, rowNo: int) -> None: ...  # noqa: N802
    def endRow(self, T: Any) -> None: ...  # noqa: N802
    def startCell(self, T: Any, *_: Any) -> None: ...  # noqa: N802
    def endCell(self, T: Any) -> None: ...  # noqa: N802

    def startBG(self, T: Any) -> None:  # noqa: N802
        T.canv.addLiteral("/Artifact BMC")

    def endBG(self, T: Any) -> None:  # noqa: N802
        T.canv.addLiteral("EMC")

    startLines, endLines = startBG, endBG


class Grid(Table):
    """A table that splits a row only where the row fits no page, and keeps its space below."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **({"renderCB": _Decoration()} | more))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        size = super().wrap(width, height)
        self.splitInRow = int(max(self.row_heights) > TALL)
        return size

    def split(self, width: float, height: float, /) -> list[Flowable]:
        parts = super().split(width, height)
        if parts:
            parts[-1].spaceAfter = self.getSpaceAfter()
        return parts

    @property
    def row_heights(self) -> Sequence[float]:
        """Heights of the rows, known once the grid has been wrapped."""
        return self._rowHeights  # type: ignore[attr-defined, no-any-return]


def grid(cells: Sequence[Sequence[Any]], widths: Sequence[float], *style: Any, **more: Any) -> Grid:
    """Cells without a line or a space that was not asked for."""
    made = Grid([list(row) for row in cells], colWidths=list(widths), **more)
    made.setStyle([*_BARE, *style])
    return made


def strip(facts: Sequence[StripFact]) -> Piece:
    """The few facts that a reader needs before reading: label, answer, circumstance."""
    row: list[list[Text]] = []
    items: list[Element] = []
    for fact in facts:
        label = Text(safe(fact.label), face.LABEL, "Lbl")
        rest = [Text(safe(fact.answer), face.ANSWER), Text(safe(fact.circumstance), face.NOTE)]
        row.append([label, *rest])
        items.append(
            Element("LI", [label.element, Element("LBody", [text.element for text in rest])])
        )
    panel = grid(
        [row],
        [face.FULL / len(facts)] * len(facts),
        ("LINEBEFORE", (1, 0), (-1, 0), face.HAIR, face.LINE),
        ("LINEABOVE", (0, 0), (-1, 0), face.RULE, face.INK),
        ("LINEBELOW", (0, 0), (-1, 0), face.RULE, face.INK),
        ("LEFTPADDING", (1, 0), (-1, 0), 8),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
        spaceBefore=8,
        spaceAfter=10,
    )
    return Piece((panel,), (Element("L", items),))


def _said(fact: Fact) -> Ink:
    if not fact.strong.strip():
        return safe(fact.value)
    if not fact.value.strip():
        return say("<b>{}</b>", fact.strong)
    return say("<b>{}</b>, {}", fact.strong, fact.value)


def head_list(lines: Sequence[Fact | Attendance]) -> Piece:
    """Til, Dato, Formål: labels in the side column."""
    pairs = []
    for line in lines:
        if isinstance(line, Attendance):
            people = [
                run(
                    say(
                        "<b>{}</b>", named(one.name, face.SEMI, face.VALUE.fontSize, face.TEXT / 2)
                    ),
                    say(", {}", one.role) if one.role else Ink(),
                    say(" ({})", one.part) if one.part else Ink(),
                )
                for one in line.people
            ]
            value = run(*people, between=" · ")
        else:
            value = _said(line)
        pairs.append((Text(safe(line.label), face.LABEL, "Lbl"), Text(value, face.VALUE, "LBody")))
    panel = grid(
        pairs,
        [face.INDENT, face.TEXT],
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ("TOPPADDING", (0, 0), (0, -1), face.DROP),
    )
    items = [Element("LI", [label.element, value.element]) for label, value in pairs]
    return Piece((panel,), (Element("L", items),))


def facts(given: Sequence[Fact], columns: int, label: float) -> Piece:
    """Label and value on one line, read down one column and then the next."""
    tall = -(-len(given) // columns)
    return _columns([given[start : start + tall] for start in range(0, len(given), tall)], label)


def people(persons: Sequence[Sequence[Fact]]) -> Piece:
    """Two persons side by side; the third and fourth stand below them. One of whom nothing is known has no place."""
    known = [one for one in persons if one]
    pieces = [_columns(known[at : at + 2], 18 * mm) for at in range(0, len(known), 2)]
    return Piece(
        tuple(flowable for piece in pieces for flowable in piece.flowables),
        tuple(element for piece in pieces for element in piece.elements),
        face.VALUE.fontSize,
    )


def _columns(lists: Sequence[Sequence[Fact]], label: float) -> Piece:
    count = len(lists)
    texts = [
        [(Text(safe(f.label), face.LABEL, "Lbl"), Text(_said(f), face.VALUE, "LBody")) for f in one]
        for one in lists
    ]
    rows = [
        [cell for pair in row for cell in pair] for row in zip_longest(*texts, fillvalue=("", ""))
    ]
    panel = grid(
        rows,
        [label, face.TEXT / count - label] * count,
        ("RIGHTPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
        *(("TOPPADDING", (2 * at, 0), (2 * at, -1), face.DROP) for at in range(count)),
        hAlign="RIGHT",
        spaceAfter=3,
    )
    lists_of = tuple(
        Element("L", [Element("LI", [label.element, value.element]) for label, value in one])
        for one in texts
    )
    return Piece((panel,), lists_of, face.VALUE.fontSize)


def rows(table: Rows) -> Piece:
    """A table of plain cells."""
    body = [
        [
            _table_cell(table, at, cell, sign)
            for at, (cell, sign) in enumerate(_signed(table, row, nr))
        ]
        for nr, row in enumerate(table.rows)
    ]
    signs = dict(enumerate(table.head_signs))
    right = tuple(at for at in range(len(table.head)) if _to_the_right(table, at))
    return _ruled(
        table.head, body, table.widths, narrow=table.narrow, right=right, signs=signs, pen=table.pen
    )


def _to_the_right(table: Rows, at: int) -> bool:
    return at == table.right or (table.figures is not None and at >= table.figures)


def _signed(table: Rows, row: tuple[str, ...], nr: int) -> Iterator[tuple[str, Position | None]]:
    """Each cell of a row with the shape drawn before it."""
    return zip_longest(row, table.signs[nr] if table.signs else ())


def _table_cell(table: Rows, at: int, text: str, sign: Position | None) -> Text:
    if sign is not None:
        style = face.CELL_BOLD if at == table.bold else face.CELL
        cell = Signed(safe(text), style, "TH" if at == table.bold else "TD", sign)
        cell.element.scope = "Row" if at == table.bold else ""
        return cell
    ink = _names(text, table.widths[at]) if at == table.names else safe(text)
    return _cell(ink, bold=at == table.bold, right=_to_the_right(table, at))


def _names(text: str, width: float) -> Ink:
    return named(text, face.SEMI, face.CELL.fontSize, width * mm - 8)


def _cell(ink: Ink, *, bold: bool = False, right: bool = False) -> Text:
    style = face.CELL_BOLD if bold else face.CELL_RIGHT if right else face.CELL
    cell = Text(ink, style, "TH" if bold else "TD")
    cell.element.scope = "Row" if bold else ""
    return cell


def observations(seen: Sequence[ObservationRow], child: str, known: frozenset[int]) -> Piece:
    """The evidence: one event a row, oldest first, under the numbers that the text cites."""
    head = ("Nr.", "Dato, tid", "Sted", "Set/hørt af", "Hvad skete")
    body = [_observation(row, child, known) for row in seen]
    return _ruled(head, body, _WIDTHS)


def _observation(row: ObservationRow, child: str, known: frozenset[int]) -> list[Text | list[Text]]:
    told = []
    what = cited(row.what, known)
    if row.resource:
        what = say("<b>Ressource.</b> {}", what)
    if what:
        told.append(Text(what, face.CELL))
    if row.asked.strip():
        told.append(Text(say("Den voksne spurgte: {}", quoted(row.asked)), face.CELL))
    if row.words.strip():
        said = say('{}: <font name="Text-Italic">{}</font>', child, quoted(row.words))
        told.append(Text(said, face.CELL))
    how = say(" ({})", row.how) if row.how else Ink()
    when = [Text(safe(row.date), face.CELL), Text(safe(row.time), face.CELL_SOFT)]
    return [
        _cell(safe(str(row.number)), bold=True),
        when,
        _cell(safe(row.place)),
        _cell(run(_names(row.witness, _WIDTHS[3]), how)),
        told,
    ]


def _ruled(
    head: Sequence[str],
    body: Sequence[Sequence[Text | list[Text]]],
    widths: Sequence[float],
    *,
    narrow: bool = False,
    right: tuple[int, ...] = (),
    signs: Mapping[int, Position | None] = MappingProxyType({}),
    pen: bool = False,
) -> Piece:
    """Rule, heads, rule, rows parted by hairlines, rule. The heads stand again on each page."""
    heads = []
    for at, title in enumerate(head):
        sign, style = signs.get(at), face.HEAD_RIGHT if at in right else face.HEAD
        text = Signed(safe(title), style, "TH", sign) if sign else Text(safe(title), style, "TH")
        text.element.scope = "Column"
        heads.append(text)
    lines: list[Sequence[Text | list[Text]]] = [heads, *body]
    panel = grid(
        lines,
        [width * mm for width in widths],
        ("RIGHTPADDING", (0, 0), (-2, -1), 7),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5),
        *_PEN_ROOM * pen,
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LINEABOVE", (0, 0), (-1, 0), face.RULE, face.INK),
        ("LINEBELOW", (0, 0), (-1, 0), face.RULE, face.INK),
        ("LINEBELOW", (0, 1), (-1, -2), face.HAIR, face.LINE),
        ("LINEBELOW", (0, -1), (-1, -1), face.RULE, face.INK),
        repeatRows=1,
        hAlign="RIGHT" if narrow else "LEFT",
        spaceAfter=6,
    )
    table = Element("Table", [Element("TR", list(map(_told, line))) for line in lines])
    return Piece((panel,), (table,), 4 + face.HEAD.fontSize)


def _told(cell: Text | list[Text]) -> Element:
    if isinstance(cell, Text):
        return cell.element
    return Element("TD", [text.element for text in cell])


def quotation(quote: Quotation, known: frozenset[int]) -> Piece:
    """Somebody's words, large and in italics beside a bar, with who heard them below."""
    texts = [Text(safe(quoted(quote.words)), face.QUOTE)]
    if quote.source.strip():
        texts.append(Text(cited(quote.source, known), face.NOTE))
    panel = grid(
        [[texts]],
        [face.TEXT],
        ("LINEBEFORE", (0, 0), (0, -1), 1.4, face.INK, "butt"),
        ("LEFTPADDING", (0, 0), (0, -1), 10),
        ("RIGHTPADDING", (0, 0), (0, -1), 5 * mm),
        ("BOTTOMPADDING", (0, 0), (0, -1), 2),
        hAlign="RIGHT",
        spaceAfter=7,
    )
    whole = Element("BlockQuote", [text.element for text in texts])
    return Piece((panel,), (whole,), face.QUOTE.fontSize)


def judged(made: Sequence[JudgedRow], known: frozenset[int]) -> Piece:
    """Assessment: tinted, with a bar, so that no one takes it for something seen."""
    cells = []
    elements: list[Element] = []
    for row in made:
        head = [set_text(safe(row.heading), face.SIDEHEAD, "H3")]
        if row.by.strip():
            head.append(set_text(safe(row.by), face.NOTE))
        content = prose(row.text, face.PANEL, known)
        cells.append([[f for piece in head for f in piece.flowables], list(content.flowables)])
        elements += [element for piece in (*head, content) for element in piece.elements]
    panel = grid(
        cells,
        [face.INDENT, face.TEXT],
        ("BACKGROUND", (0, 0), (-1, -1), face.TINT),
        ("LINEBEFORE", (0, 0), (0, -1), face.BAR, face.INK, "butt"),
        ("LEFTPADDING", (0, 0), (0, -1), 9),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 6),
        ("TOPPADDING", (0, 0), (-1, 0), 9),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 6),
        spaceAfter=8,
    )
    return Piece((panel,), tuple(elements))


def signatures(signers: Sequence[Signer], across: int = 2) -> Piece:
    """Lines to sign, side by side. None is a condition for the other."""
    apart = 9 * mm
    wide = (face.FULL - apart * (across - 1)) / across
    lines = [Signature(signer) for signer in signers]
    rows = [lines[at : at + across] for at in range(0, len(lines), across)]
    cells = [_parted([*row, *[""] * (across - len(row))], "") for row in rows]
    panel = grid(cells, _parted([wide] * across, apart), spaceBefore=6, spaceAfter=4)
    return Piece((panel,), tuple(element for line in lines for element in line.elements))


def _parted(row: Sequence[Any], gap: Any) -> list[Any]:
    """With a gap between each two."""
    return [one for each in row for one in (each, gap)][:-1]
