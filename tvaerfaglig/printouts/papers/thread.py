"""The thread of a concern on paper: what was done, by whom, and what came of it, in the order of time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """One step: `effect` is what came of it, as far as anybody has written it."""

    day: str
    what: str
    who: str = ""
    effect: str = ""


@dataclass(frozen=True, slots=True)
class ThreadOnPaper:
    """One concern, masked already, with its steps."""

    concern: str
    rows: tuple[ThreadRow, ...]
