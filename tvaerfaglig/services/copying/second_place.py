"""The second place: a drive or a folder that does not lie with the vault, chosen once by the leader.

Our copies lie there in a folder of their own, made when the place is chosen. That the folder is there
tells that the drive is: an empty mount point would take the copies and lose them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec

from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.vault import whereabouts
from tvaerfaglig.store.copy_notes import copy_notes, keep_copy_notes

FOLDER = "tvaerfaglig-kopier"
_ASK_AGAIN = timedelta(days=7)
SAME_DISK = (
    "Det ligger på den samme disk som boksen. Går disken i stykker, går begge. "
    "Et drev, I kan tage med jer, er bedre."
)
IN_A_CLOUD = (
    "Mappen ser ud til at blive kopieret til skyen. Kopien er krypteret, men spørg jeres it, "
    "om den må ligge dér."
)


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """The folder, what people call the drive, when the newest copy known to lie there was taken.

    `missing` is since when it could not be reached; `trouble` is why nothing could be written there.
    """

    folder: Path
    called: str
    there: datetime | None
    missing: datetime | None
    trouble: str

    @property
    def shelf(self) -> Path:
        return self.folder / FOLDER


def second_place(session: Session) -> SecondPlace | None:
    """None where none was chosen. For whoever opened the vault: her copies go there too."""
    notes = copy_notes(session.vault.db)
    if not notes.second:
        return None
    return SecondPlace(
        Path(notes.second),
        notes.called,
        moment(notes.there),
        moment(notes.missing),
        notes.second_trouble,
    )


def moment(noted: str) -> datetime | None:
    return datetime.fromisoformat(noted) if noted else None


def caution(session: Session, folder: Path) -> str:
    """What to say of a place before it is chosen; nothing of a good one. Asks the disk: not on the vault's thread."""
    if whereabouts.synced(folder):
        return IN_A_CLOUD
    try:
        same = folder.stat().st_dev == session.vault.folder.stat().st_dev
    except OSError:
        return ""
    return SAME_DISK if same else ""


def prepare(session: Session, folder: Path) -> Path:
    """Make our folder there. Raises Unclear where it lies with the vault, or nothing can be written."""
    leads(session)
    vault = session.vault.folder.resolve()
    if folder.resolve().is_relative_to(vault) or vault.is_relative_to(folder.resolve() / FOLDER):
        raise Unclear("Det er i boksens egen mappe. Vælg et drev eller en mappe et andet sted.")
    try:
        (folder / FOLDER).mkdir(exist_ok=True)
        trial = folder / FOLDER / ".skriver"
        trial.write_bytes(b"")
        trial.unlink()
    except OSError as trouble:
        raise Unclear("Der kan ikke skrives dér. Vælg et andet sted.") from trouble
    return folder


def choose(session: Session, folder: Path, called: str) -> None:
    """From now on every copy is carried there as well. `prepare` comes first."""
    leads(session)
    notes = copy_notes(session.vault.db)
    keep_copy_notes(
        session.vault.db,
        msgspec.structs.replace(
            notes,
            second=str(folder),
            called=called.strip() or folder.name,
            there="",
            missing="",
            ask_on="",
            second_trouble="",
        ),
    )


def leave(session: Session) -> None:
    """No more copies go there. Those that lie there stay."""
    leads(session)
    notes = copy_notes(session.vault.db)
    keep_copy_notes(
        session.vault.db,
        msgspec.structs.replace(
            notes, second="", called="", there="", missing="", second_trouble="", retire=0
        ),
    )


def put_off(session: Session) -> date:
    """Not now: Overblik asks again in a week; the answer is the day."""
    leads(session)
    on = session.today + _ASK_AGAIN
    notes = copy_notes(session.vault.db)
    keep_copy_notes(session.vault.db, msgspec.structs.replace(notes, ask_on=on.isoformat()))
    return on


def leads(session: Session) -> None:
    """Raises NotAllowed, in words."""
    if not session.actor.role.leads:
        raise NotAllowed("Lederen passer boksen og kopierne. Bed lederen om det.")
