"""The only place that builds things and hands them to each other: door, vault, house, lock.

The door comes first: what is needed behind it is loaded while somebody types her password.

A lock ends the process that held the key and starts another at the door: closing the vault in the same
process would leave copies of what was read in its memory.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tvaerfaglig import crash_file, logs, own_memory, paths
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.services import door, holding
from tvaerfaglig.services.clock import DANISH, DEMO_START, Clock, ShiftedClock, SystemClock
from tvaerfaglig.store.errors import CannotOpen, VaultError
from tvaerfaglig.store.key_errors import BrokenKeyFile, WrongPassword
from tvaerfaglig.ui.doorway import Doorway
from tvaerfaglig.ui.tasks import Tasks
from tvaerfaglig.ui.theme import install_look
from tvaerfaglig.ui.theme.look import FUSION
from tvaerfaglig.ui.theme.look import PROPERTY as LOOK
from tvaerfaglig.ui.warming import Warming

if TYPE_CHECKING:
    from tvaerfaglig.domain.events import Changes
    from tvaerfaglig.services.entering import Founded
    from tvaerfaglig.services.keeping import Restored
    from tvaerfaglig.services.session import Session
    from tvaerfaglig.store.remembered_head import RememberedHead
    from tvaerfaglig.ui.crash_note import CrashNotes
    from tvaerfaglig.ui.desk import Desk
    from tvaerfaglig.ui.doorbell import Doorbell
    from tvaerfaglig.ui.house import House
    from tvaerfaglig.ui.lock.first_run import NewHouse
    from tvaerfaglig.ui.lock.unsaved import Unsaved

LOCKED = 75  # the exit code of a process that ended because someone locked
_LOOKS_EVERY_MS = 5_000
_BEATS_EVERY_MS = 60_000
_PATIENCE = 6.0  # seconds that a second start waits for the first to answer or to be gone
_BEHIND_THE_DOOR = ("argon2", "cryptography", "msgspec", "platformdirs", "sqlcipher3")
_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


def start(folder: Path | None = None) -> int:
    """Open the program on a vault (the user's own unless another is named), until it ends or is locked."""
    own_memory.keep()
    logs.install()
    _miss_nothing()
    app = QApplication.instance() or QApplication([*sys.argv[:1], "-style", FUSION])
    assert isinstance(app, QApplication)
    app.setProperty(FUSION, True)
    app.setApplicationName("Tværfaglig")
    where = folder or door.usual_vault(door.state_dir())
    around = Surroundings.of(where)
    seat = _sit(around.state, where)
    if seat is None:
        return 0
    program = Program(app, where, lambda: start_again(program.folder), around, seat=seat)
    logs.install(program.broke.emit)
    fell = crash_file.last(around.state)
    crash_file.watch(around.state)
    program.open()
    if fell:
        program.fell.emit(fell)
    code = app.exec()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(
        code
    )  # nothing that was read may outlive the lock, in an interpreter still winding down


def _miss_nothing() -> None:
    """What is loaded behind the door is missed before it is shown, in `main.py`'s words."""
    for name in _BEHIND_THE_DOOR:
        if find_spec(name) is None:
            raise ModuleNotFoundError(name=name)


def _sit(state: Path, folder: Path) -> holding.Seat | None:
    """Be the one window on this vault; None when another is, and has come forward.

    One that does not answer is about to go (then its seat is free in a moment), or hangs: then the door
    opens all the same, and says who has the vault.
    """
    name = holding.window_name(state, folder)
    until = time.monotonic() + _PATIENCE
    while (seat := holding.sit(state, folder)) is None:
        from tvaerfaglig.ui.doorbell import ring

        if ring(name):
            return None
        if time.monotonic() > until:
            return holding.Seat(name, None)
        time.sleep(0.1)
    return seat


def start_again(folder: Path) -> None:
    """A new process at the door of the same vault."""
    import subprocess

    main = Path(__file__).resolve().parent.parent / "main.py"
    command = [
        sys.executable,
        *([] if getattr(sys, "frozen", False) else [str(main)]),
        "open",
        str(folder),
    ]
    subprocess.Popen(command, start_new_session=True)  # noqa: S603  our own program, our own arguments


def start_demo() -> int:
    """A throw-away vault with the invented world, and the program on it."""
    return start(make_demo(_throw_away()))


def _throw_away() -> Path:
    import tempfile

    return Path(tempfile.mkdtemp(prefix="tvaerfaglig-demo-"))


def make_demo(folder: Path) -> Path:
    """The invented world in folder/vault, its log-ins in folder/log-ins.txt; the answer is the vault."""
    from tvaerfaglig.services import demo

    vault = folder / "vault"
    demo.make(vault, folder / "state", paths.resources() / "demo")
    return vault


class Surroundings:
    """What differs between a real vault and a demo: the clock, and where this computer's keys lie."""

    def __init__(self, clock: Clock, state: Path, logins: dict[str, str] | None = None) -> None:
        self.clock = clock
        self.state = state
        self.logins = logins or {}

    @property
    def demo(self) -> bool:
        return bool(self.logins)

    @classmethod
    def of(cls, folder: Path) -> Surroundings:
        """A demo is told by the log-ins that lie beside it; its clock began when they were written."""
        logins = {one.name: one.password for one in door.read_logins(folder)}
        if not logins:
            return cls(SystemClock(), door.state_dir())
        began = datetime.fromtimestamp((folder.parent / door.LOGINS).stat().st_mtime, DANISH)
        return cls(ShiftedClock(DEMO_START, began), folder.parent / "state", logins)

    def settings(self) -> QSettings:
        """What the windows remember: sizes and theme, never a name or a note."""
        self.state.mkdir(parents=True, exist_ok=True)
        return QSettings(str(self.state / "vindue.ini"), QSettings.Format.IniFormat)


class Program(QObject):
    """From the door to the house and, by way of a new process, back to the door.

    `broke` and `fell` carry places in the code, from any thread: something of ours broke, or the whole process
    fell over the last time.
    """

    broke = Signal(str)
    fell = Signal(str)
    renewed = Signal(int, int)

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
        self.folder = folder
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
        self._warming = Warming(self.tasks, self)
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
        self._last_life = self.around.clock.now()
        self._idle_minutes = 5
        self._locking = self._copied_here = False
        self._connect()

    def _connect(self) -> None:
        at = self.doorway
        at.unlock_asked.connect(self._unlock)
        at.code_given.connect(self._unlock_with_code)
        at.password_chosen.connect(self._change_first_password)
        at.founded.connect(self._found)
        at.brought_back.connect(self._brought_back)
        at.demo_asked.connect(self._open_demo)
        at.given_up.connect(self.lock)
        at.closed.connect(self._end)
        self.renewed.connect(at.say_renewed)
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

    def open(self) -> None:
        """Show the door: Lås op, or the first start."""
        self.doorway.open()
        self._warming.begin()
        if self._seat is not None:
            QTimer.singleShot(0, self, self._hang_bell)

    @Slot()
    def _hang_bell(self) -> None:
        """After the door has been shown: nobody waits for it."""
        from tvaerfaglig.ui.doorbell import Doorbell

        if self._seat is not None and not self._locking:
            self._bell = Doorbell(self._seat.name, self)
            self._bell.rung.connect(self.come_forward)

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

    @Slot(str, str)
    def _unlock(self, person: str, password: str) -> None:
        work = partial(self._open_with, person, password)
        waits = self.doorway.patience()
        self._enter(partial(waits.tried, person, work) if waits else work, person)

    def _open_with(self, person: str, password: str) -> Session:
        """On the vault's thread, as all that opens it: what that takes is loaded there."""
        from tvaerfaglig.services import entering

        around = self.around
        return entering.unlock(
            self.folder, person, password, around.clock, around.state, self.renewed.emit
        )

    @Slot(str, str, str)
    def _unlock_with_code(self, person: str, code: str, password: str) -> None:
        self._enter(partial(self._open_with_code, person, code, password), person)

    def _open_with_code(self, person: str, code: str, password: str) -> Session:
        from tvaerfaglig.services import entering

        around = self.around
        session = entering.set_password_with_code(
            self.folder, code, person, password, around.clock, around.state
        )
        waits = self.doorway.patience()
        if waits is not None:
            waits.end(person)
        return session

    def _enter(self, work: Callable[[], Session], person: str) -> None:
        self.doorway.set_busy(True)
        alone = partial(self._alone, self.doorway.name_of(person), work)
        self.tasks.run(alone, then=self._entered, failed=self._refused, owner=self)

    def _alone(self, name: str, work: Callable[[], Session]) -> Session:
        from tvaerfaglig.services import entering

        return entering.held(self.folder, name, self.around.clock, work)

    def _refused(self, error: BaseException) -> None:
        self.doorway.set_busy(False)
        if isinstance(error, ForPeople):
            wrong = isinstance(error, WrongPassword)
            damaged = isinstance(error, CannotOpen | BrokenKeyFile)
            self.doorway.refuse(str(error), wrong=wrong, damaged=damaged)
            return
        logs.note(error)
        self.doorway.refuse("Noget gik galt hos os. Boksen er urørt. Prøv igen, eller luk og åbn.")

    def _entered(self, session: Session) -> None:
        self.doorway.set_busy(False)
        self.session = session
        self._watch()
        if session.opened.must_change:
            self.doorway.ask_first_password(session.my_id)
            return
        self._try_the_house(session)

    def _try_the_house(self, session: Session) -> None:
        """Texts that the municipality has changed may not be readable: then the door says which, and stays."""
        try:
            self._open_house(session)
        except ForPeople as trouble:
            from tvaerfaglig.services import entering

            self.session = None
            self.tasks.now(partial(entering.close, session))
            self._refused(trouble)

    @Slot(str, str)
    def _change_first_password(self, old: str, new: str) -> None:
        from tvaerfaglig.services import staffing

        session = self.session
        if session is None:
            return
        self.doorway.set_busy(True)
        self.tasks.run(
            partial(staffing.change_my_password, session, old, new),
            then=lambda _: self._try_the_house(session),
            failed=self._refused,
            owner=self,
        )

    @Slot(object)
    def _brought_back(self, restored: Restored) -> None:
        self.folder = restored.folder

    @Slot(object)
    def _found(self, new: NewHouse) -> None:
        self.folder = new.folder
        self.doorway.set_busy(True)
        self.tasks.run(
            partial(self._make, new), then=self._founded, failed=self._refused, owner=self
        )

    def _make(self, new: NewHouse) -> Founded:
        from tvaerfaglig.services import entering

        around = self.around
        founded = entering.found(
            new.folder,
            around.state,
            around.clock,
            house=new.house,
            leader=new.leader,
            password=new.password,
        )
        founded.session.hold = holding.hold(new.folder, new.leader, around.clock)
        entering.remember_vault(around.state, new.folder)
        return founded

    def _founded(self, founded: Founded) -> None:
        self._watch()
        self._move_seat()
        self._open_house(founded.session)
        assert self.house is not None
        self.house.go("indstillinger", founded.code)

    def _open_house(self, session: Session) -> None:
        from tvaerfaglig.domain import danish
        from tvaerfaglig.services import library
        from tvaerfaglig.ui.desk import Desk
        from tvaerfaglig.ui.house import House

        self.session = session
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
        self.doorway.hide()
        self.house.open()
        self._place_akut()
        if session.warning:
            self.house.shell.tell(session.warning, "watch")
        self._ask_keyring(desk)

    def _ask_keyring(self, desk: Desk) -> None:
        """Beside the vault, for a keyring may be slow; what it knows is then held against the vault."""
        from tvaerfaglig.services import entering

        desk.ask_aside(entering.head_in_keyring).then(self._compare_head, self, failed=logs.note)

    def _compare_head(self, known: RememberedHead | None) -> None:
        from tvaerfaglig.services import entering

        if self.house is not None and known is not None:
            asked = self.house.desk.ask(entering.compare_head, known)
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
        self._idle_minutes = getattr(settings, "idle_minutes", 5)

    @Slot()
    def _open_demo(self) -> None:
        start_again(make_demo(_throw_away()))

    # out

    def _watch(self) -> None:
        """From now on the vault is open, and this process ends when nobody sits here."""
        self._last_life = self.around.clock.now()
        for look, often in ((self._look_for_life, _LOOKS_EVERY_MS), (self._beat, _BEATS_EVERY_MS)):
            timer = QTimer(self)
            timer.timeout.connect(look)
            timer.start(often)
        self._app.installEventFilter(self)
        QTimer.singleShot(0, self, self._listen)

    @Slot()
    def _beat(self) -> None:
        """Tell other computers that the vault is still open here."""
        hold = self.session.hold if self.session else None
        if hold is not None:
            beat = partial(hold.beat, self.around.clock)
            self.tasks.run(beat, then=lambda _: None, failed=logs.note, owner=self)

    @Slot()
    def _listen(self) -> None:
        """After the first page has been shown: nobody waits for a bus to answer."""
        from tvaerfaglig.ui.lock.absence import Absence

        if not self._locking:
            Absence(self.doorway, self).left.connect(self.lock, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _look_for_life(self) -> None:
        still = (self.around.clock.now() - self._last_life).total_seconds()
        if still >= self._idle_minutes * 60:
            self.lock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._last_life = self.around.clock.now()
            if isinstance(event, QKeyEvent) and self.house is not None:
                return self.house.curtain.hears(event)
        return super().eventFilter(watched, event)

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
        from tvaerfaglig.services import entering

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
        self._app.removeEventFilter(self)
        if self.house is not None:
            self.house.leave()
            self.house.shell.hide()
            self.house.desk.close()
        self._clear_clipboard()
        session = self.session
        if session is not None:
            from tvaerfaglig.services import entering

            try:
                self.tasks.now(partial(entering.close, session))
            except Exception as trouble:  # noqa: BLE001 - whatever it is, the key must go with the process
                logs.note(trouble)
        self.tasks.close()
        self.settings.sync()
        self._let_go_of_seat()
