"""The dictionary on this computer, the names of the vault, and one's own words."""

from __future__ import annotations

import pytest

from tvaerfaglig.domain.spelling import Vocabulary, is_spelled, words_of
from tvaerfaglig.services.writing import spelling
from tvaerfaglig.services.writing.spelling import Dictionary, dictionary_folder

GOOD = (
    "Tirsdag den 10. november kl. 8.15 kom Alma i nattøj under flyverdragten. Pædagogen trøstede hende i "
    "krybberummet, og socialrådgiveren blev spurgt. Vi har holdt øje med trivslen, bl.a. ved morgensamlingen. "
    "Hun er udadreagerende efter hentetid og spiser sin madpakke på grovmotorikrummets måtte."
)


@pytest.fixture(scope="module")
def danish():
    folder = dictionary_folder()
    assert folder is not None
    return Dictionary(folder)


def wrong(danish, text, known=spelling.KnownWords()):  # noqa: B008 -- a value that nobody changes
    words = Vocabulary(danish.knows, known.names, frozenset(known.own))
    return [one.text for one in words_of(text) if not is_spelled(one, words.knows)]


def test_good_danish_is_left_in_peace(danish):
    """A day in a dagtilbud, with words made for it."""
    assert wrong(danish, GOOD) == []


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("resourcer", "ressourcer"),
        ("aflevringen", "afleveringen"),
        ("bekymmring", "bekymring"),
        ("pædagogern", "pædagogen"),
        ("observasjon", "observation"),
    ],
)
def test_slips_are_found_and_the_right_word_offered(danish, slip, meant):
    """The word that is meant is among the first six."""
    assert wrong(danish, f"Vi så {slip} i dag.") == [slip]
    found = danish.suggest(slip, (), danish.knows)
    assert meant in found
    assert len(found) <= spelling.MOST


def test_a_slip_of_a_name_is_offered_the_name(danish):
    """»Danlyo« at the head of a sentence may be Danylo."""
    assert "Danylo" in danish.suggest("Danlyo", ("Danylo", "Alma"), danish.knows)


def test_names_of_the_vault_are_known(world, danish):
    """Children, parents, staff, house and stuer; one who may not see a child does not get her name."""
    mette = world.session("mette")
    known = spelling.known_words(mette)
    assert {"Alma", "Nowak", "Bertil"} <= known.names
    assert wrong(danish, "Nowak kom. Nowaks mor gik.", known) == []


def test_ones_own_words_are_kept_for_oneself(world, danish):
    """Added, found again, taken out; a colleague's list is her own."""
    mette = world.session("mette")
    spelling.add_word(mette, "mooncar")
    spelling.add_word(mette, "arousalniveauet")
    assert spelling.known_words(mette).own == ("arousalniveauet", "mooncar")
    assert wrong(danish, "Mooncar og mooncar", spelling.known_words(mette)) == []
    yusuf = world.session("yusuf")
    assert spelling.known_words(yusuf).own == ()
    mette = world.session("mette")
    spelling.take_word_out(mette, "mooncar")
    assert spelling.known_words(mette).own == ("arousalniveauet",)
