"""The yearly statement of a house: did help come earlier, and was what was agreed kept."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.composing.figure_parts import how_to_read, numbered
from tvaerfaglig.printouts.outline import Outline, Strip
from tvaerfaglig.printouts.papers.figures import YearPaper
from tvaerfaglig.printouts.papers.parts import Fact

TITLE = "Årsopgørelse"


def compose(paper: YearPaper) -> Outline:
    return Outline(
        title=f"{TITLE} {paper.year}",
        imprint=paper.imprint,
        subtitle=paper.period,
        head=facts(Fact("Formål", paper.imprint.purpose)),
        secrecy="Til intern brug",
        sections=(
            *((Strip(paper.strip[:4]),) if paper.strip else ()),
            *numbered(paper.parts),
            *how_to_read(paper.untold, paper.how),
        ),
    )
