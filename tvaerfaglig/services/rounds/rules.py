"""Who may do what in a round, and the one place that reads ratings nobody may see yet.

Everything else that wants a rating asks here: `given` tells who has rated, `opened` what they said once all
are in, `mine` one's own. None of them can be asked for somebody else's closed rating, and no leader can either.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain.people import Child, Role, Staff
from tvaerfaglig.domain.roles import Action, ties_to_house
from tvaerfaglig.domain.rounds.course import all_in
from tvaerfaglig.domain.rounds.records import Assigned, Joint, Rating, Rhythm, Round, RoundState
from tvaerfaglig.domain.rounds.scale import RoundScale
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries
from tvaerfaglig.store.vault import Pen

Given = dict[str, frozenset[str]]
"""Who has rated each child: never what."""

GONE = "Runden findes ikke længere."


@dataclass(frozen=True, slots=True)
class InRound:
    """A child in a round, whom the asker may see."""

    round: Stored[Round]
    child: Stored[Child]
    assigned: Assigned


def found(session: Session, round_id: str) -> Stored[Round]:
    """The round, if the actor works in its house or sees one of its children. Raises NotFound else."""
    stored = queries.one(session.vault, Round, round_id)
    if stored is None or stored.record.status is RoundState.FJERNET or not sees(session, stored):
        raise NotFound(GONE)
    return stored


def sees(session: Session, stored: Stored[Round]) -> bool:
    """One of its house's own, or somebody who may see a child of it."""
    if not session.actor.active:
        return False
    made = stored.record
    if made.dagtilbud in session.actor.houses and not session.actor.role.visits:
        return True
    visible = session.children()
    return any(one.child in visible for one in made.assigned)


def as_seen(session: Session, stored: Stored[Round]) -> Stored[Round]:
    """Without the children whom the asker may not see, and why one of them stands alone. To read, never to put."""
    made, visible = stored.record, session.children()
    here = tuple(one for one in made.assigned if one.child in visible)
    return stored if here == made.assigned else replace(stored, record=replace(made, assigned=here))


def leads(session: Session, house: str) -> bool:
    """Who plans and leads a house's rounds: its leader; in a dagpleje its dagplejepædagog too."""
    role = session.actor.role
    may = role.leads or role is Role.DAGPLEJEPAEDAGOG
    return may and session.actor.active and bool(ties_to_house(session.actor, house))


def require_lead(session: Session, house: str) -> None:
    if not leads(session, house):
        raise NotAllowed("Lederen planlægger trivselsrunderne. Tal med lederen om det.")


def rhythm(session: Session, house: str) -> Rhythm:
    stored = queries.one(session.vault, Rhythm, rhythm_id(house))
    return stored.record if stored else Rhythm(dagtilbud=house)


def rhythm_id(house: str) -> str:
    return f"{Rhythm.KIND}:{house}"


def may_close(session: Session, made: Round) -> bool:
    """Its leader; and a pædagog of one of its stuer, where the leader has said so."""
    if leads(session, made.dagtilbud):
        return True
    own = set(session.actor.stuer) & set(made.stuer)
    theirs = session.actor.role is Role.PAEDAGOG and made.dagtilbud in session.actor.houses
    return theirs and bool(own) and rhythm(session, made.dagtilbud).staff_close


def child_in(
    session: Session, round_id: str, child_id: str, action: Action = Action.SEE
) -> InRound:
    """A child of the round, if the actor may do this to her."""
    child = session.child(child_id, action)
    stored = queries.one(session.vault, Round, round_id)
    if stored is None or stored.record.status is RoundState.FJERNET:
        raise NotFound(GONE)
    assigned = stored.record.of(child_id)
    if assigned is None:
        raise NotFound("Barnet er ikke med i runden.")
    return InRound(stored, child, assigned)


