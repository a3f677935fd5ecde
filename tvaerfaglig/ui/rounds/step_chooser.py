"""Where the child stands, by number key, arrow or mouse; what the chosen step means stands beneath."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.rounds.scale import POSITIONS, RoundScale
from tvaerfaglig.ui.rounds.wording import keys, segments
from tvaerfaglig.ui.widgets import Segments, col, flow, frame, glyph, mark_as, row, small, text
from tvaerfaglig.ui.widgets.mark import SIGNS


class StepChooser(QWidget):
    """`chosen` sends a step, `entered` that Enter was pressed on one.

    `said` is what each position means here; all of it stands there before one chooses.
    """

    chosen = Signal(str)
    entered = Signal()

    def __init__(
        self, scale: RoundScale, said: dict[Position, str], step: str, *, name: str
    ) -> None:
        super().__init__()
        self._scale, self._keys = scale, keys(scale)
        self.steps = Segments(segments(scale), step, name=name)
        self.steps.changed.connect(self._on_changed)
        for each in self.steps.buttons():
            each.installEventFilter(self)
        self._lines = {position: self._line(position, words) for position, words in said.items()}
        self._means = small("")
        for step_made, made in zip(scale.steps, self.steps.buttons(), strict=True):
            self.steps.tell(made, step_made.meaning)
        self.setLayout(col(flow(self.steps), self._means, *self._lines.values(), gap="tight"))
        self.setFocusProxy(self.steps)
        self._show(step)

    def step(self) -> str:
        return self.steps.chosen()

    def choose(self, step: str) -> None:
        """Set from outside; nothing is announced."""
        self.steps.choose(step)
        self._show(step)

    def focus(self) -> None:
        made = self.steps.buttons()
        next((one for one in made if one.isChecked()), made[0]).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._keys.get(event.text())
        if step is None:
            super().keyPressEvent(event)
            return
        self.choose(step)
        self.focus()
        self.chosen.emit(step)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A button would press itself on Enter; here Enter goes on."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _line(position: Position, words: str) -> QWidget:
        sign = SIGNS[position.value]
        line = row(glyph(sign.icon, sign.colour, 12), (text(words), 1), margins=(10, 5, 10, 5))
        return frame("well", line)

    @Slot(str)
    def _on_changed(self, step: str) -> None:
        self._show(step)
        self.chosen.emit(step)

    def _show(self, step: str) -> None:
        """The line of the chosen step stands out; the others stay to be read."""
        found = self._scale.step(step)
        number = found is not None and self._scale.id != POSITIONS
        self._means.say(f"{found.word}: {found.meaning}" if found and number else "")
        self._means.setVisible(number)
        for position, line in self._lines.items():
            mark_as(line, kind="now" if found and found.position is position else "well")
