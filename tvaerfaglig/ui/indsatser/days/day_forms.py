"""What is done with one day: planned by itself, moved, cancelled. A closed day is asked about, never refused."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.records import EffortSession
from tvaerfaglig.services.efforts import one_day, sessions
from tvaerfaglig.services.efforts.one_day import DayPage
from tvaerfaglig.services.efforts.reading import EffortPage
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.indsatser import way
from tvaerfaglig.ui.indsatser.days import DAY, DAYS
from tvaerfaglig.ui.indsatser.forms import IndsatsForm, Undo
from tvaerfaglig.ui.visiting.closed_day import ClosedDay
from tvaerfaglig.ui.widgets import DayField, line_edit, row, small

NAMELESS = "Uden navne. Alle familier kan læse det."


class ChosenDayForm(IndsatsForm):
    """A form with a field »day«: one on which the house is closed is asked about before it is saved."""

    effort: str

    def ask_of_closed(self) -> None:
        """When the field stands there."""
        editor = self.fields.editor("day")
        assert isinstance(editor, DayField)
        self._closed = ClosedDay(self.fields.field("day"), editor, self._asked_of)

    def _asked_of(self, day: date) -> Asked[str]:
        return self.desk.ask(one_day.asked_about, self.effort, day)

    @Slot()
    def save(self) -> None:
        self._closed.then(super().save)


class NewDayForm(ChosenDayForm):
    """A day beside the rhythm."""

    KIND = "indsats_gang_ny"

    def __init__(self, desk: Desk, page: EffortPage) -> None:
        line = f"{page.effort.name} · uden for rytmen"
        super().__init__(desk, "En enkelt dag", line, "Planlæg dagen", page.id)
        self.effort = page.id
        f = self.fields
        last = page.sessions[-1].record if page.sessions else None
        self.lay_out(
            f.add_day("day", "Dag", ahead=True),
            row(
                (f.add_clock("at", "Fra klokken", optional=True), 1),
                (f.add_clock("to", "Til klokken", optional=True), 1),
                (f.add("place", "Sted", line_edit(most=80), optional=True), 2),
                gap="apart",
            ),
            f.add("theme", "Tema", line_edit(most=120), NAMELESS, optional=True),
        )
        if last is not None:
            f.put(at=last.at, to=last.to, place=last.place)
        self.ask_of_closed()
        self.ready()

    def send(self) -> Asked[Any]:
        f = self.fields
        made = EffortSession(
            effort=self.effort, day=f.must_day("day"), at=f.time_of("at"), to=f.time_of("to"),
            place=f.text("place"), theme=f.text("theme"),
        )  # fmt: skip
        return self.desk.ask(one_day.plan_one, made)

    def said(self) -> str:
        return "Dagen er planlagt."

    def undo(self, saved: Any) -> Undo:
        return partial(sessions.take_back, sessions=saved.sessions)

    def where(self, _saved: Any) -> str:
        return self.beneath()

    def beneath(self) -> str:
        return way(self.effort, DAYS)


class _OfADay(ChosenDayForm):
    """A form about one day that stands; afterwards one is back on its page."""

    def __init__(self, desk: Desk, effort: str, found: DayPage, words: tuple[str, str]) -> None:
        heading, save = words
        line = f"{found.title} · {danish.day_near(found.day.day, found.today)}"
        super().__init__(desk, heading, line, save, found.id)
        self.effort, self.found = effort, found

    def undo(self, saved: Any) -> Undo:
        return partial(one_day.as_it_was, step=saved.step)

    def where(self, _saved: Any) -> str:
        return self.beneath()

    def beneath(self) -> str:
        return way(self.effort, DAY, self.found.id)


class MoveDayForm(_OfADay):
    """Another day, with a word of why."""

    KIND = "indsats_gang_flyttet"

    def __init__(self, desk: Desk, effort: str, found: DayPage) -> None:
        super().__init__(desk, effort, found, ("Flyt dagen", "Flyt dagen"))
        f = self.fields
        self.lay_out(
            f.add_day("day", "Ny dag", ahead=True),
            f.add("because", "Hvorfor?", line_edit(), NAMELESS),
        )
        self.ask_of_closed()
        self.ready()

    def send(self) -> Asked[Any]:
        f = self.fields
        day = f.must_day("day")
        because = f.must("because", "Hvorfor? Få ord er nok, uden navne.")
        return self.desk.ask(sessions.move, self.found.id, day, because)

    def said(self) -> str:
        return "Dagen er flyttet."


class CancelDayForm(_OfADay):
    """It is not held; why is read by every family."""

    KIND = "indsats_gang_aflyst"

    def __init__(self, desk: Desk, effort: str, found: DayPage) -> None:
        super().__init__(desk, effort, found, ("Aflys dagen", "Aflys dagen"))
        self.lay_out(
            self.fields.add("because", "Hvorfor bliver den ikke til noget?", line_edit(), NAMELESS),
            small("Dagen bliver stående som aflyst, så planlagt og holdt kan tælles. Den kan sættes tilbage."),
        )  # fmt: skip
        self.ready()

    @Slot()
    def save(self) -> None:
        IndsatsForm.save(self)

    def send(self) -> Asked[Any]:
        because = self.fields.must("because", "Hvorfor? Få ord er nok, uden navne.")
        return self.desk.ask(sessions.cancel, self.found.id, because)

    def said(self) -> str:
        return "Dagen er aflyst."
