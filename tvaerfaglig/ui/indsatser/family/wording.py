"""A family's place, its goals and its phases in words."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import Goal, Score
from tvaerfaglig.domain.efforts.phasing import PhaseDays
from tvaerfaglig.domain.efforts.records import Enrolment, EnrolmentState, Phase
from tvaerfaglig.services.names import Names

OCCASIONS = {FormUse.START: "Start", FormUse.STATUS: "Status", FormUse.SLUT: "Slut"}
GUARDED = (
    "Værnet er sat. Derfor er forældrenes del væk her: deres ord, det, de har set, og samtalerne med dem. "
    "Ring til kommunen, før nogen taler med dem."
)


def place_line(place: Enrolment) -> str:
    """Since when it is in it, or how it ended."""
    if place.status is EnrolmentState.VENTER:
        return f"På venteliste siden {danish.day(place.asked_on)}"
    if place.status is EnrolmentState.MED and place.from_day is not None:
        return f"Med siden {danish.day(place.from_day)}"
    until = f" {danish.day(place.until)}" if place.until else ""
    return f"{danish.capital(place.status.word)}{until}"


def seen_line(score: Score) -> str:
    """»Start 12. nov.: det, der blev set«."""
    said = f"{OCCASIONS[score.at]} {danish.day_short(score.day)}"
    return f"{said}: {score.seen}" if score.seen.strip() else said


def change_words(goal: Goal) -> str:
    """How far it has come, counted in the family's own steps; never a grade."""
    if goal.latest is None:
        return "Ikke set på endnu"
    change = goal.change
    at = f"Trin {goal.latest.step} af {len(goal.steps)}"
    if change is None:
        return at
    if change == 0:
        return f"{at} · som ved start"
    way = "op" if change > 0 else "ned"
    return f"{at} · {danish.in_words(abs(change), neuter=True)} trin {way} siden start"


def course_words(goal: Goal) -> str:
    """The whole drawing in a sentence, for those who hear it."""
    if not goal.scores:
        return f"Mål: {goal.text}. Ikke set på endnu."
    said = [f"{OCCASIONS[one.at]} {danish.day(one.day)}: trin {one.step}" for one in goal.scores]
    return f"Mål: {goal.text}. {len(goal.steps)} trin. {', '.join(said)}."


def by_rule(days: PhaseDays) -> str:
    """When a phase is by rule; »ca.« while it rests on the due day."""
    if days.first is None:
        return "Efter planen: når den forrige slutter"
    about = "ca. " if days.guessed else ""
    if days.last is None:
        return f"Efter planen: {about}fra {danish.day(days.first)}"
    return f"Efter planen: {about}{danish.day_span(days.first, days.last)}"


def as_it_went(went: Phase) -> str:
    if went.last is None:
        return f"I gang siden {danish.day(went.first)}"
    return f"Faktisk: {danish.day_span(went.first, went.last)}"


def who_has(people: tuple[str, ...], names: Names) -> str:
    return danish.join_and([names.first(one) for one in people]) or "ingen endnu"
