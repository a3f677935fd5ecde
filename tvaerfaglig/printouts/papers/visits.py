"""What stands on the papers of a visit: the day list, and the report that the house keeps."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.printouts.papers.parts import ChildFacts, Imprint, Present, StripFact


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """One thing of the day; `basis` says on what it may be talked about, `when` may be a proposal."""

    when: str
    whom: str
    question: str
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    what: str
    about: str
    who: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayListPaper:
    """One visit, for whoever holds it: it names children, so it is no child's paper.

    `guarded` when the overgreb guard hides the parents of one of them.
    """

    imprint: Imprint
    guarded: bool = False
    who: str
    when: str
    strip: tuple[StripFact, ...] = ()
    rows: tuple[DayRow, ...] = ()
    due: tuple[DueRow, ...] = ()
    since_heading: str = ""
    since: tuple[tuple[str, str], ...] = ()
    since_note: str = ""
    lines: int = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRow:
    area: str
    step: str
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenPart:
    """What was given about one child, who is not named."""

    heading: str
    question: str = ""
    areas: tuple[AreaRow, ...] = ()
    advice: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitReportPaper:
    """The report of a visit. One to the house names no child; one to a family is about its `child`.

    `guarded` is the overgreb variant of the second.
    """

    imprint: Imprint
    child: ChildFacts | None = None
    guarded: bool = False
    effort: str = ""
    who: str
    when: str
    present: tuple[Present, ...] = ()
    strip: tuple[StripFact, ...] = ()
    theme: str = ""
    told: str = ""
    given: tuple[GivenPart, ...] = ()
    elsewhere: str = ""
    next_visit: str = ""
