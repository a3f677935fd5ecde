"""The letter to parents: who answers for what is written, how long it is kept, and what they may ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.printouts.pdf_reading import text_of
from tvaerfaglig.domain.people import Controller
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import access_log, library
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.erasing import periods
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.parents import information


@pytest.fixture(scope="module")
def shelf():
    return library.load()


@pytest.fixture
def hanne(world):
    return world.session("hanne")


def letter(session, shelf, child="alma"):
    made = information.look_at(session, child, shelf)
    return " ".join(text_of(made.pdf).split()), made.cautions


def change_house(session, **facts):
    with session.write() as pen:
        pen.put(replace(session.houses()["maelkeboetten"], **facts), "maelkeboetten")


@pytest.mark.parametrize(
    ("controller", "says"),
    [
        (
            Controller.KOMMUNAL,
            "Fjordby Kommune har ansvaret for oplysningerne og er dataansvarlig.",
        ),
        (Controller.SELVEJENDE, "Børnehuset Mælkebøtten er selvejende og har selv ansvaret"),
        (Controller.PRIVAT, "Børnehuset Mælkebøtten er et privat dagtilbud og har selv ansvaret"),
    ],
)
def test_who_answers_for_it_follows_from_who_owns_the_house(hanne, shelf, controller, says):
    """And only the municipality's house writes by the municipality's basis."""
    change_house(
        hanne, controller=controller, dpo="dpo@fjordby.example", data_basis="artikel 6 for huset"
    )
    said, cautions = letter(hanne, shelf)
    assert says in said
    assert "Databeskyttelsesrådgiver: dpo@fjordby.example." in said
    municipal = controller is Controller.KOMMUNAL
    assert ("databeskyttelsesloven § 11" in said) is municipal
    assert ("artikel 6 for huset" in said) is not municipal
    assert cautions == ()


def test_it_is_addressed_and_signed_and_offers_an_interpreter(hanne, shelf):
    """To whoever holds custody, from the leader, in a language that is read aloud."""
    said, _ = letter(hanne, shelf)
    assert "Til Katarzyna Nowak" in said
    assert "læst op på polsk" in said
    assert "Hanne Bjerre, leder, Børnehuset Mælkebøtten" in said
    assert "Spørg først leder Hanne Bjerre, tlf. 12 34 56 78." in said
    assert "datatilsynet.dk" in said
    said, _ = letter(hanne, shelf, "bertil")
    assert "Til Ane Kjær og Ole Kjær" in said
    assert "læst op eller oversat" in said


def test_sharing_is_said_as_it_was_decided(hanne, shelf):
    """Only with consent, without a name, or where the law gives access; when and why somebody has looked."""
    said, _ = letter(hanne, shelf)
    assert "kun med jeres samtykke, uden navn, eller når loven giver adgang" in said
    assert "hvornår og hvorfor nogen har set i det" in said


def test_the_house_s_own_periods_stand_in_it(hanne, shelf):
    """Not the file's, once the house has chosen."""
    assert "Til 5 år efter, at Alma er stoppet." in letter(hanne, shelf)[0]
    periods.choose_period(hanne, shelf.retention, "sagen", 36, "Aftalt med kommunen")
    assert "Til 3 år efter, at Alma er stoppet." in letter(hanne, shelf)[0]


def test_what_the_house_lacks_is_pointed_out_and_stops_nobody(hanne, shelf):
    """No officer, no basis of its own, nobody with custody."""
    change_house(hanne, controller=Controller.PRIVAT)
    said, cautions = letter(hanne, shelf, "emil")
    assert said
    assert len(cautions) == 3


def test_a_protected_house_is_told_by_telephone(hanne, shelf):
    """Neither its address nor how to ring it."""
    with hanne.write() as pen:
        pen.put(replace(hanne.child("alma").record, protected=True, hide_house=True), "alma")
    said, _ = letter(hanne, shelf)
    for leaked in ("Havnegade", "12 34 56 78", "Engvej", "Mælkebøtten"):
        assert leaked not in said


def test_a_child_that_is_expected_has_a_letter_too(hanne, shelf):
    """Without a name that nobody has given yet."""
    with hanne.write() as pen:
        alma = hanne.child("alma").record
        pen.put(replace(alma, name="Ufødt Nowak", born=None, due=date(2027, 1, 9)), "alma")
    said, _ = letter(hanne, shelf)
    assert "det barn, I venter" in said


def test_it_stops_while_the_parents_are_not_to_know(hanne, shelf):
    """With the advice."""
    protecting.set_guard(hanne, "alma", Against.UKENDT)
    with pytest.raises(NotAllowed, match="spørg kommunen"):
        information.look_at(hanne, "alma", shelf)


def test_a_paedagog_may_give_it_and_it_is_noted(world, hanne, shelf):
    """She sees the child; whoever does not is refused."""
    information.look_at(world.session("mette"), "alma", shelf)
    assert "informationsbrev" in [one.what for one in access_log.of_child(hanne, "alma")]
    with pytest.raises(NotAllowed):
        information.look_at(world.session("jonas"), "alma", shelf)
