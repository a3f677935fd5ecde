"""The children of an observation: a chip each with her part in it, and a field to add the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QWidget

from tvaerfaglig.domain.observation import Part
from tvaerfaglig.ui.observations.wording import part_words
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import Flow, ListRow, announce, button, glyph, mark_as, picker, row

_PARTS = (Part.HANDLER_OM, Part.VAR_MED, Part.SAA_DET)


class InvolvedChip(QFrame):
    """A child and her part; Enter or a press opens the parts, Delete or ✕ takes her out."""

    part_chosen = Signal(str, str)
    removed = Signal(str)

    def __init__(self, child: str, name: str, part: str) -> None:
        super().__init__()
        self._child, self._name = child, name
        self.setProperty("kind", "chip")
        self.role = button("", "icon", dense=True)
        self.role.clicked.connect(self._on_role_clicked)
        self.away = button("", "icon", "luk", name=f"Fjern {name}", dense=True)
        self.away.clicked.connect(self._on_away_clicked)
        self._menu = QMenu(self)
        for one in _PARTS:
            action = self._menu.addAction(one.word.capitalize())
            action.triggered.connect(partial(self._choose, one.value))
        self._menu.addSeparator()
        gone = self._menu.addAction(f"Fjern {name}".replace("&", "&&"))
        gone.triggered.connect(self._on_away_clicked)
        drawing = glyph("person", "muted", 16)
        self.setLayout(row(drawing, self.role, self.away, gap=1, margins=(9, 0, 3, 0)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_part(part)

    def show_part(self, part: str) -> None:
        self._part = part
        words = part_words(self._name, part)
        self.role.say(words.replace("&", "&&"))
        self.role.setAccessibleName(f"{self._name}, {Part(part).word}")
        self.role.setAccessibleDescription(
            "Enter eller pile vælger, hvad barnet havde med det at gøre"
        )
        mark_as(self, tone="accent" if part == Part.HANDLER_OM else "")

    def sizeHint(self) -> QSize:
        """As high as its words ask for now: the layout remembers what they asked before they were dressed."""
        high = max(super().sizeHint().height(), self.role.sizeHint().height() + 2)
        return QSize(super().sizeHint().width(), high)

    def menu(self) -> QMenu:
        return self._menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the child out; arrows go through the parts without opening them."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self._child)
        elif step is not None and self.role.hasFocus():
            at = _PARTS.index(Part(self._part))
            self._choose(_PARTS[(at + step) % len(_PARTS)].value)
        else:
            super().keyPressEvent(event)

    def _choose(self, part: str, _checked: bool = False) -> None:
        self.part_chosen.emit(self._child, part)

    @Slot()
    def _on_role_clicked(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    @Slot()
    def _on_away_clicked(self) -> None:
        self.removed.emit(self._child)


class ChildrenField(QWidget):
    """`changed` whenever a person adds, removes or gives another part; `added` with who came to it."""

    changed = Signal()
    added = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._names: Mapping[str, str] = {}
        self._rows: tuple[ListRow, ...] = ()
        self._chips: dict[str, InvolvedChip] = {}
        self._parts: dict[str, str] = {}
        self._adding = False
        self.picker = picker(name="Barn", keeps=False, placeholder="Skriv et navn")
        self.picker.setMinimumWidth(look().theme.em(18))
        self.more = button("Tilføj barn", "link", "plus")
        self._flow = Flow(gap=4)
        self._flow.addWidget(self.more)
        self._flow.addWidget(self.picker)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.picker.picked.connect(self._on_picked)
        self.more.clicked.connect(self._on_more_clicked)
        self._arrange()

    def setAccessibleName(self, name: str) -> None:
        """The label names the field one types in."""
        super().setAccessibleName(name)
        self.picker.setAccessibleName(name)

    def setAccessibleDescription(self, words: str) -> None:
        self.picker.setAccessibleDescription(words)

    def know(self, names: Mapping[str, str], rows: Sequence[ListRow]) -> None:
        """Full names by id, and the children to choose among."""
        self._names, self._rows = names, tuple(rows)
        self.set_value(self.value())

    def value(self) -> tuple[tuple[str, str], ...]:
        """(child, part) in the order they were added."""
        return tuple(self._parts.items())

    def set_value(self, involved: Sequence[tuple[str, str]]) -> None:
        """Set from outside; nothing is announced."""
        for old in self._chips.values():
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._chips.clear()
        self._parts = dict(involved)
        self._adding = False
        for child, part in involved:
            self._make(child, part)
        self._arrange()

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab comes to, in order."""
        chips = [stop for one in self._chips.values() for stop in (one.role, one.away)]
        return (*chips, self.more, self.picker)

    def chips(self) -> tuple[InvolvedChip, ...]:
        return tuple(self._chips.values())

    def focus_here(self) -> None:
        """To the field one types in; it comes forth when it is folded away."""
        self._adding = True
        self._arrange()
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._adding and self._parts:
            self._adding = False
            self._arrange()
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _make(self, child: str, part: str) -> None:
        made = InvolvedChip(child, self._names.get(child, "et andet barn"), part)
        made.part_chosen.connect(self._on_part_chosen)
        made.removed.connect(self._on_removed)
        self._chips[child] = made

    def _arrange(self) -> None:
        """Chips first, then the way to add one, or the field for it."""
        for widget in (*self._chips.values(), self.more, self.picker):
            self._flow.removeWidget(widget)
            self._flow.addWidget(widget)
        wanted = self._adding or not self._parts
        self.picker.offer([one for one in self._rows if one.key not in self._parts])
        self.picker.setVisible(wanted)
        self.more.setVisible(not wanted)
        self.updateGeometry()

    @Slot(str)
    def _on_picked(self, child: str) -> None:
        if not child or child in self._parts:
            return
        part = Part.VAR_MED if self._parts else Part.HANDLER_OM
        self._parts[child] = part.value
        self._adding = False
        self._make(child, part.value)
        self._arrange()
        announce(self, f"{self._names.get(child, '')}, {part.word}")
        self.changed.emit()
        self.added.emit(child)

    @Slot(str, str)
    def _on_part_chosen(self, child: str, part: str) -> None:
        self._parts[child] = part
        self._chips[child].show_part(part)
        announce(self, Part(part).word)
        self._flow.invalidate()
        self.changed.emit()

    @Slot(str)
    def _on_removed(self, child: str) -> None:
        gone = self._chips.pop(child)
        self._parts.pop(child)
        self._flow.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self._arrange()
        target = self.picker if not self._parts else self.more
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @Slot()
    def _on_more_clicked(self) -> None:
        self.focus_here()

    def chip_of(self, child: str) -> InvolvedChip | None:
        return self._chips.get(child)
