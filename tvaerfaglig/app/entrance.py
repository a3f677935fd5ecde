"""What is asked for at the door, done on the vault's thread: unlock, a forgotten or first password, a new house.

What that takes is loaded there too: the door comes first, and what lies behind it while somebody types.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tvaerfaglig import logs
from tvaerfaglig.app.surroundings import Surroundings
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.services.lock import holding
from tvaerfaglig.store.errors import CannotOpen
from tvaerfaglig.store.key_errors import BrokenKeyFile, WrongPassword
from tvaerfaglig.ui.doorway import Doorway
from tvaerfaglig.ui.tasks import Tasks

if TYPE_CHECKING:
    from tvaerfaglig.services.lock.founding import Founded
    from tvaerfaglig.services.session import Session
    from tvaerfaglig.services.vault.keeping import Restored
    from tvaerfaglig.ui.lock.first_run import NewHouse


class Entrance(QObject):
    """`entered` sends the session of an open vault; `opened` when she may go on into the house.

    Between the two stands the first password, for whoever has to choose one. `founded` sends a new house,
    `moved` comes when the vault lies in another folder than the one the program was started on.
    """

    entered = Signal(object)
    opened = Signal(object)
    founded = Signal(object)
    moved = Signal()
    renewed = Signal(int, int)

    def __init__(
        self, folder: Path, doorway: Doorway, tasks: Tasks, around: Surroundings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self._doorway, self._tasks, self._around = doorway, tasks, around
        self._session: Session | None = None
        doorway.unlock_asked.connect(self._unlock)
        doorway.code_given.connect(self._unlock_with_code)
        doorway.password_chosen.connect(self._change_first_password)
        doorway.founded.connect(self._found)
        doorway.brought_back.connect(self._brought_back)
        self.renewed.connect(doorway.say_renewed)

    def refuse(self, error: BaseException) -> None:
        """Say at the door why it did not open."""
        self._doorway.set_busy(False)
        if isinstance(error, ForPeople):
            wrong = isinstance(error, WrongPassword)
            damaged = isinstance(error, CannotOpen | BrokenKeyFile)
            self._doorway.refuse(str(error), wrong=wrong, damaged=damaged)
            return
        logs.note(error)
        self._doorway.refuse("Noget gik galt hos os. Boksen er urørt. Prøv igen, eller luk og åbn.")

    @Slot(str, str)
    def _unlock(self, person: str, password: str) -> None:
        work = partial(self._open_with, person, password)
        waits = self._doorway.patience()
        self._enter(partial(waits.tried, person, work) if waits else work, person)

    def _open_with(self, person: str, password: str) -> Session:
        from tvaerfaglig.services.lock import entering

        around = self._around
        return entering.unlock(
            self.folder, person, password, around.clock, around.state, self.renewed.emit
        )

    @Slot(str, str, str)
    def _unlock_with_code(self, person: str, code: str, password: str) -> None:
        self._enter(partial(self._open_with_code, person, code, password), person)

    def _open_with_code(self, person: str, code: str, password: str) -> Session:
        from tvaerfaglig.services.lock import entering

        around = self._around
        session = entering.set_password_with_code(
            self.folder, code, person, password, around.clock, around.state
        )
        waits = self._doorway.patience()
        if waits is not None:
            waits.end(person)
        return session

    def _enter(self, work: Callable[[], Session], person: str) -> None:
        self._doorway.set_busy(True)
        alone = partial(self._alone, self._doorway.name_of(person), work)
        self._tasks.run(alone, then=self._entered, failed=self.refuse, owner=self)

    def _alone(self, name: str, work: Callable[[], Session]) -> Session:
        from tvaerfaglig.services.lock import entering

        return entering.held(self.folder, name, self._around.clock, work)

    def _entered(self, session: Session) -> None:
        self._doorway.set_busy(False)
        self._session = session
        self.entered.emit(session)
        if session.opened.must_change:
            self._doorway.ask_first_password(session.my_id)
        else:
            self.opened.emit(session)

    @Slot(str, str)
    def _change_first_password(self, old: str, new: str) -> None:
        from tvaerfaglig.services import staffing

        session = self._session
        if session is None:
            return
        self._doorway.set_busy(True)
        self._tasks.run(
            partial(staffing.change_my_password, session, old, new),
            then=lambda _: self.opened.emit(session),
            failed=self.refuse,
            owner=self,
        )

    @Slot(object)
    def _brought_back(self, restored: Restored) -> None:
        self.folder = restored.folder

    @Slot(object)
    def _found(self, new: NewHouse) -> None:
        self.folder = new.folder
        self._doorway.set_busy(True)
        make = partial(self._make, new)
        self._tasks.run(make, then=self._founded, failed=self.refuse, owner=self)

    def _make(self, new: NewHouse) -> Founded:
        from tvaerfaglig.services.lock import founding

        around = self._around
        founded = founding.found(
            new.folder,
            around.state,
            around.clock,
            house=new.house,
            leader=new.leader,
            password=new.password,
        )
        founded.session.hold = holding.hold(new.folder, new.leader, around.clock)
        founding.remember_vault(around.state, new.folder)
        return founded

    def _founded(self, founded: Founded) -> None:
        self.entered.emit(founded.session)
        self.moved.emit()
        self.founded.emit(founded)
