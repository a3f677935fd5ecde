"""How far the log had come when the vault was last shut: what doubts it when it is opened, and who remembers it."""

from __future__ import annotations

from pathlib import Path

from tvaerfaglig.services.session import Session
from tvaerfaglig.store import keyring_head, keys
from tvaerfaglig.store.key_errors import BrokenStateFile
from tvaerfaglig.store.remembered_head import RememberedHead, remembered_head
from tvaerfaglig.store.vault import Vault

_ROLLED_BACK = (
    "Boksen er ældre end sidst, den var åben på denne computer, eller noget er taget ud af den. "
    "Er den hentet frem fra en sikkerhedskopi, er det som ventet. Ellers: sig det til din leder."
)


def head_warning(vault: Vault, state: Path) -> str:
    """What to say to whoever opens a vault that this computer has seen further on."""
    try:
        known = remembered_head(state, vault.id)
    except BrokenStateFile as broken:
        return str(broken)
    return doubt_of(vault, known)


def doubt_of(vault: Vault, known: RememberedHead | None) -> str:
    if known is None or known.count == 0:
        return ""
    whole = vault.log.count() >= known.count and vault.log.head(known.count) == known.head
    return "" if whole else _ROLLED_BACK


def head_in_keyring(session: Session) -> RememberedHead | None:
    """What the login's keyring says the log had come to. Beside the vault: the keyring may be slow."""
    if keys.read(session.folder).is_demo:
        return None
    return keyring_head.recall(session.opened.vault_id)


def compare_head(session: Session, known: RememberedHead | None) -> str:
    """A warning when the keyring knows more than the vault does, and nothing has said so yet."""
    return doubt_of(session.vault, known) if _ROLLED_BACK not in session.warning else ""


def note_in_keyring(session: Session, known: RememberedHead) -> None:
    """Not of a demo, which is thrown away."""
    if not keys.read(session.folder).is_demo:
        keyring_head.note(session.opened.vault_id, known)
