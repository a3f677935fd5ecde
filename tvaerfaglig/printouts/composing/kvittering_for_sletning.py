"""The receipt of an erasure: when, by whom, on which ground, how much, and that it was looked for and not found."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.outline import Facts, Items, Lines, Note, Outline, Prose, Rows, side
from tvaerfaglig.printouts.papers.leader import ReceiptPaper
from tvaerfaglig.printouts.papers.parts import Fact

WHOSE = "Programmet ved ikke længere, hvem det var. Skriv selv navnet her, hvis kvitteringen skal til forældrene."
NO_TEXT = "Kvitteringen gengiver intet af det, der stod."


def compose(paper: ReceiptPaper) -> Outline:
    """The receipt taken apart."""
    table = Rows(("Hvad", "Hvor mange"), paper.rows, (93, 30), narrow=True, right=1)
    return Outline(
        title="Kvittering for sletning",
        imprint=paper.imprint,
        subtitle="alt om et barn" if paper.whole else "en enkelt ting",
        head=facts(
            Fact("Slettet", paper.date), Fact("Af", strong=paper.by), Fact("Grund", paper.ground)
        ),
        sections=(
            *side("Barnet", Lines(1), Note(WHOSE)),
            *side("Det er slettet", table, Note(NO_TEXT)),
            *side("Det står tilbage", Items(tuple(Fact("", line) for line in paper.stays))),
            *side("Gennemsøgt", Facts(paper.proof, label=46)),
            *side("Ældre kopier", Prose(paper.copies)),
            *side(
                "Numre",
                Facts((Fact("Sagen", paper.case), Fact("Beslutningen", paper.decision)), label=28),
            ),
        ),
    )
