"""The colours in which a screen wants its chart drawn; known without the drawing library."""

from __future__ import annotations

from dataclasses import dataclass

SAMPLE = "Bekymring, forældresamtale og 12. november"


@dataclass(frozen=True, slots=True)
class Colours:
    """Each as »#20242A«, the family that the screen's words are set in, and how long it makes `SAMPLE`.

    The length is in parts of the letters' size: the drawing leaves as much room as the words will take.
    """

    ink: str
    text: str
    soft: str
    line: str
    grey: str
    bar: str
    ground: str
    family: str
    sample: float
