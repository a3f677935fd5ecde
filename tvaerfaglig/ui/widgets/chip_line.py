"""Chips that keep to one line: those that find no room stand behind *Flere*."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.widgets.button import Button
from tvaerfaglig.ui.widgets.chips import ChipGroup
from tvaerfaglig.ui.widgets.layout import row
from tvaerfaglig.ui.widgets.menu import MenuButton

GAP = 6


class ChipLine(QWidget):
    """Of one choice among many; the one that is chosen never stands behind."""

    def __init__(self, group: ChipGroup) -> None:
        super().__init__()
        self.group = group
        self.more = MenuButton("Flere: filtre", words="Flere", icon="pil-ned", dense=True)
        self.more.setProperty("kind", "filter")
        self.more.hide()
        self.setLayout(row(group, self.more, ..., gap=GAP))
        group.changed.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()

    @Slot()
    def fit(self) -> None:
        """Ask for this when other chips are offered."""
        chips = self.group.buttons()
        shown = self._with_room(chips)
        self.more.empty()
        behind = [one for one in chips if one not in shown]
        for one in chips:
            one.setVisible(one in shown)
        for one in behind:
            self.more.add(one.text(), partial(self._choose, one))
        words = f"Flere {len(behind)}"
        self.more.say(words)
        self.more.setAccessibleName(f"{words}: filtre")
        self.more.setVisible(bool(behind))
        self.group.updateGeometry()

    def _with_room(self, chips: tuple[Button, ...]) -> list[Button]:
        wide = [one.sizeHint().width() + GAP for one in chips]
        if sum(wide) <= self.width() + GAP:
            return list(chips)
        room = self.width() - self.more.sizeHint().width()
        room -= sum(w for one, w in zip(chips, wide, strict=True) if one.isChecked())
        shown, full = [], False
        for one, w in zip(chips, wide, strict=True):
            if one.isChecked():
                shown.append(one)
                continue
            full = full or w > room
            if not full:
                shown.append(one)
                room -= w
        return shown

    def _choose(self, chip: Button) -> None:
        """When the menu has closed: the choice makes it anew."""
        QTimer.singleShot(0, chip, chip.click)
        QTimer.singleShot(0, chip, chip.setFocus)
