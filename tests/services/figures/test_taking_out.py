"""Figures as a file: what the page tells and nothing beside it, in numbers a spreadsheet can count with."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from tests.domain.figures.ten_years import ten_years
from tests.services.figures.written_down import write_down
from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.services.figures import as_rows
from tvaerfaglig.services.figures.page import SplitBy, Wanted
from tvaerfaglig.services.figures.reading import figures
from tvaerfaglig.services.figures.taking_out import Which, note_taken, take_out
from tvaerfaglig.services.lists.tables import Form
from tvaerfaglig.store import queries

ALL = Wanted(split=SplitBy.SAMLET)


@pytest.fixture
def hanne(world):
    session = world.session("hanne")
    facts = ten_years(120, seed=3, houses=1, before="m")
    with session.write() as pen:
        pen.put(replace(session.actor, houses=("mhus-0", "maelkeboetten")), "hanne")
    session.refresh()
    write_down(session, facts)
    return session


def _lines(taken):
    return list(csv.reader(io.StringIO(taken.content.decode("utf-8-sig")), delimiter=";"))


def test_a_workbook_has_numbers_and_beside_them_their_words(hanne):
    """The definitions and the words against reading a cause into them lie on a sheet of their own."""
    taken = take_out(hanne, ALL, Which.TAL, Form.XLSX)
    book = load_workbook(io.BytesIO(taken.content))
    numbers, notes = book.worksheets
    rows = list(numbers.iter_rows(min_row=2, values_only=True))
    assert len(rows) == taken.rows
    (median,) = (
        row[4]
        for row in rows
        if row[:2] == ("Fra bekymring til handling", "til samtale med forældrene")
        and row[3] == "median"
    )
    page = figures(hanne, ALL)
    times = page.figures.funnel.steps[0][1][0]
    assert median == pytest.approx(times.reached.median, abs=0.05)
    words = " ".join(str(cell) for row in notes.iter_rows(values_only=True) for cell in row)
    assert "ikke bevis for årsag" in words
    assert page.counted in words
    assert page.definitions.of("svar").what in words


def test_a_csv_file_is_one_table_with_its_words_under_it(hanne):
    """Decimals have a comma, as a Danish spreadsheet reads them."""
    lines = _lines(take_out(hanne, ALL, Which.TAL, Form.CSV))
    assert lines[0] == ["Tal", "Hvad", "Gruppe", "Måles", "Værdi", "Enhed"]
    assert any(re.fullmatch(r"\d+,\d", line[4]) for line in lines)
    assert any("ikke bevis for årsag" in line[1] for line in lines)


def test_what_the_page_hides_is_hidden_in_the_file(hanne):
    """Of two periods side by side the small one is no number, and neither is what would tell it."""
    wanted = Wanted(split=SplitBy.SKOLEAAR)
    page = figures(hanne, wanted)
    hidden = [one for one in as_rows.rows(page.figures, page.definitions) if one.value == "skjult"]
    assert hidden
    lines = _lines(take_out(hanne, wanted, Which.TAL, Form.CSV))
    said = {tuple(line[:4]): line[4] for line in lines if len(line) > 4}
    for one in hidden:
        name = page.definitions.of(one.figure).name
        assert said[name, one.what, one.group, one.measure] == "skjult"


def test_the_five_of_the_national_statistics_stand_by_themselves(hanne):
    """Date, age and sex, relation, reasons, municipality: each counted alone, and what is told adds up."""
    lines = _lines(take_out(hanne, ALL, Which.LANDSSTATISTIK, Form.CSV))
    counted = [line for line in lines[1:] if line[0] in {
        "År", "Alder", "Køn", "Afsenders relation", "Kommune", "Årsager"}]  # fmt: skip
    assert {line[0] for line in counted} == {
        "År", "Alder", "Køn", "Afsenders relation", "Kommune", "Årsager"
    }  # fmt: skip
    letters = figures(hanne, ALL).figures.house[0].letters
    assert [line[2] for line in counted if line[0] == "Kommune"] == [str(letters)]


@pytest.mark.parametrize("form", list(Form))
def test_no_id_and_no_name_leaves_with_it(hanne, form):
    """Neither of a child nor of a colleague, and no row is of one of them."""
    taken = take_out(hanne, ALL, Which.TAL, form)
    text = taken.content.decode("utf-8-sig") if form is Form.CSV else repr(
        [list(sheet.values) for sheet in load_workbook(io.BytesIO(taken.content))]
    )  # fmt: skip
    people = [*hanne.staff().values(), *(one.record for one in hanne.children().values())]
    for person in people:
        assert person.name not in text
    assert "mbarn-" not in text


def test_that_it_left_is_noted_without_anybody(hanne):
    """What for and to whom: in the house's own log, and in no child's."""
    taken = take_out(hanne, ALL, Which.TAL, Form.CSV)
    note_taken(hanne, taken, " Puljen ", "Styrelsen")
    noted = queries.all_of(hanne.vault, Printed)[0].record
    assert (noted.document, noted.purpose, noted.receiver) == ("tal", "Puljen", "Styrelsen")
    assert noted.about() == ()
