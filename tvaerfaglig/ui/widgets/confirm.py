"""The window on top: only for erasing, sending and finishing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.button import Kind, button
from tvaerfaglig.ui.widgets.layout import Item, col, row
from tvaerfaglig.ui.widgets.words import muted, section


class Confirm(QDialog):
    """The title asks and names the child; the words say what is lost and what stays.

    The safe button is filled, has the focus and answers Enter and Esc. Call `open()` and connect
    `accepted`; `rejected` is the safe way out.
    """

    def __init__(
        self,
        parent: QWidget | None,
        asks: str,
        consequence: str,
        *items: Item,
        act: str,
        safe: str,
        kind: Kind = "danger",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(asks)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setModal(True)
        self.act_button = button(act, kind)
        self.safe_button = button(safe, "primary")
        self.act_button.clicked.connect(self.accept)
        self.safe_button.clicked.connect(self.reject)
        self.safe_button.setDefault(True)
        buttons = row(..., self.act_button, self.safe_button, gap=4)
        heading, words = section(asks), muted(consequence)
        layout = col(heading, words, *items, 8, buttons, margins=(24, 18, 22, 16))
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(layout)
        self.setAccessibleDescription(consequence)
        self.setMinimumWidth(look().theme.em(32))

    @Slot()
    def open(self) -> None:
        self.resize(self.minimumWidth(), self.heightForWidth(self.minimumWidth()))
        super().open()
        self.safe_button.setFocus(Qt.FocusReason.OtherFocusReason)
