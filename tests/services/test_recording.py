"""Writing down, correcting, moving to the right child and taking back: who may, and what is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from tvaerfaglig.domain.acts import Erased, Link
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.observation import Involved, Observation, Part
from tvaerfaglig.services import drafts, recording
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.observations import reading as observations
from tvaerfaglig.store import past, queries

TODAY = date(2026, 11, 12)


def seen(text="Byggede et tårn.", *children, **more):
    involved = tuple(Involved(child=child) for child in children or ("alma",))
    return Observation(day=TODAY, involved=involved, text=text, **more)


def text_of(session, record):
    found = queries.one(session.vault, Observation, record)
    return found.record.text if found else None


# writing


def test_what_is_saved_stands_and_its_draft_is_gone(world):
    """One act: the event is there and the draft is not."""
    mette = world.session("mette")
    drafts.keep(mette, "ny", "observation", "{}")
    saved = recording.save(mette, seen(), draft="ny")
    assert text_of(mette, saved.id) == "Byggede et tårn."
    assert drafts.mine(mette) == []
    assert saved.changes.touch("observation", child="alma")


@pytest.mark.parametrize("person", ["karen", "jonas"])
def test_nobody_writes_about_a_child_she_may_not_see(world, person):
    """It is refused in words, nothing is written, and the draft is still there."""
    session = world.session(person)
    drafts.keep(session, "ny", "observation", "{}")
    with pytest.raises(NotAllowed, match="Hanne Bjerre kan give den"):
        recording.save(session, seen(), draft="ny")
    assert queries.all_of(session.vault, Observation) == []
    assert len(drafts.mine(session)) == 1


def test_one_child_too_many_is_one_too_many(world):
    """About several, each of them is asked for."""
    with pytest.raises(NotAllowed):
        recording.save(world.session("jonas"), seen("De legede.", "villads", "alma"))


def test_a_refusal_names_no_child(world):
    """Whoever may not see a child is not told her name by the refusal."""
    with pytest.raises(NotAllowed) as refusal:
        recording.save(world.session("karen"), seen())
    assert "Alma" not in str(refusal.value)


# correcting


def test_a_short_note_is_filled_in_without_a_reason(world):
    """It was one line; now it is whole."""
    mette = world.session("mette")
    short = recording.save(mette, seen("Hun græd.", complete=False))
    before = queries.one(mette.vault, Observation, short.id)
    recording.correct_observation(
        mette, seen("Hun græd ved afleveringen."), short.id, replaces=before.heads, reason=""
    )
    assert text_of(mette, short.id) == "Hun græd ved afleveringen."


def test_a_correction_needs_a_reason_and_leaves_the_first_text(world):
    """Both stand in the history, with the reason on the second."""
    mette = world.session("mette")
    saved = recording.save(mette, seen("Kl. 9 græd hun."))
    before = queries.one(mette.vault, Observation, saved.id)
    with pytest.raises(Unclear, match="hvorfor du retter"):
        recording.correct_observation(
            mette, seen("Kl. 10 græd hun."), saved.id, replaces=before.heads, reason="  "
        )
    recording.correct_observation(
        mette, seen("Kl. 10 græd hun."), saved.id, replaces=before.heads, reason=" Forkert tid "
    )
    first, second = observations.open_observation(mette, saved.id).versions
    assert (first.record.text, second.record.text) == ("Kl. 9 græd hun.", "Kl. 10 græd hun.")
    assert second.record.correction == "Forkert tid"


def test_one_corrects_ones_own_and_the_leader_anybodys(world):
    """A colleague adds her own observation instead."""
    mette = world.session("mette")
    saved = recording.save(mette, seen())
    yusuf, hanne = world.session("yusuf"), world.session("hanne")
    with pytest.raises(NotAllowed, match="at rette den"):
        recording.save(yusuf, seen("Andet."), saved.id)
    assert text_of(mette, saved.id) == "Byggede et tårn."
    recording.save(hanne, seen("Rettet af lederen."), saved.id)
    stored = queries.one(mette.vault, Observation, saved.id)
    assert (stored.written_by, stored.changed_by) == ("mette", "hanne")


def test_what_is_gone_cannot_be_corrected(world):
    """It says so."""
    with pytest.raises(NotFound, match="findes ikke længere"):
        recording.correct_observation(
            world.session("mette"), seen(), "ingen", replaces=(), reason="x"
        )


def test_a_new_record_under_a_chosen_name_needs_no_right_to_correct(world):
    """There was nobody's to correct."""
    mette = world.session("mette")
    contact = ParentContact(child="alma", day=TODAY, told="Om søvn.")
    assert recording.save(mette, contact, "valgt").id == "valgt"


# the wrong child


def test_moved_to_the_right_child_nothing_is_left_with_the_wrong(world):
    """All versions' words are erased with the ground; the right child has the last, as a record of its own."""
    mette = world.session("mette")
    saved = recording.save(mette, seen("Første.", "bertil", at=time(9, 30)))
    recording.save(mette, seen("Rettet.", "bertil", at=time(9, 30), correction="fordi"), saved.id)
    moved = recording.move_to_right_child(mette, saved.id, "bertil", "alma")
    assert queries.of_child(mette.vault, Observation, "bertil") == []
    assert [one.id for one in queries.of_child(mette.vault, Observation, "alma")] == [moved.id]
    assert moved.id != saved.id
    assert past.versions(mette.vault, Observation, saved.id)[0].record is None
    decision = queries.of_child(mette.vault, Erased, "bertil")[0].record
    assert (decision.ground, len(decision.events)) == ("forkert barn", 2)
    assert moved.changes.touch("observation", child="bertil")
    assert moved.changes.touch("observation", child="alma")
    assert mette.vault.examine().sound


