"""The own parts that can be put in here: eight ways to answer, each with a sensible beginning."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from tvaerfaglig.domain.meetings.kind import KindPart
from tvaerfaglig.domain.meetings.own_part import Column, OwnPart, PartType, Steps, TimeBox
from tvaerfaglig.domain.template import Frame

OWN_TYPES = {
    "prosa/": "tekst",
    "prosa/set": "det, vi har set",
    "prosa/taenkt": "tanker",
    "prosa/ord": "barnets eller forældrenes egne ord",
    "linjer/": "linjer med hvem og dag",
    "spalter/": "spalter side om side",
    "skala/": "en skala for hver deltager",
    "tid/": "runder med ur",
    "syn/": "hver parts syn",
}


def fresh_part(key: str, taken: AbstractSet[str]) -> KindPart:
    """A part of this type, with an id that nothing else has."""
    word, _, frame = key.partition("/")
    part_type = PartType(word)
    numbers = (f"eget-{n}" for n in range(1, 1000))
    return KindPart(
        id=next(one for one in numbers if one not in taken),
        name="Jeres egen del",
        frame=Frame(frame),
        own=OwnPart(
            type=part_type,
            sourced=part_type in {PartType.LINES, PartType.COLUMNS, PartType.SCALE, PartType.VIEWS},
            columns=columns_from(("Første", "Anden")) if part_type is PartType.COLUMNS else (),
            boxes=boxes_from(("Runde 1: 10", "Runde 2: 10")) if part_type is PartType.TIME else (),
            steps=_SCALE if part_type is PartType.SCALE else None,
        ),
    )


_SCALE = Steps(
    lowest=0,
    highest=10,
    lowest_means="Så svært, som det kan være.",
    highest_means="Så godt, som man kan ønske.",
    lift="Hvad ville løfte det ét trin?",
)


def columns_from(names: tuple[str, ...], before: tuple[Column, ...] = ()) -> tuple[Column, ...]:
    """One column to a name; one that keeps its place keeps its id and its question."""
    return tuple(
        Column(
            id=before[n].id if n < len(before) else f"spalte-{n + 1}",
            name=name,
            question=before[n].question if n < len(before) else "",
        )
        for n, name in enumerate(names)
    )


def boxes_from(lines: tuple[str, ...], before: tuple[TimeBox, ...] = ()) -> tuple[TimeBox, ...]:
    """»Interview: 15« is a round of a quarter of an hour; without a number it is ten minutes."""
    made = []
    for n, line in enumerate(lines):
        name, _, minutes = line.rpartition(":")
        known = minutes.strip().isdigit() and bool(name.strip())
        made.append(
            TimeBox(
                id=before[n].id if n < len(before) else f"runde-{n + 1}",
                name=name.strip() if known else line.strip(),
                minutes=min(240, max(1, int(minutes))) if known else 10,
                guidance=before[n].guidance if n < len(before) else "",
            )
        )
    return tuple(made)
