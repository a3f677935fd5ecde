"""The page *Tal* as it stands on the screen: what was counted, question by question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.figures.period_name import named
from tvaerfaglig.services.figures.page import FiguresPage, Wanted
from tvaerfaglig.services.figures.reading import figures
from tvaerfaglig.services.figures.showing.questions import Words, questions
from tvaerfaglig.services.figures.showing.shown import Question
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.session import Session


@dataclass(frozen=True, slots=True)
class ShownFigures:
    """The page, and its questions in the order they are shown."""

    page: FiguresPage
    questions: tuple[Question, ...]

    def of(self, figure: str) -> Question:
        return next(one for one in self.questions if one.id == figure)


def shown_figures(session: Session, library: Library, wanted: Wanted) -> ShownFigures:
    """For whoever leads the houses; raises NotAllowed or Unclear, in words."""
    page = figures(session, wanted)
    return ShownFigures(page, questions(page, words(library), tuple(marks(page))))


def words(library: Library) -> Words:
    """The house's words for the positions."""
    return Words(positions={one.position: one.word for one in library.positions.steps})


def marks(page: FiguresPage) -> Iterator[tuple[float, str]]:
    """Where among the periods the houses got their socialrådgiver; of several days none is drawn."""
    days = {one.house: one.since for one in page.attached}
    for one in page.attached:
        days[one.house] = min(days[one.house], one.since)
    if len(set(days.values())) != 1 or len(days) != len(page.wanted.houses):
        return
    since = next(iter(days.values()))
    for nr, name in enumerate(page.figures.groups):
        period = named(name)
        if period is not None and period.first <= since <= period.last:
            share = (since - period.first).days / ((period.last - period.first).days + 1)
            month = danish.MONTHS[since.month - 1]
            short = month if len(month) < 5 else f"{month[:3]}."
            yield nr + share, f"socialrådgiver fra {short} {since.year}"
