"""An observation that can be dragged (or taken with Enter) to where it is needed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QSizePolicy, QWidget

from tvaerfaglig.ui.widgets.button import button
from tvaerfaglig.ui.widgets.glyph import glyph
from tvaerfaglig.ui.widgets.layout import boxed, col, flow, row, spread
from tvaerfaglig.ui.widgets.mark import SIGNS, mark
from tvaerfaglig.ui.widgets.words import small, text

EVIDENCE_MIME = "application/x-tvaerfaglig-observation"


@dataclass(frozen=True)
class Evidence:
    """What a card shows: "3. nov. · leg", one line of what was seen, whose eyes, its sign.

    `used` says where it is used already; with `again` it can be put in there once more.
    """

    key: str
    about: str
    words: str
    source: str
    sign: str = ""
    used: str = ""
    again: bool = False


_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_AS_ROW = (Qt.Key.Key_Plus, Qt.Key.Key_Insert)


class EvidenceCard(QFrame):
    """`inserted` sends the key; once used it says where, and can be put in again.

    Where it `seeks`, what it says leads there (`sought`), and + puts it in as a row alone (`rowed`).
    `stepped` sends 1 or -1 for the arrows.
    """

    inserted = Signal(str)
    rowed = Signal(str)
    sought = Signal(str)
    stepped = Signal(int)

    def __init__(self, evidence: Evidence, *, action: str = "Sæt ind", seeks: bool = False) -> None:
        super().__init__()
        self._seeks = seeks
        self._action = action
        self._evidence = evidence
        self._pressed_at: QPoint | None = None
        self.setProperty("kind", "evidence")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.insert_button = button(action, "link", "plus", name=f"{action}: {evidence.about}")
        self.insert_button.clicked.connect(self._insert)
        self._used = small("")
        self._used.setWordWrap(False)
        self._used_place = boxed(row(glyph("flueben", "ok", 14), self._used, gap=4))
        self.seek_button = button("", "link", "flueben")
        self.seek_button.clicked.connect(self._seek)
        sign = mark(evidence.sign) if evidence.sign else None
        actions = (self._used_place, self.seek_button, self.insert_button)
        foot = _stacked(evidence.source, actions) if seeks else _level(evidence.source, actions)
        words = col(
            spread(text(evidence.about, "smallstrong"), sign, gap=6),
            text(evidence.words),
            foot,
            gap=2,
        )
        self.setLayout(
            row(glyph("greb", "muted", 18), (boxed(words), 1), gap=4, margins=(4, 5, 6, 4))
        )
        for label in self.findChildren(QWidget):
            if label not in (self.insert_button, self.seek_button):
                label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.foot_stays_pressable()
        self.set_used(evidence.used)

    @property
    def key(self) -> str:
        return self._evidence.key

    def foot_stays_pressable(self) -> None:
        """What lets the mouse through also hides its children from it; the buttons' parents do not."""
        for pressable in (self.insert_button, self.seek_button):
            parent = pressable.parentWidget()
            while parent is not None and parent is not self:
                parent.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
                parent = parent.parentWidget()

    def set_used(self, used: str) -> None:
        """Where it is used ("brugt i 4"), with a tick; or nothing."""
        made = self._evidence
        self._used.say(used)
        self._used_place.setHidden(not used or self._seeks)
        self.seek_button.say(used)
        self.seek_button.setAccessibleName(f"Til sætningen: {made.about}, {used}")
        self.seek_button.setHidden(not (used and self._seeks))
        self.insert_button.setHidden(bool(used) and not made.again)
        again = "Sæt igen" if used else self._action
        self.insert_button.say(again)
        self.insert_button.setAccessibleName(f"{again}: {made.about}")
        sign = SIGNS[made.sign].word.lower() if made.sign else ""
        parts = (made.about, sign, made.words, made.source, used)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setAccessibleDescription(self._keys(used=bool(used)))

    def _keys(self, *, used: bool) -> str:
        """What a screen reader says of the keys."""
        if not self._seeks:
            return "Enter sætter ind"
        enter = f"Enter: {self._action.lower()}"
        if used:
            return f"{enter}. Mellemrum: til de sætninger, der bygger på den"
        return f"{enter}. Plus: sæt ind som række"

    def mime(self) -> QMimeData:
        data = QMimeData()
        data.setData(EVIDENCE_MIME, self.key.encode())
        return data

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        far = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if far >= QApplication.startDragDistance():
            drag = QDrag(self)
            drag.setMimeData(self.mime())
            drag.setPixmap(self.grab())
            drag.setHotSpot(self._pressed_at)
            self._pressed_at = None
            drag.exec(Qt.DropAction.CopyAction)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self._insert()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._insert()
        elif key in _AS_ROW and self._seeks:
            self.rowed.emit(self.key)
        elif key == Qt.Key.Key_Space and self._seeks:
            self._seek()
        elif key in _STEPS and self._seeks:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def _seek(self) -> None:
        self.sought.emit(self.key)

    def _insert(self) -> None:
        self.inserted.emit(self.key)


def _level(source: str, actions: tuple[QWidget, ...]) -> QWidget:
    """Whose eyes, and at the right what can be done."""
    return boxed(spread(small(source), *actions, gap=4))


def _stacked(source: str, actions: tuple[QWidget, ...]) -> QWidget:
    """The same one beneath the other, where more can be done than there is room for beside."""
    return boxed(col(small(source), boxed(flow(*actions, gap=2)), gap=0))


class EvidenceDrop(QObject):
    """Lets a widget (a field, a table, a card) take evidence; `dropped` sends key and spot.

    On its way `hovered` sends the spot it is held over; `left` when it is let go or carried off.
    """

    dropped = Signal(str, QPoint)
    hovered = Signal(QPoint)
    left = Signal()

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        ground = target.viewport() if isinstance(target, QAbstractScrollArea) else target
        target.setAcceptDrops(True)
        ground.setAcceptDrops(True)
        ground.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() == QEvent.Type.DragLeave:
            self.left.emit()
        if isinstance(event, QDropEvent) and event.mimeData().hasFormat(EVIDENCE_MIME):
            event.acceptProposedAction()
            spot = event.position().toPoint()
            if event.type() == QEvent.Type.Drop and not isinstance(event, QDragMoveEvent):
                key = bytes(event.mimeData().data(EVIDENCE_MIME).data()).decode()
                self.left.emit()
                self.dropped.emit(key, spot)
            else:
                self.hovered.emit(spot)
            return True
        return False
