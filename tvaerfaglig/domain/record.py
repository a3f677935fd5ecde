"""What every record can say of itself: whom it is about, when it happened, and which words to find it by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The smallest thing that two people may edit apart. Stored as JSON under `KIND`, version `V`."""

    KIND: ClassVar[str] = ""
    V: ClassVar[int] = 1

    def about(self) -> tuple[str, ...]:
        """Ids of the children this is about; empty for things of the house."""
        return ()

    def happened(self) -> str:
        """ISO day or day and time that places it on a timeline; empty when it has no day."""
        return ""

    def state(self) -> str:
        """A word that lists filter on, such as "kladde"; empty when it has none."""
        return ""

    def words(self) -> str:
        """The text that search reads; empty keeps the record out of search."""
        return ""


def moment(day: object, at: object = None) -> str:
    """ISO text that sorts: "2026-11-10" or "2026-11-10T08:15"."""
    return f"{day}" if at is None else f"{day}T{str(at)[:5]}"


def text_of(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
