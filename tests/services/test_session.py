"""Who one is at the open vault: which children one has, what one may, and what is noted of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tvaerfaglig.domain.acts import Printed, Read
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.people import Role
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services import access_log, recording, staffing
from tvaerfaglig.services.children import card, one_child, protecting, timeline
from tvaerfaglig.services.errors import NotAllowed, NotFound
from tvaerfaglig.services.observations import reading as observations
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries
from tvaerfaglig.store.erased_list import remembered_erased

TODAY = date(2026, 11, 12)


def seen(text, *who):
    involved = tuple(Involved(child=child) for child in who)
    return Observation(day=TODAY, involved=involved, text=text)


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("mette", {"alma", "bertil", "emil"}),
        ("yusuf", {"alma", "bertil", "emil"}),
        ("hanne", {"alma", "bertil", "emil", "villads"}),
        ("karen", set()),
        ("line", set()),
        ("jonas", {"villads"}),
    ],
)
def test_which_children_one_has(world, person, expected):
    """By house, by dagplejer, by sharing; nobody else's."""
    session = world.session(person)
    assert set(session.children()) == expected
    for child in ("alma", "bertil", "emil", "villads"):
        if child in expected:
            assert session.child(child).id == child
        else:
            with pytest.raises(NotAllowed, match="Du har ikke adgang til det barn"):
                session.child(child)


def test_a_house_may_narrow_what_is_seen_to_ones_own_stue(world):
    """Its leader still sees all of it."""
    hanne, mette = world.session("hanne"), world.session("mette")
    house = hanne.houses()["maelkeboetten"]
    staffing.save_house(hanne, replace(house, own_stue_only=True), "maelkeboetten")
    assert set(mette.children()) == {"alma", "bertil"}
    assert "emil" in hanne.children()


def test_a_refusal_says_who_can_help_and_what_it_was(world):
    """The leader of one's own house, by name; and of a child one may see, what one may not do."""
    yusuf = world.session("yusuf")
    with pytest.raises(
        NotAllowed,
        match=r"Du har ikke adgang til at se, hvem der har set noget om Alma\. Hanne Bjerre kan give den\.",
    ):
        yusuf.child("alma", Action.SEE_LOG)


def test_a_child_who_is_not_there_is_said_to_be_gone(world):
    """Also to a leader."""
    with pytest.raises(NotFound, match="findes ikke længere"):
        world.session("hanne").child("ingen")


def test_a_new_role_counts_at_once(world):
    """Read again after the leader changed it; and one who has left may nothing."""
    hanne, mette = world.session("hanne"), world.session("mette")
    staffing.change_person(hanne, "mette", replace(mette.actor, role=Role.LEDER))
    with pytest.raises(NotAllowed):
        access_log.of_child(mette, "alma")
    mette.refresh()
    assert access_log.of_child(mette, "alma")


def test_a_person_the_vault_does_not_know_has_no_session(world):
    """A key alone makes nobody."""
    mette = world.session("mette")
    with pytest.raises(NotFound, match="Spørg din leder"):
        Session(mette.vault, "ingen", mette.clock, mette.state, mette.opened)


# the read log


def reads(session):
    rows = session.vault.db.conn.execute("SELECT count(*) FROM event WHERE kind='laest'").fetchone()
    return rows[0]


def test_a_look_is_noted_once_in_fifteen_minutes(world):
    """Opened, opened again, and opened after a while: two lines, not three."""
    mette = world.session("mette")
    counts = []
    for minutes in (0, 5, 9, 2):
        world.clock.forward(minutes=minutes)
        one_child.child_page(mette, "alma")
        counts.append(reads(mette))
    assert counts == [1, 1, 1, 2]


def test_each_person_child_and_record_is_noted_by_itself(world):
    """Mette's look is not Yusuf's, Alma's page not Bertil's, the page not the observation."""
    mette, yusuf = world.session("mette"), world.session("yusuf")
    saved = recording.save(mette, seen("Sang.", "alma"))
    one_child.child_page(mette, "alma")
    one_child.child_page(yusuf, "alma")
    one_child.child_page(mette, "bertil")
    observations.open_observation(mette, saved.id)
    assert reads(mette) == 4


def test_a_look_at_something_about_two_stands_in_both_childrens_logs(world):
    """Each child's parents can be told who has seen it."""
    mette, hanne = world.session("mette"), world.session("hanne")
    saved = recording.save(mette, seen("De to.", "alma", "bertil"))
    observations.open_observation(mette, saved.id)
    for child in ("alma", "bertil"):
        looks = [line for line in access_log.of_child(hanne, child) if line.did == "har set"]
        assert [(line.who, line.what) for line in looks] == [("mette", "en observation")]


def test_looks_lie_in_a_stream_of_their_own(world):
    """It is never exchanged with others, and it holds no words."""
    mette = world.session("mette")
    one_child.child_page(mette, "alma")
    rows = mette.vault.db.conn.execute(
        "SELECT DISTINCT case_id FROM event WHERE kind='laest'"
    ).fetchall()
    assert rows == [("laest",)]
    assert mette.vault.examine().sound


