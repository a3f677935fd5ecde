"""What the head of one child's page says, and what the asker may do there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from tvaerfaglig.domain.concern import Concern, PositionSet
from tvaerfaglig.domain.people import Child, Dagtilbud, Staff
from tvaerfaglig.domain.protection import Guard, Samtykke, Sharing
from tvaerfaglig.domain.roles import Action, may
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.services.children.card import masked
from tvaerfaglig.services.children.guard import standing_guard
from tvaerfaglig.services.children.register import place_of
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class ChildPage:
    """Everything the head of a child's page says, and what the asker may do there. Her CPR number is masked.

    `consent_months` is how long the house has chosen that a consent holds; 0 where it has chosen nothing.
    """

    stored: Stored[Child]
    house: Dagtilbud
    place: str
    position: Stored[PositionSet] | None
    position_since: date | None
    guard: Stored[Guard] | None
    samtykker: tuple[Stored[Samtykke], ...]
    sharings: tuple[Stored[Sharing], ...]
    concerns: tuple[Stored[Concern], ...]
    siblings: dict[str, str]
    counts: dict[str, int]
    may: frozenset[Action]
    names: Names
    colleagues: tuple[tuple[str, str], ...]
    visitors: tuple[tuple[str, Staff], ...]
    consent_months: int
    today: date
    scale: str = ""
    tovholder: Stored[Tovholder] | None = None

    @property
    def child(self) -> Child:
        return self.stored.record

    @property
    def hides_parents(self) -> bool:
        """The overgreb guard is set so that nothing may tell the parents."""
        return self.guard is not None and self.guard.record.hides_parents


def child_page(session: Session, child_id: str) -> ChildPage:
    """A child's page. Opening it is noted."""
    stored = session.child(child_id)
    ties = session.ties(stored)
    house = queries.one(session.vault, Dagtilbud, stored.record.dagtilbud)
    if house is None:
        raise NotFound("Barnets dagtilbud findes ikke i boksen.")
    staff = {one: person.name for one, person in session.staff().items()}
    who = names(session)
    positions = queries.of_child(session.vault, PositionSet, child_id)
    page = ChildPage(
        stored=replace(stored, record=masked(stored.record)),
        house=house.record,
        place=place_of(stored.record, house.record, staff),
        position=next(iter(positions), None),
        position_since=_since([one.record for one in positions]),
        guard=standing_guard(session, child_id),
        samtykker=tuple(queries.of_child(session.vault, Samtykke, child_id)),
        sharings=tuple(queries.of_child(session.vault, Sharing, child_id)),
        concerns=tuple(queries.of_child(session.vault, Concern, child_id)),
        siblings={
            one.child: who.children[one.child]
            for one in stored.record.siblings
            if one.child in who.children
        },
        counts=queries.count_by_kind(session.vault, child_id),
        may=frozenset(action for action in Action if may(session.actor, action, ties)),
        names=who,
        colleagues=tuple(_colleagues(session, stored.record.dagtilbud)),
        visitors=tuple(_visitors(session, stored.record.dagtilbud)),
        consent_months=session.settings().consent_months,
        today=session.today,
        scale=session.settings().scale,
        tovholder=next(iter(queries.of_child(session.vault, Tovholder, child_id, 1)), None),
    )
    session.looked(child=child_id, what="barnets side")
    return page


def _colleagues(session: Session, house: str) -> list[tuple[str, str]]:
    """Those who may have been there, by name: of the house, or coming to it."""
    people = session.staff().items()
    found = [(one, who.name) for one, who in people if who.active and house in who.houses]
    return sorted(found, key=lambda pair: pair[1])


def _visitors(session: Session, house: str) -> list[tuple[str, Staff]]:
    """Those who come to the house and see only what is shared with them, by name."""
    people = session.staff().items()
    found = [
        pair
        for pair in people
        if pair[1].role.visits and pair[1].active and house in pair[1].houses
    ]
    return sorted(found, key=lambda pair: pair[1].name)


def _since(positions: list[PositionSet]) -> date | None:
    """The day the newest position was first set without another in between."""
    same = takewhile(lambda one: one.position is positions[0].position, positions)
    return min((one.day for one in same), default=None)
