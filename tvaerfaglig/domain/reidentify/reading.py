"""Reads one text for the facts in it, each at its place. What may be said of somebody else is passed over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tvaerfaglig.domain.danish import MONTHS
from tvaerfaglig.domain.reidentify.numbers import NUMBER, ages, number
from tvaerfaglig.domain.reidentify.traits import Mention, Trait
from tvaerfaglig.domain.reidentify.words import Words

_I = re.IGNORECASE
_MONTH = "|".join(MONTHS)
_WEEKDAY = "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag"
_SEASONS = {"vinter": (12, 1, 2), "forår": (3, 4, 5), "sommer": (6, 7, 8), "efterår": (9, 10, 11)}
_SEASON = "|".join(_SEASONS)

_CHILD = re.compile(
    r"(?<!\w)(?P<en>en )?(?:(?P<adj>lille|stille|stor|glad|sød|livlig) )?"
    r"(?P<noun>drengen|pigen|dreng|pige)(?P<s>s?)(?!\w)",
    _I,
)
_PRONOUN = re.compile(r"(?<!\w)(han|ham|hans|hun|hende|hendes)(?!\w)", _I)
_OTHERS = re.compile(
    r"(?<!\w)(?:mor|mors|far|fars|moren|faren|forælder|forældrene?|mormor|morfar|farmor|farfar|moster|faster"
    r"|onkel|bedste\w+|kæreste\w*|papfar|papmor|stedfar|stedmor|søster\w*|bror\w*|storebror\w*|lillebror\w*"
    r"|storesøster\w*|lillesøster\w*|veninde\w*|ven|vennen|kammerat\w*|anden|andet barn|pædagog\w*|medhjælper\w*"
    r"|socialrådgiver\w*|sundhedsplejerske\w*|leder\w*|psykolog\w*|dagplejer\w*|lærer\w*|læge\w*|tolk\w*|tvilling\w*)(?!\w)",
    _I,
)
_ELSE = re.compile(
    r"(?<!\w)(?:anden|andre|andet|med en|til en|mod en|slog en|skubbede en|bed en)\s*$", _I
)
_TWIN = re.compile(
    r"(?<!\w)(?P<er>(?:er|har) (?:en )?)?(?:(?:en|to)ægge\w* )?"
    r"tvilling(?:en|er|erne|ebror\w*|esøster\w*|epar\w*|)s?(?!\w)",
    _I,
)
_ONLY = re.compile(r"(?<!\w)(?:enebarn|ingen søskende|ikke søskende)(?!\w)", _I)
_SO_MANY = re.compile(
    rf"(?<!\w)(?P<n>{NUMBER}) (?:ældre |yngre |mindre |større |store |små )?søskende(?!\w)", _I
)
_SIBLING = re.compile(
    rf"(?<!\w)(?:(?:en|sin|hans|hendes|barnets) )?(?P<order>store|lille|ældre |yngre |)(?P<sex>søster|bror)"
    rf"(?:en)?(?P<s>s?)(?P<age> på (?P<y>{NUMBER}) år)?(?!\w)",
    _I,
)
_SIBLINGS = re.compile(r"(?<!\w)(?<!andre )søskende(?!\w)", _I)
_BORN = re.compile(
    rf"(?<!\w)(?P<way>født|fødselsdag|fyld(?:er|te) (?:\w+ )?(?:år )?)\s*(?:i|den|d\.)\s*(?:\d{{1,2}}\.\s*)?"
    rf"(?P<month>{_MONTH})(?!\w)",
    _I,
)
_SEASON_CHILD = re.compile(rf"(?<!\w)(?P<season>{_SEASON})barn(?:et)?(?!\w)", _I)
_DAY = re.compile(
    rf"(?<!\w)(?:(?:{_WEEKDAY})(?: den| d\.)? |den |d\. )?(?P<d>\d{{1,2}})\.\s?"
    rf"(?P<m>{_MONTH}|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec)(?!\w)(?:\.(?= \d{{4}}))?(?: (?P<y>\d{{4}}))?"
    rf"|(?<!\w)(?:den|d\.) \d{{1,2}}[./]\d{{1,2}}(?:[-./]\d{{2,4}})?(?!\w)"
    rf"|(?<![\w/.-])\d{{1,2}}[./-]\d{{1,2}}[./-](?:20)?\d{{2}}(?![\w/.-])",
    _I,
)
_EVERY_DAY = re.compile(rf"(?<!\w)(?:hver (?:{_WEEKDAY})|om (?:{_WEEKDAY})en)(?!\w)", _I)
_SENTENCE = re.compile(r"[.!?\n]\s")
Reader = Callable[[str, "Reading"], Iterator[Mention]]


@dataclass(frozen=True)
class Reading:
    """What a text is read with: the words of `anonymt.toml`, and the names of this house.

    `adults` are first names of those at the table; a »hun« after one of them is not the child.
    """

    words: Words
    stuer: tuple[tuple[str, str], ...] = ()
    dagplejere: tuple[tuple[str, str], ...] = ()
    adults: frozenset[str] = frozenset()
    card_words: frozenset[str] = frozenset()
    day: date = date.min


@lru_cache(maxsize=512)
def read(text: str, reading: Reading) -> tuple[Mention, ...]:
    """The facts in the order of the text. No two overlap: the one that says most is kept."""
    kept: list[Mention] = []
    for reader in _READERS:
        for one in reader(text, reading):
            if all(one.end <= other.start or one.start >= other.end for other in kept):
                kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def _sibling(text: str, reading: Reading) -> Iterator[Mention]:
    for one in _SIBLING.finditer(text):
        order = one["order"].casefold().strip()
        older = {"store": "store", "ældre": "store", "lille": "lille", "yngre": "lille"}
        low, high = (-1, -1)
        if one["y"]:
            low, high = number(one["y"]) * 12 - 1, number(one["y"]) * 12 + 12
        sex = "pige" if one["sex"].casefold() == "søster" else "dreng"
        value = (sex, older.get(order, ""), low, high)
        said = reading.words.broader["soeskende"]
        yield Mention(Trait.SIBLING, value, one.start(), one.end(), said)


def _twins(text: str, reading: Reading) -> Iterator[Mention]:
    for one in _TWIN.finditer(text):
        said = reading.words.broader["har_soeskende" if one["er"] else "soeskende"]
        yield Mention(Trait.TWIN, (), one.start(), one.end(), said)


def _only_child(text: str, _: Reading) -> Iterator[Mention]:
    for one in _ONLY.finditer(text):
        yield Mention(Trait.ONLY_CHILD, (), one.start(), one.end())


def _so_many(text: str, reading: Reading) -> Iterator[Mention]:
    for one in _SO_MANY.finditer(text):
        said = reading.words.broader["soeskende"]
        yield Mention(Trait.SO_MANY, (number(one["n"]),), one.start(), one.end(), said)


def _siblings(text: str, _: Reading) -> Iterator[Mention]:
    for one in _SIBLINGS.finditer(text):
        yield Mention(Trait.SIBLINGS, (), one.start(), one.end())


def _ages(text: str, reading: Reading) -> Iterator[Mention]:
    """Ages of the child; one that stands after a brother, a mother or a name is somebody else's."""
    for one in ages(text):
        clause = re.split(r"[.!?;\n,]", text[: one.start])[-1][-48:]
        if not (_OTHERS.search(clause) or set(re.findall(r"\w+", clause)) & reading.adults):
            yield one


