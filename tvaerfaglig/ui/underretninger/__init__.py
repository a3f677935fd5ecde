"""The place where underretninger are written: the list, the letter in three columns, and what follows.

`desk.go("underretninger", argument)`: None for the list (or the letter one is at), an underretning's id
to open it, a `NewLetter` (or "ny:CHILD") to begin one about a child.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NewLetter:
    """Begin a letter about this child; `follows` is the one that it comes after."""

    child: str
    follows: str = ""
