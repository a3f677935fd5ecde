"""Row 9: a clock that is set, loses its battery, or jumps with the summer. Order holds, and a doubt is said."""

from __future__ import annotations

import random
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.conftest import PASSWORD
from tests.faults import deeds
from tests.services.efforts.group import away, begun, let_in, planned
from tests.store.bare_vault import START, Ticking, make, put, reopen, seen
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.services.efforts import calling
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.lock import entering
from tvaerfaglig.store import queries
from tvaerfaglig.store.errors import ClockWrong

HOUR, DAY = 3_600_000, 86_400_000
JUMPS = (HOUR, -HOUR, -400 * DAY, 400 * DAY, -1, 0, -20 * 365 * DAY, 90 * DAY)


def test_whatever_the_clock_does_ids_and_stamps_rise(tmp_path, times):
    """100/1,000 jumps, and the program started anew now and then: every id and every stamp is after the last."""
    clock, ids = Ticking(), []
    vault = make(tmp_path / "boks", clock)
    for number in range(times(100, 1000)):
        jump = random.choice(JUMPS) if number >= len(JUMPS) else JUMPS[number]
        clock.ms = min(max(clock.ms + jump, HOUR), START + 3000 * DAY)
        ids.append(put(vault, seen(f"nr. {number}")))
        if number % 9 == 0:
            vault.close()
            vault = reopen(tmp_path / "boks", clock)
    assert ids == sorted(set(ids))
    with closing(vault):
        for column in ("id", "hlc"):
            rows = vault.db.conn.execute(f"SELECT {column} FROM event ORDER BY place").fetchall()
            assert rows == sorted(set(rows))
        assert len(queries.all_of(vault, Observation)) == times(100, 1000)
        assert vault.examine().sound


def test_the_hour_that_comes_twice(tmp_path):
    """Summer time ends: what is written at 2.30 the second time comes after 2.50 the first."""
    nights = datetime(2026, 10, 25, 0, 0, tzinfo=UTC)
    clock = Ticking(int((nights - timedelta(hours=1)).timestamp() * 1000), step=20 * 60_000)
    vault = make(tmp_path / "boks", clock)
    written = [put(vault, seen(f"nr. {number}")) for number in range(20)]
    assert written == sorted(written)
    vault.close()


def test_a_far_future_is_refused_and_poisons_nothing(world, said_plainly):
    """The words stay where they are, drafts are kept, and with the clock put right everything is as before."""
    mette = world.session("mette")
    deeds.note(mette, "I dag.")
    now = world.clock.now()
    world.clock.set(datetime(2062, 1, 1, 8, 0))
    with pytest.raises(ClockWrong) as refusal:
        deeds.note(mette, "Om lang tid.")
    assert "2062" in said_plainly(refusal.value)
    mette.vault.save_draft("mette", "ny", "observation", "Om lang tid.")
    world.clock.set(now.replace(tzinfo=None) + timedelta(minutes=1))
    record = deeds.note(mette, "I dag igen.")
    found = queries.one(mette.vault, Observation, record)
    assert found.written_at.year == 2026
    assert mette.vault.drafts("mette")


@pytest.mark.parametrize(
    ("days", "says"), [(-2, "men der er skrevet i boksen"), (400, "ikke skrevet i boksen siden")]
)
def test_a_clock_that_can_hardly_be_right_is_said_at_the_door(world, days, says, said_plainly):
    """Nobody is kept out by it, and the writing goes on."""
    world.clock.forward(days=days)
    mette = world.session("mette")
    assert says in said_plainly(mette.warning)
    deeds.note(mette, "Alligevel.")


@pytest.mark.parametrize("hours", [1, -1, 24 * 40])
def test_a_clock_that_may_well_be_right_is_not_spoken_of(world, hours):
    """Summer time, a holiday: no word about it."""
    world.clock.forward(hours=hours)
    assert entering.unlock(world.folder, "mette", PASSWORD, world.clock, world.state).warning == ""


def test_a_clock_set_back_under_an_open_roll_loses_no_answer(world, said_plainly):
    """Begun on the day, handed in by a clock that says the day before: refused, kept, and taken when it is right."""
    hanne = world.session("hanne")
    group = begun(hanne)
    place = let_in(hanne, group, "alma")
    (day,) = planned(hanne, group)
    marks = [replace(away(place, "Feber"), note="Ringede kl. 7")]
    calling.keep(hanne, day, marks)
    world.clock.forward(days=-1)
    with pytest.raises(Unclear, match="ikke kommet endnu") as refusal:
        calling.hand_in(hanne, day, marks)
    said_plainly(f"{refusal.value} Vent til dagen.")
    assert list(calling.begun(hanne, day).call.marks) == marks
    world.clock.forward(days=1)
    assert calling.hand_in(hanne, day, marks).left == 0
    world.clock.forward(days=-1)
    assert calling.begun(hanne, day).page.roll.families[0].said.note == "Ringede kl. 7"
    assert hanne.vault.examine().sound
