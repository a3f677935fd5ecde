"""A line with an arrow is offered by whoever wrote it, once, and never taken by itself."""

from __future__ import annotations

from datetime import date

import pytest

from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.services import recording
from tvaerfaglig.services.agreements import offered, reading
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.store import queries

TODAY = date(2026, 11, 12)


def saw(session, text, **more):
    made = Observation(day=TODAY, involved=(Involved(child="alma"),), text=text, **more)
    return recording.save(session, made).id


def test_an_observation_a_talk_and_a_concern_are_read(world):
    """Who and when are proposed; a thought of one's own and the parents' words are not read."""
    mette = world.session("mette")
    saw(mette, "Hun sov.\n→ Mette ringer til mor senest fredag", reflection="→ Nej")
    recording.save(
        mette, ParentContact(child="alma", day=TODAY, agreed="-> Mor læser højt", view="→ Nej")
    )
    concern = recording.save(
        mette, Concern(child="alma", first_noticed=TODAY, title="Søvn", text="→ Karen kommer")
    ).id
    found = {one.made.what: one.made for one in offered.offers(mette)}
    assert found.keys() == {"Mette ringer til mor", "Mor læser højt", "Karen kommer"}
    call = found["Mette ringer til mor"]
    assert (call.who, call.due, call.child) == (("mette",), date(2026, 11, 13), "alma")
    assert found["Mor læser højt"].parents == ("alma-mor",)
    assert found["Karen kommer"].concern == concern
    assert queries.of_child(mette.vault, Agreement, "alma") == []


def test_said_yes_to_it_is_one_and_not_offered_again(world):
    """As it was put right; a second yes finds nothing; the note keeps its line."""
    mette = world.session("mette")
    note = saw(mette, "→ Ringe til mor")
    (offer,) = offered.offers(mette, (note,))
    made = Agreement(what="Ringe til Katarzyna", who=("mette",), made_on=TODAY)
    saved = offered.take(mette, note, offer.id, made)
    with pytest.raises(NotFound):
        offered.take(mette, note, offer.id, made)
    stored = queries.one(mette.vault, Agreement, saved.id).record
    assert (stored.source, stored.line, stored.child) == (note, "Ringe til mor", "alma")
    assert offered.offers(mette) == ()
    assert [row.what for row in reading.agreements(mette).rows] == ["Ringe til Katarzyna"]
    assert queries.one(mette.vault, Observation, note).record.text == "→ Ringe til mor"


def test_said_no_to_it_is_never_on_a_list(world):
    """Nor offered again; a line that is changed is another line."""
    mette = world.session("mette")
    note = saw(mette, "→ Ringe til mor")
    (offer,) = offered.offers(mette)
    offered.refuse(mette, note, offer.id)
    assert offered.offers(mette) == ()
    assert reading.agreements(mette, reading.Whose.HUSETS, ended=True).rows == ()
    stored = queries.one(mette.vault, Agreement, offer.id).record
    assert stored.status is AgreementState.FJERNET


def test_only_its_writer_is_asked(world):
    """A colleague reads the arrow as the words of another."""
    saw(world.session("mette"), "→ Ringe til mor")
    assert offered.offers(world.session("hanne")) == ()
