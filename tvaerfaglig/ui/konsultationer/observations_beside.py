"""The child's observations beside the note, or in a drawer where there is no room, to be laid on the table."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.konsultationer.note_acts import NoteActs
from tvaerfaglig.ui.konsultationer.note_body import NoteBody
from tvaerfaglig.ui.konsultationer.parts_known import SeenPart
from tvaerfaglig.ui.konsultationer.tray import Tray
from tvaerfaglig.ui.konsultationer.writer import NoteWriter
from tvaerfaglig.ui.widgets import Fold

PART = "iagttagelser"


class ObservationsBeside(QObject):
    """Not every kind of meeting has a part for them; then there is nothing to open."""

    def __init__(
        self, writer: NoteWriter, note: NoteBody, tray: Tray, side: QWidget, acts: NoteActs
    ) -> None:
        super().__init__(side)
        self._writer, self._note, self._tray, self._side, self._acts = (
            writer,
            note,
            tray,
            side,
            acts,
        )
        tray.inserted.connect(self._on_inserted)
        tray.closed.connect(self.close)

    def open(self, fold: Fold) -> None:
        if PART not in self._note.parts or not self._writer.sitting.page.whole_child:
            return
        self._fill()
        if fold >= Fold.LIST:
            self._acts.show_sheet(self._tray, "Observationer", em=26)
        else:
            self._side.show()
            self._side.layout().addWidget(self._tray)  # type: ignore[union-attr]
            self._tray.show()
            QTimer.singleShot(0, self._note, partial(self._note.jump, PART))
        self._tray.take_focus()

    @Slot()
    def close(self) -> None:
        """The keyboard goes back to where they were laid."""
        sheet = self._acts.sheet
        was = not self._side.isHidden() or sheet.is_open()
        self._side.hide()
        if sheet.content() is self._tray:
            sheet.close_sheet()
        if was and PART in self._note.parts:
            self._note.parts[PART].start()

    def renew(self) -> None:
        """The note was read again while they stand there."""
        if not self._side.isHidden() or self._acts.sheet.content() is self._tray:
            self._fill()

    def _fill(self) -> None:
        sitting = self._writer.sitting
        self._tray.show_page(sitting.page, sitting.note.observations)

    @Slot(str)
    def _on_inserted(self, observation: str) -> None:
        part = self._note.parts.get(PART)
        if isinstance(part, SeenPart):
            part.put(observation)
        self._fill()
