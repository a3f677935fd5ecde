"""What may be known at the door before anyone has typed a password; light, for the start waits for it.

Nothing here opens a vault: what does lies in `entering`, which is loaded while the person types.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tvaerfaglig.store import door_sign, medium

_APP = "Tværfaglig"
LOGINS = "log-ins.txt"
WHERE = "boks.sti"


@dataclass(frozen=True, slots=True)
class PersonAtDoor:
    id: str
    name: str
    role_word: str
    must_change: bool


@dataclass(frozen=True, slots=True)
class Door:
    """What stands in clear beside the vault: the house and the people who have a key."""

    vault_id: str
    house: str
    people: tuple[PersonAtDoor, ...]
    has_recovery: bool
    demo: bool


@dataclass(frozen=True, slots=True)
class Login:
    """One of a demo's log-ins."""

    name: str
    role: str
    password: str


def vault_dir() -> Path:
    """Where the user's own vault lies unless she chose another place."""
    import platformdirs

    return Path(platformdirs.user_data_dir(_APP, appauthor=False)) / "boks"


def state_dir() -> Path:
    """Where this computer keeps its device key and the vault's last head: never in the vault's folder."""
    import platformdirs

    return Path(platformdirs.user_state_dir(_APP, appauthor=False))


def usual_vault(state: Path) -> Path:
    """The vault of this login: the one founded last, else the place where one would be made."""
    try:
        kept = Path((state / WHERE).read_text(encoding="utf-8").strip())
    except (OSError, ValueError):
        return vault_dir()
    return kept if kept.is_absolute() and is_vault(kept) else vault_dir()


def only_reads(folder: Path) -> bool:
    """Whether nothing can be written where the vault lies; it then opens for the leader alone."""
    return medium.only_reads(folder)


def is_vault(folder: Path) -> bool:
    return (folder / "vault.keys").exists() or (folder / "vault.db").exists()


def is_copy(folder: Path) -> bool:
    """A sikkerhedskopi: it is brought back, never opened where it lies, or it would no longer be one."""
    return (folder / "manifest.json").is_file()


def look(folder: Path) -> Door:
    """House and names for the lock screen. Nothing here is vouched for until someone unlocks."""
    sign = door_sign.read(folder)
    if sign is not None:
        people = tuple(PersonAtDoor(*one) for one in sign.people)
        return Door(sign.vault_id, sign.house, people, sign.has_recovery, sign.is_demo)
    return _closer(folder)


def _closer(folder: Path) -> Door:
    """What the whole reading finds: in the backup, or a sentence why it cannot be read."""
    from tvaerfaglig.store import keys

    header = keys.read(folder)
    people = tuple(
        PersonAtDoor(one.person_id, one.name, one.role_word, one.must_change)
        for one in header.people
    )
    return Door(header.vault_id, header.house, people, header.has_recovery, header.is_demo)


def read_logins(folder: Path) -> list[Login]:
    """The log-ins that lie beside a demo's vault; none beside another."""
    path = folder.parent / LOGINS
    if not path.exists():
        return []
    rows = [line.split(" · ") for line in path.read_text(encoding="utf-8").splitlines()]
    return [Login(*row) for row in rows if len(row) == 3]
