"""Days as Danes write them in running text: »mandag d. 9/11«, »9.11.26«, »man. 9. nov.«, »den niende november«.

Numbers that only look like days (16.12 o'clock, 3/4 of a roll, 2-3 times) are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tvaerfaglig.domain import danish

_AHEAD = 45  # days: a day without a year may lie so far ahead before last year's is meant
_MONTHS = {name[:3]: nr for nr, name in enumerate(danish.MONTHS, 1)}
_FULL = "|".join(danish.WEEKDAYS)
_PART_OF_DAY = r"(?:\s+(?:morgen|formiddag|middag|eftermiddag|aften|nat))?"
_WEEKDAY = (
    rf"\b(?P<weekday>(?:{_FULL}){_PART_OF_DAY}|(?:man|tirs?|ons|tors?|fre|lør|søn)\.?)"
    r"\s*,?\s*(?:den\s+|d\.?\s*)?"
)
_MONTH = (
    r"(?P<name>januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec)\.|(?:jan|feb|apr|jun|aug|sept?|okt|nov|dec)\b)"
)
_YEAR = r"(?:(?:[\s./-]{1,2}|\s+i\s+)(?P<year>(?:19|20)\d\d)|\s?[./-]{1,2}\s?(?P<short>\d\d))(?!\d|[./:]\d)"
_ORDINALS = tuple(
    """
    første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte trettende fjortende
    femtende sekstende syttende attende nittende tyvende enogtyvende toogtyvende treogtyvende fireogtyvende
    femogtyvende seksogtyvende syvogtyvende otteogtyvende niogtyvende tredivte enogtredivte
    """.split()  # noqa: SIM905
)
_DAY = re.compile(
    rf"(?:{_WEEKDAY})?"
    rf"(?:(?<![\d.,/-])(?P<iso>20\d\d-\d\d-\d\d)(?!\d)"
    rf"|(?:(?<![\d.,/-])(?P<day>\d{{1,2}})(?:\.?\s?{_MONTH}|(?P<sep>[./-])\s?(?P<month>\d{{1,2}})(?!\d|,\d))"
    rf"|\b(?P<ordinal>{'|'.join(_ORDINALS)})\s+(?P<spelled>{'|'.join(danish.MONTHS)})\b)"
    rf"(?:{_YEAR})?)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\.?\s*[,(]\s*(?:som (?:er|var) )?(?:en )?(?P<weekday>{_FULL})\b(?!\s+(?:den|d\.|\d))",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"\b(?P<weekday>{_FULL}){_PART_OF_DAY},?\s+(?:den\s+|d\.?\s*)(?P<day>\d{{1,2}})\.?"
    r"(?=\s*(?:,|og|samt|til|–|-)\s)",
    re.IGNORECASE,
)
_SAID_TO_BE = re.compile(r"\b(?:den|d\.?)\s*$", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:kl|klokken|ca|til|fra|omkring|ved)\.?\s*$", re.IGNORECASE)
_PARTS = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4)})
_OF_SOMETHING = re.compile(
    r"\s+(?:af|del\w*|dage|uger|gange|timer?|børn|år|måned\w*|morgener)\b", re.IGNORECASE
)
_NEAR = 60  # characters in which »mandag den 9. og onsdag den 11. november« says its month


@dataclass(frozen=True, slots=True)
class DayFound:
    """A day that stands in the text; `on` is None where there is no such day, `weekday` counts from Monday."""

    start: int
    end: int
    on: date | None
    weekday: int | None
    has_year: bool


def days_in(text: str, today: date | None) -> Iterator[DayFound]:
    """A day without a year is the nearest one; where nobody knows which day it is today, it is left out."""
    found = [one for match in _DAY.finditer(text) if (one := _found(match, text, today))]
    yield from found
    yield from _elliptic(text, found)


def _found(match: re.Match[str], text: str, today: date | None) -> DayFound | None:
    if not _is_day(match, text):
        return None
    year = _year(match)
    if year is None and today is None:
        return None
    day, month = _numbers(match)
    named = match["weekday"]
    end = match.end()
    after = _AFTER.match(text, end) if not named else None
    if after:
        named, end = after["weekday"], after.end()
    on = _date(day, month, year, today)
    return DayFound(match.start(), end, on, _weekday(named), year is not None)


def _numbers(match: re.Match[str]) -> tuple[int, int]:
    if match["iso"]:
        return int(match["iso"][8:]), int(match["iso"][5:7])
    if match["ordinal"]:
        return _ORDINALS.index(match["ordinal"].lower()) + 1, _MONTHS[match["spelled"].lower()[:3]]
    month = _MONTHS[match["name"].lower()[:3]] if match["name"] else int(match["month"])
    return int(match["day"]), month


def _year(match: re.Match[str]) -> int | None:
    if match["iso"]:
        return int(match["iso"][:4])
    if match["short"]:
        return 2000 + int(match["short"])
    return int(match["year"]) if match["year"] else None


def _weekday(named: str | None) -> int | None:
    if not named:
        return None
    low = named.lower()[:3]
    return next(nr for nr, name in enumerate(danish.WEEKDAYS) if name.startswith(low))


def _is_day(match: re.Match[str], text: str) -> bool:
    """What stands around two numbers says whether they are a day, a time, a fraction or an amount."""
    if match["month"] is None:
        return True
    before = text[max(0, match.start() - 80) : match.start()]
    after = text[match.end() : match.end() + 40]
    if match["sep"] == "-":
        return match["year"] is not None
    if match["year"] or match["short"] or match["weekday"] or _SAID_TO_BE.search(before[-6:]):
        return True
    day, month = _numbers(match)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return False
    if match["sep"] == "/":
        said = _opens_line(before) or re.match(r"\s*(?:kl|:)", after)
        return bool(said) or not ((day, month) in _PARTS or _OF_SOMETHING.match(after))
    return _is_dotted_day(before, after)


def _is_dotted_day(before: str, after: str) -> bool:
    """»9.11. kom han« and »9.3 kom han« in a note, but not »kl. 9.11« or »2.1 Baggrund«."""
    if _CLOCK.search(before[-12:]):
        return False
    if after.startswith("."):
        return bool(re.match(r"\.[\s–-]*[a-zæøå:,]|\.[–-]\d", after))
    return _opens_line(before) and re.match(r"\s*(?:[a-zæøå]|[:,])", after) is not None


def _opens_line(before: str) -> bool:
    return not before.rpartition("\n")[2].strip(" \t•*-–")


def _date(day: int, month: int, year: int | None, today: date | None) -> date | None:
    try:
        if year is not None:
            return date(year, month, day)
        assert today is not None
        this = date(today.year, month, day)
        if this - today > timedelta(_AHEAD):
            return date(today.year - 1, month, day)
        next_year = date(today.year + 1, month, day)
    except ValueError:
        return None
    return next_year if next_year - today <= timedelta(_AHEAD) else this


def _elliptic(text: str, found: list[DayFound]) -> Iterator[DayFound]:
    """»Mandag den 9. og onsdag den 11. november«: the first has its month from the second."""
    for match in _ALONE.finditer(text):
        ahead = (one for one in found if match.end() <= one.start <= match.end() + _NEAR)
        near = next(ahead, None)
        if (
            near is None
            or near.on is None
            or any(c in text[match.end() : near.start] for c in ".!?\n")
        ):
            continue
        try:
            on = near.on.replace(day=int(match["day"]))
        except ValueError:
            continue
        yield DayFound(match.start(), match.end(), on, _weekday(match["weekday"]), near.has_year)
