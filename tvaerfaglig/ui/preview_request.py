"""What a page asks the preview to show: a paper that a service makes when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRequest:
    """One paper. `make` runs on the vault's thread; `warnings` stand beside the pages before print.

    A `make` that answers with `Pressed` brings the words of the paper and cautions of its own along;
    of plain bytes the words are read from the pages. `purpose_stands` is for a purpose that is settled.

    `document` is the word in the print log ("underretning"). `printable` is False for a paper that
    may only be looked at; `savable` is False for one that may only be printed (the recovery sheet).
    `word` makes the same paper as a Word file, where it may be had so.
    `children` are those on a paper that names several.
    `quiet` asks for no purpose and no receiver: of a sealed paper neither is noted.
    """

    title: str
    document: str
    make: Callable[[Session], bytes | Pressed]
    child: str = ""
    record: str = ""
    purpose: str = ""
    receiver: str = ""
    purpose_stands: bool = False
    warnings: tuple[str, ...] = ()
    savable: bool = True
    printable: bool = True
    quiet: bool = False
    children: tuple[str, ...] = ()
    word: Callable[[Session], bytes] | None = None
