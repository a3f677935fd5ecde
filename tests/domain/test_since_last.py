"""What has happened since the last letter is said in one breath, with counts and dates that are right."""

from __future__ import annotations

from datetime import date

import pytest

from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.domain.since_last import Sent, counted, day_of, sent_words

MARCH, JUNE, AUTUMN = date(2026, 3, 3), date(2026, 6, 12), date(2027, 10, 1)


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        ((), ""),
        ((Sent(MARCH),), "1 tidligere underretning, 3. marts 2026; ingen kvittering, intet svar endnu"),
        (
            (Sent(MARCH, date(2026, 3, 9), date(2026, 4, 2)),),
            "1 tidligere underretning, 3. marts 2026; kvittering 9. marts, svar 2. april",
        ),
        (
            (Sent(JUNE, JUNE), Sent(MARCH, MARCH, MARCH)),
            "2 tidligere underretninger, 3. marts og 12. juni 2026; kvittering på begge, svar på den første",
        ),
        (
            (Sent(MARCH), Sent(JUNE, None, JUNE), Sent(AUTUMN, None, AUTUMN)),
            ("3 tidligere underretninger, 3. marts 2026, 12. juni 2026 og 1. oktober 2027; ingen kvittering, "
            "svar på den anden og den tredje"),
        ),
    ],
)  # fmt: skip
def test_earlier_letters_are_counted_with_their_answers(letters, said):
    """In the order they were sent, whichever order they come in."""
    assert sent_words(letters) == said


def test_observations_are_counted_by_what_they_show():
    """Worry and strength side by side; none is said as none."""
    signs = [Sign.BEKYMRING, Sign.RESSOURCE, Sign.BEKYMRING]
    assert counted(signs) == "3 nye observationer: 2 bekymringer og 1 ressource"
    assert counted([Sign.NEUTRAL]) == "1 ny observation: 1 neutral"
    assert counted([]) == "ingen nye observationer"


def test_the_year_is_said_where_it_is_another():
    """12. marts this year, 12. marts 2025 next year."""
    assert day_of(MARCH, JUNE) == "3. marts"
    assert day_of(MARCH, AUTUMN) == "3. marts 2026"
