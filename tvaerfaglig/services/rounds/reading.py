"""The rounds, and one round: its children with who has rated them and what was said together, never a closed rating."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tvaerfaglig.domain.observation import Observation, Sign
from tvaerfaglig.domain.people import Child, Dagtilbud
from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.rounds.course import Stand, all_in, stand_of
from tvaerfaglig.domain.rounds.form import RoundForm
from tvaerfaglig.domain.rounds.records import Joint, Round, RoundState
from tvaerfaglig.domain.rounds.scale import RoundScale
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children.card import masked
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.rounds import planning, rules
from tvaerfaglig.services.rounds.together import without_parents
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

LOOKED_BACK = timedelta(days=183)
"""How far back an observation counts when it is asked whom nobody has written about: half a year."""


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One round in the list, counted over the children whom the asker may see.

    `both` is whom all her raters have rated, or who was rated together: of a round that is over, only the last.
    """

    stored: Stored[Round]
    house: str
    stuer: str
    children: int
    both: int
    together: int
    mine_left: int
    leads: bool

    @property
    def running(self) -> bool:
        return self.stored.record.status is RoundState.I_GANG


@dataclass(frozen=True, slots=True)
class ChildInRound:
    """A child of the round. `rated` are the raters who have, `waits` those who have not: ids, no steps.

    `asked`: the asker is one of her raters and has not rated yet.
    """

    id: str
    child: Child
    raters: tuple[str, ...]
    rated: tuple[str, ...]
    waits: tuple[str, ...]
    stand: Stand
    joint: Stored[Joint] | None
    before: Stored[Joint] | None
    written: int
    strengths: int
    alone: str
    left_out: str
    mine: bool
    asked: bool


@dataclass(frozen=True, slots=True)
class RoundPage:
    """One round. Children nobody has written about come first: `unwritten` of them."""

    stored: Stored[Round]
    house: str
    stuer: tuple[tuple[str, str], ...]
    scale: RoundScale
    form: RoundForm
    children: tuple[ChildInRound, ...]
    to_rate: tuple[str, ...]
    leads: bool
    may_close: bool
    choosable: tuple[tuple[str, str], ...]
    newcomers: tuple[tuple[str, str], ...]
    names: Names
    today: date

    @property
    def id(self) -> str:
        return self.stored.id

    @property
    def round(self) -> Round:
        return self.stored.record

    @property
    def unwritten(self) -> tuple[ChildInRound, ...]:
        return tuple(one for one in self.children if not one.written and not one.left_out)

    def counted(self, *stands: Stand) -> int:
        return sum(one.stand in stands for one in self.children)

    @property
    def late(self) -> bool:
        return self.round.status is RoundState.I_GANG and self.today > self.round.last


def rows(session: Session) -> list[RoundRow]:
    """The rounds of one's own house, and those with a child one may see; the newest first."""
    houses, visible = session.houses(), session.children()
    found = [
        one
        for one in queries.all_of(session.vault, Round)
        if one.record.status is not RoundState.FJERNET and rules.sees(session, one)
    ]
    if not found:
        return []
    joints = queries.ids_of(session.vault, Joint)
    return [_row(session, one, houses.get(one.record.dagtilbud), visible, joints) for one in found]


def _row(
    session: Session,
    stored: Stored[Round],
    house: Dagtilbud | None,
    visible: Collection[str],
    joints: Collection[str],
) -> RoundRow:
    made = stored.record
    running = made.status is RoundState.I_GANG
    here = [one for one in made.assigned if one.child in visible and one.rated]
    together = {one.child for one in here if rules.joint_id(stored.id, one.child) in joints}
    given = rules.given(session, stored) if running else {}
    rated = {one.child for one in here if all_in(one, given.get(one.child, ()))}
    return RoundRow(
        stored=rules.as_seen(session, stored),
        house=house.name if house else "",
        stuer=", ".join(filter(None, (house.stue_name(one) for one in made.stuer)))
        if house
        else "",
        children=len(here),
        both=len(rated | together),
        together=len(together),
        mine_left=sum(
            session.my_id in one.raters and session.my_id not in given.get(one.child, ())
            for one in here
        )
        if running
        else 0,
        leads=rules.leads(session, made.dagtilbud),
    )


