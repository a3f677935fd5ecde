"""The demo's indsatser, lived through by their own services: begun, planned, called, written about, closed.

What is a family's own is in `demo_families`. A day says only what was out of the common: whoever is not
mentioned was there with her first grown-up.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from tvaerfaglig.domain.efforts.logs import Hours, HoursFor
from tvaerfaglig.domain.efforts.planning import SessionPlan
from tvaerfaglig.domain.efforts.records import CHILD, Effort
from tvaerfaglig.domain.efforts.rhythm import Every
from tvaerfaglig.domain.efforts.roll_call import Mark
from tvaerfaglig.domain.efforts.volunteers import Feedback, Volunteer, VolunteerPlace
from tvaerfaglig.services.demo import families as demo_families
from tvaerfaglig.services.demo.living import Living, Moment, World
from tvaerfaglig.services.efforts import hours, roll, sessions, shelf, starting, volunteers

Row = dict[str, Any]
Do = Callable[[Living], None]

_MORNING, _TALKED, _AFTER = time(8, 5), time(15, 10), timedelta(minutes=10)


def moments(world: World) -> Iterator[Moment]:
    """Volunteers first: an effort's hours point to them."""
    count = itertools.count()
    for row in world.get("indsatsfrivillig", ()):
        yield Moment(row["written"], next(count), _volunteer(row))
        for said in row.get("talt", ()):
            yield Moment(at(said["day"], _TALKED), next(count), _feedback(row, said))
    for row in world.get("indsatsforloeb", ()):
        yield from _effort(row, count)


def _effort(row: Row, count: Iterator[int]) -> Iterator[Moment]:
    yield Moment(row["written"], next(count), _start(row))
    if row["start"] > row["written"].date():
        yield Moment(at(row["start"], _MORNING), next(count), _begin(row))
    for plan in row.get("plan", ()):
        yield Moment(plan.get("written", row["written"]) + _AFTER, next(count), _plan(row, plan))
    for family in row.get("familie", ()):
        yield from demo_families.moments(row, family, count)
    yield from _while_it_runs(row, count)
    if "closed" in row:
        yield Moment(row["closed"], next(count), _close(row))


def _while_it_runs(row: Row, count: Iterator[int]) -> Iterator[Moment]:
    for day in row.get("gang", ()):
        yield Moment(_when_written(row, day), next(count), _day(row, day))
    for sheet in row.get("ark", ()):
        when = at(sheet["day"], sheet.get("at", time(14, 30)))
        yield Moment(when, next(count), demo_families.sheet(row, sheet))
    for one in row.get("frivillig", ()):
        yield Moment(at(one["from_day"], _MORNING), next(count), _place(row, one))
    for one in row.get("timer", ()):
        for day in _days_of(one):
            yield Moment(at(day, time(16, 20)), next(count), _hours(row, one, day))


def at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock)


def _start(row: Row) -> Do:
    def do(life: Living) -> None:
        session = life.of(row["by"])
        ref = next(one.ref for one in shelf.offered(session) if one.kind.id == row["kind"])
        own = {one: row[one] for one in Effort.__dataclass_fields__ if one in row}
        made = life.record(Effort, own | {"kind": ref})
        life.known[row["id"]] = starting.save(session, made).id

    return do


def _begin(row: Row) -> Do:
    return lambda life: _said(starting.begin(life.of(row["by"]), life.known[row["id"]]))


def _close(row: Row) -> Do:
    return lambda life: _said(
        starting.close(life.of(row["by"]), life.known[row["id"]], row["outcome"])
    )


def _said(_: object) -> None:
    """What was saved is not asked for again."""


def _plan(row: Row, plan: Row) -> Do:
    """Every day that was proposed but those that the house left out."""

    def do(life: Living) -> None:
        session, effort = life.of(row["by"]), life.known[row["id"]]
        wanted = SessionPlan(
            first=plan["first"], times=plan["times"], every=Every(plan.get("every", "uger")),
            number=plan.get("number", 1), at=plan.get("at"), to=plan.get("to"),
            place=str(row.get("place", "")),
        )  # fmt: skip
        days = [
            one
            for one in sessions.propose(session, effort, wanted).days
            if one.day and one.day not in plan.get("skip", ())
        ]
        planned = sessions.accept(session, effort, wanted, days).sessions
        for one, key in zip(days, planned, strict=True):
            life.known[f"{row['id']}/{one.day}"] = key

    return do


def _when_written(row: Row, day: Row) -> datetime:
    """A day's theme, note and roll in one sitting, when the families have gone."""
    return day.get("written") or at(day["day"], row.get("after", time(16, 35)))


def _day(row: Row, day: Row) -> Do:
    def do(life: Living) -> None:
        session = life.of(_keeper(row))
        key = life.known[f"{row['id']}/{day['day']}"]
        if "cancelled" in day:
            sessions.cancel(session, key, day["cancelled"])
            return
        if "theme" in day:
            held_by = tuple(life.known[one] for one in row.get("held_by", ()))
            sessions.write(
                session, key, theme=day["theme"], note=day.get("note", ""), held_by=held_by
            )
        if not row.get("familie"):
            sessions.hold_without_families(session, key)
        elif not day.get("uncalled"):
            marks = [_mark(life, day, one) for one in roll.roll(session, key).families]
            roll.call(session, key, marks)

    return do


def _keeper(row: Row) -> str:
    """Who calls the roll and writes the hours down."""
    return str(row.get("keeper", row["by"]))


def _mark(life: Living, day: Row, one: roll.OnRoll) -> Mark:
    away = {life.known[child]: why for child, why in day.get("away", {}).items()}
    came = {life.known[child]: who for child, who in day.get("came", {}).items()}
    notes = {life.known[child]: said for child, said in day.get("noted", {}).items()}
    if one.child in away:
        return Mark(enrolment=one.enrolment, reason=away[one.child])
    usual = [CHILD, *[each.person for each in one.people if each.person != CHILD][:1]]
    people = tuple(came.get(one.child, usual))
    return Mark(enrolment=one.enrolment, people=people, note=notes.get(one.child, ""))


def _volunteer(row: Row) -> Do:
    def do(life: Living) -> None:
        own = {one: row[one] for one in Volunteer.__dataclass_fields__ if one in row}
        made = volunteers.save(life.of(row["by"]), life.record(Volunteer, own))
        life.known[row["id"]] = made.id

    return do


def _feedback(row: Row, said: Row) -> Do:
    def do(life: Living) -> None:
        made = Feedback(
            day=said["day"], well=said.get("well", ""), otherwise=said.get("otherwise", "")
        )
        volunteers.give_feedback(life.of(said["by"]), life.known[row["id"]], made)

    return do


def _place(row: Row, one: Row) -> Do:
    def do(life: Living) -> None:
        made = life.record(VolunteerPlace, one | {"effort": row["id"]})
        volunteers.place(life.of(row["by"]), made)

    return do


def _days_of(one: Row) -> Iterator[date]:
    """One day, or the same weekday of every week until another, without those left out."""
    day, until = one["day"], one.get("until", one["day"])
    while day <= until:
        if day not in one.get("skip", ()):
            yield day
        day += timedelta(weeks=one.get("weeks", 1))


def _hours(row: Row, one: Row, day: date) -> Do:
    def do(life: Living) -> None:
        made = Hours(
            effort=life.known[row["id"]], day=day, minutes=one["minutes"],
            went_to=HoursFor(one["went_to"]),
            volunteer=life.known[one["volunteer"]] if "volunteer" in one else "",
            note=one.get("note", ""),
        )  # fmt: skip
        hours.save(life.of(_keeper(row)), made)

    return do
