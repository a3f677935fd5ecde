"""What a rule finds, what it asks, and where the answer belongs."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from tvaerfaglig.domain.resource import Table, once_each, read_toml

PLACEHOLDERS = frozenset({"barn", "barns", "nr", "hvem", "dag", "hvad"})


class Tier(IntEnum):
    """What comes first when there is room for three. QUIET is off unless a house turns it on."""

    FIRST = 1
    GLADLY = 2
    QUIET = 3


_TIERS = {"foerst": Tier.FIRST, "gerne": Tier.GLADLY, "stille": Tier.QUIET}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A rule's own words for what it saw: which question, at which place, and what fills it in.

    `item` is the row, parent or action it is about (`key` the same, where its number may change);
    `start` and `end` count in the section's text.
    """

    rule: str
    section: str
    field: str = ""
    item: str = ""
    key: str = ""
    start: int | None = None
    end: int | None = None
    quote: str = ""
    fills: Mapping[str, str] = dataclasses.field(default_factory=dict)
    replacement: str | None = None

    @property
    def place(self) -> str:
        """Rule, section and words: the same for as many of the same words as stand in the section."""
        parts = [self.rule, self.section, self.key or self.item or self.field]
        return "|".join([*parts, self.quote.lower()] if self.quote else parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The wording of one question, as data; `words` are phrases that its rule looks for.

    `asked` and `quiet` are examples, for people to read and for the tests.
    """

    rule: str
    criterion: int
    question: str
    why: str
    source: str
    tier: Tier
    words: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions that are on, in the order in which they matter. One that is gone is not asked."""

    all: tuple[Question, ...]

    def find(self, rule: str) -> Question | None:
        return next((each for each in self.all if each.rule == rule), None)

    def words(self, rule: str) -> tuple[str, ...]:
        found = self.find(rule)
        return found.words if found else ()

    def rank(self, rule: str) -> int:
        return next((nr for nr, each in enumerate(self.all) if each.rule == rule), len(self.all))


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A question at its place, ready to be shown, answered or laid away.

    `place` tells it from the others of today; `anchor` is what is kept when it is laid away.
    """

    rule: str
    criterion: int
    section: str
    field: str
    item: str
    start: int | None
    end: int | None
    quote: str
    question: str
    why: str
    source: str
    tier: Tier
    replacement: str | None
    place: str
    anchor: str = ""


def parse_questions(text: str) -> Questions:
    top = read_toml(text, "questions.toml")
    found = tuple(_question(each) for each in top.tables("spoergsmaal"))
    top.done()
    once_each((question.rule for question, _ in found), "questions.toml")
    return Questions(tuple(question for question, is_on in found if is_on))


def _question(table: Table) -> tuple[Question, bool]:
    question = dataclasses.replace(question_of(table), words=table.texts("ord", ()))
    is_on = table.flag("til", default=True)
    table.done()
    return question, is_on


def question_of(table: Table) -> Question:
    """The wording alone; whoever asks reads what else the table holds, and says when it is `done`."""
    question = Question(
        rule=table.text("id"),
        criterion=table.number("kriterium"),
        question=table.prose("spoerg"),
        why=table.prose("fordi"),
        source=table.text("kilde"),
        tier=_TIERS[table.one_of("lag", _TIERS)],
        asked=table.texts("spoerges", ()),
        quiet=table.texts("stille", ()),
    )
    for name in re.findall(r"{(\w*)}", question.question + question.why):
        if name not in PLACEHOLDERS:
            known = ", ".join(f"{{{each}}}" for each in sorted(PLACEHOLDERS))
            raise table.wrong(f"{{{name}}} kan ikke sættes ind. Vælg mellem {known}.")
    if "?" not in question.question:
        raise table.wrong("»spoerg« skal være et spørgsmål med spørgsmålstegn.")
    return question
