"""What pages say of an effort's families, of what it lacks, and of what can be begun."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.services.efforts.group import (
    HOUSE,
    SEATS,
    TODAY,
    asked,
    begun,
    came,
    consent,
    let_in,
    planned,
    ref_of,
)
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import EffortState, EnrolmentState
from tvaerfaglig.domain.protection import Against, Basis
from tvaerfaglig.services import staffing
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.efforts import (
    beginning,
    enrolling,
    families,
    giving,
    missing,
    reading,
    roll,
    rules,
    starting,
    visits,
)
from tvaerfaglig.services.efforts.missing import Lack
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.store import queries
from tvaerfaglig.ui.indsatser import family_words


@pytest.fixture
def hanne(world):
    return world.session("hanne")


def lacks(session, group):
    return {one.what for one in missing.missing(session, group)}


def test_the_families_stand_in_their_order_and_the_unseen_are_counted(world, hanne):
    """In it, on the list by its rank, and over; a colleague who sees one sees how many the others are."""
    group = begun(hanne)
    let_in(hanne, group, "alma")
    asked(hanne, group, "bertil", asked_on=TODAY - timedelta(20))
    asked(hanne, group, "emil", priority="bekymring", priority_because="Sover ikke")
    found = families.families(hanne, group)
    assert [one.child for one in found.here] == ["alma"]
    assert [(one.rank, one.child, one.days) for one in found.waiting] == [
        (1, "emil", 0), (2, "bertil", 20),
    ]  # fmt: skip
    assert (found.taken, found.room) == (1, 6)
    protecting.share_child(hanne, "bertil", "line", Basis.UNDERRETNINGSPLIGT)
    line = families.families(world.session("line"), group)
    assert [one.rank for one in line.waiting] == [2]
    assert (line.unseen_here, line.unseen_waiting, line.taken) == (1, 1, 1)
    assert "Emil" not in repr(line)


def test_who_came_is_counted_beside_each_family(hanne):
    group = begun(hanne)
    key = let_in(hanne, group, "alma")
    (day,) = planned(hanne, group)
    roll.call(hanne, day, [came(key)])
    (one,) = families.families(hanne, group).here
    assert (one.came, one.called) == (1, 1)


def test_only_those_who_are_not_in_it_can_join(hanne):
    group = begun(hanne)
    before = {one.id for one in families.may_join(hanne, group)}
    asked(hanne, group, "alma")
    assert before - {one.id for one in families.may_join(hanne, group)} == {"alma"}


def test_under_the_guard_no_parent_and_no_consent_is_offered(hanne):
    group = begun(hanne)
    consent(hanne, "alma")
    open_facts = families.to_ask(hanne, group, "alma")
    assert open_facts.parents
    assert open_facts.consents
    protecting.set_guard(hanne, "alma", Against.FORAELDER)
    facts = families.to_ask(hanne, group, "alma")
    assert facts.guarded
    assert (facts.parents, facts.siblings, facts.consents) == ((), (), ())


def test_what_stands_in_the_way_of_a_place_is_said_first(hanne):
    """No yes, no room, and others before on the list."""
    group = begun(hanne, max_families=1)
    let_in(hanne, group, "alma")
    asked(hanne, group, "bertil", asked_on=TODAY - timedelta(3))
    last = asked(hanne, group, "emil", samtykke="")
    facts = giving.giving(hanne, last)
    assert "Samtykke mangler" in facts.lacks
    assert "Den ene plads er taget" in facts.full
    assert "Én familie står før" in facts.before


def test_put_on_the_list_by_mistake_is_taken_back_and_nothing_else(hanne):
    """Only by whoever wrote it, today, and while nothing has been done with it."""
    group = begun(hanne)
    key = asked(hanne, group, "alma")
    enrolling.take_back(hanne, key)
    assert rules.every_place(hanne, group) == ()
    again = let_in(hanne, group, "alma")
    with pytest.raises(NotFound, match="fortrydes"):
        enrolling.take_back(hanne, again)


def test_what_lacks_is_said_until_it_is_mended(world, hanne):
    """A seat, a yes, days, a place that is free, a status that is over its day, and a roll not called."""
    group = begun(hanne, seated=())
    key = asked(hanne, group, "alma", samtykke="")
    assert lacks(hanne, group) == {Lack.ROLLE, Lack.SAMTYKKE, Lack.DAGE, Lack.PLADS}
    starting.save(hanne, _seated(hanne, group), group)
    enrolling.take_off(hanne, key, "Flyttet")
    let_in(hanne, group, "bertil")
    planned(hanne, group)
    assert lacks(hanne, group) == set()
    world.clock.set(datetime(2027, 1, 20, 8))
    later = world.session("hanne")
    assert lacks(later, group) == {Lack.STATUS, Lack.FREMMOEDE}


def _seated(session, group):
    return replace(reading.effort_page(session, group).effort, seated=SEATS)


def test_one_that_is_over_lacks_nothing(hanne):
    group = begun(hanne, seated=())
    starting.close(hanne, group, "Godt.")
    assert missing.missing(hanne, group) == ()


def test_the_shelf_is_ones_own_and_for_a_child_only_what_is_about_families(world, hanne):
    """A running one in her house that she is not in yet can be joined."""
    group = begun(hanne)
    found = beginning.shelf_for(hanne, "alma")
    assert [one.id for one in found.joining] == [group]
    assert all(one.kind.has_families for one in found.kinds[HOUSE])
    asked(hanne, group, "alma")
    assert beginning.shelf_for(hanne, "alma").joining == ()
    mette = beginning.shelf_for(world.session("mette"))
    assert "Familiegruppe" in mette.others[HOUSE]
    assert len(beginning.shelf_for(hanne).kinds[HOUSE]) == 7


def test_a_name_is_proposed_that_is_not_taken(hanne):
    ref = ref_of(hanne, "familiegruppe")
    first = beginning.to_start(hanne, ref, HOUSE)
    assert first.name == "Familiegruppe, efterår 2026"
    begun(hanne, name=first.name, project="Pulje 2026")
    second = beginning.to_start(hanne, ref, HOUSE)
    assert second.name == "Familiegruppe, efterår 2026 (2)"
    assert second.projects == ("Pulje 2026",)


def test_the_leaders_kind_is_not_begun_by_another(world, hanne):
    with pytest.raises(NotAllowed, match="lederen"):
        beginning.to_start(world.session("mette"), ref_of(hanne, "familiegruppe"), HOUSE)


def test_begun_before_its_day_is_planned_again(hanne):
    """Only then: one whose day has come runs."""
    group = begun(hanne, start=TODAY + timedelta(9))
    starting.begin(hanne, group)
    starting.plan_again(hanne, group)
    assert reading.effort_page(hanne, group).effort.status is EffortState.PLANLAGT
    now = begun(hanne)
    with pytest.raises(Unclear, match="begyndt"):
        starting.plan_again(hanne, now)


def test_ended_places_stand_last_with_their_words(hanne):
    group = begun(hanne)
    key = let_in(hanne, group, "alma")
    enrolling.end(hanne, key, enrolling.Ended(EnrolmentState.FALDET_FRA, TODAY, "Flyttede"))
    (one,) = families.families(hanne, group).over
    assert (one.place.ended_because, one.lacks) == ("Flyttede", "")


def test_a_year_of_visits_is_asked_for_until_one_stands(hanne):
    """A rhythm of a year has no weekly days to plan; one visit that is planned is enough."""
    house = begun(hanne, "konsulentbesoeg", subject=Subject.HUS, name="Sundhedsplejersken")
    assert Lack.BESOEG in lacks(hanne, house)
    assert Lack.DAGE not in lacks(hanne, house)
    visits.save(hanne, VisitLog(effort=house, day=TODAY + timedelta(9), by=("line",)))
    assert Lack.BESOEG not in lacks(hanne, house)


def test_whoever_has_left_the_house_is_said_and_goes_out_of_her_seat(hanne):
    """She is no longer offered; the form names her, and what lacks does until somebody else sits there."""
    group = begun(hanne)
    staffing.remove_person(hanne, "yusuf")
    (leads, _) = beginning.to_change(hanne, group).seats
    assert (leads.gone, leads.chosen) == (("Yusuf Demir",), ("mette",))
    assert any("Yusuf Demir" in one.words for one in missing.missing(hanne, group))


def test_there_is_never_less_room_than_families(hanne):
    group = begun(hanne)
    for one in ("alma", "bertil"):
        let_in(hanne, group, one)
    made = reading.effort_page(hanne, group).effort
    with pytest.raises(Unclear, match="2 har en plads"):
        starting.save(hanne, replace(made, max_families=1), group)
    starting.save(hanne, replace(made, max_families=2), group)


def test_the_families_and_a_roll_are_read_in_as_many_questions_as_one(hanne, monkeypatch):
    """Not one for each family: what they said yes to, how often they came, and the guard are asked for at once."""
    group = begun(hanne)
    let_in(hanne, group, "alma")
    (day,) = planned(hanne, group)
    asked_for, whole = [], queries.stored

    def counted(*args, **kwargs):
        asked_for.append(args[2])
        return whole(*args, **kwargs)

    monkeypatch.setattr(queries, "stored", counted)

    def questions(service, which):
        service(hanne, which)
        asked_for.clear()
        service(hanne, which)
        return len(asked_for)

    pages = ((families.families, group), (missing.missing, group))
    alone = [questions(*one) for one in pages]
    for child in ("bertil", "emil"):
        let_in(hanne, group, child)
    assert [questions(*one) for one in pages] == alone
    assert len(roll.roll(hanne, day).families) == 3


def test_a_guarded_familys_grown_ups_are_not_named_in_the_list(hanne):
    """As on its own page; the child stands there, and who else does not."""
    group = begun(hanne)
    let_in(hanne, group, "alma")
    today = hanne.today
    (one,) = families.families(hanne, group).here
    assert "Moralma" in family_words.member(one, today).question
    protecting.set_guard(hanne, "alma", Against.FORAELDER)
    (one,) = families.families(hanne, group).here
    assert "Moralma" not in family_words.member(one, today).question
    assert "Moralma" not in "".join(family_words.told(one, today))
