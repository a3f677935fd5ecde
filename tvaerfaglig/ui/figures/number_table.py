"""The table beside a drawing: across where there is room, else each number on a line of its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from textwrap import wrap

from tvaerfaglig.services.figures.showing.shown import NumberTable
from tvaerfaglig.ui.widgets import Table, TableColumn, table

NAME_EM = 10.0
_LINE = 9
"""So many letters of a heading stand on one line, where its words allow it."""
_LETTER_EM, _HEAD_EM, _AROUND_EM = 0.57, 0.61, 1.9
_STEP = "\u2003"
"""How far what stands under a heading is moved in."""
Line = tuple[str, ...]


def needs_em(made: NumberTable) -> float:
    """How wide it must be to stand across."""
    return NAME_EM * made.named + sum(
        number_em(made, at) for at in range(made.named, len(made.heads))
    )


def number_em(made: NumberTable, at: int) -> float:
    """Room for its longest number and its longest line of heading."""
    cells = max((len(row[at]) for row in made.rows), default=0)
    return max(cells * _LETTER_EM, max(map(len, _lines(made.heads[at]))) * _HEAD_EM) + _AROUND_EM


def _lines(head: str) -> list[str]:
    return wrap(head, _LINE, break_long_words=False) or [""]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A table as it stands: `spoken` is, row for row, what its numbers are of."""

    table: NumberTable
    spoken: tuple[str, ...]


def number_table(made: NumberTable, name: str, *, room_em: float) -> Table[int]:
    """`room_em` is what the page has. Every cell says to a screen reader what it is the number of."""
    laid = _fitting(made, room_em)
    shown = laid.table
    columns: list[TableColumn[int]] = [
        TableColumn(
            "\n".join(_lines(head)) if at >= shown.named else head,
            partial(_cell, shown, at),
            em=number_em(shown, at) if at >= shown.named else 0,
            number=at >= shown.named,
            spoken=partial(_spoken, laid, at),
        )
        for at, head in enumerate(shown.heads)
    ]
    view = table(columns, name=name)
    view.set_rows(range(len(shown.rows)))
    return view


def _fitting(made: NumberTable, room_em: float) -> _Laid:
    """Across; else with the first of two names as a heading; else one number on each line."""
    if needs_em(made) <= room_em:
        return _Laid(made, tuple(_of(made, row) for row in made.rows))
    stepped = _stepped(made)
    return stepped if needs_em(stepped.table) <= room_em else _upright(made)


def _of(made: NumberTable, row: Line) -> str:
    return ", ".join(filter(None, row[: made.named]))


def _stepped(made: NumberTable) -> _Laid:
    if made.named == 1:
        return _Laid(made, tuple(_of(made, row) for row in made.rows))
    rows: list[Line] = []
    spoken = []
    heads = made.heads[1:]
    for nr, row in enumerate(made.rows):
        if not nr or made.rows[nr - 1][0] != row[0]:
            rows.append((row[0], *("" for _ in heads[1:])))
            spoken.append(row[0])
        rows.append((f"{_STEP}{row[1]}", *row[2:]))
        spoken.append(_of(made, row))
    return _Laid(NumberTable(("", *heads[1:]), tuple(rows)), tuple(spoken))


def _upright(made: NumberTable) -> _Laid:
    rows: list[Line] = []
    spoken = []
    for row in made.rows:
        said = " · ".join(filter(None, row[: made.named]))
        rows.append((said, ""))
        spoken.append(said)
        for head, cell in zip(made.heads[made.named :], row[made.named :], strict=True):
            rows.append((f"{_STEP}{head}", cell))
            spoken.append(f"{said}, {head}")
    return _Laid(NumberTable(("", ""), tuple(rows)), tuple(spoken))


def _cell(shown: NumberTable, at: int, nr: int) -> str:
    return shown.rows[nr][at]


def _spoken(laid: _Laid, at: int, nr: int) -> str:
    """»2025/26, Median, måneder: 33,4«; of the columns that name the line only themselves."""
    shown, words = laid.table, laid.table.rows[nr][at]
    if at < shown.named or not words:
        return words.strip()
    return ", ".join(filter(None, (laid.spoken[nr], shown.heads[at]))) + f": {words}"
