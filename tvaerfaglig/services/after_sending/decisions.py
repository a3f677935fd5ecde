"""The decision not to notify, on its day: look again, move the day with a reason, or begin the letter.

It belongs to those who made it, and to the leader. None of it can keep anybody from notifying.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import NotNow
from tvaerfaglig.domain.observation import Observation, Sign
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored, Version
from tvaerfaglig.domain.underretning import Stage, Step, Underretning
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.letters.beginning import begin
from tvaerfaglig.services.letters.opening import find
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries

BEGUN = "Underretning begyndt."
_PAST = "Vælg en dag, der kommer. Er det i dag, så se på det nu."
_WHY = "Skriv kort, hvorfor dagen flyttes. Det læser I, når den kommer."


@dataclass(frozen=True, slots=True)
class Since:
    """What was written about the child after the decision."""

    observations: int
    ressourcer: int
    bekymringer: int

    @property
    def words(self) -> str:
        if not self.observations:
            return "Intet er skrevet om barnet siden da."
        many = danish.count(self.observations, "observation", "observationer")
        good = f"{self.ressourcer} om ressourcer"
        return f"{danish.capital(many)} siden da: {good}, {self.bekymringer} om det, I er bekymrede for."


@dataclass(frozen=True, slots=True)
class Returned:
    """A decision on its day: why, whose it is, how often its day was moved, and what came since."""

    stored: Stored[NotNow]
    child_name: str
    since: Since
    versions: tuple[Version[NotNow], ...]
    mine: bool
    names: Names
    today: date

    @property
    def moved(self) -> tuple[Version[NotNow], ...]:
        """The versions that moved the day, each with its reason."""
        pairs = pairwise(self.versions)
        return tuple(now for before, now in pairs if _moved(before.record, now.record))


def _moved(before: NotNow | None, now: NotNow | None) -> bool:
    if before is None or now is None:
        return False
    return bool(now.moved_because) and now.seen_again_on != before.seen_again_on


def returned(session: Session, decision_id: str) -> Returned:
    """Open one decision. Opening it is noted."""
    stored = _found(session, decision_id, Action.SEE)
    child = session.child(stored.record.child)
    session.looked(child=child.id, record=decision_id, what=NotNow.KIND)
    return Returned(
        stored=stored,
        child_name=child.record.name,
        since=_since(session, stored),
        versions=tuple(past.versions(session.vault, NotNow, decision_id)),
        mine=_is_mine(session, stored),
        names=names(session),
        today=session.today,
    )


def _since(session: Session, decision: Stored[NotNow]) -> Since:
    made = decision.record
    seen = [
        one.record
        for one in queries.of_child(session.vault, Observation, made.child)
        if one.record.day > made.day or one.written_at > decision.written_at
    ]
    return Since(
        len(seen),
        sum(one.sign is Sign.RESSOURCE for one in seen),
        sum(one.sign is Sign.BEKYMRING for one in seen),
    )


def look_again(session: Session, decision_id: str, outcome: str, *, draft: str = "") -> Saved:
    """It has been looked at: what was seen, and what happens now. The form's draft goes in the same act."""
    before = _mine(session, decision_id)
    if not outcome.strip():
        raise Unclear("Hvad ser I nu? Én linje er nok.")
    seen = replace(before.record, seen_again=session.today, outcome=outcome.strip())
    return _put(session, before, seen, draft)


def move(session: Session, decision_id: str, on: date, because: str, *, draft: str = "") -> Saved:
    """Another day, and why. The one before stays in the history."""
    before = _mine(session, decision_id)
    if on <= session.today:
        raise Unclear(_PAST)
    if not because.strip():
        raise Unclear(_WHY)
    moved = replace(before.record, seen_again_on=on, moved_because=because.strip())
    return _put(session, before, moved, draft)


def notify(session: Session, decision_id: str) -> Saved:
    """Begin the letter with what was there, or go on with the one that lies open; the decision is seen to.

    Anybody who may write a letter about the child may do this, whoever decided to wait: the duty is personal.
    """
    before = _found(session, decision_id, Action.UNDERRET)
    made = before.record
    open_one = _open_letter(session, made.child)
    begun = None if open_one else begin(session, made.child)
    letter = begun.id if begun else open_one
    head = find(session, letter, Action.UNDERRET)
    said = f"Den {danish.day(made.day)} besluttede vi at vente med at underrette: {made.because.strip()}"
    earlier = " ".join(filter(None, (head.record.earlier, said)))
    with session.write() as pen:
        if said not in head.record.earlier:
            pen.put(replace(head.record, earlier=earlier), letter, replaces=head.heads)
        if made.seen_again is None:
            seen = replace(made, seen_again=session.today, outcome=BEGUN)
            pen.put(seen, decision_id, replaces=before.heads)
        changes = pen.changes
    return Saved(letter, begun.changes + changes if begun else changes)


def _open_letter(session: Session, child: str) -> str:
    """The newest letter about the child that nobody has sent, closed or laid aside."""
    moved = {one.record.underretning for one in queries.of_child(session.vault, Step, child)}
    letters = queries.of_child(session.vault, Underretning, child)
    return next((one.id for one in letters if one.id not in moved), "")


def move_aside(session: Session, letter_id: str, on: date, because: str) -> Saved:
    """The same for a letter that was laid aside: another day, and why."""
    letter = find(session, letter_id, Action.UNDERRET)
    if on <= session.today:
        raise Unclear(_PAST)
    if not because.strip():
        raise Unclear(_WHY)
    step = Step(
        underretning=letter_id,
        child=letter.record.child,
        stage=Stage.HENLAGT,
        day=session.today,
        at=session.now.time().replace(second=0, microsecond=0),
        by=session.my_id,
        note=because.strip(),
        seen_again_on=on,
    )
    with session.write() as pen:
        return Saved(pen.put(step), pen.changes)


def _found(session: Session, decision_id: str, action: Action) -> Stored[NotNow]:
    found = queries.one(session.vault, NotNow, decision_id)
    if found is None:
        raise NotFound("Beslutningen findes ikke længere.")
    session.child(found.record.child, action)
    return found


def _is_mine(session: Session, stored: Stored[NotNow]) -> bool:
    ours = {stored.written_by, *stored.record.by}
    return session.my_id in ours or session.actor.role.leads


def _mine(session: Session, decision_id: str) -> Stored[NotNow]:
    found = _found(session, decision_id, Action.WRITE)
    if not _is_mine(session, found):
        who = names(session)
        people = danish.join_and([who.of_staff(one) for one in found.record.by]) or "kollegaen"
        raise NotAllowed(
            f"Beslutningen er taget af {people}. Tal med dem eller lederen. Underrette kan du altid."
        )
    return found


def _put(session: Session, before: Stored[NotNow], made: NotNow, draft: str) -> Saved:
    with session.write() as pen:
        if draft:
            pen.drop_draft(draft)
        return Saved(pen.put(made, before.id, replaces=before.heads), pen.changes)
