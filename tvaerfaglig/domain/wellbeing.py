"""What the positions mean in writing, and the scales a house may use beside them.

A step may recommend something; none can advise against an underretning (product.md rule 7).
"""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.resource import Table, once_each, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionMeaning:
    """One step: its word, how it stands in a sentence (»i bekymring«), what it means and recommends."""

    position: Position
    word: str
    in_sentence: str
    meaning: str
    marks: tuple[str, ...]
    recommends: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    always: str
    help: str
    steps: tuple[PositionMeaning, ...]

    def of(self, position: Position) -> PositionMeaning:
        return next(each for each in self.steps if each.position is position)


@dataclass(frozen=True, slots=True)
class ScaleStep:
    level: int
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    id: str
    name: str
    question: str
    steps: tuple[ScaleStep, ...]
    up_is_well: bool = True

    def meaning(self, level: int) -> str:
        return next((each.meaning for each in self.steps if each.level == level), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    always: str
    scales: tuple[Scale, ...]

    def find(self, scale_id: str) -> Scale | None:
        return next((each for each in self.scales if each.id == scale_id), None)


def parse_positions(text: str) -> Positions:
    top = read_toml(text, "positions.toml")
    positions = Positions(
        always=top.prose("altid"),
        help=top.prose("hjaelp"),
        steps=tuple(_meaning(each) for each in top.tables("position")),
    )
    top.done()
    here = tuple(each.position for each in positions.steps)
    once_each(here, "positions.toml")
    for each in Position:
        if each not in here:
            raise top.wrong(f"positionen »{each.value}« mangler. De tre skal stå der.")
    return positions


def parse_scales(text: str) -> Scales:
    top = read_toml(text, "scales.toml")
    scales = Scales(
        always=top.prose("altid"),
        scales=tuple(_scale(each) for each in top.tables("skala", optional=True)),
    )
    top.done()
    once_each((each.id for each in scales.scales), "scales.toml")
    return scales


def _meaning(table: Table) -> PositionMeaning:
    meaning = PositionMeaning(
        position=Position(table.one_of("id", Position)),
        word=table.text("ord"),
        in_sentence=table.text("saetning"),
        meaning=table.prose("betyder"),
        marks=table.texts("kendetegn", ()),
        recommends=table.prose("anbefaler"),
    )
    table.done()
    return meaning


def _scale(table: Table) -> Scale:
    scale = Scale(
        id=table.text("id"),
        name=table.text("navn"),
        question=table.text("spoergsmaal"),
        steps=tuple(_step(each) for each in table.tables("trin")),
        up_is_well=table.one_of("godt_er", ("højt", "lavt"), "højt") == "højt",
    )
    table.done()
    levels = [each.level for each in scale.steps]
    if len(levels) < 2 or levels != sorted(set(levels)):
        raise table.wrong("trinene skal være mindst to og stå efter størrelse, hvert tal én gang.")
    return scale


def _step(table: Table) -> ScaleStep:
    step = ScaleStep(table.number("tal"), table.prose("betyder"))
    table.done()
    return step
