"""The rooms of an effort's page, as data; and what each must be able to do.

A room is named in `ROOMS` and imported when somebody first goes there. One with `words` stands in the strip;
one without is reached from another room and stands `under` it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QWidget

from tvaerfaglig.domain.efforts.kind import Indicator
from tvaerfaglig.domain.efforts.rhythm import Every
from tvaerfaglig.domain.efforts.team import decision_form
from tvaerfaglig.services.efforts.reading import EffortPage
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import FAMILIES, FAMILY, OVERVIEW, PLACE, SHEETS, WAITING, way
from tvaerfaglig.ui.indsatser.days import (
    ATTENDANCE,
    DAY,
    DAYS,
    HOURS,
    PLAN,
    ROLL,
    VISIT_PLAN,
    VISITS,
)
from tvaerfaglig.ui.widgets import Fold


class EffortRoom(QWidget):
    """One room. `headed` is sent when `heading`, `line`, `back` or `deeds` are others than before.

    An empty `heading` is the effort's own. Where `back` says what one goes back to, the strip gives way and
    ‹ leads to the room `back_to`. `SHOWS` are the kinds of record that make it ask again, beside the effort's.
    """

    headed = Signal()
    SHOWS: ClassVar[tuple[str, ...]] = ()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.page: EffortPage | None = None
        self.which = ""
        self.heading, self.line = "", ""
        self.back, self.back_to = "", OVERVIEW
        self.deeds: tuple[QWidget, ...] = ()
        self.fold = Fold.NONE

    @property
    def effort_id(self) -> str:
        return self.page.id if self.page is not None else ""

    def take(self, layout: QLayout) -> None:
        """What it is made of, to the edges."""
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)

    def go(self, *parts: str) -> None:
        """To another room or form of this effort."""
        self.desk.go(PLACE, way(self.effort_id, *parts))

    def open(self, page: EffortPage, which: str) -> None:
        """Somebody came here; `which` is the day, the family, or nothing."""
        self.page, self.which = page, which
        self.refresh()

    def renew(self, page: EffortPage) -> None:
        """Somebody wrote elsewhere: the effort as it is now."""
        self.page = page
        self.refresh()

    def refresh(self) -> None:
        """Show what `page` says, and ask for what it does not."""

    def start(self) -> None:
        """The keyboard stands where one begins."""
        self.setFocus()

    def leave(self) -> None:
        """Somebody goes elsewhere: keep what is being written."""

    def save_now(self) -> None:
        """Ctrl+S: keep what is being written. It finishes nothing, here as elsewhere: that is Ctrl+Enter."""

    def print_now(self) -> None:
        """Ctrl+P."""

    def find_here(self) -> None:
        """Ctrl+F."""

    def take_key(self, _event: QKeyEvent) -> bool:
        """Whether a key by itself means something here; its deeds stand in the head and pass theirs on."""
        return False

    @property
    def child_at_hand(self) -> str | None:
        """The child that Ctrl+N writes about."""
        return None

    def on_fold(self, fold: Fold) -> None:
        self.fold = fold


def _always(_page: EffortPage) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Room:
    """`shown` says whether an effort of this kind has it; `under` is the room that the strip then marks.

    `also` are other words that lead to it; it is told which one was used.
    """

    key: str
    words: str
    module: str
    name: str
    shown: Callable[[EffortPage], bool] = _always
    under: str = ""
    also: tuple[str, ...] = ()

    def make(self, desk: Desk) -> EffortRoom:
        made = getattr(import_module(f"tvaerfaglig.ui.{self.module}"), self.name)(desk)
        assert isinstance(made, EffortRoom)
        return made


def _has_families(page: EffortPage) -> bool:
    return page.effort.subject.has_families


def _has_team(page: EffortPage) -> bool:
    return page.effort.subject.has_families and decision_form(page.kind) is not None


def _has_volunteers(page: EffortPage) -> bool:
    return page.kind.has_volunteers


def _has_own_sheets(page: EffortPage) -> bool:
    return any(one.about_house for one in page.kind.forms)


def _has_days(page: EffortPage) -> bool:
    """Where one meets on days; a rhythm of a year is one of visits."""
    return page.kind.rhythm.every is not Every.AAR or bool(page.sessions)


def _has_visits(page: EffortPage) -> bool:
    return Indicator.BESOEG_HOLDT in page.kind.indicators


def _has_hours(page: EffortPage) -> bool:
    """A volunteer's hours are written on her own page."""
    return Indicator.TIMER in page.kind.indicators and not page.kind.has_volunteers


_FAMILIES = Room(
    FAMILIES,
    "Familier",
    "indsatser.families_room",
    "FamiliesRoom",
    _has_families,
    also=(WAITING,),
)
_DAYS = (
    Room(DAYS, "Dage", "indsatser.days.days_room", "DaysRoom", _has_days),
    Room(DAY, "", "indsatser.days.day_room", "DayRoom", _has_days, under=DAYS),
    Room(ROLL, "", "indsatser.days.roll_room", "RollRoom", _has_days, under=DAYS),
    Room(PLAN, "", "indsatser.days.plan_room", "PlanRoom", _has_days, under=DAYS),
    Room(ATTENDANCE, "", "indsatser.days.attendance_room", "AttendanceRoom", _has_days, under=DAYS),
)
_VISITS = Room(VISITS, "Besøg", "indsatser.days.visits_room", "VisitsRoom", _has_visits)
_VISIT_PLAN = Room(
    VISIT_PLAN, "", "indsatser.days.visit_plan_room", "VisitPlanRoom", _has_visits, under=VISITS
)
_HOURS = Room(HOURS, "Timer", "indsatser.days.hours_room", "HoursRoom", _has_hours)
_VOLUNTEERS = Room(
    "frivillige",
    "Frivillige",
    "indsatser.volunteers.list_room",
    "VolunteersRoom",
    _has_volunteers,
)
_VOLUNTEER = Room(
    "frivillig",
    "",
    "indsatser.volunteers.volunteer_room",
    "VolunteerRoom",
    _has_volunteers,
    under="frivillige",
)

_FAMILY = Room(FAMILY, "", "indsatser.family.room", "FamilyRoom", _has_families, under=FAMILIES)

_TEAM = Room("team", "Teamets liste", "indsatser.team.room", "TeamRoom", _has_team)

ROOMS: tuple[Room, ...] = (
    Room(OVERVIEW, "Overblik", "indsatser.overview", "OverviewRoom"),
    _FAMILIES,
    _FAMILY,
    _TEAM,
    *_DAYS,
    _VISITS,
    _VISIT_PLAN,
    _HOURS,
    _VOLUNTEERS,
    _VOLUNTEER,
    Room(SHEETS, "Ark", "indsatser.sheets.room", "SheetsRoom", _has_own_sheets),
)
"""In the order of the strip."""


def room_of(key: str, page: EffortPage) -> Room:
    """The room by its key; the first where there is none such, or not in this effort."""
    return next((one for one in ROOMS if key in (one.key, *one.also) and one.shown(page)), ROOMS[0])


def strip_of(page: EffortPage) -> tuple[Room, ...]:
    """Those that stand in the strip."""
    return tuple(one for one in ROOMS if one.words and one.shown(page))
