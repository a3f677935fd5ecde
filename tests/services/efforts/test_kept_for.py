"""How long what indsatser leave is kept: a volunteer a year, an effort until no family's file points to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.services.efforts.group import HOUSE, TODAY, begun, let_in, planned
from tvaerfaglig.domain.efforts.logs import Hours, HoursFor
from tvaerfaglig.domain.efforts.records import Effort, EffortState, EnrolmentState
from tvaerfaglig.domain.efforts.volunteers import Volunteer
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.retention import HeldBy
from tvaerfaglig.services import library, recording
from tvaerfaglig.services.efforts import enrolling, starting
from tvaerfaglig.services.erasing import acts
from tvaerfaglig.services.erasing.due import due_list
from tvaerfaglig.services.erasing.holds import holds_of
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import queries

RULES = library.load().retention
OLD = date(2020, 3, 4)


@pytest.fixture
def hanne(world):
    return world.session("hanne")


def listed(session):
    return {one.key: one for one in due_list(session, RULES).items}


def test_a_volunteer_goes_a_year_after_she_stopped(hanne):
    """Her hours stay as minutes; one who stopped lately, or still comes, stays."""
    made = Volunteer(house=HOUSE, name="Birgit Holst", attest_on=OLD)
    with hanne.write() as pen:
        gone = pen.put(replace(made, ended_on=date(2025, 11, 1)))
        late, here = pen.put(replace(made, ended_on=date(2026, 6, 1))), pen.put(made)
        spent = Hours(effort="x", day=OLD, minutes=90, went_to=HoursFor.FRIVILLIG, volunteer=gone)
        time = pen.put(spent)
    found = listed(hanne)[f"frivillig:{HOUSE}"]
    assert found.records == (gone,)
    assert found.what == "1 frivillig, der er holdt op"
    acts.erase_due(hanne, found.key, RULES)
    assert queries.kind_of(hanne.vault, gone) == ""
    assert all(queries.kind_of(hanne.vault, one) for one in (late, here, time))


def test_an_effort_goes_when_no_family_points_to_it(hanne):
    """Five years after it ended, with its days; one whose families are still here stays with them."""
    lived = begun(hanne)
    place = let_in(hanne, lived, "alma")
    enrolling.end(hanne, place, enrolling.Ended(EnrolmentState.AFSLUTTET, TODAY))
    empty = begun(hanne, name="Fredagsgruppen")
    (day,) = planned(hanne, empty)
    with hanne.write() as pen:
        for one in (lived, empty):
            kept = queries.one(hanne.vault, Effort, one).record
            pen.put(replace(kept, status=EffortState.AFSLUTTET, ended_on=OLD), one)
    found = listed(hanne)[f"indsats:{HOUSE}"]
    assert set(found.records) == {empty, day}
    acts.erase_due(hanne, found.key, RULES)
    assert queries.kind_of(hanne.vault, lived)
    assert not queries.kind_of(hanne.vault, empty)
    assert keeping.verify(hanne.vault.folder, hanne.opened, hanne.state).sound


def test_an_effort_that_was_laid_away_goes_by_the_day_it_was(hanne, world):
    """Nobody was ever in it, so nothing else would take it along; its days and their notes go too."""
    made = begun(hanne)
    (day,) = planned(hanne, made)
    starting.remove(hanne, made)
    assert listed(hanne) == {}
    world.clock.set(datetime(2031, 11, 13, 8, 0))
    found = listed(hanne)[f"indsats:{HOUSE}"]
    assert (set(found.records), found.since) == ({made, day}, TODAY)
    acts.erase_due(hanne, found.key, RULES)
    assert not queries.kind_of(hanne.vault, made)
    with pytest.raises(Unclear):
        starting.put_back(hanne, made)


def test_a_place_that_nobody_ended_keeps_the_file_back(hanne):
    place = let_in(hanne, begun(hanne), "alma")
    assert [one.why for one in holds_of(hanne.vault, ["alma"])["alma"]] == [HeldBy.INDSATS]
    enrolling.end(hanne, place, enrolling.Ended(EnrolmentState.AFSLUTTET, TODAY))
    assert holds_of(hanne.vault, ["alma"])["alma"] == ()


def test_what_was_followed_by_an_indsats_was_no_idle_wondering(hanne):
    """An observation of long ago is due only while nothing came of it."""
    seen = Observation(day=OLD, involved=(Involved(child="alma"),), text="Hun sover ikke.")
    recording.save(hanne, seen)
    assert "undring:alma" in listed(hanne)
    let_in(hanne, begun(hanne), "alma")
    assert "undring:alma" not in listed(hanne)
