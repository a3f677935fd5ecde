"""The place where observations are written and read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.stored import Draft, Version
from tvaerfaglig.services import drafts, recording
from tvaerfaglig.services.observations import page as observation_page
from tvaerfaglig.services.observations.page import ObservationPage
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.observations import content as contents
from tvaerfaglig.ui.observations.moving import MoveWindow
from tvaerfaglig.ui.observations.reading import ReadingPage
from tvaerfaglig.ui.observations.writing import WritingPage, Written
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.widgets import Fold


class ObservationPlace(Place):
    """Two pages: one to write on, one to read on. `left` when someone wishes back to where she came from."""

    left = Signal()
    help_words = (
        "Ét barn og én linje er nok. @ nævner et andet barn, så navnet ikke kommer på andres papirer. "
        "Ctrl+Enter gemmer. Går du, ligger kladden og venter."
    )

    def __init__(self, desk: Desk) -> None:
        self.writing = WritingPage(desk)
        self.reading = ReadingPage(desk)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.writing)
        self._stack.addWidget(self.reading)
        super().__init__(desk, None, self._stack, None)
        self._arrival = 0
        self._connect()

    def _connect(self) -> None:
        writing, reading = self.writing, self.reading
        writing.written.connect(self._on_written)
        writing.resume_asked.connect(self._resume)
        reading.resume_asked.connect(self._resume)
        reading.drop_asked.connect(self._on_drop_asked)
        reading.correct_asked.connect(self._on_correct_asked)
        reading.merge_asked.connect(self._on_merge_asked)
        reading.kept_version.connect(self._on_version_kept)
        reading.move_asked.connect(self._on_move_asked)
        reading.another_asked.connect(self._on_another_asked)
        for page in (writing, reading):
            page.closed.connect(self.left)
        self.desk.changed.connect(self._on_changed)

    # coming and going

    def open(self, argument: object = None) -> None:
        """None, a child's id, an observation's id, or "draft:KEY"."""
        self.writing.begin()
        self._stack.setCurrentWidget(self.writing)
        self._ask(str(argument or ""))

    def leave(self) -> None:
        self.writing.keep()

    def save_now(self) -> None:
        """Ctrl+S: before *Gem* it is the draft that is kept."""
        if self._stack.currentWidget() is self.writing:
            self.writing.keep()

    def start(self) -> None:
        if self._stack.currentWidget() is self.writing:
            self.writing.start()
        else:
            self.reading.start()

    def on_fold(self, fold: Fold) -> None:
        self.writing.set_fold(fold)
        self.reading.set_fold(fold)

    @property
    def child_at_hand(self) -> str | None:
        """Whom Ctrl+N from here is about: the child one is reading about."""
        reading = self.reading.reading
        if self._stack.currentWidget() is not self.reading or reading is None:
            return None
        return next(iter(reading.stored.record.about()), None)

    def _ask(self, argument: str, *, saved: bool = False) -> None:
        self._arrival += 1
        ask = self.desk.ask(observation_page.arrive, argument)
        ask.then(
            partial(self._arrived, self._arrival, saved=saved),
            self,
            failed=partial(self._lost, self._arrival, argument),
        )

    def _arrived(self, arrival: int, page: ObservationPage, *, saved: bool) -> None:
        if arrival != self._arrival:
            return
        reading = page.reading
        short = reading is not None and reading.opened.mine and not reading.stored.record.complete
        if reading is None or page.draft is not None or (short and not saved):
            self._stack.setCurrentWidget(self.writing)
            self.writing.take(page)
        else:
            self.reading.show_reading(page, saved=saved)
            self._stack.setCurrentWidget(self.reading)
        if self.isVisible():
            QTimer.singleShot(0, self, self.start)

    def _lost(self, arrival: int, argument: str, error: BaseException) -> None:
        """Gone, or not for this reader: said, and the page is empty to write on."""
        self.desk.explain(error)
        if arrival == self._arrival and argument:
            self._ask("")

    # what was asked for

    @Slot(str)
    def _resume(self, key: str) -> None:
        self.open(f"draft:{key}")

    @Slot()
    def _on_another_asked(self) -> None:
        self.open()

    @Slot(object)
    def _on_written(self, written: Written) -> None:
        self.desk.announce(written.saved.changes, self)
        self.desk.say(f"Gemt hos {written.whom}.", "ok", partial(self._take_back, written))
        self.writing.begin()
        self._ask(written.saved.id, saved=True)

    def _take_back(self, written: Written) -> None:
        ask = self.desk.ask(observation_page.take_back, written.saved.id, written.key, written.kept)
        ask.then(partial(self._taken_back, written.key), self)

    def _taken_back(self, key: str, changes: Changes) -> None:
        self.desk.announce(changes, self)
        self.desk.say("Fortrudt. Det, du skrev, er en kladde igen.", "ok")
        self.desk.go("observation", f"draft:{key}")

    @Slot()
    def _on_correct_asked(self) -> None:
        self._write_on(None)

    def _write_on(self, content: contents.Content | None) -> None:
        page = self.reading.page
        if page is None:
            return
        self.writing.begin()
        self.writing.correct(page, content)
        self._stack.setCurrentWidget(self.writing)
        self.writing.start()

    @Slot()
    def _on_merge_asked(self) -> None:
        """Both texts in the form, the newest first; a person brings them together."""
        reading = self.reading.reading
        if reading is None:
            return
        found = [contents.of_observation(one.record) for one in reading.heads if one.record]
        merged = found[-1]
        for other in reversed(found[:-1]):
            merged = contents.merged(merged, other)
        self._write_on(merged)
        self.writing.tell("Begge tekster står her, den ene efter den anden. Skriv dem sammen.")

    @Slot(object)
    def _on_version_kept(self, version: Version[Observation]) -> None:
        reading = self.reading.reading
        if reading is None or version.record is None:
            return
        who = reading.names.first(version.by)
        ask = self.desk.ask(
            recording.correct_observation,
            version.record,
            reading.stored.id,
            replaces=reading.stored.heads,
            reason=f"To havde rettet hver for sig. Udgaven af {who} gælder.",
        )
        ask.then(self._on_settled, self)

    def _on_settled(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.desk.say("Nu er der én udgave. Den anden står i historikken.", "ok")
        self._ask(saved.id)

    @Slot()
    def _on_move_asked(self) -> None:
        if self.reading.page is not None:
            window = MoveWindow(self, self.reading.page)
            window.chosen.connect(self._on_move_chosen)
            window.finished.connect(window.deleteLater)
            window.open()

    @Slot(str, str)
    def _on_move_chosen(self, wrong: str, right: str) -> None:
        reading = self.reading.reading
        if reading is not None:
            ask = self.desk.ask(recording.move_to_right_child, reading.stored.id, wrong, right)
            ask.then(self._on_moved, self)

    def _on_moved(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.desk.say("Flyttet til rette barn.", "ok")
        self._ask(saved.id)

    @Slot(object)
    def _on_drop_asked(self, draft: Draft) -> None:
        reading = self.reading.reading
        self.desk.ask(drafts.drop, draft.key).then(self._nothing, self)
        self.desk.say("Kladden er lagt væk.", "ok", partial(self._bring_back, draft))
        if reading is not None:
            self._ask(reading.stored.id)

    def _bring_back(self, draft: Draft) -> None:
        ask = self.desk.ask(drafts.keep, draft.key, draft.kind, draft.content)
        ask.then(self._nothing, self)
        self.desk.go("observation", f"draft:{draft.key}")

    def _nothing(self, _answer: object) -> None:
        """The answer changes nothing on the page."""

    @Slot(object, object)
    def _on_changed(self, changes: Changes, origin: object) -> None:
        """Someone wrote elsewhere: read again what stands here; what is being written stays."""
        if origin is self:
            return
        reading = self.reading.reading
        if self._stack.currentWidget() is self.reading and reading is not None:
            if any(one.record == reading.stored.id for one in changes.touched):
                self._ask(reading.stored.id)
        elif changes.touch("observation", child=self.writing.beside.child or None):
            self.writing.beside.ask_again()
