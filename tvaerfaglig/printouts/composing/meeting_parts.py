"""A meeting's own parts in a note on A4: columns under one another, a scale as a table, words as they were said."""

from __future__ import annotations

from tvaerfaglig.printouts.outline import (
    Block,
    Judged,
    JudgedRow,
    Kind,
    Note,
    Part,
    Prose,
    Rows,
    Section,
    Voices,
    side,
)
from tvaerfaglig.printouts.papers.meetings import OwnColumn, OwnSection, SaidLine
from tvaerfaglig.printouts.papers.parts import Voice

_KINDS = {"set": Kind.SEEN, "taenkt": Kind.JUDGED}
_NOT_GIVEN = "–"


def own(section: OwnSection) -> tuple[Section, ...]:
    """What was written in the part; nothing where nothing was."""
    if not section.holds:
        return ()
    if section.type == "skala":
        return (_scale(section),)
    if section.type in {"spalter", "syn"}:
        return (_columns(section),)
    if section.frame == "taenkt":
        return (_thought(section),)
    return side(section.heading, _text(section), *_blocks(section))


def _text(section: OwnSection) -> Block:
    if section.frame == "ord" and section.text.strip():
        return Voices((Voice("", section.text),))
    return Prose(section.text)


def _blocks(section: OwnSection) -> tuple[Block, ...]:
    if section.type == "tid":
        said = "\n".join(f"- {one.heading}: {one.lines[0].text}" for one in section.columns)
        return (Prose(said),)
    return tuple(_lines(column, section.frame) for column in section.columns if column.lines)


def _columns(section: OwnSection) -> Part:
    content = tuple(
        made
        for column in section.columns
        for made in side(column.heading, _lines(column, _said_as(section)))
    )
    return Part(section.heading, content, _KINDS.get(section.frame, Kind.PLAIN))


def _said_as(section: OwnSection) -> str:
    return "ord" if section.type == "syn" else section.frame


def _lines(column: OwnColumn, frame: str) -> Block:
    if frame == "ord":
        return Voices(tuple(Voice(one.source, one.text) for one in column.lines))
    many = len(column.lines) > 1
    return Prose("\n".join(_line(one, many=many) for one in column.lines))


def _line(one: SaidLine, *, many: bool) -> str:
    said = f"{one.text} ({one.source})" if one.source else one.text
    return f"- {' '.join(said.split())}" if many else said


def _thought(section: OwnSection) -> Part:
    """Thoughts stand as thoughts; nobody is told by one where the form says so."""
    rows = [JudgedRow("", section.text)] if section.text.strip() else []
    rows += [JudgedRow(one.source, one.text) for col in section.columns for one in col.lines]
    return Part(section.heading, (Judged(tuple(rows)),), Kind.JUDGED)


def _scale(section: OwnSection) -> Part:
    rows = tuple(
        (
            one.who,
            _number(one.before, one.before_when),
            _number(one.now),
            one.lift or _NOT_GIVEN,
        )
        for one in section.scale
        if one.now is not None or one.before is not None or one.lift
    )
    head = ("Hvem", "Sidst", "Nu", section.lift or "Hvad ville løfte det?")
    table = Rows(head, rows, (38, 24, 16, 90), bold=2)
    ends = Note(" · ".join(filter(None, (section.low, section.high))), wide=True)
    return Part(section.heading, (table, ends), Kind.JUDGED)


def _number(number: int | None, when: str = "") -> str:
    if number is None:
        return _NOT_GIVEN
    return f"{number} ({when})" if when else f"{number}"
