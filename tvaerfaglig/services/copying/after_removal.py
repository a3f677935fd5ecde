"""When somebody's way in was taken away: the copies from before still open with her key, and may go.

A new copy is taken first. What lies where nobody can reach it now goes as soon as it can be reached: the
decision stands in the vault's notes until then.
"""

from __future__ import annotations

from dataclasses import replace

import msgspec

from tvaerfaglig.services.copying import daily
from tvaerfaglig.services.copying.daily import Errand
from tvaerfaglig.services.copying.second_place import SecondPlace, leads
from tvaerfaglig.services.copying.shelves import CopyRow, Shelves, shelves
from tvaerfaglig.services.session import Session
from tvaerfaglig.store.copy_notes import copy_notes, keep_copy_notes


def still_open(session: Session, second: SecondPlace | None, person_id: str) -> Shelves:
    """The copies, of those we keep, that her password still opens. Asks the disks."""
    found = shelves(session, second)
    hers: tuple[CopyRow, ...] = tuple(
        one for one in found.copies if person_id in one.opens_for and not one.fits
    )
    return replace(found, copies=hers)


def decide(session: Session) -> Errand:
    """A new copy now, and those with older keys away. For the leader; `daily.run` does it."""
    leads(session)
    generation = session.opened.generation
    notes = copy_notes(session.vault.db)
    keep_copy_notes(session.vault.db, msgspec.structs.replace(notes, retire=generation))
    return replace(daily.by_hand(session), retire=generation)
