"""The language rules as a municipality may change them: lists, where they ask, and what makes them keep still."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from tvaerfaglig.domain.quality.finding import Question, question_of
from tvaerfaglig.domain.quality.language.inflect import MAKERS, Maker, done_to, participle, verb
from tvaerfaglig.domain.quality.language.lexicon import Lexicon
from tvaerfaglig.domain.quality.language.phrase import KINDS, Bent, Phrases, phrases, word_class
from tvaerfaglig.domain.resource import Table, once_each, read_toml

FILE = "sproget.toml"
_DONE = "gjort"
_PASSIVES = (
    "er|var|blev|bliver|blive|være … {gjort}",
    "er|var|har|havde|være blevet|været … {gjort}",
)
_NOBODY = (
    "der er|var|blev|bliver|har … {gjort}",
    "er|var|blev|bliver der … {gjort}",
    "der skal|bør|må|kan|vil … {gjort}",
)


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
    TALT_OP = "talt_op"
    NAEGTET = "naegtet"
    FORDI = "fordi"
    GRUND = "grund"
    BELAEG = "belaeg"
    TEGN = "tegn"
    KILDE = "kilde"
    AKTOER = "aktoer"
    GENGIVET = "gengivet"
    CITERET = "citeret"
    EKSEMPEL = "eksempel"
    HVIS = "hvis"
    EGEN = "egen_grund"


class Only(StrEnum):
    """What a hit must be said of, or stand with, to be one."""

    BARN = "om_barnet"
    FORAELDER = "om_foraeldre"
    NAER = "ved_foraeldre"
    HJEM = "om_hjemmet"


@dataclass(frozen=True, slots=True)
class Branch:
    """One list of a rule; `only` those of its hits that are said of the child, of a parent, or of the home."""

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
    home: Phrases
    lexicon: Lexicon


def parse_language(text: str, lexicon: Lexicon) -> Language:
    """Raises ResourceError, in Danish, for anything that cannot be meant."""
    top = read_toml(text, FILE)
    bent = _bent(top)
    rules = tuple(_rules(top.tables("regel"), bent))
    others = tuple(_plain(table) for table in top.tables("spoergsmaal"))
    made = Language(
        rules=rules,
        questions=(*others, *(one.question for one in rules)),
        because=phrases(top.words("fordi_ord"), (), bent),
        signs=phrases(
            top.words("tegn_ord"), [(verb, one) for one in top.words("tegn_udsagnsord")], bent
        ),
        sources=phrases(top.words("kilde_ord"), (), bent),
        agents=phrases(top.words("aktoer_ord"), (), bent),
        home=phrases(top.words("hjem_ord"), (), bent),
        lexicon=lexicon,
    )
    top.done()
    once_each((one.rule for one in made.questions), FILE)
    return made


def _bent(top: Table) -> Bent:
    """The verbs that bend out of rule, and the classes of words that phrases name."""
    bent = Bent({one.split()[0]: verb(one) for one in top.words("uregelmaessige")})
    classes = top.table("klasser")
    named = {name: word_class(classes.words(name), bent) for name in classes.names()}
    classes.done()
    return replace(bent, classes=named)


def _plain(table: Table) -> Question:
    question = question_of(table)
    table.done()
    return question


def _rules(tables: Iterable[Table], bent: Bent) -> Iterator[Rule]:
    """A rule may go on from another's lists: `ogsaa` names it."""
    made: dict[str, Rule] = {}
    for table in tables:
        rule = _rule(table, bent, made)
        made[rule.id] = rule
        yield rule


def _rule(table: Table, bent: Bent, made: Mapping[str, Rule]) -> Rule:
    other = made[table.one_of("ogsaa", made)] if table.text("ogsaa", "") else None
    rule = Rule(
        question=question_of(table),
        parts=frozenset(Part(one) for one in _some(table, "afsnit", Part)),
        unless=frozenset(Unless(one) for one in _some(table, "undtagen", Unless)),
        branches=(*_branches(table, bent), *(other.branches if other else ())),
        innocent=phrases(
            (*table.words("ikke_ord"), *(other.innocent.written if other else ())), (), bent
        ),
        proposal=table.flag("forslag"),
        asked=table.texts("spoerges", ()),
        quiet=table.texts("stille", ()),
    )
    table.done()
    if not rule.branches:
        raise table.wrong("der står ingen ord at se efter.")
    if not (rule.asked and rule.quiet):
        raise table.wrong("skriv et eksempel, der spørges til, og et, der ikke gør.")
    _no_strange_classes(rule, table, bent)
    return rule


def _no_strange_classes(rule: Rule, table: Table, bent: Bent) -> None:
    lists = (rule.innocent.written, *(one.phrases.written for one in rule.branches))
    named = set(re.findall(r"\{([^},]*)", ",".join(chain.from_iterable(lists))))
    for name in sorted(named - KINDS - bent.classes.keys() - {_DONE}):
        raise table.wrong(f"{{{name}}} står ikke under [klasser].")


def _some(table: Table, key: str, known: type[StrEnum]) -> tuple[str, ...]:
    chosen = table.texts(key)
    words = {str(one) for one in known}
    for one in chosen:
        if one not in words:
            raise table.wrong(
                f"»{key}« kender ikke »{one}«. Vælg mellem {', '.join(sorted(words))}."
            )
    return chosen


def _branches(table: Table, bent: Bent) -> Iterator[Branch]:
    for only in (None, *Only):
        suffix = f"_{only}" if only else ""
        written = table.words(f"ord{suffix}")
        single = [
            (make, word.lower())
            for kind, make in MAKERS.items()
            for word in table.words(f"{kind}{suffix}")
        ]
        if written or single:
            yield Branch(phrases(written, single, bent), only)
    done = table.words("passiv")
    if done:
        yield Branch(_done_to(done, _PASSIVES, [(done_to, one) for one in done], bent))
        yield Branch(_done_to((*done, *table.words("passiv_med_der")), _NOBODY, (), bent))


def _done_to(
    verbs: tuple[str, ...],
    written: tuple[str, ...],
    single: Iterable[tuple[Maker, str]],
    bent: Bent,
) -> Phrases:
    """»Det observeres«, »der er blevet talt«: both passives of each verb, with room for a word or two."""
    participles = frozenset[str]().union(*map(participle, verbs))
    classes = {**bent.classes, _DONE: word_class(participles, bent)}
    return phrases(written, single, replace(bent, classes=classes))
