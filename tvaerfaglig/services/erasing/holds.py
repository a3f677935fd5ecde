"""What keeps a child's file back: open cases, found in what is written, and holds set by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tvaerfaglig.domain.concern import NOT_SEEN_AGAIN, OPEN, Concern, NotNow
from tvaerfaglig.domain.efforts.records import Enrolment, EnrolmentState
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.retention import Held, HeldBy, Hold
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.statusudtalelser.records import StatusStage
from tvaerfaglig.domain.stored import Stored, as_written
from tvaerfaglig.domain.underretning import Finished, Stage, Step, Underretning, stage_of
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.statusudtalelser.stages import status_stages
from tvaerfaglig.store import queries
from tvaerfaglig.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Holding:
    """One child whose file is kept back by hand."""

    stored: Stored[Hold]
    name: str
    by: str


def holds_of(vault: Vault, children: Iterable[str]) -> dict[str, tuple[Held, ...]]:
    """For each child, everything that keeps her file back today."""
    found: dict[str, list[Held]] = {one: [] for one in children}
    for child, held in _all(vault, tuple(found)):
        found[child].append(held)
    return {child: tuple(held) for child, held in found.items()}


def _all(vault: Vault, children: tuple[str, ...]) -> Iterator[tuple[str, Held]]:
    for hold in queries.of_children(vault, Hold, children):
        one = hold.record
        if one.lifted_on is None:
            yield one.child, Held(one.why, hold.id, one.since, one.because)
    yield from _letters(vault, children)
    yield from _asked_for(vault, children)
    yield from _waiting(vault, children)
    for guard in queries.of_children(vault, Guard, children):
        if guard.record.lifted_on is None:
            yield guard.record.child, Held(HeldBy.VAERN, guard.id, guard.record.since)


def _waiting(vault: Vault, children: tuple[str, ...]) -> Iterator[tuple[str, Held]]:
    """Open concerns, decisions to be seen again, and agreements and places in indsatser nobody has ended."""
    for concern in queries.of_children(vault, Concern, children, OPEN):
        since = concern.record.first_noticed
        yield concern.record.child, Held(HeldBy.BEKYMRING, concern.id, since)
    for decision in queries.of_children(vault, NotNow, children, NOT_SEEN_AGAIN):
        yield decision.record.child, Held(HeldBy.BESLUTNING, decision.id, decision.record.day)
    for agreement in queries.of_children(vault, Agreement, children, AgreementState.AABEN):
        since = agreement.record.made_on
        yield agreement.record.child, Held(HeldBy.AFTALE, agreement.id, since)
    for place in queries.of_children(vault, Enrolment, children, EnrolmentState.MED):
        since = place.record.from_day or place.record.asked_on
        yield place.record.child, Held(HeldBy.INDSATS, place.id, since)


def _letters(vault: Vault, children: tuple[str, ...]) -> Iterator[tuple[str, Held]]:
    """Every letter that is neither closed nor laid aside."""
    for letter, stage in letter_stages(vault, children):
        if stage not in {Stage.LUKKET, Stage.HENLAGT}:
            held = Held(HeldBy.UNDERRETNING, letter.id, letter.record.begun)
            yield letter.record.child, held


def _asked_for(vault: Vault, children: tuple[str, ...]) -> Iterator[tuple[str, Held]]:
    """Every statusudtalelse that the municipality has asked for and not been sent."""
    for status, stage in status_stages(vault, children):
        if stage is not StatusStage.SENDT:
            since = status.record.begun
            yield status.record.child, Held(HeldBy.STATUSUDTALELSE, status.id, since)


def letter_stages(
    vault: Vault, children: Iterable[str]
) -> Iterator[tuple[Stored[Underretning], Stage]]:
    """The letters about these children, and how far each has come."""
    named = tuple(children)
    copies: dict[str, list[Finished]] = {}
    for copy in queries.of_children(vault, Finished, named):
        copies.setdefault(copy.record.underretning, []).append(copy.record)
    steps: dict[str, list[Step]] = {}
    for step in as_written(queries.of_children(vault, Step, named)):
        steps.setdefault(step.record.underretning, []).append(step.record)
    for letter in queries.of_children(vault, Underretning, named):
        done = tuple(copies.get(letter.id, ())), tuple(steps.get(letter.id, ()))
        yield letter, stage_of(*done)


def set_hold(session: Session, child_id: str, why: HeldBy, because: str) -> Saved:
    """Keep a child's file back until somebody lifts it."""
    session.child(child_id, Action.ERASE)
    if not why.by_hand:
        raise Unclear("Det holder programmet selv øje med. Vælg en af de andre grunde.")
    if not because.strip():
        raise Unclear("Skriv kort hvorfor, så den næste leder ved det.")
    hold = Hold(
        child=child_id, why=why, because=because.strip(), since=session.today, by=session.my_id
    )
    with session.write() as pen:
        return Saved(pen.put(hold), pen.changes)


def lift_hold(session: Session, hold_id: str, because: str) -> Changes:
    stored = queries.one(session.vault, Hold, hold_id)
    if stored is None or stored.record.lifted_on is not None:
        raise NotFound("Den er allerede ophævet.")
    session.child(stored.record.child, Action.ERASE)
    if not because.strip():
        raise Unclear("Skriv kort, hvorfor sagen ikke længere er i bero.")
    lifted = replace(stored.record, lifted_on=session.today, lifted_because=because.strip())
    with session.write() as pen:
        pen.put(lifted, hold_id)
        return pen.changes


def by_hand(session: Session) -> tuple[Holding, ...]:
    """The holds that stand, of children whom the leader may see, the oldest first."""
    children, staff = session.children(), session.staff()
    standing = [one for one in queries.all_of(session.vault, Hold) if one.record.lifted_on is None]
    return tuple(
        Holding(one, children[one.record.child].record.name, staff[one.record.by].name)
        for one in reversed(standing)
        if one.record.child in children and one.record.by in staff
    )
