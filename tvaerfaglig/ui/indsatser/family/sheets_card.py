"""The sheets of one family, form by form: what is written, what is due, and what one was in the middle of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.deadline import due
from tvaerfaglig.domain.efforts.form import EffortForm, FormUse
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts.family_view import FamilyView
from tvaerfaglig.ui.widgets import (
    SHAPES,
    boxed,
    button,
    card,
    col,
    due_mark,
    flow,
    hairline,
    opener,
    row,
    small,
    text,
)
from tvaerfaglig.ui.widgets.layout import Item

SHOWN = 3


class SheetsCard(QWidget):
    """`write_asked` sends the form's id, `read_asked` a sheet's."""

    write_asked = Signal(str)
    read_asked = Signal(str)

    def __init__(self, view: FamilyView) -> None:
        super().__init__()
        self.view = view
        items: list[Item] = []
        for one in view.forms:
            items += [hairline()] if items else []
            items.append(self._form(one))
        self.setLayout(col(card("Ark", *items, icon="kladde"), gap=0))

    def _form(self, form: EffortForm) -> QWidget:
        written = self.view.of_form(form.id)
        begun = self.draft_key(form) in self.view.drafts
        words: list[Item] = [text(form.name, "strong")]
        if begun:
            words.append(small("Du er i gang med det."))
        elif not written:
            words.append(small(form.guidance or "Ikke skrevet endnu."))
        if form.use is FormUse.STATUS and self.view.next_status is not None:
            when = due(self.view.next_status, self.view.today)
            words.append(due_mark(SHAPES[when.state], f"næste {when.words}"))
        acts = boxed(flow(*self._write(form, again=bool(written), begun=begun)))
        head = row((boxed(col(*words, gap=1)), 1), acts, gap=12)
        return boxed(col(head, *self._written(written), gap="near"))

    def _write(self, form: EffortForm, *, again: bool, begun: bool) -> Iterator[QWidget]:
        if not self.view.may_fill(form):
            return
        words = "Skriv videre" if begun else "Skriv nyt" if again else "Skriv"
        made = button(words, "small", "kladde", name=f"{words}: {form.name}")
        made.clicked.connect(partial(self.write_asked.emit, form.id))
        yield made

    def _written(self, written: tuple[Stored[Sheet], ...]) -> Iterator[QWidget]:
        for one in written[:SHOWN]:
            yield self._line(one)
        rest = written[SHOWN:]
        if rest:
            inside = boxed(col(*(self._line(one) for one in rest), gap="near"))
            inside.hide()
            more = opener(f"{len(rest)} tidligere", "pil-ned")
            more.toggled.connect(inside.setVisible)
            yield boxed(col(more, inside, gap="tight"))

    def _line(self, stored: Stored[Sheet]) -> QWidget:
        sheet = stored.record
        day = danish.day(sheet.day)
        link = button(danish.capital(day), "link", name=f"Læs {sheet.name}, {day}")
        link.clicked.connect(partial(self.read_asked.emit, stored.id))
        return boxed(row(link, (small(self._said(sheet)), 1), gap=10))

    def _said(self, sheet: Sheet) -> str:
        names, form = self.view.names, self.view.kind.form(sheet.form)
        said = [danish.join_and([names.first(one) for one in sheet.by])]
        if sheet.shown_on is not None:
            said.append(f"vist til forældrene {danish.day(sheet.shown_on)}")
        if sheet.reviewed_on is not None:
            said.append(f"gået igennem {danish.day(sheet.reviewed_on)}")
        elif form is not None and form.reviewed_by:
            said.append("ikke gået igennem endnu")
        return " · ".join(said)

    def draft_key(self, form: EffortForm) -> str:
        return f"{Sheet.KIND}:{self.view.enrolment}:{form.id}"
