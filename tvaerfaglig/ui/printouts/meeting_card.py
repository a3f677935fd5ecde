"""Papirer til møder: which meeting, and which of the papers that it can become; or a form to write on by hand."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame

from tvaerfaglig.domain import danish
from tvaerfaglig.services.meeting_papers import looking
from tvaerfaglig.services.meeting_papers.which import MeetingPaper
from tvaerfaglig.services.printing.printable import PrintableRecord
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.preview_request import PreviewRequest
from tvaerfaglig.ui.widgets import (
    Button,
    ListRow,
    button,
    choice,
    col,
    field,
    flow,
    glyph,
    picker,
    row,
    section,
    small,
)

_SAYS = "Forberedelse, opfølgning, indsatsplan, ark til forældrene, de tre spalter og de tre huse."


class MeetingCard(QFrame):
    """The meeting first: what it can become follows from its kind, its child and the guard."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName("Papirer til møder")
        self._desk = desk
        self._records: dict[str, PrintableRecord] = {}
        self.meeting = picker(name="Møde", placeholder="Skriv et navn eller en dag")
        self.paper = choice((), name="Papir")
        self.show_it = button("Vis papiret", "outlined", "vis", name="Vis papiret fra mødet")
        self._which = field("Hvilket papir?", self.paper)
        self._which.hide()
        self._asked = field("Hvilket møde?", self.meeting)
        self.forms = {one: self._form(one) for one in MeetingPaper if one.has_empty}
        self.setLayout(
            col(
                row(glyph("konsultation", "accent"), (section("Papirer til møder"), 1)),
                small(_SAYS),
                self._asked,
                self._which,
                row(self.show_it, ...),
                small("Eller et tomt skema til at skrive eller tegne på:"),
                flow(*self.forms.values(), gap=4),
                margins=(16, 12, 16, 14),
            )
        )
        self.meeting.picked.connect(self._on_meeting)
        self.show_it.clicked.connect(self._on_show)

    def offer(self, records: tuple[PrintableRecord, ...], today: date) -> None:
        """Every note that one may print, planned ones too."""
        self._records = {one.id: one for one in records}
        self.meeting.offer(
            [
                ListRow(one.id, one.title, danish.day_near(one.day, today).lower(), under=one.state)
                for one in records
            ]
        )

    def _form(self, which: MeetingPaper) -> Button:
        made = button(which.heading, "link", "udskrift", name=f"Tomt skema: {which.heading}")
        made.clicked.connect(partial(self._show_empty, which))
        return made

    @Slot(str)
    def _on_meeting(self, meeting: str) -> None:
        self._asked.ask("")
        self._which.hide()
        if meeting in self._records:
            asked = self._desk.ask(looking.offered, meeting)
            asked.then(partial(self._offer_papers, meeting), self)

    def _offer_papers(self, meeting: str, papers: tuple[MeetingPaper, ...]) -> None:
        if meeting == self.meeting.chosen():
            self.paper.offer((one.value, one.heading) for one in papers)
            self._which.show()

    @Slot()
    def _on_show(self) -> None:
        record = self._records.get(self.meeting.chosen())
        if record is None or self._which.isHidden():
            self._asked.ask("Hvilket møde?")
            self.meeting.setFocus()
            return
        which = MeetingPaper(self.paper.chosen())
        make = partial(
            looking.look_at, which=which, konsultation_id=record.id, library=self._desk.library
        )
        self._desk.preview_asked.emit(
            PreviewRequest(
                title=f"{which.heading} · {record.title}",
                document=which.value,
                make=make,
                child=record.child,
                record=record.id,
                purpose=which.purpose,
            )
        )

    def _show_empty(self, which: MeetingPaper) -> None:
        self._desk.preview_asked.emit(
            PreviewRequest(
                title=f"{which.heading} · tomt skema",
                document=f"{which.value}, tomt skema",
                make=partial(looking.look_at_empty, which=which, library=self._desk.library),
                purpose=which.purpose,
            )
        )
