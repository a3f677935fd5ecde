"""A paper as it is read from one end to the other: each piece with its heading, and whose words it is.

Beside `plain.py`, which says the same for a form to be filled in: here the pieces stay apart, so that a
page can set them as the paper does and point into them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import singledispatch

from tvaerfaglig.domain.danish import capital
from tvaerfaglig.printouts.composing.commonplaces import quoted
from tvaerfaglig.printouts.outline import (
    Annex,
    Facts,
    Items,
    Judged,
    Kind,
    Note,
    Observations,
    Outline,
    Part,
    People,
    Prose,
    Quotes,
    Rows,
    Side,
    SideBySide,
    Signatures,
    Strip,
    Voices,
    under_one_another,
)
from tvaerfaglig.printouts.papers.parts import Fact, ObservationRow


class Look(Enum):
    """How a piece is set, and with it whose words it holds: PROSE and ROW are the house's own."""

    TITLE = "titel"
    HEADING = "overskrift"
    BELOW = "underoverskrift"
    BANNER = "bjaelke"
    FACT = "oplysning"
    PROSE = "prosa"
    ROW = "raekke"
    QUOTE = "citat"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Piece:
    """`heading` is the section it stands under, `number` the observation it tells of."""

    look: Look
    text: str
    label: str = ""
    heading: str = ""
    number: int = 0
    judged: bool = False


def pieces_of(outline: Outline) -> tuple[Piece, ...]:
    """In the order of the paper."""
    return tuple(one for one in _whole(outline) if one.text.strip())


def _whole(outline: Outline) -> Iterator[Piece]:
    yield Piece(Look.TITLE, f"{outline.title} om {outline.subject}".removesuffix(" om "))
    yield Piece(Look.NOTE, outline.subtitle)
    yield Piece(Look.BANNER, outline.banner)
    for line in outline.head:
        if isinstance(line, Fact):
            yield _fact(line)
    for section in outline.sections:
        if isinstance(section, SideBySide):
            for one in under_one_another(section):
                yield from _section(one)
        else:
            yield from _section(section)


def _section(section: Strip | Side | Part | Annex) -> Iterator[Piece]:
    if isinstance(section, Strip):
        for fact in section.facts:
            said = " – ".join(filter(None, (fact.answer, fact.circumstance)))
            yield Piece(Look.FACT, said, fact.label)
        return
    yield Piece(Look.HEADING, section.heading, heading=section.heading)
    content = section.blocks if isinstance(section, Side) else section.content
    judged = not isinstance(section, Side | Annex) and section.kind is Kind.JUDGED
    for one in content:
        if isinstance(one, Side):
            yield Piece(Look.BELOW, one.heading, heading=section.heading)
        for block in one.blocks if isinstance(one, Side) else (one,):
            for piece in _pieces(block):
                yield replace(piece, heading=section.heading, judged=judged)


@singledispatch
def _pieces(_: object) -> Iterator[Piece]:
    """What is only drawn has no words."""
    yield from ()


@_pieces.register
def _(block: Prose) -> Iterator[Piece]:
    yield Piece(Look.PROSE, block.text.strip(), block.strong.strip())


@_pieces.register
def _(block: Note) -> Iterator[Piece]:
    yield Piece(Look.NOTE, block.text.strip())


@_pieces.register
def _(block: Facts) -> Iterator[Piece]:
    yield from map(_fact, block.facts)


@_pieces.register
def _(block: People) -> Iterator[Piece]:
    for person in block.persons:
        yield from map(_fact, person)


@_pieces.register
def _(block: Items) -> Iterator[Piece]:
    for item in block.items:
        yield Piece(Look.FACT, item.value, item.strong)


@_pieces.register
def _(block: Quotes) -> Iterator[Piece]:
    for quote in block.quotes:
        yield Piece(Look.QUOTE, quoted(quote.words))
        yield Piece(Look.NOTE, quote.source.strip())


@_pieces.register
def _(block: Voices) -> Iterator[Piece]:
    for voice in block.voices:
        yield Piece(Look.QUOTE, quoted(voice.words), voice.who)


@_pieces.register
def _(block: Rows) -> Iterator[Piece]:
    for row in block.rows:
        cells = [", ".join(cell.splitlines()) for cell in row[1:] if cell.strip() and cell != "–"]
        yield Piece(Look.ROW, " · ".join(cells), row[0])


@_pieces.register
def _(block: Observations) -> Iterator[Piece]:
    for row in block.rows:
        yield from _observation(row)


@_pieces.register
def _(block: Judged) -> Iterator[Piece]:
    for row in block.rows:
        yield Piece(Look.BELOW, row.heading)
        yield Piece(Look.PROSE, row.text.strip())


@_pieces.register
def _(block: Signatures) -> Iterator[Piece]:
    for one in block.signers:
        yield Piece(Look.FACT, one.name, capital(one.role))


def _fact(fact: Fact) -> Piece:
    said = ", ".join(filter(None, (fact.strong, ", ".join(fact.value.splitlines()))))
    return Piece(Look.FACT, said, fact.label)


def _observation(row: ObservationRow) -> Iterator[Piece]:
    who = f"{row.witness}{f' ({row.how})' if row.how else ''}"
    when = " ".join(filter(None, (row.date, row.time)))
    yield Piece(Look.NOTE, " · ".join(filter(None, (when, row.place, who))), f"{row.number}.")
    yield Piece(
        Look.PROSE, row.what.strip(), "Ressource." if row.resource else "", number=row.number
    )
    if row.asked.strip():
        yield Piece(Look.NOTE, f"Den voksne spurgte: {quoted(row.asked)}", number=row.number)
    if row.words.strip():
        yield Piece(Look.QUOTE, quoted(row.words), number=row.number)
