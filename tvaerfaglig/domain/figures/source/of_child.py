"""What the records of one child say, each by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from tvaerfaglig.domain import people
from tvaerfaglig.domain.concern import Concern as ConcernRecord
from tvaerfaglig.domain.concern import PositionSet
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.figures.facts import Child, Concern, Happened, Level, Step
from tvaerfaglig.domain.figures.source.effort_days import visits_planned, volunteers_placed
from tvaerfaglig.domain.figures.source.homes import Homes
from tvaerfaglig.domain.figures.source.letters_sent import letters_sent
from tvaerfaglig.domain.figures.source.meetings_held import meetings_held, said_at_table
from tvaerfaglig.domain.figures.source.pieces import NOTHING, Bundle, Piece, Stood
from tvaerfaglig.domain.figures.source.places_taken import goals_scored, places_taken
from tvaerfaglig.domain.figures.source.promised import agreed, looked_again
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.domain.quality.finding import Questions
from tvaerfaglig.domain.rounds.records import Joint
from tvaerfaglig.domain.rounds.scale import TEN

ScaleParts = Callable[[str], frozenset[str]]
"""Which parts of a kind of meeting (by the reference of its form) are answered on the scale from 0 to 10."""
MOST = 10


def of_child(child_id: str, bundle: Bundle, scale_parts: ScaleParts, questions: Questions) -> Piece:
    """Nothing of a child whose card is gone: her id then stands for nobody."""
    card = next((one for one in bundle.all(people.Child) if one.id == child_id), None)
    if card is None:
        return NOTHING
    homes = Homes(bundle.history(people.Child, child_id))
    return Piece(
        children=tuple(_child(child_id, card.record)),
        concerns=tuple(_concerns(child_id, bundle, homes)),
        happened=(*_talks(child_id, bundle, homes), *_done(child_id, bundle, homes)),
        letters=tuple(letters_sent(child_id, bundle, homes, questions)),
        promises=(*agreed(bundle, homes), *looked_again(child_id, bundle, homes)),
        levels=(*_levels(child_id, bundle, homes), *said_at_table(bundle, scale_parts)),
        meetings=meetings_held(bundle, card.record),
        stood=tuple(_stood(bundle)),
        taken=places_taken(bundle),
        goals=tuple(goals_scored(bundle)),
        days=tuple(visits_planned(bundle)),
        helps=tuple(volunteers_placed(bundle)),
        stays=homes.stays(child_id, card.record),
    )


def _child(child_id: str, card: people.Child) -> Iterator[Child]:
    born = card.born or card.due
    if born is not None:
        yield Child(id=child_id, born=born, sex=card.sex, municipality=card.municipality)


def _concerns(child_id: str, bundle: Bundle, homes: Homes) -> Iterator[Concern]:
    for one in bundle.all(ConcernRecord):
        closed, reopened = _closings(bundle.history(ConcernRecord, one.id))
        day = one.record.first_noticed
        yield Concern(
            id=one.id,
            child=child_id,
            house=homes.on(day),
            day=day,
            closed=closed,
            reopened=reopened,
        )


def _closings(
    history: Iterable[tuple[date, ConcernRecord]],
) -> tuple[tuple[date, ...], tuple[date, ...]]:
    """Every closing that stood, and every time it was taken up again. One that was undone at once is neither."""
    closed: list[date] = []
    reopened: list[date] = []
    before: ConcernRecord | None = None
    for _, now in history:
        was = before.closed_on if before else None
        if now.closed_on is not None and was is None:
            closed.append(now.closed_on)
        elif now.closed_on is not None:
            closed[-1] = now.closed_on
        elif was is not None and before is not None:
            if now.taken_up_on is not None and now.taken_up_on != before.taken_up_on:
                reopened.append(now.taken_up_on)
            else:
                closed.pop()
        before = now
    return tuple(closed), tuple(reopened)


def _talks(child_id: str, bundle: Bundle, homes: Homes) -> Iterator[Happened]:
    for one in bundle.all(ParentContact):
        day = one.record.day
        yield Happened(step=Step.SAMTALE, child=child_id, house=homes.on(day), day=day)


def _done(child_id: str, bundle: Bundle, homes: Homes) -> Iterator[Happened]:
    for one in bundle.all(Agreement):
        day = one.record.done_on
        if one.record.status is AgreementState.GJORT and day is not None:
            yield Happened(step=Step.HANDLING, child=child_id, house=homes.on(day), day=day)


def _levels(child_id: str, bundle: Bundle, homes: Homes) -> Iterator[Level]:
    """Those on the scale from 0 to 10, where 10 is well: told as worry, it is turned round."""
    for one in bundle.all(PositionSet):
        said = one.record
        if said.level is not None and said.scale == TEN:
            yield Level(
                child=child_id,
                house=homes.on(said.day),
                who="+".join(sorted(said.set_by)) or one.written_by,
                day=said.day,
                level=MOST - said.level,
            )


def _stood(bundle: Bundle) -> Iterator[Stood]:
    for one in bundle.all(Joint):
        said = one.record
        yield Stood(child=said.child, round=said.round, day=said.day, position=said.position)
