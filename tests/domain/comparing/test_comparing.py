"""Two texts held against each other: nothing is lost, and a reader sees what a person would say happened."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.comparing import (
    Kind,
    Written,
    compare,
    sentence_at,
    sentences,
    trace,
    words_between,
)

WORDS = st.sampled_from(
    [
        "Alma",
        "sover",
        "ikke",
        "kl.",
        "8.15",
        "3.",
        "november",
        "»Mor",
        "kommer«",
        "[1]",
        "[2, 3].",
        "ca.",
        "grød.",
        "mere",
        "\n",
        "\n\n",
        " ",
        "!",
        "?",
        "…",
        "{barn:bertil}",
        "æbler",
        "😀",
        "\xa0",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=40).map(" ".join))
BEFORE = "Alma kom sent. Hun spiste tre portioner grød. Mor var træt."


@given(TEXTS)
def test_sentences_are_the_text(text):
    """Laid end to end they are the text, and none is empty."""
    assert "".join(sentences(text)) == text
    assert all(sentences(text))


@given(TEXTS, TEXTS)
def test_both_texts_can_be_built_again(old, new):
    """From the comparison alone, to the letter: the old text and the new."""
    found = compare(old, new)
    assert found.old == old
    assert found.new == new


@given(TEXTS, TEXTS)
def test_the_words_of_a_changed_sentence_are_its_words(old, new):
    """What is not new is the old sentence, what is not gone is the new one."""
    for piece in compare(old, new).pieces:
        if piece.kind is Kind.AENDRET:
            assert "".join(w.text for w in piece.words if w.kind is not Kind.NY) == piece.old
            assert "".join(w.text for w in piece.words if w.kind is not Kind.VAEK) == piece.new


@given(TEXTS)
def test_a_text_is_like_itself(text):
    """Nothing came and nothing went."""
    assert compare(text, text).changes == ()


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Kl. 8.15 kom hun. Hun sov.", ("Kl. 8.15 kom hun. ", "Hun sov.")),
        ("Den 3. november kom hun. Ja.", ("Den 3. november kom hun. ", "Ja.")),
        ("Hun fik bl.a. grød. Tre gange.", ("Hun fik bl.a. grød. ", "Tre gange.")),
        ("»Nej!« sagde hun. Så gik hun.", ("»Nej!« sagde hun. ", "Så gik hun.")),
        ("Hun sov [1]. Hun spiste. [2] Ja.", ("Hun sov [1]. ", "Hun spiste. [2] ", "Ja.")),
        ("Hun kom kl. 10. Så sov hun.", ("Hun kom kl. 10. ", "Så sov hun.")),
        ("Linje\nNæste linje", ("Linje\n", "Næste linje")),
    ],
)
def test_a_sentence_ends_where_a_reader_says(text, cut):
    """Not after a short form, a day of the month or somebody's exclamation."""
    assert sentences(text) == cut


def test_one_word_is_shown_in_its_sentence():
    """The sentence is changed, not gone and come; the rest stands."""
    found = compare(BEFORE, BEFORE.replace("tre portioner", "fire portioner"))
    assert [one.kind for one in found.pieces] == [Kind.UAENDRET, Kind.AENDRET, Kind.UAENDRET]
    changed = [
        (one.kind, one.text) for one in found.changes[0].words if one.kind is not Kind.UAENDRET
    ]
    assert changed == [(Kind.VAEK, "tre"), (Kind.NY, "fire")]


def test_a_sentence_comes_and_another_goes():
    """Two with nothing in common are not called a change of one another."""
    found = compare(BEFORE, BEFORE.replace("Mor var træt.", "Bedstefar henter om torsdagen."))
    assert [one.kind for one in found.changes] == [Kind.VAEK, Kind.NY]


def test_a_sentence_that_was_moved_says_so():
    """It stands as gone at one place and come at the other, and both know it."""
    found = compare(BEFORE, "Mor var træt. Alma kom sent. Hun spiste tre portioner grød.")
    assert [one.moved for one in found.changes] == [True, True]


def test_new_line_breaks_are_no_change_of_words():
    """They are told apart from what was said anew."""
    found = compare(BEFORE, BEFORE.replace(". Mor", ".\n\nMor"))
    assert found.changes == ()
    assert found.count(Kind.LUFT) == 1


def test_neighbouring_words_are_one_change():
    """Air between two changed words does not tear the change in two."""
    found = words_between("Hun var meget træt i dag.", "Hun var lidt sulten i dag.")
    kinds = [one.kind for one in found]
    assert kinds == [Kind.UAENDRET, Kind.VAEK, Kind.NY, Kind.UAENDRET]


def test_a_change_is_traced_to_the_version_that_made_it():
    """Also when the sentence came, went and came again: the last time counts."""
    texts = ["A kom.", "A kom. B gik.", "A kom.", "A kom. B gik.", "A kom. B gik. C sov."]
    versions = [Written(f"v{n}", text) for n, text in enumerate(texts[1:], 1)]
    came = compare(texts[0], texts[-1]).changes
    assert [trace(one, versions) for one in came] == ["v3", "v4"]
    (went,) = compare("A kom. B gik.", "A kom.").changes
    assert trace(went, [Written("v1", "A kom. B gik. C."), Written("v2", "A kom.")]) == "v2"


def test_the_sentence_around_the_caret():
    """Without the space behind it; at the very end it is the last one."""
    text = "Alma kom. Hun sov."
    assert [text[slice(*sentence_at(text, n))] for n in (0, 8, 12, 18)] == [
        "Alma kom.",
        "Alma kom.",
        "Hun sov.",
        "Hun sov.",
    ]
    assert sentence_at("", 0) == (0, 0)


def test_a_long_letter_is_compared_while_one_waits():
    """Two hundred sentences, every third changed: well under half a second."""
    old = " ".join(f"Den dag nummer {n} spiste Alma grød og legede." for n in range(200))
    new = " ".join(
        f"Den dag nummer {n} {'drak' if n % 3 else 'spiste'} Alma grød og legede."
        for n in range(200)
    )
    begun = time.perf_counter()
    found = compare(old, new)
    assert time.perf_counter() - begun < 0.5
    assert found.new == new
    wholly = compare(old, " ".join(f"Helt andre ord står her {n} nu." for n in range(200)))
    assert wholly.count(Kind.VAEK) == 200
