"""Asks the writing help away from the window, so that typing never waits for it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

QUIET_MS = 400
Work = Callable[[], object]


class Asker(QObject):
    """`answered` sends what was found in the newest snapshot; an answer to an older one is dropped.

    Whoever types on makes what is being asked old (`outdate`): it is asked again when she pauses,
    unless a newer snapshot has come by then.
    """

    answered = Signal(object)
    _came = Signal(int, object)

    def __init__(
        self, parent: QObject | None = None, worker: ThreadPoolExecutor | None = None
    ) -> None:
        super().__init__(parent)
        self._worker = worker or asking_thread()
        self._revision = 0
        self._work: Work | None = None
        self._asked: Work | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._start)
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def revision(self) -> int:
        return self._revision

    def ask(self, work: Work, *, at_once: bool = False) -> None:
        """Ask about a snapshot when the writer pauses."""
        self._revision += 1
        self._work = work
        self._pause.start(0 if at_once else QUIET_MS)

    @Slot()
    def outdate(self) -> None:
        """Somebody is typing: what waits goes on waiting, and what is on its way is no longer wanted."""
        work = self._work or self._asked
        if work is not None:
            self._asked = None
            self.ask(work)

    def forget(self) -> None:
        """Nobody waits for an answer any more."""
        self._revision += 1
        self._work = self._asked = None
        self._pause.stop()

    @Slot()
    def _start(self) -> None:
        if self._work is None:
            return
        future = self._worker.submit(self._work)
        self._asked, self._work = self._work, None
        future.add_done_callback(partial(self._emit, self._revision))

    def _emit(self, revision: int, future: Future[object]) -> None:
        """Called on the worker; the page may be gone by then."""
        try:
            self._came.emit(revision, future)
        except RuntimeError:
            return

    @Slot(int, object)
    def _deliver(self, revision: int, future: Future[object]) -> None:
        if revision != self._revision:
            return
        self._asked = None
        try:
            found = future.result()
        except CancelledError:
            return
        self.answered.emit(found)

    def close(self) -> None:
        self.forget()
        self._worker.shutdown(wait=True, cancel_futures=True)


def asking_thread() -> ThreadPoolExecutor:
    """One thread for one who writes; several small fields may share it."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="questions")
