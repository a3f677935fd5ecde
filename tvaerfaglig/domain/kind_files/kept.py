"""What a vault keeps of kinds that are files: a house's own, word for word, and which others it does without."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptKind(Record):
    """A kind that the house made or brought in, word for word: whatever was written by it finds it here for ever.

    The record's id is its reference, the kind's own id and the fingerprint of its text. `gone` is no
    longer offered.
    """

    name: str
    text: str
    gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KindsPutAway(Record):
    """Which of the program's own kinds the house does not use, by their ids: one record for the vault."""

    ids: tuple[str, ...] = ()
