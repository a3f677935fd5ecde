"""`anonymt.toml`: the phrases that narrow, the languages, and the broader words to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from tvaerfaglig.domain.reidentify.traits import Trait
from tvaerfaglig.domain.resource import Table, read_toml

FILE = "anonymt.toml"
_BROADER = (
    "barnet", "barnets", "et_barn", "barn", "barns", "har_soeskende", "soeskende", "stue", "stuens",
    "dagplejer", "dagplejers", "fylder_aar", "aarstid", "for_nylig", "snart", "hver_uge", "fast_dag",
    "familie_med_sprog", "taler_sprog", "sproget", "andet_sprog", "andet_land",
)  # fmt: skip
_PHRASED = (
    Trait.LANGUAGES, Trait.INTERPRETER, Trait.ALONE, Trait.TWO_HOMES, Trait.FOSTER, Trait.NEW,
    Trait.BEGINS, Trait.LEFT, Trait.GUEST, Trait.EXPECTED, Trait.ADDRESS,
)  # fmt: skip


@dataclass(frozen=True)
class Phrase:
    trait: Trait
    pattern: re.Pattern[str]
    broader: str


@dataclass(frozen=True)
class Tongue:
    """A language by the names it has on a child's card, the words for it, and its countries."""

    names: tuple[str, ...]
    words: tuple[str, ...]
    countries: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Words:
    """Compared by identity: it is read once."""

    broader: dict[str, str]
    phrases: tuple[Phrase, ...]
    tongues: tuple[Tongue, ...]
    rare: tuple[tuple[str, re.Pattern[str]], ...]

    def rare_in(self, text: str) -> frozenset[str]:
        """Which of the rare words stand in a text, as the file has them."""
        return frozenset(word for word, pattern in self.rare if pattern.search(text))

    @cached_property
    def by_word(self) -> dict[str, tuple[str, ...]]:
        """The names on a card that a word for a language or a country may stand for."""
        found: dict[str, tuple[str, ...]] = {}
        for one in self.tongues:
            for word in (*one.words, *one.countries):
                found[word.casefold()] = one.names
        return found

    @cached_property
    def language(self) -> str:
        return _any_of(word for one in self.tongues for word in one.words)

    @cached_property
    def country(self) -> str:
        return _any_of(word for one in self.tongues for word in one.countries)


def parse_words(text: str, name: str = FILE) -> Words:
    """Raises ResourceError, in Danish, for what cannot be meant."""
    top = read_toml(text, name)
    table = top.table("bredere")
    broader = {key: table.text(key) for key in _BROADER}
    table.done()
    phrases = tuple(_phrase(one) for one in top.tables("vending"))
    tongues = tuple(_tongue(one) for one in top.tables("sprog"))
    rare = top.table("sjaeldent")
    words = tuple((word, _whole(word)) for word in rare.words("ord"))
    rare.done()
    top.done()
    return Words(broader, phrases, tongues, words)


def _phrase(table: Table) -> Phrase:
    trait = Trait(table.one_of("tegn", [one.value for one in _PHRASED]))
    words = table.texts("ord")
    broader = table.text("bredere", "")
    table.done()
    return Phrase(trait, _whole(*words), broader)


def _tongue(table: Table) -> Tongue:
    names, words, countries = table.texts("sprog"), table.texts("ord"), table.texts("land", ())
    table.done()
    return Tongue(names, words, countries)


def _whole(*words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of(words)})(?!\w)", re.IGNORECASE)


def _any_of(words: Iterable[str]) -> str:
    """The longest first, so that none is cut short by another; a star is any ending."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(one).replace(r"\*", r"\w*") for one in ordered)
