"""A file on its way out of the program: whole or not at all, and for its owner's eyes only."""

from __future__ import annotations

import errno
from pathlib import Path

from tvaerfaglig.services.errors import ServiceError
from tvaerfaglig.store.files import write_atomically

_NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FULL = "Der er ikke plads til filen dér. Gør plads, eller vælg et andet sted."
_NOT_THERE = "Der kan ikke skrives i den mappe. Vælg en anden."


class NotSaved(ServiceError):
    """The place cannot be written in; nothing of the file lies there."""


def save_file(path: Path, content: bytes) -> None:
    """Write the file where the person wants it. Raises NotSaved in words."""
    try:
        write_atomically(path, content, private=True)
    except OSError as error:
        raise NotSaved(_FULL if error.errno in _NO_ROOM else _NOT_THERE) from error
