"""A paper taken apart into headings and blocks, in the order in which it is read.

One outline feeds both the press and the copy for a municipality's own web form, so the two can never
tell different stories. It knows neither type nor measure; widths are shares of the line in millimetres.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.printouts.figure_charts.kinds import Chart
from tvaerfaglig.printouts.papers.course import Course
from tvaerfaglig.printouts.papers.meetings import OwnColumn, SaidLine, ScaleRow
from tvaerfaglig.printouts.papers.parts import (
    Fact,
    Imprint,
    ObservationRow,
    Present,
    Quotation,
    Signer,
    StripFact,
    Voice,
)


class Kind(Enum):
    """What a part holds, said at its right edge; nothing else is ever marked."""

    PLAIN = ""
    SEEN = "Set og hørt"
    JUDGED = "Vurderet"


@dataclass(frozen=True, slots=True)
class Strip:
    facts: tuple[StripFact, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """What a person wrote. `lead` sets it large; `strong` are bold words before the first line."""

    text: str
    lead: bool = False
    strong: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A small line; `wide` begins at the left margin instead of in the text column."""

    text: str
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    facts: tuple[Fact, ...]
    columns: int = 1
    label: float = 28


@dataclass(frozen=True, slots=True)
class People:
    """Persons side by side, each a list of facts that begins with the name."""

    persons: tuple[tuple[Fact, ...], ...]


@dataclass(frozen=True, slots=True)
class Quotes:
    quotes: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """Who said it, and the words in guillemets; `lead` sets them large."""

    voices: tuple[Voice, ...]
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list; what stands before the value is bold."""

    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table. `narrow` stands in the text column; `bold`, `right` and `names` are column numbers.

    From the column `figures` on all are numbers, set to the right.
    `signs`, cell for cell, are the shapes drawn before the words of a position; the words say the same.
    `pen` rows are high enough to write in by hand.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    narrow: bool = False
    bold: int | None = None
    right: int | None = None
    names: int | None = None
    figures: int | None = None
    signs: tuple[tuple[Position | None, ...], ...] = ()
    head_signs: tuple[Position | None, ...] = ()
    pen: bool = False


@dataclass(frozen=True, slots=True)
class Observations:
    rows: tuple[ObservationRow, ...]
    child: str


@dataclass(frozen=True, slots=True)
class JudgedRow:
    heading: str
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    rows: tuple[JudgedRow, ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """So many `across` the sheet."""

    signers: tuple[Signer, ...]
    across: int = 2


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines to write on by hand."""

    count: int


@dataclass(frozen=True, slots=True)
class CourseChart:
    course: Course


@dataclass(frozen=True, slots=True)
class FigureChart:
    """A chart of *Tal*, drawn as on the screen."""

    chart: Chart


@dataclass(frozen=True, slots=True)
class Redacted:
    """What a person wrote, with signs in it that stand for bars (see `domain.indsigt`)."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of a file as JPEG, its size in pixels, and what it is for those who cannot see it."""

    jpeg: bytes
    wide: int
    high: int
    alt: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Columns across a landscape sheet. `voice` sets the lines as somebody's words, `houses` within three houses.

    `room` (mm) is left to write or draw in, where that is more than the lines take.
    """

    columns: tuple[OwnColumn, ...]
    voice: bool = False
    houses: bool = False
    room: float = 0


@dataclass(frozen=True, slots=True)
class ScaleLines:
    """Each person's number on a line of steps; the time before is an open ring."""

    rows: tuple[ScaleRow, ...]
    low: str = ""
    high: str = ""
    lift: str = ""
    last: int = 10


@dataclass(frozen=True, slots=True)
class CodeGrid:
    """A code to be typed off the paper, in groups."""

    groups: tuple[str, ...]


Block = (
    Strip
    | Prose
    | Note
    | Facts
    | People
    | Quotes
    | Voices
    | Items
    | Rows
    | Observations
    | Judged
    | Signatures
    | Lines
    | CourseChart
    | FigureChart
    | CodeGrid
    | ScaleLines
    | Redacted
    | Picture
)


@dataclass(frozen=True, slots=True)
class Side:
    """A heading in the side column and its content beside it. `close` ties it to what stands above."""

    heading: str
    blocks: tuple[Block, ...]
    close: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part across the sheet. `room` (mm) must be left on the page, else it begins the next one."""

    heading: str
    content: tuple[Block | Side, ...]
    kind: Kind = Kind.PLAIN
    room: float = 0
    together: bool = False


@dataclass(frozen=True, slots=True)
class Annex:
    """Begins a page of its own."""

    heading: str
    content: tuple[Block | Side, ...]


@dataclass(frozen=True, slots=True)
class Attendance:
    """A line of the head: those present, names bold."""

    label: str
    people: tuple[Present, ...]


Section = Strip | Side | Part | Annex | SideBySide


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One paper. `cited` are the numbers that a "[3]" in the prose may point to; a `wide` one lies down.

    A `folded` one is a sheet that becomes a little book: its first section is the cover, its last the back.
    """

    title: str
    imprint: Imprint
    subject: str = ""
    subtitle: str = ""
    head: tuple[Fact | Attendance, ...] = ()
    secrecy: str = "Fortroligt"
    banner: str = ""
    cited: frozenset[int] = frozenset()
    sections: tuple[Section, ...] = ()
    wide: bool = False
    folded: bool = False


_CITATION = re.compile(r"\[(\d{1,4}(?:\s*,\s*\d{1,4})*)\]")


def citations(text: str, known: frozenset[int]) -> list[str | tuple[int, ...]]:
    """The text in turn with the rows it cites. A bracket that points nowhere stays text."""
    pieces: list[str | tuple[int, ...]] = []
    start = 0
    for found in _CITATION.finditer(text):
        numbers = tuple(int(number) for number in found[1].split(","))
        if known.issuperset(numbers):
            pieces += [text[start : found.start()], numbers]
            start = found.end()
    return [piece for piece in (*pieces, text[start:]) if piece]


def prose_lines(text: str) -> list[tuple[bool, str]]:
    """Each paragraph of what was typed, and whether it is an item of a list."""
    lines = (line.strip() for line in text.splitlines())
    return [
        (line[:2] in {"- ", "– "}, line[2:].strip() if line[:2] in {"- ", "– "} else line)
        for line in lines
        if line
    ]


def side(heading: str, *blocks: Block | None, close: bool = False) -> tuple[Side, ...]:
    """A side section of the blocks that hold anything; none, if nothing does."""
    held = tuple(block for block in blocks if block is not None and _holds(block))
    return (Side(heading, held, close=close),) if held else ()


def under_one_another(columns: SideBySide) -> tuple[Side, ...]:
    """Columns for a page that has no room for them side by side, and for whoever reads by ear."""
    return tuple(
        made
        for one in columns.columns
        for made in side(
            one.heading,
            Note(one.question),
            Prose("\n".join(f"- {_with_source(line)}" for line in one.lines)),
        )
    )


def _with_source(line: SaidLine) -> str:
    text = " ".join(line.text.split())
    return f"{text} ({line.source})" if line.source else text


def _holds(block: Block) -> bool:
    match block:
        case Redacted(text):
            return bool(text.strip())
        case Prose(text, strong=strong):
            return bool(text.strip() or strong.strip())
        case Note(text):
            return bool(text.strip())
        case Strip(many) | Facts(many) | People(many) | Quotes(many) | Voices(many) | Items(many):
            return bool(many)
        case Rows(rows=rows) | Observations(rows) | Judged(rows) | ScaleLines(rows):
            return bool(rows)
        case _:
            return True
