"""What would happen to each row of a list of children if it came in: new, changed, the same, or asked first.

Two children with one name are two children; so are twins. Where a row might be a child who is here
already and nothing proves it, the question is put and nothing is decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.danish import fold
from tvaerfaglig.domain.lists.changes import Change, Places, changed, new_child
from tvaerfaglig.domain.lists.child_rows import ReadRow
from tvaerfaglig.domain.people import Child

_ALIKE = 0.84
"""From this likeness on two names are asked about: »Ana Holm« and »Anna Holm« are 0.94."""
APART, SKIP = "et_andet_barn", "spring_over"
"""Answers to a question; any other answer is the id of the child whom the row is about."""


class Fate(StrEnum):
    NEW = "ny"
    CHANGED = "rettes"
    SAME = "uaendret"
    ASKED = "spoerges"
    SKIPPED = "springes_over"
    UNREADABLE = "kan_ikke_laeses"

    @property
    def word(self) -> str:
        return _WORDS[self]


_WORDS = {
    Fate.NEW: "ny",
    Fate.CHANGED: "rettes",
    Fate.SAME: "uændret",
    Fate.ASKED: "venter på dit svar",
    Fate.SKIPPED: "springes over",
    Fate.UNREADABLE: "kan ikke læses",
}


@dataclass(frozen=True, slots=True)
class Question:
    """Is the row one of these? Each is (id, words); the id of a row of the list itself is "række:7"."""

    words: str
    candidates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlan:
    """One row's fate. `child` is what would be written; `matched` whom it would be written on."""

    row: ReadRow
    fate: Fate
    child: Child | None = None
    matched: str = ""
    changes: tuple[Change, ...] = ()
    notes: tuple[str, ...] = ()
    question: Question | None = None

    @property
    def number(self) -> int:
        return self.row.number

    @property
    def is_written(self) -> bool:
        return self.fate in {Fate.NEW, Fate.CHANGED}

    @property
    def is_noted(self) -> bool:
        """Whether there is something to look at before it comes in."""
        return bool(self.notes or self.question)


class _Known:
    """Those who are here, to be looked up by what a list says of them."""

    def __init__(self, children: Mapping[str, Child]) -> None:
        self.children = children
        self.by_cpr: dict[str, str] = {}
        self.by_name: dict[str, list[str]] = defaultdict(list)
        self.by_day: dict[object, list[str]] = defaultdict(list)
        for one, child in children.items():
            if child.cpr:
                self.by_cpr[child.cpr] = one
            self.by_name[fold(child.name)].append(one)
            self.by_day[child.born or child.due].append(one)


def plan(
    rows: Iterable[ReadRow],
    known: Mapping[str, Child],
    places: Places,
    answers: Mapping[int, str],
) -> Iterator[RowPlan]:
    """The fate of every row. `answers` are to the questions, by the number of the row."""
    here, listed = _Known(known), _Listed()
    taken: dict[str, int] = {}
    for row in rows:
        made = _fate(row, here, listed, places, answers.get(row.number, ""))
        if made.matched and made.matched in taken and made.fate is not Fate.ASKED:
            words = f"Række {taken[made.matched]} er det samme barn. Den her springes over."
            made = replace(made, fate=Fate.SKIPPED, notes=(words, *made.notes))
        elif made.matched:
            taken[made.matched] = row.number
        listed.take(made)
        yield made


def _fate(row: ReadRow, here: _Known, listed: _Listed, places: Places, answer: str) -> RowPlan:
    if stays_out := _stays_out(row, answer):
        return stays_out
    if answer in here.children:
        return _on(row, answer, here, places)
    certain, question = _certain(row, here), None
    if certain and answer != APART:
        return _on(row, certain, here, places)
    if answer != APART and (question := _question(row, here, listed)):
        return RowPlan(row=row, fate=Fate.ASKED, notes=row.notes, question=question)
    child, notes = new_child(row, places)
    notes = (*row.notes, *notes, *_namesakes(row, here))
    return RowPlan(row=row, fate=Fate.NEW, child=child, notes=notes)


