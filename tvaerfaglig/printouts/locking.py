"""A PDF under lock: AES-256 (revision 6), the tags and the properties encrypted with the rest."""

from __future__ import annotations

import io
import secrets

import pikepdf


def locked(pdf: bytes, code: str) -> bytes:
    """The same paper, which opens with the code only. Screen readers may read it, and it may be printed."""
    out = io.BytesIO()
    encryption = pikepdf.Encryption(
        user=code,
        owner=secrets.token_urlsafe(24),  # nobody's: the code is the one way in
        R=6,
        aes=True,
        metadata=True,
        allow=pikepdf.Permissions(accessibility=True, extract=True),
    )
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        paper.save(out, encryption=encryption)
    return out.getvalue()