def _phrases(text: str, reading: Reading) -> Iterator[Mention]:
    for phrase in reading.words.phrases:
        for one in phrase.pattern.finditer(text):
            yield Mention(phrase.trait, (), one.start(), one.end(), phrase.broader)


@lru_cache(maxsize=4)
def _languages_of(words: Words) -> tuple[tuple[re.Pattern[str], str], ...]:
    tongue, country = words.language, words.country
    people = "mor|far|familie|forældre|moren|faren|familien|baggrund|bedstemor|bedsteforældre"
    return (
        (
            re.compile(rf"(?<!\w)(?:en )?(?P<t>{tongue}) (?:{people})(?!\w)", _I),
            "familie_med_sprog",
        ),
        (re.compile(rf"(?<!\w)taler (?:kun |mest )?(?P<t>{tongue})(?!\w)", _I), "taler_sprog"),
        (re.compile(rf"(?<!\w)(?P<t>{tongue})(?:talende|sproget|sprogede)(?!\w)", _I), "sproget"),
        (re.compile(rf"(?<!\w)(?P<t>{tongue})(?!\w)", _I), "andet_sprog"),
        (re.compile(rf"(?<!\w)(?P<t>{country})(?!\w)"), "andet_land"),
    )


def _languages(text: str, reading: Reading) -> Iterator[Mention]:
    words = reading.words
    for pattern, key in _languages_of(words):
        for one in pattern.finditer(text):
            value = words.by_word[one["t"].casefold()]
            yield Mention(Trait.LANGUAGE, value, one.start(), one.end(), words.broader[key])


def _stuer(text: str, reading: Reading) -> Iterator[Mention]:
    for key, name in reading.stuer:
        for one in _named(text, name):
            said = reading.words.broader["stuens" if one["s"] else "stue"]
            yield Mention(Trait.STUE, (key,), one.start(), one.end(), said)


