"""Ark: the effort's own sheets, form by form, each to be read where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import sheets, undoing
from tvaerfaglig.services.efforts.own_sheets import OwnForm, OwnSheets, own_sheets
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import SHEET
from tvaerfaglig.ui.indsatser.family.sheet_reading import said
from tvaerfaglig.ui.indsatser.forms import say_done
from tvaerfaglig.ui.indsatser.papers import previews
from tvaerfaglig.ui.indsatser.rooms import EffortRoom
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.widgets import (
    Button,
    boxed,
    button,
    card,
    col,
    empty_layout,
    flow,
    hairline,
    row,
    scroller,
    small,
    text,
)
from tvaerfaglig.ui.widgets.layout import Item

WIDEST_EM = 60


class SheetsRoom(EffortRoom):
    """A card for each form: its button, and what was written, the newest first."""

    SHOWS = (Sheet.KIND,)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        inner = col(self._cards, ..., margins=(24, 16))
        self._scroll = scroller(col(at_most(WIDEST_EM, inner), ..., gap=0))
        self.take(col(self._scroll, gap=0))
        self._first: Button | None = None

    def refresh(self) -> None:
        asked = self.desk.ask(own_sheets, self.effort_id)
        asked.then(self._show, self)

    def start(self) -> None:
        (self._first or self._scroll).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, found: OwnSheets) -> None:
        if found.effort != self.effort_id:
            return
        empty_layout(self._cards)
        self._first = None
        for one in found.forms:
            self._cards.addWidget(self._form(one, found))
        if self.isVisible():
            self.start()

    def _form(self, own: OwnForm, found: OwnSheets) -> QWidget:
        form = own.form
        lines: list[Item] = [small(form.guidance)] if form.guidance else []
        if not own.written:
            lines.append(small("Ikke skrevet endnu."))
        for nr, one in enumerate(own.written):
            lines += [hairline()] if nr else []
            lines += self._sheet(one, own, found)
        words = "Skriv nyt" if own.written else "Skriv"
        write = self._act(words, f"{words}: {form.name}", form.id) if own.may_write else None
        return card(f"{form.name}, {form.use.word}", *lines, icon="kladde", action=write)

    def _sheet(self, one: Stored[Sheet], own: OwnForm, found: OwnSheets) -> Iterator[Item]:
        made, day = one.record, danish.day(one.record.day)
        by = danish.join_and([found.names.first(who) for who in made.by])
        paper = button("Papir", "small", "udskrift", name=f"Vis som papir: {made.name}, {day}")
        paper.clicked.connect(partial(self._show_paper, one.id))
        acts = [paper]
        if own.may_write:
            acts.append(self._act("Ret", f"Ret: {made.name}, {day}", made.form, one.id))
        if one.id in own.to_review:
            review = button("Læst igennem", "small", "flueben", name=f"Læst: {made.name}, {day}")
            review.clicked.connect(partial(self._review, one.id))
            acts.append(review)
        yield boxed(row((text(f"{danish.capital(day)} · {by}", "strong"), 1), flow(*acts)))
        yield from (said(each.heading, each) for each in made.answers)
        if made.reviewed_on is not None:
            who = found.names.first(made.reviewed_by)
            yield small(f"Læst igennem af {who} {danish.day(made.reviewed_on)}.")

    def _act(self, words: str, name: str, *which: str) -> Button:
        made = button(words, "small", name=name)
        made.clicked.connect(partial(self.go, SHEET, *which))
        self._first = self._first or made
        return made

    def _show_paper(self, sheet: str) -> None:
        if self.page is not None:
            name, effort = self.page.effort.name, self.page.id
            request = previews.of_sheet(EffortPaper.ARK, sheet, name, effort=effort)
            self.desk.preview_asked.emit(request)

    def _review(self, sheet: str) -> None:
        self.desk.ask(sheets.review, sheet).then(self._reviewed, self)

    def _reviewed(self, saved: Saved) -> None:
        self.desk.announce(saved.changes)
        say_done(
            self.desk,
            "Arket er læst igennem.",
            lambda session: undoing.take_back(session, saved.id),
        )
