"""Between what is new and the letter: what is pressed there is done by the writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from tvaerfaglig.ui.underretninger.letter_view import LetterView

WRITE_HERE = "resume"


class NewsRoad(QObject):
    """Lives as long as the letter's page."""

    def __init__(self, view: LetterView) -> None:
        super().__init__(view)
        self._view = view
        view.news.taken.connect(self._on_taken)
        view.news.emptied.connect(self._on_emptied)
        view.news.alone_asked.connect(self._on_alone)
        view.news.observe_asked.connect(self._on_observe)

    @Slot(tuple)
    def _on_taken(self, observations: tuple[str, ...]) -> None:
        self._view.flush()
        self._view.writer.take_in(observations)

    @Slot()
    def _on_emptied(self) -> None:
        self._view.flush()
        self._view.writer.let_go_of_carried()

    @Slot()
    def _on_alone(self) -> None:
        """Nothing new in the log: the words are hers."""
        self._view.news.fold.setChecked(False)
        self._view.go_to_section(WRITE_HERE)
        self._view.middle.focus_first()

    @Slot()
    def _on_observe(self) -> None:
        self._view.desk.go("observation", self._view.sitting.page.child.id)
