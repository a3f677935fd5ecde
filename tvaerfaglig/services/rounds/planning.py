"""Plan a round, begin it, change who rates, let one stand alone, close it; each can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.people import Child, Staff
from tvaerfaglig.domain.rounds.course import next_round
from tvaerfaglig.domain.rounds.records import TOGETHER, Assigned, Rhythm, Round, RoundState
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.rounds import rules
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_WEEKS = timedelta(weeks=5)
_LED = (RoundState.PLANLAGT, RoundState.I_GANG, RoundState.LUKKET)


@dataclass(frozen=True, slots=True)
class HouseToPlan:
    """One of the actor's houses: its stuer as (id, name, how many children), and what is proposed."""

    id: str
    name: str
    stuer: tuple[tuple[str, str, int], ...]
    rhythm: Rhythm
    first: date
    last: date
    since: date | None


@dataclass(frozen=True, slots=True)
class Planning:
    houses: tuple[HouseToPlan, ...]
    today: date


def to_plan(session: Session) -> Planning:
    """The houses whose rounds the actor leads, each with the days its rhythm proposes."""
    named = sorted(session.houses().items(), key=lambda one: one[1].name)
    houses = [one for one, _ in named if rules.leads(session, one)]
    rounds = queries.all_of(session.vault, Round)
    return Planning(tuple(_house(session, one, rounds) for one in houses), session.today)


def _house(session: Session, house_id: str, rounds: Iterable[Stored[Round]]) -> HouseToPlan:
    house, rhythm = session.houses()[house_id], rules.rhythm(session, house_id)
    here = [one.child.stue for one in _children(session, house_id)]
    own = [one.record for one in rounds if one.record.dagtilbud == house_id]
    held = [one for one in own if one.status in _LED]
    since = max((one.first for one in held), default=None)
    asked = max((one.next_on for one in held if one.next_on), default=None)
    first = max(
        asked or (next_round(since, rhythm.times) if since else session.today), session.today
    )
    stuer = tuple((one.id, one.name, here.count(one.id)) for one in house.stuer)
    return HouseToPlan(house_id, house.name, stuer, rhythm, first, first + _WEEKS, since)


@dataclass(frozen=True, slots=True)
class _Here:
    id: str
    child: Child


def _children(session: Session, house: str, stuer: Iterable[str] = ()) -> list[_Here]:
    """The children of a house (of some stuer) who are there today and whom the actor may see."""
    chosen = set(stuer)
    found = [
        _Here(one, stored.record)
        for one, stored in session.children().items()
        if stored.record.dagtilbud == house
        and stored.record.born
        and not stored.record.left
        and (not chosen or stored.record.stue in chosen)
    ]
    return sorted(found, key=lambda one: one.child.name)


def proposed(session: Session, house: str, stuer: tuple[str, ...]) -> tuple[Assigned, ...]:
    """Every child with two adults: her contact person first, then the stue's others, taken in turn."""
    rules.require_lead(session, house)
    staff, turns = rules.raters_to_choose(session, house), dict[str, int]()
    made = []
    for one in _children(session, house, stuer):
        near = _nearest(one.child, staff)
        others = sorted(near, key=lambda who: (who != one.child.contact_person, turns.get(who, 0)))
        raters = tuple(others[:TOGETHER])
        for who in raters:
            turns[who] = turns.get(who, 0) + 1
        made.append(Assigned(child=one.id, raters=raters))
    return tuple(made)


def _nearest(child: Child, staff: dict[str, Staff]) -> list[str]:
    """Who knows her: her contact person and stue; in dagpleje her dagplejer and who oversees her."""
    if child.dagplejer:
        over = [one for one, who in staff.items() if child.dagplejer in who.oversees]
        return [one for one in (child.dagplejer, *child.guests_with, *over) if one in staff]
    own = [
        one for one, who in staff.items() if child.stue in who.stuer or one == child.contact_person
    ]
    spare = [] if len(own) >= TOGETHER else [one for one, who in staff.items() if who.role.leads]
    return list(dict.fromkeys((*own, *spare)))


