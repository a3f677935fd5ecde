"""Something that waits is put off to a day, with a reason: it comes back by itself, and is never only watched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from tvaerfaglig.domain.record import Record, moment

FARTHEST = timedelta(days=92)
"""Nothing about a child is put off for longer: three months are long in a small life."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snoozed(Record):
    """`thing` is what waits, by its kind and record; `what` how it was said then. `woken` took it up before its day."""

    KIND: ClassVar[str] = "udskudt"

    child: str
    thing: str
    what: str = ""
    day: date
    until: date
    because: str
    by: str = ""
    woken: date | None = None

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)

    def words(self) -> str:
        return self.because

    def sleeps_on(self, day: date) -> bool:
        return self.woken is None and self.day <= day < self.until
