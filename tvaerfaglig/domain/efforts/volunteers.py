"""A volunteer: no key, no case notes; tied to an activity or a family, from a day until another.

What a volunteer is asked for is the house's own rule. Nothing here is said as law.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.sheets import WeekRow
from tvaerfaglig.domain.record import Record, moment, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """A talk on the way: what goes well, and what is done otherwise. `by` is the colleague who had it."""

    day: date
    by: str = ""
    well: str = ""
    otherwise: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer(Record):
    """One person in a house. What is missing of the three days keeps her from beginning.

    `contact` is whom to ring in the association, `host` the colleague who receives her, `asked_on` the day
    she offered herself, `thanks` what the house got out of it.
    """

    KIND: ClassVar[str] = "frivillig"

    house: str
    name: str
    association: str = ""
    contact: str = ""
    phone: str = ""
    host: str = ""
    asked_on: date | None = None
    attest_on: date | None = None
    agreed_on: date | None = None
    secrecy_on: date | None = None
    may: tuple[str, ...] = ()
    may_not: tuple[str, ...] = ()
    note: str = ""
    feedback: tuple[Feedback, ...] = ()
    ended_on: date | None = None
    ended_because: str = ""
    thanks: str = ""

    def state(self) -> str:
        return "holdt_op" if self.ended_on else "frivillig"

    def own_words(self) -> str:
        """Without her own name: what else may name somebody."""
        said = [text_of(one.well, one.otherwise) for one in self.feedback]
        return text_of(self.note, *self.may, *self.may_not, *said, self.ended_because, self.thanks)

    def lacks(self) -> tuple[str, ...]:
        """What must be in place before she begins, in words."""
        wanted = (
            (self.attest_on, "børneattesten"),
            (self.agreed_on, "rammeaftalen"),
            (self.secrecy_on, "tavshedspligten"),
        )
        return tuple(word for day, word in wanted if day is None)

    @property
    def first_name(self) -> str:
        return danish.first_name(self.name)


def attest_is_old(made: Volunteer, years: int, today: date) -> bool:
    """Older than the house wants it to be; with `years` 0 the house has no such rule."""
    if made.attest_on is None or not years:
        return False
    return danish.months_between(made.attest_on, today) >= 12 * years


def attest_words(made: Volunteer, years: int, today: date) -> str:
    """»Børneattesten mangler.«, its day, or that it is older than the house's rule."""
    if made.attest_on is None:
        return "Børneattesten mangler."
    day = danish.day(made.attest_on)
    if attest_is_old(made, years, today):
        return f"Børneattesten er fra {day}. Husets regel er en ny efter {years} år."
    return f"Børneattest fra {day}."


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerPlace(Record):
    """Where a volunteer comes: an activity (an effort without a family), or one family.

    It points to an effort and a place in it, and to nothing that was ever written about the child. `weekly`
    are the weekdays agreed.
    """

    KIND: ClassVar[str] = "frivillig_plads"

    volunteer: str
    effort: str
    enrolment: str = ""
    child: str = ""
    from_day: date
    until: date | None = None
    weekly: tuple[WeekRow, ...] = ()
    ended_because: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,) if self.child else ()

    def happened(self) -> str:
        return moment(self.from_day)

    def own_words(self) -> str:
        return text_of(self.ended_because, *(one.what for one in self.weekly))

    def holds_on(self, day: date) -> bool:
        return self.from_day <= day and (self.until is None or day <= self.until)


def weekly_words(rows: Iterable[WeekRow]) -> str:
    """»Tirsdag og torsdag kl. 10–11.30«; times that differ stand by their days."""
    by_hours: dict[str, list[str]] = {}
    for one in rows:
        by_hours.setdefault(danish.span(one.at, one.to), []).append(one.weekday.value)
    said = [f"{danish.join_and(days)} kl. {hours}" for hours, days in by_hours.items()]
    return danish.capital(danish.join_and(said)) if said else ""


def waited_days(made: Volunteer, places: Iterable[VolunteerPlace], today: date) -> int | None:
    """From the day she offered herself to her first place, or till now while she has none."""
    if made.asked_on is None:
        return None
    begun = min((one.from_day for one in places), default=made.ended_on or today)
    return max(0, (begun - made.asked_on).days)
