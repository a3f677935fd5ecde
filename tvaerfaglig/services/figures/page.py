"""What is asked of *Tal* and what comes back: the figures, their words, and what else may be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tvaerfaglig.domain.figures.all_figures import Figures
from tvaerfaglig.domain.figures.definitions import Definitions
from tvaerfaglig.domain.figures.facts import Attached
from tvaerfaglig.domain.figures.period import ALWAYS, Period


class SplitBy(StrEnum):
    """Into which groups figures are laid side by side. Never house beside house, and never people."""

    SAMLET = "samlet"
    SKOLEAAR = "skoleaar"
    KALENDERAAR = "kalenderaar"
    KVARTAL = "kvartal"
    FOER_EFTER = "foer_efter"
    MED_UDEN = "med_uden"

    @property
    def word(self) -> str:
        return _SPLITS[self.value]

    @property
    def compares(self) -> bool:
        """Whether the groups ask to be read as cause and effect, so that the words against it stand there."""
        return self in {SplitBy.FOER_EFTER, SplitBy.MED_UDEN}


_SPLITS = {
    "samlet": "samlet",
    "skoleaar": "skoleår for skoleår",
    "kalenderaar": "år for år",
    "kvartal": "kvartal for kvartal",
    "foer_efter": "før og efter, at huset fik en socialrådgiver",
    "med_uden": "med og uden en socialrådgiver",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be counted. Nothing chosen: all that one may see, in all years, school year by school year.

    Groups and staff change in August, and houses plan and report by it; the quarters of one house, and the calendar
    years beside the school years, are mostly of too few to be told.

    `houses` and `kinds` are ids, `tag` a project's name; `period` is one of the offered ones. `freely`: nobody
    chose the split, so it gives way to all together where two of its groups cannot be told of.
    """

    houses: frozenset[str] = frozenset()
    period: Period = ALWAYS
    split: SplitBy = SplitBy.SKOLEAAR
    freely: bool = False
    kinds: frozenset[str] = frozenset()
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that may be chosen: its id, and what it is called."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """All that may be chosen. `periods` begins with all years, then the newest first."""

    houses: tuple[Choice, ...]
    periods: tuple[Period, ...]
    splits: tuple[SplitBy, ...]
    kinds: tuple[Choice, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresPage:
    """`wanted` as it was counted, with its houses named. `counted` says in a sentence what was.

    `seen_by` says who may see it. `empty`: there is nothing at all to count yet. `attached` are the
    spells in which these houses had a socialrådgiver.
    """

    wanted: Wanted
    choices: Choices
    figures: Figures
    definitions: Definitions
    counted: str
    seen_by: str
    today: date
    empty: bool
    attached: tuple[Attached, ...] = ()
