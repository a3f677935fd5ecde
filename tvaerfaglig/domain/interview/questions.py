"""The reflection questions as data: what is asked, of whom, and where the answer belongs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tvaerfaglig.domain.assessment import Share
from tvaerfaglig.domain.resource import Table, once_each, read_toml
from tvaerfaglig.domain.template import SECTION_IDS

FILE = "spoerg-mig.toml"
PLACEHOLDERS = frozenset({"barn", "barns", "hvem", "hvad"})


class Age(StrEnum):
    """How far the child is: expected, too small to tell in words, or old enough."""

    UNBORN = "ufoedt"
    BABY = "spaed"
    OLDER = "stoerre"


class Each(StrEnum):
    """Asked once, or once for each parent that is to be heard, or for each thing that was tried."""

    ONCE = ""
    PARENT = "foraelder"
    DEED = "indsats"


class Target(StrEnum):
    """Where the answer lands: the section's text, or one of the letter's own fields."""

    PROSE = "tekst"
    OTHERS = "andre"
    CHILD_TOLD = "barnet_orienteret"
    SIBLINGS = "soeskende"
    RELATION = "som_hvad"
    KNOWN_SINCE = "kendt_siden"
    DEED = "indsats"
    EFFECT = "virkning"


class Shows(StrEnum):
    """Which observations lie beside the question."""

    NOTHING = ""
    ALL = "alle"
    RESOURCE = "ressource"
    CONCERN = "bekymring"
    WORDS = "ord"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """One question. It is `missing` while one of the rules in `missing` asks, or (`empty`) nothing stands there.

    `lead` is written before the answer where it lands; `unknown` is the honest sentence for who does not
    know, and `whom` who could be asked instead. `parents` ones are gone while the guard hides the parents.
    """

    id: str
    section: str
    target: Target
    share: Share
    question: str
    why: str
    lead: str
    unknown: str
    whom: str
    missing: tuple[str, ...]
    empty: bool
    parents: bool
    ages: frozenset[Age]
    each: Each
    shows: Shows
    topics: tuple[str, ...]
    oldest_first: bool
    source: str

    @property
    def deepens(self) -> bool:
        """Asked of every letter, whatever stands in it."""
        return not self.missing and not self.empty


@dataclass(frozen=True, slots=True)
class Reflections:
    """All of them in the order in which they are asked, and the day they were gone through."""

    all: tuple[Reflection, ...]
    collected: date


def parse_reflections(text: str) -> Reflections:
    top = read_toml(text, FILE)
    found = tuple(_reflection(each) for each in top.tables("spoergsmaal"))
    collected = top.day("samlet")
    top.done()
    once_each((each.id for each, _ in found), FILE)
    return Reflections(tuple(each for each, is_on in found if is_on), collected)


def _reflection(table: Table) -> tuple[Reflection, bool]:
    made = Reflection(
        id=table.text("id"),
        section=table.one_of("afsnit", SECTION_IDS),
        target=Target(table.one_of("felt", Target, Target.PROSE)),
        share=Share(table.one_of("del", Share, Share.JUDGED)),
        question=table.prose("spoerg"),
        why=table.prose("fordi"),
        lead=_ended(table.text("indled", "")),
        unknown=table.prose("ved_ikke", ""),
        whom=table.text("hvem", ""),
        missing=table.texts("mangler", ()),
        empty=table.flag("tomt"),
        parents=table.flag("foraeldre"),
        ages=_ages(table),
        each=Each(table.one_of("for_hver", Each, "")),
        shows=Shows(table.one_of("viser", Shows, "")),
        topics=table.texts("emner", ()),
        oldest_first=table.flag("aeldste_foerst"),
        source=table.text("kilde"),
    )
    is_on = table.flag("til", default=True)
    table.done()
    _agree(made, table)
    return made, is_on


def _ended(lead: str) -> str:
    """One space between the lead and the answer."""
    return f"{lead} " if lead else ""


def _ages(table: Table) -> frozenset[Age]:
    named = table.texts("alder", (Age.BABY, Age.OLDER))
    for one in named:
        if one not in set(Age):
            raise table.wrong(f"alderen »{one}« kendes ikke. Vælg mellem {', '.join(Age)}.")
    return frozenset(Age(one) for one in named)


def _agree(made: Reflection, table: Table) -> None:
    """What a question may say, and what the guard rests on."""
    for name in re.findall(r"{(\w*)}", made.question + made.why + made.lead + made.unknown):
        if name not in PLACEHOLDERS:
            known = ", ".join(f"{{{each}}}" for each in sorted(PLACEHOLDERS))
            raise table.wrong(f"{{{name}}} kan ikke sættes ind. Vælg mellem {known}.")
    if "?" not in made.question:
        raise table.wrong("»spoerg« skal være et spørgsmål med spørgsmålstegn.")
    about_parents = made.section == "foraeldre" or made.each is Each.PARENT
    if about_parents and not made.parents:
        raise table.wrong("spørgsmålet skal have foraeldre = true; værnet hviler på det.")
    if (made.target is Target.EFFECT) != (made.each is Each.DEED):
        raise table.wrong('felt = "virkning" og for_hver = "indsats" følges ad.')
