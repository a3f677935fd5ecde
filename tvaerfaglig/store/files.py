"""Small files that are either the old one or the new one, whatever happens in between."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path


def write_atomically(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write beside, force to disk, then step into place; ``private`` lets only the owner read.

    The name beside is fixed, so that an interrupted writer leaves one stray file at most, and
    it is made anew each time, so that nobody's planted link is written through.
    """
    part = path.with_name(path.name + ".tmp")
    part.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(part, flags, 0o600 if private else 0o666), "wb") as out:  # noqa: PTH123 - a descriptor
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        if path.exists() and not private:
            shutil.copymode(path, part)  # a folder shared by several logins keeps its rights
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the new name itself durable, where the platform can (Windows cannot)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with contextlib.suppress(OSError):  # some network folders refuse; the file itself is safe
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
