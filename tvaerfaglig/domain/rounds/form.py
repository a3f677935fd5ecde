"""What a round asks: four domains with guidance for each age and position, and the words around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.danish import months_between
from tvaerfaglig.domain.resource import Table, once_each, read_toml
from tvaerfaglig.domain.rounds.scale import RoundScale, scales_of
from tvaerfaglig.domain.wellbeing import Positions, Scales

FILE = "trivselsrunde.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """What one may look for at an age, per position. `until` is in months, not included."""

    until: int
    name: str
    said: dict[Position, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """One side of a child's day; `ages` from the youngest on."""

    id: str
    name: str
    question: str
    icon: str
    ages: tuple[Guidance, ...]

    def at(self, months: int) -> Guidance:
        """The guidance for a child of so many months."""
        return next((one for one in self.ages if months < one.until), self.ages[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class ToParents:
    """What stands on the parents' own sheet, where »I« are they: what each position means, and where it stays."""

    inside: str
    said: dict[Position, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundForm:
    """`inside` says what a round is for and where it stays; `least` is the smallest number ever shown."""

    title: str
    intro: str
    inside: str
    always: str
    not_written: str
    least: int
    domains: tuple[Domain, ...]
    answers_to: dict[str, dict[int, Position]]
    to_parents: ToParents

    def domain(self, domain_id: str) -> Domain | None:
        return next((one for one in self.domains if one.id == domain_id), None)

    def scales(self, positions: Positions, scales: Scales) -> tuple[RoundScale, ...]:
        return scales_of(positions, scales, self.answers_to)


def months_old(born: date | None, day: date) -> int:
    """Whole months; a child without a birthday is read as a small one."""
    return months_between(born, day) if born else 0


def parse_round_form(text: str) -> RoundForm:
    top = read_toml(text, FILE)
    form = RoundForm(
        title=top.text("titel"),
        intro=top.prose("indledning"),
        inside=top.prose("internt"),
        always=top.prose("altid"),
        not_written=top.prose("ikke_skrevet"),
        least=top.number("mindst"),
        domains=tuple(_domain(each) for each in top.tables("omraade")),
        answers_to=dict(_answers(each) for each in top.tables("skala", optional=True)),
        to_parents=_to_parents(top.table("til_foraeldre")),
    )
    top.done()
    once_each((one.id for one in form.domains), FILE)
    if form.least < 2:
        raise top.wrong("»mindst« skal være 2 eller mere, ellers kan et barn kendes på sit tal.")
    return form


def unknown_steps(form: RoundForm, scales: Scales) -> tuple[str, ...]:
    """Steps of scales.toml that a chosen scale lays within no position; and scales that are not there."""
    missing = []
    for scale_id, positions in form.answers_to.items():
        scale = scales.find(scale_id)
        levels = [step.level for step in scale.steps] if scale else []
        missing += [] if scale else [scale_id]
        missing += [f"{scale_id} {level}" for level in levels if level not in positions]
    return tuple(missing)


def _to_parents(table: Table) -> ToParents:
    made = ToParents(
        inside=table.prose("internt"), said={one: table.prose(one.value) for one in Position}
    )
    table.done()
    return made


def _domain(table: Table) -> Domain:
    made = Domain(
        id=table.text("id"),
        name=table.text("navn"),
        question=table.prose("spoergsmaal"),
        icon=table.text("ikon"),
        ages=tuple(_guidance(each) for each in table.tables("alder")),
    )
    table.done()
    ends = [one.until for one in made.ages]
    if not ends or ends != sorted(set(ends)):
        raise table.wrong("aldrene skal stå fra den yngste, hver med sit eget »til_maaneder«.")
    return made


def _guidance(table: Table) -> Guidance:
    made = Guidance(
        until=table.number("til_maaneder"),
        name=table.text("navn"),
        said={one: table.prose(one.value) for one in Position},
    )
    table.done()
    return made


def _answers(table: Table) -> tuple[str, dict[int, Position]]:
    """Which numbers answer to which position."""
    found = {}
    for position in Position:
        for level in table.texts(position.value):
            if not level.isdigit():
                raise table.wrong(f"»{level}« er ikke et tal.")
            found[int(level)] = position
    scale = table.text("id")
    table.done()
    return scale, found
