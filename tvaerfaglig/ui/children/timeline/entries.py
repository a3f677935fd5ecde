"""From records to the rows of the timeline: what is planned on top, the newest first, home beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.attendance import Attendance
from tvaerfaglig.domain.concern import Concern, NotNow, PositionSet
from tvaerfaglig.domain.contact import Absence, FamilyEvent, ParentContact, ParentRemark
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import Enrolment, Phase, SessionState
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.emergency import Emergency
from tvaerfaglig.domain.follow_up import Contacted, Journalled, LookAgain, Reminder
from tvaerfaglig.domain.handing_over import HandedOver
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationState,
)
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.protection import Guard, Samtykke, Sharing
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.rounds.records import Joint
from tvaerfaglig.domain.snooze import Snoozed
from tvaerfaglig.domain.statusudtalelser.records import (
    StatusFinished,
    StatusStep,
    Statusudtalelse,
)
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.domain.underretning import Finished, Step, Underretning
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.ui.children.timeline import indsatser
from tvaerfaglig.ui.children.timeline.happened import tell_agreement
from tvaerfaglig.ui.children.timeline.tellers import tell
from tvaerfaglig.ui.children.timeline.telling import Telling
from tvaerfaglig.ui.children.timeline.when import hverdage
from tvaerfaglig.ui.children.told import Told
from tvaerfaglig.ui.widgets import FamilyNote, TimelineEntry

ALL = "alt"
FAMILY = "familie"
BESIDE = timedelta(days=10)
"""So near in time that what happened at home stands beside what was seen."""


@dataclass(frozen=True, slots=True)
class Group:
    """One filter: its key, word and icon, and the kinds it holds."""

    key: str
    word: str
    icon: str
    kinds: tuple[type[Record], ...]


GROUPS = (
    Group("observation", "Observationer", "observation", (Observation,)),
    Group("samtale", "Samtaler", "samtale", (ParentContact, ParentRemark)),
    Group(
        "konsultation",
        "Konsultationer",
        "konsultation",
        (Konsultation, Agreement, Tovholder, Contribution),
    ),
    Group(
        "underretning",
        "Underretninger",
        "underretning",
        (Underretning, Finished, Step, Contacted, Reminder, LookAgain, Journalled),
    ),
    Group(
        "statusudtalelse",
        "Statusudtalelser",
        "statusudtalelse",
        (Statusudtalelse, StatusFinished, StatusStep),
    ),
    Group("indsats", "Indsatser", "indsats", (Enrolment, Phase, Sheet, VisitLog)),
    Group("trivselsrunde", "Trivselsrunder", "trivselsrunde", (Joint,)),
    Group("bekymring", "Bekymring", "bekymring", (Concern, PositionSet, NotNow, Snoozed)),
    Group("fravaer", "Fravær", "fravaer", (Absence, Attendance)),
    Group("samtykke", "Samtykke", "samtykke", (Samtykke, Sharing, HandedOver, Guard, Emergency)),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing with its day: what entries, counts, months and years are made of."""

    stored: Stored[Any]
    day: date
    at: time | None
    told: Told
    planned: bool
    group: str
    key: str


def rows(telling: Telling) -> list[Row]:
    """Everything about the child, what is planned first (the nearest on top), then the newest first."""
    made = [*_planned_days(telling), *_ends(telling)]
    said_already = {one.id for one in telling.line.of(Joint)}
    for stored in telling.line.entries:
        if isinstance(stored.record, PositionSet) and stored.record.origin in said_already:
            continue
        planned = _is_planned(stored.record)
        made.append(_row(telling, stored, _day(stored.record), planned=planned))
    planned_rows = sorted((row for row in made if row.planned), key=_when)
    return planned_rows + sorted((row for row in made if not row.planned), key=_when, reverse=True)


def groups(made: Iterable[Row], *, lane: bool) -> list[tuple[Group, int]]:
    """The filters that hold something, with how much."""
    counts: dict[str, int] = {}
    for row in made:
        counts[row.group] = counts.get(row.group, 0) + 1
    home = Group(FAMILY, "Familien", "familie", (FamilyEvent,))
    found = (*GROUPS, home) if not lane else GROUPS
    return [(group, counts[group.key]) for group in found if group.key in counts]


def entries(
    made: Sequence[Row], today: date, *, only: str = ALL, lane: bool
) -> list[TimelineEntry]:
    """The rows as they stand on the timeline; with `lane` the family's stand beside the others."""
    chosen = [row for row in made if only in {ALL, row.group}]
    main = [row for row in chosen if not (lane and row.group == FAMILY)]
    shown = [_entry(row, today) for row in main]
    if lane:
        home = [row for row in made if row.group == FAMILY]
        return _with_lane(main, shown, home, today)
    return shown


def _with_lane(
    main: list[Row], shown: list[TimelineEntry], home: list[Row], today: date
) -> list[TimelineEntry]:
    """Each family event beside the nearest free row in time, or on a row of its own."""
    alone = []
    for event in home:
        free = [
            n for n, row in enumerate(main)
            if not row.planned and shown[n].family is None and abs(row.day - event.day) <= BESIDE
        ]  # fmt: skip
        if free:
            at = min(free, key=lambda n: abs(main[n].day - event.day))
            shown[at] = replace(shown[at], family=_note(event, today))
        else:
            alone.append(event)
    pairs = list(zip(main, shown, strict=True))
    pairs += [(event, _home_alone(event, today)) for event in alone]
    planned = [entry for row, entry in pairs if row.planned]
    past = sorted((pair for pair in pairs if not pair[0].planned), key=_newest_first, reverse=True)
    return planned + [entry for _, entry in past]


