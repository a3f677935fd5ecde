"""What an indsats leaves in the rest of the program: the log's words, an insight, and nothing after an erasure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.efforts.group import TODAY, away, begun, came, let_in, planned
from tests.store.bare_vault import everything_in
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.kind import EffortKindsPutAway, KeptEffortKind
from tvaerfaglig.domain.efforts.logs import Hours, VisitLog
from tvaerfaglig.domain.efforts.records import (
    Effort,
    EffortSession,
    Enrolment,
    EnrolmentState,
    Phase,
    Presence,
)
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.efforts.volunteers import Volunteer, VolunteerPlace
from tvaerfaglig.domain.kinds import KINDS
from tvaerfaglig.services import access_log, library
from tvaerfaglig.services.efforts import calling, enrolling, family_view, goals, reading, roll
from tvaerfaglig.services.erasing import acts
from tvaerfaglig.services.indsigt import dossier
from tvaerfaglig.services.indsigt.fields import FIELDS
from tvaerfaglig.services.names import Names
from tvaerfaglig.store import queries

SHARED = (KeptEffortKind, EffortKindsPutAway, Effort, EffortSession, Volunteer, Hours)
NOBODY = Names({}, {}, "")
OF_A_CHILD = (Enrolment, Phase, Presence, Goal, Sheet, VisitLog, VolunteerPlace)


@pytest.fixture
def hanne(world):
    return world.session("hanne")


@pytest.fixture
def lived(hanne):
    """Alma and Bertil in a group, a goal and a day each."""
    group = begun(hanne)
    places = {one: let_in(hanne, group, one) for one in ("alma", "bertil")}
    (day,) = planned(hanne, group)
    roll.call(
        hanne, day, [came(places["alma"], "barnet", "alma-mor"), away(places["bertil"], "Ferie")]
    )
    for one, key in places.items():
        made = Goal(
            effort="", enrolment=key, child="", day=TODAY, text=f"Bordet nr. {len(one)} er rart",
            steps=("Går", "Bliver siddende"),
        )  # fmt: skip
        goals.save(hanne, made)
    return group, places


@pytest.mark.parametrize("kind", [*SHARED, *OF_A_CHILD])
def test_each_kind_can_be_read_again_and_has_a_word(kind):
    assert KINDS[kind.KIND] is kind
    assert access_log.thing(kind.KIND) != kind.KIND


def test_what_is_a_familys_own_is_handed_out_and_the_shared_is_about_nobody():
    """A record about two families would be the way for one to reach the other."""
    assert set(OF_A_CHILD) <= set(FIELDS)
    assert not any("child" in one.__dataclass_fields__ for one in SHARED)


def test_an_insight_tells_who_came_and_no_other_family(hanne, lived):
    """In words, not in the program's own."""
    entries = dossier.gather(hanne, "alma", library.load()).entries
    said = "\n".join(piece.text for entry in entries for piece in entry.pieces)
    assert "barnet · til stede" in said
    assert "Moralma Hansgaard · til stede" in said
    assert "Bordet nr. 4 er rart" in said
    assert "Bordet nr. 6 er rart" not in said
    assert "Ferie" not in said
    assert lived[1]["bertil"] not in said


def test_a_child_who_is_erased_leaves_the_others_in_the_group(hanne, lived):
    """Her place, goals and presence go; the days and Bertil's page stand as they were."""
    group, places = lived
    before = replace(family_view.read_family(hanne, places["bertil"]), names=NOBODY)
    enrolling.end(hanne, places["alma"], enrolling.Ended(EnrolmentState.AFSLUTTET, TODAY))
    acts.erase_child(hanne, "alma", "anmodning", library.load().retention)
    for kind in OF_A_CHILD:
        assert queries.of_child(hanne.vault, kind, "alma") == []
    after = replace(family_view.read_family(hanne, places["bertil"]), names=NOBODY)
    assert after == before
    assert [one.id for one in reading.effort_page(hanne, group).families] == [places["bertil"]]
    assert "Moralma" not in repr(everything_in(hanne.vault))


def test_a_roll_half_called_loses_only_the_answer_of_a_child_who_is_erased(hanne):
    """The answers so far are a draft about several families: hers go, the others' wait to be handed in."""
    group = begun(hanne)
    places = {one: let_in(hanne, group, one) for one in ("alma", "bertil", "emil")}
    (day,) = planned(hanne, group)
    noted = replace(away(places["alma"], "Feber igen"), note="Ringede selv")
    calling.keep(hanne, day, [noted, came(places["bertil"], "barnet")])
    enrolling.end(hanne, places["alma"], enrolling.Ended(EnrolmentState.AFSLUTTET, TODAY))
    acts.erase_child(hanne, "alma", "anmodning", library.load().retention)
    inside = everything_in(hanne.vault)
    assert [word for word in ("Feber igen", "Ringede selv") if word in inside] == []
    call = calling.begun(hanne, day).call
    assert [one.enrolment for one in call.marks] == [places["bertil"]]
    assert call.next == places["emil"]
