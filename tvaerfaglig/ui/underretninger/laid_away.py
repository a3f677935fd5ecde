"""What was laid away, calmly beneath the questions: taken back at once, or looked at and asked again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.ui.widgets import (
    announce,
    boxed,
    button,
    col,
    empty_layout,
    frame,
    opener,
    row,
    small,
    text,
)


class LaidAway(QWidget):
    """`asked_again` sends the anchor of one that is to be asked again; an empty one means all."""

    asked_again = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._last = ""
        self._away: tuple[Finding, ...] = ()
        self._told = small("")
        self.undo = button("Fortryd", "link")
        self.undo.clicked.connect(self._on_undo_clicked)
        self._just = boxed(row((self._told, 1), self.undo, gap="near"))
        self._just.hide()
        self.head = opener("", "pil-hoejre")
        self.head.toggled.connect(self._on_toggled)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(4)
        self.all_again = button("Tag alle frem igen", "link")
        self.all_again.clicked.connect(partial(self.asked_again.emit, ""))
        self._elsewhere = small("")
        self._list = boxed(
            col(
                self._place,
                self._elsewhere,
                row(self.all_again, ...),
                gap="tight",
                margins=(6, 0, 0, 0),
            )
        )
        self._list.hide()
        self.setLayout(col(self._just, row(self.head, ...), self._list, gap="tight"))

    def tell(self, finding: Finding) -> None:
        """It has just gone; *Fortryd* stands here until one goes on to another section."""
        self._last = finding.anchor
        said = f"»{finding.quote}« er lagt væk." if finding.quote else "Spørgsmålet er lagt væk."
        self._told.say(said)
        self.undo.setAccessibleName(f"Fortryd: {said}")
        self._just.show()
        announce(self, f"{said} Fortryd står under spørgsmålene.")

    def forget(self) -> None:
        self._last = ""
        self._just.hide()

    @property
    def has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def focus_undo(self) -> None:
        target = self.undo if self._last else self.head
        if target.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_away(self, away: Sequence[Finding], elsewhere: int) -> None:
        """Those of this section one by one; the others as a number."""
        many = len(away) + elsewhere
        self.head.say(f"Lagt væk: {many}")
        self.head.setHidden(not many)
        self._list.setHidden(not many or not self.head.isChecked())
        self._elsewhere.say(f"{elsewhere} i andre afsnit")
        self._elsewhere.setHidden(not elsewhere)
        if self._last and self._last not in {one.anchor for one in away}:
            self.forget()
        if tuple(away) != self._away:
            self._away = tuple(away)
            self._fill()

    def _fill(self) -> None:
        empty_layout(self._place)
        for one in self._away:
            where = f"»{one.quote}«" if one.quote else "hele afsnittet"
            back = button("Tag frem", "link", name=f"Tag frem: {where} {one.question}")
            back.clicked.connect(partial(self.asked_again.emit, one.anchor))
            words = col(text(where, "smallstrong"), small(one.question), gap=0)
            line = row((boxed(words), 1), back, gap="near")
            self._place.addWidget(frame("well", col(line, margins=(10, 4, 4, 4))))

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        self._list.setHidden(not on)
        self.head.show_icon("pil-ned" if on else "pil-hoejre")

    @Slot()
    def _on_undo_clicked(self) -> None:
        last = self._last
        self.forget()
        if last:
            self.asked_again.emit(last)
