"""What a sheet of an indsats was answered with, as the papers of indsatser set it: words, goals, phases, a week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tvaerfaglig.printouts.outline import (
    Items,
    Part,
    Prose,
    Rows,
    Section,
    Side,
    Voices,
    side,
)
from tvaerfaglig.printouts.papers.efforts import GoalRow, PhaseLine, SheetPart, WeekLine
from tvaerfaglig.printouts.papers.parts import Fact

HERE = "Her er vi nu"


def part(one: SheetPart, *, lead: bool = False) -> Iterator[Section]:
    """As a person reads it: short things beside their heading, tables across the sheet."""
    yield from side(
        one.heading,
        Prose(one.text, lead=lead),
        Voices(one.voices, lead=lead),
        items(one.lines, lead=lead),
    )
    if one.goals:
        yield Part(one.heading, (goals(one.goals),), room=40)
    if one.phases:
        yield Part(one.heading, (phases(one.phases),), room=40)
    if one.week:
        yield Part(one.heading, (week(one.week),), room=40)


def items(lines: Iterable[str], *, lead: bool = False) -> Items | Prose:
    """A list; in large type as paragraphs that begin with a dash."""
    if lead:
        return Prose("\n".join(f"- {one}" for one in lines), lead=True)
    return Items(tuple(Fact("", one) for one in lines))


def goals(rows: tuple[GoalRow, ...]) -> Rows:
    """The goal over its steps, and where the family stood each time; room to write the next."""
    cells = tuple(
        (row.text, "\n".join(_numbered(row.steps)), row.start, row.status, row.end) for row in rows
    )
    head = ("Vi går efter", "Sådan ser vi det", "Ved start", "Status", "Til slut")
    return Rows(head, cells, (44, 64, 19, 19, 19), bold=0)


def _numbered(steps: tuple[str, ...]) -> Iterator[str]:
    return (f"{nr}. {step}" for nr, step in enumerate(steps, 1))


def goals_in_words(rows: tuple[GoalRow, ...]) -> Iterator[Side]:
    """For parents: what we go for, where it began and where it is, without numbers."""
    for row in rows:
        yield from side(
            "Vi går efter",
            Prose(row.text, lead=True),
            Prose(row.began, strong="Da vi begyndte:") if row.began else None,
            Prose(row.now, strong="Nu:") if row.now else None,
        )


def phases(rows: tuple[PhaseLine, ...]) -> Rows:
    cells = tuple(
        (one.when, f"{one.what}\n{HERE}" if one.now else one.what, one.who) for one in rows
    )
    return Rows(("Hvornår", "Hvad", "Hvem er der"), cells, (50, 60, 55), bold=1)


def week(rows: tuple[WeekLine, ...]) -> Rows:
    cells = tuple((one.weekday, one.time, one.what) for one in rows)
    return Rows(("Dag", "Tid", "Hvad"), cells, (34, 31, 100), bold=0, pen=True)
