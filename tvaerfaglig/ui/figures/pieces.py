"""What stands under a question: its drawings, its tables, and what to know when reading them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.figures.definitions import Definitions
from tvaerfaglig.services.figures.showing.shown import Piece, Question, Variant
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.figures.number_table import number_table
from tvaerfaglig.ui.figures.picture import FigurePicture
from tvaerfaglig.ui.widgets import boxed, col, glyph, muted, row, small, strong


class View(StrEnum):
    """Drawings, tables, or both."""

    BEGGE = "begge"
    TEGNING = "tegning"
    TABEL = "tabel"

    @property
    def word(self) -> str:
        return {"begge": "Tegning og tabel", "tegning": "Kun tegning", "tabel": "Kun tabel"}[self]


def drawings(desk: Desk, question: Question, variant: Variant, view: View) -> list[QWidget]:
    """Each with its title where there are several."""
    if question.empty or view is View.TABEL:
        return []
    found = []
    for piece in variant.pieces:
        if piece.chart is not None:
            picture = FigurePicture(desk, piece.chart, piece.title or question.definition.name)
            title = strong(piece.title) if piece.title else None
            found.append(boxed(col(title, picture, ..., gap="tight")))
    return found


def abreast(drawn: list[QWidget], many: int) -> Iterator[QWidget]:
    """So many in a row; one alone has the whole width."""
    if len(drawn) == 1:
        many = 1
    for at in range(0, len(drawn), many):
        line = [(one, 1) for one in drawn[at : at + many]]
        missing = [(boxed(col()), 1) for _ in range(many - len(line))]
        yield boxed(row(*line, *missing, gap="away"))


def tables(question: Question, variant: Variant, view: View, room_em: float) -> Iterator[QWidget]:
    """Where there is nothing to draw the table stands, whatever was chosen; one of »skjult« alone is said in a line."""
    if question.empty:
        return
    for piece in variant.pieces:
        if piece.chart is not None and view is View.TEGNING:
            continue
        name = piece.title or question.definition.name
        if not piece.table.tells:
            yield muted(f"{name}: {_nothing(piece)}")
            continue
        if piece.title:
            yield strong(piece.title)
        yield number_table(piece.table, f"Tabel: {name}", room_em=room_em)
        if piece.note:
            yield small(piece.note)


def _nothing(piece: Piece) -> str:
    return "skjult, fordi der er for få." if piece.table.hides else "ingen endnu."


def notes(question: Question, variant: Variant, words: Definitions) -> Iterator[QWidget]:
    """Who still waits, what is hidden and why, and that groups side by side prove no cause."""
    said = (
        (question.definition.not_yet and f"Endnu ikke: {_lower(question.definition.not_yet)}"),
        words.hidden if variant.hides else "",
        words.no_cause if question.compares else "",
    )
    for line in filter(None, said):
        yield boxed(row(glyph("info", "muted", 16), (small(line), 1), gap="near"))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
