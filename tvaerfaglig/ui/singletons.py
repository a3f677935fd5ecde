"""Keep None, True and False alive under a PySide6 that forgets to count them."""

from __future__ import annotations

import ctypes
import sys

IMMORTAL = 1 << 40
"""Never reached by forgetting one reference at a time, and far from what the field can hold."""


def keep_singletons() -> None:
    """Give the singletons so many references that losing some is harmless.

    WORKAROUND(PySide6 6.12.0 with Python 3.11): every method that returns None or a bool loses one
    reference to it (measured: 1000 calls, 999 references), so the program ends with »deallocating
    None« after some thousand events. Python 3.12 made these objects immortal and hides it. May go
    when Python 3.11 does, or when the count in tests/ui/test_singletons.py holds without it.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for thing in (None, True, False, NotImplemented):
        count = ctypes.c_ssize_t.from_address(id(thing))
        if count.value < IMMORTAL:
            count.value += IMMORTAL
