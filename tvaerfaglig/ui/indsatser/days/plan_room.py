"""Days planned from the kind's rhythm: seen through with what is left out and why, and accepted in one act.

Nothing is written before the filled button is pressed; one *Fortryd* takes all of it back.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLayout

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.planning import SessionPlan, is_weekday
from tvaerfaglig.domain.efforts.records import EffortSession
from tvaerfaglig.domain.efforts.rhythm import Every, Rhythm
from tvaerfaglig.domain.visiting.attachment import WEEKDAYS
from tvaerfaglig.services.efforts import sessions
from tvaerfaglig.services.efforts.reading import EffortPage
from tvaerfaglig.services.efforts.sessions import MOST_TIMES, Accepted, Proposal
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.indsatser import PLACE, way
from tvaerfaglig.ui.indsatser.days import DAYS
from tvaerfaglig.ui.indsatser.days.proposed import ProposedDays
from tvaerfaglig.ui.indsatser.forms import Undo, say_done
from tvaerfaglig.ui.indsatser.rooms import EffortRoom
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    ClockField,
    DayField,
    Field,
    Pick,
    boxed,
    button,
    card,
    choice,
    col,
    field,
    line_edit,
    row,
    scroller,
    small,
)

WIDEST_EM = 60
_WEEKS = (
    ("uger:1", "Hver uge"),
    ("uger:2", "Hver anden uge"),
    ("uger:3", "Hver tredje uge"),
    ("uger:4", "Hver fjerde uge"),
)


class PlanRoom(EffortRoom):
    """The kind's own rhythm is chosen to begin with."""

    WHAT = ("dag", "dage")
    BACK = ("Tilbage til dagene", DAYS)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.back, self.back_to = self.BACK
        self.heading = f"Planlæg {self.WHAT[1]}"
        self.line = "Se dagene igennem. De planlægges på én gang."
        self.plan_button = button("Planlæg", "primary", "flueben")
        self.plan_button.clicked.connect(self.accept)
        self.deeds = (self.plan_button,)
        self.first = DayField(self._today, ahead=True)
        self.at, self.to = ClockField(), ClockField()
        self.place = line_edit("", most=80)
        self.often = choice(())
        self.times = line_edit("", most=3)
        self.weekdays = ChipGroup(
            [Pick(str(nr), word.capitalize()) for nr, word in enumerate(WEEKDAYS)],
            name="Også andre dage i ugen",
        )
        self.days = ProposedDays()
        self._times_field = field("Hvor mange gange?", self.times)
        self._said = small("")
        self._weekdays_field = field("Også andre dage i ugen", self.weekdays, optional=True)
        self._first_field = field("Første dag", self.first)
        self._build()

    def _build(self) -> None:
        rhythm = row(
            (self._first_field, 1),
            (field("Hvor tit?", self.often), 1),
            (self._times_field, 1),
            gap="apart",
        )
        what = card(
            "Rytmen",
            *self.above(),
            boxed(rhythm),
            self._said,
            boxed(self.hours()),
            self._weekdays_field,
        )
        inner = col(what, card("Dagene", self.days), ..., gap="apart", margins=(24, 16))
        self.take(col(scroller(col(at_most(WIDEST_EM, inner), ..., gap=0)), gap=0))
        self.first.asked.connect(self._first_field.ask)
        for changed in (
            self.first.changed, self.at.changed, self.to.changed, self.often.chosen_changed,
            self.times.editingFinished, self.weekdays.changed,
        ):  # fmt: skip
            changed.connect(self.ask)
        self.days.changed.connect(self._count)

    def hours(self) -> QLayout:
        """When on the day, and where."""
        return row(
            (field("Fra klokken", self.at, optional=True), 1),
            (field("Til klokken", self.to, optional=True), 1),
            (field("Sted", self.place, optional=True), 2),
            gap="apart",
        )

    def above(self) -> tuple[Field, ...]:
        """What else is chosen, before the rhythm."""
        return ()

    def rhythms(self, rhythm: Rhythm) -> list[tuple[str, str]]:
        """What may be chosen; the kind's own is among them."""
        own = f"{Every.UGER.value}:{rhythm.number}"
        known = {key for key, _ in _WEEKS}
        also = [(own, f"Hver {rhythm.number}. uge")] if own not in known else []
        yearly = (
            f"{Every.AAR.value}:{rhythm.number}",
            f"{danish.count(rhythm.number, 'gang', 'gange')} om året",
        )
        of_kind = {Every.UGER: also, Every.AAR: [yearly], Every.INGEN: []}
        return [*_WEEKS, *of_kind[rhythm.every]]

    # what the page asks

    def open(self, page: EffortPage, which: str) -> None:
        self.page, self.which = page, which
        rhythm = page.kind.rhythm
        chosen = f"{rhythm.every.value}:{rhythm.number}"
        offered = self.rhythms(rhythm)
        self.often.offer(offered, chosen if chosen in dict(offered) else offered[0][0])
        last = page.sessions[-1].record if page.sessions else None
        self.first.set_value(self.first_day(page, last))
        self.at.set_value(last.at if last else None)
        self.to.set_value(last.to if last else None)
        self.place.setText(last.place if last else page.effort.place)
        self.times.setText(str(_times(rhythm)))
        self._said.say(_guidance(rhythm, page.kind.name))
        self.weekdays.choose(())
        self.refresh()

    def first_day(self, page: EffortPage, last: EffortSession | None) -> date:
        """A week after the last one that stands, else the start; never back in time or in a weekend."""
        wanted = last.day + timedelta(weeks=1) if last else page.effort.start
        day = max(wanted, self._today())
        return day if is_weekday(day) else day + timedelta(7 - day.weekday())

    def refresh(self) -> None:
        self.ask()
        self.headed.emit()

    def renew(self, page: EffortPage) -> None:
        self.page = page
        self.ask()

    def start(self) -> None:
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.first.selectAll()

    # proposing

    def _today(self) -> date:
        return self.desk.clock.now().date()

    def plan(self) -> SessionPlan | None:
        """What stands in the fields; None while something is not readable yet."""
        first, times = self.first.value(), self.times.text().strip()
        every, _, number = self.often.chosen().partition(":")
        if first is None or not times.isdecimal() or not 1 <= int(times) <= MOST_TIMES:
            return None
        weekly = every == Every.UGER.value
        return SessionPlan(
            first=first, times=int(times), every=Every(every), number=int(number), at=self.at.value(),
            to=self.to.value(), place=self.place.text().strip(),
            weekdays=tuple(map(int, self.weekdays.chosen())) if weekly else (),
        )  # fmt: skip

    @Slot()
    def ask(self, *_: object) -> None:
        plan = self.plan()
        self._weekdays_field.setVisible(self.often.chosen().startswith(Every.UGER.value))
        if plan is None:
            self._show_none(f"Skriv den første dag, og hvor mange gange: fra 1 til {MOST_TIMES}.")
        elif self.page is not None:
            self.proposing(plan).then(self._show, self, failed=self._on_refused)

    def proposing(self, plan: SessionPlan) -> Asked[Proposal]:
        return self.desk.ask(sessions.propose, self.effort_id, plan)

    def _on_refused(self, error: BaseException) -> None:
        self._show_none(str(error))

    def _show_none(self, why: str) -> None:
        self.days.show_none(why)
        self._count()

    def _show(self, proposal: Proposal) -> None:
        self.days.show_days(proposal)
        self._count()

    @Slot()
    def _count(self) -> None:
        many = len(self.days.chosen())
        self.plan_button.say(f"Planlæg {danish.count(many, *self.WHAT)}")
        self.plan_button.block("" if many else "Vælg mindst én dag.")
        self.plan_button.setVisible(True)

    @Slot()
    def accept(self) -> None:
        plan, chosen = self.plan(), self.days.chosen()
        if plan is not None and chosen:
            asked = self.desk.ask(sessions.accept, self.effort_id, plan, chosen)
            asked.then(self._on_accepted, self)

    def _on_accepted(self, done: Accepted) -> None:
        back = way(self.effort_id, self.BACK[1])
        self.desk.announce(done.changes, self)
        self.desk.go(PLACE, back)
        many = danish.count(len(done.sessions), *self.WHAT)
        say_done(self.desk, f"{many} er planlagt.", self.undo(done.sessions), back)

    def undo(self, planned: tuple[str, ...]) -> Undo:
        """The whole act."""
        return partial(sessions.take_back, sessions=planned)


def _times(rhythm: Rhythm) -> int:
    """In the middle of what belongs to the kind."""
    if rhythm.every is Every.AAR:
        return rhythm.number
    return (rhythm.least + rhythm.most) // 2 if rhythm.most else rhythm.least or 10


def _guidance(rhythm: Rhythm, kind: str) -> str:
    return "" if rhythm.every is Every.INGEN else f"{kind}: {rhythm.words().lower()}."
