"""The steps from the first wonder to follow-up as a house knows them, and the meetings of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tvaerfaglig.domain.resource import Table, once_each, read_toml

FILE = "forloeb.toml"


class StepId(StrEnum):
    """In the order in which they are usually taken."""

    UNDRING = "undring"
    OBSERVATION = "observation"
    FORAELDRESAMTALE = "foraeldresamtale"
    SPARRING = "sparring"
    FORUM = "forum"
    UNDERRETNING = "underretning"
    OPFOELGNING = "opfoelgning"


@dataclass(frozen=True, slots=True, kw_only=True)
class WayStep:
    id: StepId
    name: str
    meaning: str
    begin: str
    meetings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """`always` is the sentence that stands beside the steps whatever they show."""

    always: str
    steps: tuple[WayStep, ...]

    def step_of_meeting(self, form: str) -> StepId:
        """Where a kind of meeting belongs; one that nobody has placed is sparring."""
        found = (step.id for step in self.steps if form in step.meetings)
        return next(found, StepId.SPARRING)


def parse_way(text: str) -> Way:
    top = read_toml(text, FILE)
    way = Way(always=top.prose("altid"), steps=tuple(_step(each) for each in top.tables("trin")))
    top.done()
    if tuple(step.id for step in way.steps) != tuple(StepId):
        raise top.wrong(f"trinene skal være {', '.join(StepId)}, i den orden.")
    once_each([form for step in way.steps for form in step.meetings], FILE)
    return way


def _step(table: Table) -> WayStep:
    step = WayStep(
        id=StepId(table.one_of("id", StepId)),
        name=table.text("navn"),
        meaning=table.prose("betyder"),
        begin=table.text("begynd"),
        meetings=table.texts("moeder", ()),
    )
    table.done()
    return step
