"""CSV as it is found in the wild: any of four delimiters, three encodings, also mixed in one file."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from tvaerfaglig.domain.lists.cells import Cell, clean
from tvaerfaglig.exchange.errors import CannotRead
from tvaerfaglig.exchange.listed import MOST_COLUMNS, MOST_ROWS, Listed, Row, Step

_DELIMITERS = ";,\t|"
_LOOKED_AT = 30
_LONGEST = 20_000  # signs in one cell
_EVERY = 200
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def read(content: bytes, *, step: Step = lambda _: None) -> Listed:
    """The rows of the file. Raises CannotRead in words."""
    text = _decoded(content)
    named = re.match(r'"?sep=(.)"?\r?\n', text)
    if named:
        text = text[named.end() :]
    delimiter = named[1] if named else _delimiter(text)
    first = 2 if named else 1
    try:
        return Listed(_rows(text, delimiter, first, step))
    except _RunsOn:  # a quotation mark that is never closed
        return Listed(_rows(text, delimiter, first, step, quoted=False))


class _RunsOn(Exception):
    """A cell goes on over many lines."""


def _decoded(content: bytes) -> str:
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), "")
    if not encoding and content[:2000].count(b"\0") > len(content[:2000]) / 3:
        encoding = "utf-16-be" if content[0] == 0 else "utf-16-le"
    try:
        text = content.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        if encoding and encoding != "utf-8-sig":
            raise CannotRead(_UNREADABLE) from None
        text = "".join(map(_line, content.splitlines(keepends=True)))
    strange = sum(sign < " " and sign not in "\r\n\t" for sign in text[:20_000])
    if strange > len(text[:20_000]) / 50 + 4:
        raise CannotRead(_UNREADABLE)
    return text.replace("\0", "")


_UNREADABLE = "Filen er ikke en liste med tekst. Bed om den som regneark (.xlsx) eller CSV."


def _line(line: bytes) -> str:
    """One line of a file that is put together from others'."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    """The sign that stands equally often in most lines."""
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]
    best, most = ";", 0.0
    for sign in _DELIMITERS:
        counts = Counter(re.sub(r'"[^"]*"', "", line).count(sign) for line in lines)
        counts.pop(0, None)
        if not counts:
            continue
        number, often = counts.most_common(1)[0]
        weight = often + number / 100
        if weight > most:
            best, most = sign, weight
    return best


def _rows(
    text: str, delimiter: str, first: int, step: Step, *, quoted: bool = True
) -> tuple[Row, ...]:
    rows: list[Row] = []
    lines = io.StringIO(text, newline="")
    reader = (
        csv.reader(lines, delimiter=delimiter)
        if quoted
        else csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    )
    try:
        before = 0
        for cells in reader:
            number, before = before + first, reader.line_num
            if before % _EVERY == 0:
                step(len(rows))
            made = _cells(cells)
            if made:
                rows.append((number, made))
            if len(rows) > MOST_ROWS:
                raise CannotRead(f"Listen har flere end {MOST_ROWS:,} rækker.".replace(",", "."))
    except csv.Error as error:
        if not quoted:
            raise CannotRead(_UNREADABLE) from error
        raise _RunsOn from error
    return tuple(rows)


def _cells(cells: list[str]) -> tuple[Cell, ...]:
    if len(cells) > MOST_COLUMNS:
        raise CannotRead(f"Listen har {len(cells)} kolonner. Der er plads til {MOST_COLUMNS}.")
    if any(cell.count("\n") > 5 or len(cell) > _LONGEST for cell in cells):
        raise _RunsOn
    made = [clean(cell) or None for cell in cells]
    while made and made[-1] is None:
        made.pop()
    return tuple(made)
