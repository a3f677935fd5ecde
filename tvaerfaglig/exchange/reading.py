"""Read a list that a person chose, whatever it is called: by what is in it, never by its name."""

from __future__ import annotations

from pathlib import Path

from tvaerfaglig.exchange import csv_file, workbook
from tvaerfaglig.exchange.errors import CannotRead
from tvaerfaglig.exchange.listed import MOST_BYTES, Listed, Step

_NOT_LISTS = {
    b"MZ": "et program",
    b"\x7fELF": "et program",
    b"%PDF": "en PDF. Bed om listen som regneark (.xlsx) eller CSV",
    b"\x89PNG": "et billede",
    b"\xff\xd8\xff": "et billede",
    b"GIF8": "et billede",
    b"Rar!": "en pakket mappe. Pak den ud først",
    b"7z\xbc\xaf": "en pakket mappe. Pak den ud først",
    b"\x1f\x8b": "en pakket fil. Pak den ud først",
    b"{\\rtf": "et tekstdokument. Bed om listen som regneark (.xlsx) eller CSV",
    b"SQLite format 3": "en database",
}
_OLD_OR_LOCKED = (
    "Filen er enten låst med en adgangskode eller gemt i det gamle format .xls. "
    "Åbn den i Excel, og gem den som .xlsx uden adgangskode."
)


def read(path: Path, *, sheet: str = "", step: Step = lambda _: None) -> Listed:
    """The list in the file. Raises CannotRead in words, and whatever `step` raises to stop."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise CannotRead(
                f"Filen fylder {size >> 20} MB. En liste kan højst fylde {MOST_BYTES >> 20} MB."
            )
        content = path.read_bytes()
    except OSError as error:
        raise CannotRead("Filen kan ikke åbnes. Er den åben i et andet program?") from error
    if not content.strip(b"\0\r\n\t ,;"):
        raise CannotRead("Filen er tom.")
    _is_a_list(content)
    if content.startswith(b"PK"):
        return workbook.read(content, sheet=sheet, step=step)
    return csv_file.read(content, step=step)


def _is_a_list(content: bytes) -> None:
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise CannotRead(_OLD_OR_LOCKED)
    for opening, what in _NOT_LISTS.items():
        if content.startswith(opening):
            raise CannotRead(f"Filen er ikke en liste, men {what}.")
    start = content[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<html", b"<!doctype", b"<?xml", b"<table")):
        raise CannotRead(
            "Filen er en hjemmeside, der er gemt som regneark. Åbn den i Excel, og gem den som .xlsx."
        )
