"""Text on its way: kept within a second, private to its writer, offered again after a crash."""

from __future__ import annotations

from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.services.session import Session


def keep(session: Session, key: str, kind: str, content: str) -> str:
    """Keep the text (JSON of the form); the answer is the clock, for "Gemt 10.42"."""
    session.vault.save_draft(session.my_id, key, kind, content)
    now = session.now
    return f"{now.hour}.{now.minute:02d}"


def drop(session: Session, key: str) -> None:
    session.vault.drop_draft(session.my_id, key)


def mine(session: Session, kind: str = "") -> list[Draft]:
    """My drafts, the newest first; of one kind when it is named."""
    return [draft for draft in session.vault.drafts(session.my_id) if kind in {"", draft.kind}]


def one(session: Session, key: str) -> Draft | None:
    return next((draft for draft in mine(session) if draft.key == key), None)
