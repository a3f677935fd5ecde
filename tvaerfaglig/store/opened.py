"""The master key while a vault is open, and the keys made from it for one purpose each.

Python cannot wipe memory: what takes the key away is that a lock ends the process.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

Purpose = Literal["sqlcipher", "header-mac", "backup"]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Opened:
    """One generation of the master key, and who opened it.

    ``older`` is set while a rekey is unfinished: the vault's file may still have that key.
    ``from_backup`` says that ``vault.keys`` was unusable and its backup opened instead.
    ``identity`` is the private half of this person's own key pair, and ``identity_broken`` that the one
    in her slot was not hers any more.
    """

    vault_id: str
    generation: int
    master: bytes = field(repr=False)
    person_id: str | None = None
    must_change: bool = False
    from_backup: bool = False
    older: Opened | None = None
    identity: str | None = field(default=None, repr=False)
    identity_broken: bool = False

    def subkey(self, purpose: Purpose) -> bytes:
        """32 bytes for one purpose; they tell nothing of the master key or of each other."""
        if purpose not in get_args(Purpose):
            raise ValueError(purpose)
        return derive(self.master, salt=self.vault_id.encode(), purpose=purpose)

    def __repr__(self) -> str:
        return "Opened(…)"


def derive(secret: bytes, *, salt: bytes, purpose: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = f"tvaerfaglig/1/{purpose}".encode()
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(secret)
