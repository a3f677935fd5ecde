"""The child's log as evidence: what was seen and written, and which days she was there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tvaerfaglig.domain.attendance import Attendance
from tvaerfaglig.domain.contact import Absence
from tvaerfaglig.domain.deadline import is_hverdag
from tvaerfaglig.domain.observation import Observation, Part, Sign, Source


@dataclass(frozen=True, slots=True)
class Seen:
    """One observation of the log, and the id that a row knows it by."""

    id: str
    record: Observation

    @property
    def day(self) -> date:
        return self.record.day

    @property
    def is_resource(self) -> bool:
        return self.record.sign is Sign.RESSOURCE

    @property
    def first_hand(self) -> bool:
        return is_first_hand(self.record.source)


def is_first_hand(source: str) -> bool:
    """Seen or heard by whoever wrote it; what somebody told is second-hand."""
    return source != Source.FORTALT


def hand(source: str) -> str:
    return "førstehånds" if is_first_hand(source) else "andenhånds"


@dataclass(frozen=True, slots=True)
class Period:
    """Two days and everything between, both with it."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def days(self) -> Iterator[date]:
        return (self.first + timedelta(n) for n in range((self.last - self.first).days + 1))

    def hverdage(self) -> frozenset[date]:
        return frozenset(day for day in self.days() if is_hverdag(day))


@dataclass(frozen=True, kw_only=True)
class Log:
    """All that was written about one child; an attendance list knows only the days it names."""

    child: str = ""
    seen: tuple[Seen, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    absences: tuple[Absence, ...] = ()

    def about_her(self) -> Iterator[Seen]:
        """What she did herself: not what she was only beside."""
        return (one for one in self.seen if one.record.part_of(self.child) is Part.HANDLER_OM)

    @cached_property
    def began(self) -> date | None:
        """The first day anybody wrote of: before it the log can tell nothing."""
        return min((one.day for one in self.seen), default=None)

    @cached_property
    def worries(self) -> tuple[date, ...]:
        """The days of every worry, whatever it was about, oldest first."""
        return tuple(sorted(one.day for one in self.seen if one.record.sign is Sign.BEKYMRING))

    def there(self) -> frozenset[date]:
        """The days on which a list has her there."""
        return frozenset(
            month.first.replace(day=day) for month in self.attendance for day in month.present
        )

    def away(self, reason: str = "") -> frozenset[date]:
        """The days on which a list has her away, for this reason where one is asked for."""
        return frozenset(
            month.first.replace(day=one.day)
            for month in self.attendance
            for one in month.absent
            if one.reason.lower().startswith(reason)
        )

    def told_away(self, reason: str = "") -> frozenset[date]:
        """The same out of what was noted as absence, day by day."""
        return frozenset(
            day
            for one in self.absences
            if one.reason.lower().startswith(reason)
            for day in Period(one.first, one.last).days()
        )
