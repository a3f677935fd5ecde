"""A withdrawn consent stops every road out that rests on it, and never an underretning."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.closed_doors.shelf import named_note
from tests.services.consent.every_road import documents
from tests.services.consent.test_acts import CONSENT, TODAY
from tvaerfaglig.domain.consent.roads import FAMILY, ON_THEIR_YES, STAYS, Ground, Way, way_of
from tvaerfaglig.domain.konsultation import KonsultationState, Participant
from tvaerfaglig.domain.protection import Against, Basis
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services import library, underretninger
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.consent import acts, leaving
from tvaerfaglig.services.consent.leaving import NoWayOut, Paper
from tvaerfaglig.services.consent.rests import AsksNewBasis
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import listing
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.letters import phoning
from tvaerfaglig.services.printing import noting, pressing

DOCUMENTS = documents()
ON_GROUNDS = sorted(one for one in DOCUMENTS if way_of(one) is Way.GRUNDLAG)
BY_LAW = sorted(one for one in DOCUMENTS if way_of(one) is Way.LOV)
BASES = [*(basis.value for basis in Basis), STAYS, FAMILY, ""]
EXPIRED = replace(CONSENT, given_on=date(2025, 1, 1), until=date(2026, 1, 1))
COMING = replace(CONSENT, given_on=date(2026, 12, 1))


def test_the_roads_are_read_from_the_code():
    """Papers that name a child for outsiders rest on something; the roads by law and for the family are named."""
    assert {"konsultationsnotat", "sagsresumé"} <= set(ON_GROUNDS)
    assert {"underretning", "rykker", "statusudtalelse"} <= set(BY_LAW)
    assert way_of("et papir, ingen har tænkt på endnu") is Way.GRUNDLAG


def stopped(session, document, ground, receiver=""):
    """A paper that goes out on one consent alone was made on the one that is tried."""
    made_on = ground.samtykke if document in ON_THEIR_YES else ""
    paper = Paper(document=document, child="alma", record=made_on)
    try:
        leaving.require(session, paper, ground, receiver)
    except NoWayOut as why:
        return str(why)
    return ""


@pytest.mark.parametrize("document", sorted(DOCUMENTS))
def test_what_holds_no_longer_opens_no_road_that_rests_on_it(world, document):
    """Withdrawn, expired, not begun, another child's or none: each stops, with what to do instead."""
    mette = world.session("mette")
    good, gone = acts.save(mette, CONSENT).id, acts.save(mette, CONSENT).id
    old, coming = acts.save(mette, EXPIRED).id, acts.save(mette, COMING).id
    others = acts.save(mette, replace(CONSENT, child="bertil")).id
    acts.withdraw(mette, gone)
    rests = way_of(document) is Way.GRUNDLAG
    for samtykke in (gone, old, coming, others, "findes-ikke", ""):
        said = stopped(
            mette, document, Ground(basis=Basis.SAMTYKKE.value, samtykke=samtykke), "Pia"
        )
        assert bool(said) is rests, (document, samtykke)
        assert not rests or "grundlag" in said
    assert stopped(mette, document, Ground(basis=Basis.SAMTYKKE.value, samtykke=good), "Pia") == ""
    for basis in BASES:
        if basis != Basis.SAMTYKKE:
            ground = Ground(basis=basis, samtykke=gone, words="Aftalt.")
            theirs = document in ON_THEIR_YES
            needs = theirs or (rests and basis in {STAYS, ""})
            assert bool(stopped(mette, document, ground, "Pia")) is needs, (document, basis)
            assert bool(stopped(mette, document, ground)) is theirs, (document, basis)


@pytest.mark.parametrize("document", ["aftaleliste", "dagsliste"])
def test_a_list_that_names_several_children_goes_to_nobody_outside(world, document):
    """Each child has a ground of her own: with a receiver it stops, whatever was agreed; in the house it is open."""
    assert document in ON_GROUNDS
    mette = world.session("mette")
    kept = acts.save(mette, CONSENT).id
    paper = Paper(document=document, children=("alma", "bertil"))
    for basis in BASES:
        ground = Ground(basis=basis, samtykke=kept, words="Aftalt.")
        with pytest.raises(NoWayOut, match="ét barn ad gangen"):
            leaving.require(mette, paper, ground, "Pia Holm")
        leaving.require(mette, paper, ground)


_day = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    document=st.sampled_from(ON_GROUNDS), first=_day, last=st.none() | _day, withdrawn=st.booleans()
)
def test_a_road_on_consent_is_open_exactly_while_it_holds(world, document, first, last, withdrawn):
    """Whatever its days, and whichever paper: open on the days it holds, shut from its withdrawal on."""
    mette = world.session("mette")
    consent = replace(CONSENT, given_on=first, until=last if last and last >= first else None)
    kept = acts.save(mette, consent).id
    if withdrawn:
        acts.withdraw(mette, kept)
    said = stopped(mette, document, Ground(basis=Basis.SAMTYKKE.value, samtykke=kept), "Karen Lund")
    assert (said == "") is (consent.holds_on(TODAY) and not withdrawn)


