"""Everything the writing help may ask, for people to read: made from the same files as the questions themselves."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.quality.finding import Question, Tier
from tvaerfaglig.services.library import Library

_SAID = {"barn": "barnet", "barns": "barnets"}
_GAP = "…"
_EXAMPLE = {
    "child": {"name": "Noah Krogh", "born": "2022-03-04", "sex": "dreng"},
    "known_people": [{"name": "Emil Friis", "role": "barn"}],
    "today": "2026-11-12",
}
"""Whom the examples are about; nobody real."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAbout:
    """One question in plain words; `rests` while the house has not turned it on."""

    rule: str
    question: str
    why: str
    source: str
    rests: bool
    asked: tuple[str, ...]
    quiet: tuple[str, ...]

    @property
    def words(self) -> str:
        """Everything it may be found by."""
        return " ".join((self.question, self.why, self.source, *self.asked, *self.quiet))


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that a good letter has, and what is asked for its sake."""

    number: int
    name: str
    questions: tuple[AskedAbout, ...]


def asked_about(shelf: Library) -> tuple[Criterion, ...]:
    """By criterion; one that nothing asks about, because only people can judge it, is left out."""
    from tvaerfaglig.services.writing.text_check import evidence_words, language

    found: dict[int, list[AskedAbout]] = defaultdict(list)
    for question in (*shelf.questions.all, *evidence_words().questions):
        found[question.criterion].append(_plain(question))
    for question in language().questions:
        found[question.criterion].append(_as_asked(question))
    names = shelf.rules.asked.criteria
    return tuple(
        Criterion(number, names[number - 1], tuple(found[number])) for number in sorted(found)
    )


def finding(criteria: tuple[Criterion, ...], typed: str) -> tuple[Criterion, ...]:
    """Those whose words begin as every typed word does; with nothing typed all of them."""
    wanted = danish.fold(typed).split()
    kept = ((one, _those_with(one, wanted)) for one in criteria)
    return tuple(Criterion(one.number, one.name, those) for one, those in kept if those)


def _those_with(one: Criterion, wanted: list[str]) -> tuple[AskedAbout, ...]:
    return tuple(each for each in one.questions if _has(f"{one.name} {each.words}", wanted))


def _has(words: str, wanted: list[str]) -> bool:
    known = re.findall(r"\w+", danish.fold(words))
    return all(any(word.startswith(part) for word in known) for part in wanted)


def _as_asked(question: Question) -> AskedAbout:
    """In the very words in which the first of its examples is asked about."""
    from tvaerfaglig.domain.quality.language.rules import Part
    from tvaerfaglig.services.writing.text_check import check

    plain = _plain(question)
    for text in question.asked[:1]:
        asked = (one for part in Part for one in check(text, str(part), _EXAMPLE))
        said = next((one for one in asked if one.rule == question.rule), None)
        if said is not None:
            return replace(plain, question=said.question, why=said.why)
    return plain


def _plain(question: Question) -> AskedAbout:
    return AskedAbout(
        rule=question.rule,
        question=_filled(question.question),
        why=_filled(question.why),
        source=question.source,
        rests=question.tier is Tier.QUIET,
        asked=question.asked,
        quiet=question.quiet,
    )


def _filled(text: str) -> str:
    """What is only known of a letter is left open."""
    text = text.replace("besked{dag}", f"besked den {_GAP}")
    said = re.sub(r"{(\w+)}", lambda place: _SAID.get(place[1], _GAP), text)
    return danish.capital(said.replace(f"{_GAP}.", _GAP))
