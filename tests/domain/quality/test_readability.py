"""LIX: known numbers, and what counts for nothing."""

from __future__ import annotations

import pytest

from tvaerfaglig.domain.quality.readability import lix


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("Hun sov.", 2, 2),
        ("Hun sov. Hun spiste tre boller.", 3, 6),
        ("Barnehaven åbner morgenmadsbordet.", 103 - 33, 3),
        ("Den 12. marts kl. 8.15 sov hun.", 5, 5),
        ("Hun sov [2, 4].\nHun spiste.", 2, 4),
    ],
)
def test_words_a_sentence_and_long_words(text, value, words):
    """Words per sentence plus the share of words of more than six letters."""
    found = lix(text)
    assert found is not None
    assert (found.value, found.words) == (value, words)


def test_nothing_has_no_number():
    """And few words say little."""
    assert lix(" [3] – 12.") is None
    assert lix("Hun sov.").says_little
    assert not lix("Hun sov. " * 60).says_little
