"""While vold eller overgreb is among the subjects: the panel stands there, and can set the guard."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.danish import first_name
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.observations import page as observation_page
from tvaerfaglig.services.observations.page import Guarding
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.observations.content import Content
from tvaerfaglig.ui.observations.overgreb import GuardForm, OvergrebPanel
from tvaerfaglig.ui.widgets import col


class HardBranch(QWidget):
    """`shown` when it comes forth. It never keeps anyone from saving."""

    shown = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._children: tuple[str, ...] = ()
        self.panel = OvergrebPanel(desk.library.akut)
        self.panel.akut_asked.connect(self._on_akut_asked)
        self.panel.guard_asked.connect(self._on_guard_asked)
        self.panel.staff_asked.connect(partial(desk.go, "om-en-ansat", "ny"))
        self.setLayout(col(self.panel, gap=0))
        self.hide()

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab comes to while it is shown."""
        return () if self.isHidden() else self.panel.stops()

    def withdraw(self) -> None:
        self._children = ()
        self.hide()

    def follow(self, content: Content) -> None:
        """Come forth with the first such subject, and go with the last."""
        if not self._desk.library.categories.is_overgreb(content.categories):
            self.withdraw()
            return
        if self.isHidden():
            self.show()
            self._desk.ask(observation_page.numbers).then(self.panel.show_numbers, self)
            self.shown.emit()
        if content.main_children != self._children:
            self._children = content.main_children
            self._ask()

    def _ask(self) -> None:
        ask = self._desk.ask(observation_page.guarding, self._children)
        ask.then(self._on_guarding, self)

    def _on_guarding(self, children: tuple[Guarding, ...]) -> None:
        self.panel.show_children(children)
        self.shown.emit()

    @Slot()
    def _on_akut_asked(self) -> None:
        self._desk.go("akut")

    @Slot(object)
    def _on_guard_asked(self, form: GuardForm) -> None:
        form.sets.setEnabled(False)
        ask = self._desk.ask(
            protecting.set_guard, form.child.child, form.chosen(), "", form.siblings()
        )
        ask.then(partial(self._on_set, form.child.name), self)

    def _on_set(self, name: str, changes: Changes) -> None:
        self._desk.announce(changes, self)
        self._desk.say(
            f"Værnet er sat på {first_name(name)}. Sig ikke noget til forældrene.", "act"
        )
        self._ask()
