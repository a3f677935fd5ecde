"""The figures of both halves, held so that no change to the lists loses them unseen."""

from __future__ import annotations

import pytest

from tests.quality.__main__ import is_good
from tests.quality.corpus import GRADES, Outcome, half, judge


@pytest.mark.parametrize(("name", "found", "false"), [("bygget", 0.96, 0.2), ("uset", 0.84, 0.8)])
def test_the_questions_find_what_they_did(name: str, found: float, false: float):
    """So much of what a colleague would ask, so few false questions per 100 words of good text."""
    outcomes = [judge(text) for text in half(name)]
    hits = sum(len(one.hits) for one in outcomes)
    asked = hits + sum(len(one.misses) for one in outcomes)
    good = [one for one in outcomes if is_good(one)]
    words = sum(one.text.words for one in good)
    assert hits / asked >= found
    assert 100 * sum(len(one.false) for one in good) / words <= false


def test_a_poor_letter_is_asked_more_than_a_middling_and_that_more_than_an_excellent():
    """In questions per 100 words, over both halves."""
    outcomes = [judge(text) for name in ("bygget", "uset") for text in half(name)]
    poor, middling, _, excellent = (_asked(outcomes, grade) for grade in GRADES)
    assert poor > 2 * middling
    assert middling > 2 * excellent


def _asked(outcomes: list[Outcome], grade: str) -> float:
    letters = [one.text for one in outcomes if one.text.grade == grade]
    return 100 * sum(len(one.findings()) for one in letters) / sum(one.words for one in letters)
