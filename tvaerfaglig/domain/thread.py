"""What belongs to a concern: a link from it to a talk, a konsultation, an agreement, a position or an effect."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tvaerfaglig.domain.record import Record, moment


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadLink(Record):
    """Somebody said that a record belongs to a concern; `belongs` is False when she said that it does not.

    One record for each pair, so that what is linked twice is linked once, and a no is not asked about again.
    """

    KIND: ClassVar[str] = "traad"

    child: str
    concern: str
    target: str
    day: date
    by: str = ""
    belongs: bool = True

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)


def link_id(concern: str, target: str) -> str:
    return f"{concern}~{target}"
