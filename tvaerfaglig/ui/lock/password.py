"""A field for a password, with an eye that shows it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from tvaerfaglig.ui.widgets import button, line_edit, row


class Password(QWidget):
    """`edit` is the field; the eye shows what stands in it until it is pressed again."""

    def __init__(self, name: str, *more: QWidget) -> None:
        super().__init__()
        self.edit = line_edit(name=name, most=500)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = button("", "icon", "observation", name="Vis adgangskoden", checked=False)
        self._eye.toggled.connect(self._on_eye_toggled)
        self.setLayout(row((self.edit, 1), self._eye, *more, gap="tight"))
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        return self.edit.text()

    def clear(self) -> None:
        self.edit.clear()
        self._eye.setChecked(False)

    @Slot(bool)
    def _on_eye_toggled(self, on: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
