"""The report of a project: was it done as planned, who came, and what did it come to."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.composing.figure_parts import how_to_read, numbered
from tvaerfaglig.printouts.outline import Outline, Strip
from tvaerfaglig.printouts.papers.figures import ProjectPaper
from tvaerfaglig.printouts.papers.parts import Fact

TITLE = "Projektrapport"


def compose(paper: ProjectPaper) -> Outline:
    return Outline(
        title=TITLE,
        imprint=paper.imprint,
        subtitle=f"{paper.project} · {paper.period}",
        head=facts(*paper.about, Fact("Formål", paper.imprint.purpose)),
        secrecy="Til intern brug",
        sections=(
            *((Strip(paper.strip[:4]),) if paper.strip else ()),
            *numbered(paper.parts),
            *how_to_read(paper.untold, paper.how),
        ),
    )