def _dagplejere(text: str, reading: Reading) -> Iterator[Mention]:
    """»hos Jonas« is a fact; Jonas at the table is a colleague."""
    for key, name in reading.dagplejere:
        for one in _named(text, name, before=r"(?:hos|ved) (?P<what>"):
            yield Mention(
                Trait.DAGPLEJER, (key,), one.start("what"), one.end("what"),
                reading.words.broader["dagplejer"],
            )  # fmt: skip


def _named(text: str, name: str, before: str = "") -> Iterator[re.Match[str]]:
    closes = ")" if before else ""
    return re.finditer(rf"(?<!\w){before}{re.escape(name)}(?P<s>s?){closes}(?!\w)", text)


def _births(text: str, reading: Reading) -> Iterator[Mention]:
    for one in _BORN.finditer(text):
        month = MONTHS.index(one["month"].casefold()) + 1
        way = one["way"].casefold()
        said = reading.words.broader["fylder_aar"] if way.startswith("fylder") else ""
        yield Mention(Trait.BIRTH, (month,), one.start(), one.end(), said)
    for one in _SEASON_CHILD.finditer(text):
        months = _SEASONS[one["season"].casefold()]
        said = reading.words.broader["barnet" if one[0].endswith("et") else "aarstid"]
        yield Mention(Trait.BIRTH, months, one.start(), one.end(), said)


def _days(text: str, reading: Reading) -> Iterator[Mention]:
    for one in _DAY.finditer(text):
        said = reading.words.broader["snart" if _ahead(one, reading.day) else "for_nylig"]
        yield Mention(Trait.DAY, (one[0].casefold(),), one.start(), one.end(), said)
    for one in _EVERY_DAY.finditer(text):
        key = "hver_uge" if one[0].casefold().startswith("hver") else "fast_dag"
        said = reading.words.broader[key]
        yield Mention(Trait.WEEKDAY, (one[0].casefold(),), one.start(), one.end(), said)


def _ahead(match: re.Match[str], today: date) -> bool:
    if not match["m"] or not match["d"]:
        return False
    month = next(n for n, one in enumerate(MONTHS, 1) if one.startswith(match["m"].casefold()[:3]))
    year = int(match["y"]) if match["y"] else today.year
    return (year, month, int(match["d"])) > (today.year, today.month, today.day)


def _sexes(text: str, reading: Reading) -> Iterator[Mention]:
    for one in _CHILD.finditer(text):
        if _ELSE.search(text[: one.start("noun")]) or _ELSE.search(text[: one.start()]):
            continue
        sex = "dreng" if one["noun"].casefold().startswith("dreng") else "pige"
        yield Mention(Trait.SEX, (sex, "ord"), one.start(), one.end(), _child(one, reading.words))
    for one in _PRONOUN.finditer(text):
        if not _speaks_of_others(text, one.start(), reading.adults):
            word = one[0].casefold()
            sex = "dreng" if word.startswith("ha") else "pige"
            said = reading.words.broader["barnets" if word.endswith("s") else "barnet"]
            yield Mention(Trait.SEX, (sex, "han"), one.start(), one.end(), said)


def _child(one: re.Match[str], words: Words) -> str:
    noun, owns, adjective = one["noun"].casefold(), one["s"], one["adj"]
    if noun in {"drengen", "pigen"}:
        said = words.broader["barnets" if owns else "barnet"]
        return f"det {_neuter(adjective)} {words.broader['barn']}{owns}" if adjective else said
    said = words.broader["barns" if owns else "barn"]
    if one["en"]:
        return f"et {_neuter(adjective)} {said}" if adjective else f"et {said}"
    return f"{adjective} {said}" if adjective else said


def _neuter(adjective: str) -> str:
    word = adjective.casefold()
    return word if word.endswith(("e", "d")) and word != "sød" else f"{word}t"


def _speaks_of_others(text: str, at: int, adults: frozenset[str]) -> bool:
    """Whether somebody else was named in this sentence or the one before: then »hun« may be she."""
    starts = [one.end() for one in _SENTENCE.finditer(text, 0, at)]
    begin = starts[-2] if len(starts) > 1 else 0
    before = text[begin:at]
    return bool(_OTHERS.search(before)) or bool(set(re.findall(r"\w+", before)) & adults)


def _card_words(text: str, reading: Reading) -> Iterator[Mention]:
    """Rare words that stand on a card of this house too."""
    for word, pattern in reading.words.rare:
        if word in reading.card_words:
            for one in pattern.finditer(text):
                yield Mention(Trait.CARD_WORD, (word,), one.start(), one.end())


_READERS: tuple[Reader, ...] = (
    _phrases, _twins, _only_child, _so_many, _sibling, _siblings, _births, _ages, _languages,
    _stuer, _dagplejere, _days, _sexes, _card_words,
)  # fmt: skip
