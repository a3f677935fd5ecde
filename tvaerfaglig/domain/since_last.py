"""What has happened since the last letter, said in one breath: counted, dated, and nothing made of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Sign

_NTH = ("første", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende")
_SIGNS = (
    (Sign.BEKYMRING, "bekymring", "bekymringer"),
    (Sign.RESSOURCE, "ressource", "ressourcer"),
    (Sign.NEUTRAL, "neutral", "neutrale"),
)


@dataclass(frozen=True, slots=True)
class Sent:
    """An earlier letter: when it went out, when it was receipted, and when the municipality answered."""

    on: date
    receipted: date | None = None
    answered: date | None = None


def sent_words(letters: Iterable[Sent]) -> str:
    """2 tidligere underretninger, 3. marts og 12. juni 2026; kvittering på begge, svar på den første."""
    known = sorted(letters, key=lambda one: one.on)
    if not known:
        return ""
    many = danish.count(len(known), "tidligere underretning", "tidligere underretninger")
    receipts = [n for n, one in enumerate(known) if one.receipted]
    answers = [n for n, one in enumerate(known) if one.answered]
    receipted = (
        f"kvittering {_which(receipts, known, 'receipted')}" if receipts else "ingen kvittering"
    )
    answered = f"svar {_which(answers, known, 'answered')}" if answers else "intet svar endnu"
    return f"{many}, {days([one.on for one in known])}; {receipted}, {answered}"


def counted(signs: Iterable[Sign]) -> str:
    """4 observationer: 3 bekymringer og 1 ressource; of one kind alone only that kind."""
    found = list(signs)
    if not found:
        return "ingen nye observationer"
    kinds = [
        danish.count(found.count(sign), one, several)
        for sign, one, several in _SIGNS
        if sign in found
    ]
    many = danish.count(len(found), "ny observation", "nye observationer")
    return f"{many}: {danish.join_and(kinds)}"


def days(on: Sequence[date]) -> str:
    """3. marts og 12. juni 2026: the year once where it is the same."""
    same = len({one.year for one in on}) == 1
    said = [danish.day_and_month(one) if same else danish.day(one) for one in on]
    return danish.join_and(said) + (f" {on[0].year}" if same else "")


def day_of(on: date, today: date) -> str:
    """12. marts, with the year where it is another than ours."""
    return danish.day_and_month(on) if on.year == today.year else danish.day(on)


def _which(places: Sequence[int], letters: Sequence[Sent], what: str) -> str:
    """Of one letter the day, of several which of them."""
    if len(letters) == 1:
        on: date = getattr(letters[0], what)
        return danish.day_and_month(on)
    if len(places) == len(letters):
        return "på begge" if len(letters) == 2 else "på alle"
    return f"på {danish.join_and([f'den {_nth(n)}' for n in places])}"


def _nth(place: int) -> str:
    return _NTH[place] if place < len(_NTH) else f"{place + 1}."
