"""Sees to the copies while the vault stands open: one a day by itself, and what the leader asks for.

It waits until the person has come in, looks again every ten minutes (the day may have changed, the drive
may be back), and holds nobody up. One thing at a time: what is asked for meanwhile comes after.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.copying import after_removal, daily
from tvaerfaglig.services.copying.daily import Done, Errand
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.progressing import Progressing

_AFTER_OPENING_MS = 15_000
_AGAIN_MS = 10 * 60_000


class CopyKeeper(QObject):
    """`began` when a copy is under way, `moved` as it goes, `ended` with how it went.

    `ended` carries a `Done`, or the sentence of a refusal.
    """

    began = Signal()
    moved = Signal(float, str)
    ended = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._going: Progressing | None = None
        self._after: list[Callable[[], None]] = []
        self.has_looked = False
        self._timer = QTimer(self, interval=_AGAIN_MS)
        self._timer.timeout.connect(self.look)

    @property
    def busy(self) -> bool:
        return self._going is not None

    def start(self) -> None:
        """The vault was opened, and stays open until it is locked."""
        QTimer.singleShot(_AFTER_OPENING_MS, self, self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Take and carry what is due, if anything is and nothing is under way."""
        if not self.busy:
            self._desk.ask(daily.due).then(self._take_due, self, failed=self._failed)

    def take(self) -> None:
        """A copy now."""
        self._ask(daily.by_hand)

    def replace_all(self) -> None:
        """A copy now, and those with older keys away."""
        self._ask(after_removal.decide)

    @Slot()
    def stop(self) -> None:
        if self._going is not None:
            self._going.stop()

    def _ask(self, wanted: Callable[[Session], Errand]) -> None:
        if self.busy:
            self._after.append(partial(self._ask, wanted))
        else:
            self._desk.ask(wanted).then(self._run, self, failed=self._failed)

    def _take_due(self, errand: Errand | None) -> None:
        if errand is None:
            self.has_looked = True
            self.ended.emit("")
        elif not self.busy:
            self._run(errand)

    def _run(self, errand: Errand) -> None:
        if self.busy:
            self._after.append(partial(self._run, errand))
            return
        self._going = Progressing(self)
        self._going.moved.connect(self.moved)
        if errand.copy:
            self.began.emit()
        asked = self._desk.ask_aside(daily.run, errand, self._going.tell)
        asked.then(self._ran, self, failed=self._failed)

    def _ran(self, done: Done) -> None:
        asked = self._desk.ask(daily.note, done)
        asked.then(partial(self._noted, done), self, failed=self._failed)

    def _noted(self, done: Done, changes: Changes) -> None:
        self._end(done)
        self._desk.announce(changes, self)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, ForPeople):
            self._desk.explain(error)
        self._end(str(error) if isinstance(error, ForPeople) else "")

    def _end(self, how: object) -> None:
        if self._going is not None:
            self._going.deleteLater()
        self._going, self.has_looked = None, True
        self.ended.emit(how)
        if self._after:
            self._after.pop(0)()


def keeper_of(desk: Desk) -> CopyKeeper:
    """The desk's one keeper, made when it is first asked for."""
    found = desk.findChild(CopyKeeper)
    return found if isinstance(found, CopyKeeper) else CopyKeeper(desk)
