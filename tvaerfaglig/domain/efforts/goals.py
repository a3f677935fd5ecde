"""A goal in words one can see: its steps, and where the family stood at start, status and close."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.record import Record, moment, text_of

FEWEST_STEPS, MOST_STEPS = 2, 6
SCORED_AT = (FormUse.START, FormUse.STATUS, FormUse.SLUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Which step was seen, when. `step` counts from 1; `reached` is its words as they were then."""

    at: FormUse
    day: date
    step: int
    reached: str = ""
    seen: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Record):
    """`steps` from where it begins to where it succeeds, each something one can see or hear."""

    KIND: ClassVar[str] = "indsats_maal"

    effort: str
    enrolment: str
    child: str
    day: date
    text: str
    steps: tuple[str, ...]
    in_words_of: str = ""
    scores: tuple[Score, ...] = ()
    dropped_on: date | None = None
    dropped_because: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)

    def words(self) -> str:
        return text_of(self.text, self.dropped_because, *(one.seen for one in self.scores))

    def scored(self, at: FormUse) -> Score | None:
        """The newest of its sort."""
        return newest(one for one in self.scores if one.at is at)

    @property
    def latest(self) -> Score | None:
        return newest(self.scores)

    @property
    def change(self) -> int | None:
        """Steps from the first score to the last; None until there are two (»endnu ikke«)."""
        if len(self.scores) < 2:
            return None
        inorder = sorted(self.scores, key=_order)
        return inorder[-1].step - inorder[0].step


def newest(scores: Iterable[Score]) -> Score | None:
    return max(scores, key=_order, default=None)


def _order(score: Score) -> tuple[date, int]:
    return score.day, SCORED_AT.index(score.at)


def with_score(goal: Goal, score: Score) -> tuple[Score, ...]:
    """One score of a sort on a day: a second puts the first right."""
    kept = tuple(one for one in goal.scores if (one.at, one.day) != (score.at, score.day))
    return tuple(sorted((*kept, score), key=_order))
