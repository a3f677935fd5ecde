"""Who holds on to a child's course: one at a time, handed over with a note.

One per child, not per concern: parents and colleagues need one name to turn to, and two concerns about the
same child are seldom two courses.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tvaerfaglig.domain.record import Record, moment, text_of

NOT_TAKEN = "ikke_bekraeftet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tovholder(Record):
    """One handing over; the newest stands. `before` had it until then, `taken_on` is when the new one said yes.

    An empty `who` says that nobody is needed any longer. `note` is what she should know.
    """

    KIND: ClassVar[str] = "tovholder"

    child: str
    who: str = ""
    before: str = ""
    by: str = ""
    day: date
    note: str = ""
    konsultation: str = ""
    taken_on: date | None = None

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)

    def state(self) -> str:
        return NOT_TAKEN if self.who and self.taken_on is None else "bekraeftet"

    def words(self) -> str:
        return text_of(self.note)
