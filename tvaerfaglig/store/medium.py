"""Whether the place a vault lies in can be written; asked without leaving anything there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_FILES = ("vault.db", "vault.keys")


def only_reads(folder: Path) -> bool:
    """A disc, a locked stick, a folder or a file that someone took the right to write from."""
    if sys.platform == "win32":
        return not _can_be_written(folder)
    places = [folder, *(folder / name for name in _FILES if (folder / name).exists())]
    return folder.is_dir() and not all(os.access(place, os.W_OK) for place in places)


def _can_be_written(folder: Path) -> bool:
    """Windows says of a folder only by trying; the file goes in the moment it is closed."""
    import tempfile

    try:
        for name in _FILES:
            with (folder / name).open("r+b"):
                pass
        with tempfile.TemporaryFile(dir=folder):
            return True
    except FileNotFoundError:
        return True
    except OSError:
        return False
