"""The sheet for the municipality's IT and DPO: what lies where, how it is locked, and what is not protected."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.outline import (
    Block,
    Facts,
    Items,
    Note,
    Outline,
    Part,
    Prose,
    Rows,
    Section,
    Side,
    side,
)
from tvaerfaglig.printouts.papers.leader import ItPaper, SheetPart
from tvaerfaglig.printouts.papers.parts import Fact

_LABEL = 46


def compose(paper: ItPaper) -> Outline:
    """A table goes across the sheet; everything else stands beside its heading."""
    sections: list[Section] = [*side("Kort fortalt", Prose(paper.intro, lead=True))]
    for part in paper.parts:
        sections += _section(part)
    return Outline(
        title="Til kommunens IT og DPO",
        imprint=paper.imprint,
        subtitle=f"Tværfaglig {paper.version}",
        head=facts(
            Fact("Dato", paper.date),
            Fact("Boks", paper.vault),
            Fact("Hoved", paper.head),
        ),
        secrecy="Til intern brug",
        sections=tuple(sections),
    )


def _section(part: SheetPart) -> tuple[Section, ...]:
    if part.table is None:
        return _side(part)
    table = Rows(part.table.head, part.table.rows, part.table.widths, names=0)
    before: tuple[Block | Side, ...] = (Prose(part.text),) if part.text else ()
    after: tuple[Block | Side, ...] = (Note(part.note, wide=True),) if part.note else ()
    return (Part(part.heading, (*before, table, *after), room=50),)


def _side(part: SheetPart) -> tuple[Section, ...]:
    return side(
        part.heading,
        Prose(part.text),
        Facts(part.facts, label=_LABEL),
        Items(tuple(Fact("", point) for point in part.points)),
        Note(part.note),
    )
