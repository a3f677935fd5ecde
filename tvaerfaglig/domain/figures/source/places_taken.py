"""A family's places in efforts, with how often it was asked for and came."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.records import Enrolment, EnrolmentState, Phase, Presence
from tvaerfaglig.domain.figures.source.pieces import Bundle, Goaled, Taken
from tvaerfaglig.domain.stored import Stored

TOGETHER = "faelles-start"
"""The phase in which parent and child begin in the house together."""


def places_taken(bundle: Bundle) -> tuple[Taken, ...]:
    rolls: dict[str, list[Presence]] = {}
    for one in bundle.all(Presence):
        rolls.setdefault(one.record.enrolment, []).append(one.record)
    together = {
        one.record.enrolment: one.record.first
        for one in bundle.all(Phase)
        if one.record.phase == TOGETHER
    }
    return tuple(_taken(one, rolls.get(one.id, []), together) for one in bundle.all(Enrolment))


def _taken(stored: Stored[Enrolment], rolls: list[Presence], together: dict[str, date]) -> Taken:
    place = stored.record
    ended = place.status in {EnrolmentState.AFSLUTTET, EnrolmentState.FALDET_FRA}
    off = place.status is EnrolmentState.TAGET_AF
    return Taken(
        id=stored.id,
        effort=place.effort,
        child=place.child,
        asked=place.asked_on,
        start=place.from_day,
        end=(place.until or stored.changed_at.date()) if ended else None,
        withdrawn=(place.until or stored.changed_at.date()) if off else None,
        onward=_leads_on(place.referred_to),
        together=together.get(stored.id),
        dropped=place.status is EnrolmentState.FALDET_FRA,
        held=len(rolls),
        present=sum(one.came for one in rolls),
    )


def _leads_on(to: str) -> bool:
    """»Ingen anden indsats« is an answer to where the family went on to, too."""
    said = to.split()
    return bool(said) and said[0].casefold() != "ingen"


def goals_scored(bundle: Bundle) -> Iterator[Goaled]:
    """A goal that nobody has scored yet is not counted: nothing was seen of it."""
    for one in bundle.all(Goal):
        goal = one.record
        if goal.scores:
            yield Goaled(
                id=one.id,
                effort=goal.effort,
                child=goal.child,
                day=min(score.day for score in goal.scores),
                change=goal.change,
            )
