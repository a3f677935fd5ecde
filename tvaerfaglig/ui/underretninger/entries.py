"""Small forms one beneath the other: calls, actions, annexes. One can be added, each can be taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from tvaerfaglig.domain.underretning import Action, Annex, PhoneCall
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    ClockField,
    DayField,
    Prose,
    boxed,
    button,
    col,
    field,
    flow,
    line_edit,
    row,
    tick,
)

T = TypeVar("T")
Today = Callable[[], date]


class EntryForm(QFrame):
    """One entry; `changed` after each change, `removed` when it is to go."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(name)
        self.away = button("", "icon", "luk", name=f"Tag ud: {name}", dense=True)
        self.away.clicked.connect(self._on_away_clicked)

    def value(self) -> Any:
        """The entry as it stands in the form."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Where one begins to write."""
        raise NotImplementedError

    def lay(self, *items: QWidget) -> None:
        body = boxed(col(*items, gap="near"))
        self.setLayout(row((body, 1), col(self.away, ...), gap="tight", margins=(12, 8, 6, 10)))

    def listen(self, *fields: QWidget) -> None:
        """Hear of every change in these fields."""
        for one in fields:
            if isinstance(one, DayField | ClockField):
                one.changed.connect(self._on_changed)
            elif isinstance(one, Prose | QLineEdit):
                one.textEdited.connect(self._on_changed)

    @Slot()
    def _on_changed(self, *_: object) -> None:
        self.changed.emit()

    @Slot()
    def _on_away_clicked(self) -> None:
        self.removed.emit(self)


class Entries(QWidget, Generic[T]):
    """A list of such forms; `changed` sends all entries."""

    changed = Signal(object)

    def __init__(
        self,
        entries: Iterable[T],
        form: Callable[[T], EntryForm],
        blank: Callable[[], T],
        *,
        add: str,
    ) -> None:
        super().__init__()
        self._form, self._blank = form, blank
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(look().theme.gap("near"))
        self.add_button = button(add, "quiet", "plus")
        self.add_button.clicked.connect(self._on_add_clicked)
        layout = col(gap="tight")
        layout.addLayout(self._place)
        layout.addLayout(row(self.add_button, ...))
        self.setLayout(layout)
        for one in entries:
            self._put(one)

    def forms(self) -> tuple[EntryForm, ...]:
        found = (self._place.itemAt(n) for n in range(self._place.count()))
        widgets = (item.widget() for item in found if item is not None)
        return tuple(one for one in widgets if isinstance(one, EntryForm))

    def values(self) -> tuple[T, ...]:
        return tuple(one.value() for one in self.forms())

    def add(self, entry: T) -> None:
        """One that is offered, put in as if it had been written here."""
        made = self._put(entry)
        self.changed.emit(self.values())
        made.first().setFocus()

    def focus_entry(self, number: int) -> None:
        """Go to an entry (1 is the first), or to the button that makes one."""
        forms = self.forms()
        target = forms[number - 1].first() if 0 < number <= len(forms) else self.add_button
        target.setFocus()

    def _put(self, entry: T) -> EntryForm:
        made = self._form(entry)
        made.changed.connect(self._on_changed)
        made.removed.connect(self._on_removed)
        self._place.addWidget(made)
        return made

    @Slot()
    def _on_add_clicked(self) -> None:
        self.add(self._blank())

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit(self.values())

    @Slot(object)
    def _on_removed(self, made: QObject) -> None:
        if isinstance(made, EntryForm):
            self._place.removeWidget(made)
            made.hide()
            made.deleteLater()
            self.changed.emit(self.values())
            self.add_button.setFocus()


class CallForm(EntryForm):
    """A call to the municipality."""

    def __init__(self, call: PhoneCall, today: Today) -> None:
        super().__init__("Opkald")
        self._by = call.by
        self._today = today
        self.day = DayField(today, call.day)
        self.at = ClockField(call.at)
        self.number = line_edit(call.number, most=40)
        self.spoke_with = line_edit(call.spoke_with)
        self.agreed = Prose(call.agreed, lines=2)
        when = row((field("Dag", self.day), 2), (field("Klokken", self.at), 1), gap="apart")
        whom = row(
            (field("Talte med", self.spoke_with), 2), (field("Nummer", self.number), 1), gap="apart"
        )
        self.lay(boxed(when), boxed(whom), field("Aftalt", self.agreed))
        self.listen(self.day, self.at, self.number, self.spoke_with, self.agreed)

    def value(self) -> PhoneCall:
        return PhoneCall(
            day=self.day.value() or self._today(),
            at=self.at.value(),
            number=self.number.text().strip(),
            spoke_with=self.spoke_with.text().strip(),
            agreed=self.agreed.text().strip(),
            by=self._by,
        )

    def first(self) -> QWidget:
        return self.spoke_with


class ActionForm(EntryForm):
    """What was tried, and what came of it."""

    def __init__(self, action: Action, today: Today) -> None:
        super().__init__("Det, vi har gjort")
        self.day = DayField(today, action.day)
        self.what = Prose(action.what, lines=2)
        self.effect = Prose(action.effect, lines=2)
        self.lay(
            boxed(row((field("Dato", self.day), 2), ..., gap="apart")),
            field("Hvad", self.what),
            field("Virkning", self.effect, "»Ingen ændring« er også en virkning."),
        )
        self.listen(self.day, self.what, self.effect)

    def value(self) -> Action:
        return Action(
            day=self.day.value(), what=self.what.text().strip(), effect=self.effect.text().strip()
        )

    def first(self) -> QWidget:
        return self.what


class AnnexForm(EntryForm):
    """One annex by its title."""

    def __init__(self, annex: Annex) -> None:
        super().__init__("Bilag")
        self._attachment = annex.attachment
        self.title = line_edit(annex.title, name="Bilagets navn")
        self.separately = tick("Sendes for sig", on=annex.separately)
        self.separately.toggled.connect(self._on_changed)
        self.lay(self.title, boxed(flow(self.separately)))
        self.listen(self.title)

    def value(self) -> Annex:
        return Annex(
            title=self.title.text().strip(),
            attachment=self._attachment,
            separately=self.separately.isChecked(),
        )

    def first(self) -> QWidget:
        return self.title
