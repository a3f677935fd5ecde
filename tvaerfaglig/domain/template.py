"""What an underretning asks, in what order, under which heading.

A template may word and order freely. What it cannot do is to make anything a condition: `Weight` says
how much is missed without a field, and nothing reads it to stop a letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tvaerfaglig.domain.law import Law
from tvaerfaglig.domain.packs.pack import Pack
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.resource import Table, once_each, read_toml
from tvaerfaglig.domain.underretning import Urgency


class FieldKind(StrEnum):
    TEXT = "tekst"
    PROSE = "prosa"
    CHOICE = "valg"
    CHOICES = "valg_flere"
    DATE = "dato"
    PERSON = "person"
    TABLE = "tabel"
    MATRIX = "skema"


class Weight(StrEnum):
    """How hard the letter is to use without the field; never a lock."""

    MUST = "M"
    RECOMMENDED = "R"
    CONDITIONAL = "C"


class Frame(StrEnum):
    """Seen, thought and said wear different frames (look.md § 1)."""

    PLAIN = ""
    SEEN = "set"
    THOUGHT = "taenkt"
    VOICE = "ord"


SOURCES = ("", "skabelon", "barn", "hus", "mig", "obs", "samtaler", "log")
OPTION_LISTS = ("", "hast", "grund", "mistanke")
SECTION_IDS = (
    "hast_og_overgreb",
    "modtager",
    "barnet",
    "resume",
    "observationer",
    "barnets_ord",
    "over_tid",
    "ressourcer",
    "indsats",
    "foraeldre",
    "vurdering",
    "orientering",
    "afsender",
)
"""Sections that drafts, paper and questions know. A template may leave some out, not rename them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One of the numbered fields, or (`nr` 0) one that came with use."""

    id: str
    nr: int
    label: str
    paper: str
    kind: FieldKind
    options: str
    columns: tuple[str, ...]
    filled_from: str
    help: str
    weight: Weight
    parents: bool
    internal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSection:
    """A section with its guidance; `parents` ones are gone while the guard hides the parents."""

    id: str
    screen: str
    paper: str
    check: str
    frame: Frame
    parents: bool
    last: bool
    guidance: str
    guarded_guidance: str
    example: str
    fields: tuple[Field, ...]

    def guidance_for(self, *, parents_hidden: bool) -> str:
        return (parents_hidden and self.guarded_guidance) or self.guidance

    def example_for(self, *, parents_hidden: bool) -> str:
        """No example where the guard has its own guidance: an example would show the wrong way."""
        return "" if parents_hidden and self.guarded_guidance else self.example


@dataclass(frozen=True, slots=True)
class UrgencyChoice:
    urgency: Urgency
    word: str
    meaning: str
    phone_first: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground to tick; `law` is an id in law.toml, or (with `cite`) one that a municipality has added."""

    law: str
    word: str
    overgreb: bool
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Suspicion:
    """An answer to the overgreb question; `against` is None for no."""

    id: str
    word: str
    against: Against | None


@dataclass(frozen=True, slots=True)
class GuardWords:
    """What stands where the parents' parts were."""

    banner: str
    screen: str
    informed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    id: str
    name: str
    title: str
    always: str
    signature_note: str
    proposals: bool
    seen_by_parents: bool
    guard: GuardWords
    urgencies: tuple[UrgencyChoice, ...]
    grounds: tuple[Ground, ...]
    suspicions: tuple[Suspicion, ...]
    sections: tuple[TemplateSection, ...]
    pack: Pack | None = None

    def section(self, section_id: str) -> TemplateSection | None:
        return next((each for each in self.sections if each.id == section_id), None)

    def field(self, field_id: str) -> Field | None:
        """A field wherever it stands."""
        return next((f for s in self.sections for f in s.fields if f.id == field_id), None)

    def open_sections(self, *, parents_hidden: bool) -> tuple[TemplateSection, ...]:
        """The sections to walk through; the parents' are gone, not greyed, while they are hidden."""
        return tuple(each for each in self.sections if not (parents_hidden and each.parents))

    def open_fields(
        self, section: TemplateSection, *, parents_hidden: bool, proposals: bool | None = None
    ) -> tuple[Field, ...]:
        """The fields of a section under the guard and the house's choices."""
        wanted = self.proposals if proposals is None else proposals
        off = set() if wanted else {"forslag"}
        off |= set() if self.seen_by_parents else {"set_af_foraelder"}
        return tuple(
            each
            for each in section.fields
            if each.id not in off and not (parents_hidden and each.parents)
        )

    def urgency_word(self, urgency: Urgency) -> str:
        return next((each.word for each in self.urgencies if each.urgency is urgency), "")


