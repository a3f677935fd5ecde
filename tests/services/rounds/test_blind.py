"""Nobody sees a rating before all are in: not by any service there is, whoever asks."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.closed_doors import walk
from tests.services.closed_doors.other_doors import DEEDS
from tests.services.closed_doors.shelf import fill
from tests.services.rounds.hold import DOMAINS, LIBRARY, TODAY, begun, give, joint, rated
from tests.services.test_closed_doors import CLOSED
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.domain.rounds.records import Assigned, Rating
from tvaerfaglig.services import drafts, finding, recording, underretninger, waiting
from tvaerfaglig.services.children import attachments, one_child, protecting, register, timeline
from tvaerfaglig.services.erasing import due, standing
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.indsigt import dossier
from tvaerfaglig.services.lists import tables
from tvaerfaglig.services.observations import page as observation_page
from tvaerfaglig.services.rounds import (
    overview,
    planning,
    rating,
    reading,
    rules,
    together,
)
from tvaerfaglig.store import queries

SAID = "Kvabbelfjer"
TELLING = (SAID, "step='staerk'", "overall='staerk'", "Position.STAERK, because")


def _ask_everything(session: Any, shelf: Any, round_id: str) -> dict[str, str]:
    """What every service answers when asked about the child, the round, or nothing at all."""
    told: dict[str, str] = {}
    for door, act in CLOSED.items():
        if door not in _CHANGES:
            with contextlib.suppress(ForPeople):
                told[door] = repr(act(session, shelf))
    for name, service in walk.asked_nothing().items():
        if name not in DEEDS:
            with contextlib.suppress(ForPeople):
                told[name] = repr(service(session))
    for name, answer in _open_answers(session, shelf, round_id).items():
        with contextlib.suppress(ForPeople):
            told[name] = repr(answer())
    return told


_CHANGES = frozenset(
    {
        "erasing.acts.erase_child", "erasing.acts.erase_record", "erasing.acts.erase_due",
        "erasing.acts.erase_record of a note without a name", "protecting.set_guard",
        "rounds.rating.give", "rounds.rating.take_back", "rounds.rating.correct", "rounds.rating.forget",
        "rounds.planning.assign", "rounds.planning.close", "rounds.planning.take_back_start",
    }
)  # fmt: skip
"""Acts that would end what is being watched; what they answer is tried apart."""


def _open_answers(session: Any, shelf: Any, round_id: str) -> dict[str, Any]:
    own = rules.rating_id(round_id, "alma", "mette")
    retention = LIBRARY.retention
    return {
        "history of the rating": lambda: timeline.history(session, own),
        "timeline": lambda: timeline.timeline(session, "alma"),
        "search": lambda: [finding.find(session, one) for one in (SAID, "alma", "trivsel")],
        "drafts": lambda: drafts.mine(session),
        "draft": lambda: drafts.one(session, rating.draft_key(round_id, "alma")),
        "children": lambda: register.child_rows(session, left_too=True),
        "child": lambda: one_child.child_page(session, "alma"),
        "overview": lambda: waiting.overview(session),
        "arrive": lambda: observation_page.arrive(session, "alma"),
        "letters": lambda: underretninger.letters(session),
        "documents": lambda: attachments.documents(session, "alma"),
        "insight": lambda: dossier.gather(session, "alma", LIBRARY),
        "due": lambda: due.due_list(session, retention),
        "erasing": lambda: standing.records_of(session, "alma"),
        "tables": lambda: [
            tables.take_out(session, one, tables.Form.CSV).content.decode() for one in tables.Which
        ],
        "round": lambda: reading.round_page(session, LIBRARY, round_id),
        "rating": lambda: rating.rating_page(session, LIBRARY, round_id, "alma"),
        "mine": lambda: rules.mine(session, round_id, "alma"),
        "opened": lambda: rules.opened(session, rules.child_in(session, round_id, "alma")),
        "given": lambda: rules.given(session, rules.found(session, round_id)),
        "together": lambda: together.together(session, LIBRARY, round_id, "alma"),
        "counted": lambda: overview.overview(session, LIBRARY, round_id),
    }


@pytest.mark.parametrize("who", ["hanne", "yusuf", "karen"])
def test_no_service_tells_of_a_rating_before_all_are_in(world, tmp_path, who):
    """The other rater, a colleague, the leader, a socialrådgiver with whom she is shared: every door, every list."""
    shelf = fill(world, Path(tmp_path))
    mette, hanne = world.session("mette"), world.session("hanne")
    protecting.share_child(mette, "alma", "karen", Basis.TIDLIGT_SAMARBEJDE)
    key = begun(hanne, assigned=(Assigned(child="alma", raters=("mette", "hanne")),))
    rating.keep(mette, replace(rated_secretly(key), by="mette"))
    give(mette, key, "alma", "staerk", SAID)
    told = _ask_everything(world.session(who), replace(shelf, round=key), key)
    assert len(told) > 40
    assert [door for door, answer in told.items() if any(one in answer for one in TELLING)] == []


def rated_secretly(round_id: str) -> Rating:
    return rated(round_id, "alma", "staerk", SAID)


def test_the_writer_alone_reads_her_own(world):
    """And hers is whole, to go on with."""
    mette, hanne = world.session("mette"), world.session("hanne")
    key = begun(hanne)
    give(mette, key, "alma", "staerk", SAID)
    assert rating.rating_page(mette, LIBRARY, key, "alma").rating.sentence == SAID
    assert rating.rating_page(hanne, LIBRARY, key, "alma").rating.sentence == ""
    assert rating.rating_page(hanne, LIBRARY, key, "alma").waits_for == ()


def test_with_the_last_one_in_both_open_at_once(world):
    """One act: neither is seen a moment before the other."""
    mette, hanne = world.session("mette"), world.session("hanne")
    key = begun(hanne)
    give(mette, key, "alma", "staerk", SAID)
    with pytest.raises(Unclear, match="åbner samtidig, når Mette og Hanne er færdige"):
        together.together(mette, LIBRARY, key, "alma")
    give(hanne, key, "alma", "trives", "Set i garderoben.")
    for one in (mette, hanne):
        page = together.together(one, LIBRARY, key, "alma")
        assert [each.record.overall for each in page.ratings] == ["staerk", "trives"]
    assert [one.record.by for one in queries.of_child(mette.vault, Rating, "alma")] != []


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["mette", "hanne", "yusuf"]), st.sampled_from(["give", "back", "again"])
    ),
    max_size=10,
)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ACTS)
def test_in_whatever_order_they_come_nothing_opens_before_the_last(world, acts):
    """Given, taken back and given again by three raters: open exactly when all three lie there."""
    sessions = {one: world.session(one) for one in ("mette", "hanne", "yusuf")}
    key = begun(
        sessions["hanne"], assigned=(Assigned(child="alma", raters=("mette", "hanne", "yusuf")),)
    )
    lying: set[str] = set()
    for who, act in acts:
        done = len(lying) == 3
        with contextlib.suppress(ForPeople):
            if act == "back":
                rating.take_back(sessions[who], key, "alma")
                lying -= set() if done else {who}
            else:
                give(sessions[who], key, "alma", "bekymring", SAID)
                lying |= {who}
        is_open = bool(queries.of_child(sessions["mette"].vault, Rating, "alma"))
        mine = [
            one
            for one in queries.of_child(sessions["mette"].vault, Rating, "alma")
            if one.record.round == key
        ]
        assert bool(mine) is (len(lying) == 3), (acts, is_open)
    world.close()


def test_a_rating_cannot_be_written_or_taken_by_the_common_road(world):
    """Not overwritten as any record is, not fished out of the log with Fortryd."""
    mette, hanne = world.session("mette"), world.session("hanne")
    key = begun(hanne)
    give(mette, key)
    own = rules.rating_id(key, "alma", "mette")
    opened = Rating(round=key, child="alma", by="mette", day=TODAY, overall="trives", opened="nu")
    for one in (opened, joint(key)):
        with pytest.raises(ForPeople):
            recording.save(hanne, one, own)
    with pytest.raises(ForPeople, match="inde i trivselsrunden"):
        recording.take_back(mette, own)


def test_the_leader_opens_it_only_with_a_reason_that_stands(world):
    """One may stand alone when the other is ill; then it is said on the sheet for ever."""
    mette, hanne = world.session("mette"), world.session("hanne")
    key = begun(hanne)
    give(mette, key)
    with pytest.raises(Unclear, match="hvorfor én er nok"):
        planning.assign(hanne, key, Assigned(child="alma", raters=("mette",)))
    planning.assign(hanne, key, Assigned(child="alma", raters=("mette",), alone="Hanne er syg."))
    page = together.together(mette, LIBRARY, key, "alma")
    assert page.alone == "Hanne er syg."
    together.save(mette, LIBRARY, joint(key))
    assert together.together(mette, LIBRARY, key, "alma").joint.record.alone == "Hanne er syg."


def test_another_takes_over_and_the_first_stays_closed(world):
    """The one who fell ill is replaced; whoever has rated is not, and is not shown to the new one."""
    mette, hanne = world.session("mette"), world.session("hanne")
    key = begun(hanne)
    give(mette, key, "alma", "staerk", SAID)
    planning.assign(hanne, key, Assigned(child="alma", raters=("mette", "yusuf")))
    yusuf = world.session("yusuf")
    assert SAID not in repr(rating.rating_page(yusuf, LIBRARY, key, "alma"))
    with pytest.raises(Unclear, match="Mette har allerede vurderet Alma"):
        planning.assign(hanne, key, Assigned(child="alma", raters=("hanne", "yusuf")))
    give(yusuf, key)
    assert len(together.together(mette, LIBRARY, key, "alma").ratings) == 2


def test_domains_of_the_file_are_asked(world):
    """A rating with a step and nothing under it is asked for, by name of the domain."""
    mette = world.session("mette")
    key = begun(world.session("hanne"))
    made = rated_secretly(key)
    bare = replace(made, marks=tuple(replace(one, sentence="") for one in made.marks))
    with pytest.raises(Unclear, match="Hvad bygger du på under krop og sanser"):
        rating.give(mette, LIBRARY, bare)
    assert len(DOMAINS) == 4
