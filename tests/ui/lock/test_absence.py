"""The vault locks by itself when the system says that nobody sits here, and only then."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import threading
import time

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from tests.real_programs import programs_at
from tvaerfaglig.ui.lock import absence
from tvaerfaglig.ui.lock.absence import Absence
from tvaerfaglig.ui.lock.windows_signs import Message, _Filter, means_leaving

if sys.platform == "linux":
    import jeepney
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import open_dbus_connection

LOGIND, OURS = "/org/freedesktop/login1", "/org/freedesktop/login1/session/_31"
_UNLOCKS_AND_STAYS_AWAY = """
        from tvaerfaglig.ui.lock import absence
        self._relaunch = lambda: None
        self.unlock(lambda: self.when(lambda: self.findChildren(absence.Absence), lambda: self.say("in")))
"""


class Logind:
    """Answers as logind does, on a bus of the test's own, and puts real signals on it."""

    def __init__(self, address):
        self.address = address
        self.session = {"Active": True, "LockedHint": False}
        self.asked = []
        self.delay, ours = os.pipe()
        self._delay_end = ours
        self._connection = open_dbus_connection(address, enable_fds=True)
        self._connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.login1"))
        self._ended = False
        self._thread = threading.Thread(target=self._answer)
        self._thread.start()

    def send(self, path, interface, member, signature=None, body=()):
        where = jeepney.DBusAddress(path, interface=interface)
        self._connection.send(jeepney.new_signal(where, member, signature, body))

    def changed(self, **values):
        self.session |= values
        body = ("org.freedesktop.login1.Session", {"IdleHint": ("b", True)}, [])
        self.send(OURS, "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as", body)

    def end(self):
        self._ended = True
        self._thread.join()
        self._connection.close()
        for end in (self.delay, self._delay_end):
            with contextlib.suppress(OSError):
                os.close(end)

    def _answer(self):
        while not self._ended:
            try:
                call = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            method = call.header.fields.get(jeepney.HeaderFields.member)
            if call.header.message_type != jeepney.MessageType.method_call:
                continue
            self.asked.append((method, call.body))
            if method == "GetSessionByPID":
                reply = jeepney.new_method_return(call, "o", (OURS,))
            elif method == "Inhibit":
                reply = jeepney.new_method_return(call, "h", (self._delay_end,))
            else:
                reply = jeepney.new_method_return(call, "v", (("b", self.session[call.body[1]]),))
            self._connection.send(reply)


