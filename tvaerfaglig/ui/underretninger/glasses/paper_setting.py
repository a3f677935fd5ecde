"""How the paper's pieces are set in one text: headings, facts in two columns, quotations with the voice's ground."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import groupby

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTableFormat,
)

from tvaerfaglig.services.letters.glasses import Look, Piece
from tvaerfaglig.ui.theme import look

_TABLED = {Look.FACT, Look.ROW}
_LABEL_PERCENT = 27
_TABLE_AIR = 6


class Bar(IntEnum):
    """What stands at a block's left edge: nothing, the child's voice, or what is only thought."""

    NONE = -1
    VOICE = 1
    THOUGHT = 2


@dataclass(frozen=True)
class _Set:
    """How one kind of piece is set: its letters, air above and below, indent, and which heading it is."""

    font: str = "body"
    colour: str = "text"
    strong: bool = False
    top: int = 0
    bottom: int = 4
    left: float = 0
    ground: str = ""
    level: int = 0


_SETS = {
    Look.TITLE: _Set("title", level=1),
    Look.HEADING: _Set("section", top=24, level=2),
    Look.BELOW: _Set(strong=True, top=8, bottom=0),
    Look.BANNER: _Set(colour="act", strong=True, top=8, bottom=8),
    Look.PROSE: _Set("prose", bottom=7),
    Look.QUOTE: _Set("prose", top=4, left=1.2, ground="voice_soft"),
    Look.NOTE: _Set("small", "muted", bottom=2),
}
_JUDGED = _Set("prose", bottom=7, left=1.2)
_NUMBERED = _Set("small", "muted", top=8, bottom=2)


@dataclass
class Places:
    """Where each piece's own words begin, and each heading, as positions in the document."""

    pieces: dict[int, int] = field(default_factory=dict)
    headings: dict[str, int] = field(default_factory=dict)


def set_paper(document: QTextDocument, pieces: Sequence[Piece]) -> Places:
    """Put the whole paper in the document, in place of what stood there."""
    document.clear()
    places = Places()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for tabled, group in groupby(enumerate(pieces), key=lambda pair: pair[1].look in _TABLED):
        if tabled:
            _table(cursor, list(group), places)
        else:
            for nr, piece in group:
                _paragraph(cursor, nr, piece, places)
    cursor.endEditBlock()
    return places


def _table(cursor: QTextCursor, group: list[tuple[int, Piece]], places: Places) -> None:
    form = QTextTableFormat()
    form.setBorder(0)
    form.setCellSpacing(0)
    form.setCellPadding(2)
    form.setTopMargin(_TABLE_AIR)
    form.setBottomMargin(_TABLE_AIR)
    percent = QTextLength.Type.PercentageLength
    widths = (_LABEL_PERCENT, 100 - _LABEL_PERCENT)
    form.setColumnWidthConstraints([QTextLength(percent, one) for one in widths])
    table = cursor.insertTable(len(group), 2, form)
    for line, (nr, piece) in enumerate(group):
        said = table.cellAt(line, 0).firstCursorPosition()
        said.insertText(piece.label, _chars(_SETS[Look.NOTE]))
        told = table.cellAt(line, 1).firstCursorPosition()
        places.pieces[nr] = told.position()
        told.insertText(piece.text, _chars(_Set()))
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _paragraph(cursor: QTextCursor, nr: int, piece: Piece, places: Places) -> None:
    if not cursor.atStart() and not _is_after_table(cursor):
        cursor.insertBlock()
    made = _set_of(piece)
    cursor.setBlockFormat(_block(made))
    first = cursor.block()
    if piece.look is Look.HEADING:
        places.headings.setdefault(piece.heading, cursor.position())
    if piece.label:
        cursor.insertText(f"{piece.label} ", _chars(_Set(strong=True)))
    places.pieces[nr] = cursor.position()
    cursor.insertText(piece.text, _chars(made))
    _bar(first, cursor.block(), piece)


def _is_after_table(cursor: QTextCursor) -> bool:
    """Qt leaves an empty block there: what comes next is written in it."""
    before = cursor.block().previous()
    inside = QTextCursor(before).currentTable() if before.isValid() else None
    return inside is not None and not cursor.block().text()


def _set_of(piece: Piece) -> _Set:
    if piece.look is Look.PROSE and piece.judged:
        return _JUDGED
    return _NUMBERED if piece.look is Look.NOTE and piece.label else _SETS[piece.look]


def _bar(first: QTextBlock, last: QTextBlock, piece: Piece) -> None:
    bar = Bar.VOICE if piece.look is Look.QUOTE else Bar.NONE
    if piece.judged and piece.look is Look.PROSE:
        bar = Bar.THOUGHT
    block = first
    while block.isValid() and block.position() <= last.position():
        block.setUserState(bar)
        block = block.next()


def _block(made: _Set) -> QTextBlockFormat:
    theme = look().theme
    form = QTextBlockFormat()
    kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
    form.setLineHeight(theme.line_percent(), kind.value)
    form.setTopMargin(made.top)
    form.setBottomMargin(made.bottom)
    form.setLeftMargin(theme.em(made.left))
    form.setHeadingLevel(made.level)
    if made.ground:
        form.setBackground(theme.colour(made.ground))
    return form


def _chars(made: _Set) -> QTextCharFormat:
    theme = look().theme
    form = QTextCharFormat()
    strong = made.strong or bool(made.level)
    form.setFont(theme.font(made.font, strong=strong))
    form.setForeground(theme.colour(made.colour))
    return form
