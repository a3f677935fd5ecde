"""How a consent stands on a day, in one word and in the sentence that a person reads.

An expired consent counts as withdrawn for everything new. What was told while it held stays told.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.domain.retention import last_day

WARNED_BEFORE = timedelta(days=30)
NOT_BACK = "Det, der er fortalt, mens det gjaldt, er stadig fortalt."


class Standing(StrEnum):
    """In the order of the register: what can be used today comes first."""

    GAELDER = "gaelder"
    UDLOEBER = "udloeber"
    IKKE_ENDNU = "ikke_endnu"
    UDLOEBET = "udloebet"
    TRUKKET = "trukket"

    @property
    def word(self) -> str:
        words = {
            "gaelder": "Gælder",
            "udloeber": "Udløber snart",
            "ikke_endnu": "Gælder ikke endnu",
            "udloebet": "Udløbet",
            "trukket": "Trukket tilbage",
        }
        return words[self.value]

    @property
    def holds(self) -> bool:
        return self in {Standing.GAELDER, Standing.UDLOEBER}


def standing(given: Samtykke, day: date) -> Standing:
    if given.withdrawn_on is not None:
        return Standing.TRUKKET
    if day < given.given_on:
        return Standing.IKKE_ENDNU
    if given.until is None or day + WARNED_BEFORE < given.until:
        return Standing.GAELDER
    return Standing.UDLOEBER if day <= given.until else Standing.UDLOEBET


def valid_until(given_on: date, months: int) -> date:
    """The last day of a consent that holds for so many months."""
    return last_day(given_on, months)


def givers(given: Samtykke, child: Child) -> str:
    """Who gave it, as one says it: "mor og far", or the name of another."""
    relations = {one.id: one.relation or one.name for one in child.parents}
    return danish.join_and([relations.get(one, one) for one in given.givers])


def what(given: Samtykke) -> str:
    """What it covers, in one line: "Sprog og udvikling; helbred, søvn og mad"."""
    said = [*(one.what for one in given.covers), given.scope.rstrip(".")]
    first, *others = [one for one in said if one] or [""]
    return "; ".join([first, *(one[:1].lower() + one[1:] for one in others)])


def first_of(given: Samtykke) -> str:
    """What it covers, short enough for a chip."""
    if not given.covers:
        return given.scope
    return given.covers[0].what + (" m.m." if len(given.covers) > 1 or given.scope else "")


def in_brief(given: Samtykke, child: Child) -> str:
    """To choose among: "mor, 6. nov. 2026: mad og søvn"."""
    day = danish.day(given.given_on)
    covered = what(given)
    return f"{danish.capital(givers(given, child))}, {day}" + (f": {covered}" if covered else "")


def whom(given: Samtykke, staff: Mapping[str, str]) -> str:
    """Whom it names; `staff` are the names of those who work here or come here."""
    said = []
    for one in given.named:
        name = staff.get(one.staff, one.name) if one.staff else one.name
        said.append(", ".join(filter(None, (name, one.role, one.authority))))
    return danish.join_and([*said, *filter(None, [given.receivers.rstrip(".")])])


def why_it_stops(given: Samtykke, child: Child, day: date) -> str:
    """Why nothing new can rest on it; empty while it holds."""
    who = givers(given, child)
    match standing(given, day):
        case Standing.TRUKKET:
            assert given.withdrawn_on is not None
            return f"Samtykket fra {who} er trukket tilbage {danish.day(given.withdrawn_on)}."
        case Standing.UDLOEBET:
            assert given.until is not None
            return f"Samtykket fra {who} udløb {danish.day(given.until)}."
        case Standing.IKKE_ENDNU:
            return f"Samtykket fra {who} gælder først fra {danish.day(given.given_on)}."
        case _:
            return ""
