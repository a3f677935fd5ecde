"""Ages and birthdays in the text beside the child's own: »er 4 år«, »3-årige«, »3½ år«, »2 år og 5 mdr.«."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.days import days_in
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.name_forms import hit_at, is_own_name
from tvaerfaglig.domain.quality.language.prose import Prose, Word

_WORDS = {"et": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8}
_ONE = rf"(?:\d{{1,2}}|{'|'.join(_WORDS)})"
_YEARS = (
    rf"(?P<years>{_ONE})(?P<half>½| ½|,5| 1/2| et halvt| og et halvt)? år\b"
    rf"(?:(?: og|,)? (?P<months>{_ONE}) (?:måned(?:er)?|mdr?\.?))?"
)
_MONTHS = r"(?P<only>\d{1,2}) (?:måneder|mdr\.?)"
_AGE = re.compile(
    rf"\b(?P<link>er (?:nu |i dag |kun |lige |netop |lige blevet |blevet |snart )?|på |på snart |, |\("
    rf"|: )(?:{_YEARS}|{_MONTHS})(?! (?:siden|ældre|yngre))(?: gammel)?"
    rf"|\b(?P<aged>{_ONE})(?P<and_half>½)?[- ]?årige?\b|\b(?P<one_half>halvandet)(?: år|tårig)",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\bfødt\b[^.\n\d]{0,12}|\bfødselsdag(?:en)?:? [^.\n\d]{0,8}|\bfødselsdato:?\s*|\bfødt:\s*",
    re.IGNORECASE,
)
_THEN = re.compile(r"\b(?:da|siden|dengang|før|inden|fra|til)\b[^,.]*$|\bvar\s*$", re.IGNORECASE)
_CLOSE = 4


def age_hits(prose: Prose, section: str, known: Known, *, facts: bool = False) -> Iterator[Hit]:
    """Among facts every birthday without another's name is the child's."""
    if known.born is None:
        return
    yield from _birthdays(prose, section, known, known.born, facts=facts)
    if known.today is None or known.born > known.today:
        return
    age = danish.age(known.born, known.today)
    for found in _AGE.finditer(prose.text):
        if not _fits(found, danish.months_between(known.born, known.today)) and _is_childs(
            found, prose, known
        ):
            start = found.start() + len(found["link"] or "") * (
                not (found["link"] or "").strip(" :,(")
            )
            yield hit_at("alder", prose, section, (start, found.end()), hvad=age)


def _fits(found: re.Match[str], months: int) -> bool:
    """A month to either side is no question; so is half a year where halves are said."""
    if found["only"]:
        return abs(int(found["only"]) - months) <= 1
    if found["one_half"]:
        return abs(18 - months) <= 4
    years = _number(found["years"] or found["aged"])
    if found["half"] or found["and_half"]:
        return abs(12 * years + 6 - months) <= 4
    if found["months"]:
        return abs(12 * years + _number(found["months"]) - months) <= 1
    if "snart" in (found["link"] or ""):
        return 0 < 12 * years - months <= 6
    return years in {months // 12, (months + 1) // 12}


def _number(said: str) -> int:
    low = said.lower()
    return _WORDS[low] if low in _WORDS else int(low)


def _is_childs(found: re.Match[str], prose: Prose, known: Known) -> bool:
    """Said of the child, now, and not by somebody in quotes."""
    if prose.is_quoted(found.start()):
        return False
    begun, _ = prose.sentence_of(found.start())
    words = prose.words_between(begun, found.start())
    if _THEN.search(prose.text[begun : found.start()]) and not (found["link"] or "").startswith(
        "er"
    ):
        return False
    after = next(iter(prose.words_between(found.end(), found.end() + 40)), None)
    if (
        (found["aged"] or found["one_half"])
        and after is not None
        and is_own_name(after, prose, known)
    ):
        return True
    if found["link"] in {", ", "(", ": "}:
        return (
            bool(words)
            and any(is_own_name(word, prose, known) for word in words[-2:])
            and found.start() - words[-1].end <= 1
        )
    return _is_subject(words[-_CLOSE:], prose)


def _is_subject(before: tuple[Word, ...], prose: Prose) -> bool:
    others = prose.lexicon.foraeldre | prose.lexicon.andre_folk - prose.lexicon.barnet
    lows = [word.low for word in before]
    named = any(low in prose.parents | prose.others for low in lows)
    return any(map(prose.is_child, lows)) and not named and not others.intersection(lows)


def _birthdays(
    prose: Prose, section: str, known: Known, born: date, *, facts: bool
) -> Iterator[Hit]:
    days = [one for one in days_in(prose.text, known.today) if one.has_year and one.on]
    for found in _BORN.finditer(prose.text):
        day = next((one for one in days if 0 <= one.start - found.end() <= 5), None)
        if day is None or day.on == born:
            continue
        begun, _ = prose.sentence_of(found.start())
        line = max(begun, prose.text.rfind("\n", 0, found.start()) + 1)
        before = prose.words_between(line, found.start())
        own = any(is_own_name(word, prose, known) for word in before)
        if own or _is_subject(before[-_CLOSE:], prose) or (facts and not before):
            yield hit_at(
                "foedselsdag", prose, section, (found.start(), day.end), hvad=danish.day(born)
            )
