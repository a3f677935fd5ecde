"""Questions about one text while it is written, outside a letter. Pure work: it may run on any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.rules import Part

if TYPE_CHECKING:  # the rules are read when somebody first pauses
    from tvaerfaglig.domain.quality.engine import Asked


def light_questions(
    text: str, part: Part, known: Known, laid_away: frozenset[str], section: str
) -> Asked:
    """What stands open, and what was laid away. The word lists are read the first time."""
    from tvaerfaglig.domain.quality.light import ask_text
    from tvaerfaglig.services.writing.text_check import language

    return ask_text(text, part, known, language(), laid_away, section=section)
