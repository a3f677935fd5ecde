"""Indsigt: a front page that says what is here, what is not and why; then record by record, files last."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.outline import (
    Annex,
    Note,
    Outline,
    Part,
    Picture,
    Prose,
    Redacted,
    Rows,
    Section,
    Strip,
    side,
)
from tvaerfaglig.printouts.papers.parents import HandedOut, IndsigtPaper, Pages
from tvaerfaglig.printouts.papers.parts import Fact


def compose(paper: IndsigtPaper) -> Outline:
    """The paper taken apart."""
    strip: tuple[Section, ...] = (Strip(paper.strip),) if paper.strip else ()
    return Outline(
        title=paper.title,
        imprint=paper.imprint,
        subject=paper.child.subject,
        subtitle=paper.basis,
        head=facts(
            Fact("Til", paper.to),
            Fact("Dato", paper.date),
            Fact("Periode", paper.period),
            Fact("Efter", paper.law),
        ),
        secrecy="Fortroligt",
        sections=(
            *side("Kort fortalt", Prose(paper.intro, lead=True)),
            *strip,
            *side("Streger", Prose(paper.about_bars), _bars(paper)),
            *side("Andre børn", Prose(paper.masked)),
            *side("Taget ud", _left_out(paper)),
            *side("Det er ikke med", Prose(paper.not_here)),
            *side("I har ret til", Prose(paper.rights)),
            *side("Er I uenige", Prose(paper.complain)),
            *map(_entry, paper.entries),
            *(_file(one, at) for at, one in enumerate(paper.files, 1)),
        ),
    )


def _bars(paper: IndsigtPaper) -> Rows | None:
    rows = tuple((str(one.number), one.reason, one.law, str(one.times)) for one in paper.bars)
    head = ("Tal", "Hvorfor", "Regel", "Antal")
    return Rows(head, rows, (10, 50, 49, 14), narrow=True, bold=0, right=3) if rows else None


def _left_out(paper: IndsigtPaper) -> Rows | None:
    rows = paper.left_out
    return Rows(("Hvad", "Hvorfor"), rows, (61, 62), narrow=True) if rows else None


def _entry(entry: HandedOut) -> Part:
    sides = tuple(
        one for label, text in entry.pieces for one in side(label, Redacted(text), close=True)
    )
    line = (Note(entry.line, wide=True),) if entry.line else ()
    return Part(entry.heading, (*line, *sides))


def _file(file: Pages, at: int) -> Annex:
    """The title may hold bars, so that what is told of each picture is only its place."""
    pictures = tuple(
        Picture(jpeg, wide, high, f"Bilag {at}, side {number} af {len(file.pictures)}")
        for number, (jpeg, wide, high) in enumerate(file.pictures, 1)
    )
    return Annex(f"Bilag {at}", (Redacted(file.title), *pictures))
