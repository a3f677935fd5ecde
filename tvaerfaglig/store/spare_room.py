"""A little room kept beside the open vault, given up at the lock: the last words find a place on a full disk.

It holds chance bytes and nothing else, for a disk may pack or skip what repeats itself.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

FILE = "vault.room"
_SIZE = 1 << 20


def keep_room(folder: Path) -> None:
    """Where there is none to keep, the vault opens without."""
    place = folder / FILE
    try:
        if not place.exists() or place.stat().st_size != _SIZE:
            place.write_bytes(os.urandom(_SIZE))
    except OSError:
        give_room(folder)


def give_room(folder: Path) -> None:
    with contextlib.suppress(OSError):
        (folder / FILE).unlink(missing_ok=True)
