"""What a page asks the preview to show: a paper that a service makes when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tvaerfaglig.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRequest:
    """One paper. `make` runs on the vault's thread; `warnings` stand above the pages before print.

    `document` is the word in the print log ("underretning"). `printable` is False for a paper that
    may only be looked at; `savable` is False for one that may only be printed (the recovery sheet).
    """

    title: str
    document: str
    make: Callable[[Session], bytes]
    child: str = ""
    record: str = ""
    purpose: str = ""
    warnings: tuple[str, ...] = ()
    savable: bool = True
    printable: bool = True
