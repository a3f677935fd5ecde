"""How old a child is in words, also before the birth: never a number below nothing."""

from __future__ import annotations

from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Child

EXPECTED = "Barnet"
"""What a child is called whose mother has not wished for another name yet."""


def age_words(child: Child, today: date, *, short: bool = False) -> str:
    """»4 år 2 mdr.«, »termin 12. marts«, or nothing where no day is known."""
    if child.born is not None:
        return danish.age(child.born, today)
    return danish.expected(child.due, today, short=short) if child.due else ""


def name_until_born(child: Child) -> str:
    """»Barnet Holst«, by the mother's last name, so that two on the way are told apart in a list."""
    mothers = [one for one in child.parents if one.relation.casefold() == "mor"]
    first = next((one for one in (*mothers, *child.parents) if one.name.split()), None)
    return f"{EXPECTED} {first.name.split()[-1]}" if first else EXPECTED
