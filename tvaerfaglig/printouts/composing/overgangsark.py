"""From one house to the next: first the sheet on which parents tick what may go along, then only that."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.composing.effort_parts import items
from tvaerfaglig.printouts.outline import (
    Annex,
    Block,
    Lines,
    Note,
    Outline,
    Part,
    Prose,
    Rows,
    Section,
    Signatures,
    Voices,
    side,
)
from tvaerfaglig.printouts.papers.efforts import HandoverPaper, HandoverPart
from tvaerfaglig.printouts.papers.parts import Fact

TICK = (
    "Sæt kryds ved det, vi må give videre. Det, I ikke krydser af, bliver her. I kan også sige nej til "
    "det hele, og I kan ombestemme jer, indtil arket er sendt. Bagefter kan I sige det til dem, der har fået det."
)
YES, NO = "☐ Ja", "☐ Nej"


def compose(paper: HandoverPaper) -> Outline:
    return Outline(
        title="Må det følge med?" if paper.asking else "Overgangsark",
        imprint=paper.imprint,
        subject=paper.child.subject,
        subtitle=f"til {paper.to}" if paper.to else "",
        head=facts(Fact("Grundlag", paper.basis), Fact("Formål", paper.imprint.purpose)),
        sections=tuple(_asking(paper) if paper.asking else _given(paper)),
    )


def _asking(paper: HandoverPaper) -> Iterator[Section]:
    yield from side("Kære forældre", Prose(TICK, lead=True))
    rows = tuple((one.heading, YES, NO) for one in paper.parts)
    if rows:
        table = Rows(("Det kan følge med", "", ""), rows, (117, 24, 24), bold=0, pen=True)
        yield Part("Kryds af", (table,), room=60)
    yield from side("Det vil vi selv fortælle", Lines(4))
    yield from side("Spørg", Prose(paper.contact))
    yield Part("Underskrift", (Signatures(paper.signers),), together=True)
    if paper.parts:
        told = tuple(made for one in paper.parts for made in side(one.heading, *_words(one)))
        yield Annex("Det står der, ord for ord", told)


def _given(paper: HandoverPaper) -> Iterator[Section]:
    for one in paper.parts:
        yield from side(one.heading, *_words(one))
    yield from side("Det følger ikke med", Note(paper.left_out))
    yield from side("Ring gerne", Prose(paper.contact))
    if paper.signers:
        yield Part("Underskrift", (Signatures(paper.signers),), together=True)


def _words(one: HandoverPart) -> tuple[Block, ...]:
    return (items(one.lines), Voices(one.voices))
