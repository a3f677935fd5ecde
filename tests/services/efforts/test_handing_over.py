"""An overgangsark on its way out: judged at the door as it was when it was made, and written down once it left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.efforts.group import TODAY, begun, consent, let_in
from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.consent.coverage import Reach, reach
from tvaerfaglig.domain.consent.roads import FAMILY, STAYS, Ground
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.handing_over import HandedOver
from tvaerfaglig.domain.protection import Basis, Samtykke
from tvaerfaglig.services import library, recording
from tvaerfaglig.services.children import timeline
from tvaerfaglig.services.consent import acts as consents
from tvaerfaglig.services.consent import leaving, receipt, register, rests
from tvaerfaglig.services.efforts import goals
from tvaerfaglig.services.efforts.papers import handover, looking
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.printing import noting
from tvaerfaglig.store import queries


@pytest.fixture
def hanne(world):
    return world.session("hanne")


def _told(session):
    """A goal that may go along, beside her language."""
    place = let_in(session, begun(session), "alma")
    steps = ("Går fra leg", "Går fra leg til bad")
    goal = Goal(
        effort="", enrolment=place, child="", day=TODAY, text="Går fra leg til bad", steps=steps
    )
    goals.save(session, goal)


@pytest.mark.parametrize(
    ("names", "to", "how_far"),
    [
        ("Skovbrynet", "Børnehuset Skovbrynet", Reach.NAEVNT),
        ("Skovbrynets pædagoger", "Skovbrynet", Reach.NAEVNT),
        ("Børnehuset Engen", "Børnehaven Engen", Reach.NAEVNT),
        ("Børnehuset Engen", "Børnehuset Skovbrynet", Reach.IKKE),
        ("Karen Lund", "Skovbrynet", Reach.IKKE),
        ("Skolen", "skole", Reach.NAEVNT),
        ("Den nye skole", "Fjordby Skole", Reach.UVIST),
        ("", "Skovbrynet", Reach.UVIST),
    ],
)
def test_how_far_a_consent_reaches(names, to, how_far):
    """By the name of a house; what every house is called tells none apart."""
    given = Samtykke(child="alma", given_by="alma-mor", given_on=TODAY, receivers=names)
    assert reach(given, to, {}) is how_far


def test_a_sheet_that_left_stands_on_the_childs_page(hanne):
    """Word for word as it left, once however often it is printed; what stayed is named, and the log has each print."""
    _told(hanne)
    given = consent(hanne, "alma")
    wanted = handover.Wanted(to="Skovbrynet", samtykke=given, ticked=("maal",))
    pressed = looking.look_at_handover(hanne, "alma", wanted)
    paper = {
        "document": "overgangsark", "child": "alma", "record": given, "receiver": "Skovbrynet",
        "ground": Ground(basis=Basis.SAMTYKKE, samtykke=given), "leaves": pressed.leaves,
    }  # fmt: skip
    for how in ("har udskrevet", "har gemt"):
        noting.note_printed(hanne, how=how, **paper)
    (kept,) = timeline.timeline(hanne, "alma").of(HandedOver)
    assert "Går fra leg til bad" in kept.record.words()
    assert "Sprog og tolk" in kept.record.left_out
    assert (kept.record.to, kept.record.by) == ("Skovbrynet", "hanne")
    assert len(queries.of_child(hanne.vault, Printed, "alma")) == 2
    with pytest.raises(NotAllowed, match="bliver stående"):
        recording.take_back(hanne, kept.id)
    with pytest.raises(NotAllowed, match="Træk det tilbage"):
        recording.take_back(hanne, given)
    (entry, *_) = register.of_child(hanne, "alma").entries
    assert "Overgangsark givet til Skovbrynet." in entry.opens
    consents.withdraw(hanne, given)
    assert "Skovbrynet fik et overgangsark" in repr(receipt.receipt(hanne, given, library.load()))
    with pytest.raises(NotAllowed, match="hører ikke til"):
        noting.note_printed(hanne, how="har gemt", **(paper | {"child": "emil"}))


@pytest.mark.parametrize(
    ("ground", "receiver", "told"),
    [
        (Ground(basis=STAYS), "Skovbrynet", "samtykke, det er lavet på"),
        (Ground(basis=FAMILY), "Skovbrynet", "samtykke, det er lavet på"),
        (Ground(basis=Basis.ANDET, words="Vi plejer"), "Skovbrynet", "samtykke, det er lavet på"),
        (None, "", "Hvem får arket"),
        (None, "Heksehuset", "rækker ikke til Heksehuset"),
    ],
)
def test_it_leaves_on_the_yes_it_was_made_on_and_nothing_else(hanne, ground, receiver, told):
    """Asked again at the door, where somebody may have chosen otherwise; withdrawn meanwhile it stays."""
    given = consent(hanne, "alma")
    with hanne.write() as pen:
        pen.put(replace(rests.of_child(hanne, "alma", given).record, receivers="Skovbrynet"), given)
    paper = leaving.Paper(document="overgangsark", child="alma", record=given)
    theirs = Ground(basis=Basis.SAMTYKKE, samtykke=given)
    offered = leaving.offer(hanne, paper)
    assert (offered.bases, offered.chosen) == ((Basis.SAMTYKKE,), theirs)
    leaving.require(hanne, paper, theirs, "Skovbrynet")
    with pytest.raises(leaving.NoWayOut, match=told):
        leaving.require(hanne, paper, ground or theirs, receiver)
    consents.withdraw(hanne, given)
    with pytest.raises(leaving.NoWayOut, match="trukket tilbage"):
        leaving.require(hanne, paper, theirs, "Skovbrynet")