def running(made: Round) -> None:
    """Raises Unclear unless the round runs."""
    if made.status is RoundState.LUKKET:
        raise Unclear("Runden er lukket. Lederen kan åbne den igen.")
    if made.status is not RoundState.I_GANG:
        raise Unclear("Runden er ikke begyndt endnu.")


def rating_id(round_id: str, child: str, by: str) -> str:
    """One rating for each adult, child and round: two sittings never make two."""
    return f"{round_id}/{child}/{by}"


def joint_id(round_id: str, child: str) -> str:
    return f"{round_id}/{child}"


def scale_of(library: Library, made: Round) -> RoundScale:
    """The round's scale; the three positions where the file no longer has the one it was begun with."""
    scales = library.trivselsrunde.scales(library.positions, library.scales)
    return next((one for one in scales if one.id == made.scale), scales[0])


def given(session: Session, stored: Stored[Round]) -> Given:
    """For each child of the round, who has rated her: never what."""
    return {child: frozenset(days) for child, days in given_on(session, stored).items()}


def given_on(session: Session, stored: Stored[Round]) -> dict[str, dict[str, date]]:
    """For each child of the round, who rated her on which day."""
    found: dict[str, dict[str, date]] = {}
    for one in _ratings(session, stored):
        found.setdefault(one.record.child, {})[one.record.by] = one.record.day
    return found


def mine(session: Session, round_id: str, child_id: str) -> Stored[Rating] | None:
    """One's own rating, open or closed."""
    own = queries.one(session.vault, Rating, rating_id(round_id, child_id, session.my_id))
    return own if own and own.record.by == session.my_id else None  # "" once taken back


def opened(session: Session, inside: InRound) -> tuple[Stored[Rating], ...]:
    """The ratings of a child whose raters are all in, in the order of the raters; else none at all."""
    found = [
        queries.one(session.vault, Rating, rating_id(inside.round.id, inside.child.id, by))
        for by in inside.assigned.raters
    ]
    ready = [one for one in found if one is not None and one.record.opened]
    return tuple(ready) if len(ready) == len(inside.assigned.raters) else ()


def open_if_all_in(
    pen: Pen, session: Session, round_id: str, assigned: Assigned, given_now: Iterable[Rating] = ()
) -> bool:
    """Open them all at once when the last has come in. Whether that is so is said."""
    ids = [rating_id(round_id, assigned.child, by) for by in assigned.raters]
    lying = [queries.one(session.vault, Rating, one) for one in ids]
    every = {one.record.by: one.record for one in lying if one is not None}
    every |= {one.by: one for one in given_now}
    if not all_in(assigned, every):
        return False
    at = session.now.isoformat(timespec="seconds")
    for by in assigned.raters:
        if not every[by].opened:
            pen.put(replace(every[by], opened=at), rating_id(round_id, assigned.child, by))
    return True


def joints(session: Session, stored: Stored[Round]) -> dict[str, Stored[Joint]]:
    """What was said together in this round, by child."""
    return {
        one.record.child: one
        for one in queries.since_day(session.vault, Joint, _begun(stored.record))
        if one.record.round == stored.id
    }


def before(session: Session, round_id: str, child_id: str, day: str) -> Stored[Joint] | None:
    """The joint rating of the round before this one."""
    every = queries.of_child(session.vault, Joint, child_id)
    return next(
        (one for one in every if one.record.round != round_id and one.record.happened() <= day),
        None,
    )


def raters_to_choose(session: Session, house: str) -> dict[str, Staff]:
    """Who may rate here: the house's own staff, its leader too; nobody who visits."""
    return {
        one: person
        for one, person in session.staff().items()
        if person.active and house in person.houses and not person.role.visits
    }


def _ratings(session: Session, stored: Stored[Round]) -> list[Stored[Rating]]:
    every = queries.since_day(session.vault, Rating, _begun(stored.record))
    return [one for one in every if one.record.round == stored.id and one.record.by]


def _begun(made: Round) -> str:
    """Nothing of a round is older than the day it was begun."""
    return min(made.first, made.started_on or made.first).isoformat()
