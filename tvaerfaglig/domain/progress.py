"""How far long work has come, told as it goes, and the way to stop it half-way."""

from __future__ import annotations

from collections.abc import Callable

from tvaerfaglig.domain.errors import ForPeople

Tell = Callable[[float, str], None]
"""Called with a part between 0 and 1 and what is being done; raises `Stopped` where someone said stop."""


class Stopped(ForPeople):
    """Somebody said stop. Whoever works cleans up and lets it pass."""

    def __init__(self) -> None:
        super().__init__("Det blev stoppet. Intet er ændret.")


def silent(part: float, doing: str) -> None:
    """Nobody is listening, and nobody stops it."""
    del part, doing


def within(tell: Tell, start: float, end: float) -> Tell:
    """A stretch of longer work: its 0 to 1 is `start` to `end` of the whole."""

    def told(part: float, doing: str) -> None:
        tell(start + (end - start) * min(max(part, 0.0), 1.0), doing)

    return told
