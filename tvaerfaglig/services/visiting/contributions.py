"""What the sundhedsplejerske gives at a visit: about a child with a samtykke, else without a name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.people import Role
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.domain.visiting.visit import Visit
from tvaerfaglig.services import recording
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.names import names
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting import rules
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class Given:
    """One contribution, headed by whom it is about as the asker may know it."""

    stored: Stored[Contribution]
    heading: str
    mine: bool


@dataclass(frozen=True, slots=True)
class MayGive:
    """About whom one may write: children with a standing samtykke as (id, name, samtykke, what it says)."""

    children: tuple[tuple[str, str, str, str], ...]


def may_give(session: Session, visit: Visit) -> bool:
    return session.actor.role is Role.SUNDHEDSPLEJERSKE and rules.may_with(
        session, Action.CONTRIBUTE, visit
    )


def about_whom(session: Session, visit_id: str) -> MayGive:
    """Children of the house that she may see and whose parents have agreed; nobody while the guard hides them."""
    visit = rules.visit(session, visit_id, Action.CONTRIBUTE).record
    here = {
        one: child
        for one, child in session.children().items()
        if child.record.dagtilbud == visit.house and not child.record.left
    }
    found: dict[str, tuple[str, str, str, str]] = {}
    for one in queries.of_children(session.vault, Samtykke, here):
        if one.record.child not in found and _holds(session, one.record):
            purpose = one.record.purpose or one.record.scope
            found[one.record.child] = (
                one.record.child, here[one.record.child].record.name, one.id, purpose,
            )  # fmt: skip
    return MayGive(tuple(sorted(found.values(), key=lambda each: each[1])))


def _holds(session: Session, given: Samtykke) -> bool:
    hidden = hides_parents(session, given.child)
    return given.holds_on(session.today) and not hidden


def save_contribution(
    session: Session, contribution: Contribution, contribution_id: str | None = None
) -> Saved:
    """Write it. Named it must rest on a samtykke that holds today; else it may hold no name."""
    visit = rules.visit(session, contribution.visit, Action.CONTRIBUTE).record
    if contribution_id:
        before = _own(session, contribution_id).record
        if before.child != contribution.child:
            raise Unclear("Et bidrag skifter ikke barn. Skriv et nyt, og fortryd dette.")
    whole = replace(contribution, house=visit.house, day=visit.day, by=session.my_id)
    if whole.child:
        _rests_on(session, whole)
    else:
        rules.keep_nameless(session, whole.own_words())
        whole = replace(whole, samtykke="")
    if not (whole.areas or whole.question.strip() or whole.advice.strip()):
        raise Unclear("Hvad så du, eller hvad rådede du til? Ét område er nok.")
    with session.write() as pen:
        return Saved(pen.put(whole, contribution_id), pen.changes)


def _rests_on(session: Session, contribution: Contribution) -> None:
    session.child(contribution.child, Action.WRITE)
    given = queries.one(session.vault, Samtykke, contribution.samtykke)
    if (
        given is None
        or given.record.child != contribution.child
        or not _holds(session, given.record)
    ):
        raise Unclear(
            "Der er ikke et samtykke, der gælder i dag. Skriv bidraget uden navn, "
            "eller bed huset om at spørge forældrene."
        )


def _own(session: Session, contribution_id: str) -> Stored[Contribution]:
    """Her own, while the visit is hers."""
    found = queries.one(session.vault, Contribution, contribution_id)
    if found is None:
        raise NotFound("Bidraget findes ikke længere.")
    rules.visit(session, found.record.visit, Action.CONTRIBUTE)
    if found.record.child:
        session.child(found.record.child, Action.WRITE)
    if found.written_by != session.my_id:
        session.require(Action.CONTRIBUTE, frozenset(), "det bidrag")
    return found


def open_contribution(session: Session, contribution_id: str) -> Given:
    """One to read. Opening one about a child is noted."""
    found = queries.one(session.vault, Contribution, contribution_id)
    if found is None:
        raise NotFound("Bidraget findes ikke længere.")
    if found.record.child:
        session.child(found.record.child)
        session.looked(child=found.record.child, record=contribution_id, what=Contribution.KIND)
    else:
        rules.visit(session, found.record.visit)
    return _given(session, found)


def of_visit(session: Session, visit: Stored[Visit]) -> tuple[Given, ...]:
    """What was given at a visit: anonymous ones for all who see it, named ones for those who see the child."""
    visible = session.children()
    found = [
        one
        for one in queries.since_day(session.vault, Contribution, visit.record.day.isoformat())
        if one.record.visit == visit.id and (not one.record.child or one.record.child in visible)
    ]
    return tuple(_given(session, one) for one in sorted(found, key=lambda one: one.id))


def take_back(session: Session, contribution_id: str) -> Changes:
    """*Fortryd* right after saving: erased, as long as it is the day it was written and nobody built on it."""
    _own(session, contribution_id)
    return recording.take_back(session, contribution_id)


def _given(session: Session, one: Stored[Contribution]) -> Given:
    record = one.record
    heading = f"Et barn, {record.age_band}" if record.age_band else "Et barn, uden navn"
    if record.child:
        heading = names(session).of_child(record.child)
    return Given(one, heading, one.written_by == session.my_id)
