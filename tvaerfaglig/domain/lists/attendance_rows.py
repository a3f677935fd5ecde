"""Attendance lists read: a day in each column, or a row for each child and day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tvaerfaglig.domain.cpr import parse_cpr
from tvaerfaglig.domain.danish import MONTHS, fold, parse_date
from tvaerfaglig.domain.deadline import is_hverdag
from tvaerfaglig.domain.lists.cells import Cell, day_of, digits_of, words_of
from tvaerfaglig.domain.lists.headings import Field, guess_all

_PRESENT = frozenset(
    {"ja", "j", "m", "moedt", "tilstede", "til_stede", "fremmoedt", "fremmoede", "kommet", "p", "t"}
    | {"1", "✓", "✔", "☑"}
)
_ABSENT = frozenset(
    {"nej", "n", "fravaer", "fravaerende", "ikke_moedt", "ikke_til_stede", "afbud", "a"}
    | {"0", "-", "–", "✗", "☐"}
)
_REASONS = {
    "syg": "syg", "s": "syg", "sygdom": "syg", "sygemeldt": "syg", "barn_syg": "syg",
    "ferie": "ferie", "f": "ferie", "fe": "ferie", "fri": "fri", "ferie/fri": "ferie eller fri",
    "fridag": "fri", "laege": "læge", "tandlaege": "tandlæge",
}  # fmt: skip
_CROSSES = frozenset({"x", "✕", "×"})
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}(\s*[-–]\s*(\d{1,2}[.:]\d{2})?)?")
_DAYS = re.compile(r"(dato|dag|dage|fremmoededato|fravaersdato)")
_STATE = re.compile(
    r"(status|fremmoede|fravaer|tilstede|til stede|moedt|fremmoedt|registrering|type)"
)
_WHY = re.compile(r"(aarsag|fravaersaarsag|grund|bemaerkning|kommentar|fravaerstype)")
_LEAST_DAYS = 2
_LOOKED_AT = 12


class Crosses(StrEnum):
    """What a cross means in this list."""

    PRESENT = "til_stede"
    ABSENT = "fravaer"


@dataclass(frozen=True, slots=True)
class Shape:
    """Where things stand: `head` is the row of headings, `days` the columns of a day each."""

    head: int
    who: Mapping[int, Field]
    days: Mapping[int, date] = field(default_factory=dict)
    day: int = -1
    state: int = -1
    why: int = -1
    crosses: Crosses = Crosses.PRESENT


@dataclass(frozen=True, slots=True)
class Mark:
    """One day of one row: there or not, and why."""

    day: date
    present: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """What one row says of one child; `notes` are sentences about what could not be read."""

    number: int
    name: str
    cpr: str
    born: date | None
    marks: tuple[Mark, ...]
    notes: tuple[str, ...] = ()


def shape_of(rows: Sequence[tuple[int, Sequence[Cell]]], today: date) -> Shape | None:
    """How the list is laid out; None where it is neither of the two."""
    title = " ".join(words_of(cell) for _, cells in rows[:3] for cell in cells)
    found = [
        shape
        for at, (_, cells) in enumerate(rows[:_LOOKED_AT])
        if (shape := _shape(at, cells, title, today)) is not None
    ]
    return max(found, key=lambda one: (len(one.days), one.state >= 0), default=None)


def _shape(at: int, cells: Sequence[Cell], title: str, today: date) -> Shape | None:
    headings = [words_of(cell) for cell in cells]
    who = {
        column: what
        for column, what in guess_all(headings).items()
        if what in {Field.NAME, Field.FIRST, Field.LAST, Field.CPR, Field.BORN}
    }
    if not {Field.NAME, Field.FIRST, Field.CPR} & set(who.values()):
        return None
    crosses = Crosses.ABSENT if _is_of_absence([title, *headings]) else Crosses.PRESENT
    days = _day_columns(cells, who, title, today)
    if len(days) >= _LEAST_DAYS:
        return Shape(at, who, days, crosses=crosses)
    plain = [fold(one) for one in headings]
    day = _column(plain, _DAYS, who)
    why = _column(plain, _WHY, {**who, day: None})
    state = _column(plain, _STATE, {**who, day: None, why: None})
    if day < 0 or (state < 0 and why < 0):
        return None
    return Shape(at, who, {}, day, state, why, crosses)


def _is_of_absence(words: Sequence[str]) -> bool:
    said = fold(" ".join(words))
    return "fravaer" in said and "fremmoede" not in said and "status" not in said


def _column(plain: Sequence[str], what: re.Pattern[str], taken: Mapping[int, object]) -> int:
    fits = (at for at, one in enumerate(plain) if at not in taken and what.search(one))
    return next(fits, -1)


def _day_columns(
    cells: Sequence[Cell], who: Mapping[int, Field], title: str, today: date
) -> dict[int, date]:
    """Whole dates; days without a year, which are the latest such; or numbers in a month that the title names."""
    month = _month_in(title)
    found: dict[int, date] = {}
    for at, cell in enumerate(cells):
        if at in who:
            continue
        day = day_of(cell, today) or _without_year(words_of(cell), today)
        if day is None and month is not None:
            day = _in_month(words_of(cell), month)
        if day is not None:
            found[at] = day
    return found


def _without_year(words: str, today: date) -> date | None:
    plain = re.sub(r"^[a-zæøå]{2,7}\.?\s+(d\.\s*)?(?=\d)", "", words.casefold())
    if not re.fullmatch(r"\d{1,2}[./-]\d{1,2}\.?|\d{1,2}\.? [a-zæøå]{3,}\.?", plain):
        return None
    return parse_date(plain.replace("-", "."), today)


def _month_in(title: str) -> tuple[int, int] | None:
    named = re.search(rf"({'|'.join(MONTHS)})\s+((?:19|20)\d\d)", title.casefold())
    return (int(named[2]), MONTHS.index(named[1]) + 1) if named else None


def _in_month(words: str, month: tuple[int, int]) -> date | None:
    found = re.fullmatch(r"(?:[a-zæøå]{2,7}\.?\s+)?(\d{1,2})\.?", words.casefold())
    if found is None:
        return None
    try:
        return date(*month, int(found[1]))
    except ValueError:
        return None


def read_attendance(
    rows: Sequence[tuple[int, Sequence[Cell]]], shape: Shape, crosses: Crosses, today: date
) -> list[AttendanceRow]:
    """Every row that names someone, with the days it says something of."""
    made = []
    for number, cells in rows[shape.head + 1 :]:
        said = {what: cells[at] for at, what in shape.who.items() if at < len(cells)}
        name = words_of(said.get(Field.NAME)) or " ".join(
            filter(None, (words_of(said.get(Field.FIRST)), words_of(said.get(Field.LAST))))
        )
        text = digits_of(said.get(Field.CPR))
        number_of = parse_cpr(f"0{text}" if text.isdecimal() and len(text) == 9 else text)
        if not name and number_of is None:
            continue
        marks, notes = _marks(cells, shape, crosses, today)
        made.append(
            AttendanceRow(
                number,
                name,
                str(number_of) if number_of else "",
                day_of(said.get(Field.BORN), today),
                tuple(marks),
                tuple(notes),
            )
        )
    return made


def _marks(
    cells: Sequence[Cell], shape: Shape, crosses: Crosses, today: date
) -> tuple[list[Mark], list[str]]:
    if not shape.days:
        return _one_mark(cells, shape, crosses, today)
    marks, strange = [], []
    for at, day in shape.days.items():
        words = words_of(cells[at]) if at < len(cells) else ""
        if not words:
            continue
        mark = _mark(day, words, "", crosses, today)
        if mark is None and _mark(today, words, "", crosses, today) is None:
            strange.append(words)
        elif mark is not None:
            marks.append(mark)
    unknown = [f"»{one}« kan ikke læses som til stede eller væk." for one in dict.fromkeys(strange)]
    return marks, unknown


def _one_mark(
    cells: Sequence[Cell], shape: Shape, crosses: Crosses, today: date
) -> tuple[list[Mark], list[str]]:
    def said(at: int) -> str:
        return words_of(cells[at]) if 0 <= at < len(cells) else ""

    day = day_of(cells[shape.day], today) if shape.day < len(cells) else None
    if day is None:
        return [], [f"Dagen »{said(shape.day)}« kan ikke læses."] if said(shape.day) else []
    words, why = said(shape.state), said(shape.why)
    if shape.state < 0:
        words = "fravær"
    mark = _mark(day, words, why, crosses, today)
    if mark is None and words and day <= today and is_hverdag(day):
        return [], [f"»{words}« kan ikke læses som til stede eller væk."]
    return [mark] if mark else [], []


def _mark(day: date, words: str, why: str, crosses: Crosses, today: date) -> Mark | None:
    """None for what says nothing: a day to come, or away on a day when the house is closed."""
    if day > today:
        return None
    plain = fold(words).strip(" .").replace(" ", "_")
    if plain in _CROSSES:
        present, reason = crosses is Crosses.PRESENT, ""
    elif plain in _PRESENT or _CLOCK.fullmatch(words.strip()):
        present, reason = True, ""
    elif plain in _ABSENT or plain in _REASONS:
        present, reason = False, _REASONS.get(plain, "")
    else:
        return None
    if not present and not is_hverdag(day):
        return None
    return Mark(day, present, "" if present else (_REASONS.get(fold(why), why)[:80] or reason))
