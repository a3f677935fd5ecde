"""What one may choose from when an indsats is begun or put right: houses, kinds, colleagues for the seats, projects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.efforts.kind import EffortKind, SeatRule
from tvaerfaglig.domain.efforts.records import Effort, EffortState, EnrolmentState, Seated
from tvaerfaglig.domain.people import Child, Staff
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.shelf import OnShelf, kind_of
from tvaerfaglig.services.efforts.starting import choices, may_sit
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_HERE = frozenset({EnrolmentState.VENTER, EnrolmentState.MED})
_AUTUMN = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatChoice:
    """One seat of a kind: who of the house's colleagues may have it, as (id, name), and who has.

    `gone` are names of those who have it and may not any more: whoever saves takes them out of it.
    """

    id: str
    name: str
    meaning: str
    number: int
    may: tuple[tuple[str, str], ...]
    chosen: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToStart:
    """One kind in one house, with what is proposed. `projects` are the tags in use, the newest first."""

    ref: str
    kind: EffortKind
    house: str
    house_name: str
    name: str
    seats: tuple[SeatChoice, ...]
    projects: tuple[str, ...]
    today: date
    stored: Stored[Effort] | None = None


@dataclass(frozen=True, slots=True)
class Joining:
    """An effort that runs, which a family can be put on the list of."""

    id: str
    name: str
    kind: str
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What can be begun, house by house; for a child also what she can be put on the list of."""

    houses: tuple[tuple[str, str], ...]
    kinds: Mapping[str, tuple[OnShelf, ...]]
    others: Mapping[str, tuple[str, ...]]
    child: str = ""
    first_name: str = ""
    joining: tuple[Joining, ...] = ()


def shelf_for(session: Session, child_id: str = "") -> Shelf:
    """The kinds for her own houses; about a child those of her house that are about families."""
    houses = session.houses()
    child = session.child(child_id, Action.WRITE).record if child_id else None
    mine = [one for one in session.actor.houses if one in houses]
    if child is not None:
        mine = [one for one in mine if one == child.dagtilbud]
    found = {one: choices(session, one) for one in mine}
    return Shelf(
        houses=tuple((one, houses[one].name) for one in mine),
        kinds={one: _fitting(what.kinds, child) for one, what in found.items()},
        others={one: what.others for one, what in found.items()},
        child=child_id,
        first_name=child.first_name if child else "",
        joining=_joining(session, child_id, child) if child else (),
    )


def _fitting(kinds: Iterable[OnShelf], child: Child | None) -> tuple[OnShelf, ...]:
    return tuple(one for one in kinds if child is None or one.kind.has_families)


def _joining(session: Session, child_id: str, child: Child) -> tuple[Joining, ...]:
    """Those of her house that she is not in; one for a single family that has its family is not offered."""
    found = []
    for one in queries.all_of(session.vault, Effort):
        made = one.record
        fits = made.is_open and made.subject.has_families and made.house == child.dagtilbud
        if not fits or not rules.sees(session, one):
            continue
        kind = kind_of(session, made)
        here = [place.record for place in rules.every_place(session, one.id)]
        open_to = [place.child for place in here if place.status in _HERE]
        if child_id in open_to or (open_to and kind.max_families == 1):
            continue
        waiting = [place for place in here if place.status is EnrolmentState.VENTER]
        found.append(Joining(one.id, made.name, kind.name, len(waiting)))
    return tuple(sorted(found, key=lambda one: one.name))


def to_start(session: Session, ref: str, house: str = "") -> ToStart:
    """The form of a new one. Without a house the first of hers where she may begin it."""
    mine = [house] if house else list(session.actor.houses)
    for one in mine:
        kind = next((own.kind for own in choices(session, one).kinds if own.ref == ref), None)
        if kind is not None:
            return _form(session, ref, kind, one)
    raise NotAllowed("Den indsats begynder lederen. Tal med lederen om det.")


def to_change(session: Session, effort_id: str) -> ToStart:
    """The form of one that is there, for who runs it."""
    stored = rules.require_run(session, effort_id)
    made = stored.record
    rules.require_open(made)
    return _form(session, made.kind, kind_of(session, made), made.house, stored)


def _form(
    session: Session, ref: str, kind: EffortKind, house: str, stored: Stored[Effort] | None = None
) -> ToStart:
    every = [one.record for one in queries.all_of(session.vault, Effort)]
    seated = stored.record.seated if stored else _myself(session, kind)
    found = session.houses().get(house)
    return ToStart(
        ref=ref,
        kind=kind,
        house=house,
        house_name=found.name if found else "",
        name=stored.record.name if stored else _proposed(kind, house, every, session.today),
        seats=_seats(session, kind, house, seated),
        projects=_projects(session, every),
        today=session.today,
        stored=stored,
    )


def _myself(session: Session, kind: EffortKind) -> tuple[Seated, ...]:
    """Whoever begins it has the first seat that is for her: she may move herself away again."""
    mine = next((one.id for one in kind.seats if session.actor.role in one.roles), "")
    lone = mine and not session.actor.role.leads
    return (Seated(seat=mine, staff=session.my_id),) if lone else ()


def _seats(
    session: Session, kind: EffortKind, house: str, seated: Iterable[Seated]
) -> tuple[SeatChoice, ...]:
    staff, taken = session.staff(), list(seated)
    return tuple(
        _seat(seat, house, staff, [one.staff for one in taken if one.seat == seat.id])
        for seat in kind.seats
        if seat.roles
    )


def _seat(seat: SeatRule, house: str, staff: Mapping[str, Staff], chosen: list[str]) -> SeatChoice:
    may = {one: who for one, who in staff.items() if may_sit(who, seat, house)}
    named = sorted(may.items(), key=lambda pair: pair[1].name)
    return SeatChoice(
        id=seat.id,
        name=seat.name,
        meaning=seat.meaning,
        number=seat.number,
        may=tuple((one, _called(who)) for one, who in named),
        chosen=tuple(one for one in chosen if one in may),
        gone=tuple(staff[one].name for one in chosen if one in staff and one not in may),
    )


def _called(who: Staff) -> str:
    return f"{who.name}, {who.role.word}"


def _projects(session: Session, every: Iterable[Effort]) -> tuple[str, ...]:
    """The tags of her own houses."""
    mine = set(session.actor.houses)
    newest = sorted(every, key=lambda one: one.start, reverse=True)
    return tuple(dict.fromkeys(one.project for one in newest if one.project and one.house in mine))


def _proposed(kind: EffortKind, house: str, every: Iterable[Effort], today: date) -> str:
    """»Familiegruppe, efterår 2026«, and a number where that one is there already."""
    season = "efterår" if today.month >= _AUTUMN else "forår"
    plain = f"{kind.name}, {season} {today.year}"
    taken = {
        one.name for one in every if one.house == house and one.status is not EffortState.FJERNET
    }
    free = (plain, *(f"{plain} ({n})" for n in range(2, 100)))
    return next((one for one in free if one not in taken), plain)
