"""From the letter to the comparison of its versions, and back to where one came from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.underretninger.compare.comparing import Comparing
from tvaerfaglig.ui.underretninger.compare.view import CompareView
from tvaerfaglig.ui.underretninger.letter_view import LetterView
from tvaerfaglig.ui.underretninger.writer import LetterWriter
from tvaerfaglig.ui.widgets import Page


class CompareRoad(QObject):
    """Owns the page of versions. `show` puts a page in front, `back` shows the letter where it was left."""

    def __init__(
        self,
        desk: Desk,
        writer: LetterWriter,
        letter: LetterView,
        show: Callable[[Page], None],
        back: Callable[[], None],
    ) -> None:
        super().__init__(writer)
        self._writer, self._letter = writer, letter
        self._show, self._back = show, back
        self._comparing = Comparing(desk, self)
        self._comparing.ready.connect(self._on_ready)
        self.page.back_asked.connect(self._on_left)

    @property
    def page(self) -> CompareView:
        return self._comparing.view

    def leave(self) -> None:
        """Keep what is being written there."""
        self._comparing.leave()

    @Slot()
    def ask(self) -> None:
        """What is on the screen is a version too: it is saved before it is compared."""
        self._letter.flush()
        self._writer.save(self._compare)

    def _compare(self) -> None:
        sitting = self._writer.sitting
        if sitting is not None:
            self._comparing.open(sitting.page.id, sitting.page.child.record)

    @Slot()
    def _on_ready(self) -> None:
        if self._comparing.letter != self._writer.letter:
            return
        fresh = not self.page.isVisible()
        self._show(self.page)
        if fresh:
            self.page.start()

    @Slot()
    def _on_left(self) -> None:
        self.leave()
        self._back()
