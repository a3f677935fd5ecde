"""A period by its name, so that the one chosen last is found again; and one of one's own, of whole quarters."""

from __future__ import annotations

import re
from datetime import date

from tvaerfaglig.domain.figures.period import (
    ALWAYS,
    Period,
    calendar_year,
    quarter,
    school_year,
)

_SCHOOL = re.compile(r"(\d{4})/\d\d")
_YEAR = re.compile(r"\d{4}")
_QUARTER = re.compile(r"([1-4])\. kvartal (\d{4})")
_TO = " til "


def named(words: str) -> Period | None:
    """»2025/26«, »2025«, »1. kvartal 2026«, »Alle år«, »1. kvartal 2025 til 2. kvartal 2026«."""
    if words == ALWAYS.name:
        return ALWAYS
    if _TO in words:
        first, last = (named(each) for each in words.split(_TO, 1))
        return joined(first, last) if first and last else None
    if found := _SCHOOL.fullmatch(words):
        return school_year(date(int(found[1]), 8, 1))
    if _YEAR.fullmatch(words):
        return calendar_year(date(int(words), 1, 1))
    if found := _QUARTER.fullmatch(words):
        return quarter(date(int(found[2]), int(found[1]) * 3, 1))
    return None


def joined(first: Period, last: Period) -> Period | None:
    """From the one to the other, both whole; None where they stand the wrong way round.

    Quarter by quarter it tells no more than quarters beside one another do.
    """
    if first.first > last.first:
        return None
    return (
        first if first == last else Period(f"{first.name}{_TO}{last.name}", first.first, last.last)
    )
