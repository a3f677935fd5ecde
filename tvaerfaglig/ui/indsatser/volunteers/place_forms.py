"""Where a volunteer comes: an activity or a family, from a day on; and that she comes there no more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.sheets import Weekday, WeekRow
from tvaerfaglig.domain.efforts.volunteers import VolunteerPlace
from tvaerfaglig.services.efforts import volunteers
from tvaerfaglig.services.efforts.volunteer_page import PlaceLine, VolunteerPage
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.indsatser.volunteers.forms import NO_NAMES, VolunteerForm, beside, undone
from tvaerfaglig.ui.widgets import ChipGroup, Choice, Pick, line_edit


class PlaceForm(VolunteerForm):
    """Where she comes: an activity or one family, from a day, on these weekdays."""

    KIND = VolunteerPlace.KIND

    def __init__(self, desk: Desk, page: VolunteerPage, line: PlaceLine | None = None) -> None:
        first = page.record.first_name
        heading = f"{danish.possessive(first)} plads" if line else f"Hvor skal {first} komme?"
        which = line.stored.id if line else page.row.id
        super().__init__(
            desk, heading, "En aktivitet eller en familie. Aldrig en sag.", "Gem", which
        )
        self._page, self._line = page, line
        f = self.fields
        spots = [(f"{one.effort}|{one.enrolment}", one.name) for one in page.spots]
        if line is not None:
            made = line.stored.record
            spots = [(f"{made.effort}|{made.enrolment}", line.where)]
        self.spot = Choice(spots)
        self.spot.setEnabled(line is None)
        self.lay_out(
            f.add("spot", "Hvor?", self.spot),
            f.add_day("from_day", "Fra", self.today(), ahead=True),
            f.add("weekdays", "Ugedage", ChipGroup(_WEEKDAYS, name="Ugedage")),
            beside(
                f.add_clock("at", "Fra klokken", optional=True),
                f.add_clock("to", "Til klokken", optional=True),
            ),
            f.add("what", "Hvad?", line_edit(most=100), NO_NAMES, optional=True),
        )
        if line is not None:
            self._fill(line.stored.record)
        self.ready()

    def _fill(self, made: VolunteerPlace) -> None:
        first = made.weekly[0] if made.weekly else None
        self.fields.put(
            spot=f"{made.effort}|{made.enrolment}", from_day=made.from_day,
            weekdays=[one.weekday.value for one in made.weekly], at=first.at if first else None,
            to=first.to if first else None, what=first.what if first else "",
        )  # fmt: skip

    def send(self) -> Asked[Any]:
        f = self.fields
        effort, _, enrolment = f.must("spot", "Vælg en aktivitet eller en familie.").partition("|")
        made = VolunteerPlace(
            volunteer=self._page.row.id,
            effort=effort,
            enrolment=enrolment,
            from_day=f.must_day("from_day"),
            until=self._line.stored.record.until if self._line else None,
            weekly=self._weekly(),
        )
        return self.desk.ask(volunteers.place, made, self._line.stored.id if self._line else None)

    def _weekly(self) -> tuple[WeekRow, ...]:
        f, days = self.fields, self.fields.several("weekdays")
        if not days:
            return ()
        at, to = f.time_of("at"), f.time_of("to")
        if at is None or to is None:
            raise Missing("at" if at is None else "to", "Hvad er klokken? Skriv fx 10 og 11.30.")
        return tuple(
            WeekRow(weekday=Weekday(one), at=at, to=to, what=f.text("what")) for one in days
        )

    def said(self) -> str:
        return f"{self._page.record.first_name} har en plads."


_WEEKDAYS = [Pick(one.value, danish.capital(one.value)) for one in Weekday]


class EndPlaceForm(VolunteerForm):
    """She comes there no more, and goes on in the house."""

    KIND = "frivillig_plads_slut"

    def __init__(self, desk: Desk, line: PlaceLine) -> None:
        super().__init__(desk, f"Afslut: {line.where}", "", "Afslut pladsen", line.stored.id)
        self.lay_out(
            self.fields.add_day("on", "Sidste dag", self.today(), ahead=True),
            self.fields.add("because", "Hvorfor?", line_edit(), NO_NAMES, optional=True),
        )
        self.ready()

    def send(self) -> Asked[Any]:
        f = self.fields
        return self.desk.ask(volunteers.end, self.which, f.must_day("on"), f.text("because"))

    def said(self) -> str:
        return "Pladsen er afsluttet."

    def undo(self, answer: Any) -> Callable[[], None] | None:
        return partial(_go_on, self.desk, answer.id)


def _go_on(desk: Desk, place: str) -> None:
    desk.ask(volunteers.go_on, place).then(partial(_gone_on, desk), desk)


def _gone_on(desk: Desk, saved: Any) -> None:
    undone(desk, saved.changes)
