"""Acts that leave a trace but hold no note: reading, printing, revealing, erasing, logging in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tvaerfaglig.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Record):
    """Someone opened a child, a record, a draft or a preview."""

    KIND: ClassVar[str] = "laest"

    child: str = ""
    record: str = ""
    what: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,) if self.child else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed(Record):
    """A paper left the program: printed, saved or copied, for which purpose and whom. Never the path.

    `children` are those on a table of many. `basis` is what it went out on, where that is asked about:
    a Basis, or that it stays in the house or goes to the family; `samtykke` is the consent.
    """

    KIND: ClassVar[str] = "udskrevet"

    child: str = ""
    record: str = ""
    document: str
    how: str
    purpose: str = ""
    receiver: str = ""
    at: str = ""
    children: tuple[str, ...] = ()
    basis: str = ""
    basis_text: str = ""
    samtykke: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,) if self.child else self.children

    def happened(self) -> str:
        return self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp(Record):
    """A copy of the vault was taken, opened again and read through. Never where it lies.

    `how`: by itself or by hand; `place`: beside the vault, at the second place, or one chosen this once.
    """

    KIND: ClassVar[str] = "sikkerhedskopi"

    at: str
    events: int = 0
    how: str = "manuel"
    place: str = "valgt"

    def happened(self) -> str:
        return self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesGone(Record):
    """Somebody took copies of the vault away; those that only grew old go without a note.

    `left` could not be reached or taken away. `why`: by hand, or because their keys open for someone removed.
    """

    KIND: ClassVar[str] = "kopier_fjernet"

    at: str
    count: int
    left: int = 0
    why: str = "manuel"

    def happened(self) -> str:
        return self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class CprShown(Record):
    KIND: ClassVar[str] = "cpr_vist"

    child: str
    reason: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased(Record):
    """Bodies and attachments that were lawfully erased: named by id, with the ground.

    `whole`: everything there was about the child; then her id is erased too, and stands for nobody.
    `drafts` is how many texts went that nobody had saved.
    """

    KIND: ClassVar[str] = "slettet"

    events: tuple[str, ...]
    attachments: tuple[str, ...] = ()
    ground: str
    child: str = ""
    whole: bool = False
    drafts: int = 0

    def about(self) -> tuple[str, ...]:
        return (self.child,) if self.child else ()

    @property
    def named(self) -> tuple[str, ...]:
        """Everything that an older copy, put back, has to erase again."""
        return (*self.events, *self.attachments, *((self.child,) if self.whole else ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Record):
    """In a child's own stream: the record of several children that she has a part in (decisions.md no. 10)."""

    KIND: ClassVar[str] = "henvisning"

    child: str
    target: str

    def about(self) -> tuple[str, ...]:
        return (self.child,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Record):
    """A file kept in the vault as chunks; `blob` names them."""

    KIND: ClassVar[str] = "bilag"

    child: str
    record: str = ""
    title: str
    media: str
    size: int
    blob: str
    sha256: str
    note: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def words(self) -> str:
        return self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Record):
    """The house's own choices: one record for the vault. No `consent_months` is the program's own number."""

    KIND: ClassVar[str] = "indstillinger"

    idle_minutes: int = 5
    proposals: bool = False
    scale: str = ""
    quiet_weeks: int = 5
    consent_months: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBroughtIn(Record):
    """A list from outside came in as one act. Named by ids and counts only: never the file, never a name.

    `new` and `changed` are (record, version); `house` is the version that made its new stuer.
    `undone` is the moment when all of it was taken back.
    """

    KIND: ClassVar[str] = "liste_hentet"

    what: str
    at: str
    house: str
    rows: int
    new: tuple[tuple[str, str], ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    stuer: str = ""
    undone: str = ""

    def happened(self) -> str:
        return self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnsChosen(Record):
    """Which column of a list holds what, remembered for the next list with the same headings."""

    KIND: ClassVar[str] = "kolonner"

    what: str
    columns: tuple[tuple[str, str], ...]
