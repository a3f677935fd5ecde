"""What stands on the sagsresumé: one child's course over a period, for the leader."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.printouts.papers.course import Course
from tvaerfaglig.printouts.papers.parts import AgreementRow, ChildFacts, Imprint, StripFact, Voice
from tvaerfaglig.printouts.papers.thread import ThreadOnPaper


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    what: str
    who: str = ""
    due: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyRow:
    """One thing that happened, where it is written, and the days since the first concern."""

    date: str
    what: str
    who: str = ""
    source: str = ""
    days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortRow:
    """An indsats that the family was or is in: how often they came, and what came of it."""

    what: str
    when: str
    attendance: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentRow:
    """What went out of the house, to whom and how, and what came back."""

    date: str
    what: str
    to: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SagsresumePaper:
    """The leader's view of one child's course over a period; `left_out` says what is not here and why."""

    imprint: Imprint
    child: ChildFacts
    period: str = ""
    strip: tuple[StripFact, ...] = ()
    guarded: bool = False
    summary: str = ""
    waiting: tuple[WaitingRow, ...] = ()
    course: Course | None = None
    figures: tuple[Course, ...] = ()
    chronology: tuple[ChronologyRow, ...] = ()
    chronology_note: str = ""
    threads: tuple[ThreadOnPaper, ...] = ()
    efforts: tuple[EffortRow, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()
    sent: tuple[SentRow, ...] = ()
    remarks: tuple[Voice, ...] = ()
    left_out: str = ""
    lines: int = 6
