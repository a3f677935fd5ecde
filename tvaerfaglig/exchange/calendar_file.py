"""A calendar that any other calendar can read (RFC 5545): days and places, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Event

DANISH_TIME = ZoneInfo("Europe/Copenhagen")
_PRODUCT = "-//Tvaerfaglig//Besoeg//DA"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """`uid` stays the same from file to file, `changes` grows: so a calendar moves what it has already."""

    uid: str
    title: str
    day: date
    at: time | None = None
    to: time | None = None
    place: str = ""
    cancelled: bool = False
    changes: int = 0


def as_ics(name: str, days: Iterable[CalendarDay], now: datetime) -> bytes:
    """The bytes of an .ics file. A day without hours is a whole day; a cancelled one says so."""
    from icalendar import Calendar  # a fifth of a second, and only for this file

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for one in days:
        calendar.add_component(_event(one, now))
    return bytes(calendar.to_ical())


def _event(one: CalendarDay, now: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", one.changes)
    event.add("summary", f"Aflyst: {one.title}" if one.cancelled else one.title)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    if one.place:
        event.add("location", one.place)
    if one.at is None:
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(1))
    else:
        start = _moment(one.day, one.at)
        event.add("dtstart", start)
        event.add("dtend", _moment(one.day, one.to) if one.to else start + timedelta(hours=1))
    return event


def _moment(day: date, at: time) -> datetime:
    """The Danish hour said in UTC, which every calendar reads without a table of summer times."""
    return datetime.combine(day, at, DANISH_TIME).astimezone(UTC)
