"""Files with bytes turned, cut and put in: each is read, or refused in words; no other way out."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import date

import pytest

from tests.exchange.test_reading import as_csv, as_xlsx
from tvaerfaglig.domain.lists.attendance_rows import read_attendance, shape_of
from tvaerfaglig.domain.lists.cells import words_of
from tvaerfaglig.domain.lists.child_rows import read_rows
from tvaerfaglig.domain.lists.headings import Field, find_headings, guess_all
from tvaerfaglig.exchange import reading
from tvaerfaglig.exchange.errors import CannotRead

TODAY = date(2026, 11, 12)
PIECES = [
    b"<", b">", b'"', b"999999999", b"-1", b"&", b"\x00", b"NaN", b"1e999", b"<row>", b"</c>", b't="d"',
    b'r="ZZZZ1"', b"\xff", b"<!ENTITY a>",
]  # fmt: skip


@pytest.fixture(scope="module")
def whole() -> bytes:
    return as_xlsx(
        [
            ["Navn", "Født", "CPR", "Dato", "Status"],
            ["Alma", "1.2.22", 313220000, date(2022, 1, 1), "x"],
            ["=1+1", "x", None, 44593, True],
        ]
    )


def spoiled(chance: random.Random, content: bytes) -> bytes:
    out = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(out) + 1)
        how = chance.random()
        if how < 0.4:
            out[at : at + chance.randint(0, 5)] = chance.choice(PIECES)
        elif how < 0.7 and out:
            out[at % len(out)] = chance.randrange(256)
        else:
            del out[at : at + chance.randint(1, 20)]
    return bytes(out)


def inside(chance: random.Random, content: bytes) -> bytes:
    """One part of the workbook spoiled, the package around it sound."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    hit, out = chance.choice(list(parts)), io.BytesIO()
    with zipfile.ZipFile(out, "w") as again:
        for name, part in parts.items():
            again.writestr(name, spoiled(chance, part) if name == hit else part)
    return out.getvalue()


def text(chance: random.Random, _content: bytes) -> bytes:
    encoding = chance.choice(["utf-8", "cp1252", "utf-16"])
    return spoiled(chance, as_csv(chance.choice(";,\t|")).encode(encoding))


@pytest.mark.parametrize("how", [spoiled, inside, text])
def test_a_damaged_file_is_read_or_refused(how, whole, tmp_path, times):
    """And what is read of it can be looked at as a list of children and of days."""
    read = refused = 0
    for seed in range(times(60, 3000)):
        path = tmp_path / "liste"
        path.write_bytes(how(random.Random(seed), whole))
        try:
            rows = reading.read(path).rows
        except CannotRead:
            refused += 1
            continue
        read += 1
        at = find_headings([cells for _, cells in rows])
        columns = guess_all([words_of(cell) for cell in rows[at][1]])
        list(read_rows(rows[at + 1 :], columns or {0: Field.NAME, 1: Field.BORN}, TODAY))
        shape = shape_of(rows, TODAY)
        if shape is not None:
            read_attendance(rows, shape, shape.crosses, TODAY)
    assert read + refused == times(60, 3000)
    assert refused or how is text
