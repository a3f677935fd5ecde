"""Load what lies behind the door while somebody types her password, so that neither start nor unlocking waits.

What knows no Qt is loaded on the vault's thread, which has nothing to do yet; the windows' own modules
here, one at a time between two events, because Qt's types are made on first use and not for two threads.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tvaerfaglig.ui.tasks import Tasks
from tvaerfaglig.ui.theme.danish import count_in_danish

if TYPE_CHECKING:
    from tvaerfaglig.services.clock import Clock
    from tvaerfaglig.services.library import Library

_PAINTED_MS = 50
_ASIDE = (
    "tvaerfaglig.services.lock.entering",
    "tvaerfaglig.services.lock.quick_notes",
    "tvaerfaglig.services.library",
    "tvaerfaglig.services.waiting",
    "tvaerfaglig.services.printing.pressing",
    "argon2.low_level",
    "cryptography.hazmat.primitives.kdf.hkdf",
    "cryptography.hazmat.primitives.ciphers.aead",
)
_HERE = (
    "tvaerfaglig.ui.desk",
    "tvaerfaglig.ui.shell",
    "tvaerfaglig.ui.akut.call",
    "tvaerfaglig.ui.akut.sheet",
    "tvaerfaglig.ui.preview_request",
    "tvaerfaglig.ui.house",
    "tvaerfaglig.ui.overview.page",
)


class Warming(QObject):
    """Begins once the door has been painted; whoever is quicker than it loads the rest herself."""

    all_there = Signal()

    def __init__(self, tasks: Tasks, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._clock = tasks, clock
        self._left = list(_HERE)
        self.shelf: Library | None = None
        self._all_asked = False

    @property
    def done(self) -> bool:
        return not self._left and self._all_asked

    def begin(self) -> None:
        QTimer.singleShot(_PAINTED_MS, self, self._aside)

    @Slot()
    def _aside(self) -> None:
        count_in_danish()
        self._tasks.run(_load_aside, then=self._take, failed=self._next, owner=self)

    def _take(self, shelf: Library) -> None:
        self.shelf = shelf
        self._next()

    def _next(self, _: object = None) -> None:
        if self._left:
            import_module(self._left.pop(0))
            QTimer.singleShot(0, self, self._next)
        elif not self._all_asked:
            self._all_asked = True
            last = partial(_load_last, self._clock)
            self._tasks.run(last, then=self._next, failed=self._next, owner=self)
        else:
            self.all_there.emit()


def _load_aside() -> Library:
    _load(_ASIDE)
    from tvaerfaglig.services import library

    return library.load()


def _load_last(clock: Clock) -> None:
    """Long, and wanted by Overblik alone where a receipt is waited for: nobody is kept at the door by it."""
    from tvaerfaglig.domain.free_days import holiday
    from tvaerfaglig.services.clock import today

    holiday(today(clock))


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        import_module(name)
