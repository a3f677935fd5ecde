"""Carries one note between its page and the services: reads, keeps within a second, saves a sitting."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.ids import Ids
from tvaerfaglig.domain.konsultation import Agreement, Perspective
from tvaerfaglig.domain.meetings.answers import OwnAnswer
from tvaerfaglig.services.clock import milliseconds
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.konsultation import saving as konsultation_saving
from tvaerfaglig.services.konsultation import sitting as konsultation_sitting
from tvaerfaglig.services.konsultation.page import KonsultationPage
from tvaerfaglig.services.konsultation.sitting import Answer, Sitting
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.sitting import NoteSitting

KEEP_MS = 300
SHOWN_KINDS = (
    "konsultation", "aftale", "observation", "vaern", "samtykke", "position", "barn", "medarbejder",
)  # fmt: skip


class NoteWriter(QObject):
    """`opened` when another note stands there, `renewed` when the same was read again: did it change?

    `touched` when something here changed, `kept` sends the clock, `refused` the error that kept a
    sitting from being saved (its draft stays), `failed` the one that kept a note from being read.
    """

    opened = Signal()
    renewed = Signal(bool)
    touched = Signal()
    kept = Signal(str)
    saved = Signal()
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, awake: Callable[[], bool]) -> None:
        super().__init__()
        self._desk, self._awake = desk, awake
        self._sitting: NoteSitting | None = None
        self._ids = Ids(partial(milliseconds, desk.clock), secrets.randbits)
        self.kept_at = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(KEEP_MS)
        self._pause.timeout.connect(self.keep)
        desk.changed.connect(self._on_changed)

    @property
    def sitting(self) -> NoteSitting:
        """The note that stands here; ask `is_open` first."""
        if self._sitting is None:
            raise LookupError("no note is open")
        return self._sitting

    @property
    def is_open(self) -> bool:
        return self._sitting is not None

    @property
    def note_id(self) -> str:
        return self._sitting.page.id if self._sitting else ""

    @property
    def is_pending(self) -> bool:
        """Whether something here is newer than its draft."""
        return self._pause.isActive() or not self.kept_at

    # reading

    def open(self, note_id: str) -> None:
        asked = self._desk.ask(konsultation_page.open_konsultation, note_id)
        asked.then(self._on_opened, self, failed=self.failed.emit)

    def renew(self) -> None:
        """Read it again; what is unsaved here stays."""
        if self.is_open:
            asked = self._desk.ask(konsultation_page.open_konsultation, self.note_id)
            asked.then(self._on_renewed, self)

    def close(self) -> None:
        self._pause.stop()
        self._sitting = None

    # writing

    def change(self, **facts: object) -> None:
        """Fields of the note; what a closed page still has to say is in its draft already."""
        if self.is_open and self.sitting.change(**facts):
            self._touch()

    def write_view(self, view: Perspective) -> None:
        if self.sitting.write_view(view):
            self._touch()

    def write_own(self, answer: OwnAnswer) -> None:
        """One of the meeting's own parts; what a closed page still has to say is in its draft already."""
        if self.is_open and self.sitting.write_own(answer):
            self._touch()

    def new_row(self) -> str:
        """The id of an agreement that is about to be written."""
        return self._ids.new()

    def put_row(self, key: str, made: Agreement) -> None:
        self.sitting.put_row(key, made)
        self._touch()

    def remove_row(self, key: str) -> None:
        self.sitting.remove_row(key)
        self._touch()

    def put_back(self, key: str, made: Agreement) -> None:
        if self.is_open:
            self.sitting.put_back(key, made)
            self._touch()

    def answer(self, key: str, answer: Answer) -> None:
        self.sitting.answer(key, answer)
        self._touch()

    def lay_away(self, text: str, away: tuple[str, ...]) -> None:
        """Questions to one text that are not to be asked again: kept with its draft."""
        self.sitting.lay_away(text, away)
        if self.sitting.dirty:
            self._pause.start()

    def forget(self) -> None:
        """Lay away what was never saved."""
        self._pause.stop()
        self.sitting.forget()
        self._desk.ask(konsultation_sitting.forget, self.note_id).then(self._on_forgotten, self)

    @Slot()
    def keep(self) -> None:
        """Keep the draft now."""
        self._pause.stop()
        if self._sitting is None:
            return
        if not self._sitting.dirty:
            self._desk.ask(konsultation_sitting.forget, self.note_id).then(_nothing, self)
            return
        asked = self._desk.ask(konsultation_sitting.keep, self.note_id, self._sitting.snapshot())
        asked.then(self._on_kept, self)

    def save(self, then: Callable[[], None] | None = None) -> None:
        """The sitting's version; its draft is kept first, so that a refusal loses nothing."""
        if self._sitting is None or not self._sitting.dirty:
            if then is not None:
                then()
            return
        self.keep()
        sent = self._sitting.snapshot()
        asked = self._desk.ask(konsultation_saving.save_sitting, self.note_id, sent)
        asked.then(
            partial(self._on_saved, self._sitting, sent, then), self, failed=self._on_refused
        )

    # answers

    def _touch(self) -> None:
        self._pause.start()
        self.touched.emit()

    def _on_kept(self, clock: str) -> None:
        self.kept_at = clock
        self.kept.emit(clock)

    def _on_opened(self, page: KonsultationPage) -> None:
        self._sitting = NoteSitting(page)
        self.kept_at = page.kept_at
        self.opened.emit()

    def _on_renewed(self, page: KonsultationPage) -> None:
        if self._sitting is not None and page.id == self.note_id:
            before = self._sitting.shown()
            self._sitting.take(page)
            self.renewed.emit(before != self._sitting.shown())

    def _on_saved(
        self, sitting: NoteSitting, sent: Sitting, then: Callable[[], None] | None, saved: Saved
    ) -> None:
        """Read it as it stands now; until then what was sent is shown from here."""
        self._desk.announce(saved.changes, self)
        if self._sitting is not sitting:
            return
        asked = self._desk.ask(konsultation_page.open_konsultation, sitting.page.id)
        asked.then(partial(self._on_reread, sitting, sent, then), self)

    def _on_reread(
        self,
        sitting: NoteSitting,
        sent: Sitting,
        then: Callable[[], None] | None,
        page: KonsultationPage,
    ) -> None:
        if self._sitting is not sitting:
            return
        before = sitting.shown()
        sitting.take(page)
        sitting.saved(sent)
        self.saved.emit()
        self.renewed.emit(before != sitting.shown())
        if then is not None:
            then()

    def _on_refused(self, error: BaseException) -> None:
        self.refused.emit(error)

    def _on_forgotten(self, _answer: object) -> None:
        self.renew()

    @Slot(object, object)
    def _on_changed(self, changes: Changes, origin: QObject | None) -> None:
        """What nobody looks at is read when someone comes back to it."""
        if origin is self or self._sitting is None or not self._awake():
            return
        child = self._sitting.page.note.child
        here = any(one.record == self.note_id for one in changes.touched)
        if here or (child and changes.touch(*SHOWN_KINDS, child=child)):
            self.renew()


def _nothing(_answer: object) -> None:
    """The answer changes nothing on the page."""
