"""A list as it came out of a file: rows of cells, with what could not be read out of some of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tvaerfaglig.domain.lists.cells import Cell

MOST_BYTES = 20 << 20
MOST_ROWS = 20_000
MOST_COLUMNS = 400

Row = tuple[int, tuple[Cell, ...]]
Step = Callable[[int], None]
"""Called now and then with how many rows were read; raises to stop."""


@dataclass(frozen=True, slots=True)
class Listed:
    """`rows` are (number in the file, cells); empty ones are left out. `sheets` are those one may choose."""

    rows: tuple[Row, ...]
    asides: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    sheet: str = ""
    sheets: tuple[str, ...] = ()
