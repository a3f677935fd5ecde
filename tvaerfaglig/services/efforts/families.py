"""The families of an indsats as its page lists them, and what is asked when one is put on the list."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.consent.standing import givers
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.records import Effort, Enrolment, EnrolmentState, Presence
from tvaerfaglig.domain.efforts.waiting_list import waiting_list
from tvaerfaglig.domain.people import Child, Parent
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children.guard import hidden_among, hides_parents
from tvaerfaglig.services.consent import rests
from tvaerfaglig.services.consent.places import yes_of
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_HERE = frozenset({EnrolmentState.VENTER, EnrolmentState.MED})


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyLine:
    """One family that one may see. `rank` is 0 but on the list; `lacks` is what its consent lacks, in words.

    `paused`: the yes was taken back, and until there is a new one the family is on no roll. `guarded`: its
    grown-ups are not named while the guard hides them.
    """

    enrolment: str
    child: str
    name: str
    place: Enrolment
    rank: int
    days: int
    came: int
    called: int
    lacks: str
    paused: bool
    guarded: bool
    may_write: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Families:
    """Those in it, on the list and over; the unseen are counted. `room` 0: no limit."""

    here: tuple[FamilyLine, ...]
    waiting: tuple[FamilyLine, ...]
    over: tuple[FamilyLine, ...]
    unseen_here: int
    unseen_waiting: int
    taken: int
    room: int
    runs: bool
    is_open: bool
    today: date


@dataclass(frozen=True, slots=True)
class MayJoin:
    """A child that can be put on the list."""

    id: str
    name: str
    stue: str
    born: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What stands to choose from about one family. `guarded`: the guard hides the parents."""

    effort_id: str
    effort: Effort
    kind: EffortKind
    child_id: str
    child: Child
    parents: tuple[Parent, ...]
    siblings: tuple[str, ...]
    consents: tuple[tuple[str, str], ...]
    guarded: bool
    today: date
    stored: Stored[Enrolment] | None = None


def families(session: Session, effort_id: str) -> Families:
    """The list by its order, who is in it by who began first, and who has been by who ended last."""
    stored = rules.found(session, effort_id)
    kind, every = kind_of(session, stored.record), rules.every_place(session, effort_id)
    visible = session.children()
    seen = [one for one in every if one.record.child in visible]
    children = {one.record.child for one in seen}
    read = _Read(
        kind=kind,
        ranks={one.enrolment.id: one.rank for one in waiting_list(kind, every)},
        said=_said_of(session, effort_id, children),
        given=yes_of(session, seen),
        hidden=hidden_among(session, children),
    )
    lines = [_line(session, one, read) for one in seen]
    states = [one.record.status for one in every if one.record.child not in visible]
    here = [one for one in lines if one.place.status is EnrolmentState.MED]
    over = [one for one in lines if one.place.status not in _HERE]
    return Families(
        here=tuple(sorted(here, key=lambda one: (one.place.from_day or date.max, one.name))),
        waiting=tuple(sorted((one for one in lines if one.rank), key=lambda one: one.rank)),
        over=tuple(sorted(over, key=lambda one: one.place.until or date.min, reverse=True)),
        unseen_here=states.count(EnrolmentState.MED),
        unseen_waiting=states.count(EnrolmentState.VENTER),
        taken=sum(1 for one in every if one.record.status is EnrolmentState.MED),
        room=stored.record.max_families or kind.max_families,
        runs=rules.runs(session, stored.record),
        is_open=stored.record.is_open,
        today=session.today,
    )


