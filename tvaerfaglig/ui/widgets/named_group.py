"""A question answered by buttons: each of them tells, when the focus comes to it, which question it answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.widgets.announce import in_sentences
from tvaerfaglig.ui.widgets.button import Button

_TOLD = "told"


class NamedGroup(QWidget):
    """A screen reader never stops at the group itself: its name and guidance are said with its buttons."""

    def __init__(self) -> None:
        super().__init__()
        self._guidance = ""

    def buttons(self) -> Sequence[Button]:
        """What it is answered with."""
        raise NotImplementedError

    def tell(self, made: Button, words: str) -> None:
        """What one of them means: under the pointer, and said after the question."""
        made.setToolTip(words)
        made.setProperty(_TOLD, words)
        self.pass_on()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.pass_on()

    def setAccessibleDescription(self, words: str) -> None:
        super().setAccessibleDescription(words)
        self._guidance = words
        self.pass_on()

    def pass_on(self) -> None:
        """Again when there are other buttons."""
        for made in self.buttons():
            own = str(made.property(_TOLD) or "")
            said = in_sentences(self.accessibleName(), own, self._guidance)
            made.setAccessibleDescription(said)
