"""12 Aftaler: what was agreed as a table, each row written where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.agreements import people
from tvaerfaglig.domain.deadline import DueState, due
from tvaerfaglig.domain.form import FormPart
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.domain.people import Parent
from tvaerfaglig.services.agreements.offered import proposal
from tvaerfaglig.services.agreements.reading import parent_word
from tvaerfaglig.ui.konsultationer.agreement_form import AgreementForm
from tvaerfaglig.ui.konsultationer.part import Part, Work
from tvaerfaglig.ui.konsultationer.wording import agreed_state, agreed_who
from tvaerfaglig.ui.widgets import (
    Fold,
    boxed,
    button,
    col,
    due_mark,
    glyph,
    hairline,
    one,
    row,
    small,
    text,
)
from tvaerfaglig.ui.widgets.layout import Item

HEADS = ("Hvad", "Hvem", "Senest", "Sådan ser vi, om det virker")
WIDTHS = (31, 13, 13, 24)
EDIT = len(HEADS)


class Pressed(QWidget):
    """What stands in a row: a press on it opens the row to write in."""

    pressed = Signal()

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setLayout(col(inner, gap=0))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()


class AgreedPart(Part):
    """12: rows become tasks with those who are named when the sitting is saved."""

    def __init__(self, work: Work, form_part: FormPart) -> None:
        self._editing = ""
        self._form: AgreementForm | None = None
        super().__init__(work, form_part)

    def is_written(self) -> bool:
        return bool(self.work.sitting.agreements())

    def aside(self) -> list[QWidget]:
        told = one("bliver til opgaver hos den, der er nævnt", "small")
        if not self.work.writable:
            return []
        add = button("Tilføj aftale", "small", "plus")
        add.clicked.connect(self.add)
        return [add] if self.work.fold >= Fold.PANEL else [told, add]

    def build(self) -> list[Item]:
        self._form = None
        return [self._table()]

    def read(self) -> list[Item]:
        return [self._table()]

    def busy(self) -> bool:
        return bool(self._editing) and super().busy()

    @Slot()
    def begin(self) -> None:
        if self.is_begun:
            self.start()
        else:
            self.add()

    def start(self) -> None:
        """In the row that is open, else where the part begins."""
        if self._form is not None:
            self._form.start()
        else:
            super().start()

    @Slot()
    def add(self) -> None:
        """A new row, open to write in."""
        self.add_with("")

    def add_with(self, what: str) -> None:
        """A new row that words from a text stand in already."""
        key = self.work.writer.new_row()
        self._opened = True
        self.work.writer.put_row(key, self._proposed(what))
        self.edit(key)

    def _proposed(self, line: str) -> Agreement:
        """The words as an agreement: who and when as far as they can be read, to be put right in the row."""
        if not line:
            return Agreement(what="", made_on=self.work.note.day)
        page, me = self.work.page, self.work.desk.my_id
        staff = [
            people.colleague(one.id, one.name, one.role, me=one.id == me) for one in page.colleagues
        ]
        family = [people.parent(one) for one in self._parents()]
        made = proposal(line, (*staff, *family), page.today)
        return replace(made, made_on=self.work.note.day)

    def _parents(self) -> tuple[Parent, ...]:
        """Those whom one may agree something with: none while the guard hides them."""
        page = self.work.page
        return page.child.record.parents if page.child and not page.hides_parents else ()

    def edit(self, key: str) -> None:
        self._editing = key
        self.draw()
        if self._form is not None:
            self._form.start()

    def _table(self) -> QWidget:
        rows = self.work.sitting.agreements()
        narrow = self.work.fold >= Fold.LIST
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        for n, wide in enumerate(WIDTHS):
            grid.setColumnStretch(n, wide)
        at = 0
        if rows and not narrow:
            for n, words in enumerate(HEADS):
                grid.addWidget(one(words, "smallstrong"), 0, n)
            at = 1
        for key, made in rows:
            grid.addWidget(hairline(), at, 0, 1, EDIT + 1)
            self._add_row(grid, at + 1, key, made, narrow=narrow)
            at += 2
        if not rows:
            grid.addWidget(small("Ingen aftaler endnu."), at, 0, 1, EDIT + 1)
        elif not narrow:
            grid.addWidget(hairline(), at, 0, 1, EDIT + 1)
        return boxed(grid)

    def _add_row(
        self, grid: QGridLayout, at: int, key: str, made: Agreement, *, narrow: bool
    ) -> None:
        if key == self._editing and self.work.writable:
            self._form = self._edited(key, made)
            grid.addWidget(self._form, at, 0, 1, EDIT + 1)
            return
        if narrow:
            grid.addWidget(self._press(key, self._stacked(made)), at, 0, 1, EDIT)
        else:
            for n, cell in enumerate(self._cells(made)):
                grid.addWidget(self._press(key, cell), at, n)
        if self.work.writable:
            change = button(
                "", "icon", "kladde", name=f"Ret aftalen: {self._said(made.what)}", dense=True
            )
            change.clicked.connect(partial(self.edit, key))
            grid.addWidget(change, at, EDIT)

    def _cells(self, made: Agreement) -> list[QWidget]:
        names = self.work.page.names
        return [
            self._what(made),
            text(agreed_who(made, names, self._parents())),
            self._due(made),
            text(self._said(made.effect)),
        ]

    def _stacked(self, made: Agreement) -> QWidget:
        names = self.work.page.names
        by = f"senest {danish.day_short(made.due)}" if made.due else ""
        line = " · ".join(filter(None, (agreed_who(made, names, self._parents()), by)))
        effect = f"Vi ser det på: {self._said(made.effect)}" if made.effect else ""
        return boxed(
            col(
                self._what(made),
                small(line) if line else None,
                small(effect) if effect else None,
                gap=1,
            )
        )

    def _what(self, made: Agreement) -> QWidget:
        said = agreed_state(made)
        if not said:
            return text(self._said(made.what) or "Ny aftale")
        how = f"{said}: {self._said(made.outcome)}" if made.outcome else said
        icon = "flueben" if made.status is AgreementState.GJORT else "luk"
        state = row(glyph(icon, "ok" if icon == "flueben" else "muted", 16), (small(how), 1), gap=4)
        return boxed(col(text(self._said(made.what)), state, gap=1))

    def _due(self, made: Agreement) -> QWidget:
        if made.due is None:
            return small("")
        near = due(made.due, self.work.page.today)
        day = danish.day_short(made.due)
        if made.status is AgreementState.AABEN and near.state is not DueState.LATER:
            return due_mark("over" if near.state is DueState.OVER else "today", day)
        return text(day)

    def _said(self, words: str) -> str:
        return self.work.page.names.said(words)

    def _press(self, key: str, inner: QWidget) -> QWidget:
        if not self.work.writable:
            return inner
        made = Pressed(inner)
        made.pressed.connect(partial(self.edit, key))
        return made

    def _edited(self, key: str, made: Agreement) -> AgreementForm:
        page = self.work.page
        form = AgreementForm(
            made, self.work.note.participants, page.colleagues, self._today,
            parents=[(one.id, parent_word(one)) for one in self._parents()],
            narrow=self.work.fold >= Fold.LIST,
        )  # fmt: skip
        form.changed.connect(partial(self.work.writer.put_row, key))
        form.done.connect(self.close_row)
        form.removed.connect(partial(self._remove, key))
        return form

    def _today(self) -> date:
        return self.work.page.today

    @Slot()
    def close_row(self) -> None:
        """Stop writing in a row; one without words was never agreed."""
        key, self._editing = self._editing, ""
        made = dict(self.work.sitting.agreements()).get(key)
        if made is not None and not made.what.strip():
            self.work.writer.remove_row(key)
        self._opened = True
        self.draw()
        self.start()

    def _remove(self, key: str) -> None:
        made = dict(self.work.sitting.agreements()).get(key)
        self._editing = ""
        self.work.writer.remove_row(key)
        self.draw()
        self.start()
        if made is not None and made.what.strip():
            back = partial(self._put_back, key, made)
            self.work.desk.say("Aftalen er taget af listen.", "ok", back)

    def _put_back(self, key: str, made: Agreement) -> None:
        self.work.writer.put_back(key, made)
        self.draw()
