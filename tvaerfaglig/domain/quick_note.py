"""Hurtig note: one line for one person, written where nobody has unlocked. It says who she is not, only for whom."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict, dataclass
from datetime import datetime

MOST = 400
_STEP = 512  # sealed notes are all of a size, so that their length tells nothing
_BREAKS = {"Cc", "Zl", "Zp", "Zs"}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickNote:
    """`person` is whom it waits for; nobody has proved who wrote it."""

    id: str
    vault_id: str
    person: str
    written_at: datetime
    text: str


def one_line(typed: str) -> str:
    """As it is kept: one line of printable words."""
    text = unicodedata.normalize("NFC", typed)
    kinds = ((sign, unicodedata.category(sign)) for sign in text)
    kept = "".join(" " if kind in _BREAKS else sign for sign, kind in kinds if kind != "Cf")
    return " ".join(kept.split())


def to_bytes(note: QuickNote) -> bytes:
    said = asdict(note) | {"written_at": note.written_at.isoformat(timespec="seconds")}
    content = json.dumps(said, ensure_ascii=False).encode()
    return content.ljust(-(-len(content) // _STEP) * _STEP)


def from_bytes(content: bytes) -> QuickNote | None:
    """None for what is no note: whoever can write in the folder can seal anything."""
    try:
        said = json.loads(content)
        parts = {name: said[name] for name in ("id", "vault_id", "person", "text")}
        at = datetime.fromisoformat(said["written_at"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not all(isinstance(part, str) for part in parts.values()) or at.tzinfo is None:
        return None
    named = parts["id"].isalnum() and parts["id"].isascii() and len(parts["id"]) == 32
    text = one_line(parts["text"])
    if not named or not text or len(text) > MOST:
        return None
    return QuickNote(**(parts | {"text": text}), written_at=at)
