"""One cell of somebody else's list: text, number or day; and the day it means where it should be one."""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import date, timedelta

from tvaerfaglig.domain.danish import parse_date

Cell = str | int | float | date | None
"""As the file has it. Text is clean already; a day is a day only where the file says so itself."""

_SERIAL_START = date(1899, 12, 30)  # day 0 of the spreadsheets, their leap year 1900 included
_YEARS = range(
    1900, 2200
)  # a slip of the hand in a list is asked about, and never a day of the house
_SERIALS = range(20_000, 80_000)  # 1954–2119: anything else is a number and no day
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
_FAULTS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#I/T"})
_CLOCK = re.compile(r"[T ]\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?Z?$")
_YEAR_FIRST = re.compile(r"([12]\d{3})[./-](\d{1,2})[./-](\d{1,2})\.?")
_SOLID_YEAR_FIRST = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")


def clean(text: str) -> str:
    """Text as it is kept: composed, on one line, without signs that nobody sees."""
    composed = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return " ".join(composed.split())


def words_of(cell: Cell) -> str:
    """What the cell says, as a person would read it; a formula's failure says nothing."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell.day}.{cell.month}.{cell.year}"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell).replace(".", ",")
    return "" if str(cell) in _FAULTS else str(cell)


def digits_of(cell: Cell) -> str:
    """A number that is a name: without what a spreadsheet adds, such as ».0«."""
    return words_of(cell).removesuffix(".0")


def day_of(cell: Cell, today: date) -> date | None:
    """The day a cell means; a day without its year is none, for then it would be guessed."""
    if isinstance(cell, date):
        return cell if cell.year in _YEARS else None
    if isinstance(cell, int | float):
        return _from_serial(int(cell)) if math.isfinite(cell) else None
    text = _CLOCK.sub("", words_of(cell).strip())
    if text.isdecimal() and len(text) == 5:
        return _from_serial(int(text))
    if not _has_year(text):
        return None
    found = parse_date(_danish_order(text), today)
    return found if found and found.year in _YEARS else _solid(text)


def _from_serial(number: int) -> date | None:
    return _SERIAL_START + timedelta(number) if number in _SERIALS else None


def _has_year(text: str) -> bool:
    groups = re.findall(r"\d+", text)
    if len(groups) == 1:
        return len(groups[0]) in {6, 8}
    named = any(sign.isalpha() for sign in text)
    return len(groups) >= (2 if named else 3)


def _danish_order(text: str) -> str:
    found = _YEAR_FIRST.fullmatch(text)
    return f"{found[3]}.{found[2]}.{found[1]}" if found else text


def _solid(text: str) -> date | None:
    found = _SOLID_YEAR_FIRST.fullmatch(text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def why_no_day(what: str, cell: Cell) -> str:
    """»fødselsdagen »31.02.2022« findes ikke«: said where `day_of` finds none."""
    text = words_of(cell)
    if re.fullmatch(r"[\d./\- ]+", text) and _has_year(text):
        return f"{what} »{text}« findes ikke"
    if re.fullmatch(r"\d{1,2}[./\- ]+(\d{1,2}|[a-zæøå]+)\.?", text.lower()):
        return f"{what} »{text}« mangler et år"
    return f"{what} »{text}« kan ikke læses som en dag"
