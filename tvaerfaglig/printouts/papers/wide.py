"""What stands on the sheets that lie down: columns side by side, three houses, and what is above and below.

They rest on the note's paper, so that whom it is about, what is hidden and how far it has come is said alike.
"""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.printouts.papers.konsultation import KonsultationPaper
from tvaerfaglig.printouts.papers.meetings import OwnColumn, ScaleRow
from tvaerfaglig.printouts.papers.parts import AgreementRow, Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class WidePaper:
    """One landscape sheet. A `form` is empty: `room` (mm) is left in each column, to write or to draw in.

    `above` and `below` are headings with their text; `voice` sets the lines as somebody's own words.
    """

    note: KonsultationPaper
    title: str
    subtitle: str = ""
    form: bool = False
    room: float = 0
    above: tuple[Fact, ...] = ()
    columns: tuple[OwnColumn, ...] = ()
    voice: bool = False
    houses: bool = False
    scale: tuple[ScaleRow, ...] = ()
    scale_heading: str = ""
    low: str = ""
    high: str = ""
    lift: str = ""
    below: tuple[Fact, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()
