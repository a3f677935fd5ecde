"""Only some of the groups that were counted: what a paper leaves out, nobody can work out from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from tvaerfaglig.domain.figures.all_figures import Figures
from tvaerfaglig.domain.figures.course import Funnel
from tvaerfaglig.domain.figures.letters import Answers
from tvaerfaglig.domain.figures.places import Places
from tvaerfaglig.domain.figures.positions import Followed

T = TypeVar("T")


def some_groups(figures: Figures, at: Sequence[int]) -> Figures:
    """Without the quarters and the national variables, which lie in no group.

    They were hidden together: a group that is left out tells nothing of those that stay.
    """

    def kept(row: Sequence[T]) -> tuple[T, ...]:
        return tuple(row[nr] for nr in at)

    followed, answers, places = figures.followed, figures.answers, figures.places
    return replace(
        figures,
        groups=kept(figures.groups),
        first_help={id_: kept(times) for id_, times in figures.first_help.items()},
        funnel=Funnel(tuple((step, kept(times)) for step, times in figures.funnel.steps)),
        parents_early=kept(figures.parents_early),
        directions=kept(figures.directions),
        held={kind: kept(parts) for kind, parts in figures.held.items()},
        answers=Answers(kept(answers.receipt), kept(answers.outcome)),
        completeness=tuple((item, kept(parts)) for item, parts in figures.completeness),
        levels=kept(figures.levels),
        moves=kept(figures.moves),
        followed=Followed(kept(followed.talk), kept(followed.action)),
        places=Places(kept(places.waiting), kept(places.came), kept(places.ended)),
        goals=kept(figures.goals),
        onward=kept(figures.onward),
        together=kept(figures.together),
        contact=kept(figures.contact),
        hours=kept(figures.hours),
        lasting=kept(figures.lasting),
        fidelity=tuple(
            replace(one, sessions=kept(one.sessions), visits=kept(one.visits))
            for one in figures.fidelity
        ),
        house=kept(figures.house),
        learning=(),
        national=(),
    )
