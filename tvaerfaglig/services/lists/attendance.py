"""Attendance comes in from a list: per child and month, seen first, written as one act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import ListBroughtIn
from tvaerfaglig.domain.attendance import AbsentDay, Attendance, merged
from tvaerfaglig.domain.danish import fold
from tvaerfaglig.domain.lists.attendance_rows import (
    AttendanceRow,
    Crosses,
    Mark,
    Shape,
    read_attendance,
    shape_of,
)
from tvaerfaglig.domain.people import Child
from tvaerfaglig.exchange.errors import CannotRead
from tvaerfaglig.exchange.listed import Listed, Step
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.lists.child_lists import Brought
from tvaerfaglig.services.lists.opening import leads
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

ATTENDANCE = "fremmøde"
_EVERY = 50
_NEITHER = (
    "Listen skal have barnets navn i en kolonne, og enten en dato over hver kolonne eller en kolonne med "
    "dato og en med fremmøde. Står der kun dagens tal, så skriv måneden over listen, fx »oktober 2026«."
)


@dataclass(frozen=True, slots=True)
class OpenedAttendance:
    """A list whose shape was understood. `crosses` is the guess of what a cross means."""

    listed: Listed
    shape: Shape
    houses: tuple[tuple[str, str], ...]

    @property
    def crosses(self) -> Crosses:
        return self.shape.crosses


@dataclass(frozen=True, slots=True)
class ChildDays:
    """What would be written of one child; without `child` nobody was found, and `notes` say why."""

    key: str
    name: str
    child: str
    months: tuple[tuple[Attendance, bool], ...]
    notes: tuple[str, ...]

    @property
    def news(self) -> tuple[Attendance, ...]:
        return tuple(one for one, new in self.months if new)


@dataclass(frozen=True, slots=True)
class AttendanceLook:
    lines: tuple[ChildDays, ...]

    @property
    def to_write(self) -> int:
        return sum(bool(one.news) for one in self.lines)


def open_attendance(session: Session, listed: Listed) -> OpenedAttendance:
    """How the list is laid out. Raises CannotRead where it is neither of the shapes known."""
    leads(session)
    shape = shape_of(listed.rows, session.today)
    if shape is None:
        raise CannotRead(_NEITHER)
    houses = session.houses()
    mine = tuple((one, houses[one].name) for one in session.actor.houses if one in houses)
    return OpenedAttendance(listed, shape, mine)


def look_at_attendance(
    session: Session, opened: OpenedAttendance, house: str, crosses: Crosses
) -> AttendanceLook:
    """What would be written, child by child. Whoever is not found stands last."""
    leads(session, house)
    rows = read_attendance(opened.listed.rows, opened.shape, crosses, session.today)
    known = {
        one: stored.record
        for one, stored in session.children().items()
        if stored.record.dagtilbud == house
    }
    marks: dict[str, list[Mark]] = defaultdict(list)
    notes: dict[str, list[str]] = defaultdict(list)
    lost: dict[str, ChildDays] = {}
    for row in rows:
        child, why = _find(row, known)
        if not child:
            key = row.name or f"række {row.number}"
            lost.setdefault(key, ChildDays(f"række {row.number}", key, "", (), (why,)))
            continue
        marks[child] += row.marks
        notes[child] += [one for one in row.notes if one not in notes[child]]
    lines = [
        ChildDays(
            child,
            known[child].name,
            child,
            tuple(_months(session, child, marks[child])),
            tuple(notes[child]),
        )
        for child in marks
    ]
    lines.sort(key=lambda one: fold(one.name))
    return AttendanceLook((*lines, *lost.values()))


def _find(row: AttendanceRow, known: Mapping[str, Child]) -> tuple[str, str]:
    """The child by number, or by a name that only one has; birthdays part namesakes."""
    if row.cpr:
        numbered = [one for one, child in known.items() if child.cpr == row.cpr]
        if numbered:
            return numbered[0], ""
    named = [one for one, child in known.items() if row.name and fold(child.name) == fold(row.name)]
    if len(named) > 1 and row.born:
        named = [one for one in named if known[one].born == row.born]
    if len(named) == 1:
        return named[0], ""
    if named:
        return "", "Flere børn hedder det samme. Sæt fødselsdagen med i listen."
    return "", "Barnet findes ikke i huset under det navn. Rækken springes over."


def _months(session: Session, child: str, marks: list[Mark]) -> list[tuple[Attendance, bool]]:
    """Each month as it would stand, and whether that is anything new."""
    by_month: dict[str, dict[int, Mark]] = defaultdict(dict)
    for mark in marks:
        by_month[f"{mark.day:%Y-%m}"][mark.day.day] = mark
    made = []
    for month, days in sorted(by_month.items()):
        new = Attendance(
            child=child,
            month=month,
            present=tuple(sorted(day for day, mark in days.items() if mark.present)),
            absent=tuple(
                AbsentDay(day=day, reason=mark.reason)
                for day, mark in sorted(days.items())
                if not mark.present
            ),
        )
        before = queries.one(session.vault, Attendance, record_id(child, month))
        whole = merged(before.record, new) if before else new
        made.append((whole, before is None or before.record != whole))
    return made


def record_id(child: str, month: str) -> str:
    """One record for a child's month, so that a newer list is a new version of it."""
    return f"{child}:fremmoede:{month}"


def bring_in_attendance(
    session: Session,
    opened: OpenedAttendance,
    house: str,
    crosses: Crosses,
    seen: AttendanceLook,
    *,
    step: Step = lambda _: None,
) -> Brought:
    """Write what was seen, all of it or nothing."""
    now = look_at_attendance(session, opened, house, crosses)
    if now != seen:
        raise Unclear("Nogen har rettet noget imens. Se listen igennem igen, før den kommer ind.")
    new: list[tuple[str, str]] = []
    changed: list[tuple[str, str]] = []
    with session.write() as pen:
        for done, month in enumerate(month for line in now.lines for month in line.news):
            if done % _EVERY == 0:
                step(done)
            record = record_id(month.child, month.month)
            stands = bool(session.vault.heads(record))
            pen.put(month, record)
            (changed if stands else new).append((record, session.vault.heads(record)[-1]))
        brought = pen.put(
            ListBroughtIn(
                what=ATTENDANCE,
                at=session.now.isoformat(timespec="minutes"),
                house=house,
                rows=len(now.lines),
                new=tuple(new),
                changed=tuple(changed),
            )
        )
        return Brought(brought, len(new), len(changed), pen.changes)


def said(line: ChildDays) -> str:
    """»oktober: 17 fremmødedage og 4 fraværsdage (3 syg)«."""
    parts = [
        f"{danish.MONTHS[one.first.month - 1]} {one.first.year}: {one.words_of_days()}"
        for one, _ in line.months
    ]
    return " · ".join(parts)
