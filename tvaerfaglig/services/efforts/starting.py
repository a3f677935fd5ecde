"""Begin an indsats, change it, close it and open it again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.kind import EffortKind, KeptEffortKind, SeatRule
from tvaerfaglig.domain.efforts.records import Effort, EffortState, EnrolmentState, Seated
from tvaerfaglig.domain.people import Staff
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.shelf import OnShelf, kind_of, offered
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_IN_IT = frozenset({EnrolmentState.MED, EnrolmentState.VENTER})


@dataclass(frozen=True, slots=True)
class Choices:
    """The kinds the actor may begin in a house. `others` names those that the leader begins."""

    kinds: tuple[OnShelf, ...]
    others: tuple[str, ...]


def choices(session: Session, house: str) -> Choices:
    """What she may begin here."""
    every = offered(session)
    mine = tuple(one for one in every if may_start(session, one.kind, house))
    return Choices(mine, tuple(one.kind.name for one in every if one not in mine))


def may_start(session: Session, kind: EffortKind, house: str) -> bool:
    """The leader everything; whoever has a seat in it a course with one family, or visits to the house."""
    if rules.leads(session, house):
        return True
    own = any(session.actor.role in one.roles for one in kind.seats)
    small = (kind.max_families == 1 or not kind.has_families) and not kind.has_volunteers
    return own and small and house in session.actor.houses and session.actor.active


def save(session: Session, effort: Effort, effort_id: str | None = None) -> Saved:
    """A new one (planned, or running from today), or other facts of one. Its kind is kept as it is now."""
    if effort_id:
        return _change(session, effort, effort_id)
    shelved = next((one for one in offered(session) if one.ref == effort.kind), None)
    if shelved is None:
        raise Unclear("Hvilken indsats er det? Vælg en fra listen.")
    if not may_start(session, shelved.kind, effort.house):
        raise NotAllowed("Den indsats begynder lederen. Tal med lederen om det.")
    if not rules.leads(session, effort.house) and not effort.leads(session.my_id):
        raise Unclear("Tag selv en af rollerne, eller lad lederen begynde indsatsen.")
    made = replace(effort, status=_by_day(session, effort))
    _check(session, made, shelved.kind, "")
    kept = queries.one(session.vault, KeptEffortKind, shelved.ref)
    with session.write() as pen:
        if kept is None:
            word_for_word = KeptEffortKind(
                name=shelved.kind.name, text=shelved.text, shipped=shelved.shipped
            )
            pen.put(word_for_word, shelved.ref)
        return Saved(pen.put(made), pen.changes)


def _change(session: Session, effort: Effort, effort_id: str) -> Saved:
    stored = rules.require_run(session, effort_id)
    before = stored.record
    if (before.kind, before.house, before.subject) != (effort.kind, effort.house, effort.subject):
        raise Unclear("En indsats skifter ikke form eller hus. Afslut den, og begynd en ny.")
    rules.require_open(before)
    made = replace(effort, status=before.status, ended_on=None, outcome=before.outcome)
    _check(session, made, kind_of(session, before), effort_id)
    return _put(session, made, effort_id)


def _check(session: Session, made: Effort, kind: EffortKind, effort_id: str) -> None:
    if not made.name.strip():
        raise Unclear("Hvad skal indsatsen hedde? Et navn uden børn i, som »Familiegruppe, forår«.")
    if made.subject not in kind.about:
        can = danish.join_or([one.word for one in kind.about])
        raise Unclear(f"{kind.name} handler om {can}. Vælg det.")
    if made.end is not None and made.end < made.start:
        raise Unclear("Den sidste dag ligger før den første.")
    if kind.max_families and made.max_families > kind.max_families:
        raise Unclear(f"{kind.name} har plads til højst {kind.max_families}. Vælg et mindre tal.")
    _check_room(session, made, effort_id)
    _check_seats(session, made, kind)
    rules.keep_nameless(session, made, effort_id, made.own_words())


def _check_room(session: Session, made: Effort, effort_id: str) -> None:
    """Nobody who has a place is without one for a smaller number."""
    every = rules.every_place(session, effort_id) if effort_id else ()
    taken = sum(1 for one in every if one.record.status is EnrolmentState.MED)
    if made.max_families and made.max_families < taken:
        raise Unclear(f"{taken} har en plads nu. Vælg mindst {taken}, eller afslut en plads først.")


def may_sit(who: Staff, seat: SeatRule, house: str) -> bool:
    """A colleague of the house, by her profession."""
    return who.active and house in who.houses and who.role in seat.roles


def _check_seats(session: Session, made: Effort, kind: EffortKind) -> None:
    staff = session.staff()
    for one in made.seated:
        seat, person = kind.seat(one.seat), staff.get(one.staff)
        if seat is None or person is None or not person.active or made.house not in person.houses:
            raise Unclear("Vælg kolleger, der arbejder i huset eller kommer der.")
        if person.role not in seat.roles:
            can = danish.join_or([role.word for role in seat.roles])
            raise Unclear(f"{person.name} er {person.role.word}. »{seat.name}« er for {can}.")
    _no_more_than(made.seated, kind)


def _no_more_than(seated: Iterable[Seated], kind: EffortKind) -> None:
    taken = [one.seat for one in seated]
    for seat in kind.seats:
        if taken.count(seat.id) > seat.number:
            raise Unclear(f"»{seat.name}«: der er plads til {seat.number}.")


def empty_seats(kind: EffortKind, effort: Effort) -> tuple[str, ...]:
    """The seats for colleagues that nobody has, by name: said, never in the way."""
    taken = {one.seat for one in effort.seated}
    return tuple(one.name for one in kind.seats if one.roles and one.id not in taken)


def begin(session: Session, effort_id: str) -> Saved:
    """A planned one runs from now on."""
    made = rules.require_run(session, effort_id).record
    if made.status is not EffortState.PLANLAGT:
        raise Unclear("Indsatsen er allerede begyndt.")
    return _put(session, replace(made, status=EffortState.I_GANG), effort_id)


def close(session: Session, effort_id: str, outcome: str) -> Saved:
    """It is over. Each family has ended first, so that nobody is left in something that is not there."""
    return _put(session, _closed(session, effort_id, outcome), effort_id)


def still_in_it(session: Session, effort_id: str) -> str:
    """How many families stand in the way of a closing, as a sentence; empty when none does."""
    rules.require_run(session, effort_id)
    left = sum(one.record.status in _IN_IT for one in rules.every_place(session, effort_id))
    if not left:
        return ""
    many = danish.capital(danish.count(left, "familie", "familier", spelled=True))
    first = "Afslut den" if left == 1 else "Afslut dem"
    return f"{many} har endnu en plads eller venter. {first} først, så ingen bliver glemt."


def _closed(session: Session, effort_id: str, outcome: str) -> Effort:
    made = rules.require_run(session, effort_id).record
    rules.require_open(made)
    if asked := still_in_it(session, effort_id):
        raise Unclear(asked)
    if not outcome.strip():
        raise Unclear("Skriv kort, hvad der kom ud af det, uden navne.")
    rules.keep_nameless(session, made, effort_id, outcome)
    return replace(
        made, status=EffortState.AFSLUTTET, ended_on=session.today, outcome=outcome.strip()
    )


def reopen(session: Session, effort_id: str) -> Saved:
    """Go on with a closed one; its day to begin may still be to come. What came of it is kept till it closes again."""
    made = rules.require_run(session, effort_id).record
    if made.status is not EffortState.AFSLUTTET:
        raise Unclear("Indsatsen er ikke afsluttet.")
    return _put(session, replace(made, status=_by_day(session, made), ended_on=None), effort_id)


def close_again(session: Session, effort_id: str, before: Effort) -> Saved:
    """*Fortryd* after it was opened again: over since the day it was, with what came of it."""
    closed = _closed(session, effort_id, before.outcome)
    ended_on = min(before.ended_on or session.today, session.today)
    return _put(session, replace(closed, ended_on=ended_on), effort_id)


def remove(session: Session, effort_id: str) -> Saved:
    """Lay one away that nobody has been in."""
    made = rules.require_run(session, effort_id).record
    if rules.every_place(session, effort_id):
        raise Unclear(
            "Nogen har været med eller venter. Afslut den i stedet, så det bliver stående."
        )
    return _put(session, replace(made, status=EffortState.FJERNET), effort_id)


def put_back(session: Session, effort_id: str) -> Saved:
    """*Fortryd* after one was laid away."""
    stored = queries.one(session.vault, Effort, effort_id)
    if stored is None or stored.record.status is not EffortState.FJERNET:
        raise Unclear("Indsatsen er ikke lagt væk.")
    if not rules.runs(session, stored.record):
        raise NotAllowed("Det gør de, der står for indsatsen. Tal med dem eller med lederen.")
    return _put(session, replace(stored.record, status=_by_day(session, stored.record)), effort_id)


def plan_again(session: Session, effort_id: str) -> Saved:
    """*Fortryd* after it was begun before its day."""
    made = rules.require_run(session, effort_id).record
    if made.status is not EffortState.I_GANG or made.start <= session.today:
        raise Unclear("Den er begyndt. Ret den første dag, hvis den skal begynde senere.")
    return _put(session, replace(made, status=EffortState.PLANLAGT), effort_id)


def _by_day(session: Session, made: Effort) -> EffortState:
    return EffortState.I_GANG if made.start <= session.today else EffortState.PLANLAGT


def _put(session: Session, made: Effort, effort_id: str) -> Saved:
    with session.write() as pen:
        return Saved(pen.put(made, effort_id), pen.changes)