def _said_of(session: Session, effort_id: str, children: set[str]) -> dict[str, list[Presence]]:
    """What was said of each place when the roll was called."""
    found: dict[str, list[Presence]] = {}
    for one in queries.of_children(session.vault, Presence, children):
        if one.record.effort == effort_id:
            found.setdefault(one.record.enrolment, []).append(one.record)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What every line is made of, each kind asked for once; by place, `hidden` by child."""

    kind: EffortKind
    ranks: Mapping[str, int]
    said: Mapping[str, list[Presence]]
    given: Mapping[str, Samtykke]
    hidden: Collection[str]


def _line(session: Session, stored: Stored[Enrolment], read: _Read) -> FamilyLine:
    made, child = stored.record, session.children()[stored.record.child]
    said, given = read.said.get(stored.id, []), read.given.get(stored.id)
    open_to = made.status in _HERE
    last = made.from_day or made.until or session.today
    return FamilyLine(
        enrolment=stored.id,
        child=made.child,
        name=child.record.name,
        place=made,
        rank=read.ranks.get(stored.id, 0),
        days=(last - made.asked_on).days,
        came=sum(1 for one in said if one.came),
        called=len(said),
        lacks=consent_lacks(given, read.kind, session.today) if open_to else "",
        paused=open_to and given is not None and given.withdrawn_on is not None,
        guarded=made.child in read.hidden,
        may_write=made.child in session.children_for(Action.WRITE),
    )


def room_words(taken: int, room: int) -> str:
    """»4 af 6 pladser er taget«; a lone place is taken or free."""
    if room == 1:
        return "Pladsen er taget" if taken else "Pladsen er ledig"
    return f"{taken} af {room} pladser er taget" if room else f"{taken} er med"


def consent_lacks(given: Samtykke | None, kind: EffortKind, on: date) -> str:
    """Why a place does not rest on its yes that day; empty where it does, or where none is asked."""
    if not kind.consent:
        return ""
    if given is None:
        return "Samtykke mangler"
    if given.withdrawn_on is not None:
        return "Samtykket er trukket tilbage"
    if given.holds_on(on):
        return ""
    return "Samtykket gælder ikke endnu" if on < given.given_on else "Samtykket er udløbet"


def may_join(session: Session, effort_id: str) -> tuple[MayJoin, ...]:
    """The children of the house whom she may write about and who are not in it already, by name."""
    effort = rules.found(session, effort_id).record
    house = session.houses().get(effort.house)
    here = {
        one.record.child
        for one in rules.every_place(session, effort_id)
        if one.record.status in _HERE
    }
    mine = session.children_for(Action.WRITE)
    found = [
        MayJoin(one, child.name, house.stue_name(child.stue) if house else "", child.born)
        for one, stored in session.children().items()
        for child in (stored.record,)
        if child.dagtilbud == effort.house
        and one not in here
        and (child.left is None or child.left > session.today)
        and one in mine
    ]
    return tuple(sorted(found, key=lambda one: one.name))


def to_ask(session: Session, effort_id: str, child_id: str) -> Asking:
    """The form that puts a family on the list."""
    return _asking(session, effort_id, child_id, None)


def to_correct(session: Session, enrolment_id: str) -> Asking:
    """The same form for one that is there."""
    stored = rules.place(session, enrolment_id, Action.WRITE)
    return _asking(session, stored.record.effort, stored.record.child, stored)


def _asking(
    session: Session, effort_id: str, child_id: str, stored: Stored[Enrolment] | None
) -> Asking:
    effort = rules.found(session, effort_id).record
    child = session.child(child_id, Action.WRITE).record
    guarded = hides_parents(session, child_id)
    chosen = stored.record.samtykke if stored else ""
    return Asking(
        effort_id=effort_id,
        effort=effort,
        kind=kind_of(session, effort),
        child_id=child_id,
        child=child,
        parents=() if guarded else child.parents,
        siblings=() if guarded else tuple(one.name for one in child.siblings),
        consents=() if guarded else _consents(session, child_id, child, chosen),
        guarded=guarded,
        today=session.today,
        stored=stored,
    )


def _consents(
    session: Session, child_id: str, child: Child, chosen: str
) -> tuple[tuple[str, str], ...]:
    """Those that hold today, and the one the place has already."""
    standing = {one.id: one.record for one in rests.standing_today(session, child_id)}
    own = rests.of_child(session, child_id, chosen)
    if own is not None:
        standing.setdefault(own.id, own.record)
    return tuple((one, _said(given, child)) for one, given in standing.items())


def _said(given: Samtykke, child: Child) -> str:
    return f"{givers(given, child)}, {danish.day(given.given_on)}"
