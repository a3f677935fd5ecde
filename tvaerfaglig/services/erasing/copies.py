"""After an erasure: a new copy, and those that still hold what was erased away. Their own rules keep the rest."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.copying import daily, shelves
from tvaerfaglig.services.copying.daily import Done as Copied
from tvaerfaglig.services.copying.daily import Errand
from tvaerfaglig.services.copying.second_place import SecondPlace, second_place
from tvaerfaglig.services.copying.shelves import CopyRow, ThrownAway
from tvaerfaglig.services.erasing.acts import Done
from tvaerfaglig.services.erasing.periods import leads
from tvaerfaglig.services.session import Session
from tvaerfaglig.store.errors import NotACopy
from tvaerfaglig.store.manifest import read_manifest

WHY = "sletning"


@dataclass(frozen=True, slots=True)
class Renewal:
    """What is asked of the vault first: the copy to take, and where the second place is."""

    errand: Errand
    second: SecondPlace | None


@dataclass(frozen=True, slots=True)
class Renewed:
    """A new copy, and how many older ones went. `trouble` is a sentence; then none went."""

    copied: Copied
    thrown: ThrownAway
    trouble: str = ""

    @property
    def gone(self) -> int:
        return self.thrown.gone

    @property
    def left(self) -> int:
        return self.thrown.left


def errand(session: Session) -> Renewal:
    """On the vault's thread."""
    leads(session)
    return Renewal(daily.by_hand(session), second_place(session))


def renew(session: Session, wanted: Renewal, done: Done) -> Renewed:
    """Take the copy, then throw away those that do not know of the erasure. Beside the vault's thread."""
    leads(session)
    copied = daily.run(session, wanted.errand)
    if copied.made is None:
        return Renewed(copied, ThrownAway(0), copied.trouble or "Kopien blev ikke taget.")
    known = {done.child} if done.child else set()
    found = shelves.shelves(session, wanted.second)
    older = frozenset(one.name for one in found.copies if not one.newest and not _knows(one, known))
    return Renewed(copied, shelves.throw_out(session, wanted.second, older), copied.second_trouble)


def _knows(copy: CopyRow, erased: set[str]) -> bool:
    try:
        return bool(erased) and set(read_manifest(copy.folder).erased) >= erased
    except NotACopy:
        return True


def note(session: Session, made: Renewed) -> Changes:
    """Both acts stand in the log."""
    leads(session)
    changes = daily.note(session, made.copied)
    return changes + shelves.note_gone(session, made.thrown, WHY)
