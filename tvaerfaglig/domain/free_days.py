"""Danish holidays by name, those by custom too, as the `holidays` package knows them.

Half a century is asked for at a time: together with Denmark the package loads the calendars of three hundred
countries, 16 MB, and so it can be let go once it has answered.
"""

from __future__ import annotations

from datetime import date
from functools import cache

_ASKED_AT_ONCE = 50
"""Years; the calendars take 80 ms to load, and these years a few more."""


def holiday(day: date) -> str:
    """What it is called, "Juledag"; empty for any other day, a Sunday too."""
    return _holidays(day.year // _ASKED_AT_ONCE * _ASKED_AT_ONCE).get(day, "")


@cache
def _holidays(first_year: int) -> dict[date, str]:
    from holidays import country_holidays

    years = range(max(first_year, date.min.year), first_year + _ASKED_AT_ONCE)
    return dict(
        country_holidays("DK", categories=("public", "optional"), years=years, language="da")
    )
