"""Who one is and what only one knows: tiles of people and the field for a password."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.button import Button, button
from tvaerfaglig.ui.widgets.glyph import avatar, glyph
from tvaerfaglig.ui.widgets.layout import col, row
from tvaerfaglig.ui.widgets.words import one


class Tile(Button):
    """A person to choose among others: initials, name, what the person is; a tick when chosen."""

    def __init__(self, name: str, line: str, *, checked: bool = False) -> None:
        super().__init__("", "tile", name=f"{name}, {line}", checked=checked)
        self.setToolTip("")
        self._tick = glyph("flueben", "accent", 18)
        self._tick.setHidden(not checked)
        words = col(..., one(name, "strong"), one(line, "small"), ..., gap=1)
        self.setLayout(
            row(avatar(name, 40), (words, 1), self._tick, gap=12, margins=(14, 10, 14, 10))
        )
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._on_toggled)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        inner = layout.sizeHint() if layout is not None else QSize()
        return QSize(inner.width() + 8, max(inner.height(), look().theme.px(72)))

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        self._tick.setVisible(on)


_PLAIN = "Adgangskode"


class PasswordField(QWidget):
    """A field that hides what is typed, with an eye to look once."""

    def __init__(self, *, name: str = _PLAIN) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setMaxLength(128)
        self.edit.setAccessibleName(name)
        self.eye = button("", "icon", "observation", checked=False)
        self.eye.toggled.connect(self._on_eye_toggled)
        self._name_eye()
        self.setFocusProxy(self.edit)
        self.setLayout(row((self.edit, 1), self.eye, gap=4))

    def setAccessibleName(self, name: str) -> None:
        """The label above names the field itself."""
        self.edit.setAccessibleName(name)
        self._name_eye()

    def setAccessibleDescription(self, words: str) -> None:
        self.edit.setAccessibleDescription(words)

    def text(self) -> str:
        return self.edit.text()

    def clear(self) -> None:
        self.edit.clear()
        self.eye.setChecked(False)

    @Slot(bool)
    def _on_eye_toggled(self, seen: bool) -> None:
        modes = QLineEdit.EchoMode
        self.edit.setEchoMode(modes.Normal if seen else modes.Password)
        self._name_eye()

    def _name_eye(self) -> None:
        """A form may ask for three passwords; the button says which one it shows."""
        words = "Skjul adgangskoden" if self.eye.isChecked() else "Vis adgangskoden"
        own = self.edit.accessibleName()
        self.eye.setAccessibleName(words if own == _PLAIN else f"{words}: {own}")
        self.eye.setToolTip(words)
