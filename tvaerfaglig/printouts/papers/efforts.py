"""What stands on the papers of an indsats: for a family, for the group that holds it, for a volunteer, for the house.

Whoever fills one in has already asked for permission and said every name of another family otherwise. What a
family is given holds that family alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.printouts.papers.parts import (
    ChildFacts,
    Fact,
    Imprint,
    Present,
    Signer,
    StripFact,
    Voice,
)
from tvaerfaglig.printouts.papers.rounds import Stood


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationPaper:
    """A sheet to be folded. `days` and `place` may be empty: then it is said that they are agreed on."""

    imprint: Imprint
    title: str
    greeting: str
    line: str
    times: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    place: str = ""
    who: tuple[Present, ...] = ()
    coming: str = ""
    written: tuple[str, ...] = ()
    seen_by: tuple[str, ...] = ()
    choice: str = ""
    contact: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """One goal, its steps, and where the family stood; `now` is said as a sentence for parents."""

    text: str
    steps: tuple[str, ...] = ()
    start: str = ""
    status: str = ""
    end: str = ""
    began: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """One phase: when, what, who is there. `now` for the one that she is in."""

    when: str
    what: str
    who: str
    now: bool = False


@dataclass(frozen=True, slots=True)
class WeekLine:
    weekday: str
    time: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """One field of a sheet as it was filled in; `voices` are the family's own words."""

    heading: str
    text: str = ""
    lines: tuple[str, ...] = ()
    voices: tuple[Voice, ...] = ()
    goals: tuple[GoalRow, ...] = ()
    phases: tuple[PhaseLine, ...] = ()
    week: tuple[WeekLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortSheetPaper:
    """Any sheet of an indsats: arbejdspapir, handleplan, closing, a house's own. Without `child` it is the house's.

    `guarded` is the overgreb variant: the banner, and nothing of the parents.
    """

    imprint: Imprint
    title: str
    effort: str
    child: ChildFacts | None = None
    guarded: bool = False
    head: tuple[Fact, ...] = ()
    family: tuple[Present, ...] = ()
    led_by: tuple[Present, ...] = ()
    strip: tuple[StripFact, ...] = ()
    parts: tuple[SheetPart, ...] = ()
    signers: tuple[Signer, ...] = ()
    note: str = ""
    remarks: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusNotePaper:
    """To the parents: what succeeds, the goals in words, and what happens until the next time."""

    imprint: Imprint
    title: str
    child: ChildFacts
    effort: str
    to: str = ""
    day: str = ""
    came: str = ""
    parts: tuple[SheetPart, ...] = ()
    next_time: str = ""
    contact: str = ""
    given: str = ""
    interpreter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhasePlanPaper:
    """To her who expects a child or has had it: her own words first, then who is there when."""

    imprint: Imprint
    child: ChildFacts
    effort: str
    to: str = ""
    voices: tuple[Voice, ...] = ()
    goals: tuple[GoalRow, ...] = ()
    phases: tuple[PhaseLine, ...] = ()
    guessed: str = ""
    call: tuple[str, ...] = ()
    contact: str = ""
    next_time: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPlanPaper:
    """Days and hours to hang on a door; `subject` where it is one child's family."""

    imprint: Imprint
    effort: str
    to: str = ""
    subject: str = ""
    since: str = ""
    week: tuple[WeekLine, ...] = ()
    tasks: tuple[str, ...] = ()
    tasks_heading: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAttendancePaper:
    """A line for each family, a column for each day; empty cells are for a pen. It names several children."""

    imprint: Imprint
    effort: str
    guarded: bool = False
    period: str = ""
    led_by: str = ""
    days: tuple[str, ...] = ()
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceDay:
    """One day of one family; `cells` person by person."""

    nr: str
    day: str
    theme: str
    cells: tuple[str, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyAttendancePaper:
    """One family and nobody else."""

    imprint: Imprint
    child: ChildFacts
    effort: str
    guarded: bool = False
    people: tuple[str, ...] = ()
    days: tuple[AttendanceDay, ...] = ()
    strip: tuple[StripFact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerAgreementPaper:
    """What a volunteer and the house agree on. No child and no family is named. `duty` is everybody's by law."""

    imprint: Imprint
    name: str
    association: str = ""
    about: str = ""
    first: str = ""
    until: str = ""
    contact: str = ""
    strip: tuple[StripFact, ...] = ()
    worth: str = ""
    week: tuple[WeekLine, ...] = ()
    hours: str = ""
    beginning: str = ""
    may: tuple[str, ...] = ()
    may_not: tuple[str, ...] = ()
    duty: str = ""
    signers: tuple[Signer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThanksPaper:
    """Thanks to a volunteer, and a few questions with lines to answer on."""

    imprint: Imprint
    name: str
    period: str = ""
    hours: str = ""
    about: str = ""
    gave_us: str = ""
    signer: Signer | None = None


@dataclass(frozen=True, slots=True)
class TopicRow:
    when: str
    topic: str
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCalendarPaper:
    """The days of a year with what each is about, for the notice board."""

    imprint: Imprint
    effort: str
    period: str = ""
    who: tuple[Present, ...] = ()
    rows: tuple[TopicRow, ...] = ()
    wishes: tuple[str, ...] = ()
    meeting: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRow:
    """One child of the team's list. Before anything was decided the cells are for a pen."""

    name: str
    dagplejer: str
    stood: Stood
    decision: str = ""
    who: str = ""
    again: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamListPaper:
    """The list of a dagpleje's team. It names several children."""

    imprint: Imprint
    effort: str
    guarded: bool = False
    day: str = ""
    team: tuple[Present, ...] = ()
    rows: tuple[TeamRow, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverPart:
    """One thing that may go along, word for word."""

    heading: str
    lines: tuple[str, ...] = ()
    voices: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverPaper:
    """From this house to the next. `asking` is the sheet on which the parents tick what may go along."""

    imprint: Imprint
    child: ChildFacts
    asking: bool = False
    to: str = ""
    basis: str = ""
    parts: tuple[HandoverPart, ...] = ()
    left_out: str = ""
    contact: str = ""
    signers: tuple[Signer, ...] = ()
