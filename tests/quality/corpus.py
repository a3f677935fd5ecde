"""The texts with what a good colleague would ask about in them, and what she would leave alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.services.writing.text_check import check

FOLDER = Path(__file__).parent
GRADES = ("ringe", "middel", "god", "fremragende")


@dataclass(frozen=True)
class Expected:
    """A question with this criterion is to touch these words."""

    criterion: int
    quote: str


@dataclass(frozen=True)
class Text:
    """A snippet or a whole letter. `grade` is a letter's; what is not expected in a text is a false alarm."""

    id: str
    section: str
    text: str
    context: dict[str, Any]
    expected: tuple[Expected, ...]
    grade: str = ""

    def findings(self) -> tuple[Finding, ...]:
        return check(self.text, self.section, self.context)

    @property
    def words(self) -> int:
        return len(self.text.split())


@dataclass(frozen=True)
class Outcome:
    """What became of one text."""

    text: Text
    hits: tuple[Expected, ...]
    misses: tuple[Expected, ...]
    false: tuple[Finding, ...]


def half(name: str) -> list[Text]:
    """`bygget` is looked at while rules are made; `uset` only when they are measured."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_text(json.loads(line)) for line in lines if line.strip()]


def judge(text: Text) -> Outcome:
    """A finding that touches an expected place is never false, whichever of its criteria it names."""
    found = text.findings()
    hits, misses = [], []
    for one in text.expected:
        (hits if any(_answers(f, one, text.text) for f in found) else misses).append(one)
    false = [
        f for f in found if not any(_touches(f, one.quote, text.text) for one in text.expected)
    ]
    return Outcome(text, tuple(hits), tuple(misses), tuple(false))


def _answers(finding: Finding, one: Expected, text: str) -> bool:
    return finding.criterion == one.criterion and _touches(finding, one.quote, text)


def _touches(finding: Finding, quote: str, text: str) -> bool:
    return any(
        start < (finding.end or 0) and (finding.start or 0) < start + len(quote)
        for start in _places(quote, text)
    )


def _places(quote: str, text: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _text(line: dict[str, Any]) -> Text:
    text = Text(
        id=line["id"],
        section=line["section"],
        text=line["text"],
        context=line.get("context", {}),
        expected=tuple(Expected(one["criterion"], one["quote"]) for one in line.get("expect", [])),
        grade=line.get("grade", ""),
    )
    for one in text.expected:
        if one.quote not in text.text:
            raise ValueError(f"{text.id}: »{one.quote}« does not stand in the text")
    return text
