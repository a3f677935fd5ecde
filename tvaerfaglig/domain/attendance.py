"""Fremmøde: which days of a month a child was there, and which she was not, as the house's own list has it."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentDay:
    """A day of the month, and why, where the list says it."""

    day: int
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Record):
    """One child, one month ("2026-10"). A day that stands in neither is not known."""

    KIND: ClassVar[str] = "fremmoede"

    child: str
    month: str
    present: tuple[int, ...] = ()
    absent: tuple[AbsentDay, ...] = ()

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return f"{self.month}-01"

    @property
    def first(self) -> date:
        year, month = self.month.split("-")
        return date(int(year), int(month), 1)

    @property
    def last(self) -> date:
        days = calendar.monthrange(self.first.year, self.first.month)[1]
        return self.first.replace(day=days)

    def reasons(self) -> str:
        """»3 syg og 1 ferie«; empty where no reason is given."""
        counts = Counter(one.reason for one in self.absent if one.reason)
        return danish.join_and([f"{count} {reason}" for reason, count in sorted(counts.items())])

    def words_of_days(self) -> str:
        """»17 fremmødedage og 4 fraværsdage (3 syg)«."""
        parts = [danish.count(len(self.present), "fremmødedag", "fremmødedage")]
        if self.absent:
            away = danish.count(len(self.absent), "fraværsdag", "fraværsdage")
            parts.append(f"{away} ({self.reasons()})" if self.reasons() else away)
        return " og ".join(parts)


@dataclass(frozen=True, slots=True)
class DaysThere:
    """Days there, of those that are known."""

    present: int = 0
    known: int = 0

    @property
    def words(self) -> str:
        """»31 fremmødedage af 40«; empty where nothing is known."""
        if not self.known:
            return ""
        return f"{danish.count(self.present, 'fremmødedag', 'fremmødedage')} af {self.known}"


def days_there(records: Iterable[Attendance], first: date, last: date) -> DaysThere:
    """How many days of a period she was there, by the lists."""
    present = known = 0
    for one in records:
        month = one.first
        for day, there in (
            *((day, 1) for day in one.present),
            *((away.day, 0) for away in one.absent),
        ):
            if first <= month.replace(day=day) <= last:
                known += 1
                present += there
    return DaysThere(present, known)


def merged(before: Attendance, new: Attendance) -> Attendance:
    """The newer list holds for its own days; the others stay."""
    said = {*new.present, *(one.day for one in new.absent)}
    present = {*new.present, *(day for day in before.present if day not in said)}
    absent = {one.day: one for one in before.absent if one.day not in said}
    absent |= {one.day: one for one in new.absent}
    return Attendance(
        child=new.child,
        month=new.month,
        present=tuple(sorted(present)),
        absent=tuple(absent[day] for day in sorted(absent)),
    )
