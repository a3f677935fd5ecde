"""The list of children: where each is, what is open about her, and whose day has come."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain

from tvaerfaglig.domain.concern import NOT_SEEN_AGAIN, OPEN, Concern, NotNow, Position, PositionSet
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.domain.people import Child, Dagtilbud
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Stage, Step, Underretning
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_NotEnded = tuple[list[Agreement], list[Concern], list[NotNow]]
_ALPHABET = str.maketrans("æøå", "{|}")
"""Æ, ø and å come last, in this order."""


@dataclass(frozen=True, slots=True)
class ChildRow:
    """One child in the list: what stands in its two lines."""

    id: str
    child: Child
    place: str
    position: Position | None
    open_matters: int
    due: bool = False


def place_of(child: Child, house: Dagtilbud | None, staff: dict[str, str]) -> str:
    """The stue, or the dagplejer a child is with."""
    if child.dagplejer:
        return staff.get(child.dagplejer, "dagpleje")
    return house.stue_name(child.stue) if house else ""


def child_rows(session: Session, *, left_too: bool = False) -> list[ChildRow]:
    """The children the actor may see, by name; those who left only when asked for."""
    children = {
        one: stored
        for one, stored in session.children().items()
        if left_too or not stored.record.left
    }
    houses = session.houses()
    staff = {one: person.name for one, person in session.staff().items()}
    latest = queries.brief_latest_of_children(session.vault, PositionSet, children, *Position)
    positions = {one.record.child: one.record.position for one in latest}
    not_ended = _open(session, children)
    matters, due = _matters(session, children, not_ended), _due(session, not_ended)
    rows = [
        ChildRow(
            one,
            stored.record,
            place_of(stored.record, houses.get(stored.record.dagtilbud), staff),
            positions.get(one),
            matters.get(one, 0),
            one in due,
        )
        for one, stored in children.items()
    ]
    return sorted(rows, key=lambda row: row.child.name.lower().translate(_ALPHABET))


def _matters(
    session: Session, children: dict[str, Stored[Child]], not_ended: _NotEnded
) -> dict[str, int]:
    """For each child: open agreements, open concerns, decisions to be seen again, letters on their way."""
    vault, over = session.vault, (Stage.LUKKET, Stage.HENLAGT)
    agreements, concerns, decisions = not_ended
    steps = queries.brief_of_children(vault, Step, children, *over)
    ended = {step.record.underretning for step in steps}
    letters = queries.brief_of_children(vault, Underretning, children)
    open_ones = chain(
        (one.child for one in agreements),
        (one.child for one in concerns),
        (one.child for one in decisions),
        (letter.record.child for letter in letters if letter.id not in ended),
    )
    return dict(Counter(open_ones))


def _due(session: Session, not_ended: _NotEnded) -> set[str]:
    """The children with an agreement, a concern or a decision whose day has come."""
    today = session.today
    agreements, concerns, decisions = not_ended
    days = chain(
        ((a.child, a.due) for a in agreements),
        ((c.child, c.next_on) for c in concerns),
        ((d.child, d.seen_again_on) for d in decisions),
    )
    return {child for child, day in days if day is not None and day <= today}


def _open(session: Session, children: dict[str, Stored[Child]]) -> _NotEnded:
    """What is not ended yet: the ended is not even read, for it is there for years."""
    vault, aaben = session.vault, AgreementState.AABEN
    return (
        [one.record for one in queries.brief_of_children(vault, Agreement, children, aaben)],
        [one.record for one in queries.brief_of_children(vault, Concern, children, OPEN)],
        [one.record for one in queries.brief_of_children(vault, NotNow, children, NOT_SEEN_AGAIN)],
    )
