"""A second start of the program rings; the window that stands already comes forward.

Only that somebody rang is told: no path, no name, no key. Only the same login can ring.
"""

from __future__ import annotations

import contextlib
import sys
import time

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_RING, _COMING = b"ring\n", b"coming\n"
_WAIT_MS = 1500


class Doorbell(QObject):
    """`rung` when another start asks for the window. The name must be this program's alone."""

    rung = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        QLocalServer.removeServer(
            name
        )  # what a killed program left; ours alone, so nobody loses it
        self._server.listen(name)

    def close(self) -> None:
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(self._on_ring)
            caller.disconnected.connect(caller.deleteLater)
            if caller.bytesAvailable():
                self._answer(caller)

    @Slot()
    def _on_ring(self) -> None:
        caller = self.sender()
        assert isinstance(caller, QLocalSocket)
        self._answer(caller)

    def _answer(self, caller: QLocalSocket) -> None:
        if caller.read(len(_RING)).data() == _RING:
            caller.write(_COMING)
            caller.flush()
            self.rung.emit()


def ring(name: str) -> bool:
    """Ask the window that stands to come forward; whether it answered."""
    caller = QLocalSocket()
    caller.connectToServer(name)
    if not caller.waitForConnected(_WAIT_MS):
        return False
    _let_it_come()
    caller.write(_RING)
    caller.flush()
    until = time.monotonic() + _WAIT_MS / 1000
    while caller.bytesAvailable() < len(_COMING) and time.monotonic() < until:
        if not caller.waitForReadyRead(100) and not caller.isValid():
            break
    return bool(caller.readAll().data() == _COMING)


def _let_it_come() -> None:
    """Windows lets a window come forward only when whoever has the keyboard allows it."""
    if sys.platform == "win32":
        import ctypes

        with contextlib.suppress(OSError):
            ctypes.windll.user32.AllowSetForegroundWindow(-1)
