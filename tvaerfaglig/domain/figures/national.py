"""The house's own count of what the national statistics of underretninger hold, so that the two can be matched.

Five things: the date, the child's age and sex, the sender's relation to her, the reasons, the municipality.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain.danish import months_between
from tvaerfaglig.domain.figures.cut import Cut, Split, Whole
from tvaerfaglig.domain.figures.facts import Child, Facts, Letter
from tvaerfaglig.domain.figures.letters import answers, letters_in
from tvaerfaglig.domain.figures.period import calendar_year
from tvaerfaglig.domain.figures.shares import Counted, Parts
from tvaerfaglig.domain.people import Sex

UNKNOWN = "ikke oplyst"
OTHERS = "andre svar"
"""All answers that are hidden, in one: the name of one alone would say that it was given."""
UNBORN = "ufødt"
_SEX = {Sex.PIGE: "pige", Sex.DRENG: "dreng", Sex.UKENDT: UNKNOWN}


@dataclass(frozen=True, slots=True)
class NationalRow:
    """One letter by its five things. It points at a child: it stays in the house and is never exported."""

    day: date
    age: str
    sex: str
    relation: str
    reasons: tuple[str, ...]
    municipality: str


@dataclass(frozen=True, slots=True)
class Variable:
    """One of the five, with letters per answer; None is of `OTHERS`. Reasons may be several of one letter."""

    name: str
    counts: tuple[tuple[str, int | None], ...]


def national_rows(facts: Facts, cut: Cut) -> tuple[NationalRow, ...]:
    every = _rows(facts)
    return tuple(
        sorted((every[one.id] for _, one in letters_in(facts, cut, Whole())), key=_in_order)
    )


def national_counts(facts: Facts, cut: Cut) -> tuple[Variable, ...]:
    """Each variable by itself, never crossed with another: that is what a table for outside may hold."""
    laid = _Laid(facts, cut)
    return (
        laid.variable("År", lambda row: calendar_year(row.day).name),
        laid.variable("Alder", lambda row: row.age),
        laid.variable("Køn", lambda row: row.sex),
        laid.variable("Afsenders relation", lambda row: row.relation),
        laid.variable("Kommune", lambda row: row.municipality),
        laid.reasons(),
    )


class _Laid:
    """The letters that are asked for, in the groups their numbers are told of: where it is told how many there are."""

    def __init__(self, facts: Facts, cut: Cut) -> None:
        self._tell, split = cut.tell.laid(Whole())
        every = _rows(facts)
        self._all = list(every.values())
        self._asked = [
            (group, one.child, every[one.id]) for group, one in letters_in(facts, cut, split)
        ]
        self._names = split.names
        self._may = cut.telling is None or self._how_many(facts, cut, split)

    def _how_many(self, facts: Facts, cut: Cut, split: Split) -> bool:
        (letters, *_) = answers(facts, replace(cut, telling=self._tell), split).receipt
        return letters.total is not None

    def variable(self, name: str, of: Callable[[NationalRow], str]) -> Variable:
        answers = sorted({of(row) for row in self._all})
        at = {one: nr for nr, one in enumerate(answers)}
        counted = [Counted(group, child, at[of(row)]) for group, child, row in self._asked]
        told = self._told(f"landsstatistik/{name}", len(answers), counted)
        given = {at[of(row)] for _, _, row in self._asked}
        return _variable(name, [(one, told.counts[at[one]]) for one in answers if at[one] in given])

    def reasons(self) -> Variable:
        """A letter has one or more, so a reason is looked at beside the letters that have it not."""
        counts: list[tuple[str, int | None]] = []
        for answer in sorted({one for row in self._all for one in row.reasons}):
            counted = [
                Counted(group, child, int(answer not in row.reasons))
                for group, child, row in self._asked
            ]
            if any(not one.part for one in counted):
                told = self._told(f"landsstatistik/Årsager/{answer}", 2, counted)
                counts.append((answer, told.counts[0]))
        return _variable("Årsager", counts)

    def _told(self, figure: str, parts: int, counted: list[Counted]) -> Parts:
        told = self._tell.parts(figure, self._names, parts, counted)[0]
        return told if self._may else replace(told, counts=(None,) * parts)


def _rows(facts: Facts) -> dict[str, NationalRow]:
    """By the letter's id."""
    children = {one.id: one for one in facts.children}
    return {one.id: _row(one, children.get(one.child)) for one in facts.letters}


def _row(letter: Letter, child: Child | None) -> NationalRow:
    return NationalRow(
        letter.day,
        _age(child, letter),
        _SEX[child.sex] if child else UNKNOWN,
        letter.relation or UNKNOWN,
        tuple(sorted(letter.reasons)) or (UNKNOWN,),
        letter.municipality or (child.municipality if child else "") or UNKNOWN,
    )


def _age(child: Child | None, letter: Letter) -> str:
    """In whole years, as the national tables have it."""
    if child is None:
        return UNKNOWN
    months = months_between(child.born, letter.day)
    return UNBORN if letter.day < child.born else f"{months // 12} år"


def _variable(name: str, counts: Sequence[tuple[str, int | None]]) -> Variable:
    told = tuple(one for one in counts if one[1] is not None)
    return Variable(name, told if len(told) == len(counts) else (*told, (OTHERS, None)))


def _in_order(row: NationalRow) -> tuple[object, ...]:
    return (row.day, row.age, row.sex, row.relation, row.reasons, row.municipality)
