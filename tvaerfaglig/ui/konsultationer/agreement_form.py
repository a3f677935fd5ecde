"""One agreement while it is written: what, who, by when, and how one will see that it works."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.konsultation import Agreement, Participant
from tvaerfaglig.services.konsultation.colleagues import Colleague
from tvaerfaglig.ui.konsultationer.agreement_more import More, MoreOfAgreement
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    DayField,
    ListRow,
    Pick,
    Picker,
    button,
    col,
    field,
    flow,
    line_edit,
    picker,
    row,
)
from tvaerfaglig.ui.widgets.layout import Item

WHO_ELSE = "En anden"


class AgreementForm(QFrame):
    """`changed` sends the agreement as it stands, `done` when the row is to close, `removed` to take it off."""

    changed = Signal(object)
    done = Signal()
    removed = Signal()

    def __init__(
        self,
        made: Agreement,
        here: Sequence[Participant],
        colleagues: Sequence[Colleague],
        today: Callable[[], date],
        *,
        parents: Sequence[tuple[str, str]] = (),
        concerns: Sequence[tuple[str, str]] = (),
        removable: bool = True,
        narrow: bool = False,
        closes: bool = True,
    ) -> None:
        super().__init__()
        self.setProperty("kind", "well" if closes else "")
        self._made, self._closes = made, closes
        self._here, self._colleagues = tuple(here), {one.id: one for one in colleagues}
        self._parents = dict(parents)
        self.what = line_edit(made.what, most=300)
        self.who = ChipGroup(self._picks(), self._chosen(), name="Hvem gør det?")
        self.other: Picker = picker(
            self._others(), name=WHO_ELSE, keeps=False, free=True, placeholder=WHO_ELSE
        )
        self.due = DayField(today, made.due, ahead=True)
        self.effect = line_edit(made.effect, most=300)
        self.more = MoreOfAgreement(made, today, concerns)
        close = button("Færdig", "small", "flueben") if closes else None
        away = button("Tag aftalen af listen", "link") if removable else None
        when = field("Senest", self.due), field("Sådan ser vi, om det virker", self.effect)
        later: Item = col(*when) if narrow else row((when[0], 2), (when[1], 5), gap="apart")
        who = field("Hvem?", self.who, "Hver, der er nævnt, får det på sin liste.")
        keys = flow(close, away, gap=8) if close or away else None
        words = field("Hvad?", self.what), who, self.other, later, self.more, keys
        self.setLayout(col(*words, margins=(12, 8, 12, 8) if closes else 0))
        self._connect()
        if close is not None:
            close.clicked.connect(self.done)
        if away is not None:
            away.clicked.connect(self.removed)

    def agreement(self) -> Agreement:
        return self._made

    def start(self) -> None:
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Enter close the row; nothing is lost by either."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        ends = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._closes and plain and event.key() in ends:
            self.done.emit()
            return
        super().keyPressEvent(event)

    def _connect(self) -> None:
        self.what.textEdited.connect(self._on_what)
        self.effect.textEdited.connect(self._on_effect)
        self.due.changed.connect(self._on_due)
        self.who.changed.connect(self._on_who)
        self.other.picked.connect(self._on_picked)
        self.other.typed.connect(self._on_typed)
        self.more.changed.connect(self._on_more)

    def _picks(self) -> list[Pick]:
        """Those at the table, the parents, and whoever is named already; another name stands as written."""
        here = [(one.staff or one.name, one.name) for one in self._here]
        here += [(key, danish.capital(words)) for key, words in self._parents.items()]
        here += [(key, "En forælder") for key in self._made.parents if key not in self._parents]
        named = [(one, self._name(one)) for one in self._made.who]
        else_ = [(one, one) for one in self._else()]
        return [Pick(key, name) for key, name in dict([*here, *named, *else_]).items()]

    def _chosen(self) -> tuple[str, ...]:
        return (*self._made.who, *self._made.parents, *self._else())

    def _else(self) -> tuple[str, ...]:
        return tuple(filter(None, (one.strip() for one in self._made.who_else.split(","))))

    def _name(self, staff: str) -> str:
        found = self._colleagues.get(staff)
        return found.name if found else staff

    def _others(self) -> list[ListRow]:
        here = {one.staff for one in self._here}
        return [
            ListRow(one.id, one.name, one.role.word, person=one.name)
            for one in self._colleagues.values()
            if one.id not in here
        ]

    def _put(self, made: Agreement) -> None:
        self._made = made
        self.changed.emit(made)

    def _name_more(self, made: Agreement) -> None:
        self._put(made)
        self.who.offer(self._picks(), self._chosen())

    @Slot(str)
    def _on_what(self, words: str) -> None:
        self._put(replace(self._made, what=words))

    @Slot(str)
    def _on_effect(self, words: str) -> None:
        self._put(replace(self._made, effect=words))

    @Slot(object)
    def _on_due(self, on: date | None) -> None:
        self._put(replace(self._made, due=on))

    @Slot(tuple)
    def _on_who(self, keys: tuple[str, ...]) -> None:
        staff = tuple(one for one in keys if one in self._colleagues or one in self._made.who)
        family = {*self._parents, *self._made.parents}
        parents = tuple(one for one in keys if one in family)
        others = ", ".join(one for one in keys if one not in {*staff, *parents})
        self._put(replace(self._made, who=staff, parents=parents, who_else=others))

    @Slot(object)
    def _on_more(self, more: More) -> None:
        self._put(more.over(self._made))

    @Slot(str)
    def _on_picked(self, key: str) -> None:
        if key and key not in self._made.who:
            self._name_more(replace(self._made, who=(*self._made.who, key)))

    @Slot(str)
    def _on_typed(self, name: str) -> None:
        self.other.clear()
        if name and name not in self._else():
            self._name_more(replace(self._made, who_else=", ".join((*self._else(), name))))
