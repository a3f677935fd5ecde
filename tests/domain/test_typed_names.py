"""Names of other children that stand in clear in a text are found, all of them and nothing else."""

from __future__ import annotations

import re
import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.masking import token
from tvaerfaglig.domain.typed_names import NamesToLookFor, typed_names

plain = st.text(
    alphabet=st.characters(exclude_characters="{}", exclude_categories=["Cs"]), max_size=30
)


OTHERS = [("e", "Emil Friis"), ("b", "Bo"), ("s", "Jens Åse Holm"), ("m", "Emilie Toft")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Emil slog hende.", ["Emil"]),
        ("Emils mor kom.", ["Emils"]),
        ("Emil Friis og Emilie", ["Emil Friis", "Emilie"]),
        ("Jens' hue og Jens’ hue", ["Jens'", "Jens’"]),
        ("Emil’s bil, Emil's bil", ["Emil’s", "Emil's"]),
        ("Hun bor i boligen. Boet er tømt.", []),
        ("Bo kom.", ["Bo"]),
        ("emil", []),
        ("Semil og Emilia", []),
        ("", []),
    ],
)
def test_a_name_typed_in_clear_is_found(text, expected):
    """Whole names and first names, as owners too, but not inside other words."""
    assert [one.name for one in typed_names(text, OTHERS)] == expected


def test_a_name_is_found_however_its_letters_are_composed_in_the_list():
    """The list may be decomposed; the text is kept composed."""
    others = [("s", unicodedata.normalize("NFD", "Åse Holm"))]
    assert [one.child for one in typed_names("Åse sov.", others)] == ["s"]


@given(
    parts=st.lists(plain, min_size=1, max_size=6),
    names=st.lists(
        st.sampled_from(["Emil", "Emil Friis", "Bo", "Jens Åse Holm", "Emilie Toft"]), max_size=6
    ),
)
def test_what_is_found_stands_where_it_says(parts, names):
    """Spans in order, without overlap, holding the very words; replaced by tokens, nothing is left to find."""
    text = " ".join(word for pair in zip(parts, names, strict=False) for word in pair)
    found = typed_names(text, OTHERS)
    assert all(text[one.start : one.end] == one.name for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for one in reversed(found):
        text = text[: one.start] + token(one.child) + text[one.end :]
    assert typed_names(text, OTHERS) == []


def test_a_child_without_a_name_yet_hides_nothing():
    """An empty or one-letter name would be found everywhere."""
    assert typed_names("A og B", [("u", ""), ("a", "A")]) == []


_PARTS = ["Emil", "Anne-Marie", "Åse", "Øs", "O'Neil", "Friis", "Jens", "s"]
_BETWEEN = ["", " ", "s", "'s", "’", "-", ".", "S", "_", "\n", "1"]


def _said(full: str) -> list[str]:
    return list(dict.fromkeys((full, full.split()[0])))


@given(
    others=st.lists(
        st.lists(st.sampled_from(_PARTS), min_size=1, max_size=3).map(" ".join), max_size=5
    ),
    text=st.lists(
        st.one_of(
            st.sampled_from(_PARTS),
            st.sampled_from([one.upper() for one in _PARTS]),
            st.sampled_from(_BETWEEN),
        ),
        max_size=12,
    ).map("".join),
)
def test_laid_out_by_first_word_no_name_is_missed(others, text):
    """Where any name stands alone, as owner or in capitals, it was found, or a longer one across it."""
    found = typed_names(text, [(str(nr), full) for nr, full in enumerate(others)])
    covered = {at for one in found for at in range(one.start, one.end)}
    for form in {form for full in others for form in _said(full) if len(form) > 1}:
        for written, owner in ((form, "s"), (form.upper(), "S")):
            alone = rf"(?<!\w){re.escape(written)}(?:['’]?{owner}|['’])?(?!\w)"
            for hit in re.finditer(alone, text):
                assert covered & set(range(*hit.span()))


def test_a_whole_municipality_is_looked_for_at_every_key():
    """Ten thousand names, laid out once, hardly cost more than ten."""
    text = "Emil gik hjem med sin mor, og bagefter tegnede Alma et hus med fire skorstene. " * 20
    few = NamesToLookFor([(str(nr), f"Barn{nr} Prøve{nr}") for nr in range(10)])
    many = NamesToLookFor([(str(nr), f"Barn{nr} Prøve{nr}") for nr in range(10_000)])
    assert _took(many, text) < 20 * _took(few, text) + 0.001


def _took(known: NamesToLookFor, text: str) -> float:
    """Seconds of the quickest of ten."""
    times = []
    for _ in range(10):
        begun = time.perf_counter()
        known.typed_in(text)
        times.append(time.perf_counter() - begun)
    return min(times)
