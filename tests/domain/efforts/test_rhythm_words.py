"""How often an indsats meets, as one would say it: also where it is only once."""

from __future__ import annotations

import pytest

from tvaerfaglig.domain.efforts.rhythm import Every, Rhythm


@pytest.mark.parametrize(
    ("rhythm", "words", "status"),
    [
        (Rhythm(every=Every.UGER, least=12, most=16, status_weeks=8), "Hver uge, 12–16 gange", "hver 8. uge"),
        (Rhythm(every=Every.UGER, number=2, least=1, most=1, status_weeks=1), "Hver 2. uge, 1 gang", "hver uge"),
        (Rhythm(every=Every.AAR, number=1), "1 gang om året", ""),
        (Rhythm(every=Every.AAR, number=9, least=8, most=10), "8–10 gange om året", ""),
        (Rhythm(), "Efter aftale", ""),
    ],
)  # fmt: skip
def test_once_is_once(rhythm: Rhythm, words: str, status: str) -> None:
    """A lone time is »gang«, and every week is not »hver 1. uge«."""
    assert (rhythm.words(), rhythm.status_words()) == (words, status)
