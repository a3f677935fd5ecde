"""A volunteer: no key, no case notes; tied to an activity or a family, from a day until another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tvaerfaglig.domain.record import Record, moment, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer(Record):
    """One person in a house. What is missing of the three days keeps her from beginning."""

    KIND: ClassVar[str] = "frivillig"

    house: str
    name: str
    association: str = ""
    phone: str = ""
    attest_on: date | None = None
    agreed_on: date | None = None
    secrecy_on: date | None = None
    may: tuple[str, ...] = ()
    may_not: tuple[str, ...] = ()
    note: str = ""
    ended_on: date | None = None

    def state(self) -> str:
        return "holdt_op" if self.ended_on else "frivillig"

    def own_words(self) -> str:
        """Without her own name: what else may name somebody."""
        return text_of(self.note, *self.may, *self.may_not)

    def lacks(self) -> tuple[str, ...]:
        """What must be in place before she begins, in words."""
        wanted = (
            (self.attest_on, "børneattesten"),
            (self.agreed_on, "rammeaftalen"),
            (self.secrecy_on, "tavshedspligten"),
        )
        return tuple(word for day, word in wanted if day is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerPlace(Record):
    """Where a volunteer comes: an activity (an effort without a family), or one family.

    It points to an effort and a place in it, and to nothing that was ever written about the child.
    """

    KIND: ClassVar[str] = "frivillig_plads"

    volunteer: str
    effort: str
    enrolment: str = ""
    child: str = ""
    from_day: date
    until: date | None = None
    ended_because: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,) if self.child else ()

    def happened(self) -> str:
        return moment(self.from_day)
