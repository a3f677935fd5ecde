"""Goals of a family: set in words one can see, scored at start, status and close, laid away with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import (
    FEWEST_STEPS,
    MOST_STEPS,
    SCORED_AT,
    Goal,
    Score,
    with_score,
)
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.consent.places import require_not_paused
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


def goals(session: Session, enrolment_id: str) -> tuple[Stored[Goal], ...]:
    """The family's goals, the oldest first; also those that are laid away."""
    place = rules.place(session, enrolment_id)
    every = queries.of_child(session.vault, Goal, place.record.child)
    return tuple(one for one in reversed(every) if one.record.enrolment == enrolment_id)


def save(session: Session, wanted: Goal, goal_id: str | None = None, *, draft: str = "") -> Saved:
    """A goal, new or reworded. Once it is scored its steps stand, so that a number keeps its meaning."""
    place = rules.place(session, wanted.enrolment, Action.WRITE)
    require_not_paused(session, place.record)
    before = _goal(session, goal_id).record if goal_id else None
    if before is not None and before.enrolment != wanted.enrolment:
        raise Unclear("Et mål flytter ikke til en anden plads.")
    steps = tuple(one.strip() for one in wanted.steps if one.strip())
    if not wanted.text.strip():
        raise Unclear("Hvad skal lykkes? Skriv noget, man kan se eller høre.")
    if not FEWEST_STEPS <= len(steps) <= MOST_STEPS:
        raise Unclear(
            f"Skriv {FEWEST_STEPS} til {MOST_STEPS} trin, fra hvor I er nu, til det er lykkedes."
        )
    if before is not None and before.scores and before.steps != steps:
        raise Unclear("Målet er vurderet, så trinene bliver stående. Læg det væk, og skriv et nyt.")
    rules.keep_to_family(session, place.record, wanted.text, *steps, wanted.in_words_of)
    made = replace(
        wanted, effort=place.record.effort, child=place.record.child, steps=steps,
        text=wanted.text.strip(), scores=before.scores if before else (),
        dropped_on=before.dropped_on if before else None,
        dropped_because=before.dropped_because if before else "",
    )  # fmt: skip
    return _put(session, made, goal_id, draft)


def score(session: Session, goal_id: str, given: Score, *, draft: str = "") -> Saved:
    """Which step was seen; a second on the same occasion and day puts the first right."""
    return _put(session, scored(session, goal_id, given), goal_id, draft)


def scored(session: Session, goal_id: str, given: Score) -> Goal:
    """The goal with the score, checked and not yet kept: for an act that keeps more than one."""
    goal = _goal(session, goal_id).record
    if given.at not in SCORED_AT:
        raise Unclear("Et mål vurderes ved start, ved status og til slut.")
    if not 1 <= given.step <= len(goal.steps):
        raise Unclear("Hvilket trin er I på? Vælg et af målets egne.")
    if given.day > session.today or given.day < goal.day:
        raise Unclear("Dagen skal ligge mellem den dag, målet blev skrevet, og i dag.")
    if goal.dropped_on is not None:
        raise Unclear("Målet er lagt væk. Tag det op igen først.")
    place = rules.place(session, goal.enrolment).record
    if given.at is not FormUse.SLUT:
        require_not_paused(session, place)
    rules.keep_to_family(session, place, given.seen)
    made = replace(given, reached=goal.steps[given.step - 1], by=session.my_id)
    return replace(goal, scores=with_score(goal, made))


def drop(session: Session, goal_id: str, because: str) -> Saved:
    """No longer a goal; what was scored stays."""
    if not because.strip():
        raise Unclear("Skriv kort, hvorfor I ikke går efter det mere.")
    return _laid(session, goal_id, session.today, because.strip())


def take_up(session: Session, goal_id: str) -> Saved:
    """A goal again."""
    require_not_paused(
        session, rules.place(session, _goal(session, goal_id).record.enrolment).record
    )
    return _laid(session, goal_id, None, "")


def _laid(session: Session, goal_id: str, on: date | None, because: str) -> Saved:
    goal = _goal(session, goal_id).record
    rules.keep_to_family(session, rules.place(session, goal.enrolment).record, because)
    return _put(session, replace(goal, dropped_on=on, dropped_because=because), goal_id)


def _goal(session: Session, goal_id: str) -> Stored[Goal]:
    stored = queries.one(session.vault, Goal, goal_id)
    if stored is None:
        raise NotFound("Målet findes ikke længere.")
    session.child(stored.record.child, Action.WRITE)
    return stored


def _put(session: Session, made: Goal, goal_id: str | None, draft: str = "") -> Saved:
    with session.write() as pen:
        saved = pen.put(made, goal_id)
        if draft:
            pen.drop_draft(draft)
        return Saved(saved, pen.changes)
