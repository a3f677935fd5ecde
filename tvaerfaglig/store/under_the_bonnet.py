"""What the store is made of, as it runs: read from the open database, the key file and the code itself."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.store import migrations
from tvaerfaglig.store.driver import spoken, sql
from tvaerfaglig.store.key_file import Kdf
from tvaerfaglig.store.key_folder import verified
from tvaerfaglig.store.opened import Opened
from tvaerfaglig.store.passwords import MIN_CHARACTERS, MIN_WORDS
from tvaerfaglig.store.recovery_code import SECRET_BYTES
from tvaerfaglig.store.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Under:
    """Names and figures of what locks the vault."""

    cipher: str
    provider: str
    provider_version: str
    page_size: str
    page_seal: str
    sqlite: str
    cryptography: str
    kdf: Kdf
    demo: bool
    key_bits: int
    recovery_bits: int
    least_characters: int
    least_words: int
    people: int
    schema: int
    pragmas: tuple[tuple[str, str], ...]


def under_the_bonnet(vault: Vault, opened: Opened) -> Under:
    """Asked of what is loaded now, so that the paper cannot say another version than the one that runs."""
    from cryptography.hazmat.backends.openssl.backend import backend

    header = verified(vault.folder, opened)
    with spoken():
        ask = _Asker(vault)
        return Under(
            cipher=ask("cipher_version"),
            provider=ask("cipher_provider"),
            provider_version=ask("cipher_provider_version"),
            page_size=ask("cipher_page_size"),
            page_seal=ask("cipher_hmac_algorithm"),
            sqlite=str(sql.sqlite_version),
            cryptography=backend.openssl_version_text(),
            kdf=header.kdf,
            demo=header.demo,
            key_bits=8 * len(opened.master),
            recovery_bits=8 * SECRET_BYTES,
            least_characters=MIN_CHARACTERS,
            least_words=MIN_WORDS,
            people=len(header.people),
            schema=migrations.applied(vault.db),
            pragmas=tuple(
                (name, ask(name)) for name in ("journal_mode", "secure_delete", "synchronous")
            ),
        )


class _Asker:
    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def __call__(self, pragma: str) -> str:
        row = self._vault.db.conn.execute(f"PRAGMA {pragma}").fetchone()
        return str(row[0]) if row else ""