def _newest_first(pair: tuple[Row, TimelineEntry]) -> tuple[tuple[date, time], str]:
    return _when(pair[0]), pair[0].stored.id


def _when(row: Row) -> tuple[date, time]:
    return row.day, row.at or time(0)


def _note(event: Row, today: date) -> FamilyNote:
    day = _date_words(event.day, today)
    source = " · ".join(part for part in (day, event.told.source) if part)
    return FamilyNote(event.told.words, source, event.key)


def _home_alone(event: Row, today: date) -> TimelineEntry:
    month = month_words(event.day, today)
    return TimelineEntry("", "", "", "", "", month=month, family=_note(event, today))


def _entry(row: Row, today: date) -> TimelineEntry:
    told, (day, under) = row.told, _dates(row, today)
    return TimelineEntry(
        key=row.key, day=day, under=under, icon=told.icon, kind=told.kind, title=told.title,
        words=told.words, sign=told.sign, quote=told.quote, said_to=told.said_to,
        source=told.source, link=told.link, planned=row.planned, colour=told.colour,
        month=month_words(today if row.planned else row.day, today),
    )  # fmt: skip


def _dates(row: Row, today: date) -> tuple[str, str]:
    """»10. nov.« and beneath it »tir 8.15«; I dag, I går and I morgen in words."""
    record = row.stored.record
    if isinstance(record, Absence) and not row.planned:
        return danish.day_span(record.first, record.last), hverdage(record.first, record.last)
    if isinstance(record, Attendance):
        return danish.capital(month_words(row.day, today)), ""
    clock = danish.clock(row.at) if row.at else ""
    near = danish.day_near(row.day, today)
    if near in {"I dag", "I går", "I morgen"}:
        return near, clock
    weekday = danish.WEEKDAYS[row.day.weekday()][:3]
    return danish.day_of_month(row.day), f"{weekday} {clock}".strip()


def _date_words(day: date, today: date) -> str:
    words = danish.day_of_month(day)
    return words if day.year == today.year else f"{words} {day.year}"


def month_words(day: date, today: date) -> str:
    """»oktober«, with the year where it is another."""
    month = danish.MONTHS[day.month - 1]
    return month if day.year == today.year else f"{month} {day.year}"


def _is_planned(record: Record) -> bool:
    if isinstance(record, VisitLog):
        return record.status is SessionState.PLANLAGT
    return isinstance(record, Konsultation) and record.status is KonsultationState.PLANLAGT


def _planned_days(telling: Telling) -> Iterable[Row]:
    """What is still to come of agreements, concerns and decisions: their own days ahead."""
    for stored in telling.line.agreements:
        made = stored.record
        if made.due and made.status is AgreementState.AABEN:
            told = tell_agreement(telling, stored)
            yield Row(stored, made.due, None, told, True, "konsultation", f"{stored.id}@")
    for concern in telling.line.of(Concern):
        next_on = concern.record.next_on
        if isinstance(next_on, date) and concern.record.closed_on is None:
            told = Told("bekymring", "Bekymring", "Ses igen", concern.record.title)
            yield Row(concern, next_on, None, told, True, "bekymring", f"{concern.id}@")
    yield from _position_day(telling)
    for decision in telling.line.of(NotNow):
        if decision.record.seen_again is None:
            told = Told("ur", "Beslutning", "Ses igen", "Du kan altid underrette.")
            again = decision.record.seen_again_on
            yield Row(decision, again, None, told, True, "bekymring", f"{decision.id}@")


def _ends(telling: Telling) -> Iterable[Row]:
    """The last day of an indsats, as a row of its own beside the day it began."""
    for stored in telling.line.of(Enrolment):
        last = indsatser.end_of(stored.record)
        if last is not None:
            told = indsatser.ended(telling, stored)
            yield Row(stored, last, None, told, False, "indsats", f"{stored.id}@")


def _position_day(telling: Telling) -> Iterable[Row]:
    """When the position that stands is looked at again; an earlier one's day is over with it."""
    for stand in telling.line.of(PositionSet)[:1]:
        if stand.record.next_on:
            told = Told("maal", "Position", "Ses igen", sign=stand.record.position.value)
            yield Row(stand, stand.record.next_on, None, told, True, "bekymring", f"{stand.id}@")


def _row(telling: Telling, stored: Stored[Any], day: date, *, planned: bool) -> Row:
    at = getattr(stored.record, "at", None)
    kinds = ((group.key, group.kinds) for group in GROUPS)
    group = next((key for key, kind in kinds if isinstance(stored.record, kind)), FAMILY)
    clock = at if isinstance(at, time) else None
    return Row(stored, day, clock, tell(telling, stored), planned, group, stored.id)


def _day(record: Record) -> date:
    return date.fromisoformat(record.happened()[:10])
