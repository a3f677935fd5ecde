"""The letter through other people's eyes, as data: what they may ask, which words they stop at, what words mean.

Everything here is a question or an example of a way to say it. Nothing is ever put in place of what a
person wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tvaerfaglig.domain.resource import Table, once_each, read_toml
from tvaerfaglig.domain.template import SECTION_IDS

FILE = "saadan-laeses-det.toml"
GROWN = 18
PLACEHOLDERS = frozenset({"barn", "barns", "aar", "hvad", "hvem"})


class Reader(StrEnum):
    PARENTS = "foraeldre"
    CHILD = "barnet"


@dataclass(frozen=True, slots=True)
class Wonder:
    """A question one may ask oneself, and the section it is about."""

    words: str
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Glass:
    """One reader; `withheld` is what is said instead while the guard hides the parents."""

    reader: Reader
    name: str
    title: str
    intro: str
    withheld: str
    interpreter: str
    wonders: tuple[Wonder, ...]


@dataclass(frozen=True, slots=True)
class Stops:
    """Where a reader stops: the words that a rule finds, what one may ask, and ways to say it."""

    rule: str
    readers: frozenset[Reader]
    question: str
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that mean the same here, and what belongs to them: ways to say it, or what they mean."""

    words: tuple[str, ...]
    said: tuple[str, ...]

    def pattern(self) -> re.Pattern[str]:
        """A star is any ending; a word in capitals is an abbreviation, and only that."""
        shapes = (re.escape(one).replace(r"\*", r"\w*") for one in self.words)
        loud = all(one.isupper() for one in self.words)
        flags = re.NOFLAG if loud else re.IGNORECASE
        return re.compile(rf"(?<!\w)(?:{'|'.join(shapes)})(?!\w)", flags)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glasses:
    """All of it, and the day it was gone through; `lix` is the caveat that stands with the number."""

    glasses: tuple[Glass, ...]
    stops: tuple[Stops, ...]
    phrases: tuple[Phrase, ...]
    hard: tuple[Phrase, ...]
    lix: str
    collected: date

    def find(self, reader: Reader) -> Glass:
        return next(one for one in self.glasses if one.reader is reader)

    def stop(self, rule: str) -> Stops | None:
        return next((one for one in self.stops if one.rule == rule), None)

    def ways(self, rule: str, quote: str) -> tuple[str, ...]:
        """Ways to say it: those of the very words first, then those of their kind."""
        own = [way for one in self.phrases if one.pattern().search(quote) for way in one.said]
        found = self.stop(rule)
        return tuple(dict.fromkeys((*own, *(found.ways if found else ()))))

    def hard_words(self, texts: Iterable[tuple[str, str]]) -> tuple[HardWord, ...]:
        """The words of (section, text) that not everybody knows, each once, where it stands first."""
        return tuple(_hard(self.hard, texts))


@dataclass(frozen=True, slots=True)
class HardWord:
    words: str
    meaning: str
    section: str


def _hard(known: tuple[Phrase, ...], texts: Iterable[tuple[str, str]]) -> Iterator[HardWord]:
    open_ones = {one.words: one for one in known}
    for section, text in texts:
        for key, one in list(open_ones.items()):
            found = one.pattern().search(text)
            if found:
                del open_ones[key]
                yield HardWord(found[0], one.said[0], section)


def grown_up_in(born: date | None, due: date | None) -> int | None:
    """The year in which the child may ask to read it herself."""
    begins = born or due
    return begins.year + GROWN if begins else None


def parse_glasses(text: str) -> Glasses:
    top = read_toml(text, FILE)
    made = Glasses(
        glasses=tuple(_glass(each) for each in top.tables("laeser")),
        stops=tuple(_stops(each) for each in top.tables("maerke")),
        phrases=tuple(_phrase(each, "maader") for each in top.tables("ord")),
        hard=tuple(_meaning(each) for each in top.tables("svaert")),
        lix=top.prose("lix"),
        collected=top.day("samlet"),
    )
    top.done()
    once_each((one.reader for one in made.glasses), f"{FILE}, laeser")
    once_each((one.rule for one in made.stops), f"{FILE}, maerke")
    if {one.reader for one in made.glasses} != set(Reader):
        raise top.wrong("der skal være én læser af hver: foraeldre og barnet.")
    return made


def _glass(table: Table) -> Glass:
    reader = Reader(table.one_of("id", Reader))
    glass = Glass(
        reader=reader,
        name=table.text("navn"),
        title=table.text("titel"),
        intro=table.prose("indledning"),
        withheld=table.prose("vaern", None if reader is Reader.PARENTS else ""),
        interpreter=table.prose("tolk", ""),
        wonders=tuple(_wonder(each) for each in table.tables("spoerg")),
    )
    table.done()
    said = (glass.name, glass.title, glass.intro, glass.withheld, glass.interpreter)
    _only_known(table, *said, *(one.words for one in glass.wonders))
    return glass


def _wonder(table: Table) -> Wonder:
    wonder = Wonder(table.prose("ord"), table.one_of("se", SECTION_IDS))
    table.done()
    if "?" not in wonder.words:
        raise table.wrong("»ord« skal være et spørgsmål med spørgsmålstegn.")
    return wonder


def _stops(table: Table) -> Stops:
    named = table.texts("laesere")
    for one in named:
        if one not in set(Reader):
            raise table.wrong(f"læseren »{one}« kendes ikke. Vælg mellem {', '.join(Reader)}.")
    readers = frozenset(Reader(one) for one in named)
    stops = Stops(table.text("regel"), readers, table.prose("spoerg"), table.texts("maader"))
    table.done()
    _only_known(table, stops.question)
    if "?" not in stops.question:
        raise table.wrong("»spoerg« skal være et spørgsmål med spørgsmålstegn.")
    return stops


def _phrase(table: Table, key: str) -> Phrase:
    phrase = Phrase(table.texts("ord"), table.texts(key))
    table.done()
    if not phrase.words or not phrase.said:
        raise table.wrong(f"både »ord« og »{key}« skal have noget i sig.")
    return phrase


def _meaning(table: Table) -> Phrase:
    phrase = Phrase(table.texts("ord"), (table.prose("betyder"),))
    table.done()
    return phrase


def _only_known(table: Table, *texts: str) -> None:
    for name in re.findall(r"{(\w*)}", " ".join(texts)):
        if name not in PLACEHOLDERS:
            known = ", ".join(f"{{{each}}}" for each in sorted(PLACEHOLDERS))
            raise table.wrong(f"{{{name}}} kan ikke sættes ind. Vælg mellem {known}.")
