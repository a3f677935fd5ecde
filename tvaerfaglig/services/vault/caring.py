"""Caring for the vault: where it lies, its copies, whether it is as it was written, and the recovery sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tvaerfaglig.domain.acts import BackedUp, Printed
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.progress import Tell, silent
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.vault import keeping, whereabouts
from tvaerfaglig.store import keys, queries
from tvaerfaglig.store.manifest import read_manifest

SHEET = "gendannelsesark"
_MOST_FLAWS = 5
_PARTS = {
    keeping.Check.PAGES: "Siderne i filen",
    keeping.Check.CHAIN: "Loggens kæde",
    keeping.Check.SIGNATURES: "Underskrifterne",
    keeping.Check.WORDS: "Teksterne og bilagene",
    keeping.Check.TABLES: "Tabellerne",
    keeping.Check.HEAD: "Loggens længde",
}


@dataclass(frozen=True, slots=True)
class Once:
    """When something was last done, and by whom."""

    day: date
    clock: str
    by: str


@dataclass(frozen=True, slots=True)
class VaultCare:
    """What the leader sees of the vault itself."""

    folder: Path
    caution: str
    idle_minutes: int
    last_sheet: Once | None
    today: date


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy that was opened again and read through."""

    folder: Path
    events: int


@dataclass(frozen=True, slots=True)
class PartChecked:
    """One of the things that were looked at, in the words of the page."""

    name: str
    tried: bool
    flaws: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    sound: bool
    events: int
    blobs: int
    parts: tuple[PartChecked, ...]


def care(session: Session) -> VaultCare:
    """Where the vault lies and how it is looked after. For the leader."""
    _leads(session)
    staff = {one: person.name for one, person in session.staff().items()}
    sheets = [one for one in queries.all_of(session.vault, Printed) if one.record.document == SHEET]
    return VaultCare(
        folder=session.vault.folder,
        caution=whereabouts.caution_of_vault(session.vault.folder),
        idle_minutes=session.settings().idle_minutes,
        last_sheet=_once(sheets[0].record.at, sheets[0].written_by, staff) if sheets else None,
        today=session.today,
    )


def _once(at: str, by: str, staff: dict[str, str]) -> Once:
    return Once(date.fromisoformat(at[:10]), at[11:16].lstrip("0").replace(":", "."), staff[by])


def copy(session: Session, dest: Path, tell: Tell = silent) -> Copied:
    """Copy the vault into `dest`. Touches nothing that belongs to the vault's thread, so it may run beside it."""
    _leads(session)
    made = keeping.backup(session, dest, tell)
    return Copied(made, read_manifest(made).events)


def note_copy(session: Session, copied: Copied) -> Changes:
    """Note that a good copy was taken, by whom and when."""
    at = session.now.isoformat(timespec="minutes")
    with session.write() as pen:
        pen.put(BackedUp(at=at, events=copied.events))
        return pen.changes


def check(session: Session, tell: Tell = silent) -> Checked:
    """Look at everything in the vault without writing; may run beside the vault's thread."""
    _leads(session)
    report = keeping.verify(session.vault.folder, session.opened, session.state, tell)
    parts = tuple(
        PartChecked(
            name,
            part not in report.untried,
            tuple(flaw.what for flaw in report.of(part)[:_MOST_FLAWS]),
        )
        for part, name in _PARTS.items()
    )
    return Checked(report.sound, report.events, report.blobs, parts)


def try_code(session: Session, typed: str) -> None:
    """Whether the code that was read from the sheet opens this vault. Raises CodeTypo or WrongCode, in words."""
    keys.unlock_with_code(session.vault.folder, typed)


def _leads(session: Session) -> None:
    if not session.actor.role.leads:
        raise NotAllowed("Lederen passer boksen. Bed lederen om det.")
