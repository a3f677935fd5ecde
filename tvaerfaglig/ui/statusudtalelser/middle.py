"""The middle column: one heading, or the request, with the way to the one before and after."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from tvaerfaglig.ui.statusudtalelser.heading_editor import HeadingEditor
from tvaerfaglig.ui.statusudtalelser.request_editor import RequestEditor
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import boxed, button, col, row, scroller, section, spread

MEASURE = 54


class Middle(QFrame):
    """`stepped` asks for the next (1) or previous (-1); `dropped` is an observation on the text, `entered` the
    question whose words the caret came to. `editor` is None while the request stands there.
    """

    stepped = Signal(int)
    dropped = Signal(str, int)
    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "page")
        self.setProperty("stop", True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.editor: HeadingEditor | None = None
        self.request: RequestEditor | None = None
        self.heading = section("")
        self.previous, self.next = button("Forrige"), button("Næste")
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        self._fields = QVBoxLayout()
        self._fields.setContentsMargins(24, 0, 24, 16)
        self._inner = boxed(self._fields)
        self._inner.setMaximumWidth(look().theme.em(MEASURE))
        self.area = scroller(boxed(row((self._inner, 1), gap=0)))
        top = boxed(spread(self.heading, self.previous, self.next))
        top.setContentsMargins(24, 10, 24, 0)
        self.setLayout(col(top, (self.area, 1), gap=4))

    def show_editor(
        self, made: HeadingEditor | RequestEditor, name: str, nr: int, many: int
    ) -> None:
        """What one writes in now; whoever was writing here goes on writing here."""
        focused = QApplication.focusWidget()
        was_here = focused is not None and self.isAncestorOf(focused)
        if was_here:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.close_editor()
        if isinstance(made, HeadingEditor):
            self.editor = made
            made.dropped.connect(self.dropped)
            made.entered.connect(self.entered)
        else:
            self.request = made
        self.heading.say(f"{nr}  {name}")
        self.setAccessibleName(name)
        self.previous.block("" if nr > 1 else "Det er det første")
        self.next.block("" if nr < many else "Det er det sidste")
        self._fields.addWidget(made)
        self.area.verticalScrollBar().setValue(0)
        if was_here:
            made.start()

    def close_editor(self) -> None:
        """Say what is written, and let the fields go."""
        made: QWidget | None = self.editor or self.request
        self.flush()
        self.editor = self.request = None
        if made is not None:
            self._fields.removeWidget(made)
            made.hide()
            made.deleteLater()

    def flush(self) -> None:
        made = self.editor or self.request
        if made is not None:
            made.flush()

    def focus_first(self) -> None:
        made = self.editor or self.request
        if made is not None:
            made.start()

    def see(self, widget: QWidget) -> None:
        """Scroll to a field."""
        self.area.ensureWidgetVisible(widget, 0, look().theme.em(3))

    def set_folded(self, folded: bool) -> None:
        """The outline's arrows suffice where there is little room."""
        self.previous.setHidden(folded)
        self.next.setHidden(folded)
        self._inner.setMaximumWidth(look().theme.em(MEASURE))

    @Slot()
    def _on_previous(self) -> None:
        self.stepped.emit(-1)

    @Slot()
    def _on_next(self) -> None:
        self.stepped.emit(1)
