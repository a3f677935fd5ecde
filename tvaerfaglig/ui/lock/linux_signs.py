"""Linux: logind says that the machine will sleep, that the session is locked or another one is in front.

The screen savers say the same to the login alone. A delay is asked for, so that the vault is closed before
the machine sleeps and not after it has woken; without a bus, or with a bus without logind, nothing is heard.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

_LOGIND = "org.freedesktop.login1"
_MANAGER = f"{_LOGIND}.Manager"
_SESSION = f"{_LOGIND}.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_SAVERS = ("org.freedesktop", "org.gnome", "org.cinnamon", "org.mate")


class LinuxSigns(QObject):
    """Calls `left` at each sign. Nothing is waited for: what the bus answers, it answers later."""

    def __init__(self, left: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._left = left
        self._mine = ""
        self._delay: QDBusUnixFileDescriptor | None = None
        if _stands("DBUS_SYSTEM_BUS_ADDRESS", "/run/dbus/system_bus_socket"):
            self._listen_to_logind(QDBusConnection.systemBus())
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        if _stands("DBUS_SESSION_BUS_ADDRESS", f"{runtime}/bus"):
            self._listen_to_savers(QDBusConnection.sessionBus())

    def _listen_to_logind(self, bus: QDBusConnection) -> None:
        if not bus.isConnected():
            return
        for interface, signal, slot in (
            (_MANAGER, "PrepareForSleep", "on_sleep(bool)"),
            (_SESSION, "Lock", "on_lock(QDBusMessage)"),
            (_PROPERTIES, "PropertiesChanged", "on_properties(QDBusMessage)"),
        ):
            bus.connect(_LOGIND, "", interface, signal, self, _slot(slot))
        self._ask(bus, "GetSessionByPID", [os.getpid()], self.on_session)
        reason = "Boksen låses først"
        self._ask(bus, "Inhibit", ["sleep", "Tværfaglig", reason, "delay"], self.on_delay)

    def _ask(
        self,
        bus: QDBusConnection,
        method: str,
        arguments: list[Any],
        answered: Callable[[QDBusPendingCallWatcher], None],
    ) -> None:
        call = QDBusMessage.createMethodCall(_LOGIND, "/org/freedesktop/login1", _MANAGER, method)
        call.setArguments(arguments)
        watcher = QDBusPendingCallWatcher(bus.asyncCall(call), self)
        watcher.finished.connect(answered)

    def _listen_to_savers(self, bus: QDBusConnection) -> None:
        if bus.isConnected():
            for family in _SAVERS:
                saver = f"{family}.ScreenSaver"
                bus.connect("", "", saver, "ActiveChanged", self, _slot("on_saver(bool)"))

    @Slot(QDBusPendingCallWatcher)
    def on_session(self, watcher: QDBusPendingCallWatcher) -> None:
        """Which session is ours: another's lock is not our business."""
        for said in watcher.reply().arguments():
            if isinstance(said, QDBusObjectPath):
                self._mine = said.path()
        watcher.deleteLater()

    @Slot(QDBusPendingCallWatcher)
    def on_delay(self, watcher: QDBusPendingCallWatcher) -> None:
        """Held until the process ends, which is when the vault is closed."""
        for said in watcher.reply().arguments():
            if isinstance(said, QDBusUnixFileDescriptor):
                self._delay = said
        watcher.deleteLater()

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:
        if begins:
            self._left()

    @Slot(bool)
    def on_saver(self, active: bool) -> None:
        if active:
            self._left()

    @Slot(QDBusMessage)
    def on_lock(self, message: QDBusMessage) -> None:
        if self._is_ours(message):
            self._left()

    @Slot(QDBusMessage)
    def on_properties(self, message: QDBusMessage) -> None:
        """Something about a session changed. PySide cannot read what (a table of values), so it is asked for."""
        if message.arguments()[:1] != [_SESSION] or not self._is_ours(message):
            return
        for name, answered in (("Active", self.on_active), ("LockedHint", self.on_hint)):
            call = QDBusMessage.createMethodCall(_LOGIND, message.path(), _PROPERTIES, "Get")
            call.setArguments([_SESSION, name])
            watcher = QDBusPendingCallWatcher(QDBusConnection.systemBus().asyncCall(call), self)
            watcher.finished.connect(answered)

    @Slot(QDBusPendingCallWatcher)
    def on_active(self, watcher: QDBusPendingCallWatcher) -> None:
        """Another user is in front when our session is not the active one."""
        if _answer(watcher) is False:
            self._left()

    @Slot(QDBusPendingCallWatcher)
    def on_hint(self, watcher: QDBusPendingCallWatcher) -> None:
        """Some systems lock without saying so, and only hint at it."""
        if _answer(watcher) is True:
            self._left()

    def _is_ours(self, message: QDBusMessage) -> bool:
        return self._mine in {"", message.path()}


def _stands(variable: str, socket: str) -> bool:
    """Whether there is a bus at all: Qt would otherwise try to start one."""
    return bool(os.environ.get(variable)) or Path(socket).exists()


def _slot(signature: str) -> bytes:
    """PySide asks for bytes in its types, and takes only text (6.11)."""
    return cast("bytes", SLOT(signature))


def _answer(watcher: QDBusPendingCallWatcher) -> object:
    watcher.deleteLater()
    said = [one for one in watcher.reply().arguments() if isinstance(one, QDBusVariant)]
    return said[0].variant() if said else None
