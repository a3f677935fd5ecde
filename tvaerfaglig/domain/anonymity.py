"""What in a text without names would still tell who the child is: names, numbers, addresses, birthdays.

It finds what is known in the vault and no more. How many children the rest of the words fit is counted in
`domain.reidentify`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from tvaerfaglig.domain.cpr import find_cprs
from tvaerfaglig.domain.danish import MONTHS, parse_date
from tvaerfaglig.domain.known_names import Names
from tvaerfaglig.domain.masking import mentioned

_DATED = re.compile(
    r"\b\d{1,2}(?:\s?[./-]\s?\d{1,2}\s?[./-]\s?|\.?\s[a-zæøå]{3,9}\.?\s)(?:[12]\d{3}|\d{2})\b",
    re.IGNORECASE,
)
_BIRTHDAY = re.compile(
    rf"(?:født|fødselsdag|fylder \w+(?: år)?|fylder år)\s+(?:er |den |d\. |er den )?"
    rf"(?P<day>(?P<d>\d{{1,2}})\.\s?(?P<m>{'|'.join(MONTHS)}))(?!\s*\d)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\d-])(?:\+45\s?)?\d{2}(?:[ .]?\d{2}){3}(?![\d-])")
_CASE = re.compile(
    r"(?<!\w)(?:sags?|journal|j)\.?\s?-?(?:nr|nummer)\.?:?\s*(?P<nr>[\w./-]*\d[\w/-]*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What besides a name leads to one child: addresses, telephone numbers as digits, numbers of cases."""

    addresses: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()


def given_away(
    text: str,
    families: Iterable[str],
    birthdays: Collection[date],
    at_the_table: Iterable[str] = (),
    *,
    staff: Iterable[str] = (),
    marks: Marks | None = None,
    is_word: Callable[[str], bool] = bool,
) -> tuple[str, ...]:
    """The words as they stand, each once, in the order of the text.

    `families` are full names of known children and of those who raise them. Whoever sits `at_the_table`
    may be named: a name that is hers as well is taken for hers. So may all of `staff`, by full name. `is_word`
    says whether Danish has a word: in small letters nothing but a name that is no word tells.
    """
    names = Names(families, at_the_table, staff, is_word)
    found = [(one.start, text[one.start : one.end]) for one in names.found(text)]
    found += [(one.start, text[one.start : one.end]) for one in find_cprs(text)]
    found += _birthdays(text, birthdays)
    found += _marked(text, marks or Marks())
    found += [(one.start("nr"), one["nr"]) for one in _CASE.finditer(text)]
    found += [(0, f"{{barn:{child}}}") for child in mentioned(text)]
    return tuple(dict.fromkeys(words for _, words in sorted(found)))


def _birthdays(text: str, birthdays: Collection[date]) -> Iterator[tuple[int, str]]:
    """With a year any known birthday; without one where it is said to be a birthday."""
    if not birthdays:
        return
    newest = max(birthdays)
    for one in _DATED.finditer(text):
        if _read(one[0], newest) in birthdays:
            yield one.start(), one[0]
    days = {(on.month, on.day) for on in birthdays}
    for one in _BIRTHDAY.finditer(text):
        if (MONTHS.index(one["m"].casefold()) + 1, int(one["d"])) in days:
            yield one.start("day"), one["day"]


def _marked(text: str, marks: Marks) -> Iterator[tuple[int, str]]:
    plain = text.casefold()
    for said in filter(plain.__contains__, marks.addresses | marks.cases):
        for one in re.finditer(rf"(?<!\w){re.escape(said)}(?!\w)", plain):
            yield one.start(), text[one.start() : one.end()]
    for one in _PHONE.finditer(text):
        if digits(one[0]) in marks.phones:
            yield one.start(), one[0]


def digits(phone: str) -> str:
    """The eight that are dialled, however they are written; empty for anything shorter."""
    plain = re.sub(r"\D", "", phone)
    return plain[-8:] if len(plain) >= 8 else ""


def street(address: str) -> str:
    """Road and number, as one would say where somebody lives."""
    first = " ".join(address.split(",", maxsplit=1)[0].split()).casefold()
    return first if re.search(r"\d", first) else ""


def _read(words: str, near: date) -> date | None:
    """A year of two digits is the one nearest the youngest child's."""
    return parse_date(" ".join(words.split()), near)


def without(text: str, words: Iterable[str]) -> str:
    """The text with names said as »barnet«, roads as »et sted«, and numbers taken out, for whoever asks for it."""
    for said in sorted(words, key=len, reverse=True):
        pattern = rf"(?<!\w){re.escape(said)}(?!\w)"
        text = re.sub(pattern, partial(_said, _instead(said)), text)
    return text


def _instead(said: str) -> str:
    """A road and its number are »et sted«; any other number is nothing."""
    if any(map(str.isdigit, said)):
        return "et sted" if said[:1].isalpha() and " " in said else ""
    return "barnets" if _owns(said) else "barnet"


def _owns(said: str) -> bool:
    """A name that ends in s may be an owner or just a name; the shorter form is then the safer guess."""
    return said.endswith(("'s", "’s", "'", "’")) or (said.endswith("s") and len(said) > 3)


def _said(instead: str, match: re.Match[str]) -> str:
    before = match.string[: match.start()].rstrip()
    starts = not before or before[-1] in ".!?\n" or match.string[: match.start()].endswith("\n")
    return instead.capitalize() if starts else instead
