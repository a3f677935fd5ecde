"""What every section of Indstillinger is made of: a page with cards, and rows whose help stands beneath."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    Button,
    Page,
    PageFoot,
    PageHead,
    boxed,
    col,
    frame,
    row,
    scroller,
    small,
    spread,
    strong,
)
from tvaerfaglig.ui.widgets.layout import Item

_WIDEST_EM = 62


class SectionPage(Page):
    """One section. `deeper` carries a page that opens on top of it, `done` leads back from one.

    `load` is called each time the section is chosen; `leave` before another is, and must keep what was written.
    """

    deeper = Signal(object)
    done = Signal()

    def __init__(self, desk: Desk, heading: str, line: str = "", *actions: QWidget) -> None:
        self.title = PageHead(heading, line or " ", *actions)
        super().__init__(self.title)
        self.desk = desk
        self.title.say_line(line)
        self.title.back_pressed.connect(self.go_back)

    def load(self) -> None:
        """Ask for what it shows."""

    def leave(self) -> None:
        """Someone goes elsewhere."""

    def start(self) -> None:
        self.setFocus()

    @Slot()
    def go_back(self) -> None:
        """‹ and Esc, where there is something behind."""
        self.done.emit()

    def show_cards(self, *items: Item) -> None:
        """Cards one under the other, no wider than a line that one can read."""
        self.set_body(scroller(row((_Readable(*items), 1), margins=(24, 16, 24, 24))))

    def add_foot(self, foot: PageFoot) -> None:
        """What is saved at the left, the act at the right."""
        self.foot = foot
        layout = self.layout()
        assert layout is not None
        layout.addWidget(foot)

    def refuse(self, error: BaseException) -> None:
        """A refusal stands above the cards, by what it is about."""
        if isinstance(error, ForPeople):
            self.tell(str(error), "act")
        else:
            self.desk.explain(error)


class DeepPage(SectionPage):
    """A page on top of a section: ‹ and Esc lead back to it."""

    def __init__(
        self, desk: Desk, heading: str, line: str, back_to: str, *actions: QWidget
    ) -> None:
        super().__init__(desk, heading, line, *actions)
        self.title.offer_back(f"Tilbage til {back_to}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)


class _Readable(QWidget):
    """Grows with the window, but not beyond what is easy to read; it follows the text size."""

    def __init__(self, *items: Item) -> None:
        super().__init__()
        self.setLayout(col(*items, ..., gap="apart"))
        self._fit()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(hint.width(), look().theme.em(_WIDEST_EM)), hint.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.setMaximumWidth(look().theme.em(_WIDEST_EM))


def setting(label: str, guidance: str, *controls: QWidget) -> QFrame:
    """What is set, the help beneath it, and the control at the right; the first control gets its name from here."""
    named, why = strong(label), small(guidance)
    if not guidance:
        why.hide()
    for control in controls[:1]:
        if not control.accessibleName():
            words = control.text() if isinstance(control, Button) else ""
            control.setAccessibleName(f"{words}: {label}" if words else label)
        control.setAccessibleDescription(guidance)
        named.setBuddy(control)
    return frame("row", col(spread(boxed(col(named, why, gap=1)), *controls), margins=(0, 4)))
