"""A record as it stands in the vault: who wrote it, when, and how often it was changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar

from tvaerfaglig.domain.record import Record

R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Stored(Generic[R_co]):
    """The current version of a record. `version` is the id of the event that wrote it.

    `heads` has more than one id when two people wrote apart: both are kept until one merges.
    """

    id: str
    record: R_co
    version: str
    written_at: datetime
    written_by: str
    changed_at: datetime
    changed_by: str
    versions: int = 1
    heads: tuple[str, ...] = ()

    @property
    def conflict(self) -> bool:
        return len(self.heads) > 1

    @property
    def changed(self) -> bool:
        return self.versions > 1


def as_written(stored: Iterable[Stored[R]]) -> list[Stored[R]]:
    """In the order in which they were first written down: of two acts in one minute the last still counts."""
    return sorted(stored, key=lambda one: (one.written_at, one.id))


class Brief(NamedTuple, Generic[R]):
    """Of a current version only what it says, and who first wrote it: for lists that look through thousands."""

    id: str
    record: R
    written_by: str


@dataclass(frozen=True, slots=True)
class Version(Generic[R_co]):
    """One earlier or current version; `record` is None when its words were lawfully erased."""

    id: str
    record: R_co | None
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Text that its writer has not saved yet: private to her."""

    key: str
    kind: str
    content: str
    at: datetime