def _stays_out(row: ReadRow, answer: str) -> RowPlan | None:
    if row.unreadable:
        return RowPlan(row=row, fate=Fate.UNREADABLE, notes=(row.unreadable, *row.notes))
    if answer == SKIP:
        return RowPlan(row=row, fate=Fate.SKIPPED, notes=row.notes)
    if answer.startswith(_ROW):
        words = f"Du har svaret, at det er det samme barn som i række {answer.removeprefix(_ROW)}."
        return RowPlan(row=row, fate=Fate.SKIPPED, notes=(words, *row.notes))
    return None


def _on(row: ReadRow, one: str, here: _Known, places: Places) -> RowPlan:
    child, changes, notes = changed(here.children[one], row, places)
    return RowPlan(
        row=row,
        fate=Fate.CHANGED if changes else Fate.SAME,
        child=child,
        matched=one,
        changes=changes,
        notes=(*row.notes, *notes),
    )


def _certain(row: ReadRow, here: _Known) -> str:
    """The same number and a name that fits; or the same name and birthday, and no number against it."""
    one = here.by_cpr.get(row.cpr, "") if row.cpr else ""
    if one:
        return one if _alike(row.name, here.children[one].name) else ""
    found = [
        each
        for each in here.by_name[fold(row.name)]
        if row.born
        and here.children[each].born == row.born
        and not (row.cpr and here.children[each].cpr)
    ]
    return found[0] if len(found) == 1 else ""


def _question(row: ReadRow, here: _Known, listed: _Listed) -> Question | None:
    found = list(dict.fromkeys(_perhaps(row, here)))
    candidates = [(one, _said(here.children[one])) for one in found]
    candidates += [
        (f"{_ROW}{each.number}", f"{each.name} i række {each.number}")
        for each in listed.perhaps(row)
    ]
    if not candidates:
        return None
    who = danish.join_and([words for _, words in candidates])
    return Question(f"Er {row.name} det samme barn som {who}?", tuple(candidates[:4]))


def _said(child: Child) -> str:
    day = child.born or child.due
    return f"{child.name}, født {danish.day(day)}" if day else f"{child.name} uden fødselsdag"


def _perhaps(row: ReadRow, here: _Known) -> Iterator[str]:
    if row.cpr and row.cpr in here.by_cpr:
        yield here.by_cpr[row.cpr]
    for one in here.by_name[fold(row.name)]:
        born = here.children[one].born
        if born is None or row.born is None or born == row.born:
            yield one
    if row.born or row.due:
        for one in here.by_day[row.born or row.due]:
            if _alike(row.name, here.children[one].name):
                yield one


def _alike(one: str, other: str) -> bool:
    """The same words in part or in another order, or nearly the same letters."""
    first, second = fold(one), fold(other)
    these, those = set(first.split()), set(second.split())
    if these <= those or those <= these:
        return True
    return SequenceMatcher(None, first, second).ratio() >= _ALIKE


def _namesakes(row: ReadRow, here: _Known) -> tuple[str, ...]:
    found = [here.children[one] for one in here.by_name[fold(row.name)]]
    days = [danish.day(one.born) for one in found if one.born and one.born != row.born]
    if not days or row.born is None:
        return ()
    return (f"I har i forvejen en {row.name}, født {days[0]}. Det er to børn.",)


_ROW = "række:"


class _Listed:
    """Rows of the same list, for a list may say a child twice."""

    def __init__(self) -> None:
        self._by_cpr: dict[str, ReadRow] = {}
        self._by_name: dict[str, list[ReadRow]] = defaultdict(list)

    def take(self, made: RowPlan) -> None:
        if made.fate in {Fate.UNREADABLE, Fate.SKIPPED}:
            return
        if made.row.cpr:
            self._by_cpr.setdefault(made.row.cpr, made.row)
        self._by_name[fold(made.row.name)].append(made.row)

    def perhaps(self, row: ReadRow) -> Sequence[ReadRow]:
        same = [self._by_cpr[row.cpr]] if row.cpr in self._by_cpr and row.cpr else []
        same += [
            one
            for one in self._by_name[fold(row.name)]
            if one not in same and (one.born == row.born or None in {one.born, row.born})
        ]
        return same[:2]
