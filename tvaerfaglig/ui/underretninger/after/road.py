"""From a sent letter to one of those that follow it, and back: between the two pages and their place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from tvaerfaglig.services import underretninger
from tvaerfaglig.services.after_sending import course
from tvaerfaglig.services.after_sending.course import After
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.printing.freezing import Frozen
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.underretninger.after.reminder_page import ReminderPage
from tvaerfaglig.ui.underretninger.after_view import AfterView
from tvaerfaglig.ui.underretninger.writer import LetterWriter
from tvaerfaglig.ui.widgets import Page

Sections = tuple[tuple[str, str], ...]


class ReminderRoad(QObject):
    """Owns the page of a letter that follows. `show` puts a page in front, `back` shows the sent letter anew."""

    def __init__(
        self,
        desk: Desk,
        writer: LetterWriter,
        after: AfterView,
        show: Callable[[Page], None],
        back: Callable[[], None],
    ) -> None:
        super().__init__(after)
        self.page = ReminderPage(desk)
        self._desk, self._writer, self._after = desk, writer, after
        self._show, self._back = show, back
        after.reminder_asked.connect(self._on_asked)
        self.page.left.connect(self._on_left)
        self.page.finished.connect(self._on_finished)

    @Slot(str)
    def _on_asked(self, rung: str) -> None:
        self._after.leave()
        self._show(self.page)
        self.page.open(self._writer.letter, rung)

    @Slot()
    def _on_left(self) -> None:
        self._back()

    @Slot(object)
    def _on_finished(self, frozen: Frozen) -> None:
        self._desk.announce(frozen.changes, self)
        self._show(self._after)
        self._writer.renew()
        number = " ".join(frozen.kontrolnr[n : n + 4].upper() for n in range(0, 12, 4))
        self._after.tell(f"Afsluttet. Kontrolnr. {number}. Send det, og registrér det her.", "ok")


def everything_after(session: Session, letter: str, library: Library) -> tuple[After, Sections]:
    """What the page of a sent letter needs beside the letter itself, in one go to the vault."""
    return (
        course.after(session, letter, library.ladder),
        underretninger.plain_sections(session, letter, library),
    )
