"""Where Python was when the whole process fell over: kept till the next start, said once, and gone.

Python itself writes it in the moment of the fall (threads, files, lines, functions; no value of anything).
"""

from __future__ import annotations

import contextlib
import faulthandler
import re
from pathlib import Path

_FILE = "nedbrud.txt"
_FRAME = re.compile(r'File "(?:.*[\\/])?([^"\\/]+)", line (\d+) in (\S+)')
_FELL = re.compile(r"^(?:Fatal Python error|Windows fatal exception): ([A-Za-z ]+)", re.MULTILINE)
_ITS_OWN = "Current thread "
_MOST, _SHOWN = 100_000, 25


def watch(state: Path) -> None:
    """From now on a fall is written there. The file stays open for as long as the process lives."""
    with contextlib.suppress(OSError):
        state.mkdir(parents=True, exist_ok=True, mode=0o700)
        faulthandler.enable((state / _FILE).open("w", encoding="utf-8"))


def last(state: Path) -> str:
    """The places of the last fall, the innermost first, without a folder's name; empty when there was none."""
    try:
        with (state / _FILE).open(encoding="utf-8", errors="replace") as file:
            said = file.read(_MOST)
    except OSError:
        return ""
    fell = _FELL.search(said)
    if not fell:
        return ""
    _, _, fallen = said.rpartition(
        _ITS_OWN
    )  # of all threads the one that fell; all where none is named
    frames = [f"{name}:{line} {function}" for name, line, function in _FRAME.findall(fallen)]
    return f"{fell.group(1).strip()} at {' < '.join(frames[:_SHOWN])}"
