"""Tables out, as XLSX or CSV. No cell is ever a formula, whatever it begins with."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from tvaerfaglig.domain.lists.cells import clean

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | date | None
_STARTS_A_FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠|%]")
_LONGEST = 32_000  # signs in one cell; a spreadsheet holds 32,767
_STARTS = datetime(1980, 1, 1)  # noqa: DTZ001 - properties of a file have no zone


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its name, headings, and rows of text, numbers and days."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def as_csv(sheet: Sheet) -> bytes:
    """Semicolons, and a mark at the start, as a Danish Excel wants it; »'« before what it would obey."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(map(_harmless, sheet.headings))
    writer.writerows([_plain(value) for value in row] for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig")


def _plain(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, float):
        return str(value).replace(".", ",")
    return str(value) if isinstance(value, int) else _harmless(value)


def _harmless(text: str) -> str:
    said = clean(text)[:_LONGEST]
    return f"'{said}" if _STARTS_A_FORMULA.match(text) or _STARTS_A_FORMULA.match(said) else said


def as_xlsx(sheet: Sheet, *more: Sheet) -> bytes:
    """Text as text, days as days; the headings stay in sight, and no name is in the properties."""
    from openpyxl import Workbook

    book = Workbook()
    _fill(book.worksheets[0], sheet)
    for one in more:
        _fill(book.create_sheet(), one)
    book.properties.creator = ""
    book.properties.created = book.properties.modified = _STARTS
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter

    page.title = re.sub(r"[\\/*?:\[\]]", " ", sheet.name)[:31]
    for at, row in enumerate((sheet.headings, *sheet.rows), 1):
        for column, value in enumerate(row, 1):
            _put(page.cell(at, column), value, bold=at == 1)
    for column, wide in enumerate(_widths(sheet), 1):
        page.column_dimensions[get_column_letter(column)].width = wide
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    page.page_setup.orientation, page.page_setup.fitToWidth = "landscape", 1
    page.print_title_rows = "1:1"


def _put(cell: Cell | MergedCell, value: Value, *, bold: bool) -> None:
    from openpyxl.styles import Alignment, Font

    if isinstance(value, str):
        cell.value = clean(value)[:_LONGEST]
        cell.data_type = "s"  # openpyxl takes »=« for the start of a formula
        cell.quotePrefix = bool(_STARTS_A_FORMULA.match(value))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    elif value is not None:
        cell.value = value
        cell.alignment = Alignment(vertical="top")
        if isinstance(value, date):
            cell.number_format = "dd-mm-yyyy"
    if bold:
        cell.font = Font(bold=True)


def _widths(sheet: Sheet) -> list[float]:
    """As wide as what stands there, within reason."""
    columns = zip(sheet.headings, *sheet.rows, strict=True)
    return [min(max(len(_plain(value)) for value in column) + 3, 60) for column in columns]
