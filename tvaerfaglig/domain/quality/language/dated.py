"""Days in running prose: which day is meant, whether it fits, and words for a day that nobody can look up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.prose import Prose
from tvaerfaglig.domain.quality.language.rules import Part

_MONTHS = {name[:3]: nr for nr, name in enumerate(danish.MONTHS, 1)}
_WEEKDAY = "|".join(danish.WEEKDAYS)
_DAY = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY})\w*,?\s+(?:den\s+|d\.\s*)?)?(?<![\d.,/])(?P<day>[0-3]?\d)"
    r"(?:\.\s?(?P<name>jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?|[./-]\s?(?P<month>1[0-2]|0?[1-9])\b)"
    r"(?:[\s./-]+(?P<year>20\d\d|\d\d)(?![\d.:]))?",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"\b(?:i går|i forgårs|i aftes|i morges|forleden(?: dag)?|den anden dag|i weekenden"
    rf"|(?:forrige|sidste|i sidste) (?:uge|weekend|måned|{_WEEKDAY})|i (?:{_WEEKDAY})s"
    r"|den forgangne uge|for (?:et par|nogle|få|to|tre|fire|fem) (?:dage|uger) siden"
    r"|her til morgen|tidligere på (?:dagen|ugen)|i (?:formiddags|eftermiddags)"
    r"|en (?:dag|morgen|eftermiddag)|på et tidspunkt"
    r"|(?:her )?i (?:foråret|sommeren|efteråret|vinteren)|(?:engang|en gang) i \w+)\b",
    re.IGNORECASE,
)
_BOUND = 45


@dataclass(frozen=True, slots=True)
class DayFound:
    """A day that stands in the text; `weekday` counts from Monday where one is named."""

    start: int
    end: int
    on: date
    weekday: int | None
    has_year: bool


def days_in(text: str, today: date) -> Iterator[DayFound]:
    """A day without a year is the nearest one that has been, or will be within a month and a half."""
    for found in _DAY.finditer(text):
        month = _MONTHS[found["name"].lower()] if found["name"] else int(found["month"])
        year = int(found["year"]) if found["year"] else None
        if _is_clock(text, found):
            continue
        if year is not None and year < 100:
            year += 2000
        on = _day(int(found["day"]), month, year, today)
        if on is not None:
            named = found["weekday"]
            weekday = danish.WEEKDAYS.index(named.lower()) if named else None
            yield DayFound(found.start(), found.end(), on, weekday, year is not None)


def _is_clock(text: str, found: re.Match[str]) -> bool:
    """»16.12« is a time, unless something says that it is a day: »den«, a weekday, a second full stop, a year."""
    if found["name"] or found["year"] or found["weekday"] or found[0].count(".") != 1:
        return False
    if len(found["month"]) < 2 or text[found.end() : found.end() + 1] == ".":
        return False
    return re.search(r"\b(?:den|d\.)\s*$", text[: found.start()], re.IGNORECASE) is None


def _day(day: int, month: int, year: int | None, today: date) -> date | None:
    try:
        if year is not None:
            return date(year, month, day)
        this = date(today.year, month, day)
        if this - today > timedelta(_BOUND):
            return date(today.year - 1, month, day)
        next_year = date(today.year + 1, month, day)
    except ValueError:
        return None
    return next_year if next_year - today <= timedelta(_BOUND) else this


def day_hits(prose: Prose, part: Part, section: str, known: Known) -> Iterator[Hit]:
    if known.today is not None:
        for found in days_in(prose.text, known.today):
            yield from _weekday(found, prose, section)
            yield from _to_come(found, prose, section, part, known.today)
    if part is not Part.FORAELDRENES_SYN:
        yield from _loose(prose, section, known.today)


def _weekday(found: DayFound, prose: Prose, section: str) -> Iterator[Hit]:
    if found.weekday is not None and found.weekday != found.on.weekday():
        quote = prose.text[found.start : found.end].rstrip()
        yield Hit(
            rule="ugedag",
            section=section,
            start=found.start,
            end=found.start + len(quote),
            quote=quote,
            fills={"dag": danish.day(found.on), "hvem": danish.WEEKDAYS[found.on.weekday()]},
        )


def _to_come(found: DayFound, prose: Prose, section: str, part: Part, today: date) -> Iterator[Hit]:
    if found.on <= today or part is Part.VURDERING:
        return
    begun, end = prose.sentence_of(found.start)
    words = {word.low for word in prose.words if begun <= word.start < end}
    if words & prose.lexicon.planlagt:
        return
    quote = prose.text[found.start : found.end].rstrip()
    yield Hit(
        rule="efter_i_dag",
        section=section,
        start=found.start,
        end=found.start + len(quote),
        quote=quote,
        fills={"dag": danish.day(found.on)},
    )


def _loose(prose: Prose, section: str, today: date | None) -> Iterator[Hit]:
    for found in _LOOSE.finditer(prose.text):
        if prose.is_quoted(found.start()) or _has_day(prose, found.start(), today):
            continue
        yield Hit(
            rule="dag_uden_dato",
            section=section,
            start=found.start(),
            end=found.end(),
            quote=found[0],
            fills={"hvad": found[0].lower()},
        )


def _has_day(prose: Prose, start: int, today: date | None) -> bool:
    sentence = prose.sentence_text(start)
    return any(True for _ in days_in(sentence, today or date(2026, 1, 1)))
