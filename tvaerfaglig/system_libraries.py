"""Which of the system's libraries the windows lack, and what their packages are called.

Qt's wheel brings Qt; what it expects of a Linux machine was read out of its files (PySide6 6.11). Without
this a missing one ends in a traceback, or in an abort before any window can say why.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Library:
    """A library by its file, and its package in Debian (and Ubuntu) and in Fedora."""

    file: str
    debian: str
    fedora: str


ALWAYS = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libX11.so.6", "libx11-6", "libX11"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libz.so.1", "zlib1g", "zlib"),
    Library("libzstd.so.1", "libzstd1", "libzstd"),
)
X11 = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    Library("libxcb.so.1", "libxcb1", "libxcb"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
)
WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
    Library("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl"),
)


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether there is a screen to open a window on."""
    if not platform.startswith("linux"):
        return True
    if chosen := environment.get("QT_QPA_PLATFORM", ""):
        return not chosen.startswith(("offscreen", "minimal"))
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def missing(
    environment: Mapping[str, str],
    *,
    platform: str = sys.platform,
    load: Callable[[str], object] = ctypes.CDLL,
) -> tuple[Library, ...]:
    """What the windows need here and the machine lacks; nothing on Windows and macOS."""
    if not platform.startswith("linux"):
        return ()
    lacks = _lacking(ALWAYS, load)
    ways = [_lacking(way, load) for way in _ways(environment)]
    if all(ways):  # one whole way to a screen is enough
        lacks += ways[0] if ways else []
    return tuple(lacks)


def _ways(environment: Mapping[str, str]) -> list[tuple[Library, ...]]:
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen:
        return [way for word, way in (("xcb", X11), ("wayland", WAYLAND)) if word in chosen]
    named = (("DISPLAY", X11), ("WAYLAND_DISPLAY", WAYLAND))
    return [way for variable, way in named if environment.get(variable)]


def _lacking(libraries: Iterable[Library], load: Callable[[str], object]) -> list[Library]:
    return [one for one in libraries if not _loads(one.file, load)]


def _loads(file: str, load: Callable[[str], object]) -> bool:
    try:
        load(file)
    except OSError:
        return False
    return True


def in_words(lacks: Iterable[Library]) -> str:
    """What to do about it, on either kind of system."""
    found = tuple(lacks)
    debian = " ".join(dict.fromkeys(one.debian for one in found))
    fedora = " ".join(dict.fromkeys(one.fedora for one in found))
    return (
        f"Computeren mangler det, vinduerne skal bruge: {', '.join(one.file for one in found)}.\n"
        "Bed den, der passer computeren, om at køre:\n"
        f"  Debian og Ubuntu:  sudo apt install {debian}\n"
        f"  Fedora:            sudo dnf install {fedora}"
    )
