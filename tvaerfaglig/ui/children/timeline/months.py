"""The timeline from further away: a row for each month or year, with counts and the positions set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import PositionSet
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.ui.children.timeline.entries import ALL, FAMILY, GROUPS, Row
from tvaerfaglig.ui.widgets import FamilyNote, TimelineEntry

SIGNS = ("ressource", "neutral", "bekymring")
FEW = 2
"""So many family events are told in one row of the lane; the rest are counted."""

_ONE_AND_MANY = {
    "observation": ("observation", "observationer"),
    "samtale": ("samtale", "samtaler"),
    "konsultation": ("konsultation", "konsultationer"),
    "underretning": ("skridt i underretning", "skridt i underretning"),
    "statusudtalelse": ("skridt i statusudtalelse", "skridt i statusudtalelse"),
    "indsats": ("i en indsats", "i indsatser"),
    "bekymring": ("om bekymring", "om bekymring"),
    "fravaer": ("fravær", "fravær"),
    "samtykke": ("om samtykke", "om samtykke"),
    FAMILY: ("nyt fra familien", "nyt fra familien"),
}


def condensed(
    made: Sequence[Row], zoom: str, *, only: str = ALL, lane: bool
) -> list[TimelineEntry]:
    """One entry for each month (`zoom` "maaneder") or year; what is planned is not counted yet."""
    happened = sorted(
        (row for row in made if not row.planned), key=lambda row: row.day, reverse=True
    )
    by = _month if zoom == "maaneder" else _year
    found = (_condense(key, tuple(rows), only, lane=lane) for key, rows in groupby(happened, by))
    return [entry for entry in found if entry is not None]


def first_of(made: Sequence[Row], key: str) -> str:
    """The newest entry of a month (»2026-10«) or a year (»2026«), to go to when it is opened."""
    found = (row for row in made if not row.planned and row.group != FAMILY)
    return next((row.key for row in found if row.day.isoformat().startswith(key)), "")


def _month(row: Row) -> str:
    return row.day.isoformat()[:7]


def _year(row: Row) -> str:
    return str(row.day.year)


def _condense(key: str, rows: tuple[Row, ...], only: str, *, lane: bool) -> TimelineEntry | None:
    home = [row for row in rows if row.group == FAMILY]
    main = [row for row in rows if only in {ALL, row.group} and not (lane and row in home)]
    if not main and not (lane and home):
        return None
    day, under = _label(key)
    family = _note(home) if lane and home else None
    if not main:
        return TimelineEntry(key, day, under, "kalender", "Ellers stille", family=family)
    last = _last_position(rows)
    return TimelineEntry(
        key=key, day=day, under=under, icon="kalender", family=family,
        kind=f"{len(main)} i alt",
        sign=last, counts=tuple(_counts(main)), marks=tuple(_marks(main)),
        words=_course(rows),
    )  # fmt: skip


def _label(key: str) -> tuple[str, str]:
    if len(key) == 4:
        return key, ""
    day = date.fromisoformat(f"{key}-01")
    return danish.capital(danish.MONTHS[day.month - 1]), str(day.year)


def _counts(rows: Iterable[Row]) -> Iterable[tuple[str, str]]:
    numbers = Counter(row.group for row in rows)
    icons = {group.key: group.icon for group in GROUPS} | {FAMILY: "familie"}
    for key, (one, many) in _ONE_AND_MANY.items():
        if numbers[key]:
            yield icons[key], danish.count(numbers[key], one, many)


def _marks(rows: Iterable[Row]) -> Iterable[tuple[str, str]]:
    seen = [row.stored.record for row in rows if isinstance(row.stored.record, Observation)]
    numbers = Counter(one.sign.value for one in seen)
    return [(sign, str(numbers[sign])) for sign in SIGNS if numbers[sign]]


def _positions(rows: Iterable[Row]) -> list[PositionSet]:
    """Those set in this time, the first set first."""
    found = [row.stored.record for row in rows if isinstance(row.stored.record, PositionSet)]
    return sorted(found, key=lambda one: one.day)


def _last_position(rows: Iterable[Row]) -> str:
    return next((one.position.value for one in reversed(_positions(rows))), "")


def _course(rows: Iterable[Row]) -> str:
    """»Position: trives, så bekymring«, where it moved in this time."""
    words = {"trives": "trives", "bekymring": "bekymring", "staerk": "stærk bekymring"}
    steps = [words[key] for key, _ in groupby(one.position.value for one in _positions(rows))]
    return f"Position: {', så '.join(steps)}" if len(steps) > 1 else ""


def _note(home: list[Row]) -> FamilyNote:
    told = [row.told.words for row in home[:FEW]]
    more = f"og {len(home) - FEW} til" if len(home) > FEW else ""
    return FamilyNote("\n".join(told), more, home[0].key)
