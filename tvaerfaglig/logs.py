"""Logging that carries ids and places in the code, never names, notes, paths or values."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType


def frames_of(error: BaseException) -> str:
    """The class of an error and where it came from: file:line function, innermost last; no message."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [
        f"{frame.filename.replace(chr(92), '/').rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}"
        for frame in frames
    ]
    return f"{type(error).__name__} at {' < '.join(reversed(places))}"


def _note(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    note(error)


def note(error: BaseException) -> None:
    """Put an error in the log by its places in the code alone."""
    logging.getLogger("tvaerfaglig").error("%s", frames_of(error))


def install() -> None:
    """Send uncaught errors to the log without personal data, from every thread."""
    logging.basicConfig(
        level=logging.WARNING, format="%(levelname)s %(name)s %(message)s", stream=sys.stderr
    )
    sys.excepthook = _note
    threading.excepthook = lambda args: (
        _note(args.exc_type, args.exc_value, None) if args.exc_value else None
    )
