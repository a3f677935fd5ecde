"""A family's places in efforts, with how often it was asked for and came."""

from __future__ import annotations

from tvaerfaglig.domain.efforts.records import Enrolment, EnrolmentState, Presence
from tvaerfaglig.domain.figures.source.pieces import Bundle, Taken
from tvaerfaglig.domain.stored import Stored


def places_taken(bundle: Bundle) -> tuple[Taken, ...]:
    rolls: dict[str, list[Presence]] = {}
    for one in bundle.all(Presence):
        rolls.setdefault(one.record.enrolment, []).append(one.record)
    return tuple(_taken(one, rolls.get(one.id, [])) for one in bundle.all(Enrolment))


def _taken(stored: Stored[Enrolment], rolls: list[Presence]) -> Taken:
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
        dropped=place.status is EnrolmentState.FALDET_FRA,
        held=len(rolls),
        present=sum(one.came for one in rolls),
    )
