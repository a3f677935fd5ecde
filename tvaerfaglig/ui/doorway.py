"""The window at the door: which of its pages stands there, and the Akut sheet over it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.services.clock import Clock
from tvaerfaglig.services.lock import door, holding
from tvaerfaglig.services.lock.patience import Patience
from tvaerfaglig.services.vault import whereabouts
from tvaerfaglig.ui.lock.door import DoorPage
from tvaerfaglig.ui.theme import Settings, look
from tvaerfaglig.ui.widgets import SheetHost

if TYPE_CHECKING:
    from tvaerfaglig.services.vault.keeping import Restored
    from tvaerfaglig.ui.akut.sheet import AkutSheet
    from tvaerfaglig.ui.desk import Desk
    from tvaerfaglig.ui.lock.bring_back import BringBackPage
    from tvaerfaglig.ui.lock.first_run import FirstRunPage, NewHouse
    from tvaerfaglig.ui.lock.quick_note import QuickNotePage
    from tvaerfaglig.ui.tasks import Tasks

_SIZE = (1280, 800)
_AKUT_EM = 46
_LOOKS_AGAIN_MS = 4_000
_ONLY_READS = "Boksen kan kun læses her. Den åbner for lederen, og intet bliver gemt eller noteret."
_TOLD_WHERE = "door/told_where"


@runtime_checkable
class _Says(Protocol):
    """A page at the door with a bar for a sentence."""

    def say(self, words: str) -> None: ...


@runtime_checkable
class _CanBeBusy(Protocol):
    def set_busy(self, busy: bool) -> None: ...


class Doorway(QWidget):
    """Tells what is asked for at the door; the program does it."""

    unlock_asked = Signal(str, str)
    code_given = Signal(str, str, str)
    password_chosen = Signal(str, str)
    founded = Signal(object)
    brought_back = Signal(object)
    demo_asked = Signal()
    given_up = Signal()
    closed = Signal()

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        *,
        settings: Settings,
        logins: dict[str, str],
        state: Path,
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Tværfaglig")
        self._folder, self._clock, self._settings, self._logins = folder, clock, settings, logins
        self._state, self._tasks = state, tasks
        self._typed = ""
        self._door: door.Door | None = None
        self.stack = QStackedWidget()
        layout = QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self.setLayout(layout)
        self.sheet = SheetHost(self)
        shortcut = QShortcut(QKeySequence("Ctrl+Shift+A"), self)
        shortcut.activated.connect(self.toggle_akut)
        note = QShortcut(QKeySequence("Ctrl+N"), self)
        note.activated.connect(self._on_note_key)
        self.resize(*_SIZE)
        kept = settings.value("window/geometry")
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)

    def open(self) -> None:
        """The first start where there is no vault; else Lås op, or a sentence why it cannot be read.

        A copy is not opened where it lies: it is offered to be brought back.
        """
        if door.is_copy(self._folder):
            self._offer_copy(self._folder)
        elif not door.is_vault(self._folder):
            self._show(self._first_run())
        else:
            self._show(self._lock_page())
        look().apply_once()
        self.show()

    def leave(self) -> None:
        """Out of sight, and what it was painted on with it: four bytes for every point of the window."""
        self.hide()
        self.destroy()

    def page(self) -> QWidget | None:
        return self.stack.currentWidget()

    def refuse(self, words: str, *, wrong: bool = False, damaged: bool = False) -> None:
        """Nothing opened; `wrong` when it was the password that did not fit, `damaged` when it was the vault."""
        page: object = self.page()
        if isinstance(page, DoorPage) and wrong:
            page.say_wrong(words)
        elif isinstance(page, DoorPage) and damaged:
            page.say_damaged(words)
        elif isinstance(page, _Says):
            page.say(words)

    def set_busy(self, busy: bool) -> None:
        page: object = self.page()
        if isinstance(page, _CanBeBusy):
            page.set_busy(busy)

    @Slot(int, int)
    def say_renewed(self, done: int, total: int) -> None:
        """The first opening by a new version of the program: the tables are made anew, which takes its time."""
        page = self.page()
        if isinstance(page, DoorPage):
            page.say_renewed(done * 100 // max(total, 1))

    def ask_first_password(self, person_id: str) -> None:
        """The first time: one's own password instead of the leader's."""
        from tvaerfaglig.ui.lock.forgotten import FirstPasswordPage

        person = self._person(person_id)
        if person is None or self._door is None:
            return
        page = FirstPasswordPage(person, self._door.house, self._typed)
        page.chosen.connect(self.password_chosen)
        page.back.connect(self.given_up)  # the vault stands open behind it: only a lock leads back
        self._show(page)

    def patience(self) -> Patience | None:
        """The waits after wrong passwords; None where no vault could be looked at."""
        if self._door is None:
            return None
        return Patience(self._state, self._door.vault_id, self._clock)

    def name_of(self, person_id: str) -> str:
        person = self._person(person_id)
        return person.name if person else ""

    def make_akut(self, desk: Desk | None = None) -> AkutSheet:
        """Akut with the numbers that lie beside the vault; with a desk it can also write things down."""
        from tvaerfaglig.ui.akut.sheet import AkutSheet

        return AkutSheet(self._folder, self._clock, desk)

    @Slot()
    def toggle_akut(self) -> None:
        if self.sheet.is_open():
            self.sheet.close_sheet()
            return
        akut = self.make_akut()
        akut.closed.connect(self.sheet.close_sheet)
        self.sheet.open(akut, em=_AKUT_EM, tone="act", name="Akut")

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _lock_page(self) -> QWidget:
        try:
            self._door = door.look(self._folder)
        except ForPeople as trouble:
            page = DoorPage(door.Door("", "Tværfaglig", (), False, False), self._clock.now())
            page.say_damaged(str(trouble))
            return self._connected(page)
        last = str(self._settings.value("door/last", "") or "")
        waits = Patience(self._state, self._door.vault_id, self._clock)
        page = DoorPage(
            self._door, self._clock.now(), waits.left, last_person=last, logins=self._logins
        )
        self._look_who_is_in(page)
        self._say_where_it_lies(page)
        return self._connected(page)

    def _say_where_it_lies(self, page: DoorPage) -> None:
        """Once for each place: a vault in a cloud or on a network can be torn. Lås og boks says it always.

        That nothing can be written is said each time, for it decides who comes in.
        """
        if door.only_reads(self._folder):
            page.say_where(_ONLY_READS)
            return
        words = whereabouts.caution_of_vault(self._folder)
        told = f"{self._folder} {words}" if words else ""
        if told and self._settings.value(_TOLD_WHERE) != told:
            page.say_where(words)
            self._settings.setValue(_TOLD_WHERE, told)

    def _look_who_is_in(self, page: DoorPage) -> None:
        """While another program has the vault open the door says so, and stops saying it when they have left."""
        timer = QTimer(page)
        timer.timeout.connect(partial(self._say_who_is_in, page))
        timer.start(_LOOKS_AGAIN_MS)
        self._say_who_is_in(page)

    def _say_who_is_in(self, page: DoorPage) -> None:
        found = holding.who(self._folder, self._clock)
        page.say_open(holding.in_words(found, self._clock) if found else "")

    def _connected(self, page: DoorPage) -> DoorPage:
        page.unlock_asked.connect(self._on_unlock_asked)
        page.forgotten.connect(self._on_forgotten)
        page.note_asked.connect(self._on_note_asked)
        page.akut_asked.connect(self.toggle_akut)
        page.demo_asked.connect(self.demo_asked)
        page.bring_back_asked.connect(self._on_bring_back)
        return page

    def _first_run(self) -> FirstRunPage:
        from tvaerfaglig.ui.lock.first_run import FirstRunPage

        page = FirstRunPage(self._folder)
        page.founded.connect(self._on_founded)
        page.demo_asked.connect(self.demo_asked)
        page.akut_asked.connect(self.toggle_akut)
        page.bring_back_asked.connect(self._on_bring_back)
        return page

    @Slot()
    def _on_bring_back(self) -> None:
        page = self._bring_back_to(self._folder)
        page.back.connect(self.open)
        self._show(page)

    def _offer_copy(self, copy: Path) -> None:
        page = self._bring_back_to(door.vault_dir())
        page.back.connect(self.close)
        self._show(page)
        page.look_in(copy)

    def _bring_back_to(self, folder: Path) -> BringBackPage:
        from tvaerfaglig.ui.lock.bring_back import BringBackPage

        page = BringBackPage(folder, self._clock, self._state, self._tasks)
        page.brought.connect(self._on_brought)
        return page

    @Slot(object)
    def _on_brought(self, restored: Restored) -> None:
        """The door of the vault that was brought back, with what had to be erased once more."""
        from tvaerfaglig.ui.copy_words import brought

        self._folder = restored.folder
        self.brought_back.emit(restored)
        page = self._lock_page()
        self._show(page)
        if isinstance(page, DoorPage):
            page.say_done(brought(restored, self._clock.now().date()))

    def _show(self, page: QWidget) -> None:
        old = self.stack.currentWidget()
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()
        start = getattr(page, "start", None)
        if start:
            start()

    def _person(self, person_id: str) -> door.PersonAtDoor | None:
        people = self._door.people if self._door else ()
        return next((one for one in people if one.id == person_id), None)

    @Slot(str, str)
    def _on_unlock_asked(self, person: str, password: str) -> None:
        self._typed = password
        self.unlock_asked.emit(person, password)

    @Slot(object)
    def _on_founded(self, new: NewHouse) -> None:
        self._folder = new.folder
        self.founded.emit(new)

    @Slot(str)
    def _on_forgotten(self, person_id: str) -> None:
        from tvaerfaglig.ui.lock.forgotten import ForgottenPage

        person = self._person(person_id)
        if person is None or self._door is None:
            return
        page = ForgottenPage(person, self._door.house)
        page.code_given.connect(self.code_given)
        page.back.connect(self._on_back)
        self._show(page)

    # hurtig note

    @Slot()
    def _on_note_key(self) -> None:
        page = self.page()
        if isinstance(page, DoorPage):
            page.ask_for_note()

    @Slot(str)
    def _on_note_asked(self, person_id: str) -> None:
        from tvaerfaglig.ui.lock.quick_note import QuickNotePage

        if self._door is not None:
            page = QuickNotePage(self._door.people, person_id)
            page.given.connect(partial(self._leave_note, page))
            page.back.connect(self._on_back)
            self._show(page)

    def _leave_note(self, page: QuickNotePage, person_id: str, line: str) -> None:
        from tvaerfaglig.services.lock import quick_notes

        try:
            quick_notes.leave(self._folder, person_id, line, self._clock)
        except ForPeople as trouble:
            page.say(str(trouble))
            return
        name = danish.first_name(self.name_of(person_id))
        made = self._lock_page()
        self._show(made)
        if isinstance(made, DoorPage):
            made.say_done(f"Noten er lukket. Den venter, til {name} låser op.")

    @Slot()
    def _on_back(self) -> None:
        self._typed = ""
        self._show(self._lock_page())

    def keyPressEvent(self, event: object) -> None:
        if getattr(event, "key", lambda: 0)() == Qt.Key.Key_Escape and self.sheet.is_open():
            self.sheet.close_sheet()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]
