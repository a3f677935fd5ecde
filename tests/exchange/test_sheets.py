"""Tables out: opened again they say what was put in, and nothing in them is ever worked out."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from openpyxl import load_workbook

from tvaerfaglig.exchange import reading
from tvaerfaglig.exchange.sheets import Sheet, as_csv, as_xlsx

FORMULAS = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("http://x";"klik")', "=cmd|' /C calc'!A0",
    "\t=1+1", "\r=1+1", "  =1+1", "＝1+1", '=IMPORTXML("http://x")', "-2+3+cmd|' /C calc'!A0",
]  # fmt: skip


def sheet(*rows):
    return Sheet("Børn", ("Navn", "Født", "Antal"), rows)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(text):
    """In a workbook it is text as typed; in CSV a »'« stands before it."""
    row = (text, date(2022, 2, 1), 7)
    cell = load_workbook(io.BytesIO(as_xlsx(sheet(row)))).active["A2"]
    assert cell.data_type == "s"
    assert cell.value == " ".join(text.split())
    assert cell.quotePrefix
    (_, line) = csv.reader(io.StringIO(as_csv(sheet(row)).decode("utf-8-sig")), delimiter=";")
    assert line[0].startswith("'")
    assert line[1:] == ["01-02-2022", "7"]


@pytest.mark.parametrize(
    "name", ["Søren Åkær", "d'Artagnan", "Ida; Bo", 'Ida "Bibi"', "ליאור", "O’Hara", ""]
)
def test_a_name_stays_a_name(name):
    """Nothing is put before what is no formula."""
    cell = load_workbook(io.BytesIO(as_xlsx(sheet((name, None, None))))).active["A2"]
    assert (cell.value or "") == name
    (_, line) = csv.reader(
        io.StringIO(as_csv(sheet((name, None, None))).decode("utf-8-sig")), delimiter=";"
    )
    assert line[0] == name


def test_headings_stay_in_sight_and_days_are_days():
    """And the properties name nobody."""
    book = load_workbook(io.BytesIO(as_xlsx(sheet(("Ida", date(2022, 2, 1), 7)))))
    page = book.active
    assert page.title == "Børn"
    assert page.freeze_panes == "A2"
    assert page["A1"].font.bold
    assert page["B2"].is_date
    assert page["B2"].number_format == "dd-mm-yyyy"
    assert page["C2"].value == 7
    assert page.column_dimensions["B"].width > 8
    assert not book.properties.creator
    assert not book.properties.lastModifiedBy


@pytest.mark.parametrize("make", [as_csv, as_xlsx])
def test_what_goes_out_can_come_in_again(make, tmp_path):
    """The program reads its own lists."""
    path = tmp_path / "liste"
    path.write_bytes(make(sheet(("Søren Åkær", date(2022, 2, 1), 7))))
    _, (number, cells) = reading.read(path).rows
    assert number == 2
    assert cells[0] == "Søren Åkær"
    assert cells[1] in {date(2022, 2, 1), "01-02-2022"}


def test_signs_that_a_workbook_cannot_hold_are_left_out():
    """Openpyxl refuses them; the rest of the text stands."""
    book = load_workbook(io.BytesIO(as_xlsx(sheet(("Ida\x00\x0b\x1f Holm\ufffe", None, 1)))))
    assert book.active["A2"].value == "Ida Holm"
