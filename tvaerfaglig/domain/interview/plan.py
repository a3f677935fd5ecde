"""Which questions a letter is asked, in which order: what is missing first, then what goes deeper."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from tvaerfaglig.domain.danish import capital, possessive
from tvaerfaglig.domain.interview.questions import Age, Each, Reflection, Reflections
from tvaerfaglig.domain.interview.told import Told, Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """The letter as the questions see it. `open` are (rule, item) that the structure questions ask.

    `parents` are (id, what one calls them), `deeds` (number, the words that were written).
    """

    name: str
    age: Age
    hides_parents: bool = False
    open: frozenset[tuple[str, str]] = frozenset()
    written: frozenset[str] = frozenset()
    parents: tuple[tuple[str, str], ...] = ()
    deeds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One question as it is asked of this letter, with its names filled in."""

    ask: Reflection
    item: str
    question: str
    why: str
    lead: str
    unknown: str
    whom: str

    @property
    def key(self) -> str:
        return f"{self.ask.id}:{self.item}" if self.item else self.ask.id


def plan(reflections: Reflections, situation: Situation, told: Told) -> tuple[Step, ...]:
    """Answered ones in the order they were answered, then what is open, last what was passed by."""
    found = {one.key: one for one in _askable(reflections, situation)}
    ways = {one.key: one.way for one in told.handled if one.key in found}
    answered = [key for key, way in ways.items() if way is not Way.PASSED]
    passed = [key for key, way in ways.items() if way is Way.PASSED]
    fresh = [one for one in found.values() if one.key not in ways and _asks(one, situation)]
    missing = [one.key for one in fresh if not one.ask.deepens]
    deeper = [one.key for one in fresh if one.ask.deepens]
    return tuple(found[key] for key in (*answered, *missing, *deeper, *passed))


def goes_on(walk: tuple[Step, ...], at: int, renewed: tuple[Step, ...]) -> tuple[Step, ...]:
    """The walk up to here stays as it was; what comes after it follows what stands in the letter now."""
    behind = walk[: at + 1]
    known = {one.key for one in behind}
    return (*behind, *(one for one in renewed if one.key not in known))


def begins_at(walk: tuple[Step, ...], told: Told) -> int:
    """Where one was; else the first that is not answered, which may be past the last."""
    keys = [one.key for one in walk]
    if told.at in keys:
        return keys.index(told.at)
    done = {one.key for one in told.handled if one.way is not Way.PASSED}
    return next((nr for nr, key in enumerate(keys) if key not in done), len(keys))


def _askable(reflections: Reflections, situation: Situation) -> Iterator[Step]:
    for ask in reflections.all:
        if situation.age not in ask.ages or (ask.parents and situation.hides_parents):
            continue
        for item, called in _items(ask, situation):
            yield _filled(ask, item, called, situation)


def _items(ask: Reflection, situation: Situation) -> tuple[tuple[str, str], ...]:
    if ask.each is Each.PARENT:
        return situation.parents
    return situation.deeds if ask.each is Each.DEED else (("", ""),)


def _asks(step: Step, situation: Situation) -> bool:
    """Whether the letter lacks it, or it is asked of every letter."""
    ask = step.ask
    rules: AbstractSet[tuple[str, str]] = {(rule, step.item) for rule in ask.missing}
    lacks = any(rule in situation.open for rule in rules)
    if not step.item:
        lacks = lacks or any(rule in ask.missing for rule, _ in situation.open)
    bare = ask.empty and ask.section not in situation.written
    return ask.deepens or lacks or bare


def _filled(ask: Reflection, item: str, called: str, situation: Situation) -> Step:
    """Plain replacing: names and what a person wrote may hold braces of their own."""

    def say(words: str) -> str:
        for name, value in fills.items():
            words = words.replace(f"{{{name}}}", value)
        return words

    name = situation.name
    fills = {"barns": possessive(name), "barn": name, "hvem": called, "hvad": called}
    lead = say(ask.lead)
    return Step(
        ask=ask,
        item=item,
        question=capital(say(ask.question)),
        why=say(ask.why),
        lead=capital(lead),
        unknown=say(ask.unknown),
        whom="" if situation.hides_parents else say(ask.whom),
    )
