"""What can go wrong with the vault, each with a sentence that says what to do."""

from __future__ import annotations

import time

from tvaerfaglig.domain.errors import ForPeople


class VaultError(ForPeople):
    """The surroundings' fault. The message is for the person at the screen."""


class CannotOpen(VaultError):
    """The key is wrong or the file is damaged: the cipher cannot tell which."""


class TooOld(VaultError):
    """The SQLite in this program could lose pages (the WAL-reset fault); it refuses to start."""


class NewerVault(VaultError):
    """The vault was migrated by a newer program than this one."""


class DiskFull(VaultError):
    """There is no room; nothing of the last act was written."""


class ReadOnly(VaultError):
    """The medium cannot be written."""


class Refused(VaultError):
    """A seatbelt in the vault held: something tried to change what never changes."""


class ClockWrong(VaultError):
    """The computer's clock is so far ahead that nothing more is written by it."""

    def __init__(self, now_ms: int) -> None:
        year = time.gmtime(now_ms // 1000).tm_year
        super().__init__(
            f"Computerens ur står på år {year}, og det kan ikke passe. Teksten ligger her endnu. "
            "Stil uret, så kan du gemme igen."
        )


class NotCopied(VaultError):
    """No copy was made, or a copy could not be brought to its place; nothing half-made is left."""

    def __init__(self, message: str = "") -> None:
        super().__init__(
            message or "Kopien kunne ikke skrives. Se, om der er plads, eller vælg et andet sted."
        )


class NotACopy(VaultError):
    """What should be a copy of a vault is none, or is damaged."""

    def __init__(self, message: str = "") -> None:
        super().__init__(
            message or "Mappen er ikke en sikkerhedskopi. Vælg en mappe med manifest.json i."
        )
