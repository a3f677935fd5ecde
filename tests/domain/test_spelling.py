"""Which words are looked at, and what counts as one."""

from __future__ import annotations

import pytest

from tvaerfaglig.domain.spelling import Vocabulary, is_spelled, names_in, words_of

WORDS = frozenset({
    "barn", "barnet", "krybbe", "rum", "madpakke", "hente", "tid", "listen", "putte", "mor", "far",
    "relation", "og", "ungechef", "børne", "er", "hun", "gik", "ned", "på", "en", "stol", "kl.",
    "f.eks.", "barndom", "ven", "nat", "telefon", "dag", "ordner", "sagde",
})  # fmt: skip


def looked_at(text):
    return [one.text for one in words_of(text)]


def knows(word):
    return word in WORDS or word.lower() in WORDS


HOUSE = Vocabulary(
    knows, names_in(["Alma Lund-Friis", "Yusuf Demir", "Jonas Boss"]), frozenset({"mooncar"})
)


def wrong(text):
    return [one.text for one in words_of(text) if not is_spelled(one, HOUSE.knows)]


@pytest.mark.parametrize(
    "text",
    [
        "PPR og SFO'en",
        "kl. 8.15 den 10.11.2026, 3x og B12",
        "[1], [2, 3] og [4–6]",
        "{barn:0192e686} og {barn:0192e686}s",
        "mor@huset.dk og https://huset.dk/a",
    ],
)
def test_what_is_no_word_is_left_alone(text):
    """Capitals, numbers, citations, tokens and addresses."""
    assert set(looked_at(text)) <= {"og", "kl", "den"}


def test_a_name_in_the_middle_of_a_sentence_is_left_alone():
    """Danish writes only names with a capital there; the first word of a sentence is looked at."""
    assert looked_at("Kom Ahmad på stuen? Ahmads far var der.") == [
        "Kom",
        "på",
        "stuen",
        "far",
        "var",
        "der",
    ]
    assert looked_at("Barnet gik. »Stolen er min«") == ["Barnet", "gik", "Stolen", "er", "min"]


def test_names_of_the_house_are_words_with_an_owners_s():
    """Alma, Almas, Boss', and either half of a double name."""
    assert wrong("Alma er på stol. Almas mor. Lund-Friis og Friis. Boss' stol.") == []
    assert wrong("alma er på stol") == ["alma"]


def test_two_words_make_a_third():
    """What Danish puts together freely is a word when both are."""
    assert (
        wrong("krybberum hentetid hentelisten puttetid nattelefon barndomsven mor-barn-relation")
        == []
    )
    assert wrong("børne- og ungechef") == []


def test_slips_are_no_compounds():
    """Short pieces that happen to be words make none."""
    assert wrong("krybberm monner enstol tidmor") == ["krybberm", "monner", "enstol", "tidmor"]


def test_a_full_stop_may_belong_to_the_word():
    """»kl.« and »f.eks.« are words with it; without, the dictionary decides."""
    assert wrong("kl. 8 f.eks. på stol") == []
    assert wrong("kl på stol") == ["kl"]


def test_a_forgotten_space_is_no_misspelling():
    """»gik.Hun« is two words that are right."""
    assert wrong("Barnet gik.Hun sagde") == []
    assert wrong("Barnet gikk.Hun sagde") == ["gikk"]


def test_ones_own_words_are_right():
    """Also with a capital where a sentence begins."""
    assert wrong("Mooncar er ned. En mooncar.") == []


def test_places_are_where_the_words_stand():
    """Offsets count the text's characters, after a smiley too."""
    text = "🙂 Hun gikk. [1] gikk"
    found = [one for one in words_of(text) if one.text == "gikk"]
    assert [text[one.start : one.end] for one in found] == ["gikk", "gikk"]
    assert found[0].dotted
    assert not found[1].dotted
