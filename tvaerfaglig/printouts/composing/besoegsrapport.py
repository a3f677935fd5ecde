"""The report of a visit, for the house: what it was about, what was seen and advised, and what comes of it."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.outline import (
    Attendance,
    Block,
    Kind,
    Note,
    Outline,
    Part,
    Prose,
    Rows,
    Section,
    Side,
    Strip,
    side,
)
from tvaerfaglig.printouts.papers.parts import GUARDED, Fact
from tvaerfaglig.printouts.papers.visits import GivenPart, VisitReportPaper


def compose(paper: VisitReportPaper) -> Outline:
    return Outline(
        title="Besøgsrapport",
        imprint=paper.imprint,
        subject=paper.child.subject if paper.child else "",
        subtitle=paper.when,
        secrecy="Strengt fortroligt" if paper.guarded else "Fortroligt",
        banner=GUARDED if paper.guarded else "",
        head=facts(Fact("Indsats", paper.effort), Fact("Besøg af", strong=paper.who))
        + ((Attendance("Til stede", paper.present),) if paper.present else ())
        + facts(Fact("Formål", paper.imprint.purpose)),
        sections=(
            *((Strip(paper.strip[:4]),) if paper.strip else ()),
            *side("Tema", Prose(paper.theme)),
            *side("Det talte vi om", Prose(paper.told)),
            *(_given(one) for one in paper.given),
            *side("Med navn og samtykke", Note(paper.elsewhere)),
            *side("Næste besøg", Prose(paper.next_visit)),
        ),
    )


_LONGEST = 80
"""So much of an age that was typed fits a heading; a whole page of it would fit nowhere."""


def _heading(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _given(one: GivenPart) -> Section:
    """Seen and advised apart: the table is what was seen, the advice is what she thinks."""
    content: list[Block | Side] = [*side("Spørgsmålet", Prose(one.question))]
    if one.areas:
        rows = tuple((row.area, row.step, row.seen) for row in one.areas)
        content.append(Rows(("Område", "Trin", "Set"), rows, (45, 30, 90), bold=0))
    content += side("Råd", Prose(one.advice))
    content += side("Beslutning", Prose(one.outcome))
    return Part(_heading(one.heading), tuple(content), Kind.SEEN if one.areas else Kind.PLAIN)
