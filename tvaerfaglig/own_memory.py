"""What the process holds in memory is nobody else's, and no more than it needs.

No core file, no other program of the same user looking in.

On Linux a crashed process may be written to disk whole, key and notes with it, and any program of the same
user may read it while it runs. Elsewhere the system has no such switch that a program could turn.
"""

from __future__ import annotations

import contextlib
import linecache
import sys
from typing import Any

_PR_SET_DUMPABLE = 4
_M_TRIM_THRESHOLD, _M_ARENA_MAX = -1, -8  # of malloc.h


def keep() -> None:
    """As early as possible; where the platform has no such thing nothing is said."""
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        system = ctypes.CDLL(None, use_errno=True)
        with contextlib.suppress(OSError, AttributeError):
            system.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
        with contextlib.suppress(AttributeError):  # glibc has it, others do not
            _share(system)


def _share(system: Any) -> None:
    """One heap for all threads, for they take turns in Python anyway; what is freed at its end is given back."""
    system.mallopt(_M_ARENA_MAX, 1)
    system.mallopt(_M_TRIM_THRESHOLD, 64 * 1024)


def give_back() -> None:
    """Hand what was freed in the heap back to the system, where it can be asked to take it."""
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(AttributeError):
            ctypes.CDLL(None).malloc_trim(0)


def forget_sources() -> None:
    """PySide reads the source of every module that is loaded after it, and Python keeps it: 20 MB in the end.

    Nobody looks at it again; a traceback that is shown reads the lines it shows.
    """
    linecache.clearcache()


def let_go(package: str) -> None:
    """A package that has said what was to be known; whoever asks for it later loads it anew."""
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        del sys.modules[name]
