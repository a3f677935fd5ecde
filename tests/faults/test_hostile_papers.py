"""Row 16 for every paper there is: hostile text in every field at once, a name of 300 characters, and nothing at all."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from tests.printouts.every_field import filled
from tests.printouts.hostile import TEXTS
from tests.printouts.pdf_reading import actions_in, text_of
from tvaerfaglig.printouts.papers.leader import ItPaper
from tvaerfaglig.printouts.papers.parents import IndsigtPaper
from tvaerfaglig.printouts.papers.recovery import RecoveryPaper
from tvaerfaglig.printouts.papers.wide import WidePaper
from tvaerfaglig.printouts.printing import Paper, plain_sections, render

ALL_AT_ONCE = (
    '=HYPERLINK("x") <b>ikke</b> lukket <img src="/etc/hostname"/> & \u202evendt\u202c \u200bnul \ud83d '
    "😀 {0} ) Tj ET <a href='javascript:1'>tryk</a> {barn:x} \x00 Åse"
)
TEXT = {
    "all at once": ALL_AT_ONCE,
    "a long name": ("Maximiliane-" * 25)[:300],
    "nothing": "",
}
MORE = {
    name: text[:300] for name, text in TEXTS.items()
}  # a column's head is one line: not for WidePaper
OWN = {ItPaper, RecoveryPaper}  # of the program's own words: what a person types is not in them
PAPERS = sorted(set(get_args(Paper)) - OWN, key=lambda one: one.__name__)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda one: one.__name__)
def test_no_text_breaks_a_paper_or_is_obeyed_by_it(paper: Any, times) -> None:
    """3/42 texts: the paper is made, nothing in it acts, no picture came along, and it can be copied."""
    for text in (TEXT | MORE if times(0, paper is not WidePaper) else TEXT).values():
        made = filled(paper, text, rows=1)
        pdf = render(made)
        assert set(actions_in(pdf)) <= ({"picture"} if paper is IndsigtPaper else set())
        plain_sections(made)
        assert "ikke" not in text or "<b>" in text_of(pdf)
