"""What was handed on about a child to the next house or school: what went along, what did not, and on which yes."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass
from datetime import date
from typing import ClassVar

from tvaerfaglig.domain.record import Record, moment, text_of

DOCUMENT = "overgangsark"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedPart:
    """One part under its heading, word for word as it left; `words` are the parents' own."""

    heading: str
    lines: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver(Record):
    """An overgangsark that left the house. `samtykke` is a consent's id, `left_out` what the parents kept here.

    It is as the paper was: no later correction changes what was told.
    """

    KIND: ClassVar[str] = "overlevering"

    child: str
    to: str
    day: date
    samtykke: str
    by: str
    parts: tuple[HandedPart, ...] = ()
    left_out: tuple[str, ...] = ()

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)

    def words(self) -> str:
        said = (line for part in self.parts for line in (part.heading, *part.lines, *part.words))
        return text_of(self.to, *said)

    @property
    def key(self) -> str:
        """The same sheet to the same house on one day is handed over once, however often it is printed."""
        told = repr(astuple(self)).encode()
        return f"{self.child}/{self.KIND}/{hashlib.sha256(told).hexdigest()[:20]}"
