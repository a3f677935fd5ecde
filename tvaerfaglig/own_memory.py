"""What the process holds in memory is nobody else's, and no more than it needs.

No core file, no other program of the same user looking in.

On Linux a crashed process may be written to disk whole, key and notes with it, and any program of the same
user may read it while it runs. Elsewhere the system has no such switch that a program could turn.
"""

from __future__ import annotations

import contextlib
import linecache
import sys

_PR_SET_DUMPABLE = 4


def keep() -> None:
    """As early as possible; where the platform has no such thing nothing is said."""
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def forget_sources() -> None:
    """PySide reads the source of every module that is loaded after it, and Python keeps it: 20 MB in the end.

    Nobody looks at it again; a traceback that is shown reads the lines it shows.
    """
    linecache.clearcache()
