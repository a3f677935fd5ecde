"""What is asked when somebody chooses a day on which nobody is there: she may, but not without a word of it.

A plan leaves such days out by itself. A single day is one that a person chose, and she may know better.
"""

from __future__ import annotations

from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.danish.dates import WEEKDAYS
from tvaerfaglig.domain.free_days import holiday
from tvaerfaglig.domain.roles import ties_to_house
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting.attachments import closed

_SATURDAY = 5


def asked_about(session: Session, house: str, day: date) -> str:
    """The question to put beside the day, "Den dag er juledag, vil du alligevel?"; empty when the house is open."""
    if not ties_to_house(session.actor, house):
        raise NotAllowed("Du har ikke adgang til det hus. Lederen kan give den.")
    if named := holiday(day):
        return f"Den dag er {named.lower()}, vil du alligevel?"
    if day.weekday() >= _SATURDAY:
        return f"Den dag er en {WEEKDAYS[day.weekday()]}, vil du alligevel?"
    reason = closed(session, house).closed_on(day)
    when = "" if "uge" in reason else " den dag"
    return f"{danish.capital(reason)}{when}, vil du alligevel?" if reason else ""
