"""What stands on the papers of a trivselsrunde: the room list, the sheet of one child, the leader's overview.

Whoever fills one in has already asked for permission, masked other children, and hidden what is too small to count.
"""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.printouts.papers.parts import ChildFacts, Fact, Imprint, ObservationRow, StripFact


@dataclass(frozen=True, slots=True)
class Stood:
    """Where a child stands: a shape and the word for it. Without a position the word says why there is none."""

    word: str = ""
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class RoomRow:
    """One child of the list: short name, now, the time before, and when she is looked at again."""

    name: str
    now: Stood
    before: Stood
    next_look: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomListPaper:
    """A stue after another; `note` says who is not on it. No text about anybody."""

    imprint: Imprint
    round: str
    period: str
    strip: tuple[StripFact, ...] = ()
    rooms: tuple[tuple[str, tuple[RoomRow, ...]], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class OwnView:
    """What one of those who rated saw in one domain; who it was is not said."""

    step: str
    sentence: str = ""
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaOnSheet:
    """One domain: the joint step, the one before, and on which numbered observations it rests."""

    name: str
    now: Stood
    before: Stood
    rows: tuple[int, ...] = ()
    views: tuple[OwnView, ...] = ()
    differs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundSheetPaper:
    """One child of a round. `views` of the areas are empty on the sheet `for_parents`.

    `guarded` is the overgreb variant: the banner, and no word of a talk with the parents.
    """

    imprint: Imprint
    child: ChildFacts
    round: str
    day: str
    guarded: bool = False
    for_parents: bool = False
    strip: tuple[StripFact, ...] = ()
    now: Stood = Stood()
    meaning: str = ""
    before: str = ""
    sentence: str = ""
    alone: str = ""
    doing: tuple[str, ...] = ()
    areas: tuple[AreaOnSheet, ...] = ()
    whole: AreaOnSheet | None = None
    observations: tuple[ObservationRow, ...] = ()
    always: str = ""
    inside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTable:
    """A table of counts; what may not be seen is said so in its cell. `first` heads the groups."""

    heading: str
    first: str
    columns: tuple[Stood, ...]
    lines: tuple[tuple[Stood, tuple[str, ...]], ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPaper:
    """One round counted, for whoever leads the house. Nobody is named."""

    imprint: Imprint
    round: str
    period: str
    strip: tuple[StripFact, ...] = ()
    tables: tuple[CountTable, ...] = ()
    facts: tuple[Fact, ...] = ()
    untold: str = ""
    how: str = ""