def test_a_note_goes_out_on_what_it_was_held_on_until_another_is_chosen(world):
    """Its consent is chosen beforehand, also when it is gone: then the road stops and says so."""
    mette = world.session("mette")
    kept = acts.save(mette, CONSENT).id
    note = konsultationer.plan(
        mette, named_note(basis=Basis.SAMTYKKE.value, basis_text="Mor.", samtykke=kept)
    ).id
    paper = Paper(document="konsultationsnotat", child="alma", record=note)
    leaving.require(mette, paper, leaving.offer(mette, paper).chosen)
    acts.withdraw(mette, kept)
    offered = leaving.offer(mette, paper)
    assert offered.gone is not None
    assert offered.samtykker == ()
    with pytest.raises(NoWayOut, match="stadig fortalt"):
        leaving.require(mette, paper, offered.chosen)


def test_a_guest_of_a_planned_talk_hears_no_name_once_the_family_took_it_back(world):
    """Not in her list, not on its page, not on paper; what was told at a meeting that was begun stays told."""
    mette, karen = world.session("mette"), world.session("karen")
    kept = acts.save(mette, CONSENT).id
    table = (
        Participant(name="Mette Sørensen", staff="mette"),
        Participant(name="Karen Lund", staff="karen"),
    )
    facts = {"basis": Basis.SAMTYKKE.value, "basis_text": "Mor.", "samtykke": kept}
    note = named_note(participants=table, **facts)
    coming = konsultationer.plan(mette, note).id
    begun = konsultationer.plan(mette, replace(note, status=KonsultationState.I_GANG)).id
    assert {one.stored.id for one in listing.rows(karen)} == {coming, begun}
    acts.withdraw(mette, kept)
    assert {one.stored.id for one in listing.rows(karen)} == {begun}
    with pytest.raises(NotAllowed):
        konsultation_page.open_konsultation(karen, coming)
    with pytest.raises(NotAllowed):
        pressing.look_at_konsultationsnotat(karen, coming, "alma")
    assert konsultation_page.open_konsultation(mette, coming).stops


def test_no_new_note_rests_on_what_was_taken_back_whatever_it_calls_itself(world):
    """Also one that is written as ended at once."""
    mette = world.session("mette")
    kept = acts.save(mette, CONSENT).id
    acts.withdraw(mette, kept)
    facts = {"basis": Basis.SAMTYKKE.value, "basis_text": "Mor.", "samtykke": kept}
    for status in KonsultationState:
        with pytest.raises(AsksNewBasis):
            konsultationer.plan(mette, named_note(status=status, **facts))


@pytest.mark.parametrize("against", [Against.FORAELDER, Against.UKENDT])
def test_in_the_overgreb_branch_nothing_is_offered_that_asks_or_reaches_the_parents(world, against):
    """Not as a choice, and not by a ground somebody kept from before."""
    mette = world.session("mette")
    kept = acts.save(mette, CONSENT).id
    protecting.set_guard(mette, "alma", against)
    offered = leaving.offer(mette, Paper(document="sagsresumé", child="alma"))
    assert not {Basis.SAMTYKKE.value, FAMILY} & set(offered.bases)
    assert offered.samtykker == ()
    for basis in (Basis.SAMTYKKE.value, FAMILY):
        assert "spørg lederen" in stopped(mette, "sagsresumé", Ground(basis=basis, samtykke=kept))


@pytest.mark.parametrize("given", ["none", "standing", "expired", "withdrawn"])
def test_no_consent_ever_touches_an_underretning(world, given):
    """Begun, finished, printed, exported, phoned in and sent: the same whatever the family agreed to."""
    mette, stock = world.session("mette"), library.load()
    if given != "none":
        kept = acts.save(mette, EXPIRED if given == "expired" else CONSENT).id
        if given == "withdrawn":
            acts.withdraw(mette, kept)
    letter = underretninger.begin(mette, "alma").id
    underretninger.save_section(mette, letter, "resume", "Det, vi ved.")
    underretninger.finish(mette, letter, stock)
    assert pressing.look_at_underretning(mette, letter, "alma", stock).pdf.startswith(b"%PDF")
    assert not leaving.offer(
        mette, Paper(document="underretning", child="alma", record=letter)
    ).asks
    for document in BY_LAW:
        for basis in BASES:
            assert stopped(mette, document, Ground(basis=basis), "Kommunen") == ""
    noting.note_printed(mette, document="underretning", how="har gemt", child="alma", record=letter)
    phoning.phoned(mette, "alma", at=time(9), spoke_with="Vagten")
    assert underretninger.register_step(mette, letter, Stage.AFSENDT).id
