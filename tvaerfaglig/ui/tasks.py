"""One worker thread that owns the vault, because one connection does.

Work is done strictly in the order it is asked for, so two saves can never overtake each other. Answers
arrive on the window's thread; an answer to a page that is gone is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


class Tasks(QObject):
    """Runs work away from the window. `idle` tells when nothing is under way."""

    _answered = Signal(object, object)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made: ThreadPoolExecutor | None = None
        self._pending = 0
        self._under_way: set[Future[Any]] = set()
        self._closed = self._full = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def _worker(self) -> ThreadPoolExecutor:
        """Made when there is something to do: the door is shown before."""
        if self._made is None:
            from concurrent.futures import ThreadPoolExecutor

            self._made = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vault")
        return self._made

    @property
    def busy(self) -> bool:
        return self._pending > 0

    def run(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], None],
        failed: Callable[[BaseException], None],
        owner: QObject | None = None,
    ) -> None:
        """Do `work` on the vault's thread, then call `then` or `failed` here, if `owner` still stands.

        After `close` nothing is asked and nobody is answered: the vault is shut.
        """
        if self._closed or self._full:
            return
        self._pending += 1
        if self._pending == 1:
            self.busy_changed.emit(True)
        future: Future[T] = self._worker.submit(work)
        self._under_way.add(future)
        future.add_done_callback(partial(self._answered.emit, (then, failed, owner)))

    def now(self, work: Callable[[], T]) -> T:
        """Do `work` on the vault's thread and wait: only for closing down."""
        return self._worker.submit(work).result()

    def troubles(self) -> list[BaseException]:
        """Wait for what is under way, and tell what of it went wrong; whoever asked is told later."""
        found = (future.exception() for future in tuple(self._under_way))
        return [error for error in found if error is not None]

    def _deliver(self, whom: tuple[Any, Any, QObject | None], future: Future[Any]) -> None:
        self._under_way.discard(future)
        self._pending -= 1
        if self._pending == 0:
            self.busy_changed.emit(False)
        then, failed, owner = whom
        if self._closed or (owner is not None and not shiboken6.isValid(owner)):
            return
        error = future.exception()
        if error is None:
            then(future.result())
        else:
            failed(error)

    def finish(self, patience: float) -> None:
        """As `close`, but whoever asked is answered first; what she then asks for here is not taken up.

        What is not done after `patience` seconds is left behind, and nobody is answered.
        """
        from concurrent.futures import wait

        self._full = True
        left = wait(self._under_way, patience).not_done
        if self._made is not None:
            self._made.shutdown(wait=not left)
        QCoreApplication.sendPostedEvents(self)
        self._closed = True

    def close(self) -> None:
        """Finish what was asked for, then let the thread go."""
        self._closed = True
        if self._made is not None:
            self._made.shutdown(wait=True)
