"""People who are not this child's: where a text names them, however it is written.

It is read as an eye reads it: soft hyphens and words parted at a line's end are joined, ligatures and
loose accents are composed. What is found is proposed to a person, who decides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tvaerfaglig.domain.indsigt import Bar
from tvaerfaglig.domain.naming import name_words

_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_OWNS = r"(?:['’]?s|['’])?"
_NUMBER = re.compile(r"(?<![\d])(?:\+45[ ]?)?\d{2}[ ]?\d{2}[ ]?\d{2}[ ]?\d{2}(?!\d)")
_CPR = re.compile(r"(?<!\d)\d{6}[- ]?\d{4}(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LONG_NAME = 5
_PRIVATE = "ansat_privat"


@dataclass(frozen=True, slots=True)
class Someone:
    """A third party: what she is known by, and the reason that a bar over her has.

    `numbers` are telephones and CPR numbers, `places` addresses; `spared` are words of her name that
    also are somebody's who may be named.
    """

    reason: str
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    spared: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Flat:
    """A text as an eye reads it, and where each of its signs stood."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of it stood in the text it was made of."""
        return self.origin[start], self.origin[end - 1] + 1


def flat(text: str) -> Flat:
    """Composed, without invisible signs, white space as one space, a word parted at a line's end joined."""
    signs: list[str] = []
    origin: list[int] = []
    for start, piece in _clusters(text):
        for sign in unicodedata.normalize("NFKC", piece):
            shown = " " if sign.isspace() else sign
            if shown == " " and signs and signs[-1] == " ":
                continue
            signs.append(shown)
            origin.append(start)
    return Flat("".join(signs), tuple(origin))


def _clusters(text: str) -> Iterable[tuple[int, str]]:
    """Each sign with the accents that follow it; what nobody sees is left out."""
    at = 0
    while at < len(text):
        parted = re.match(r"[-\u2010]\s*\n\s*(?=[a-zæøå])", text[at:])
        if parted and at and text[at - 1].isalpha():
            at += parted.end()
            continue
        end = at + 1
        while end < len(text) and (unicodedata.combining(text[end]) or text[end] in _DROPPED):
            end += 1
        if text[at] not in _DROPPED:
            yield at, "".join(sign for sign in text[at:end] if sign not in _DROPPED)
        at = end


