"""What a municipality hears when it has edited a file and something is amiss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.resource import ResourceError, once_each, read_toml


def complaint(text: str, ask) -> str:
    with pytest.raises(ResourceError) as caught:
        ask(read_toml(text, "law.toml"))
    return str(caught.value)


def test_a_missing_quotation_mark_is_placed():
    """Line and character, and what it may be."""
    assert complaint('id = "a"\nnavn = Alma\n', lambda _: None) == (
        "law.toml kan ikke læses. Se på linje 2, tegn 8. "
        "Mangler der et citationstegn eller et lighedstegn?"
    )


def test_a_missing_key_is_named_with_its_near_miss():
    """A misspelt key is recognised from where it is missing."""
    text = complaint(
        '[[lov]]\nid = "cpr"\noverskrft = "x"', lambda t: t.tables("lov")[0].text("overskrift")
    )
    assert text == (
        "law.toml, lov »cpr«: »overskrift« mangler. Er det »overskrft«, der er skrevet anderledes?"
    )


def test_a_key_that_nothing_reads_is_not_passed_over():
    """Otherwise a misspelt optional key would silently do nothing."""

    def read(table):
        table.flag("overgreb")
        table.done()

    assert complaint("overgrebb = true", read) == (
        "law.toml: »overgrebb« kender programmet ikke. Mente du »overgreb«?"
    )


@pytest.mark.parametrize(
    ("text", "ask", "words"),
    [
        ("a = 3", lambda t: t.text("a"), "skal være tekst i citationstegn"),
        ('a = " "', lambda t: t.text("a"), "er tom"),
        ('a = "ja"', lambda t: t.flag("a"), "skal være true (ja) eller false (nej)"),
        ("a = true", lambda t: t.number("a"), "skal være et helt tal"),
        ('a = "2026-11-12"', lambda t: t.day("a"), "skal være en dato skrevet som 2026-11-12"),
        ("a = 2026-11-12T08:00:00", lambda t: t.day("a"), "skal være en dato"),
        ("a = [1]", lambda t: t.texts("a"), "skal være en liste af tekster"),
        ('a = "blå"', lambda t: t.one_of("a", ("rød", "grøn")), "er »blå«. Vælg mellem rød, grøn"),
        ("a = 1", lambda t: t.table("a"), "skal være et afsnit, der begynder med [a]"),
        ("a = 1", lambda t: t.tables("a"), "skal være afsnit, der hver begynder med [[a]]"),
    ],
)
def test_each_kind_of_value_is_explained(text: str, ask, words: str):
    """The sentence says how to write it."""
    assert words in complaint(text, ask)


def test_prose_is_folded_and_paragraphs_stay():
    """A file may break its lines where it likes."""
    top = read_toml('a = """\nEn linje\nog en til.\n\nNyt afsnit."""', "x.toml")
    assert top.prose("a") == "En linje og en til.\n\nNyt afsnit."


def test_the_same_id_twice_is_named():
    """Two entries would hide one another."""
    with pytest.raises(ResourceError, match="»mad« står der to gange"):
        once_each(["mad", "søvn", "mad"], "categories.toml")


@given(st.text(max_size=60))
def test_any_file_is_read_or_asked_about(text: str):
    """No text makes another error than ours."""
    try:
        read_toml(text, "x.toml")
    except ResourceError as error:
        assert str(error).startswith("x.toml kan ikke læses.")
