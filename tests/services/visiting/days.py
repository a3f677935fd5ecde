"""A round in little: Karen at Mælkebøtten, with a visit today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from tvaerfaglig.domain.visiting.attachment import Attachment, HouseClosed
from tvaerfaglig.domain.visiting.visit import Visit
from tvaerfaglig.services.visiting import acts, attachments

TODAY = date(2026, 11, 12)
HOUSE = "maelkeboetten"


@dataclass(frozen=True)
class Round:
    attachment: str
    visit: str


def attached(**more: Any) -> Attachment:
    facts = {
        "staff": "karen", "house": HOUSE, "from_day": date(2026, 1, 1), "weekday": 3, "number": 2,
        "at": time(9), "to": time(14), "place": "Personalestuen",
    }  # fmt: skip
    return Attachment(**(facts | more))


def visit(**more: Any) -> Visit:
    facts = {"staff": "karen", "house": HOUSE, "day": TODAY, "at": time(9), "to": time(14)}
    return Visit(**(facts | more))


def begin(world: Any, who: str = "karen", staff: str = "karen") -> Round:
    """Her attachment, the house closed in week 52, and today's visit."""
    session = world.session(who)
    closed = HouseClosed(house=HOUSE, weeks=(52,))
    one = attachments.save_attachment(session, attached(staff=staff), house_closed=closed).id
    return Round(one, acts.plan_one(session, visit(staff=staff, attachment=one)).id)
