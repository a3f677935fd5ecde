"""The language rules as a municipality may change them: lists, where they ask, and what makes them keep still."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from tvaerfaglig.domain.quality.finding import Question, question_of
from tvaerfaglig.domain.quality.language.inflect import MAKERS, verb
from tvaerfaglig.domain.quality.language.lexicon import Lexicon
from tvaerfaglig.domain.quality.language.phrase import Phrases, phrases
from tvaerfaglig.domain.resource import Table, once_each, read_toml

FILE = "sproget.toml"


class Part(StrEnum):
    """The kinds of section that a rule tells apart (decisions.md no. 21)."""

    OBSERVATIONER = "observationer"
    BARNETS_UDSAGN = "barnets_udsagn"
    FORAELDRENES_SYN = "foraeldrenes_syn"
    EGEN_INDSATS = "egen_indsats"
    RESSOURCER = "ressourcer"
    VURDERING = "vurdering"


class Unless(StrEnum):
    """What makes a hit no question at all."""

    TAL = "tal"
    NAEGTET = "naegtet"
    FORDI = "fordi"
    BELAEG = "belaeg"
    TEGN = "tegn"
    KILDE = "kilde"
    AKTOER = "aktoer"
    GENGIVET = "gengivet"
    CITERET = "citeret"


class Only(StrEnum):
    """What a hit needs in its sentence to be one."""

    BARN = "barn"
    FORAELDER = "foraelder"


@dataclass(frozen=True, slots=True)
class Branch:
    """One list of a rule; `only` those of its hits that are said of the child, or of a parent."""

    phrases: Phrases
    only: Only | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A question, the lists that bring it, and where and when it is asked."""

    question: Question
    parts: frozenset[Part]
    unless: frozenset[Unless]
    branches: tuple[Branch, ...]
    innocent: Phrases
    proposal: bool
    asked: tuple[str, ...]
    quiet: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.question.rule


@dataclass(frozen=True, slots=True)
class Language:
    """All rules, and the words that let a rule keep still."""

    rules: tuple[Rule, ...]
    questions: tuple[Question, ...]
    because: Phrases
    signs: Phrases
    sources: Phrases
    agents: Phrases
    lexicon: Lexicon


def parse_language(text: str, lexicon: Lexicon) -> Language:
    """Raises ResourceError, in Danish, for anything that cannot be meant."""
    top = read_toml(text, FILE)
    bent = {one.split()[0]: verb(one) for one in top.texts("uregelmaessige")}
    rules = tuple(_rule(table, bent) for table in top.tables("regel"))
    others = tuple(_plain(table) for table in top.tables("spoergsmaal"))
    made = Language(
        rules=rules,
        questions=(*others, *(one.question for one in rules)),
        because=phrases(top.texts("fordi_ord"), (), bent),
        signs=phrases(top.texts("tegn_ord"), map(verb, top.texts("tegn_udsagnsord")), bent),
        sources=phrases(top.texts("kilde_ord"), (), bent),
        agents=phrases(top.texts("aktoer_ord"), (), bent),
        lexicon=lexicon,
    )
    top.done()
    once_each((one.rule for one in made.questions), FILE)
    return made


def _plain(table: Table) -> Question:
    question = question_of(table)
    table.done()
    return question


def _rule(table: Table, bent: dict[str, frozenset[str]]) -> Rule:
    rule = Rule(
        question=question_of(table),
        parts=frozenset(Part(one) for one in _some(table, "afsnit", Part)),
        unless=frozenset(Unless(one) for one in _some(table, "undtagen", Unless)),
        branches=tuple(_branches(table, bent)),
        innocent=phrases(table.texts("ikke_ord", ()), (), bent),
        proposal=table.flag("forslag"),
        asked=table.texts("spoerges", ()),
        quiet=table.texts("stille", ()),
    )
    table.done()
    if not rule.branches:
        raise table.wrong("der står ingen ord at se efter.")
    if not (rule.asked and rule.quiet):
        raise table.wrong("skriv et eksempel, der spørges til, og et, der ikke gør.")
    return rule


def _some(table: Table, key: str, known: type[StrEnum]) -> tuple[str, ...]:
    chosen = table.texts(key)
    words = {str(one) for one in known}
    for one in chosen:
        if one not in words:
            raise table.wrong(
                f"»{key}« kender ikke »{one}«. Vælg mellem {', '.join(sorted(words))}."
            )
    return chosen


def _branches(table: Table, bent: dict[str, frozenset[str]]) -> Iterator[Branch]:
    for suffix, only in (("", None), ("_om_barnet", Only.BARN), ("_om_foraeldre", Only.FORAELDER)):
        written = table.texts(f"ord{suffix}", ())
        single = list(
            chain.from_iterable(
                (make(word.lower()) for word in table.texts(f"{kind}{suffix}", ()))
                for kind, make in MAKERS.items()
            )
        )
        if written or single:
            yield Branch(phrases(written, single, bent), only)
