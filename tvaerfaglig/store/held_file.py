"""A file that one process holds, and in which it says who it is.

The system lets go when the process dies, however it dies, so what is said never outlives who said it.
Where a folder is merely synchronised between computers the hold does not carry; there the note's last
sign of life is what tells.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

_TRIES, _PAUSE = 15, 0.02  # whoever only looks holds it for a moment too
_FAR = 1 << 20  # on Windows a held byte cannot be read: hold one behind the words
_MOST = 4096


class Held(Exception):
    """Another process holds the file."""


class HeldFile:
    """Held from the making until `release`; `say` replaces what stands in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        for _ in range(_TRIES):
            handle = _open(path)
            try:
                if _lock(handle, alone=True) and _is_still(handle, path):
                    self._handle = handle
                    return
            except BaseException:
                os.close(handle)
                raise
            os.close(handle)
            time.sleep(_PAUSE)
        raise Held

    def say(self, words: bytes) -> None:
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, words[:_MOST])
        os.ftruncate(self._handle, len(words[:_MOST]))

    def release(self) -> None:
        """Let go, and take the file away; safe to call again."""
        handle, self._handle = self._handle, -1
        if handle < 0:
            return
        with contextlib.suppress(OSError):  # a medium that has gone away took the file with it
            os.ftruncate(handle, 0)
        if sys.platform != "win32":
            with contextlib.suppress(OSError):
                self.path.unlink()
        os.close(handle)
        if sys.platform == "win32":  # an open file cannot go there
            with contextlib.suppress(OSError):
                self.path.unlink()


def _open(path: Path) -> int:
    """Where several logins share the folder, one that another left when it died may not be ours to write in."""
    how = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, how, 0o666)
    except PermissionError:
        if look(path)[0]:
            raise Held from None
        path.unlink()
        return os.open(path, how, 0o666)


def look(path: Path) -> tuple[bool, bytes]:
    """Whether somebody holds the file, and what is said in it; nothing is said where none lies."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return False, b""
    try:
        free = _lock(handle, alone=False)
        return not free, os.read(handle, _MOST)
    except OSError:
        return False, b""
    finally:
        os.close(handle)


def _is_still(handle: int, path: Path) -> bool:
    """Not one that its holder took away between our opening and our holding."""
    if sys.platform == "win32":
        return True
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":

    def _lock(handle: int, *, alone: bool) -> bool:
        import msvcrt

        del alone  # there is only the one kind, and closing ends it
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

else:

    def _lock(handle: int, *, alone: bool) -> bool:
        import fcntl

        try:
            fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
