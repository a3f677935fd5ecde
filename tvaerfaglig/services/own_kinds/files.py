"""Files of a house's own words: brought from outside, given on, and the id that is read off a name."""

from __future__ import annotations

from pathlib import Path

from tvaerfaglig.domain.kind_files.reading import LARGEST
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.store.files import write_atomically


def brought(file: Path) -> bytes:
    """What somebody brought, and one byte more than is taken where it is too large. Raises Unclear."""
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as reason:
        raise Unclear(f"»{file.name}« kan ikke læses. Ligger den der endnu?") from reason


def given(file: Path, text: str) -> None:
    """Raises Unclear when it cannot be saved there."""
    try:
        write_atomically(file, text.encode())
    except OSError as trouble:
        raise Unclear(
            f"»{file.name}« kunne ikke gemmes der. Vælg et andet sted, og prøv igen."
        ) from trouble


def id_of(name: str, most: int) -> str:
    """In small letters a–z, digits and hyphens; empty when the name has none."""
    plain = name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    words = "".join(one if one.isascii() and one.isalnum() else " " for one in plain).split()
    return "-".join(words)[:most].strip("-")
