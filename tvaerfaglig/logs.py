"""Logging that carries ids and places in the code, never names, notes, paths or values."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from typing import Any

Report = Callable[[str], None]


def frames_of(error: BaseException) -> str:
    """The class of an error and where it came from: file:line function, innermost last; no message."""
    frames = traceback.extract_tb(error.__traceback__, limit=-_FRAMES)
    places = [
        f"{frame.filename.replace(chr(92), '/').rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}"
        for frame in frames
    ]
    return f"{type(error).__name__} at {' < '.join(reversed(places))}"


_FRAMES = 25


class _Framed(logging.Formatter):
    """Other people's libraries log an exception with its message; here only its places are written."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own name
        return frames_of(ei[1]) if ei[1] is not None else ""

    def formatStack(self, stack_info: str) -> str:  # noqa: N802 - logging's own name
        del stack_info
        return ""


def note(error: BaseException) -> None:
    """Put an error in the log by its places in the code alone."""
    logging.getLogger("tvaerfaglig").error("%s", frames_of(error))


def install(report: Report | None = None) -> None:
    """Send uncaught errors to the log without personal data, from every thread; `report` gets the places too."""
    if sys.stderr is not None:  # there is none where the program has no console
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(_Framed("%(levelname)s %(name)s %(message)s"))
        logging.basicConfig(level=logging.WARNING, handlers=[handler])

    def heard(error: BaseException | None) -> None:
        if error is None or isinstance(error, KeyboardInterrupt | SystemExit):
            return
        note(error)
        if report is not None:
            report(frames_of(error))

    sys.excepthook = lambda _kind, error, _trace: heard(error)
    threading.excepthook = lambda args: heard(args.exc_value)
    sys.unraisablehook = lambda args: heard(args.exc_value)
