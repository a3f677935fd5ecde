"""Row 16: text that would be obeyed, falsified or embedded by a PDF maker stands on paper as it was typed.

The fixed list of hostile texts is tried in every field by tests/printouts/test_paper_door.py.
"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.printouts.pdf_reading import actions_in, read_aloud, squeezed
from tests.printouts.sample_papers import theme
from tvaerfaglig.printouts.door import plain
from tvaerfaglig.printouts.printing import render

_MARKUP = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<img src='",
        "<a href='",
        "&",
        "&lt;",
        "<para>",
        "<br/>",
        "{0}",
        "%s",
        ") Tj",
        "\x00",
        "\u202e",
    ]
)
_TEXTS = st.lists(_MARKUP | st.text(max_size=40), max_size=12).map("".join)


def test_any_text_on_paper_is_the_text_in_the_vault(times):
    """15/500 texts of mark-up and anything else: word for word, no link, no picture, no fall."""

    def try_it(text: str) -> None:
        pdf = render(replace(theme(), question=f"Om {text} her"))
        assert actions_in(pdf) == []
        shown = squeezed(read_aloud(pdf))
        for line in plain(text).splitlines():
            assert squeezed(line) in shown

    many = settings(
        max_examples=times(15, 500), deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    many(given(_TEXTS)(try_it))()
