"""Windows: the window is told of a locked session, another user, a remote user gone, and sleep.

Not run on Windows yet; what a message means is tried on every system.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

_SESSION_CHANGE, _POWER = 0x02B1, 0x0218
_LEAVING = {
    (_SESSION_CHANGE, 0x2),  # another user at the screen
    (_SESSION_CHANGE, 0x4),  # a remote user gone
    (_SESSION_CHANGE, 0x6),  # logged off
    (_SESSION_CHANGE, 0x7),  # locked
    (_POWER, 0x4),  # about to sleep
}
_THIS_SESSION = 0


class Message(ctypes.Structure):
    """The beginning of Windows' MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wparam", ctypes.c_size_t),
    )


def means_leaving(message: int, wparam: int) -> bool:
    return (message, wparam) in _LEAVING


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, left: Callable[[], object]) -> None:
        super().__init__()
        self._left = left

    def nativeEventFilter(
        self, eventType: QByteArray | bytes | bytearray | memoryview, message: Any
    ) -> tuple[bool, int]:
        if bytes(QByteArray(eventType).data()) == b"windows_generic_MSG":
            said = Message.from_address(int(message))
            if means_leaving(said.message, said.wparam):
                self._left()
        return False, 0


class WindowsSigns(QObject):
    """Calls `left` at each sign, as long as it lives."""

    def __init__(self, window: QWidget, left: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._filter = _Filter(left)
        app = QCoreApplication.instance()
        assert app is not None
        app.installNativeEventFilter(self._filter)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(
                int(window.winId()), _THIS_SESSION
            )
