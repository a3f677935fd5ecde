"""What every fault is asked: was it said in plain words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.faults.plain_words import plain


@pytest.fixture
def said_plainly(
    record_property: Callable[[str, object], None],
) -> Callable[[BaseException | str], str]:
    """Holds a refusal to plain Danish, and puts the sentence in the run's report."""

    def say(refusal: BaseException | str) -> str:
        words = plain(refusal)
        record_property("sentence", words)
        return words

    return say
