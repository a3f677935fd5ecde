"""How far a round has come, and what two raters see differently: pure readings of its records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tvaerfaglig.domain.rounds.records import TOGETHER, Assigned, Joint, Mark, Rating, Round
from tvaerfaglig.domain.rounds.scale import RoundScale


class Stand(StrEnum):
    """Where one child of a round is: nobody has rated, some have, all have, or it is said together."""

    INGEN = "ingen"
    NOGLE = "nogle"
    ALLE = "alle"
    FAELLES = "faelles"
    UDELADT = "udeladt"


def all_in(child: Assigned, by: Iterable[str]) -> bool:
    """Whether everybody who rates this child has, and there are two, or one may stand alone."""
    raters = set(child.raters)
    enough = len(raters) >= (1 if child.alone else TOGETHER)
    return child.rated and enough and raters <= set(by)


def stand_of(child: Assigned, by: Iterable[str], joint: Joint | None) -> Stand:
    given = set(by) & set(child.raters)
    if child.left_out:
        return Stand.UDELADT
    if joint is not None:
        return Stand.FAELLES
    if all_in(child, given):
        return Stand.ALLE
    return Stand.NOGLE if given else Stand.INGEN


@dataclass(frozen=True, slots=True)
class Apart:
    """One domain (or the whole, `domain` empty) as each saw it. `far` is the widest gap, in steps."""

    domain: str
    steps: tuple[str, ...]
    far: int
    shared: tuple[str, ...]

    @property
    def agree(self) -> bool:
        return self.far == 0


def apart(
    ratings: Sequence[Rating], domains: Iterable[str], scale: RoundScale
) -> tuple[Apart, ...]:
    """Per domain, the steps in the order of the ratings, and the observations that all of them built on."""
    found = []
    for domain in domains:
        marks = [one.mark(domain) for one in ratings]
        found.append(_apart(domain, [one.step for one in marks], marks, scale))
    return (*found, _apart("", [one.overall for one in ratings], (), scale))


def _apart(domain: str, steps: list[str], marks: Sequence[Mark], scale: RoundScale) -> Apart:
    far = max((scale.distance(one, other) for one in steps for other in steps), default=0)
    shared = set(marks[0].evidence) if marks else set()
    for mark in marks[1:]:
        shared &= set(mark.evidence)
    return Apart(domain, tuple(steps), far, tuple(sorted(shared)))


def agreed_marks(ratings: Sequence[Rating], domains: Iterable[str]) -> tuple[Mark, ...]:
    """What a joint rating begins with: the steps on which all agree. The others are left to be talked about."""
    found = []
    for domain in domains:
        steps = {one.mark(domain).step for one in ratings}
        found.append(Mark(domain=domain, step=steps.pop() if len(steps) == 1 else ""))
    return tuple(found)


def missing(rating: Rating, domains: Iterable[str]) -> tuple[str, ...]:
    """The domains that have no step yet, or nothing under it; "" stands for the whole."""
    without = [one for one in domains if not rating.mark(one).given]
    return (*without, *(() if rating.overall else ("",)))


def next_round(after: date, times: int) -> date:
    """The proposed first day of the next round, by a rhythm of 1–4 a year: the same day so many months on."""
    months = 12 // times
    year, month = divmod(after.year * 12 + after.month - 1 + months, 12)
    return date(year, month + 1, min(after.day, 28))


def is_late(made: Round, today: date) -> bool:
    """Whether the last day for ratings is over."""
    return today > made.last
