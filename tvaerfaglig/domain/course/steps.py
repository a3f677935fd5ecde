"""Which steps were taken for a child, by whom and when, and what has a date ahead: read from the records, never ticked.

A record more can only add a step or a date, never take a step away. The one exception is meant: while the
guard hides the parents, the step that is theirs is not there at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from tvaerfaglig.domain.concern import Concern, NotNow, PositionSet
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.course.way import StepId, Way
from tvaerfaglig.domain.follow_up import LookAgain
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationState,
)
from tvaerfaglig.domain.observation import Observation, Sign
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Stage, Step, Underretning

MEETINGS, LETTERS = "konsultationer", "underretninger"
_ALWAYS_OPEN = StepId.UNDERRETNING
"""It is never too late to notify: this step is not called passed over, whatever came after."""
_SENT = frozenset({Stage.AFSENDT, Stage.KVITTERET, Stage.ORIENTERET, Stage.LUKKET})


@dataclass(frozen=True, slots=True)
class Trace:
    """What one record says of one step: taken on a day by somebody, to come (`ahead`), or only `begun`.

    `place` is where the record is opened; empty for the child's own timeline.
    """

    step: StepId
    day: date
    by: tuple[str, ...]
    record: str
    place: str = ""
    ahead: bool = False
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """One step: how often it was taken, when first and last and by whom; what is begun, and what has a date.

    `record` is where one goes from here: what comes next, else what was last.
    """

    step: StepId
    times: int = 0
    first: date | None = None
    last: date | None = None
    by: tuple[str, ...] = ()
    begun: bool = False
    next_on: date | None = None
    next_by: tuple[str, ...] = ()
    record: str = ""
    place: str = ""
    passed_over: bool = False


def steps_taken(
    stored: Iterable[Stored[Any]], way: Way, today: date, *, hides_parents: bool
) -> tuple[Taken, ...]:
    """The steps in their order. Ordinary days before the first wonder are no part of it."""
    traces = [trace for one in stored for trace in _traces(one, way, today)]
    began = min((one.day for one in traces if _begins(one)), default=None)
    daily = {StepId.OBSERVATION, StepId.FORAELDRESAMTALE}
    traces = [
        one
        for one in traces
        if one.step not in daily or one.ahead or (began is not None and one.day >= began)
    ]
    shown = [one for one in StepId if not (hides_parents and one is StepId.FORAELDRESAMTALE)]
    taken = [_taken(step, [one for one in traces if one.step is step]) for step in shown]
    last = max((n for n, one in enumerate(taken) if one.times), default=-1)
    return tuple(
        replace(one, passed_over=n < last and not one.times and one.step is not _ALWAYS_OPEN)
        for n, one in enumerate(taken)
    )


def _begins(trace: Trace) -> bool:
    """Ordinary observations and talks do not begin anything."""
    return not trace.ahead and trace.step not in {StepId.OBSERVATION, StepId.FORAELDRESAMTALE}


def _taken(step: StepId, traces: list[Trace]) -> Taken:
    been = sorted((one for one in traces if not (one.ahead or one.begun)), key=_when)
    coming = sorted((one for one in traces if one.ahead), key=_when)
    begun = [one for one in traces if one.begun]
    at = next(iter(coming[:1] or been[-1:] or begun[-1:]), None)
    return Taken(
        step,
        times=len({one.record for one in been}),
        first=been[0].day if been else None,
        last=been[-1].day if been else None,
        by=been[-1].by if been else (begun[-1].by if begun else ()),
        begun=bool(begun) and not been,
        next_on=coming[0].day if coming else None,
        next_by=coming[0].by if coming else (),
        record=at.record if at else "",
        place=at.place if at else "",
    )


def _when(trace: Trace) -> tuple[date, str]:
    return trace.day, trace.record


def _traces(stored: Stored[Any], way: Way, today: date) -> Iterator[Trace]:
    read = _READERS.get(type(stored.record))
    if read is not None:
        yield from read(stored, way, today)


def _observation(stored: Stored[Observation], _way: Way, _today: date) -> Iterator[Trace]:
    seen, by = stored.record, (stored.written_by,)
    yield Trace(StepId.OBSERVATION, seen.day, by, stored.id)
    if seen.sign is Sign.BEKYMRING:
        yield Trace(StepId.UNDRING, seen.day, by, stored.id)


def _concern(stored: Stored[Concern], _way: Way, _today: date) -> Iterator[Trace]:
    concern = stored.record
    by = (concern.by or stored.written_by,)
    yield Trace(StepId.UNDRING, concern.first_noticed, by, stored.id)
    if concern.closed_on:
        yield Trace(StepId.OPFOELGNING, concern.closed_on, (stored.changed_by,), stored.id)
    elif concern.next_on:
        yield Trace(StepId.OPFOELGNING, concern.next_on, by, stored.id, ahead=True)


def _talk(stored: Stored[ParentContact], _way: Way, _today: date) -> Iterator[Trace]:
    talk = stored.record
    yield Trace(StepId.FORAELDRESAMTALE, talk.day, talk.staff or (stored.written_by,), stored.id)


def _meeting(stored: Stored[Konsultation], way: Way, today: date) -> Iterator[Trace]:
    note = stored.record
    step = way.step_of_meeting(getattr(note, "form", ""))
    by = (note.tovholder or stored.written_by,)
    if note.status is KonsultationState.PLANLAGT:
        follows = StepId.OPFOELGNING if note.follows else step
        if note.day >= today:
            yield Trace(follows, note.day, by, stored.id, MEETINGS, ahead=True)
    elif note.status is not KonsultationState.AFLYST:
        yield Trace(step, note.day, by, stored.id, MEETINGS)
        if note.follows:
            yield Trace(StepId.OPFOELGNING, note.day, by, stored.id, MEETINGS)


def _letter(stored: Stored[Underretning], _way: Way, _today: date) -> Iterator[Trace]:
    letter = stored.record
    writers = letter.writers or (stored.written_by,)
    yield Trace(StepId.UNDERRETNING, letter.begun, writers, stored.id, LETTERS, begun=True)


def _letter_step(stored: Stored[Step], _way: Way, _today: date) -> Iterator[Trace]:
    step, by = stored.record, (stored.record.by or stored.written_by,)
    if step.stage in _SENT:
        yield Trace(StepId.UNDERRETNING, step.day, by, step.underretning, LETTERS)
    if step.seen_again_on:
        yield Trace(
            StepId.OPFOELGNING, step.seen_again_on, by, step.underretning, LETTERS, ahead=True
        )


def _own_day(stored: Stored[LookAgain], _way: Way, _today: date) -> Iterator[Trace]:
    day, by = stored.record, (stored.record.by or stored.written_by,)
    if day.done_on:
        yield Trace(StepId.OPFOELGNING, day.done_on, by, day.underretning, LETTERS)
    else:
        yield Trace(StepId.OPFOELGNING, day.on, by, day.underretning, LETTERS, ahead=True)


def _decision(stored: Stored[NotNow], _way: Way, _today: date) -> Iterator[Trace]:
    decision = stored.record
    by = decision.by or (stored.written_by,)
    if decision.seen_again:
        yield Trace(StepId.OPFOELGNING, decision.seen_again, by, stored.id)
    else:
        yield Trace(StepId.OPFOELGNING, decision.seen_again_on, by, stored.id, ahead=True)


def _position(stored: Stored[PositionSet], _way: Way, today: date) -> Iterator[Trace]:
    stand = stored.record
    if stand.next_on and stand.next_on >= today:
        by = stand.set_by or (stored.written_by,)
        yield Trace(StepId.OPFOELGNING, stand.next_on, by, stored.id, ahead=True)


def _agreement(stored: Stored[Agreement], _way: Way, _today: date) -> Iterator[Trace]:
    made = stored.record
    there, place = (made.konsultation, MEETINGS) if made.konsultation else (stored.id, "")
    if made.status is AgreementState.FJERNET:
        return
    if made.verdict is not None or made.done_on:
        day = made.done_on or stored.changed_at.date()
        yield Trace(StepId.OPFOELGNING, day, made.who, there, place)
    elif made.due and made.status is AgreementState.AABEN:
        yield Trace(StepId.OPFOELGNING, made.due, made.who, there, place, ahead=True)


_READERS: Final[dict[type[Any], Callable[[Stored[Any], Way, date], Iterator[Trace]]]] = {
    Observation: _observation,
    Concern: _concern,
    ParentContact: _talk,
    Konsultation: _meeting,
    Underretning: _letter,
    Step: _letter_step,
    LookAgain: _own_day,
    NotNow: _decision,
    PositionSet: _position,
    Agreement: _agreement,
}
