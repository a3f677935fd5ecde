"""The children: the list, one child's page, her facts, and her CPR number when someone needs it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, takewhile

from tvaerfaglig.domain.acts import CprShown
from tvaerfaglig.domain.ages import name_until_born
from tvaerfaglig.domain.concern import NOT_SEEN_AGAIN, OPEN, Concern, NotNow, Position, PositionSet
from tvaerfaglig.domain.cpr import mask, parse_cpr, why_not_cpr
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child, Controller, Dagtilbud, Staff
from tvaerfaglig.domain.protection import Guard, Samtykke, Sharing
from tvaerfaglig.domain.roles import Action, may, ties_to_house
from tvaerfaglig.domain.stored import Stored, Version
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.domain.underretning import Stage, Step, Underretning
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries

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
    last_observed: date | None
    due: bool = False


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
    positions = queries.latest_of_children(session.vault, PositionSet, children)
    observed = queries.last_day(session.vault, Observation, children)
    matters = open_matters(session, children)
    due = due_now(session, children)
    rows = [
        ChildRow(
            one,
            stored.record,
            place_of(stored.record, houses.get(stored.record.dagtilbud), staff),
            positions[one].record.position if one in positions else None,
            matters.get(one, 0),
            date.fromisoformat(observed[one]) if one in observed else None,
            one in due,
        )
        for one, stored in children.items()
    ]
    return sorted(rows, key=lambda row: row.child.name.lower().translate(_ALPHABET))


def open_matters(session: Session, children: dict[str, Stored[Child]]) -> dict[str, int]:
    """For each child: open agreements, open concerns, decisions to be seen again, letters on their way."""
    vault = session.vault
    agreements, concerns, decisions = _open(session, children)
    steps = [one.record for one in queries.of_children(vault, Step, children)]
    ended = {step.underretning for step in steps if step.stage in {Stage.LUKKET, Stage.HENLAGT}}
    letters = queries.of_children(vault, Underretning, children)
    open_ones = chain(
        (one.child for one in agreements),
        (one.child for one in concerns),
        (one.child for one in decisions),
        (letter.record.child for letter in letters if letter.id not in ended),
    )
    return dict(Counter(open_ones))


def due_now(session: Session, children: dict[str, Stored[Child]]) -> set[str]:
    """The children with an agreement, a concern or a decision whose day has come."""
    agreements, concerns, decisions = _open(session, children)
    days = chain(
        ((a.child, a.due) for a in agreements),
        ((c.child, c.next_on) for c in concerns),
        ((d.child, d.seen_again_on) for d in decisions),
    )
    return {child for child, day in days if day is not None and day <= session.today}


def _open(
    session: Session, children: dict[str, Stored[Child]]
) -> tuple[list[Agreement], list[Concern], list[NotNow]]:
    """What is not ended yet: the ended is not even read, for it is there for years."""
    vault, aaben = session.vault, AgreementState.AABEN
    return (
        [one.record for one in queries.of_children(vault, Agreement, children, aaben)],
        [one.record for one in queries.of_children(vault, Concern, children, OPEN)],
        [one.record for one in queries.of_children(vault, NotNow, children, NOT_SEEN_AGAIN)],
    )


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


def masked(child: Child) -> Child:
    """The child as pages get her: the number in clear is a service of its own, and noted."""
    number = parse_cpr(child.cpr)
    return replace(child, cpr=mask(number) if number else "")


def standing_guard(session: Session, child_id: str) -> Stored[Guard] | None:
    """The overgreb guard that stands on the child today, if any."""
    guards = queries.of_child(session.vault, Guard, child_id)
    return next((guard for guard in guards if guard.record.lifted_on is None), None)


def _called(child: Child) -> Child:
    if child.name.strip():
        return child
    if not child.is_expected:
        raise Unclear("Hvad hedder barnet?")
    return replace(child, name=name_until_born(child))


def _check_birth(session: Session, child: Child) -> None:
    if child.born is None and child.due is None:
        raise Unclear("Skriv fødselsdagen, eller terminen, hvis barnet ikke er født endnu.")
    if child.born is not None and child.born > session.today:
        raise Unclear("Fødselsdagen ligger i fremtiden. Er barnet på vej, så skriv den som termin.")
    if child.is_expected and child.cpr:
        raise Unclear("Et barn på vej har intet CPR-nummer endnu. Skriv det, når barnet er født.")


def save_child(
    session: Session,
    child: Child,
    child_id: str | None = None,
    *,
    replaces: tuple[str, ...] | None = None,
    draft: str = "",
) -> Saved:
    """Enrol a child, or change her facts. A masked CPR in an edit keeps the one that stands; "" removes it.

    One who is expected may come without a name: she is »Barnet« until her mother wishes for another.
    """
    _check_birth(session, child)
    child = _called(child)
    if child_id is None:
        if not may(session.actor, Action.ENROL, ties_to_house(session.actor, child.dagtilbud)):
            raise NotAllowed(
                "Lederen indmelder børn. Bed lederen om det, eller skriv navnet i en kladde."
            )
    else:
        standing = session.child(child_id, Action.EDIT_CHILD)
        if child.cpr and child.cpr == masked(standing.record).cpr:
            child = replace(child, cpr=standing.record.cpr)
    if why_not := why_not_cpr(child.cpr):
        raise Unclear(why_not)
    _cpr_allowed(session, child)
    with session.write() as pen:
        saved = pen.put(child, child_id, replaces=replaces)
        if draft:
            pen.drop_draft(draft)
        return Saved(saved, pen.changes)


def may_keep_cpr(house: Dagtilbud | None) -> bool:
    """A private house needs a basis of its own for CPR numbers."""
    return house is None or house.controller is not Controller.PRIVAT or bool(house.cpr_basis)


def _cpr_allowed(session: Session, child: Child) -> None:
    house = queries.one(session.vault, Dagtilbud, child.dagtilbud)
    if child.cpr and not may_keep_cpr(house.record if house else None):
        raise Unclear(
            "Et privat dagtilbud må kun gemme CPR-numre med et grundlag. Skriv det i Indstillinger."
        )


def reveal_cpr(session: Session, child_id: str, reason: str = "") -> str:
    """The CPR number in clear. That it was shown is noted."""
    stored = session.child(child_id, Action.REVEAL_CPR)
    if not stored.record.cpr:
        raise NotFound("Der står ikke noget CPR-nummer.")
    with session.write() as pen:
        pen.put(CprShown(child=child_id, reason=reason))
    return stored.record.cpr


def child_versions(session: Session, child_id: str) -> list[Version[Child]]:
    """Every version of her facts, the oldest first, with the number masked in each."""
    session.child(child_id)
    return [
        replace(one, record=masked(one.record)) if one.record else one
        for one in past.versions(session.vault, Child, child_id)
    ]
