"""Numbers in brackets that point from the prose to the rows: found, renumbered, taken out again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import time

from tvaerfaglig.domain.underretning import Row

_CITED = re.compile(r"\[(\d{1,3}(?:\s*[,–-]\s*\d{1,3})*)\]")
_CITED_WITH_AIR = re.compile(rf"[ \u00a0]?{_CITED.pattern}")


def cited(text: str) -> tuple[int, ...]:
    """Every row the text points to, each once, in the order they are named."""
    return tuple(dict.fromkeys(n for found in _CITED.finditer(text) for n in _numbers(found[1])))


def citation(*numbers: int) -> str:
    return f"[{', '.join(str(n) for n in sorted(set(numbers)))}]"


def renumbered(text: str, numbers: Mapping[int, int | None]) -> str:
    """The text with its citations following the rows to their new numbers.

    A row that is gone (None) leaves its citation; a bracket left empty goes with the space before it.
    Numbers that were never rows stay: they may be something else that a person wrote.
    """

    def moved(found: re.Match[str]) -> str:
        old = _numbers(found[1])
        if not any(n in numbers for n in old):
            return found[0]
        new = [number for n in old if (number := numbers.get(n, n)) is not None]
        air = found[0][: found[0].index("[")]
        return air + citation(*new) if new else ""

    if all(old == new for old, new in numbers.items()):
        return text
    return _CITED_WITH_AIR.sub(moved, text)


def spelled_out(text: str) -> str:
    """[2–4] as [2, 3, 4], so that each number can be looked up by itself."""
    return _CITED.sub(lambda found: citation(*_numbers(found[1])), text)


def in_order(rows: Iterable[Row]) -> tuple[tuple[Row, ...], dict[int, int | None]]:
    """The rows oldest first with the numbers 1, 2, 3 …, and where each old number went."""
    ordered = sorted(rows, key=lambda row: (row.day, row.at or time.min, row.observation))
    moves: dict[int, int | None] = {
        row.number: n for n, row in enumerate(ordered, 1) if row.number > 0
    }
    return tuple(replace(row, number=n) for n, row in enumerate(ordered, 1)), moves


def _numbers(inside: str) -> list[int]:
    """2, 5 and also 2–4, which means the three of them."""
    found: list[int] = []
    for part in inside.split(","):
        ends = [int(each) for each in re.split(r"\s*[–-]\s*", part.strip())]
        found += range(ends[0], max(ends[-1], ends[0]) + 1)
    return found
