"""Files as they come: read right, or refused in words, and never half."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.workbook.protection import WorkbookProtection

from tvaerfaglig.exchange import reading
from tvaerfaglig.exchange.errors import CannotRead
from tvaerfaglig.services.errors import Stopped

ROWS = [
    ["Navn", "Født", "Stue"],
    ["Søren Åkær", "1.2.22", "Solsikken"],
    ["Ida; Bo", "", "Kløveren"],
]


@pytest.fixture
def read(tmp_path):
    def write_and_read(content, name="liste", **kwargs):
        path = tmp_path / name
        path.write_bytes(content)
        return reading.read(path, **kwargs)

    return write_and_read


def as_csv(delimiter=";"):
    return "\r\n".join(delimiter.join(f'"{c}"' if ";" in c else c for c in row) for row in ROWS)


def as_xlsx(rows, **also):
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for change in also.values():
        change(book, sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


EXPECTED = (
    (1, ("Navn", "Født", "Stue")),
    (2, ("Søren Åkær", "1.2.22", "Solsikken")),
    (3, ("Ida; Bo", None, "Kløveren")),
)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_csv_of_any_delimiter_and_encoding(read, delimiter, encoding):
    """With and without a mark at the start."""
    assert read(as_csv(delimiter).encode(encoding)).rows == EXPECTED


def test_a_file_put_together_of_two_encodings(read):
    """Each line is read as what it is."""
    lines = as_csv().split("\r\n")
    mixed = (
        lines[0].encode("utf-8")
        + b"\n"
        + lines[1].encode("cp1252")
        + b"\n"
        + lines[2].encode("utf-8")
    )
    assert read(mixed).rows == EXPECTED


def test_csv_as_excel_says_its_delimiter(read):
    """Row numbers are those of the file."""
    found = read(("sep=,\r\n" + as_csv(",")).encode())
    assert [number for number, _ in found.rows] == [2, 3, 4]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing(read):
    """The rows after it are rows."""
    text = 'Navn;Stue\nIda "Bibi Holm;Sol\n"Bo Lind;Sol\n' + "\n".join(
        f"Barn {n};Sol" for n in range(30)
    )
    assert len(read(text.encode()).rows) == 33


def test_nuls_direction_marks_and_split_letters_are_cleaned(read):
    """And a name from right to left stays whole."""
    found = read("Navn;Stue\nA\u030ase\0 \u202eHolm;Sol\nליאור כהן;Sol".encode())
    assert [cells[0] for _, cells in found.rows] == ["Navn", "Åse Holm", "ליאור כהן"]


def test_a_workbook_with_days_numbers_and_text(read):
    """Whatever the file is called."""
    rows = [
        ROWS[0],
        ["Søren Åkær", datetime(2022, 2, 1), 7.0],
        ["Ida", date(2022, 2, 1), "=A1"[1:]],
    ]
    found = read(as_xlsx(rows), "liste.csv")
    assert found.rows[1:] == (
        (2, ("Søren Åkær", date(2022, 2, 1), 7)),
        (3, ("Ida", date(2022, 2, 1), "A1")),
    )


def test_the_first_sheet_with_something_in_it_and_another_when_asked(read):
    """Hidden ones are not offered."""

    def sheets(book, sheet):
        sheet.title = "Børn"
        book.create_sheet("Tom", 0)
        book.create_sheet("Mere").append(["x"])
        book.create_sheet("Skjult").sheet_state = "hidden"

    content = as_xlsx(ROWS, sheets=sheets)
    assert read(content).sheet == "Børn"
    assert read(content).sheets == ("Tom", "Børn", "Mere")
    assert read(content, sheet="Mere").rows == ((1, ("x",)),)


def test_a_formula_without_an_answer_is_said_and_not_read_as_text(read):
    """Openpyxl saves formulas without their values, as other programs do."""
    found = read(as_xlsx([["Navn", "Stue"], ["Ida", "=CONCATENATE(A1)"]]))
    assert found.rows[1] == (2, ("Ida",))
    assert found.asides == {
        2: ("En formel har intet svar i filen. Åbn listen i Excel, og gem den igen.",)
    }


def test_a_formula_with_an_answer_is_read_as_its_answer(read):
    """As a spreadsheet program saves it."""
    packed = zipfile.ZipFile(io.BytesIO(as_xlsx([["Navn", "Antal"], ["Ida", "=1+6"]])))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as again:
        for name in packed.namelist():
            part = packed.read(name)
            if name == "xl/worksheets/sheet1.xml":
                assert b"<v />" in part or b"<v></v>" in part or b"<v/>" in part
                part = part.replace(b"<v />", b"<v>7</v>").replace(b"<v></v>", b"<v>7</v>")
                part = part.replace(b"<v/>", b"<v>7</v>")
            again.writestr(name, part)
    found = read(out.getvalue())
    assert found.rows[1] == (2, ("Ida", 7))
    assert found.asides == {}


def test_a_protected_sheet_and_one_with_macros_are_read_and_nothing_is_run(read):
    """Protection without a password on the file only keeps people from typing in it."""

    def protect(book, sheet):
        sheet.protection.sheet = True
        book.security = WorkbookProtection(workbookPassword="x", lockStructure=True)

    content = as_xlsx(ROWS, protect=protect)
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 Sub AutoOpen")
    assert len(read(out.getvalue(), "liste.xlsm").rows) == 3


def test_a_cell_far_away_does_not_make_the_list_long(read):
    """A stray cell in the last row and column of the sheet."""

    def stray(_book, sheet):
        sheet["A190000"] = "Bo"

    assert len(read(as_xlsx(ROWS, stray=stray)).rows) == 4

    def wide(_book, sheet):
        sheet["XFD2"] = "x"

    assert "Listen" not in str(read(as_xlsx(ROWS, wide=wide)).rows[0])


def bomb():
    out = io.BytesIO(as_xlsx(ROWS))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/media/big.xml", b"<a>" + b" " * (90 << 20))
    return out.getvalue()


def with_entity():
    original = zipfile.ZipFile(io.BytesIO(as_xlsx(ROWS)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in original.namelist():
            content = original.read(name)
            if name == "xl/workbook.xml":
                content = b'<!DOCTYPE a [<!ENTITY x "hehe">]>' + content
            packed.writestr(name, content)
    return out.getvalue()


HOSTILE = {
    "nothing": (lambda: b"", "tom"),
    "only delimiters": (lambda: b";;;\n;;\n", "tom"),
    "a program": (lambda: b"MZ\x90\0" + bytes(range(256)) * 40, "et program"),
    "a pdf": (lambda: b"%PDF-1.7\n1 0 obj", "en PDF"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(500), "et billede"),
    "bytes": (lambda: bytes(range(256)) * 40, "ikke en liste"),
    "old or locked": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "gamle format"),
    "a web page": (lambda: b"<html><table><tr><td>Navn", "hjemmeside"),
    "another zip": (lambda: _zip({"a.txt": b"x"}), "ikke et regneark"),
    "half a workbook": (lambda: as_xlsx(ROWS)[:2000], "beskadiget"),
    "an empty workbook": (lambda: as_xlsx([]), "står ikke noget"),
    "a workbook of nothing": (lambda: _zip({"xl/workbook.xml": b"<a/>"}), "beskadiget"),
    "a bomb": (bomb, "fylder for meget"),
    "growing words": (with_entity, "beskadiget"),
    "wide": (lambda: (";".join("x" * 1 for _ in range(100_000)) + "\n").encode() * 2, "100000 kolonner"),
    "wide workbook": (lambda: as_xlsx([["x"] * 500]), "400 kolonner"),
    "long": (lambda: b"Navn\n" + b"Bo\n" * 20_100, "20.000 rækker"),
}  # fmt: skip


def _zip(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_list_is_refused_in_words(read, what):
    """A whole sentence that says what it is; nothing else comes out."""
    make, words = HOSTILE[what]
    with pytest.raises(CannotRead, match=words) as refused:
        read(make())
    assert str(refused.value).endswith((".", "?"))


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path):
    """50 MB of nothing."""
    path = tmp_path / "stor.csv"
    with path.open("wb") as file:
        file.truncate(50 << 20)
    with pytest.raises(CannotRead, match="fylder 50 MB"):
        reading.read(path)


def test_a_file_that_is_gone_or_a_folder_is_said(tmp_path):
    """Whatever the system calls it."""
    for path in (tmp_path / "væk.csv", tmp_path):
        with pytest.raises(CannotRead, match="kan ikke åbnes"):
            reading.read(path)


def test_reading_stops_when_asked(read):
    """In both kinds of file."""

    def stop(_done):
        raise Stopped("Stoppet.")

    rows = [["Navn"], *[[f"Barn {n}"] for n in range(500)]]
    for content in (as_xlsx(rows), "\n".join(r[0] for r in rows).encode()):
        with pytest.raises(Stopped):
            read(content, step=stop)
