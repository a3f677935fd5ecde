"""A case about a member of staff: what it says to its parties, and the sealed envelope that the log keeps of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from tvaerfaglig.domain.record import Record, text_of

_ME = {"jeg", "mig", "mig selv", "jeg selv"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed(Record):
    """Only ciphertext, and the public keys it was sealed to: about nobody, with no day and no words to find."""

    KIND: ClassVar[str] = "forseglet"

    sealed: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What was seen or heard on a day, and apart from it what the one who wrote it thinks."""

    id: str
    day: date
    at: time | None = None
    place: str = ""
    seen: str = ""
    seen_by: str = ""
    thought: str = ""
    by: str = ""
    written: str = ""

    def whose_eyes(self, writer: str) -> str:
        """Who saw or told of it; "jeg" is the one who wrote it, whoever reads it."""
        return writer if self.seen_by.strip().strip(".").casefold() in _ME else self.seen_by


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCase:
    """Never stored but sealed. `leader` is whom it is shared with; empty when the writer goes to the municipality."""

    V: ClassVar[int] = 1

    concerning: str
    writer: str
    leader: str = ""
    entries: tuple[Noted, ...] = ()
    children: tuple[str, ...] = ()
    leader_did: str = ""
    next_step: str = ""
    next_on: date | None = None
    closed_on: date | None = None

    @property
    def parties(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, (self.writer, self.leader))))

    @property
    def in_order(self) -> tuple[Noted, ...]:
        """As it happened, the oldest first."""
        return tuple(sorted(self.entries, key=lambda one: (one.day, one.at or time(0), one.id)))

    def entry(self, entry_id: str) -> Noted | None:
        return next((one for one in self.entries if one.id == entry_id), None)

    def words(self) -> str:
        said = [text_of(one.place, one.seen, one.seen_by, one.thought) for one in self.entries]
        return text_of(self.concerning, *said, self.leader_did, self.next_step)
