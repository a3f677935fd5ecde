"""Where the files lie that come with the program, also when it is frozen into an installer."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """The folder of everything a municipality may change without a programmer."""
    frozen = getattr(sys, "_MEIPASS", None)
    home = Path(frozen) if frozen else Path(__file__).resolve().parents[1]
    return home / "resources"
