"""One tovholder at a time, handed over with a note, and nobody is left without one unnoticed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind, Participant
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.services import waiting
from tvaerfaglig.services.children import one_child, protecting
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import saving as konsultation_saving
from tvaerfaglig.services.tovholder import holding

TODAY = date(2026, 11, 12)


def give(session, who, note="Mor ringer om torsdagen."):
    return holding.hand_over(session, Tovholder(child="alma", who=who, day=TODAY, note=note)).id


def asked(session):
    return [one for one in waiting.overview(session).waiting if "tovholder" in one.kind]


def test_handed_over_with_a_note_and_said_yes_to(world):
    """The receiver sees it, nobody else may say yes, and the course of it stays."""
    mette, hanne = world.session("mette"), world.session("hanne")
    give(mette, "mette")
    assert asked(mette) == []
    key = give(mette, "hanne")
    (thing,) = asked(hanne)
    assert "Mor ringer om torsdagen" in thing.about
    with pytest.raises(NotAllowed):
        holding.take_on(mette, key)
    holding.take_on(hanne, key)
    assert asked(hanne) == []
    found = holding.holding(mette, "alma")
    assert (found.now.record.who, found.now.record.before) == ("hanne", "mette")
    assert found.now.record.taken_on == TODAY
    assert [one.record.who for one in found.before] == ["mette"]
    assert one_child.child_page(mette, "alma").tovholder.id == key


def test_one_at_a_time(world):
    """Given on before she said yes, only the last is asked; the same one twice is refused in words."""
    mette = world.session("mette")
    give(mette, "hanne")
    give(mette, "mette")
    assert asked(world.session("hanne")) == []
    with pytest.raises(Unclear, match="allerede"):
        give(mette, "mette")


def test_only_somebody_who_may_see_the_child(world):
    """A socialrådgiver is let in first; then she can hold on to it."""
    mette = world.session("mette")
    with pytest.raises(Unclear, match="Del barnet først"):
        give(mette, "karen")
    protecting.share_child(mette, "alma", "karen", Basis.TIDLIGT_SAMARBEJDE)
    give(mette, "karen")
    assert len(asked(world.session("karen"))) == 1
    assert "karen" in {one for one, _ in holding.holding(mette, "alma").people}


def test_the_leader_is_asked_when_a_tovholder_leaves(world):
    """Until somebody else has it."""
    hanne = world.session("hanne")
    give(world.session("mette"), "mette")
    with hanne.write() as pen:
        pen.put(replace(hanne.staff()["mette"], active=False), "mette")
    (thing,) = asked(hanne)
    assert thing.kind == "ny_tovholder"
    assert "Mette Sørensen er her ikke længere" in thing.about
    give(hanne, "hanne")
    assert asked(hanne) == []


def test_a_finished_konsultation_hands_over(world):
    """Part 14 names her: it is given on once, also when the note is finished again."""
    mette = world.session("mette")
    note = Konsultation(
        kind=KonsultationKind.NAVNGIVET, child="alma", day=TODAY, basis="andet", basis_text="Aftalt.",
        participants=(Participant(name="Hanne Bjerre", staff="hanne"),), tovholder="hanne",
    )  # fmt: skip
    one = konsultationer.plan(mette, note).id
    konsultation_saving.finish(mette, one)
    konsultation_saving.finish(mette, one)
    found = holding.holding(mette, "alma")
    assert (found.now.record.who, found.now.record.konsultation, found.before) == ("hanne", one, ())
    give(mette, "mette")
    konsultation_saving.finish(mette, one)
    assert holding.holding(mette, "alma").now.record.who == "mette"
