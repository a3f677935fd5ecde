"""XLSX in, read-only: what the cells show. Nothing in the file is run, fetched or followed."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from tvaerfaglig.domain.lists.cells import Cell, clean
from tvaerfaglig.exchange.errors import CannotRead
from tvaerfaglig.exchange.listed import MOST_COLUMNS, MOST_ROWS, Listed, Row, Step

if TYPE_CHECKING:
    from openpyxl import Workbook

_MOST_UNPACKED = 80 << 20
_MOST_PARTS = 2_000
_FURTHEST = 200_000  # rows from the top; beyond that a sheet is not read
_EVERY = 200
_DAMAGED = "Regnearket er beskadiget. Åbn det i Excel, og gem det igen."
_TOO_MUCH = "Regnearket fylder for meget, når det pakkes ud. Gem kun det ark, der har listen."


def read(content: bytes, *, sheet: str = "", step: Step = lambda _: None) -> Listed:
    """The chosen sheet, or the first that holds something. Raises CannotRead in words."""
    has_formulas = _look_inside(content)
    try:
        book = _opened(content)
        seen = tuple(one.title for one in book.worksheets if one.sheet_state == "visible")
        chosen = [sheet] if sheet in seen else list(seen)
        for name in chosen:
            rows = tuple(_rows(book, name, step))
            if rows:
                asides = _unanswered(content, name, rows) if has_formulas else {}
                return Listed(rows, asides, name, seen)
    except (CannotRead, MemoryError):
        raise
    except _FROM_OPENPYXL as error:
        raise CannotRead(_DAMAGED) from error
    raise CannotRead("Der står ikke noget i regnearket.")


_FROM_OPENPYXL = (
    KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError,
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OverflowError,
)  # fmt: skip
"""What openpyxl lets through of a damaged file. What `step` raises to stop is for people, and none of them."""


def _look_inside(content: bytes) -> bool:
    """Refuse what unpacks to more than there is room for; the answer is whether there are formulas."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > _MOST_UNPACKED:
                raise CannotRead(_TOO_MUCH)
            if "xl/workbook.xml" not in packed.namelist():
                raise CannotRead("Filen er ikke et regneark. Bed om listen som .xlsx eller CSV.")
            formulas = [_has_formulas(packed, part) for part in parts]  # each part is looked at
            return any(formulas)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise CannotRead(_DAMAGED) from error


def _has_formulas(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Read through once: a part may be larger than it says, and may define words that grow."""
    if not part.filename.endswith((".xml", ".rels")):
        return False
    unpacked, found, edge = 0, False, b""
    with packed.open(part) as stream:
        while chunk := stream.read(1 << 16):
            unpacked += len(chunk)
            if unpacked > _MOST_UNPACKED:
                raise CannotRead(_TOO_MUCH)
            here = edge + chunk
            if b"<!DOCTYPE" in here or b"<!ENTITY" in here:
                raise CannotRead(_DAMAGED)
            found = found or b"<f>" in here or b"<f " in here
            edge = chunk[-10:]
    return found and part.filename.startswith("xl/worksheets/")


def _opened(content: bytes, *, values: bool = True) -> Workbook:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl leaves out: pictures, rules, styles
        return load_workbook(
            io.BytesIO(content), read_only=True, data_only=values, keep_links=False
        )


def _rows(book: Workbook, name: str, step: Step) -> Iterator[Row]:
    for count, (number, cells) in enumerate(_raw_rows(book, name)):
        if count % _EVERY == 0:
            step(count)
        if count >= MOST_ROWS:
            raise CannotRead(f"Listen har flere end {MOST_ROWS:,} rækker.".replace(",", "."))
        made = [_cell(value) for value in cells]
        while made and made[-1] is None:
            made.pop()
        if len(made) > MOST_COLUMNS:
            raise CannotRead(f"Listen har flere end {MOST_COLUMNS} kolonner.")
        if made:
            yield number, tuple(made)


def _raw_rows(book: Workbook, name: str) -> Iterator[tuple[int, tuple[Any, ...]]]:
    sheet = book[name]
    if not hasattr(sheet, "reset_dimensions"):
        return  # a sheet that is only a chart
    sheet.reset_dimensions()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rows = sheet.iter_rows(max_col=MOST_COLUMNS + 1, max_row=_FURTHEST, values_only=True)
        for number, cells in enumerate(rows, 1):
            if any(value is not None for value in cells):
                yield number, cells


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, bool):
        return None if value is None else ("ja" if value else "nej")
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date | int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, time | timedelta):
        return str(value)
    return clean(re.sub(r"_x([0-9A-Fa-f]{4})_", _sign, str(value))) or None


def _sign(escaped: re.Match[str]) -> str:
    """Spreadsheets write signs that XML cannot hold as _x000D_."""
    return chr(int(escaped[1], 16)) if not 0xD800 <= int(escaped[1], 16) <= 0xDFFF else ""


def _unanswered(content: bytes, name: str, rows: tuple[Row, ...]) -> dict[int, tuple[str, ...]]:
    """Formulas without an answer in the file: saved by a program that had not worked them out."""
    answered = dict(rows)
    found: dict[int, tuple[str, ...]] = {}
    for number, cells in _raw_rows(_opened(content, values=False), name):
        has = answered.get(number, ())
        lost = sum(
            isinstance(value, str) and value.startswith("=") and (at >= len(has) or has[at] is None)
            for at, value in enumerate(cells)
        )
        if lost:
            found[number] = (
                "En formel har intet svar i filen. Åbn listen i Excel, og gem den igen.",
            )
    return found
