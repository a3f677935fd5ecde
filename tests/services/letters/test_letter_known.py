"""What the vault knows about people, in the questions a letter is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.letters.a_letter import begun
from tvaerfaglig.domain.people import Child, Staff
from tvaerfaglig.services import library
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.services.letters.questions import questions
from tvaerfaglig.store import queries


@pytest.fixture(scope="module")
def shelf():
    return library.load()


@pytest.fixture
def mette(world):
    return world.session("mette")


def asked(session, shelf, words: str) -> set[tuple[str, str]]:
    """Rule and quote of what is asked about these words in the assessment."""
    letter = begun(session)
    u.save_section(session, letter, "vurdering", words)
    page = u.open_letter(session, letter)
    found = questions(page, shelf.underretning, shelf.questions)
    return {(one.rule, one.quote) for one in found if one.section == "vurdering"}


def test_a_protected_address_in_the_text_is_asked_about(mette, shelf):
    """And only where it is protected."""
    standing = queries.one(mette.vault, Child, "alma").record
    street = standing.address.split(",")[0]
    words = f"Vi har besøgt Alma på {street}, og mor åbnede ikke."
    assert ("beskyttet", street) not in asked(mette, shelf, words)
    with mette.write() as pen:
        pen.put(replace(standing, protected=True), "alma")
    assert ("beskyttet", street) in asked(mette, shelf, words)


def test_the_house_is_asked_about_where_it_must_not_be_named(mette, shelf):
    """By its daily name too."""
    standing = queries.one(mette.vault, Child, "alma").record
    with mette.write() as pen:
        pen.put(replace(standing, protected=True, hide_house=True), "alma")
    page = u.open_letter(mette, begun(mette))
    name = page.house.name
    assert ("beskyttet", name) in asked(mette, shelf, f"Alma har gået i {name} siden august.")


def test_another_child_is_found_in_every_form_and_the_family_is_not(mette, shelf):
    """Bertil is a child Mette may see; nobody asks about those of Alma's own house."""
    found = asked(mette, shelf, "Alma tog Bertils skovl, og BERTIL græd. Mor hentede Alma.")
    assert {quote for rule, quote in found if rule == "andet_barn"} == {"Bertils", "BERTIL"}


def test_a_colleagues_own_telephone_is_known(mette, shelf):
    """However it is spaced; the house's telephone is everybody's."""
    key, name = next(
        (one, name)
        for one, name in u.open_letter(mette, begun(mette)).names.staff.items()
        if one != "mette"
    )
    colleague = queries.one(mette.vault, Staff, key)
    if colleague is None:
        pytest.fail("the world has lost its colleagues")
    with mette.write() as pen:
        pen.put(replace(colleague.record, phone="98 12 76 34"), key)
    found = asked(mette, shelf, f"Ring til {name.split()[0]} på 98127634.")
    assert ("privat_oplysning", "98127634") in found
