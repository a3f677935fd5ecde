"""Every figure at once, as the page *Tal* and the yearly statement show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tvaerfaglig.domain.figures.course import Funnel, courses, funnel, step_days
from tvaerfaglig.domain.figures.cut import ByPeriod, Cut, Split
from tvaerfaglig.domain.figures.early import directions, parents_early
from tvaerfaglig.domain.figures.facts import Facts, Promised
from tvaerfaglig.domain.figures.fidelity import Fidelity, fidelity
from tvaerfaglig.domain.figures.first_help import first_help, with_open_concern
from tvaerfaglig.domain.figures.goals import goals_moved
from tvaerfaglig.domain.figures.held import held
from tvaerfaglig.domain.figures.hours import HoursUsed, hours_used
from tvaerfaglig.domain.figures.house import InHouse, in_house
from tvaerfaglig.domain.figures.lasting import lasting
from tvaerfaglig.domain.figures.learning import Quarter, learning_curve
from tvaerfaglig.domain.figures.letters import Answers, answers, completeness
from tvaerfaglig.domain.figures.levels import Levels, levels
from tvaerfaglig.domain.figures.national import Variable, national_counts
from tvaerfaglig.domain.figures.onward import contact_at_two, gone_onward, started_together
from tvaerfaglig.domain.figures.period import quarters
from tvaerfaglig.domain.figures.places import Places, places
from tvaerfaglig.domain.figures.positions import Followed, Moves, followed, moves
from tvaerfaglig.domain.figures.shares import Parts
from tvaerfaglig.domain.figures.times import Times

FIGURES = (
    "foerste_hjaelp",
    "fra_bekymring",
    "foraeldre_tidligt",
    "retning",
    "aftaler_holdt",
    "opfoelgning_holdt",
    "besoeg_holdt",
    "svar",
    "fuldstaendighed",
    "bekymringsniveau",
    "positioner",
    "fulgt_op",
    "pladser",
    "maal",
    "videre",
    "faelles_start",
    "kontakt_ved_to",
    "timer",
    "varighed",
    "som_planlagt",
    "huset",
    "laeringskurve",
    "landsstatistik",
)
"""Each has its definition in tal.toml."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """`first_help` by the id of the way to count help."""

    groups: tuple[str, ...]
    first_help: Mapping[str, tuple[Times, ...]]
    funnel: Funnel
    parents_early: tuple[Parts, ...]
    directions: tuple[Parts, ...]
    held: Mapping[Promised, tuple[Parts, ...]]
    answers: Answers
    completeness: tuple[tuple[str, tuple[Parts, ...]], ...]
    levels: tuple[Levels, ...]
    moves: tuple[Moves, ...]
    followed: Followed
    places: Places
    goals: tuple[Parts, ...]
    onward: tuple[Parts, ...]
    together: tuple[Times, ...]
    contact: tuple[Parts, ...]
    hours: tuple[HoursUsed, ...]
    lasting: tuple[Parts, ...]
    fidelity: tuple[Fidelity, ...]
    house: tuple[InHouse, ...]
    learning: tuple[Quarter, ...]
    national: tuple[Variable, ...]


def all_figures(
    facts: Facts,
    cut: Cut,
    split: Split,
    helps: Mapping[str, frozenset[str]],
) -> Figures:
    """`helps` are the ways to count help, by id (see `Definitions.help`)."""
    days = step_days(facts, cut.today)
    concerns = courses(facts, cut, days)
    looked = with_open_concern(facts, cut, split)
    answered = answers(facts, cut, split)
    return Figures(
        groups=split.names,
        first_help={
            id_: first_help(facts, cut, split, kinds, looked) for id_, kinds in helps.items()
        },
        funnel=funnel(cut, split, concerns),
        parents_early=parents_early(facts, cut, split),
        directions=directions(facts, cut, split),
        held=held(facts, cut, split),
        answers=answered,
        completeness=completeness(facts, cut, split),
        levels=levels(facts, cut, split),
        moves=moves(facts, cut, split),
        followed=followed(facts, cut, split, days),
        places=places(facts, cut, split),
        goals=goals_moved(facts, cut, split),
        onward=gone_onward(facts, cut, split),
        together=started_together(facts, cut, split),
        contact=contact_at_two(facts, cut, split),
        hours=hours_used(facts, cut, split),
        lasting=lasting(facts, cut, split),
        fidelity=fidelity(facts, cut, split),
        house=in_house(facts, cut, split, [one.total for one in answered.receipt]),
        learning=learning_curve(facts, cut, _quarters(facts, cut), concerns),
        national=national_counts(facts, cut),
    )


def _quarters(facts: Facts, cut: Cut) -> ByPeriod:
    """Those from the first letter or concern that is counted to the last day looked at."""
    letters = [one.day for one in facts.letters if cut.takes(one.house, one.day)]
    concerns = [one.day for one in facts.concerns if cut.takes(one.house, one.day)]
    days = [*letters, *concerns]
    return ByPeriod(quarters(min(days), cut.until) if days else ())
