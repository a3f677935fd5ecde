"""How a figure is counted, in words: folded away until it is asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from tvaerfaglig.domain.figures.definitions import Definition, Definitions
from tvaerfaglig.ui.widgets import one, row, small, text, well

_LABEL_EM = 8
_MEASURED = {"måneder", "dage", "trin"}


def defined(figure: Definition, words: Definitions) -> QFrame:
    """What it is, which event counts, which day lays it in a period, and what it is not."""
    measured = figure.unit in _MEASURED
    lines = (
        ("Hvad", figure.what),
        ("Det tæller", figure.counts),
        ("Periode", figure.placed),
        ("Endnu ikke", figure.not_yet),
        ("Pas på", figure.beware),
        ("Midten", words.middle if measured else ""),
        ("Halvdelen nået", words.half if figure.unit in {"måneder", "dage"} else ""),
        ("Bygger på", figure.source),
    )
    made = well(
        *(
            row((one(label, "smallstrong"), 2), (text(said, "plainsmall"), 9), gap="near")
            for label, said in lines
            if said
        ),
        small(words.no_ranking),
        margins=(14, 10, 14, 10),
    )
    made.setAccessibleName(f"Sådan er det talt: {figure.name}")
    return made
