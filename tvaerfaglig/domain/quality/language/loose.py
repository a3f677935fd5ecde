"""Words for a day that nobody can look up: »i går«, »i tirsdags«, »sidste uge«, »dagen før«, a weekday alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.quality.language.days import days_in
from tvaerfaglig.domain.quality.language.prose import Prose
from tvaerfaglig.domain.quality.language.rules import Part

_WEEKDAY = "|".join(danish.WEEKDAYS)
_MONTH = "|".join(danish.MONTHS)
_SHORT_DAY = "man|tirs|ons|tors|fre|lør|søn"
_TIME = (
    r"(?: (?:morges|formiddags|middags|eftermiddags|aftes|nat|morgen|formiddag|eftermiddag|aften))?"
)
_NOT_A_RATE = (
    r"(?! (?:om|ad|i (?:ugen|måneden|timen|træk)|hver|mere|til|fri|efter dag|for sent|senere))"
)
_LOOSE = re.compile(
    rf"\b(?:(?:allerede |senest |så sent som )?(?:i går{_TIME}|i forgårs|i aftes|i morges|i nat|i (?:formiddags"
    rf"|eftermiddags))"
    r"|forleden(?: (?:dag|morgen|eftermiddag|aften|uge))?|(?:her )?den anden dag|(?:her )?i weekenden"
    r"|(?:her )?for (?:ganske )?nyligt?|fornylig|for kort tid siden|for (?:et stykke|noget|nogen) tid siden"
    rf"|(?:her )?i (?:sidste|forrige) (?:uge|weekend|måned)|(?:sidste|forrige) (?:uge|weekend|måned|{_WEEKDAY})"
    rf"|i (?:{_WEEKDAY})s|(?:i )?(?:{_SHORT_DAY})dags{_TIME}|den forgangne uge|(?:(?:tidligere )?i denne"
    rf"|tidligere på) uge(?:n)?"
    r"|(?:i (?:starten|begyndelsen|slutningen)|sidst|midt|først|tidligt) (?:af|på|i) (?:sidste |denne )?ugen?"
    r"|for (?:en|et par|nogle|få|to|tre|fire|fem|seks|\d{1,2}|14) (?:dage?|uger?|måneder?|måned) siden"
    r"|her til morgen|tidligere på dagen|(?<!som )(?<!end )(?:dagen|aftenen|ugen|morgenen|weekenden) (?:før|inden"
    r"|forinden|efter)(?= (?:kom|var|sagde|fortalte|havde|blev|slog|græd)|[.,])"
    rf"|en (?:anden )?(?:dag|morgen|eftermiddag|formiddag){_NOT_A_RATE}|på et tidspunkt(?! kl)"
    r"|(?:her )?i (?:foråret|sommeren|sommer|efteråret|vinteren|vinter)(?!ferie)"
    rf"|(?:engang|en gang|en dag|midt|tidligt|sent) i (?:foråret|sommeren|efteråret|vinteren|sidste uge"
    rf"|{_MONTH}))(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?<![\w-])(?P<day>(?:{_WEEKDAY})(?: (?:morgen|formiddag|middag|eftermiddag|aften|morges))?)(?![\w-])",
    re.IGNORECASE,
)
_USUAL = re.compile(
    r"\b(?:hver|hveranden|om|på|til|fra|både|næste|og|eller|samt|anden|alle|kommende|førstkommende|mellem|siden"
    r"|inden|nogle)\s*$"
    rf"|(?:{_WEEKDAY})\s*(?:,|–|-|/)\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(rf"\s*(?:,|–|-|/|og|eller|til|samt)\s*(?:{_WEEKDAY})\b", re.IGNORECASE)
_LINKED = re.compile(r"^(?:dagen|aftenen|ugen|morgenen|weekenden)\b", re.IGNORECASE)
_DATED_OTHERWISE = re.compile(
    r"\buge \d{1,2}\b|\b20\d\d\b|\bsamme (?:dag|uge)\b"
    rf"|\b(?:{_MONTH})\b",
    re.IGNORECASE,
)
_SEASON = re.compile(r"foråret|sommer|efteråret|vinter", re.IGNORECASE)
_WIDE = re.compile(
    r"(?:her )?(?:i (?:foråret|sommer|efteråret|vinter)|en (?:dag|morgen)|på et)", re.IGNORECASE
)
"""In an assessment these say how one thinks of it, not when it was."""
_RETELLS = frozenset({Part.FORAELDRENES_SYN})
_SEEN = frozenset({Part.OBSERVATIONER, Part.BARNETS_UDSAGN})
_ANY_DAY = date(2026, 1, 1)


def loose_days(
    prose: Prose, part: Part, today: date | None
) -> Iterator[tuple[tuple[int, int], str]]:
    """Where each stands, and its words. What a parent or the child says in quotes is theirs."""
    taken: list[tuple[int, int]] = []
    for found in _LOOSE.finditer(prose.text):
        if not prose.is_quoted(found.start()) and _is_asked(found, prose, part, today):
            taken.append(found.span())
            yield found.span(), found[0].lower()
    if part in _SEEN:
        for found in _BARE.finditer(prose.text):
            beside = any(start < found.end() and found.start() < end for start, end in taken)
            if not beside and _is_bare(found, prose, today):
                yield found.span("day"), found["day"].lower()


def _is_asked(found: re.Match[str], prose: Prose, part: Part, today: date | None) -> bool:
    if _has_day(prose, found.start(), today, month_is_enough=_SEASON.search(found[0]) is not None):
        return False
    if part is Part.VURDERING and _WIDE.match(found[0]):
        return False
    if _LINKED.match(found[0]) and _has_day_before(prose, found.start(), today):
        return False
    return part not in _RETELLS or _when_it_was_told(found, prose)


def _when_it_was_told(found: re.Match[str], prose: Prose) -> bool:
    """»Mor sagde i går, at …«: the day of the talk is ours to say, the days in it are hers."""
    begun, end = prose.sentence_of(found.start())
    words = prose.words_between(begun, end)
    says = [word for word in words if word.low in prose.lexicon.siger]
    before = prose.text[begun : found.start()]
    return bool(says) and not re.search(r"\bat\b|:", before)


def _is_bare(found: re.Match[str], prose: Prose, today: date | None) -> bool:
    """»Tirsdag kom hun uden jakke.« Weekdays that come again (»om tirsdagen«, »mandag og onsdag«) are a habit."""
    start, end = found.span("day")
    if prose.is_quoted(start) or prose.is_told(start):
        return False
    if _USUAL.search(prose.text[max(0, start - 24) : start]) or _GOES_ON.match(prose.text, end):
        return False
    return not (_has_day(prose, start, today) or _has_day_before(prose, start, today))


def _has_day(prose: Prose, start: int, today: date | None, *, month_is_enough: bool = True) -> bool:
    """A season is said well enough by its months; for a day a month is too wide."""
    sentence = prose.sentence_text(start)
    other = _DATED_OTHERWISE.search(sentence)
    if other is not None and not month_is_enough:
        other = None if other[0].lower() in danish.MONTHS else other
    return _has_date(sentence, today) or other is not None


def _has_day_before(prose: Prose, start: int, today: date | None) -> bool:
    """The paragraph has said which day it speaks of."""
    paragraph = prose.text[max(0, start - 600) : start].rpartition("\n\n")[2]
    return _has_date(paragraph, today) or _DATED_OTHERWISE.search(paragraph) is not None


def _has_date(text: str, today: date | None) -> bool:
    return any(True for _ in days_in(text, today or _ANY_DAY))
