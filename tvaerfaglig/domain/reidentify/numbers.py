"""Ages as staff write them: »3 år og 2 måneder«, »3½ år«, »snart fire«, »14 mdr.«, »treårig«."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tvaerfaglig.domain.reidentify.traits import Mention, Trait

_NUMBERS = {
    "et": 1, "en": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9,
    "ti": 10, "elleve": 11, "tolv": 12,
}  # fmt: skip
NUMBER = rf"(?:\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_Y, _M = rf"(?P<y>{NUMBER})", rf"(?P<m>{NUMBER})"
_MONTHS = r"(?:måneder|måned|mdr\.?|mdr)"
_NOT_AGE = r"(?!\s*(?:siden|i træk|senere|tidligere|før|ad gangen|frem))(?!\w)"
_AGED = r"(?:på|er|fyldt|blevet|alder(?:en)?:?|omkring|cirka|ca\.|kun|nu|barnet|dreng|pige)\s+"
_BEFORE = rf"(?:(?<!\w)(?:{_AGED})|^)"
Range = tuple[int, int]
_YEAR = 12
_BROAD = 37
"""Three years and the month of slack at both ends: that wide is broad enough."""


_OLDEST = 8 * _YEAR
"""Whoever is older does not go in a dagtilbud."""


def number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]


def _years(match: re.Match[str]) -> Range:
    y = number(match["y"])
    return y * _YEAR - 1, y * _YEAR + _YEAR


def _years_and_months(match: re.Match[str]) -> Range:
    at = number(match["y"]) * _YEAR + number(match["m"])
    return at - 1, at + 1


def _months(match: re.Match[str]) -> Range:
    return number(match["m"]) - 1, number(match["m"]) + 1


def _half(match: re.Match[str]) -> Range:
    y = number(match["y"]) * _YEAR
    return y + 2, y + 10


def _one_and_half(_: re.Match[str]) -> Range:
    return 14, 22


def _soon(match: re.Match[str]) -> Range:
    y = number(match["y"]) * _YEAR
    return y - 7, y + 1


def _just(match: re.Match[str]) -> Range:
    y = number(match["y"]) * _YEAR
    return y - 1, y + 5


def _span(match: re.Match[str]) -> Range:
    return number(match["y"]) * _YEAR - 1, number(match["m"]) * _YEAR + _YEAR


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Range], str], ...] = (
    (
        _pattern(rf"(?<!\w)(?P<what>{_Y} år(?: og|,)? {_M} {_MONTHS})(?: gammelt?)?(?!\w)"),
        _years_and_months,
        "år",
    ),
    (
        _pattern(rf"(?<!\w)(?P<what>{_Y}\s?(?:–|-|til)\s?{_M}[- ]?årige?)(?!\w)"),
        _span,
        "årig",
    ),
    (_pattern(rf"(?<!\w)(?P<what>{_Y}\s?(?:–|-|til)\s?{_M} år){_NOT_AGE}"), _span, "år"),
    (
        _pattern(rf"(?<!\w)(?P<what>{_Y}(?:½|,5| ½| 1/2| et halvt) år){_NOT_AGE}"),
        _half,
        "år",
    ),
    (_pattern(rf"{_BEFORE}(?P<what>halvandet(?: år)?){_NOT_AGE}"), _one_and_half, "år"),
    (_pattern(rf"(?<!\w)(?P<what>{_Y}[- ]?årige?)(?!\w)"), _years, "årig"),
    (
        _pattern(
            rf"(?<!\w)(?:er |bliver |fylder )?(?P<what>(?:snart|næsten|knap) {_Y}(?: år)?)"
            rf"(?=\s*(?:[.,;:!?)\n]|$|og\b|men\b|år\b))"
        ),
        _soon,
        "år",
    ),
    (
        _pattern(
            rf"(?<!\w)(?:er )?(?P<what>(?:lige|netop|nylig|nyligt) (?:fyldt|blevet) {_Y}(?: år)?)"
            rf"(?=\s*(?:[.,;:!?)\n]|$|og\b|men\b|år\b))"
        ),
        _just,
        "år",
    ),
    (_pattern(rf"{_BEFORE}(?P<what>{_M} {_MONTHS}(?: gammelt?)?){_NOT_AGE}"), _months, "år"),
    (_pattern(rf"(?<!\w)(?P<what>{_M} {_MONTHS}) gammelt?(?!\w)"), _months, "år"),
    (_pattern(rf"{_BEFORE}(?P<what>{_Y} år){_NOT_AGE}"), _years, "år"),
)


def ages(text: str) -> Iterator[Mention]:
    """Every age in the text, whoever's it is."""
    for pattern, meant, ends in _WAYS:
        for match in pattern.finditer(text):
            low, high = meant(match)
            if low > _OLDEST:
                continue
            inflected = "e" if ends == "årig" and match["what"].endswith("e") else ""
            said = broader(low, high, ends) + inflected if broader(low, high, ends) else ""
            yield Mention(Trait.AGE, (low, high), match.start("what"), match.end("what"), said)


def broader(low: int, high: int, ends: str = "år") -> str:
    """Three years around it; empty where it is as broad already."""
    if high - low >= _BROAD:
        return ""
    first, last = max((low + 1) // _YEAR - 1, 0), (high - 1) // _YEAR + 1
    return f"{first}–{last} år" if ends == "år" else f"{first}–{last}-årig"