def test_a_clock_that_was_wrong_for_a_day_hides_no_looks(world):
    """Set forward by mistake and back again: the next look is noted all the same."""
    mette = world.session("mette")
    world.clock.forward(days=400)
    one_child.child_page(mette, "alma")
    world.clock.forward(days=-400)
    one_child.child_page(mette, "alma")
    assert reads(mette) == 2


def test_one_who_may_no_longer_see_a_child_still_sees_what_she_wrote_herself(world):
    """Her own words, noted without the child."""
    mette, karen = world.session("mette"), world.session("karen")
    shared = protecting.share_child(mette, "alma", "karen", protecting.Basis.SAMTYKKE)
    saved = recording.save(karen, seen("Karens egen.", "alma"))
    protecting.withdraw_sharing(mette, shared.id)
    opened = observations.open_observation(karen, saved.id)
    assert opened.mine
    assert opened.names.of_child("alma") == "et andet barn"
    with pytest.raises(NotAllowed):
        observations.open_observation(world.session("jonas"), saved.id)


# the child's log


def test_the_log_tells_who_did_what_and_when_the_newest_first(world):
    """Seen, written, printed, shown, erased; and no word of any note."""
    mette, hanne = world.session("mette"), world.session("hanne")
    steps = [
        lambda: one_child.child_page(mette, "alma"),
        lambda: recording.save(mette, seen("Hemmelige ord.", "alma"), "obs"),
        lambda: card.reveal_cpr(mette, "alma", "Til underretning"),
        lambda: _print(mette),
        lambda: recording.take_back(mette, recording.save(mette, seen("Fortrudt.", "alma")).id),
    ]
    for step in steps:
        world.clock.forward(minutes=1)
        step()
    lines = access_log.of_child(hanne, "alma")
    told = [(line.who, line.did, line.what) for line in lines]
    assert told == [
        ("mette", "har slettet", "fortrudt straks (observation)"),
        ("mette", "har skrevet", "en observation"),
        ("mette", "har udskrevet", "sagsresumé"),
        ("mette", "har set", "CPR-nummeret"),
        ("mette", "har skrevet", "en observation"),
        ("mette", "har set", "barnets side"),
        ("hanne", "har skrevet", "barnets oplysninger"),
    ]
    assert lines[2].purpose == "møde"
    assert [line.at for line in lines] == sorted((line.at for line in lines), reverse=True)


def _print(session):
    with session.write() as pen:
        pen.put(
            Printed(
                child="alma",
                document="sagsresumé",
                how="udskrevet",
                purpose="møde",
                at="2026-11-12",
            )
        )


@pytest.mark.parametrize("person", ["mette", "karen", "jonas"])
def test_the_log_is_the_leaders(world, person):
    """In words."""
    with pytest.raises(NotAllowed):
        access_log.of_child(world.session(person), "alma")


def test_what_is_erased_is_noted_outside_the_vault(world):
    """So that an older copy can be made to forget it too."""
    mette = world.session("mette")
    saved = recording.save(mette, seen("Fortrydes.", "alma"))
    version = queries.one(mette.vault, Observation, saved.id).version
    recording.take_back(mette, saved.id)
    assert remembered_erased(world.state, mette.vault.id) == {version}


def test_an_erasure_is_done_also_where_it_cannot_be_noted_outside(world):
    """The copies' own lists say it as well."""
    mette = world.session("mette")
    saved = recording.save(mette, seen("Fortrydes.", "alma"))
    mette.state = world.folder / "vault.keys" / "ingen mappe"
    recording.take_back(mette, saved.id)
    assert queries.one(mette.vault, Observation, saved.id) is None


# the timeline


def test_the_timeline_has_the_newest_first_and_only_what_is_shown(world):
    """By the day it happened, not the day it was written; looks are no entries."""
    mette = world.session("mette")
    one_child.child_page(mette, "alma")
    for day, text in ((3, "Tredje."), (1, "Første."), (2, "Anden.")):
        recording.save(mette, replace(seen(text, "alma"), day=date(2026, 11, day)))
    found = timeline.timeline(mette, "alma")
    assert [entry.record.text for entry in found.entries] == ["Tredje.", "Anden.", "Første."]
    assert found.of(Read) == ()


def test_an_entry_opened_tells_its_history_and_whether_it_may_be_corrected(world):
    """Hers for the writer, anybody's for the leader, nobody else's."""
    mette = world.session("mette")
    saved = recording.save(mette, seen("Første.", "alma"))
    recording.save(mette, seen("Rettet.", "alma"), saved.id)
    may = {
        who: timeline.history(world.session(who), saved.id).may_correct
        for who in ("mette", "hanne", "yusuf")
    }
    assert may == {"mette": True, "hanne": True, "yusuf": False}
    assert [one.record.text for one in timeline.history(mette, saved.id).versions] == [
        "Første.",
        "Rettet.",
    ]
    with pytest.raises(NotAllowed):
        timeline.history(world.session("jonas"), saved.id)
    for nothing in ("ingen", "maelkeboetten"):
        with pytest.raises(NotFound):
            timeline.history(mette, nothing)