def save(session: Session, made: Round, round_id: str | None = None) -> Saved:
    """A planned round, new or changed. What has begun is changed by acts of its own."""
    rules.require_lead(session, made.dagtilbud)
    if round_id:
        standing = _led(session, round_id)
        if standing.record.dagtilbud != made.dagtilbud:
            raise Unclear("En runde bliver i sit hus. Lav en ny i det andet.")
        facts = standing.record
        made = replace(
            made,
            status=facts.status,
            started_on=facts.started_on,
            closed_on=facts.closed_on,
            closed_because=facts.closed_because,
            assigned=made.assigned if facts.status is RoundState.PLANLAGT else facts.assigned,
            scale=made.scale if facts.status is RoundState.PLANLAGT else facts.scale,
        )
    else:
        made = replace(made, status=RoundState.PLANLAGT)
    _check(session, made)
    return _put(session, made, round_id)


def _check(session: Session, made: Round) -> None:
    if made.last < made.first:
        raise Unclear("Sidste dag ligger før den første. Ret en af dem.")
    if made.next_on and made.next_on <= made.first:
        raise Unclear("Næste runde skal ligge efter denne.")
    visible, staff = session.children(), rules.raters_to_choose(session, made.dagtilbud)
    for one in made.assigned:
        child = visible.get(one.child)
        if child is None or child.record.dagtilbud != made.dagtilbud:
            raise NotAllowed("Et af børnene hører ikke til i huset. Åbn runden igen.")
        if len(set(one.raters)) != len(one.raters) or not set(one.raters) <= staff.keys():
            raise Unclear(
                f"Vælg to forskellige af husets egne voksne til {child.record.first_name}."
            )


def start(session: Session, round_id: str) -> Saved:
    """Begin: from now on the raters see it. Every child needs two who rate, a reason for one, or a reason for none."""
    stored = _led(session, round_id)
    made = stored.record
    if made.status is not RoundState.PLANLAGT:
        raise Unclear("Runden er allerede begyndt.")
    who = session.children()
    if not made.assigned:
        raise Unclear("Der er ingen børn med endnu. Vælg en stue.")
    for one in made.assigned:
        if one.rated and len(one.raters) < (1 if one.alone else TOGETHER):
            raise Unclear(
                f"{who[one.child].record.first_name if one.child in who else 'Et barn'} mangler en, der vurderer. "
                "Vælg to, eller skriv, hvorfor én er nok."
            )
    begun = replace(made, status=RoundState.I_GANG, started_on=session.today)
    return _put(session, begun, round_id)


def take_back_start(session: Session, round_id: str) -> Saved:
    """Planned again, as long as nobody has rated."""
    stored = _led(session, round_id)
    if stored.record.status is not RoundState.I_GANG or rules.given(session, stored):
        raise Unclear("Der er allerede vurderet i runden. Luk den, hvis I ikke går videre.")
    planned = replace(stored.record, status=RoundState.PLANLAGT, started_on=None)
    return _put(session, planned, round_id)


def remove(session: Session, round_id: str) -> Saved:
    """Lay a planned round away."""
    stored = _led(session, round_id)
    if stored.record.status is not RoundState.PLANLAGT:
        raise Unclear("Runden er begyndt. Luk den i stedet, så det, I har skrevet, bliver stående.")
    return _put(session, replace(stored.record, status=RoundState.FJERNET), round_id)


def put_back(session: Session, round_id: str) -> Saved:
    """*Fortryd* after one was laid away."""
    stored = queries.one(session.vault, Round, round_id)
    if stored is None or stored.record.status is not RoundState.FJERNET:
        raise Unclear("Runden er ikke lagt væk.")
    rules.require_lead(session, stored.record.dagtilbud)
    return _put(session, replace(stored.record, status=RoundState.PLANLAGT), round_id)


def assign(session: Session, round_id: str, wanted: Assigned) -> Saved:
    """Other raters, one alone with a reason, or none with a reason; who has rated already stays.

    Letting one stand alone may be what the ratings waited for: then they open.
    """
    inside = rules.child_in(session, round_id, wanted.child)
    stored = _led(session, round_id)
    if stored.record.status is RoundState.LUKKET:
        rules.running(stored.record)
    rated = rules.given(session, stored).get(wanted.child, frozenset())
    _keeps_who_rated(session, inside, wanted, rated)
    if wanted.rated and len(wanted.raters) < (1 if wanted.alone.strip() else TOGETHER):
        raise Unclear("Vælg to, der vurderer hver for sig, eller skriv, hvorfor én er nok.")
    kept = tuple(wanted if one.child == wanted.child else one for one in stored.record.assigned)
    made = replace(stored.record, assigned=kept)
    _check(session, made)
    with session.write() as pen:
        pen.put(made, round_id)
        if made.status is RoundState.I_GANG and rated:
            rules.open_if_all_in(pen, session, round_id, wanted)
        return Saved(round_id, pen.changes)


