"""Every permission in one table: may this person do this to that child, record or house.

Roles hold inside the program; the keys hold outside it. In need whoever works in a child's house opens her
for a day with a reason, and so does its socialrådgiver, who is called when it burns; a sundhedsplejerske and
a psykolog come by appointment and ask the leader. Never across houses. Nothing in the table can stop anyone from
finishing or sending an underretning about a child she may see: the duty is personal.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum, auto
from typing import NamedTuple

from tvaerfaglig.domain.emergency import Emergency
from tvaerfaglig.domain.people import Child, Dagtilbud, Role, Staff
from tvaerfaglig.domain.protection import Sharing


class Tie(StrEnum):
    """What binds a person to a child or a record.

    NEAR is to belong to the child's house, or to come there, whether or not one may see her; by itself it
    opens nothing but the way to IN_NEED, which is a child opened in need, with a reason, for a day.
    VISITOR is whose visits they are, in a house that she comes to.
    """

    HOUSE = auto()
    STUE = auto()
    DAGPLEJE = auto()
    OVERSEES = auto()
    SHARED = auto()
    NEAR = auto()
    IN_NEED = auto()
    WRITER = auto()
    PRESENT = auto()
    VISITOR = auto()


class Action(StrEnum):
    SEE = auto()
    WRITE = auto()
    CORRECT = auto()
    EDIT_CHILD = auto()
    ENROL = auto()
    SHARE = auto()
    GUARD = auto()
    REVEAL_CPR = auto()
    UNDERRET = auto()
    COMMENT = auto()
    CONSULT = auto()
    PRINT = auto()
    SEE_LOG = auto()
    ADMINISTER = auto()
    SUMMARISE = auto()
    ERASE = auto()
    BREAK_GLASS = auto()
    SEE_VISITS = auto()
    PLAN_VISITS = auto()
    CONTRIBUTE = auto()


_HOME = frozenset({Tie.HOUSE, Tie.STUE, Tie.DAGPLEJE, Tie.OVERSEES})
_HOME_OR_SHARED = _HOME | {Tie.SHARED, Tie.IN_NEED}
_AT_TABLE = frozenset({Tie.WRITER, Tie.PRESENT})
_WRITER = frozenset({Tie.WRITER})
_HOUSE = frozenset({Tie.HOUSE})
_VISITOR = frozenset({Tie.VISITOR})

_LEADS = {Role.LEDER, Role.SOUSCHEF}
_HOUSE_STAFF = {Role.PAEDAGOG, Role.MEDHJAELPER, Role.DAGPLEJER, Role.DAGPLEJEPAEDAGOG}
_VISITS = {Role.SOCIALRAADGIVER, Role.SUNDHEDSPLEJERSKE, Role.PSYKOLOG}
_ALL = _LEADS | _HOUSE_STAFF | _VISITS

_TABLE: dict[Action, tuple[tuple[set[Role], frozenset[Tie]], ...]] = {
    Action.SEE: ((_ALL, _HOME_OR_SHARED), (_ALL, _AT_TABLE)),
    Action.WRITE: ((_ALL, _HOME_OR_SHARED),),
    Action.CORRECT: ((_ALL, _WRITER), (_LEADS, _HOME)),
    Action.EDIT_CHILD: ((_LEADS | _HOUSE_STAFF, _HOME),),
    Action.ENROL: ((_LEADS, _HOME), ({Role.DAGPLEJEPAEDAGOG}, _HOME)),
    Action.SHARE: ((_LEADS | _HOUSE_STAFF, _HOME),),
    Action.GUARD: ((_ALL, _HOME_OR_SHARED),),
    Action.REVEAL_CPR: ((_ALL, _HOME_OR_SHARED),),
    Action.UNDERRET: ((_ALL, _HOME_OR_SHARED),),
    Action.COMMENT: ((_ALL, _HOME_OR_SHARED),),
    Action.CONSULT: ((_ALL, _HOME_OR_SHARED | _AT_TABLE),),
    Action.PRINT: ((_ALL, _HOME_OR_SHARED | _AT_TABLE),),
    Action.SEE_LOG: ((_LEADS, _HOME),),
    Action.SUMMARISE: ((_LEADS, _HOME), ({Role.DAGPLEJEPAEDAGOG}, _HOME)),
    Action.ADMINISTER: ((_LEADS, _HOME),),
    Action.ERASE: ((_LEADS, _HOME),),
    Action.SEE_VISITS: ((_ALL, _HOUSE | _VISITOR),),
    Action.PLAN_VISITS: ((_LEADS, _HOUSE), (_VISITS, _VISITOR)),
    Action.CONTRIBUTE: (({Role.SUNDHEDSPLEJERSKE}, _VISITOR),),
    Action.BREAK_GLASS: ((_HOUSE_STAFF | {Role.SOCIALRAADGIVER}, frozenset({Tie.NEAR})),),
}


def may(actor: Staff, action: Action, ties: Iterable[Tie]) -> bool:
    """Whether the actor may do this to a subject she is bound to by these ties."""
    if not actor.active:
        return False
    bound = frozenset(ties)
    return any(actor.role in roles and bound & needed for roles, needed in _TABLE[action])


class Place(NamedTuple):
    """Where a child is looked after: the whole of what a colleague's post can bind to in her."""

    dagtilbud: str
    stue: str
    dagplejer: str
    guests_with: tuple[str, ...]

    @classmethod
    def of(cls, child: Child) -> Place:
        return cls(child.dagtilbud, child.stue, child.dagplejer, child.guests_with)


def ties_to(
    actor_id: str,
    actor: Staff,
    child: Child,
    house: Dagtilbud | None,
    sharings: Iterable[Sharing],
    day: date,
    emergencies: Iterable[Emergency] = (),
) -> frozenset[Tie]:
    """What binds a person to a child today (decisions.md no. 1 and 2)."""
    found = {Tie.SHARED for one in sharings if one.staff == actor_id and one.holds_on(day)}
    found |= {Tie.IN_NEED for one in emergencies if one.staff == actor_id and one.holds_on(day)}
    return frozenset(found | _by_work(actor_id, actor, Place.of(child), house))


def _by_work(actor_id: str, actor: Staff, child: Place, house: Dagtilbud | None) -> set[Tie]:
    """What her own post gives her: the house, her stuer, her dagpleje."""
    found = {Tie.NEAR} if child.dagtilbud in actor.houses else set()
    if actor.role is Role.DAGPLEJER:
        if actor_id == child.dagplejer or actor_id in child.guests_with:
            found.add(Tie.DAGPLEJE)
    elif actor.role is Role.DAGPLEJEPAEDAGOG:
        if child.dagplejer in actor.oversees:
            found.add(Tie.OVERSEES)
    elif not actor.role.visits and child.dagtilbud in actor.houses:
        if child.stue in actor.stuer:
            found.add(Tie.STUE)
        if actor.role.leads or not (house and house.own_stue_only):
            found.add(Tie.HOUSE)
    return found


def ties_to_visits(actor_id: str, actor: Staff, dagtilbud: str, visitor: str) -> frozenset[Tie]:
    """What binds a person to somebody's visits in a house."""
    found = ties_to_house(actor, dagtilbud)
    return found | {Tie.VISITOR} if found and actor_id == visitor and actor.role.visits else found


def ties_to_house(actor: Staff, dagtilbud: str) -> frozenset[Tie]:
    return frozenset({Tie.HOUSE}) if dagtilbud in actor.houses else frozenset()
