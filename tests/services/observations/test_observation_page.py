"""What the page of an observation is given, and the acts beside it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from tvaerfaglig.domain.observation import Involved, Observation, Part
from tvaerfaglig.domain.protection import Against, Basis
from tvaerfaglig.services import drafts, recording
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.observations import page as observation_page

DAY = date(2026, 11, 12)


def about(*children, **facts):
    parts = [Part.HANDLER_OM, *[Part.VAR_MED] * len(children)]
    involved = tuple(
        Involved(child=one, part=part) for one, part in zip(children, parts, strict=False)
    )
    return Observation(**({"involved": involved, "day": DAY, "text": "Sov på madrassen."} | facts))


def test_a_childs_id_begins_and_an_observations_id_opens(session_of):
    """One argument is enough: the service knows which it is."""
    mette = session_of("mette")
    saved = recording.save(mette, about("alma"))
    assert observation_page.arrive(mette, "alma").child == "alma"
    reading = observation_page.arrive(mette, saved.id).reading
    assert reading is not None and reading.stored.id == saved.id
    empty = observation_page.arrive(mette)
    assert (empty.child, empty.reading, empty.draft) == ("", None, None)


def test_nobody_arrives_at_a_child_she_may_not_see(session_of):
    """Villads is with Jonas; the refusal does not tell his name."""
    with pytest.raises(NotAllowed) as refused:
        observation_page.arrive(session_of("mette"), "villads")
    assert "Villads" not in str(refused.value)
    with pytest.raises(NotFound):
        observation_page.arrive(session_of("mette"), "findes-ikke")


def test_ones_own_children_and_oneself_stand_first(session_of):
    """Mette's stue before the others', and Mette before her colleagues."""
    page = observation_page.arrive(session_of("mette"))
    assert [child.id for child in page.children] == ["alma", "bertil", "emil"]
    assert page.staff[0] == ("mette", "Mette Sørensen")


def test_what_one_writes_about_most_is_offered_first(session_of):
    """Subjects are counted over one's own observations."""
    mette = session_of("mette")
    recording.save(mette, about("alma", categories=("krop.soevn",)))
    recording.save(mette, about("bertil", categories=("krop.mad", "krop.soevn")))
    assert observation_page.arrive(mette).subjects == ("krop.soevn", "krop.mad")


def test_a_draft_is_gone_on_with_and_the_others_wait(session_of):
    """The named draft is handed over; the rest are offered."""
    mette = session_of("mette")
    for unique in ("1", "2"):
        drafts.keep(
            mette,
            observation_page.new_key(unique),
            observation_page.KIND,
            json.dumps({"n": unique}),
        )
    page = observation_page.arrive(mette, f"draft:{observation_page.new_key('1')}")
    assert page.draft is not None and json.loads(page.draft.content) == {"n": "1"}
    assert [one.key for one in page.waiting] == [observation_page.new_key("2")]


def test_a_draft_of_a_correction_brings_what_it_corrects(session_of):
    """And the keys tell new ones and corrections apart."""
    mette = session_of("mette")
    saved = recording.save(mette, about("alma"))
    key = observation_page.key_of(saved.id)
    drafts.keep(mette, key, observation_page.KIND, "{}")
    page = observation_page.arrive(mette, f"draft:{key}")
    assert page.reading is not None and page.reading.stored.id == saved.id
    assert observation_page.record_of(key) == saved.id
    assert observation_page.record_of(observation_page.new_key("7")) == ""


def test_a_draft_that_is_gone_gives_an_empty_page(session_of):
    """Laid away elsewhere, or saved meanwhile."""
    page = observation_page.arrive(session_of("mette"), "draft:observation:ny:væk")
    assert page.draft is None and page.reading is None


def test_saving_takes_the_draft_and_taking_back_returns_it(session_of):
    """Nothing written is lost between the two."""
    mette = session_of("mette")
    key = observation_page.new_key("1")
    drafts.keep(mette, key, observation_page.KIND, "{}")
    saved = observation_page.save(mette, about("alma"), key)
    assert drafts.one(mette, key) is None
    observation_page.take_back(mette, saved.id, key, '{"text": "Sov"}')
    kept = drafts.one(mette, key)
    assert kept is not None and kept.content == '{"text": "Sov"}'
    with pytest.raises(NotFound):
        observation_page.read(mette, saved.id)


