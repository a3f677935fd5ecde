"""The words that stand with every figure: what it is, which event counts, and what it does not show."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.figures.all_figures import FIGURES
from tvaerfaglig.domain.figures.source.letter_read import POINTS
from tvaerfaglig.domain.resource import Table, once_each, read_toml

FILE = "tal.toml"
UNITS = ("måneder", "dage", "procent", "antal", "trin")


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """`counts` is the event that counts, `placed` the day that lays a case in a period.

    `not_yet` says who is still waiting, `beware` what the figure must not be read as; both may be empty.
    """

    id: str
    name: str
    question: str
    what: str
    counts: str
    placed: str
    not_yet: str
    beware: str
    unit: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpCounted:
    """One way to say what help is. No kinds: every indsats."""

    id: str
    name: str
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PointNamed:
    """What a point of the checklist is called."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Definitions:
    """`no_cause` stands wherever two groups do; `hidden` wherever a number is, and
    `hidden_beside` where it is hidden for what other questions tell.
    """

    intro: str
    no_cause: str
    no_ranking: str
    hidden: str
    hidden_beside: str
    middle: str
    half: str
    least: int
    figures: tuple[Definition, ...]
    help: tuple[HelpCounted, ...]
    points: tuple[PointNamed, ...]

    def point(self, point_id: str) -> str:
        """Its name; one that was counted before and is no longer known by its id."""
        return next((one.name for one in self.points if one.id == point_id), point_id)

    def of(self, figure_id: str) -> Definition:
        return next(one for one in self.figures if one.id == figure_id)


def parse_definitions(text: str) -> Definitions:
    """A house may write the words anew and add ways to count help; the figures are the program's."""
    top = read_toml(text, FILE)
    found = Definitions(
        intro=top.prose("indledning"),
        no_cause=top.prose("ikke_aarsag"),
        no_ranking=top.prose("ingen_rangorden"),
        hidden=top.prose("skjult"),
        hidden_beside=top.prose("skjult_ved_siden_af", ""),
        middle=top.prose("midten"),
        half=top.prose("halvdelen"),
        least=top.number("mindst"),
        figures=tuple(_definition(each) for each in top.tables("tal")),
        help=tuple(_help(each) for each in top.tables("hjaelp")),
        points=tuple(_point(each) for each in top.tables("punkt")),
    )
    top.done()
    once_each((one.id for one in found.figures), FILE)
    once_each((one.id for one in found.help), FILE)
    once_each((one.id for one in found.points), FILE)
    _complete(top, found)
    return found


def _complete(top: Table, found: Definitions) -> None:
    missing = set(FIGURES) - {one.id for one in found.figures}
    if missing:
        raise top.wrong(f"forklaringen til »{min(missing)}« mangler.")
    unnamed = set(POINTS) - {one.id for one in found.points}
    if unnamed:
        raise top.wrong(f"navnet på punktet »{min(unnamed)}« mangler.")
    if found.least < 5:
        raise top.wrong("»mindst« skal være 5 eller mere, ellers kan et barn kendes på sit tal.")


def _definition(table: Table) -> Definition:
    found = Definition(
        id=table.one_of("id", FIGURES),
        name=table.text("navn"),
        question=table.text("spoergsmaal"),
        what=table.prose("hvad"),
        counts=table.prose("taeller"),
        placed=table.prose("periode"),
        not_yet=table.prose("endnu_ikke", ""),
        beware=table.prose("pas_paa", ""),
        unit=table.one_of("enhed", UNITS),
        source=table.text("bygger_paa", ""),
    )
    table.done()
    return found


def _point(table: Table) -> PointNamed:
    found = PointNamed(id=table.one_of("id", tuple(POINTS)), name=table.text("navn"))
    table.done()
    return found


def _help(table: Table) -> HelpCounted:
    found = HelpCounted(
        id=table.text("id"),
        name=table.text("navn"),
        kinds=frozenset(table.texts("slags", ())),
    )
    table.done()
    return found
