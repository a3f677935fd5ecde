"""The prose of the program as data: Akut, Om reglerne, the first start, and what is new."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.law import Law
from tvaerfaglig.domain.resource import ResourceError, Table, once_each, read_toml


@dataclass(frozen=True, slots=True)
class AkutStep:
    word: str
    text: str


@dataclass(frozen=True, slots=True)
class AkutSheet:
    """More to read for one situation, folded away until asked for."""

    id: str
    word: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Akut:
    """Readable without typing and without unlocking; the numbers are in `LocalNumbers`."""

    title: str
    subtitle: str
    duty: str
    local_plan: str
    afterwards: str
    afterwards_help: str
    silence_bold: str
    silence: str
    steps: tuple[AkutStep, ...]
    sheets: tuple[AkutSheet, ...]

    def sheet(self, sheet_id: str) -> AkutSheet | None:
        return next((each for each in self.sheets if each.id == sheet_id), None)


@dataclass(frozen=True, slots=True)
class RuleSection:
    """A piece of Om reglerne; `law` are ids, of which only what is verified is shown as law."""

    id: str
    heading: str
    text: str
    law: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedTexts:
    """Words around the list of what the program asks about; `criteria` by number, the first is no. 1."""

    heading: str
    text: str
    find: str
    nothing: str
    resting: str
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    title: str
    caution: str
    not_the_journal: str
    unverified: str
    old_numbers: str
    asked: AskedTexts
    sections: tuple[RuleSection, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the first start. Text may hold {hus}, {navn} and {mappe}."""

    title: str
    text: str
    buttons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FirstRun:
    steps: dict[str, Step]

    def step(self, step_id: str) -> Step:
        return self.steps[step_id]


@dataclass(frozen=True, slots=True)
class Release:
    version: str
    day: date
    heading: str
    news: tuple[str, ...]


FIRST_RUN_STEPS = (
    "velkommen",
    "proev",
    "hus",
    "leder",
    "adgangskode",
    "sted",
    "arket",
    "arket_proeve",
    "kopier",
    "faerdig",
)


def parse_akut(text: str) -> Akut:
    top = read_toml(text, "akut.toml")
    silence = top.table("forbud")
    akut = Akut(
        title=top.text("titel"),
        subtitle=top.prose("undertitel"),
        duty=top.prose("pligt"),
        local_plan=top.prose("beredskab"),
        afterwards=top.text("efter"),
        afterwards_help=top.prose("efter_hjaelp"),
        silence_bold=silence.text("fed"),
        silence=silence.prose("tekst"),
        steps=tuple(_akut_step(each) for each in top.tables("trin")),
        sheets=tuple(_sheet(each) for each in top.tables("side")),
    )
    silence.done()
    top.done()
    once_each((each.id for each in akut.sheets), "akut.toml")
    return akut


def parse_rules(text: str) -> Rules:
    top = read_toml(text, "om-reglerne.toml")
    rules = Rules(
        title=top.text("titel"),
        caution=top.prose("forbehold"),
        not_the_journal=top.prose("ikke_journal"),
        unverified=top.text("ikke_kontrolleret"),
        old_numbers=top.text("gamle_numre"),
        asked=_asked_texts(top.table("spoergsmaal")),
        sections=tuple(_rule(each) for each in top.tables("afsnit")),
    )
    top.done()
    once_each((each.id for each in rules.sections), "om-reglerne.toml")
    return rules


def _asked_texts(table: Table) -> AskedTexts:
    made = AskedTexts(
        heading=table.text("overskrift"),
        text=table.prose("tekst"),
        find=table.text("find"),
        nothing=table.text("ingen"),
        resting=table.text("hviler"),
        criteria=table.texts("kriterier"),
    )
    table.done()
    return made


def unknown_law(rules: Rules, law: Law) -> tuple[str, ...]:
    """Ids that law.toml does not know."""
    return tuple(name for each in rules.sections for name in each.law if law.find(name) is None)


def parse_first_run(text: str) -> FirstRun:
    top = read_toml(text, "first-run.toml")
    steps = {each: _first_step(top.table(each)) for each in FIRST_RUN_STEPS}
    top.done()
    return FirstRun(steps)


def parse_news(text: str) -> tuple[Release, ...]:
    """Releases, the newest first as in the file."""
    top = read_toml(text, "nyheder.toml")
    releases = tuple(_release(each) for each in top.tables("version"))
    top.done()
    if [each.day for each in releases] != sorted((each.day for each in releases), reverse=True):
        raise ResourceError("nyheder.toml: den nyeste version skal stå øverst.")
    return releases


def _akut_step(table: Table) -> AkutStep:
    step = AkutStep(table.text("ord"), table.prose("tekst"))
    table.done()
    return step


def _sheet(table: Table) -> AkutSheet:
    sheet = AkutSheet(table.text("id"), table.text("ord"), table.texts("linjer"))
    table.done()
    return sheet


def _rule(table: Table) -> RuleSection:
    rule = RuleSection(
        table.text("id"),
        table.text("overskrift"),
        table.prose("tekst"),
        table.texts("love", ()),
    )
    table.done()
    return rule


def _first_step(table: Table) -> Step:
    step = Step(table.text("titel"), table.prose("tekst"), table.texts("knapper"))
    table.done()
    return step


def _release(table: Table) -> Release:
    release = Release(
        table.text("nummer"), table.day("dag"), table.text("overskrift"), table.texts("nyt")
    )
    table.done()
    return release
