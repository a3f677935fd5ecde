"""Skjul: one key draws a curtain over everything, another brings it all back where it stood.

It hides from eyes, not from hands: no key is let go, and the idle lock goes on counting. That is said on it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QGridLayout, QWidget

from tvaerfaglig.ui.lock.shore import Shore
from tvaerfaglig.ui.shell import Shell
from tvaerfaglig.ui.shell.keys import HIDE, LOCK
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import announce, card, muted, title

_SAYS = "En tast eller et klik henter det hele frem."
_WIDE_EM = 26
_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
}


class Curtain(QWidget):
    """Over the whole of the shell, and instead of every window on top of it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._title = ""
        self._focus: QWidget | None = None
        self._windows: list[QWidget] = []
        self.setObjectName("window")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"Skjult, men ikke låst. {_SAYS}")
        self._note = card("", title("Skjult, men ikke låst"), muted(_SAYS))
        layout = QGridLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Shore(), 0, 0, 3, 1)
        layout.addWidget(self._note, 1, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.setRowStretch(0, 5)
        layout.setRowStretch(2, 1)
        self.setLayout(layout)
        self.hide()
        shell.installEventFilter(self)
        shell.hide_asked.connect(self.draw)

    def is_drawn(self) -> bool:
        return not self.isHidden()

    def draw(self) -> None:
        """Nothing with a name in it stays in sight, in no window and in no title."""
        if self.is_drawn():
            return
        self._focus = QApplication.focusWidget()
        self._title = self._shell.windowTitle()
        self._shell.setWindowTitle("Tværfaglig")
        self._windows = [one for one in QApplication.topLevelWidgets() if self._is_on_top(one)]
        for one in self._windows:
            one.hide()
        self._note.setFixedWidth(min(look().theme.em(_WIDE_EM), self._shell.width() - 32))
        self.setGeometry(self._shell.rect())
        self.show()
        self.raise_()
        self._shell.activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.accessibleName())

    def pull_aside(self) -> None:
        """Everything as it stood: the windows on top, the field and the place in it."""
        if not self.is_drawn():
            return
        self.hide()
        self._shell.setWindowTitle(self._title)
        for one in self._windows:
            if isinstance(one, QDialog):
                one.open()  # hiding took its hold on the window behind
            else:
                one.show()
        self._windows = []
        if self._focus is not None and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = None

    def hears(self, event: QKeyEvent) -> bool:
        """The key itself, where a window on top keeps it from the shell; whether it was that."""
        if QApplication.activeModalWidget() is None or self.is_drawn():
            return False
        ours = _pressed(event) in HIDE.sequences
        if ours:
            self.draw()
        return ours

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # every key is ours while it is drawn: Ctrl+N must not write behind it
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MODIFIERS or event.isAutoRepeat():
            return
        if _pressed(event) in LOCK.sequences:
            self._shell.lock_asked.emit()
            return
        self.pull_aside()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        del event
        self.pull_aside()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        del next
        self.pull_aside()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As wide as the shell, and above what an answer that comes late opens in it."""
        del watched
        if self.is_drawn() and event.type() in {QEvent.Type.Resize, QEvent.Type.ChildAdded}:
            self.setGeometry(self._shell.rect())
            self.raise_()
        return False

    def _is_on_top(self, one: QWidget) -> bool:
        return one is not self._shell and one.isVisible()


def _pressed(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString()
