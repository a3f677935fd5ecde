"""Counts, while somebody writes without names, how many children the words fit. A late answer is dropped."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tvaerfaglig.domain.konsultation import KonsultationKind
from tvaerfaglig.services.writing import reidentifying
from tvaerfaglig.services.writing.reidentifying import HowMany
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.writer import NoteWriter

QUIET_MS = 350


class FitWatch(QObject):
    """`counted` sends the newest answer; None where another note stands there, or one with a name."""

    counted = Signal(object)

    def __init__(self, desk: Desk, writer: NoteWriter, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._writer = desk, writer
        self._revision = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(QUIET_MS)
        self._pause.timeout.connect(self._ask)
        writer.opened.connect(self._on_opened)
        writer.touched.connect(self._on_touched)
        writer.renewed.connect(self._on_touched)

    @property
    def is_wanted(self) -> bool:
        if not self._writer.is_open:
            return False
        return self._writer.sitting.page.note.kind is KonsultationKind.ANONYM

    @Slot()
    def _on_opened(self) -> None:
        self._revision += 1
        self.counted.emit(None)
        self._ask()

    @Slot()
    def _on_touched(self) -> None:
        """What is on its way is about words that have changed by now."""
        self._revision += 1
        self._pause.start()

    @Slot()
    def _ask(self) -> None:
        self._pause.stop()
        if not self.is_wanted:
            return
        sitting = self._writer.sitting
        asked = self._desk.ask(
            reidentifying.how_many, sitting.page.id, sitting.note, dict(sitting.agreements())
        )
        asked.then(partial(self._take, self._revision), self)

    def _take(self, revision: int, answer: HowMany) -> None:
        if revision == self._revision:
            self.counted.emit(answer)