class Watch:
    """Knows the third parties of one child, and finds them in texts.

    `own` are the words of the child's and her family's own names: they are never proposed, and cannot
    be told from somebody else's who is called the same. A colleague's name is not taken for a longer
    form of somebody else's. `known` are texts with the numbers and mail addresses that may stand.
    """

    def __init__(
        self,
        people: Iterable[Someone],
        own: Iterable[str],
        known: Iterable[str],
        colleagues: Iterable[str] = (),
    ) -> None:
        everybody = tuple(people)
        self._own = frozenset(word for name in own for word in re.findall(r"\w+", _nfc(name)))
        self._whole = frozenset(word for name in colleagues for word in _nfc(name).split())
        said = " ".join(known)
        self._ours = frozenset(
            _digits(one) for one in (*_CPR.findall(said), *_NUMBER.findall(said))
        )
        self._mails = frozenset(one.casefold() for one in _MAIL.findall(said))
        self._names = {form: one.reason for one in everybody for form in self._forms(one)}
        self._places = {_nfc(place): one.reason for one in everybody for place in one.places}
        self._where = {place.casefold(): reason for place, reason in self._places.items()}
        self._numbers = {_digits(n): one.reason for one in everybody for n in one.numbers if n}
        self._found: dict[str, tuple[Bar, ...]] = {}
        self._pattern = _any_of(self._names)
        self._street = _anywhere(self._where)

    @property
    def words(self) -> tuple[str, ...]:
        """Every name, place and number that must not be found unless somebody let it stand."""
        return (*self._names, *self._places, *self._numbers)

    def proposed(self, text: str) -> tuple[Bar, ...]:
        """Where the text names one of them, or holds a number or an address of nobody here. Remembered."""
        if text not in self._found:
            self._found[text] = tuple(self._looked_for(text))
        return self._found[text]

    def _looked_for(self, text: str) -> list[Bar]:
        seen = flat(text)
        found = [
            *self._named(seen),
            *self._placed(seen),
            *self._numbered(seen),
            *self._mailed(seen),
        ]
        return _apart(found)

    def _forms(self, one: Someone) -> Iterable[str]:
        for full in one.names:
            words = [word for word in name_words(full) if word not in self._own | one.spared]
            yield from words
            parts = _nfc(full).split()
            if len(parts) > 1 and parts[0] not in self._own:
                first, last = parts[0][0], parts[-1][0]
                yield from (f"{first}.{last}.", f"{first}. {last}.", f"{parts[0]} {last}.")

    def _named(self, seen: Flat) -> Iterable[Bar]:
        if self._pattern is None:
            return
        for found in self._pattern.finditer(seen.text):
            if found[0] in self._own or (found["name"] is None and found[0] in self._whole):
                continue
            name = found["name"] or next(one for one in self._names if found[0].startswith(one))
            reason = self._names.get(name) or _loud(self._names, name)
            yield Bar(*seen.span(*found.span()), reason)

    def _placed(self, seen: Flat) -> Iterable[Bar]:
        if self._street is None:
            return
        for found in self._street.finditer(seen.text):
            yield Bar(*seen.span(*found.span()), self._where[found["place"].casefold()])

    def _mailed(self, seen: Flat) -> Iterable[Bar]:
        for found in _MAIL.finditer(seen.text):
            if found[0].casefold() not in self._mails:
                yield Bar(*seen.span(*found.span()), _PRIVATE)

    def _numbered(self, seen: Flat) -> Iterable[Bar]:
        for pattern in (_CPR, _NUMBER):
            for found in pattern.finditer(seen.text):
                digits = _digits(found[0])
                if digits not in self._ours:
                    reason = self._numbers.get(digits, _PRIVATE)
                    yield Bar(*seen.span(*found.span()), reason)


def _anywhere(places: Iterable[str]) -> re.Pattern[str] | None:
    """Any of these, in large letters or small."""
    forms = sorted(places, key=len, reverse=True)
    each = "|".join(re.escape(form).replace(r"\ ", " ") for form in forms)
    return re.compile(rf"(?<!\w)(?P<place>{each})s?(?!\w)", re.IGNORECASE) if forms else None


def _any_of(known: Iterable[str]) -> re.Pattern[str] | None:
    """Any of these as a word, as an owner, in capitals, and a long name also as the beginning of a word."""
    forms = sorted(known, key=len, reverse=True)
    if not forms:
        return None
    each = [re.escape(form).replace(r"\ ", " ") for form in forms]
    loud = [re.escape(form.upper()).replace(r"\ ", " ") for form in forms if form.upper() != form]
    begins = [re.escape(form) for form in forms if len(form) >= _LONG_NAME and form.isalpha()]
    whole = rf"(?:{'|'.join([*each, *loud])})"
    inside = rf"|(?<!\w)(?:{'|'.join(begins)})[a-zæøå]{{3,}}" if begins else ""
    return re.compile(rf"(?<!\w)(?P<name>{whole})(?:{_OWNS}|S)(?!\w){inside}")


def _loud(known: Mapping[str, str], shown: str) -> str:
    """The reason of a name that stands in capitals."""
    return next(reason for name, reason in known.items() if name.upper() == shown.upper())


def _apart(found: Iterable[Bar]) -> list[Bar]:
    """The longest where several begin, and none within another."""
    kept: list[Bar] = []
    for one in sorted(found, key=lambda bar: (bar.start, -bar.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _nfc(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _digits(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    return digits[2:] if len(digits) == 10 and text.lstrip().startswith("+45") else digits
