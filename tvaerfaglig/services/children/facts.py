"""What the page with a child's facts needs: the child, the houses, and the people and children one may name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tvaerfaglig.domain.people import Child, Dagtilbud, Role, Staff
from tvaerfaglig.domain.roles import Action, may, ties_to_house
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children.card import masked, may_keep_cpr
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.session import Session


@dataclass(frozen=True, slots=True)
class Facts:
    """The child to change (None: a new one) with her number masked, and what can be chosen."""

    stored: Stored[Child] | None
    houses: dict[str, Dagtilbud]
    staff: dict[str, Staff]
    children: dict[str, str]
    hides_parents: bool = False

    def keeps_cpr(self, house: str) -> bool:
        """Whether this house may keep CPR numbers."""
        return may_keep_cpr(self.houses.get(house))

    def dagplejere(self, house: str) -> list[tuple[str, str]]:
        """The dagplejere of a dagpleje, by name."""
        return self._people(house, lambda one: one.role is Role.DAGPLEJER)

    def contacts(self, house: str) -> list[tuple[str, str]]:
        """Those who can be a child's contact person there, by name."""
        return self._people(house, lambda one: not one.role.visits)

    def _people(self, house: str, fits: Callable[[Staff], bool]) -> list[tuple[str, str]]:
        found = [
            (key, one.name)
            for key, one in self.staff.items()
            if one.active and house in one.houses and fits(one)
        ]
        return sorted(found, key=lambda pair: pair[1])


def facts(session: Session, child_id: str = "") -> Facts:
    """Open a child's facts to change them, or an empty page for a new child. Opening it is noted."""
    houses, staff = session.houses(), session.staff()
    visible = {one: stored.record.name for one, stored in session.children().items()}
    if child_id:
        stored = session.child(child_id, Action.EDIT_CHILD)
        session.looked(child=child_id, what="barnets oplysninger")
        mine = {stored.record.dagtilbud, *session.actor.houses}
        return Facts(
            stored=replace(stored, record=masked(stored.record)),
            houses={one: house for one, house in houses.items() if one in mine},
            staff=staff,
            children={one: name for one, name in visible.items() if one != child_id},
            hides_parents=hides_parents(session, child_id),
        )
    open_to_me = {
        one: house
        for one, house in houses.items()
        if may(session.actor, Action.ENROL, ties_to_house(session.actor, one))
    }
    if not open_to_me:
        raise NotAllowed("Det er lederen, der indmelder børn. Bed lederen om det.")
    return Facts(None, open_to_me, staff, visible)


def may_enrol(session: Session) -> bool:
    """Whether the actor may take in a child in one of her houses."""
    actor = session.actor
    return any(may(actor, Action.ENROL, ties_to_house(actor, one)) for one in actor.houses)
