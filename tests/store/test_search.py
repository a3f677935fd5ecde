"""Search finds words as people type them, and only what the asker may see."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.bare_vault import erase, make, put, seen, version_of
from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.store import word_search

ALL = ("alma", "bertil")
TEXTS = {
    "aarhus": "Turen til Århus var lang.",
    "aal": "De fangede en ål i åen.",
    "blaa": "Den blå cykel væltede.",
    "maerker": "Gule mærker på underarmen.",
    "klasse": "Hun glæder sig til børnehaveklassen.",
    "citat": 'Hun sagde "nej" til grøden.',
}


@pytest.fixture(scope="module")
def vault(tmp_path_factory):
    made = make(tmp_path_factory.mktemp("boks") / "boks")
    for record, text in TEXTS.items():
        put(made, seen(text, "alma"), record)
    put(made, seen("Bertil og en hemmelig hule.", "bertil"), "hule")
    put(made, Child(name="Alma Nowak", dagtilbud="m"), "alma")
    put(
        made,
        Konsultation(day=seen("").day, question="Hvordan hjælper vi et barn, der ikke spiser?"),
        "anonym",
    )
    yield made
    made.close()


def found(vault, text, children=ALL, also=()):
    return {one.id for one in word_search.search(vault, text, word_search.Seen.of(children, also))}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Århus", {"aarhus"}),
        ("aarhus", {"aarhus"}),
        ("ÅRHUS", {"aarhus"}),
        (unicodedata.normalize("NFD", "Århus"), {"aarhus"}),
        ("ål", {"aal"}),
        ("mærker", {"maerker"}),
        ("maerker", {"maerker"}),
        ("børneh", {"klasse"}),
        ("boerneh", {"klasse"}),
        ("gule under", {"maerker"}),
        ("under gule", set()),
        ("blå", {"blaa"}),
        ("bla cykel", set()),
        ("underarmen gul", {"maerker"}),
        ("gul underarmen", set()),
        ("nej", {"citat"}),
        ('"nej"', {"citat"}),
        ("alma", {"alma"}),
        ("", set()),
        ("   ", set()),
        ("...", set()),
    ],
)
def test_words_are_found_as_people_type_them(vault, typed, expected):
    """Å as aa, æ as ae, any case, composed or not; only the last word as a beginning."""
    assert found(vault, typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        '"', '""', "'", "*", "a*", "NEAR(a b)", "gule OR hule", "gule AND", "NOT", "folded:gule", "^gule", "-gule",
        "gule)", "(gule", "{gule}", "gule + mærker", "\x00", "gu\x00le", "%", "_", "; DROP TABLE words", "\\", "🙂",
        "ا", "\u202egule", "a" * 10_000, '" OR "1"="1',
    ],
)  # fmt: skip
def test_no_query_can_break_search(vault, typed):
    """Signs with a meaning to the search engine are just signs; operators are just words."""
    assert "hule" not in found(vault, typed)


@given(typed=st.text(max_size=40))
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_may_be_typed(vault, typed):
    """Whatever is typed, search answers."""
    found(vault, typed)


def test_only_what_the_asker_may_see_is_found(vault):
    """The permission is inside the question: another child's words answer nothing."""
    assert found(vault, "hemmelig") == {"hule"}
    assert found(vault, "hemmelig", ("alma",)) == set()
    assert found(vault, "hemmelig", ()) == set()
    assert found(vault, "Alma", ("bertil",)) == set()


def test_what_is_about_no_child_is_found_only_when_it_may_be_seen(vault):
    """An anonymous konsultation answers to those who were at the table."""
    assert found(vault, "spiser") == set()
    assert found(vault, "spiser", (), ("anonym",)) == {"anonym"}


def test_the_newest_stands_first_and_there_is_an_end(tmp_path):
    """By the day it happened; not more than asked for."""
    vault = make(tmp_path / "boks")
    days = (3, 1, 2)
    for day in days:
        put(vault, seen("grød", day=seen("").day.replace(day=day)), f"dag-{day}")
    hits = word_search.search(vault, "grød", word_search.Seen.of(("alma",)), limit=2)
    assert [one.id for one in hits] == ["dag-3", "dag-2"]
    vault.close()


def test_a_correction_is_found_by_its_new_words_only(tmp_path):
    """Also when it is erased, and the first text stands again."""
    vault = make(tmp_path / "boks")
    put(vault, seen("Han græd."), "r")
    put(vault, seen("Han lo."), "r")
    assert (found(vault, "græd"), found(vault, "lo")) == (set(), {"r"})
    erase(vault, version_of(vault, "r"))
    assert (found(vault, "græd"), found(vault, "lo")) == ({"r"}, set())
    vault.close()
