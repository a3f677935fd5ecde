"""The reading figure of a section, for whoever presses F1: with all it does not know, and nowhere else."""

from __future__ import annotations

from tvaerfaglig.ui.underretninger.letter_view import LetterView
from tvaerfaglig.ui.underretninger.wording import named

_SCALE = ((25, "let"), (35, "let for de fleste"), (45, "middel, som en avis"), (55, "svært"))
_HEAVIEST = "tungt, som lovtekst"
_CAVEAT = (
    "Lix tæller kun lange ord og lange sætninger. Det ved intet om, hvor godt der er skrevet, og fagord og "
    "navne gør tallet højere, end teksten er svær."
)


def figure_words(letter: LetterView) -> str:
    """About the section's text as it stands; empty where the section has none."""
    from tvaerfaglig.services.writing.text_check import (
        reading_figure,  # the rules are read on demand
    )

    editor = letter.middle.editor
    if editor is None or editor.prose is None or not editor.prose.said().strip():
        return ""
    name = named(editor.work.section.screen, editor.work.page.child.record)
    figure = reading_figure(editor.prose.said())
    if figure is None:
        return f"Lixtal: »{name}« er for kort til at have et. Det kræver hundrede ord og fire sætninger."
    level = next((words for least, words in _SCALE if figure < least), _HEAVIEST)
    return f"Lixtal for »{name}«: {figure} ({level}). {_CAVEAT}"
