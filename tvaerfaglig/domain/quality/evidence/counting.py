"""How many days the log shows a thing, of how many: never more than was written, and never of days nobody knows.

Days are counted, not observations: two on the same morning are one day. The days it is held against are
those on which an attendance list has the child there; without lists they are hverdage (decisions.md no. 25).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tvaerfaglig.domain.danish import WEEKDAYS
from tvaerfaglig.domain.quality.evidence.log import Log, Period
from tvaerfaglig.domain.quality.evidence.period import When
from tvaerfaglig.domain.quality.evidence.topics import Topic
from tvaerfaglig.domain.quality.language.lexicon import Lexicon

FEWEST = 2
"""One day is an event, not a frequency."""
SHORTEST = 5
"""Of fewer days than a week a share says nothing."""
_KNOWN = 0.9
"""So much of a period a list must know for its days to be counted: a house may be closed on some."""
_WEEKDAYS = ("hverdag", "hverdage")
ALWAYS = When()
_LISTED = ("dag på fremmødelisten", "dage på fremmødelisten")


@dataclass(frozen=True, slots=True)
class Count:
    """6 af 14 afhentninger 3.3.–11.4.: the days, what they are held against, and what those are called."""

    days: tuple[date, ...]
    of: int
    called: tuple[str, str]
    period: Period

    @property
    def words(self) -> str:
        one, many = self.called
        unit = one if self.of == 1 else many
        return f"{len(self.days)} af {self.of} {unit} {span(self.period)}"


def span(period: Period) -> str:
    """3.3.–11.4., with the years where they are two."""
    first, last = period.first, period.last
    if first.year != last.year:
        return f"{_short(first)}{first.year}–{_short(last)}{last.year}"
    return f"{_short(first)}–{_short(last)}"


def _short(day: date) -> str:
    return f"{day.day}.{day.month}."


@dataclass(frozen=True)
class Tally:
    """A log that is counted in: what shows a topic is looked up once, however often it is asked for."""

    log: Log
    lexicon: Lexicon
    _found: dict[tuple[str, When], frozenset[date]] = field(default_factory=dict)

    def days(self, topic: Topic, when: When) -> frozenset[date]:
        """Every day on which somebody of the house saw it then."""
        key = topic.id, when
        if key not in self._found:
            self._found[key] = frozenset(
                one.day
                for one in self.log.about_her()
                if when.fits(one) and topic.fits(one, self.lexicon)
            )
        return self._found[key]


def count(topic: Topic, tally: Tally, period: Period, when: When = ALWAYS) -> Count | None:
    """What the log can say of it, or None where it cannot."""
    counting = _absent if topic.absence else _observed
    made = counting(topic, tally, period, when)
    return made if len(made.days) >= FEWEST and made.of >= _shortest(when) else None


def _shortest(when: When) -> int:
    return SHORTEST if when.weekday is None else FEWEST + 1


def _observed(topic: Topic, tally: Tally, period: Period, when: When) -> Count:
    found = {day for day in tally.days(topic, when) if day in period}
    listed = _listed(tally.log, period, found)
    if listed is not None:
        there = when.days(frozenset(day for day in tally.log.there() if day in listed))
        called = topic.day if when.weekday is None else _named(when.weekday, " med fremmøde")
        return Count(tuple(sorted(found & there)), len(there), called, listed)
    weekdays = when.days(period.hverdage())
    return Count(tuple(sorted(found & weekdays)), len(weekdays), _called(when), period)


def _absent(topic: Topic, tally: Tally, period: Period, when: When) -> Count:
    log = tally.log
    listed = _listed(log, period, set())
    if listed is not None:
        known = when.days(frozenset(day for day in log.there() | log.away() if day in listed))
        away = log.away(topic.reason) & known
        called = _LISTED if when.weekday is None else _named(when.weekday, " på fremmødelisten")
        return Count(tuple(sorted(away)), len(known), called, listed)
    weekdays = when.days(period.hverdage())
    noted = log.told_away(topic.reason) & weekdays
    return Count(tuple(sorted(noted)), len(weekdays), _called(when), period)


def _called(when: When) -> tuple[str, str]:
    return _WEEKDAYS if when.weekday is None else _named(when.weekday)


def _named(weekday: int, more: str = "") -> tuple[str, str]:
    """Fredag, fredage."""
    return f"{WEEKDAYS[weekday]}{more}", f"{WEEKDAYS[weekday]}e{more}"


def _listed(log: Log, period: Period, found: set[date]) -> Period | None:
    """The part of the period that the lists know, where it holds every day that was found."""
    known = {day for day in log.there() | log.away() if day in period}
    if not known or (found and max(found) > max(known)):
        return None
    listed = Period(period.first, max(known))
    weekdays = listed.hverdage()
    return listed if len(known & weekdays) >= _KNOWN * len(weekdays) else None
