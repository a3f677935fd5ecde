"""What the house's own records say, which are about nobody: efforts, rounds, visits, who is attached."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.domain.efforts.records import Effort, EffortState
from tvaerfaglig.domain.figures.facts import Promise, Promised
from tvaerfaglig.domain.figures.source.effort_days import (
    hours_spent,
    sessions_planned,
    visits_planned,
    volunteers_placed,
)
from tvaerfaglig.domain.figures.source.meetings_held import meetings_held
from tvaerfaglig.domain.figures.source.pieces import (
    Begun,
    Bundle,
    Comes,
    HouseVisit,
    Piece,
    RoundHeld,
)
from tvaerfaglig.domain.figures.source.promised import agreed
from tvaerfaglig.domain.rounds.records import Round, RoundState
from tvaerfaglig.domain.visiting.attachment import Attachment
from tvaerfaglig.domain.visiting.visit import Visit, VisitState

_ROUNDS = {RoundState.I_GANG, RoundState.LUKKET}


def of_house(bundle: Bundle) -> Piece:
    """Of one kind or of several: each kind is worked out by itself."""
    visits = tuple(_visits(bundle))
    return Piece(
        promises=(*agreed(bundle), *map(_promised, visits)),
        meetings=meetings_held(bundle),
        begun=tuple(_efforts(bundle)),
        days=(*sessions_planned(bundle), *visits_planned(bundle)),
        spent=tuple(hours_spent(bundle)),
        helps=tuple(volunteers_placed(bundle)),
        rounds=tuple(
            RoundHeld(id=one.id, house=one.record.dagtilbud, first=one.record.first)
            for one in bundle.all(Round)
            if one.record.status in _ROUNDS
        ),
        comes=tuple(_comes(one.record) for one in bundle.all(Attachment)),
        visits=visits,
    )


def _comes(made: Attachment) -> Comes:
    return Comes(staff=made.staff, house=made.house, since=made.from_day, until=made.until)


def _visits(bundle: Bundle) -> Iterator[HouseVisit]:
    """By the day first planned for. One that was called off is so from the day it was written."""
    for one in bundle.all(Visit):
        visit = one.record
        yield HouseVisit(
            id=one.id,
            staff=visit.staff,
            house=visit.house,
            day=visit.day,
            due=visit.moved_from or visit.day,
            held=visit.status is VisitState.HOLDT,
            cancelled=one.changed_at.date() if visit.status is VisitState.AFLYST else None,
        )


def _promised(visit: HouseVisit) -> Promise:
    return Promise(
        id=visit.id,
        kind=Promised.BESOEG,
        house=visit.house,
        due=visit.due,
        done=visit.done,
        cancelled=visit.cancelled,
    )


def _efforts(bundle: Bundle) -> Iterator[Begun]:
    for one in bundle.all(Effort):
        made = one.record
        if made.status is not EffortState.FJERNET:
            yield Begun(
                id=one.id,
                kind=made.kind,
                house=made.house,
                subject=made.subject,
                start=made.start,
                planned_end=made.end,
                ended=made.ended_on,
                tag=made.project.strip(),
                runs=made.status is not EffortState.PLANLAGT,
                seated=tuple(dict.fromkeys(each.staff for each in made.seated)),
            )