def test_a_correction_needs_a_reason_and_drops_its_draft(session_of):
    """A short one is completed without."""
    mette = session_of("mette")
    saved = recording.save(mette, about("alma", complete=False))
    key = observation_page.key_of(saved.id)
    heads = observation_page.read(mette, saved.id).stored.heads
    observation_page.save(mette, about("alma", text="Sov en time."), key, replaces=heads)
    heads = observation_page.read(mette, saved.id).stored.heads
    with pytest.raises(Unclear):
        observation_page.save(mette, about("alma", text="Sov to timer."), key, replaces=heads)
    drafts.keep(mette, key, observation_page.KIND, "{}")
    observation_page.save(
        mette, about("alma", text="Sov to timer."), key, replaces=heads, reason="Så på uret"
    )
    opened = observation_page.read(mette, saved.id).opened
    assert [one.record.text for one in opened.versions if one.record] == [
        "Sov på madrassen.", "Sov en time.", "Sov to timer.",
    ]  # fmt: skip
    assert drafts.one(mette, key) is None


def test_writer_and_leader_may_correct_and_a_colleague_reads(session_of):
    """Yusuf sees it, and may not change Mette's words."""
    saved = recording.save(session_of("mette"), about("alma"))
    may = {
        who: observation_page.read(session_of(who), saved.id).may_correct
        for who in ("mette", "hanne", "yusuf")
    }
    assert may == {"mette": True, "hanne": True, "yusuf": False}


def test_two_who_wrote_apart_are_both_shown(session_of):
    """A conflict has two heads until someone merges them."""
    mette = session_of("mette")
    saved = recording.save(mette, about("alma"))
    first = observation_page.read(mette, saved.id).stored
    for words in ("Sov en time.", "Sov to timer."):
        recording.correct_observation(
            mette, about("alma", text=words), saved.id, replaces=first.heads, reason="uret"
        )
    reading = observation_page.read(mette, saved.id)
    assert {one.record.text for one in reading.heads if one.record} == {
        "Sov en time.",
        "Sov to timer.",
    }
    recording.correct_observation(
        mette, about("alma", text="Sov halvanden time."), saved.id,
        replaces=reading.stored.heads, reason="Samlet",
    )  # fmt: skip
    assert len(observation_page.read(mette, saved.id).heads) == 1


def test_the_guard_knows_siblings_who_are_in_the_house(session_of, world):
    """And says when it already stands."""
    mette = session_of("mette")
    with mette.write() as pen:
        alma = mette.child("alma").record
        sister = replace(alma.siblings[0], child="bertil", name="Bertil Kjær")
        pen.put(replace(alma, siblings=(sister,)), "alma")
    [before] = observation_page.guarding(mette, ("alma",))
    assert before.siblings == (("bertil", "Bertil Kjær"),) and before.guard is None
    protecting.set_guard(mette, "alma", Against.FORAELDER, siblings=("bertil",))
    [alma, bertil] = observation_page.guarding(mette, ("alma", "bertil"))
    assert alma.guard is not None and alma.guard.hides_parents
    assert bertil.guard is not None
    assert alma.siblings == ()


def test_seeing_what_was_seen_before_is_noted(session_of):
    """The panel beside the form is a look at the child."""
    from tvaerfaglig.services import access_log
    from tvaerfaglig.services.children import protecting
    from tvaerfaglig.services.observations import reading as observations

    leader, karen = session_of("hanne"), session_of("karen")
    recording.save(leader, about("alma", categories=("krop.mad",)))
    protecting.share_child(leader, "alma", "karen", Basis.SAMTYKKE)
    seen = observations.seen_before(karen, "alma")
    assert seen.by_category == (("krop.mad", 1),)
    assert any(line.who == "karen" for line in access_log.of_child(session_of("hanne"), "alma"))


def test_numbers_are_the_houses_own(session_of):
    """Or the ones everybody has."""
    assert any(one.number == "112" for one in observation_page.numbers(session_of("mette")).numbers)