@pytest.fixture
def logind(tmp_path):
    if not shutil.which("dbus-daemon") or sys.platform != "linux":
        pytest.skip("there is no dbus-daemon here")
    daemon = subprocess.Popen(
        [
            "dbus-daemon",
            "--session",
            "--nofork",
            "--print-address",
            f"--address=unix:dir={tmp_path}",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    made = Logind(daemon.stdout.readline().strip())
    yield made
    made.end()
    daemon.kill()
    daemon.communicate()


SIGNS = {
    "sleep": (LOGIND, "org.freedesktop.login1.Manager", "PrepareForSleep", "b", (True,)),
    "lock": (OURS, "org.freedesktop.login1.Session", "Lock"),
    "screen saver": (
        "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "b", (True,),
    ),
    "Gnome's": ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "b", (True,)),
}  # fmt: skip
NOTHING = [
    (LOGIND, "org.freedesktop.login1.Manager", "PrepareForSleep", "b", (False,)),
    (
        "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "b", (False,),
    ),
    ("/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session", "Lock"),
]  # fmt: skip


@pytest.fixture
def programs(world):
    yield from programs_at(world)


def test_a_real_signal_locks_a_real_program(programs, logind):
    """Logind says that the machine will sleep: it waits until the process that held the key has ended."""
    program = programs.start(
        _UNLOCKS_AND_STAYS_AWAY,
        DBUS_SYSTEM_BUS_ADDRESS=logind.address,
        DBUS_SESSION_BUS_ADDRESS=logind.address,
    )
    assert program.stdout.readline() == "in\n"
    logind.send(*NOTHING[0])
    time.sleep(0.3)
    assert program.poll() is None
    assert ("Inhibit", ("sleep", "Tværfaglig", "Boksen låses først", "delay")) in logind.asked
    logind.send(*SIGNS["sleep"])
    assert program.wait(timeout=30) == 75


@pytest.fixture
def listening(qtbot, logind, monkeypatch, qapp):
    """Signs heard over the test's own bus, counted."""
    from PySide6.QtDBus import QDBusConnection

    from tvaerfaglig.ui.lock.linux_signs import LinuxSigns

    made = []
    name = f"test-{id(logind)}"
    for variable in ("DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.setenv(variable, logind.address)
    mine = QDBusConnection.connectToBus(logind.address, name)
    for bus in ("systemBus", "sessionBus"):
        monkeypatch.setattr(QDBusConnection, bus, lambda: mine)
    window = QWidget()
    qtbot.addWidget(window)
    signs = LinuxSigns(lambda: made.append(1), window)
    qtbot.waitUntil(lambda: signs._mine == OURS and signs._delay is not None, timeout=3000)
    yield made
    QDBusConnection.disconnectFromBus(name)


@pytest.mark.parametrize("sign", SIGNS)
def test_each_sign_is_understood(qtbot, listening, logind, sign):
    """What says that someone has gone is heard; what says that someone came, or of another, is not."""
    for nothing in NOTHING:
        logind.send(*nothing)
    qtbot.wait(100)
    assert listening == []
    logind.send(*SIGNS[sign])
    qtbot.waitUntil(lambda: listening == [1], timeout=3000)


@pytest.mark.parametrize("said", [{"Active": False}, {"LockedHint": True}])
def test_another_user_in_front_is_understood(qtbot, listening, logind, said):
    """Our session is not the active one any more; that something else changed is nothing."""
    logind.changed(Active=True)
    qtbot.wait(100)
    assert listening == []
    logind.changed(**said)
    qtbot.waitUntil(lambda: listening == [1], timeout=3000)


def test_no_bus_is_no_trouble(qtbot, monkeypatch, qapp):
    """A machine without any: nothing is heard, nothing is said, nothing is started."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/there/is/none")
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/there/is/none")
    window = QWidget()
    qtbot.addWidget(window)
    Absence(window, window)


def test_a_gap_in_time_is_sleep(qtbot, monkeypatch, qapp):
    """Waking up after an hour: locked, whatever the system told."""
    window = QWidget()
    qtbot.addWidget(window)
    signs = Absence(window, window)
    left = []
    signs.left.connect(lambda: left.append(1))
    signs._look_at_the_clock()
    assert left == []
    now = time.time()
    monkeypatch.setattr(absence.time, "time", lambda: now + 3600)
    signs._look_at_the_clock()
    signs._look_at_the_clock()
    assert left == [1]


def test_a_suspended_program_locks(qtbot, qapp):
    """What Qt itself tells, where the system tells Qt."""
    window = QWidget()
    qtbot.addWidget(window)
    signs = Absence(window, window)
    left = []
    signs.left.connect(lambda: left.append(1))
    QCoreApplication.instance().applicationStateChanged.emit(
        Qt.ApplicationState.ApplicationInactive
    )
    assert left == []
    QCoreApplication.instance().applicationStateChanged.emit(
        Qt.ApplicationState.ApplicationSuspended
    )
    assert left == [1]


def test_what_windows_says_is_understood():
    """Lock, another user, a remote one gone, sleep; unlocking and waking are not leaving."""
    assert [means_leaving(0x02B1, word) for word in (0x7, 0x2, 0x4, 0x6)] == [True] * 4
    assert [means_leaving(0x02B1, word) for word in (0x1, 0x5, 0x8)] == [False] * 3
    assert means_leaving(0x0218, 0x4)
    assert not means_leaving(0x0218, 0x12)
    assert not means_leaving(0x0007, 0x7)


def test_a_message_of_windows_is_read_from_where_it_lies():
    """The filter reads the message's own fields, and never keeps one back."""
    import ctypes

    left = []
    filter_ = _Filter(lambda: left.append(1))
    said = Message(None, 0x02B1, 0x8)
    assert filter_.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(said)) == (False, 0)
    assert left == []
    said.wparam = 0x7
    filter_.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(said))
    filter_.nativeEventFilter(b"xcb_generic_event_t", 0)
    assert left == [1]
