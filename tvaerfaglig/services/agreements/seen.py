"""What was seen of a child since something was agreed: how many observations, and the newest of each kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.observation import SHORT, Observation, Sign
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children.chronicle import first_sentence
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_KINDS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class SeenOne:
    """The newest observation of its category, ready to be cited."""

    id: str
    day: date
    category: str
    text: str
    sign: Sign


@dataclass(frozen=True, slots=True)
class Seen:
    """`since` is the day of the agreement; `newest` holds one of each category, the newest first."""

    since: date
    count: int = 0
    worried: int = 0
    good: int = 0
    newest: tuple[SeenOne, ...] = ()


def seen_since(session: Session, child: str, since: date) -> Seen:
    """Of one child from a day on. What is only jotted down is not counted yet."""
    session.child(child)
    every = [
        one
        for one in queries.of_child(session.vault, Observation, child)
        if one.record.day >= since and one.record.state() != SHORT
    ]
    return told(every, since, names(session))


def told(every: list[Stored[Observation]], since: date, who: Names) -> Seen:
    """The observations of a day and later, counted, and the newest of each category picked out."""
    here = [one for one in every if one.record.day >= since]
    newest: dict[str, SeenOne] = {}
    for one in here:
        category = next(iter(one.record.categories), "")
        if category not in newest and one.id not in {each.id for each in newest.values()}:
            text = first_sentence(who.said(one.record.text))
            newest[category] = SeenOne(one.id, one.record.day, category, text, one.record.sign)
    signs = [one.record.sign for one in here]
    return Seen(
        since,
        len(here),
        signs.count(Sign.BEKYMRING),
        signs.count(Sign.RESSOURCE),
        tuple(newest.values())[:_KINDS_SHOWN],
    )