def parse_template(text: str, name: str = "underretning.toml") -> Template:
    top = read_toml(text, name)
    template = Template(
        id=top.text("id"),
        name=top.text("navn"),
        title=top.text("titel"),
        always=top.prose("altid"),
        signature_note=top.prose("underskrift"),
        proposals=top.flag("forslag"),
        seen_by_parents=top.flag("set_af_foraeldre"),
        guard=_guard(top.table("vaern")),
        urgencies=tuple(_urgency(each) for each in top.tables("hast")),
        grounds=tuple(_ground(each) for each in top.tables("grund")),
        suspicions=tuple(_suspicion(each) for each in top.tables("mistanke")),
        sections=tuple(_section(each) for each in top.tables("afsnit")),
    )
    top.done()
    fields = [each for section in template.sections for each in section.fields]
    once_each((each.id for each in template.sections), f"{name}, afsnit")
    once_each((each.id for each in fields), f"{name}, felter")
    once_each((f"nr. {each.nr}" for each in fields if each.nr), f"{name}, felter")
    return template


def unknown_law(template: Template, law: Law) -> tuple[str, ...]:
    """Grounds that law.toml does not know, or knows only unverified: they could not be cited."""
    found = ((each.law, law.find(each.law)) for each in template.grounds)
    return tuple(name for name, ref in found if ref is None or not ref.verified)


def _section(table: Table) -> TemplateSection:
    section = TemplateSection(
        id=table.one_of("id", SECTION_IDS),
        screen=table.text("skaerm"),
        paper=table.text("papir", ""),
        check=table.text("tjek", ""),
        frame=Frame(table.one_of("ramme", Frame, "")),
        parents=table.flag("foraeldre"),
        last=table.flag("sidst"),
        guidance=_lines(table, "vejledning"),
        guarded_guidance=_lines(table, "vejledning_vaern", ""),
        example=_lines(table, "eksempel"),
        fields=tuple(_field(each) for each in table.tables("felt")),
    )
    table.done()
    if section.id == "foraeldre" and not section.parents:
        raise table.wrong("afsnittet skal have foraeldre = true; værnet hviler på det.")
    return section


def _lines(table: Table, key: str, default: str | None = None) -> str:
    """Guidance keeps its line breaks: each line is a thought of its own."""
    return "\n".join(line.strip() for line in table.text(key, default).splitlines())


def _field(table: Table) -> Field:
    kind = FieldKind(table.one_of("art", FieldKind))
    label = table.text("navn")
    field = Field(
        id=table.text("id"),
        nr=table.number("nr", 0),
        label=label,
        paper=table.text("papir", label),
        kind=kind,
        options=table.one_of("valg", OPTION_LISTS, ""),
        columns=table.texts("kolonner", ()),
        filled_from=table.one_of("fra", SOURCES, ""),
        help=table.prose("hjaelp"),
        weight=Weight(table.one_of("bud", Weight)),
        parents=table.flag("foraeldre"),
        internal=table.flag("kun_her"),
    )
    table.done()
    if (kind in {FieldKind.CHOICE, FieldKind.CHOICES}) != bool(field.options):
        raise table.wrong("»valg« hører til felter af arten valg og valg_flere, og kun dem.")
    if (kind in {FieldKind.TABLE, FieldKind.MATRIX}) != bool(field.columns):
        raise table.wrong("»kolonner« hører til felter af arten tabel og skema, og kun dem.")
    return field


def _guard(table: Table) -> GuardWords:
    words = GuardWords(table.prose("bjaelke"), table.prose("skaerm"), table.prose("orientering"))
    table.done()
    return words


def _urgency(table: Table) -> UrgencyChoice:
    known = [each for each in Urgency if each]
    urgency = UrgencyChoice(
        Urgency(table.one_of("id", known)),
        table.text("ord"),
        table.prose("betyder"),
        table.flag("ring"),
    )
    table.done()
    return urgency


def _ground(table: Table) -> Ground:
    ground = Ground(table.text("lov"), table.text("ord"), table.flag("overgreb"))
    table.done()
    return ground


def _suspicion(table: Table) -> Suspicion:
    answer = table.one_of("id", ("nej", *Against))
    against = None if answer == "nej" else Against(answer)
    suspicion = Suspicion(answer, table.text("ord"), against)
    table.done()
    return suspicion
