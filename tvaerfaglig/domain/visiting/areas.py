"""What a sundhedsplejerske looks at, and what each of the three steps means there; a municipality may change it."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.resource import Table, once_each, read_toml
from tvaerfaglig.domain.visiting.contribution import Step

FILE = "sundhedsplejersken.toml"


@dataclass(frozen=True, slots=True)
class Area:
    """One area, with the meaning of each step."""

    id: str
    name: str
    meanings: tuple[tuple[Step, str], ...]

    def meaning(self, step: Step) -> str:
        return dict(self.meanings)[step]


@dataclass(frozen=True, slots=True)
class Areas:
    """All of them; `always` stands wherever a step is chosen."""

    always: str
    steps: tuple[tuple[Step, str], ...]
    areas: tuple[Area, ...]

    def name_of(self, area: str) -> str:
        """As it is called now; one that a municipality took out is said by its id."""
        return next((one.name for one in self.areas if one.id == area), area)

    def word(self, step: Step) -> str:
        return dict(self.steps).get(step, step.value.replace("_", " "))


NO_AREAS = Areas("", (), ())


def parse_areas(text: str) -> Areas:
    top = read_toml(text, FILE)
    areas = Areas(
        always=top.prose("altid"),
        steps=tuple(_step(each) for each in top.tables("trin")),
        areas=tuple(_area(each) for each in top.tables("omraade")),
    )
    if [step for step, _ in areas.steps] != list(Step):
        raise top.wrong(f"trinene skal være {', '.join(Step)}, i den orden.")
    top.done()
    once_each((one.id for one in areas.areas), FILE)
    return areas


def _step(table: Table) -> tuple[Step, str]:
    step = (Step(table.one_of("id", Step)), table.text("navn"))
    table.done()
    return step


def _area(table: Table) -> Area:
    area = Area(
        id=table.text("id"),
        name=table.text("navn"),
        meanings=tuple((step, table.prose(step.value)) for step in Step),
    )
    table.done()
    return area
