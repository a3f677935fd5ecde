"""A colleague at a house: who, which day, how often, from when until when, and when the house is closed."""

from __future__ import annotations

from typing import Any

from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.visiting.attachment import (
    WEEKDAYS,
    Attachment,
    HouseClosed,
    Rhythm,
    WhenClosed,
)
from tvaerfaglig.domain.visiting.closed_words import NotAWeek, read_closed, say_closed
from tvaerfaglig.services.visiting import attachments
from tvaerfaglig.services.visiting.attachments import Round
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.visiting.forms import VisitForm
from tvaerfaglig.ui.widgets import Choice, Segment, Segments, line_edit, row
from tvaerfaglig.ui.widgets.layout import Item

RHYTHMS = (
    ("maaned:1", "Den første i måneden"),
    ("maaned:2", "Den anden i måneden"),
    ("maaned:3", "Den tredje i måneden"),
    ("maaned:4", "Den fjerde i måneden"),
    ("uger:1", "Hver uge"),
    ("uger:2", "Hver anden uge"),
    ("uger:3", "Hver tredje uge"),
    ("uger:4", "Hver fjerde uge"),
    ("uger:6", "Hver sjette uge"),
    ("uger:8", "Hver ottende uge"),
    ("uger:12", "Hver tolvte uge"),
)
_MONTHLY = "maaned:2"


class RhythmForm(VisitForm):
    """New, or one that stands: then who and where are settled."""

    KIND = Attachment.KIND

    def __init__(self, desk: Desk, around: Round, which: str = "") -> None:
        self.stored: Stored[Attachment] | None = next(
            (one.stored for one in around.rows if one.stored.id == which), None
        )
        heading = "Ret tilknytningen" if self.stored else "Tilknyt en kollega"
        super().__init__(desk, heading, "Fast dag og tid, så et år kan planlægges.", "Gem", which)
        self._around = around
        self.lay_out(*self._build())
        self._fill(self.stored.record if self.stored else None)
        self.ready()

    def _build(self) -> list[Item]:
        f, around = self.fields, self._around
        self.who = Choice([*around.visitors])
        self.house = Choice([*around.houses])
        weekdays = [(str(n), word.capitalize()) for n, word in enumerate(WEEKDAYS)]
        closed = Segments(
            (
                Segment(WhenClosed.FLYT.value, "Flyt til en uge nær ved"),
                Segment(WhenClosed.SPRING_OVER.value, "Spring over"),
            ),
            WhenClosed.FLYT.value,
            name="Falder dagen på en lukkedag?",
        )
        items: list[Item] = [
            f.add("who", "Hvem kommer?", self.who),
            f.add("house", "Hvor?", self.house),
            row(
                (f.add("often", "Hvor tit?", Choice(RHYTHMS, _MONTHLY)), 1),
                (f.add("weekday", "Ugedag", Choice(weekdays, "3")), 1),
                gap="apart",
            ),
            row(
                (f.add_clock("at", "Fra klokken", optional=True), 1),
                (f.add_clock("to", "Til klokken", optional=True), 1),
                (f.add("place", "Sted", line_edit(most=80), optional=True), 2),
                gap="apart",
            ),
            row(
                (f.add_day("first", "Første dag", self.today(), ahead=True), 1),
                (f.add_day("last", "Sidste dag", ahead=True, optional=True), 1),
                gap="apart",
            ),
            f.add("closed_how", "Falder dagen på en helligdag eller lukkedag?", closed),
            f.add(
                "closed",
                "Hvornår har huset lukket?",
                line_edit(most=300),
                "Uger og dage: uge 29-31 og 52, 7. maj 2027. Helligdagene kender programmet. "
                "Det gælder alle, der kommer i huset.",
                optional=True,
            ),
        ]
        self.house.chosen_changed.connect(self._on_house)
        for box in (self.who, self.house):
            box.setEnabled(self.stored is None)
        return items

    def _fill(self, made: Attachment | None) -> None:
        me = self._around.me
        here = made.house if made else self.house.chosen()
        if made is None:
            known = {one for one, _ in self._around.visitors}
            self.fields.put(who=me if me in known else self.who.chosen())
        else:
            self.fields.put(
                who=made.staff,
                house=made.house,
                often=f"{made.rhythm.value}:{made.number}",
                weekday=str(made.weekday),
                at=made.at,
                to=made.to,
                place=made.place,
                first=made.from_day,
                last=made.until,
                closed_how=made.when_closed.value,
            )
        self._on_house(here)

    def _on_house(self, house: str) -> None:
        closed = self._around.closed.get(house)
        words = say_closed(closed.weeks, closed.days) if closed else ""
        self.fields.put(closed=words)

    def _closed(self, house: str) -> HouseClosed:
        try:
            weeks, days = read_closed(self.fields.text("closed"), self.today())
        except NotAWeek as asked:
            raise Missing("closed", str(asked)) from asked
        return HouseClosed(house=house, weeks=weeks, days=days)

    def send(self) -> Asked[Any]:
        f = self.fields
        rhythm, _, number = f.text("often").partition(":")
        house = f.must("house", "Hvilket hus?")
        made = Attachment(
            staff=f.must("who", "Hvem kommer? Spørg lederen, hvis ingen kan vælges."),
            house=house,
            from_day=f.must_day("first", "Fra hvilken dag?"),
            until=f.day_of("last"),
            rhythm=Rhythm(rhythm),
            number=int(number),
            weekday=int(f.text("weekday")),
            at=f.time_of("at"),
            to=f.time_of("to"),
            place=f.text("place"),
            when_closed=WhenClosed(f.text("closed_how")),
        )
        which = self.stored.id if self.stored else None
        return self.desk.ask(
            attachments.save_attachment, made, which, house_closed=self._closed(house)
        )

    def said(self) -> str:
        return "Gemt. Nu kan året planlægges."

    def where(self, answer: Any) -> str:
        return f"aar:{answer.id}" if self.stored is None else "rytmer"
