"""Danish as a colleague says and types it: words, dates and times, in and out. No clock.

What is typed is understood by a module of its own, loaded when somebody types: the door only says.
"""

from typing import TYPE_CHECKING

from tvaerfaglig.domain.danish.dates import (
    MONTHS,
    WEEKDAYS,
    age,
    clock,
    day,
    day_and_month,
    day_long,
    day_near,
    day_of_month,
    day_short,
    day_span,
    day_table,
    expected,
    months_between,
    span,
    weeks_since,
)
from tvaerfaglig.domain.danish.words import (
    capital,
    count,
    first_name,
    fold,
    in_words,
    initials,
    join_and,
    join_or,
    possessive,
    unbroken,
)

if TYPE_CHECKING:
    from tvaerfaglig.domain.danish.typed import parse_date, parse_time, why_not_date, why_not_time

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "age",
    "capital",
    "clock",
    "count",
    "day",
    "day_and_month",
    "day_long",
    "day_near",
    "day_of_month",
    "day_short",
    "day_span",
    "day_table",
    "expected",
    "first_name",
    "fold",
    "in_words",
    "initials",
    "join_and",
    "join_or",
    "months_between",
    "parse_date",
    "parse_time",
    "possessive",
    "span",
    "unbroken",
    "weeks_since",
    "why_not_date",
    "why_not_time",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in {"parse_date", "parse_time", "why_not_date", "why_not_time"}:
            raise AttributeError(name)
        from tvaerfaglig.domain.danish import typed

        return getattr(typed, name)
