"""A paper as plain text, section by section, for a municipality's own web form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from tvaerfaglig.domain.indsigt import bar_number
from tvaerfaglig.printouts.composing.commonplaces import quoted
from tvaerfaglig.printouts.figure_charts.telling import sentence
from tvaerfaglig.printouts.outline import (
    Annex,
    Attendance,
    Block,
    Facts,
    FigureChart,
    Items,
    Judged,
    Note,
    Observations,
    Outline,
    Part,
    People,
    Picture,
    Prose,
    Quotes,
    Redacted,
    Rows,
    ScaleLines,
    Side,
    SideBySide,
    Signatures,
    Strip,
    Voices,
    under_one_another,
)
from tvaerfaglig.printouts.papers.meetings import ScaleRow
from tvaerfaglig.printouts.papers.parts import Fact, ObservationRow


def sections_of(outline: Outline) -> tuple[tuple[str, str], ...]:
    """Heading and text of each section, in the order of the paper."""
    return tuple((heading, text) for heading, text in _each(outline) if text.strip())


def _each(outline: Outline) -> Iterator[tuple[str, str]]:
    subject = f"om {outline.subject}" if outline.subject else ""
    head = [_head(line) for line in outline.head]
    yield outline.title, "\n".join(filter(None, (subject, outline.subtitle, *head)))
    for section in outline.sections:
        match section:
            case Strip(facts):
                for fact in facts:
                    yield fact.label, " – ".join(filter(None, (fact.answer, fact.circumstance)))
            case Side(heading, blocks):
                yield heading, _text(blocks)
            case SideBySide():
                for one in under_one_another(section):
                    yield one.heading, _text(one.blocks)
            case Part() | Annex():
                yield section.heading, _text(section.content)


def _head(line: Fact | Attendance) -> str:
    if isinstance(line, Fact):
        return _fact(line)
    people = [
        ", ".join(filter(None, (one.name, one.role))) + (f" ({one.part})" if one.part else "")
        for one in line.people
    ]
    return f"{line.label}: {'; '.join(people)}"


def _text(content: tuple[Block | Side, ...]) -> str:
    pieces = [
        f"{one.heading}\n{_text(one.blocks)}" if isinstance(one, Side) else _block(one)
        for one in content
    ]
    return "\n\n".join(piece for piece in pieces if piece.strip())


@singledispatch
def _block(_: object) -> str:
    """A block in words; what is only drawn (lines, charts, codes) has none."""
    return ""


@_block.register
def _(block: Prose) -> str:
    return f"{block.strong} {block.text}".strip()


@_block.register
def _(block: Redacted) -> str:
    return "".join(
        f"[streg {bar_number(sign)}]" if bar_number(sign) else sign for sign in block.text
    )


@_block.register
def _(block: Picture) -> str:
    return block.alt


@_block.register
def _(block: Note) -> str:
    return block.text.strip()


@_block.register
def _(block: Facts) -> str:
    return "\n".join(map(_fact, block.facts))


@_block.register
def _(block: People) -> str:
    return "\n\n".join("\n".join(map(_fact, person)) for person in block.persons)


@_block.register
def _(block: Items) -> str:
    items = (" ".join(filter(None, (item.strong, item.value))) for item in block.items)
    return "\n".join(f"- {item}" for item in items)


@_block.register
def _(block: Quotes) -> str:
    return "\n\n".join(
        "\n".join(filter(None, (quoted(quote.words), quote.source.strip())))
        for quote in block.quotes
    )


@_block.register
def _(block: Voices) -> str:
    return "\n".join(
        f"{voice.who}: {quoted(voice.words)}" if voice.who else quoted(voice.words)
        for voice in block.voices
    )


@_block.register
def _(block: Rows) -> str:
    return "\n\n".join(_row(block.head, row) for row in block.rows)


@_block.register
def _(block: Observations) -> str:
    return "\n\n".join(_observation(row, block.child) for row in block.rows)


@_block.register
def _(block: Judged) -> str:
    return "\n\n".join(
        f"{row.heading}{f' ({row.by})' if row.by else ''}\n{row.text.strip()}" for row in block.rows
    )


@_block.register
def _(block: Signatures) -> str:
    return "\n".join(", ".join(filter(None, (s.name, s.role))) for s in block.signers)


@_block.register
def _(block: FigureChart) -> str:
    return sentence(block.chart)


@_block.register
def _(block: ScaleLines) -> str:
    return "\n".join(map(_with_lift, block.rows))


def scale_words(row: ScaleRow) -> str:
    """One person's numbers, as one says them."""
    before = f", sidst {row.before}" if row.before is not None else ""
    now = "ikke sagt" if row.now is None else str(row.now)
    return f"{row.who or 'Uden navn'}: {now}{before}"


def _with_lift(row: ScaleRow) -> str:
    return f"{scale_words(row)}. {row.lift}" if row.lift else scale_words(row)


def _fact(fact: Fact) -> str:
    value = ", ".join(filter(None, (fact.strong, ", ".join(fact.value.splitlines()))))
    return f"{fact.label}: {value}" if fact.label else value


def _row(head: tuple[str, ...], row: tuple[str, ...]) -> str:
    return "\n".join(
        f"{title}: {', '.join(cell.splitlines())}"
        for title, cell in zip(head, row, strict=True)
        if cell.strip() and cell != "–"
    )


def _observation(row: ObservationRow, child: str) -> str:
    """One row as it is read aloud: number and day, place and witness, then what happened."""
    who = f"{row.witness}{f' ({row.how})' if row.how else ''}"
    first = " · ".join(filter(None, (" ".join(filter(None, (row.date, row.time))), row.place, who)))
    told = (
        f"{'Ressource. ' if row.resource else ''}{row.what.strip()}",
        f"Den voksne spurgte: {quoted(row.asked)}" if row.asked.strip() else "",
        f"{child}: {quoted(row.words)}" if row.words.strip() else "",
    )
    return "\n".join(filter(None, (f"{row.number}. {first}", *told)))