def round_page(session: Session, library: Library, round_id: str) -> RoundPage:
    """One round with the children whom the asker may see. Opening it is noted, of the round."""
    stored = rules.found(session, round_id)
    session.looked(record=round_id, what=Round.KIND)
    made, who = stored.record, names(session)
    house = session.houses()[made.dagtilbud]
    leading = rules.leads(session, made.dagtilbud)
    children = _children(session, stored)
    chosen = rules.raters_to_choose(session, made.dagtilbud) if leading else {}
    return RoundPage(
        stored=rules.as_seen(session, stored),
        house=house.name,
        stuer=tuple((one.id, one.name) for one in house.stuer if one.id in made.stuer),
        scale=rules.scale_of(library, made),
        form=library.trivselsrunde,
        children=children,
        to_rate=tuple(one.id for one in children if one.asked),
        leads=leading,
        may_close=rules.may_close(session, made),
        choosable=tuple(
            sorted(((one, person.name) for one, person in chosen.items()), key=lambda one: one[1])
        ),
        newcomers=planning.newcomers(session, made)
        if leading and made.status is not RoundState.LUKKET
        else (),
        names=who,
        today=session.today,
    )


def _children(session: Session, stored: Stored[Round]) -> tuple[ChildInRound, ...]:
    """Those nobody has written about first, then by name; a handful of queries for all of them."""
    made, visible = stored.record, session.children()
    here = {one.child: one for one in made.assigned if one.child in visible}
    given, joints = rules.given(session, stored), rules.joints(session, stored)
    before = _before(session, stored, here)
    written = _written(session, here)
    guarded = _guarded(session, here)
    found = []
    for child, one in here.items():
        own = written.get(child, ())
        by = given.get(child, frozenset())
        joint = joints.get(child)
        found.append(
            ChildInRound(
                id=child,
                child=masked(visible[child].record),
                raters=one.raters,
                rated=tuple(each for each in one.raters if each in by),
                waits=tuple(each for each in one.raters if each not in by),
                stand=stand_of(one, by, joint.record if joint else None),
                joint=without_parents(joint) if joint and child in guarded else joint,
                before=before.get(child),
                written=len(own),
                strengths=sum(each.sign is Sign.RESSOURCE for each in own),
                alone=one.alone,
                left_out=one.left_out,
                mine=session.my_id in one.raters,
                asked=one.rated and session.my_id in set(one.raters) - by,
            )
        )
    return tuple(
        sorted(found, key=lambda one: (bool(one.left_out), one.written > 0, one.child.name))
    )


def _guarded(session: Session, children: Iterable[str]) -> frozenset[str]:
    """Those whose parents are hidden, all in one question."""
    guards = queries.of_children(session.vault, Guard, children)
    return frozenset(
        child for one in guards if one.record.hides_parents for child in one.record.about()
    )


def _before(
    session: Session, stored: Stored[Round], children: Iterable[str]
) -> dict[str, Stored[Joint]]:
    """For each child, the newest joint rating of another round."""
    found: dict[str, Stored[Joint]] = {}
    for one in queries.of_children(session.vault, Joint, children):
        if one.record.round != stored.id and one.record.day <= session.today:
            found.setdefault(one.record.child, one)
    return found


def _written(session: Session, children: Collection[str]) -> dict[str, tuple[Observation, ...]]:
    """What was written about each in the last half-year."""
    since = (session.today - LOOKED_BACK).isoformat()
    found: dict[str, list[Observation]] = {}
    for one in queries.since_day(session.vault, Observation, since):
        for child in one.record.about():
            if child in children:
                found.setdefault(child, []).append(one.record)
    return {child: tuple(every) for child, every in found.items()}
