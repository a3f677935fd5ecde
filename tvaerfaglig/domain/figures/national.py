"""The house's own count of what the national statistics of underretninger hold, so that the two can be matched.

Five things: the date, the child's age and sex, the sender's relation to her, the reasons, the municipality.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.danish import months_between
from tvaerfaglig.domain.figures.cut import Cut, Whole
from tvaerfaglig.domain.figures.facts import Child, Facts, Letter
from tvaerfaglig.domain.figures.letters import letters_in
from tvaerfaglig.domain.figures.period import calendar_year
from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.suppression import shown_groups

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
    return tuple(sorted((row for _, row in _rows(facts, cut)), key=_in_order))


def national_counts(facts: Facts, cut: Cut) -> tuple[Variable, ...]:
    """Each variable by itself, never crossed with another: that is what a table for outside may hold."""
    rows = list(_rows(facts, cut))

    def counted(name: str, of: Callable[[NationalRow], Iterable[str]]) -> Variable:
        return _variable(name, [(child, answer) for child, row in rows for answer in of(row)], cut)

    return (
        counted("År", lambda row: (calendar_year(row.day).name,)),
        counted("Alder", lambda row: (row.age,)),
        counted("Køn", lambda row: (row.sex,)),
        counted("Afsenders relation", lambda row: (row.relation,)),
        counted("Kommune", lambda row: (row.municipality,)),
        _reasons([(child, row.reasons) for child, row in rows], cut),
    )


def _rows(facts: Facts, cut: Cut) -> Iterable[tuple[str, NationalRow]]:
    children = {one.id: one for one in facts.children}
    for _, letter in letters_in(facts, cut, Whole()):
        child = children.get(letter.child)
        yield (
            letter.child,
            NationalRow(
                letter.day,
                _age(child, letter),
                _SEX[child.sex] if child else UNKNOWN,
                letter.relation or UNKNOWN,
                tuple(sorted(letter.reasons)) or (UNKNOWN,),
                letter.municipality or (child.municipality if child else "") or UNKNOWN,
            ),
        )


def _age(child: Child | None, letter: Letter) -> str:
    """In whole years, as the national tables have it."""
    if child is None:
        return UNKNOWN
    months = months_between(child.born, letter.day)
    return UNBORN if letter.day < child.born else f"{months // 12} år"


def _variable(name: str, found: list[tuple[str, str]], cut: Cut) -> Variable:
    heads: defaultdict[str, set[str]] = defaultdict(set)
    numbers: defaultdict[str, int] = defaultdict(int)
    for child, answer in found:
        heads[answer].add(child)
        numbers[answer] += 1
    answers = sorted(heads)
    apart = cut.tell.apart("landsstatistik", [{child for child, _ in found}])[0]
    seen = [apart and one for one in shown_groups([heads[one] for one in answers], cut.least)]
    told = zip(answers, seen, strict=True)
    return _told(name, [(one, numbers[one] if shown else None) for one, shown in told])


def _reasons(found: list[tuple[str, tuple[str, ...]]], cut: Cut) -> Variable:
    """A letter has one or more, so a reason is looked at beside the letters that have it not."""
    apart = cut.tell.apart("landsstatistik", [{child for child, _ in found}])[0]
    answers = sorted({reason for _, reasons in found for reason in reasons})
    counts: list[tuple[str, int | None]] = []
    for answer in answers:
        has = {child for child, reasons in found if answer in reasons}
        has_not = {child for child, reasons in found if answer not in reasons}
        shown = apart and len(has) >= cut.least and (not has_not or len(has_not) >= cut.least)
        number = sum(answer in reasons for _, reasons in found)
        counts.append((answer, number if shown else None))
    return _told("Årsager", counts)


def _told(name: str, counts: list[tuple[str, int | None]]) -> Variable:
    told = tuple(one for one in counts if one[1] is not None)
    return Variable(name, told if len(told) == len(counts) else (*told, (OTHERS, None)))


def _in_order(row: NationalRow) -> tuple[object, ...]:
    return (row.day, row.age, row.sex, row.relation, row.reasons, row.municipality)
