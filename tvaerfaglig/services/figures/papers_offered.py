"""Which papers of *Tal* can be had: read without counting anything, since it is asked each time papers are shown."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.efforts.records import Effort
from tvaerfaglig.domain.figures.period import school_years
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.figures import rules
from tvaerfaglig.services.figures.page import Choice
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_YEARS = 5


@dataclass(frozen=True, slots=True)
class PapersOffered:
    """The houses one leads, the last school years with the newest first, and the projects by name."""

    houses: tuple[Choice, ...] = ()
    years: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def papers_offered(session: Session) -> PapersOffered:
    """Nothing for whoever leads no house."""
    try:
        led = rules.houses_led(session)
    except NotAllowed:
        return PapersOffered()
    today = session.today
    years = school_years(today.replace(year=today.year - _YEARS + 1, day=1), today)
    efforts = (one.record for one in queries.all_of(session.vault, Effort))
    tags = {one.project for one in efforts if one.house in led and one.project}
    houses = tuple(Choice(*one) for one in sorted(led.items(), key=lambda each: each[1]))
    return PapersOffered(houses, tuple(one.name for one in reversed(years)), tuple(sorted(tags)))
