"""Rows 1, 2 and 10 again for an indsats that runs: whole series, whole rolls, whole kinds, or none of it."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PASSWORD
from tests.faults import deeds
from tests.faults.disks import Disk
from tests.faults.victims import Say, Victim, kills
from tests.services.efforts.group import away, begun, came
from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.efforts.kind import KeptEffortKind
from tvaerfaglig.domain.efforts.planning import SessionPlan
from tvaerfaglig.domain.efforts.records import (
    Attends,
    Effort,
    EffortSession,
    Enrolment,
    EnrolmentState,
    Presence,
    SessionState,
)
from tvaerfaglig.domain.efforts.roll_call import Mark
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services import library
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.services.efforts import calling, changing, sessions
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.printing import noting
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries
from tvaerfaglig.store.errors import DiskFull

FAMILIES = ("alma", "bertil", "emil")
TIMES, LONG_AGO = 3, date(1970, 1, 5)


def unlocked(place: Path) -> Session:
    clock = SetClock(deeds.NOON)
    return entering.unlock(place / "boks", "hanne", PASSWORD, clock, place / "state")


def found_group(session: Session) -> None:
    """A group that three families have been in for years."""
    group = begun(session)
    with session.write() as pen:
        for child in FAMILIES:
            mother = Attends(person=f"{child}-mor", called="Mor")
            made = Enrolment(effort=group, child=child, adults=(mother,), asked_on=LONG_AGO)
            pen.put(replace(made, from_day=LONG_AGO, status=EnrolmentState.MED))


def group_of(session: Session) -> str:
    return next(one.id for one in queries.all_of(session.vault, Effort))


def days_of(session: Session) -> list[Stored[EffortSession]]:
    return queries.all_of(session.vault, EffortSession)


def marks(session: Session) -> list[Mark]:
    first, *rest = sorted(queries.ids_of(session.vault, Enrolment))
    return [came(first, "barnet"), *(away(one) for one in rest)]


def plan(session: Session, number: int) -> tuple[str, ...]:
    """Some weeks that no other number has, with a place that says which."""
    wanted = SessionPlan(
        first=LONG_AGO + timedelta(weeks=6 * number), times=TIMES, place=f"rum {number}"
    )
    group = group_of(session)
    return sessions.accept(
        session, group, wanted, sessions.propose(session, group, wanted).days
    ).sessions


def live_on(say: Say, folder: Path, state: Path) -> None:
    """A leader's afternoon, over and over: a series, its rolls, a day moved, a sheet handed on, a kind of one's own."""
    session = entering.unlock(folder, "hanne", PASSWORD, SetClock(deeds.NOON), state)
    ours = library.efforts()[0]
    for number in count(len({one.record.place for one in days_of(session)})):
        made = plan(session, number)
        say(("planned", made))
        for day in made[:-1]:
            calling.keep(session, day, marks(session)[:1])
            calling.hand_in(session, day, marks(session))
            say(("held", day))
        to = LONG_AGO + timedelta(weeks=6 * number, days=2)
        sessions.move(session, made[-1], to, "Regn")
        say(("moved", (made[-1], to)))
        noting.note_printed(
            session, document="overgangsark", how="har udskrevet", child="alma", purpose=f"nr. {number}"
        )  # fmt: skip
        say(("printed", f"nr. {number}"))
        kept = changing.keep_own(session, replace(ours, name=f"Vores {number}")).id
        say(("kept", kept))


def whole(session: Session) -> dict[str, SessionState]:
    """Every day's state, when nothing is half: a series of all its days, a roll of all its families, or none."""
    days = days_of(session)
    assert set(Counter(one.record.place for one in days).values()) <= {TIMES}
    rolls = Counter(one.record.session for one in queries.all_of(session.vault, Presence))
    held = {one.id for one in days if one.record.status is SessionState.HOLDT}
    assert rolls == dict.fromkeys(held, len(FAMILIES))
    assert held.isdisjoint(calling.half_called(session))
    assert session.vault.examine().sound
    return {one.id: one.record.status for one in days}


@pytest.fixture
def lived_in(built, tmp_path):
    place = tmp_path / "hus"
    place.mkdir()
    Disk(place).move_in(built)
    session = unlocked(place)
    found_group(session)
    entering.close(session)
    return place


@kills
def test_a_kill_in_a_groups_afternoon_leaves_whole_acts(lived_in, times):
    """Rows 1 and 10, 6/200 kills at random moments: what was said to be done is done, and no act is half."""
    said: dict[str, list[Any]] = defaultdict(list)
    for number in range(times(6, 200)):
        victim = Victim(live_on, lived_in / "boks", lived_in / "state")
        for act, what in victim.kill_when_said(number % 9, random.uniform(0, 0.03)):
            said[act].append(what)
        assert victim.died
        session = unlocked(lived_in)
        days = whole(session)
        assert {one for made in said["planned"] for one in made} <= days.keys()
        assert {days[one] for one in said["held"]} <= {SessionState.HOLDT}
        moved = {one.id: one.record.day for one in days_of(session)}
        assert {one: moved[one] for one, _ in said["moved"]} == dict(said["moved"])
        purposes = {one.record.purpose for one in queries.of_child(session.vault, Printed, "alma")}
        assert set(said["printed"]) <= purposes
        assert set(said["kept"]) <= queries.ids_of(session.vault, KeptEffortKind)
        entering.close(session)
    assert all(said[one] for one in ("planned", "held"))


def test_a_full_disk_in_a_groups_afternoon(small_disk, built, said_plainly, tmp_path):
    """Row 2: each act says why not and leaves nothing half; with room again it is done as if nothing was."""
    disk = Disk(small_disk("6m"))
    disk.move_in(built)
    session = unlocked(disk.place)
    found_group(session)
    (*days, last), before = plan(session, 0), len(days_of(session))
    to, kind = LONG_AGO + timedelta(days=2), replace(library.efforts()[0], name="Vores")
    acts: tuple[Callable[[], object], ...] = (
        lambda: plan(session, 1),
        lambda: calling.keep(session, days[0], marks(session)[:1]),
        lambda: calling.hand_in(session, days[0], marks(session)),
        lambda: sessions.move(session, last, to, "Regn"),
        lambda: changing.keep_own(session, kind),
    )
    disk.fill()
    with pytest.raises(DiskFull):
        for _ in range(50):  # the last page may have room for a little more
            deeds.note(session, "For meget. " * 2000)
    for act in acts:
        with pytest.raises(DiskFull) as refusal:
            act()
        said_plainly(refusal.value)
    assert len(days_of(session)) == before
    assert set(whole(session).values()) == {SessionState.PLANLAGT}
    disk.empty()
    for act in acts:
        act()
    assert list(whole(session).values()).count(SessionState.HOLDT) == 1
    entering.close(session)
