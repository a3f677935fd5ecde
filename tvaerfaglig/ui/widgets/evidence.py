"""An observation that can be dragged (or taken with Enter) to where it is needed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QSizePolicy, QWidget

from tvaerfaglig.ui.widgets.button import button
from tvaerfaglig.ui.widgets.glyph import glyph
from tvaerfaglig.ui.widgets.layout import boxed, col, row, spread
from tvaerfaglig.ui.widgets.mark import SIGNS, mark
from tvaerfaglig.ui.widgets.words import small, text

EVIDENCE_MIME = "application/x-tvaerfaglig-observation"


@dataclass(frozen=True)
class Evidence:
    """What a card shows: "3. nov. · leg", one line of what was seen, whose eyes, its sign."""

    key: str
    about: str
    words: str
    source: str
    sign: str = ""
    used: str = ""


class EvidenceCard(QFrame):
    """`inserted` sends the key; once used it says where, and can be put in again."""

    inserted = Signal(str)

    def __init__(self, evidence: Evidence, *, action: str = "Sæt ind") -> None:
        super().__init__()
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
        sign = mark(evidence.sign) if evidence.sign else None
        foot = spread(small(evidence.source), self._used_place, self.insert_button, gap=4)
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
            if label is not self.insert_button:
                label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.foot_stays_pressable()
        self.set_used(evidence.used)

    @property
    def key(self) -> str:
        return self._evidence.key

    def foot_stays_pressable(self) -> None:
        """What lets the mouse through also hides its children from it; the button's parents do not."""
        parent = self.insert_button.parentWidget()
        while parent is not None and parent is not self:
            parent.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
            parent = parent.parentWidget()

    def set_used(self, used: str) -> None:
        """Where it is used ("brugt i 4"), with a tick; or nothing."""
        self._used.say(used)
        self._used_place.setHidden(not used)
        self.insert_button.setHidden(bool(used))
        made = self._evidence
        sign = SIGNS[made.sign].word.lower() if made.sign else ""
        parts = (made.about, sign, made.words, made.source, used)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setAccessibleDescription("Enter sætter ind")

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
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._insert()
        else:
            super().keyPressEvent(event)

    def _insert(self) -> None:
        self.inserted.emit(self.key)


class EvidenceDrop(QObject):
    """Lets a widget (a field, a table, a card) take evidence; `dropped` sends key and spot."""

    dropped = Signal(str, QPoint)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        ground = target.viewport() if isinstance(target, QAbstractScrollArea) else target
        target.setAcceptDrops(True)
        ground.setAcceptDrops(True)
        ground.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if isinstance(event, QDropEvent) and event.mimeData().hasFormat(EVIDENCE_MIME):
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop and not isinstance(event, QDragMoveEvent):
                key = bytes(event.mimeData().data(EVIDENCE_MIME).data()).decode()
                self.dropped.emit(key, event.position().toPoint())
            return True
        return False
