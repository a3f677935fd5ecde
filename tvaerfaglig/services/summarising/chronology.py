"""The course of a child: curves over time, what happened day by day, and how long it took."""

from __future__ import annotations

from datetime import date
from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.attendance import Attendance
from tvaerfaglig.domain.concern import PositionSet
from tvaerfaglig.domain.contact import ParentContact, ParentRemark
from tvaerfaglig.domain.konsultation import (
    Agreement,
    Konsultation,
)
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Finished, Stage, Step, Underretning
from tvaerfaglig.printouts.papers.course import Course, CourseEvent
from tvaerfaglig.printouts.papers.summary import ChronologyRow
from tvaerfaglig.services.children.chronicle import first_sentence, said
from tvaerfaglig.services.courses import on_paper as courses_on_paper
from tvaerfaglig.services.efforts import on_summary
from tvaerfaglig.services.summarising.gathered import KINDS, Gathered


def curves(course: Gathered) -> tuple[Course, ...]:
    """The positions of the period and each scale that was used in it, with what was done and agreed."""
    sent = [s for s in course.in_period(Step) if s.record.stage is Stage.AFSENDT]
    events = [
        *(CourseEvent(one.record.day, "samtale") for one in course.in_period(ParentContact)),
        *(CourseEvent(one.record.day, "konsultation") for one in course.held()),
        *(CourseEvent(one.record.day, "underretning") for one in sent),
    ]
    return courses_on_paper.curves(
        course.in_period(PositionSet),
        course.in_period(Agreement),
        course.tried,
        tuple(sorted(events, key=lambda one: one.day)[-6:]),
        min(course.wanted.last, course.today),
        course.names,
        course.masked,
    )


def chronology(course: Gathered) -> list[ChronologyRow]:
    """What happened in the period, in the order of its days."""
    first = course.first_concern()
    rows = []
    for kind in KINDS:
        if kind in {Agreement, Attendance, Finished, Underretning, ParentRemark}:
            continue
        rows += [
            (one.record.happened(), _row(course, one, first)) for one in course.in_period(kind)
        ]
    begun = on_summary.happened(
        course.tried, course.wanted.first, course.wanted.last, course.names.of_staff,
        course.masked,
    )  # fmt: skip
    rows += [(day.isoformat(), row) for day, row in begun]
    return [row for _, row in sorted(rows, key=lambda pair: pair[0]) if row.what]


def _row(course: Gathered, one: Stored[Any], first: date | None) -> ChronologyRow:
    day = date.fromisoformat(one.record.happened()[:10])
    told, source = said(one.record)
    what = first_sentence(told)
    if course.wanted.reflections and isinstance(one.record, Observation) and one.record.reflection:
        what = f"{what} Egen tanke: {one.record.reflection}"
    return ChronologyRow(
        date=danish.day_table(day),
        what=course.masked(what),
        who=course.names.of_staff(one.written_by),
        source=source,
        days=(day - first).days if first and day >= first else None,
    )


def days_note(course: Gathered) -> str:
    """How long it took from the first concern to each step."""
    first = course.first_concern()
    if first is None:
        return ""
    found = []
    for words, kind in (
        ("til samtale med forældrene", ParentContact),
        ("til konsultation", Konsultation),
    ):
        days = sorted(one.record.day for one in course.of(kind) if one.record.day >= first)
        if days:
            found.append(f"{danish.count((days[0] - first).days, 'dag', 'dage')} {words}")
    sent = [
        s.record.day
        for s in course.of(Step)
        if s.record.stage is Stage.AFSENDT and s.record.day >= first
    ]
    if sent:
        found.append(f"{danish.count((sent[0] - first).days, 'dag', 'dage')} til underretning")
    start = f"Dage er talt fra den første bekymring, {danish.day(first)}"
    return f"{start}: {danish.join_and(found)}." if found else f"{start}."
