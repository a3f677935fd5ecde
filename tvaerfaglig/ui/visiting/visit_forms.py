"""What is done with one visit: moved, cancelled, given a new day, planned by itself, and put right when held."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.konsultation import Participant
from tvaerfaglig.domain.visiting.visit import Visit, WasAbout
from tvaerfaglig.services.konsultation.colleagues import Colleague
from tvaerfaglig.services.visiting import acts, open_days
from tvaerfaglig.services.visiting.attachments import Round
from tvaerfaglig.services.visiting.day_list import DayList
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.konsultationer.people import Table
from tvaerfaglig.ui.visiting.closed_day import ClosedDay
from tvaerfaglig.ui.visiting.forms import VisitForm
from tvaerfaglig.ui.visiting.undoing import undo_planned
from tvaerfaglig.ui.widgets import ChipGroup, Choice, DayField, Pick, field, line_edit, row, small

CANCEL = "besoeg_aflyst"


def _title(found: DayList) -> str:
    return f"{found.row.who} · {found.row.house} · {danish.day_short(found.visit.day)}"


class DayForm(VisitForm):
    """A form in which a day is chosen: one on which the house is closed is asked about before it is saved."""

    def ask_of_closed(self) -> None:
        """When the field »day« stands there."""
        editor = self.fields.editor("day")
        assert isinstance(editor, DayField)
        self._closed = ClosedDay(self.fields.field("day"), editor, self._asked_of)

    def house(self) -> str:
        raise NotImplementedError

    def _asked_of(self, day: date) -> Asked[str]:
        return self.desk.ask(open_days.asked_about, self.house(), day)

    @Slot()
    def save(self) -> None:
        self._closed.then(super().save)


class MoveForm(DayForm):
    """Another day. What was planned for the day comes along."""

    KIND = "besoeg_flyttet"

    def __init__(self, desk: Desk, found: DayList) -> None:
        super().__init__(desk, "Flyt besøget", _title(found), "Flyt besøget", found.id)
        self._house = found.visit.house
        f = self.fields
        meetings = sum(one.meeting is not None for one in found.todo)
        along = danish.count(meetings, "konsultation følger", "konsultationer følger")
        self.lay_out(
            f.add_day("day", "Ny dag", ahead=True),
            f.add("because", "Hvorfor?", line_edit(), optional=True),
            small(f"{along} med til den nye dag.") if meetings else None,
        )
        self.ask_of_closed()
        self.ready()

    def house(self) -> str:
        return self._house

    def send(self) -> Asked[Any]:
        f = self.fields
        day = f.must_day("day", "Hvilken dag?")
        return self.desk.ask(acts.move, self.which, day, f.text("because"))

    def said(self) -> str:
        return "Besøget er flyttet."


class CancelForm(VisitForm):
    """Why it came to nothing; afterwards a new day is asked for."""

    KIND = CANCEL

    def __init__(self, desk: Desk, found: DayList) -> None:
        super().__init__(desk, "Aflys besøget", _title(found), "Aflys besøget", found.id)
        self.lay_out(
            self.fields.add("because", "Hvorfor bliver det ikke til noget?", line_edit()),
            small("Bagefter kan du give det en ny dag. Konsultationerne står, til de får en."),
        )
        self.ready()

    def send(self) -> Asked[Any]:
        because = self.fields.must("because", "Hvorfor? Få ord er nok.")
        return self.desk.ask(acts.cancel, self.which, because)

    def said(self) -> str:
        return "Besøget er aflyst."

    def where(self, _answer: Any) -> str:
        return f"nydag:{self.which}"


class NewDayForm(DayForm):
    """A cancelled visit gets another day, or none."""

    KIND = "besoeg_ny_dag"

    def __init__(self, desk: Desk, found: DayList, day: date | None) -> None:
        line = f"{_title(found)} er aflyst"
        super().__init__(desk, "Skal der findes en ny dag?", line, "Planlæg den dag", found.id)
        self._visit = found.visit
        near = f"Den næste, hvor huset har åbent, er {danish.day_long(day)}." if day else ""
        self.lay_out(
            self.fields.add_day("day", "Ny dag", day, ahead=True),
            small(f"{near} Luk siden, hvis der ikke skal være en ny dag.".strip()),
        )
        self.ask_of_closed()
        self.ready()

    def house(self) -> str:
        return self._visit.house

    def send(self) -> Asked[Any]:
        old = self._visit
        fresh = Visit(
            staff=old.staff,
            house=old.house,
            attachment=old.attachment,
            day=self.fields.must_day("day", "Hvilken dag?"),
            at=old.at,
            to=old.to,
            place=old.place,
            instead_of=self.which,
        )
        return self.desk.ask(acts.plan_one, fresh)

    def said(self) -> str:
        return "Besøget er planlagt. Konsultationerne er fulgt med."

    def where(self, answer: Any) -> str:
        return str(answer.id)


class OneVisitForm(DayForm):
    """A visit beside the rhythm."""

    KIND = "besoeg_enkelt"

    def __init__(self, desk: Desk, around: Round) -> None:
        super().__init__(desk, "Et enkelt besøg", "Uden for den faste dag.", "Planlæg besøget")
        f = self.fields
        who = around.me if around.me in dict(around.visitors) else ""
        self.lay_out(
            f.add("who", "Hvem kommer?", Choice([*around.visitors], who)),
            f.add("house", "Hvor?", Choice([*around.houses])),
            row(
                (f.add_day("day", "Dag", ahead=True), 2),
                (f.add_clock("at", "Fra", optional=True), 1),
                (f.add_clock("to", "Til", optional=True), 1),
                gap="apart",
            ),
            f.add("place", "Sted", line_edit(most=80), optional=True),
        )
        self.ask_of_closed()
        self.ready()

    def house(self) -> str:
        return self.fields.text("house")

    def send(self) -> Asked[Any]:
        f = self.fields
        made = Visit(
            staff=f.must("who", "Hvem kommer?"),
            house=f.must("house", "Hvilket hus?"),
            day=f.must_day("day", "Hvilken dag?"),
            at=f.time_of("at"),
            to=f.time_of("to"),
            place=f.text("place"),
        )
        return self.desk.ask(acts.plan_one, made)

    def said(self) -> str:
        return "Besøget er planlagt."

    def undo(self, answer: Any) -> Callable[[], None] | None:
        return partial(undo_planned, self.desk, (answer.id,))

    def where(self, answer: Any) -> str:
        return str(answer.id)


class HeldForm(VisitForm):
    """What the visit was used for: it is noted already, here it is put right."""

    KIND = "besoeg_holdt"

    def __init__(self, desk: Desk, found: DayList, colleagues: tuple[Colleague, ...]) -> None:
        super().__init__(desk, "Besøget er holdt", _title(found), "Gem", found.id)
        visit, f = found.visit, self.fields
        self._present: tuple[Participant, ...] = visit.present
        self.table = Table(visit.present, colleagues)
        self.table.changed.connect(self._on_people)
        about = ChipGroup(
            [Pick(one.value, danish.capital(one.word)) for one in WasAbout],
            [one.value for one in visit.was_about],
            name="Hvad handlede det om?",
        )
        self.lay_out(
            f.add("minutes", "Tid brugt", line_edit(most=12), "Timer og minutter: 2.30 er to timer og en halv."),
            f.add("about", "Hvad handlede det om?", about),
            f.add("theme", "Tema", line_edit(most=120), optional=True),
            f.add_prose("told", "Hvad talte I om?", "Uden navne. Det står på rapporten til huset.", optional=True),
            field("Hvem var med?", self.table),
        )  # fmt: skip
        f.put(minutes=hours_typed(visit.minutes), theme=visit.theme, told=visit.told)
        self.ready()

    def _on_people(self, here: tuple[Participant, ...]) -> None:
        self._present = tuple(here)
        self._dirty = True

    def send(self) -> Asked[Any]:
        f = self.fields
        return self.desk.ask(
            acts.hold,
            self.which,
            minutes=read_minutes(f.text("minutes")),
            present=self._present,
            was_about=tuple(WasAbout(one) for one in f.several("about")),
            theme=f.text("theme"),
            told=f.text("told"),
        )

    def said(self) -> str:
        return "Gemt. Besøgsrapporten kan skrives ud."


def hours_typed(minutes: int | None) -> str:
    """»2.30«, as it is typed."""
    return "" if minutes is None else f"{minutes // 60}.{minutes % 60:02d}"


def read_minutes(words: str) -> int | None:
    """2.30, 2:30, 2,30 and 2 are hours; »45 min« minutes. Raises Missing when it is neither."""
    plain = words.casefold().replace(":", ".").replace(",", ".").strip(" .")
    if not plain:
        return None
    if plain.endswith(("min", "minutter")):
        number = plain.removesuffix("utter").removesuffix("min").strip()
        if number.isdecimal():
            return int(number)
    hours, _, minutes = plain.partition(".")
    if hours.isdecimal() and (not minutes or (minutes.isdecimal() and int(minutes) < 60)):
        return int(hours) * 60 + int(minutes or 0)
    raise Missing("minutes", f"»{words}«: Skriv timer og minutter, fx 2.30.")
