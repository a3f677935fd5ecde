"""What stands beside a letter's text and never on its paper: proposals, what was said to them, and why.

A proposal changes nothing by itself. It holds the words it is about, so that it can be shown, and is not
applied, when those words have been changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.record import Record, moment, text_of

AROUND = 40


class Verdict(StrEnum):
    """What was said to a proposal. `SVAR` is only a word; the others settle it, or open it again."""

    SVAR = "svar"
    TAGET = "taget"
    AFVIST = "afvist"
    FORTRUDT = "fortrudt"
    TRUKKET = "trukket"

    @property
    def word(self) -> str:
        words = {
            "svar": "svarer",
            "taget": "tog forslaget ind",
            "afvist": "sagde nej tak",
            "fortrudt": "fortrød og satte den første tekst ind igen",
            "trukket": "trak forslaget tilbage",
        }
        return words[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Record):
    """Another wording for a passage of a section. `before` and `after` are what stood around it."""

    KIND: ClassVar[str] = "forslag"

    underretning: str
    child: str
    section: str
    passage: str
    wording: str
    why: str = ""
    before: str = ""
    after: str = ""
    by: str
    day: date

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)

    def words(self) -> str:
        return text_of(self.passage, self.wording, self.why)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalAnswer(Record):
    """What somebody did with a proposal, or said to it."""

    KIND: ClassVar[str] = "forslag_svar"

    proposal: str
    underretning: str
    child: str
    verdict: Verdict
    text: str = ""
    by: str
    day: date

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)

    def state(self) -> str:
        return self.verdict.value

    def words(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyChanged(Record):
    """Why one sitting changed what it did. Record id = "{the sitting's first version}/hvorfor"."""

    KIND: ClassVar[str] = "hvorfor"

    underretning: str
    child: str
    version: str
    text: str
    by: str
    day: date

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)

    def words(self) -> str:
        return self.text


BESIDE: tuple[type[Record], ...] = (Proposal, ProposalAnswer, WhyChanged)


def verdict_of(answers: Iterable[ProposalAnswer]) -> Verdict | None:
    """What the proposal came to, by its answers in the order they were written; None while it is open."""
    settled = [one.verdict for one in answers if one.verdict is not Verdict.SVAR]
    last = settled[-1] if settled else None
    return None if last is Verdict.FORTRUDT else last


def place_of(text: str, words: str, before: str = "", after: str = "") -> tuple[int, int] | None:
    """Where these words stand, if that can be said: None when they are gone, or stand in several places alike.

    No words at all stand between what was before and after them.
    """
    if not words:
        between = place_of(text, before + after) if before + after else None
        return (between[0] + len(before),) * 2 if between else None
    starts = _starts(text, words)
    if len(starts) == 1:
        return starts[0], starts[0] + len(words)
    fits = [at for at in starts if _fits(text, at, len(words), before, after)]
    return (fits[0], fits[0] + len(words)) if len(fits) == 1 else None


def surroundings(text: str, begin: int, end: int) -> tuple[str, str]:
    """What stands before and after a passage, enough to know it again among others like it."""
    return text[max(0, begin - AROUND) : begin], text[end : end + AROUND]


def _starts(text: str, words: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _fits(text: str, at: int, length: int, before: str, after: str) -> bool:
    return text[:at].endswith(before) and text[at + length :].startswith(after)
