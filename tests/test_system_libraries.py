"""What the windows need of a Linux machine is known, named, and never asked for where it is not used."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tvaerfaglig.system_libraries import ALWAYS, WAYLAND, X11, has_display, in_words, missing


def loader(*absent):
    def load(file):
        if file in absent:
            raise OSError(file)

    return load


@pytest.mark.parametrize(
    ("environment", "absent", "expected"),
    [
        ({}, [], []),
        ({}, ["libEGL.so.1"], ["libEGL.so.1"]),
        ({}, ["libxcb-cursor.so.0"], []),
        ({"DISPLAY": ":0"}, ["libxcb-cursor.so.0"], ["libxcb-cursor.so.0"]),
        ({"DISPLAY": ":0"}, ["libwayland-client.so.0"], []),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ["libwayland-client.so.0"], ["libwayland-client.so.0"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, ["libxcb-cursor.so.0"], []),
        (
            {"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"},
            ["libxcb-cursor.so.0", "libwayland-egl.so.1"],
            ["libxcb-cursor.so.0"],
        ),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, ["libxcb-cursor.so.0"], []),
        ({"QT_QPA_PLATFORM": "xcb"}, ["libxcb-cursor.so.0"], ["libxcb-cursor.so.0"]),
    ],
)
def test_only_what_is_used_is_missed(environment, absent, expected):
    """Libraries of a screen that is not there, or of the other kind of screen, are nobody's business."""
    found = missing(environment, platform="linux", load=loader(*absent))
    assert [one.file for one in found] == expected


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_nothing_is_missing(platform):
    """Qt's wheels bring everything there, and there is a screen."""
    assert missing({}, platform=platform, load=loader(*(one.file for one in ALWAYS))) == ()
    assert has_display({}, platform)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "minimal"}, False),
        ({"QT_QPA_PLATFORM": "vnc"}, True),
    ],
)
def test_whether_there_is_a_screen(environment, expected):
    """As Qt will see it."""
    assert has_display(environment, "linux") is expected


def test_the_packages_are_named_for_both_kinds_of_system():
    """Each once, on a line that can be copied."""
    said = in_words([*ALWAYS, *X11])
    assert "sudo apt install libegl1 libgl1 " in said
    assert "sudo dnf install libglvnd-egl libglvnd-glx " in said
    assert said.count("libglib2.0-0 ") == 1
    assert said.count(" libxcb ") == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux libraries")
def test_this_machine_can_open_windows_in_memory():
    """The list is tried against the real loader."""
    assert missing({"QT_QPA_PLATFORM": "offscreen"}) == ()
    assert (
        missing({"QT_QPA_PLATFORM": "offscreen"}, load=lambda _: (_ for _ in ()).throw(OSError))
        == ALWAYS
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux libraries")
def test_the_lists_are_what_qt_asks_for():
    """Read out of Qt's own files: a new Qt that needs another library fails here, not at somebody's desk."""
    import PySide6

    home = Path(PySide6.__file__).parent / "Qt"
    wanted = {
        "offscreen": (
            home / "plugins/platforms/libqoffscreen.so",
            *(home / f"lib/libQt6{one}.so.6" for one in ("Widgets", "PrintSupport", "Svg", "Test")),
        ),
        "xcb": (home / "plugins/platforms/libqxcb.so",),
        "wayland": (home / "plugins/platforms/libqwayland.so",),
    }
    always = {one.file for one in ALWAYS} | _OF_EVERY_SYSTEM
    everywhere = _needed(home, *wanted["offscreen"])
    assert everywhere <= always
    assert {one.file for one in ALWAYS} <= everywhere, "a library is asked for that nothing needs"
    assert _needed(home, *wanted["xcb"]) <= always | {one.file for one in X11}
    assert _needed(home, *wanted["wayland"]) <= always | {one.file for one in WAYLAND}


_OF_EVERY_SYSTEM = {
    f"lib{name}"
    for name in (
        "c.so.6", "m.so.6", "dl.so.2", "pthread.so.0", "resolv.so.2", "rt.so.1", "gcc_s.so.1", "stdc++.so.6",
    )
} | {"ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"}  # fmt: skip


def _needed(home, *files):
    """The libraries outside Qt that these files ask for, through Qt's own."""
    found, waiting, done = set(), list(files), set()
    while waiting:
        file = waiting.pop()
        done.add(file)
        for name in _asks_for(file.read_bytes()):
            inner = home / "lib" / name
            if not inner.exists():
                found.add(name)
            elif inner not in done:
                waiting.append(inner)
    return found


def _asks_for(elf):
    """DT_NEEDED of a 64-bit ELF file."""
    import struct

    (start,) = struct.unpack_from("<Q", elf, 0x20)
    size, count = struct.unpack_from("<HH", elf, 0x36)
    parts = [struct.unpack_from("<IIQQQQQQ", elf, start + n * size) for n in range(count)]
    loads = [(part[3], part[2], part[5]) for part in parts if part[0] == 1]
    dynamic = next(part for part in parts if part[0] == 2)
    entries = [struct.unpack_from("<QQ", elf, dynamic[2] + at) for at in range(0, dynamic[5], 16)]
    table = next(value for tag, value in entries if tag == 5)
    strings = next(
        offset + table - address
        for address, offset, length in loads
        if address <= table < address + length
    )
    for tag, value in entries:
        if tag == 1:
            yield elf[strings + value : elf.index(b"\0", strings + value)].decode()
