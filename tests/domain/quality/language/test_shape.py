"""LIX of a section: one number, the same wherever it is told, and what counts for nothing in it."""

from __future__ import annotations

import pytest

from tvaerfaglig.services.writing.text_check import reading_figure


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Hun sov godt i dag. ", 5),
        ("Hun sov godt i dag [2, 4]. ", 5),
        ("Hun sov godt kl. 8.15 i dag. ", 6),
        ("Hun sov »børnehavepladsen« godt i dag. ", 5),
        ("Hun legede ordentligt i børnehaven. ", 5 + 40),
    ],
)
def test_words_a_sentence_and_long_words(sentence, figure):
    """Words per sentence plus the share of words of more than six letters; quotations, numbers and citations are none."""
    assert reading_figure(sentence * 30) == figure


def test_a_short_text_has_none():
    """Under a hundred words or four sentences it would be chance."""
    assert reading_figure("Hun sov godt i dag. " * 3) is None
    assert reading_figure("") is None
