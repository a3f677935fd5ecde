"""How far somebody is with Spørg mig in one letter: what was answered, and where the answer stands.

The words themselves stand in the letter and nowhere else; here is only their fingerprint, so that an
answer can be found again and mended while nobody has written in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.record import Record


class Way(StrEnum):
    """Answered, honestly not known, or passed by for now."""

    ANSWERED = "svar"
    UNKNOWN = "ved_ikke"
    PASSED = "sprunget"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """One question; `print` is the fingerprint of what was written, `lines` how many lines it is."""

    key: str
    way: Way
    lines: int = 0
    print: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Record):
    """Record id = "{underretning}/spoerg_mig": what one has answered another need not be asked."""

    KIND: ClassVar[str] = "spoerg_mig"

    underretning: str
    child: str
    at: str = ""
    handled: tuple[Handled, ...] = ()

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def find(self, key: str) -> Handled | None:
        return next((one for one in self.handled if one.key == key), None)

    def with_one(self, handled: Handled) -> Told:
        """In the place where it stood, else last: the order is the one they were answered in."""
        if self.find(handled.key) is None:
            return replace(self, handled=(*self.handled, handled))
        changed = tuple(handled if one.key == handled.key else one for one in self.handled)
        return replace(self, handled=changed)

    def without(self, key: str) -> Told:
        return replace(self, handled=tuple(one for one in self.handled if one.key != key))
