"""The page *Tal*: who may see it, what is counted, and the figures."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from tvaerfaglig.domain.figures.all_figures import Figures, all_figures
from tvaerfaglig.domain.figures.apart import Apart
from tvaerfaglig.domain.figures.cut import Cut
from tvaerfaglig.domain.figures.definitions import Definitions
from tvaerfaglig.services import library
from tvaerfaglig.services.efforts.shelf import every_kind
from tvaerfaglig.services.figures import beside, choosing, rules
from tvaerfaglig.services.figures.facts import RESTS_ON, facts
from tvaerfaglig.services.figures.page import FiguresPage, SplitBy, Wanted
from tvaerfaglig.services.session import Session


def figures(session: Session, wanted: Wanted) -> FiguresPage:
    """Every figure of what is wanted, for whoever leads the houses. Raises NotAllowed or Unclear, in words."""
    led = rules.houses_led(session)
    found, today, words = facts(session), session.today, library.figures()
    kinds = {one.id: one.name for one in every_kind(session).values()}
    offered = choosing.choices(found, led, kinds, today)
    asked = choosing.settled(wanted, offered)
    cut = choosing.cut_of(asked, today, words.least)
    split = choosing.split_of(asked, found, offered, today)
    helps = {one.id: one.kinds for one in words.help}
    if not beside.stands_alone(asked, offered):
        everything = choosing.cut_of(Wanted(houses=frozenset(led)), today, words.least)
        made = partial(beside.asking, found, everything, offered, helps)
        all_asked = session.while_unchanged("tal ved siden af hinanden", RESTS_ON, made)
        cut = replace(cut, telling=all_asked.telling(cut, split))
    told = all_figures(found, cut, split, helps)
    if asked.freely and not _lays_side_by_side(told):
        return figures(session, replace(asked, split=SplitBy.SAMLET, freely=False))
    return FiguresPage(
        wanted=asked,
        choices=offered,
        figures=told,
        definitions=_said(words, cut),
        counted=choosing.counted(asked, offered, today),
        seen_by=rules.SEEN_BY,
        today=today,
        empty=len(offered.periods) == 1,
        attached=tuple(one for one in found.attached if one.house in asked.houses),
    )


def _said(words: Definitions, cut: Cut) -> Definitions:
    """With why something is hidden that would be told, were nothing else asked."""
    if not isinstance(cut.telling, Apart) or not cut.telling.hid or not words.hidden_beside:
        return words
    return replace(words, hidden=f"{words.hidden} {words.hidden_beside}")


def _lays_side_by_side(told: Figures) -> bool:
    """Whether the headline can be told of two groups; in a small house each school year by itself is hidden."""
    ways = told.first_help.values()
    return max((sum(one.reached is not None for one in each) for each in ways), default=0) > 1