def test_moving_keeps_the_others_who_were_there_and_their_parts(world):
    """Only the wrong one is changed; the right one, if already there, is not there twice."""
    mette = world.session("mette")
    involved = (
        Involved(child="bertil", part=Part.HANDLER_OM),
        Involved(child="emil", part=Part.VAR_MED),
    )
    saved = recording.save(mette, replace(seen("De to."), involved=involved))
    moved = recording.move_to_right_child(mette, saved.id, "bertil", "alma")
    record = queries.one(mette.vault, Observation, moved.id).record
    assert record.about() == ("alma", "emil")
    assert (record.part_of("alma"), record.part_of("emil")) == (Part.HANDLER_OM, Part.VAR_MED)
    links = {one.record.child for one in queries.all_of(mette.vault, Link)}
    assert links == {"alma", "emil"}
    again = recording.move_to_right_child(mette, moved.id, "alma", "emil")
    assert queries.one(mette.vault, Observation, again.id).record.about() == ("emil",)
    assert queries.all_of(mette.vault, Link) == []


def test_moving_asks_for_both_children_and_for_the_right_to_correct(world):
    """The mover may see the right one, and it is hers or she leads."""
    mette, jonas = world.session("mette"), world.session("jonas")
    saved = recording.save(mette, seen("Min.", "bertil"))
    with pytest.raises(NotAllowed):
        recording.move_to_right_child(world.session("yusuf"), saved.id, "bertil", "alma")
    with pytest.raises(NotAllowed):
        recording.move_to_right_child(mette, saved.id, "bertil", "villads")
    with pytest.raises(NotAllowed):
        recording.move_to_right_child(jonas, saved.id, "bertil", "villads")
    assert text_of(mette, saved.id) == "Min."


def test_moving_what_is_not_with_that_child_does_nothing(world):
    """Neither a record that is gone, nor a child who was not in it."""
    mette = world.session("mette")
    saved = recording.save(mette, seen("Min.", "bertil"))
    for record, wrong in (("ingen", "bertil"), (saved.id, "emil")):
        with pytest.raises(NotFound):
            recording.move_to_right_child(mette, record, wrong, "alma")
    assert text_of(mette, saved.id) == "Min."


# taking back


def test_fortryd_takes_back_what_was_just_saved(world):
    """The words are erased, with the ground; that something stood there is in the log."""
    mette = world.session("mette")
    saved = recording.save(mette, seen("For hurtigt."))
    changes = recording.take_back(mette, saved.id)
    assert text_of(mette, saved.id) is None
    assert changes.touch("observation", child="alma")
    decision = queries.of_child(mette.vault, Erased, "alma")[0].record
    assert decision.ground == "fortrudt straks (observation)"
    assert mette.vault.examine().sound


def test_fortryd_of_a_correction_brings_the_first_text_back(world):
    """Only the last save is taken back, also when somebody else wrote the first."""
    mette, hanne = world.session("mette"), world.session("hanne")
    saved = recording.save(mette, seen("Første."))
    recording.save(hanne, seen("Rettet."), saved.id)
    recording.take_back(hanne, saved.id)
    assert text_of(mette, saved.id) == "Første."


def test_fortryd_of_something_about_several_takes_the_links_along(world):
    """Nothing of it is left in any of the children's streams."""
    mette = world.session("mette")
    saved = recording.save(mette, seen("De to.", "alma", "bertil"))
    recording.save(mette, seen("De to, rettet.", "alma", "bertil"), saved.id)
    recording.take_back(mette, saved.id)
    assert len(queries.all_of(mette.vault, Link)) == 2
    recording.take_back(mette, saved.id)
    assert queries.all_of(mette.vault, Link) == []
    assert text_of(mette, saved.id) is None


@pytest.mark.parametrize("why", ["another's", "yesterday's", "built on", "gone", "twice"])
def test_fortryd_has_its_limits(world, why):
    """Only one's own, only today's, only what nobody has built on, and only once."""
    mette, hanne = world.session("mette"), world.session("hanne")
    record = recording.save(mette, seen("Står.")).id
    who = hanne if why == "another's" else mette
    if why == "yesterday's":
        world.clock.forward(days=1)
    if why == "built on":
        first = queries.one(mette.vault, Observation, record).heads
        recording.save(mette, seen("Mettes."), record)
        recording.save(hanne, seen("Hannes."), record, replaces=first)
    if why == "twice":
        recording.take_back(mette, record)
    with pytest.raises(NotFound, match="Ret det i stedet"):
        recording.take_back(who, "ingen" if why == "gone" else record)


# drafts


def test_a_draft_is_private_and_says_when_it_was_kept(world):
    """Nobody else sees it, not even a leader; the clock is said as on a wall."""
    mette, hanne = world.session("mette"), world.session("hanne")
    world.clock.forward(hours=1, minutes=2)
    assert drafts.keep(mette, "ny", "observation", "{}") == "9.02"
    drafts.keep(mette, "brev", "underretning", "{}")
    assert drafts.mine(hanne) == []
    assert [one.key for one in drafts.mine(mette, "underretning")] == ["brev"]
    assert drafts.one(mette, "ny").kind == "observation"
    drafts.drop(mette, "ny")
    assert drafts.one(mette, "ny") is None
