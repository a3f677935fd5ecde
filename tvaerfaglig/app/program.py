"""The only place that builds things and hands them to each other: door, vault, house, lock.

The door comes first: what is needed behind it is loaded while somebody types her password.

A lock ends the process that held the key and starts another at the door: closing the vault in the same
process would leave copies of what was read in its memory.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tvaerfaglig import cycles, logs, own_memory
from tvaerfaglig.app.entrance import Entrance
from tvaerfaglig.app.surroundings import Surroundings
from tvaerfaglig.app.watch import Watch
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.services.lock import door, holding
from tvaerfaglig.store.errors import VaultError
from tvaerfaglig.ui.doorway import Doorway
from tvaerfaglig.ui.tasks import Tasks
from tvaerfaglig.ui.theme import install_look
from tvaerfaglig.ui.theme.look import PROPERTY as LOOK
from tvaerfaglig.ui.warming import Warming

if TYPE_CHECKING:
    from tvaerfaglig.domain.events import Changes
    from tvaerfaglig.services.lock.founding import Founded
    from tvaerfaglig.services.session import Session
    from tvaerfaglig.store.remembered_head import RememberedHead
    from tvaerfaglig.ui.crash_note import CrashNotes
    from tvaerfaglig.ui.desk import Desk
    from tvaerfaglig.ui.doorbell import Doorbell
    from tvaerfaglig.ui.house import House
    from tvaerfaglig.ui.lock.unsaved import Unsaved

LOCKED = 75  # the exit code of a process that ended because someone locked
_PAINTED_MS = 50
_MOST_PUT_OFF = 10  # times in a row


class Program(QObject):
    """From the door to the house and, by way of a new process, back to the door.

    `broke` and `fell` carry places in the code, from any thread: something of ours broke, or the whole process
    fell over the last time.
    """

    broke = Signal(str)
    fell = Signal(str)
    demo_asked = Signal()

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        relaunch: Callable[[], None],
        around: Surroundings | None = None,
        leave: Callable[[int], None] | None = None,
        *,
        seat: holding.Seat | None = None,
    ) -> None:
        super().__init__(app)
        app.setQuitOnLastWindowClosed(False)
        self._leave = leave or app.exit
        self._app = app
        self._relaunch = relaunch
        self._seat = seat
        self._bell: Doorbell | None = None
        self._unsaved: Unsaved | None = None
        self.crash_notes: CrashNotes | None = None
        self.around = around or Surroundings.of(folder)
        self.settings = self.around.settings()
        if app.property(LOOK) is None:
            install_look(app, self.settings, dressed=False)
        self.tasks = Tasks(self)
        self._warming = Warming(self.tasks, self.around.clock, self)
        self.session: Session | None = None
        self.house: House | None = None
        self.doorway = Doorway(
            folder,
            self.around.clock,
            settings=self.settings,
            logins=self.around.logins,
            state=self.around.state,
            tasks=self.tasks,
        )
        self.entrance = Entrance(folder, self.doorway, self.tasks, self.around, self)
        self.watch = Watch(app, self.around.clock, self.doorway, self)
        self._locking = self._copied_here = False
        cycles.keep_to_one_thread()
        self._collects = QTimer(self)
        self._collects.timeout.connect(self._tidy)
        self._put_off = 0
        self._collects.start(cycles.OFTEN_MS)
        self._connect()

    @Slot()
    def _tidy(self) -> None:
        """Not in the middle of an answer that somebody waits for, unless that takes long."""
        if self.tasks.busy and self._put_off < _MOST_PUT_OFF:
            self._put_off += 1
            return
        self._put_off = 0
        own_memory.forget_sources()
        if cycles.collect_due():
            own_memory.give_back()

    @Slot()
    def _settle(self) -> None:
        """While the door still waits: whoever is in already would feel it."""
        if self.session is None:
            own_memory.let_go("holidays")
            cycles.settle()
            own_memory.give_back()

    def _connect(self) -> None:
        self._warming.all_there.connect(self._settle)
        at, entrance = self.doorway, self.entrance
        entrance.entered.connect(self._entered)
        entrance.opened.connect(self._try_the_house)
        entrance.founded.connect(self._founded)
        entrance.moved.connect(self._move_seat)
        at.demo_asked.connect(self.demo_asked)
        at.given_up.connect(self.lock)
        at.closed.connect(self._end)
        self.watch.left.connect(self.lock)
        self.watch.beat.connect(self._beat)
        self.watch.hears = self._hears
        self.broke.connect(self._on_broke)
        self.fell.connect(self._on_fell, Qt.ConnectionType.QueuedConnection)
        self._app.clipboard().dataChanged.connect(self._on_copied)

    @Slot()
    def _on_copied(self) -> None:
        """What was copied in our windows ends with the lock; what was copied elsewhere is not ours to clear."""
        self._copied_here = self._app.activeWindow() is not None

    @Slot(str)
    def _on_broke(self, places: str) -> None:
        try:
            self._crash_notes().heard(places)
        except Exception as trouble:  # noqa: BLE001 - or telling of it would be told of, and so on
            logs.note(trouble)

    @Slot(str)
    def _on_fell(self, places: str) -> None:
        self._crash_notes().tell_of_fall(places, self.doorway)

    def _crash_notes(self) -> CrashNotes:
        if self.crash_notes is None:
            from tvaerfaglig.ui.crash_note import CrashNotes

            self.crash_notes = CrashNotes(self)
            self.crash_notes.lock_asked.connect(self.lock)
        return self.crash_notes

    @property
    def folder(self) -> Path:
        """Where the vault lies: chosen at the first start, or at the door."""
        return self.entrance.folder

    def open(self) -> None:
        """Show the door: Lås op, or the first start."""
        self.doorway.open()
        self._warming.begin()
        if self._seat is not None:
            QTimer.singleShot(_PAINTED_MS, self, self._hang_bell)

    @Slot()
    def _hang_bell(self) -> None:
        """After the door has been painted: whoever starts the program again meanwhile rings until it hangs."""
        from tvaerfaglig.ui.doorbell import Doorbell

        if self._seat is not None and not self._locking:
            self._bell = Doorbell(self._seat.name, self)
            self._bell.rung.connect(self.come_forward)

    @Slot()
    def _move_seat(self) -> None:
        """The vault was made in another folder than the one the program was started on."""
        if self._seat is None:
            return
        seat = holding.sit(self.around.state, self.folder)
        if seat is not None:
            self._let_go_of_seat()
            self._seat = seat
            self._hang_bell()

    def _let_go_of_seat(self) -> None:
        if self._bell is not None:
            self._bell.close()
        if self._seat is not None:
            self._seat.release()

    @Slot()
    def come_forward(self) -> None:
        """Somebody started the program again: this is the window."""
        window = self.house.shell if self.house is not None else self.doorway
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()
        self._app.alert(window)

    # in

    @Slot(object)
    def _entered(self, session: Session) -> None:
        self.session = session
        self.watch.begin()

    @Slot(object)
    def _try_the_house(self, session: Session) -> None:
        """Texts that the municipality has changed may not be readable: then the door says which, and stays."""
        try:
            self._open_house(session)
        except ForPeople as trouble:
            from tvaerfaglig.services.lock import entering

            self.session = None
            self.tasks.now(partial(entering.close, session))
            self.entrance.refuse(trouble)

    @Slot(object)
    def _founded(self, founded: Founded) -> None:
        self._open_house(founded.session)
        assert self.house is not None
        self.house.go("indstillinger", founded.code)

    def _open_house(self, session: Session) -> None:
        from tvaerfaglig.domain import danish
        from tvaerfaglig.services import library
        from tvaerfaglig.services.names import names
        from tvaerfaglig.ui.desk import Desk
        from tvaerfaglig.ui.house import House

        self.session = session
        read_ahead = partial(names, session)  # whom every page names: while the windows are built
        self.tasks.run(read_ahead, then=lambda _: None, failed=logs.note, owner=self)
        people = door.look(self.folder).people
        me = next((one for one in people if one.id == session.my_id), None)
        shelf = self._warming.shelf or library.load()
        desk = Desk(session, self.tasks, self.around.clock, shelf, self)
        word = me.role_word if me else session.actor.role.word
        self.house = House(
            desk,
            line=danish.capital(word.split(", ")[-1]),
            settings=self.settings,
            demo=self.around.demo,
            only_reads=session.only_reads,
            parent=self,
        )
        self.house.shell.lock_asked.connect(self.lock)
        self.house.shell.closing.connect(self._end)
        self.house.shell.akut_missed.connect(self._place_akut)
        self.settings.setValue("door/last", session.my_id)
        self._ask_settings()
        desk.changed.connect(self._on_changed)
        self.doorway.leave()
        self.house.open()
        self._place_akut()
        if session.warning:
            self.house.shell.tell(session.warning, "watch")
        self._ask_keyring(desk)

    def _ask_keyring(self, desk: Desk) -> None:
        """Beside the vault, for a keyring may be slow; what it knows is then held against the vault."""
        from tvaerfaglig.services.lock import head

        desk.ask_aside(head.head_in_keyring).then(self._compare_head, self, failed=logs.note)

    def _compare_head(self, known: RememberedHead | None) -> None:
        from tvaerfaglig.services.lock import head

        if self.house is not None and known is not None:
            asked = self.house.desk.ask(head.compare_head, known)
            asked.then(self._doubt_head, self, failed=logs.note)

    def _doubt_head(self, words: str) -> None:
        if words and self.house is not None:
            self.house.shell.tell(words, "watch")

    @Slot()
    def _place_akut(self) -> None:
        """After the first page has been asked for: it takes as long to build, and the vault answers meanwhile."""
        house = self.house
        if house is not None and not house.has_akut() and not self._locking:
            house.set_akut(self.doorway.make_akut(house.desk))

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _origin: object) -> None:
        from tvaerfaglig.domain.acts import Settings

        if changes.touch(Settings.KIND):
            self._ask_settings()

    def _ask_settings(self) -> None:
        from tvaerfaglig.services.session import Session

        if self.house is not None:
            self.house.desk.ask(Session.settings).then(self._take_settings, self)

    def _take_settings(self, settings: object) -> None:
        self.watch.idle_minutes = getattr(settings, "idle_minutes", 5)

    # out

    @Slot()
    def _beat(self) -> None:
        """Tell other computers that the vault is still open here."""
        hold = self.session.hold if self.session else None
        if hold is not None:
            beat = partial(hold.beat, self.around.clock)
            self.tasks.run(beat, then=lambda _: None, failed=logs.note, owner=self)

    def _hears(self, key: QKeyEvent) -> bool:
        return self.house is not None and self.house.curtain.hears(key)

    @Slot()
    def lock(self) -> None:
        """Keep every text, close the vault, end this process; another waits at the door."""
        self._go(LOCKED)

    @Slot()
    def _end(self) -> None:
        self._go(0)

    def _go(self, code: int) -> None:
        if self._locking:
            return
        unkept = self._unkept()
        if unkept is None:
            self._go_at_once(code)
        else:
            self._hide_until_kept(unkept, code)

    def _unkept(self) -> VaultError | None:
        """Have every page keep its text; the answer is why one could not."""
        from tvaerfaglig.services.lock import entering

        if self.house is None or self.session is None:
            return None
        self.tasks.now(partial(entering.make_room, self.session))
        self.house.leave()
        return next((one for one in self.tasks.troubles() if isinstance(one, VaultError)), None)

    def _hide_until_kept(self, why: VaultError, code: int) -> None:
        """Nothing is shown and nothing is lost: try again until there is room, or she lets the last words go."""
        assert self.house is not None
        self.house.shell.hide()
        if self._unsaved is None:
            from tvaerfaglig.ui.lock.unsaved import Unsaved

            self._unsaved = Unsaved(self)
            self._unsaved.again.connect(partial(self._go, code))
            self._unsaved.anyway.connect(partial(self._go_at_once, code))
            self._clear_clipboard()
        self._unsaved.say(str(why))

    def _go_at_once(self, code: int) -> None:
        if self._unsaved is not None:
            self._unsaved.done()
        self._close()
        if code == LOCKED:
            try:
                self._relaunch()
            except (
                OSError
            ) as trouble:  # no room for another process: this one must end all the same
                logs.note(trouble)
        self._leave(code)

    def _clear_clipboard(self) -> None:
        if self._copied_here:
            self._app.clipboard().clear()

    def _close(self) -> None:
        self._locking = True
        self.watch.end()
        if self.house is not None:
            self.house.leave()
            self.house.shell.hide()
            self.house.desk.close()
        self._clear_clipboard()
        session = self.session
        if session is not None:
            from tvaerfaglig.services.lock import entering

            try:
                self.tasks.now(partial(entering.close, session))
            except Exception as trouble:  # noqa: BLE001 - whatever it is, the key must go with the process
                logs.note(trouble)
        self.tasks.close()
        self.settings.sync()
        self._let_go_of_seat()
