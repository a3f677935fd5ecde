"""The words of the papers that parents are given, read from one file that a municipality may change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tvaerfaglig.domain.law import Law
from tvaerfaglig.domain.people import Controller, Role
from tvaerfaglig.domain.resource import Table, read_toml

_OTHERS = "andre"
DONE = ("skrevet", "indsigt", "noed", "cpr", "slettet", "delt", "ud")


@dataclass(frozen=True, slots=True, kw_only=True)
class LogTexts:
    """Hvem har set: `seen_because` by role, `done_because` by what else was done."""

    title: str
    subtitle: str
    intro: str
    nothing: str
    not_here: str
    ask: str
    no_purpose: str
    law: tuple[str, ...]
    seen_because: Mapping[str, str]
    done_because: Mapping[str, str]

    def because(self, role: Role | None) -> str:
        """Why somebody of this profession looks; of one who is not known any more, the plain reason."""
        return self.seen_because.get(role.value if role else _OTHERS, self.seen_because[_OTHERS])


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTexts:
    """Når vi skriver om jeres barn: `controller` by who owns the house."""

    title: str
    subtitle: str
    intro: str
    controller: Mapping[Controller, str]
    dpo: str
    what: str
    why: str
    who: str
    where: str
    kept: str
    rights: tuple[str, ...]
    complain: str
    interpreter: str
    interpreter_any: str
    law: tuple[str, ...]
    law_everyone: tuple[str, ...]
    law_municipal: tuple[str, ...]
    checked: str


@dataclass(frozen=True, slots=True)
class ParentsTexts:
    log: LogTexts
    letter: LetterTexts

    def laws(self) -> tuple[str, ...]:
        letter = self.letter
        return (*self.log.law, *letter.law, *letter.law_everyone, *letter.law_municipal)


def said(text: str, **names: str) -> str:
    """The text with {barn}, {barnets} and the like filled in; anything else in braces stays as it stands."""
    for name, value in names.items():
        text = text.replace("{" + name + "}", value)
    return text


def parse_parents_texts(text: str) -> ParentsTexts:
    top = read_toml(text, "foraeldre.toml")
    texts = ParentsTexts(_log(top.table("log")), _letter(top.table("brev")))
    top.done()
    return texts


def unknown_law(texts: ParentsTexts, law: Law) -> tuple[str, ...]:
    """Ids that law.toml does not know."""
    return tuple(name for name in texts.laws() if law.find(name) is None)


def _log(table: Table) -> LogTexts:
    seen, done = table.table("set_fordi"), table.table("gjort_fordi")
    texts = LogTexts(
        title=table.text("titel"),
        subtitle=table.text("undertitel"),
        intro=table.prose("indledning"),
        nothing=table.prose("tomt"),
        not_here=table.prose("ikke_her"),
        ask=table.prose("spoerg"),
        no_purpose=table.text("formaal_mangler"),
        law=table.texts("love", ()),
        seen_because={one: seen.prose(one) for one in (*Role, _OTHERS)},
        done_because={one: done.prose(one) for one in DONE},
    )
    for each in (seen, done, table):
        each.done()
    return texts


def _letter(table: Table) -> LetterTexts:
    texts = LetterTexts(
        title=table.text("titel"),
        subtitle=table.text("undertitel"),
        intro=table.prose("indledning"),
        controller={one: table.prose(f"ansvar_{one}") for one in Controller},
        dpo=table.text("dpo"),
        what=table.prose("hvad"),
        why=table.prose("hvorfor"),
        who=table.prose("hvem"),
        where=table.prose("hvor"),
        kept=table.prose("gemmes_indtil"),
        rights=table.texts("rettigheder"),
        complain=table.prose("klage"),
        interpreter=table.prose("tolk"),
        interpreter_any=table.prose("tolk_uden_sprog"),
        law=table.texts("love", ()),
        law_everyone=table.texts("love_alle", ()),
        law_municipal=table.texts("love_kommunal", ()),
        checked=table.text("kontrolleret"),
    )
    table.done()
    return texts
