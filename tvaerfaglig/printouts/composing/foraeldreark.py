"""The sheet for parents: what we talked about, what we agreed, who does what, and when we meet again."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.outline import Lines, Note, Outline, Prose, Section, side
from tvaerfaglig.printouts.papers.parts import Fact
from tvaerfaglig.printouts.papers.plans import ParentSheetPaper

ASK = "Er noget svært at forstå, eller er der noget, der ikke passer, så sig det. Vi retter det gerne."


def compose(paper: ParentSheetPaper) -> Outline:
    """Large text, short headings; room for what the parents wish to add."""
    return Outline(
        title="Det talte vi om",
        imprint=paper.imprint,
        subject=paper.child.subject,
        head=facts(
            Fact("Til", strong=paper.to),
            Fact("Vi mødtes", paper.met),
            Fact("Med ved mødet", paper.with_whom),
            Fact("Tolk", paper.interpreter),
        ),
        sections=(*_told(paper), *_done(paper), *_after(paper)),
    )


def _told(paper: ParentSheetPaper) -> tuple[Section, ...]:
    return (
        *side("Det talte vi om", Prose(paper.talked, lead=True)),
        *side("Det går godt", Prose(paper.well, lead=True)),
        *(one for view in paper.views for one in side(view.label, Prose(view.value))),
    )


def _done(paper: ParentSheetPaper) -> tuple[Section, ...]:
    return (
        *side("Det aftalte vi", Prose("\n".join(paper.agreed), lead=True)),
        *_deeds("Det gør I", paper.you_do),
        *_deeds("Det gør vi", paper.we_do),
        *side("Næste gang", Prose(paper.next_time, lead=True)),
    )


def _deeds(heading: str, done: tuple[Fact, ...]) -> tuple[Section, ...]:
    """A paragraph each: who, and what."""
    return side(heading, *(Prose(one.value, lead=True, strong=one.strong) for one in done))


def _after(paper: ParentSheetPaper) -> tuple[Section, ...]:
    return (
        *side("Spørg", Prose(paper.contact), Note(ASK)),
        *side("Det vil vi gerne tilføje", Lines(3)),
        *side("Givet", Note(paper.given)),
    )