def _keeps_who_rated(
    session: Session, inside: rules.InRound, wanted: Assigned, rated: frozenset[str]
) -> None:
    """Nobody's rating disappears because the leader chose someone else."""
    staff = session.staff()
    for one in rated:
        if one not in wanted.raters:
            raise Unclear(
                f"{staff[one].first_name} har allerede vurderet {inside.child.record.first_name}, "
                "så det bliver stående."
            )
    if rules.opened(session, inside) and set(wanted.raters) != set(inside.assigned.raters):
        raise Unclear("Vurderingerne er åbnet, så de, der vurderede, bliver stående.")


def newcomers(session: Session, made: Round) -> tuple[tuple[str, str], ...]:
    """Children of the round's stuer who came after it was planned, as (id, first name)."""
    known = {one.child for one in made.assigned}
    here = _children(session, made.dagtilbud, made.stuer)
    return tuple((one.id, one.child.first_name) for one in here if one.id not in known)


def take_in(session: Session, round_id: str) -> Saved:
    """Those who came since are in it too, each with the adults that are proposed."""
    stored = _led(session, round_id)
    made = stored.record
    if made.status is RoundState.LUKKET:
        rules.running(made)
    new = {one for one, _ in newcomers(session, made)}
    if not new:
        raise Unclear("Alle børn i stuerne er allerede med.")
    more = [one for one in proposed(session, made.dagtilbud, made.stuer) if one.child in new]
    return _put(session, replace(made, assigned=(*made.assigned, *more)), round_id)


def close(session: Session, round_id: str, because: str = "") -> Saved:
    """The round is over. Where children are left without a joint rating it needs to be said why."""
    stored = rules.found(session, round_id)
    made = stored.record
    if not rules.may_close(session, made):
        raise NotAllowed("Lederen lukker runden. Tal med lederen om det.")
    rules.running(made)
    done = rules.joints(session, stored)
    left = [one for one in made.assigned if one.rated and one.child not in done]
    if left and not because.strip():
        raise Unclear("Nogle børn er ikke vurderet sammen endnu. Skriv kort, hvorfor I lukker nu.")
    closed = replace(
        made,
        status=RoundState.LUKKET,
        closed_on=session.today,
        closed_because=because.strip(),
        next_on=made.next_on or next_round(made.first, rules.rhythm(session, made.dagtilbud).times),
    )
    return _put(session, closed, round_id)


def reopen(session: Session, round_id: str) -> Saved:
    """Go on with a closed round."""
    stored = rules.found(session, round_id)
    if not rules.may_close(session, stored.record):
        raise NotAllowed("Lederen åbner runden igen. Tal med lederen om det.")
    if stored.record.status is not RoundState.LUKKET:
        raise Unclear("Runden er ikke lukket.")
    again = replace(stored.record, status=RoundState.I_GANG, closed_on=None, closed_because="")
    return _put(session, again, round_id)


def set_rhythm(session: Session, wanted: Rhythm) -> Changes:
    """How often the house holds a round (1–4 a year), and whether a pædagog may close one."""
    rules.require_lead(session, wanted.dagtilbud)
    if wanted.times not in {1, 2, 3, 4}:
        raise Unclear("Vælg mellem én og fire runder om året.")
    with session.write() as pen:
        pen.put(wanted, rules.rhythm_id(wanted.dagtilbud))
        return pen.changes


def _led(session: Session, round_id: str) -> Stored[Round]:
    stored = rules.found(session, round_id)
    rules.require_lead(session, stored.record.dagtilbud)
    return stored


def _put(session: Session, made: Round, round_id: str | None) -> Saved:
    with session.write() as pen:
        return Saved(pen.put(made, round_id), pen.changes)
