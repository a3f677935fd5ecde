"""Break-glass: whom it opens, for whom, for how long, and that nothing of it goes unheard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tvaerfaglig.services import access_log, emergencies, finding, recording, staffing, waiting
from tvaerfaglig.services.children import one_child
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear

WHY = "Emil slog hovedet, og jeg skal se, hvem der må ringes til."


@pytest.fixture
def narrow(session_of):
    """A house where a pædagog sees only her own stue: Emil of Kløveren is hidden from Mette."""
    leader = session_of("hanne")
    house = leader.houses()["maelkeboetten"]
    staffing.save_house(leader, replace(house, own_stue_only=True), "maelkeboetten")
    return leader


@pytest.fixture
def mette(narrow, session_of):
    return session_of("mette")


def test_opened_with_a_reason_told_and_logged(narrow, mette):
    """She sees him, the leader hears who, whom, why and when, and his log says so."""
    with pytest.raises(NotAllowed):
        mette.child("emil")
    assert [one.first_name for one in emergencies.whom(mette, WHY)] == ["Emil"]
    emergencies.open_in_need(mette, "emil", WHY)
    assert one_child.child_page(mette, "emil").child.name == "Emil Friis"
    [told] = emergencies.not_seen_yet(narrow)
    assert (told.who, told.child_name, told.reason) == ("Mette Sørensen", "Emil", WHY)
    assert told.at == datetime(2026, 11, 12, 8, 0)
    first = waiting.overview(narrow).waiting[0]
    assert (first.kind, first.what) == ("noedadgang", "Mette Sørensen åbnede Emil i nødadgang")
    said = [(one.who, one.did, one.what) for one in access_log.of_child(narrow, "emil")]
    assert ("mette", "har brugt", "nødadgang") in said
    emergencies.mark_seen(narrow, told.id)
    assert emergencies.not_seen_yet(narrow) == ()
    assert ("hanne", "har kvitteret for", "en nødadgang") in [
        (one.who, one.did, one.what) for one in access_log.of_child(narrow, "emil")
    ]
    assert mette.child("emil")


def test_it_shuts_at_the_days_end(mette, clock):
    """The next morning he is hidden again; one opened in the evening lasts the next day out."""
    emergencies.open_in_need(mette, "emil", WHY)
    clock.set(datetime(2026, 11, 12, 23, 59))
    assert "emil" in mette.children()
    clock.set(datetime(2026, 11, 13, 0, 1))
    assert "emil" not in mette.children()
    with pytest.raises(NotAllowed):
        one_child.child_page(mette, "emil")
    clock.set(datetime(2026, 11, 13, 23, 50))
    emergencies.open_in_need(mette, "emil", WHY)
    clock.set(datetime(2026, 11, 14, 9, 0))
    assert "emil" in mette.children()


def test_the_leader_shuts_it_at_once(narrow, mette):
    """And it stays to be read."""
    opened = emergencies.open_in_need(mette, "emil", WHY).id
    emergencies.mark_seen(narrow, opened, close=True)
    assert "emil" not in mette.children()
    assert [one.closed for one in emergencies.of_child(narrow, "emil")] == [True]


def test_it_cannot_be_taken_back(mette):
    """*Fortryd* and the common road for records are closed to it."""
    opened = emergencies.open_in_need(mette, "emil", WHY).id
    with pytest.raises(NotAllowed):
        recording.take_back(mette, opened)
    from tvaerfaglig.domain.emergency import Emergency

    with pytest.raises(NotAllowed):
        recording.save(
            mette,
            Emergency(
                child="alma", staff="mette", reason="", at="2026-11-12", until=date(2027, 1, 1)
            ),
        )


@pytest.mark.parametrize("words", ["", "haster", "a b c d", "Det haster nu."])
def test_a_reason_is_a_sentence(mette, words):
    """Nothing less shows a name or opens a child."""
    with pytest.raises(Unclear):
        emergencies.whom(mette, words)
    with pytest.raises(Unclear):
        emergencies.open_in_need(mette, "emil", words)


@pytest.mark.parametrize(
    ("who", "names"),
    [("mette", ["Emil"]), ("yusuf", ["Alma", "Bertil"]), ("karen", ["Alma", "Bertil", "Emil"])],
)
def test_whose_names_are_shown(narrow, session_of, who, names):
    """Those of one's own house that one may not see; never those of another, and not who has left."""
    del narrow
    session = session_of(who)
    found = emergencies.whom(session, WHY)
    assert [one.first_name for one in found] == names
    assert "Friis" not in repr(found)
    assert "Villads" not in repr(found)


@pytest.mark.parametrize("who", ["line", "hanne"])
def test_who_has_no_need_of_it(narrow, session_of, who):
    """A leader sees everyone; a sundhedsplejerske asks the leader."""
    del narrow
    with pytest.raises(NotAllowed):
        emergencies.whom(session_of(who), WHY)
    with pytest.raises(NotAllowed):
        emergencies.open_in_need(session_of(who), "emil", WHY)


def test_never_across_houses(session_of, mette):
    """A child of the dagpleje is not found from the børnehus, nor the other way."""
    with pytest.raises(NotFound):
        emergencies.open_in_need(mette, "villads", WHY)
    with pytest.raises(NotFound):
        emergencies.open_in_need(session_of("jonas"), "alma", WHY)


def test_searching_a_hidden_name_says_nothing(mette):
    """As of a child that is not there."""
    there, nobody = finding.find(mette, "emil"), finding.find(mette, "xyzzy")
    assert (there.children, there.records) == (nobody.children, nobody.records) == ((), ())


def test_a_colleague_is_not_let_in_by_it(mette, session_of):
    """It opens the child to the one who asked, and to nobody else of the stue."""
    emergencies.open_in_need(mette, "emil", WHY)
    assert "emil" not in session_of("karen").children()
    assert emergencies.not_seen_yet(mette) == ()


def test_opened_already_needs_none(mette):
    """Whoever sees the child is told where to find her."""
    with pytest.raises(Unclear, match="allerede"):
        emergencies.open_in_need(mette, "alma", WHY)
