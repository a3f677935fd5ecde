"""An attendance list from a file to the child's timeline and back, in the real house."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.ui.accessibility import nameless
from tests.ui.children.test_timeline_tab import telling
from tests.ui.clipping import clipped
from tvaerfaglig.domain.attendance import Attendance
from tvaerfaglig.store import queries
from tvaerfaglig.ui.children.timeline.entries import entries, rows
from tvaerfaglig.ui.theme import Mode

TEXT = "Navn;26.10.2026;27.10.2026\nAlma Nowak;x;syg\nBertil Kjær;x;hm\nUkendt Barn;x;x\n"


@pytest.fixture
def opened(hanne, tmp_path):
    path = tmp_path / "fremmoede.csv"
    path.write_text(TEXT, encoding="cp1252")
    hanne.go("indstillinger", "lister").section().open_days(path)
    hanne.settle()
    return hanne.place.section()


def months(hanne):
    return hanne.do(lambda s: [one.record for one in queries.all_of(s.vault, Attendance)])


def test_a_list_comes_in_stands_on_the_timeline_and_is_taken_back(hanne, opened):
    """By the bar; nothing before »Hent ind«."""
    said = [one.sentence() for one in opened.list.rows()]
    assert said[0] == "Alma Nowak, oktober 2026: 1 fremmødedag og 1 fraværsdag (1 syg)"
    assert "»hm« kan ikke læses" in said[1]
    assert "findes ikke i huset" in said[2]
    assert months(hanne) == []
    hanne.press("Hent fremmøde for to børn ind")
    assert hanne.said[-1] == "Fremmødet er hentet ind."
    assert len(months(hanne)) == 2
    hanne.go("boern", "alma")
    stands = entries(rows(telling(hanne)), date(2026, 11, 12), lane=True)
    (month,) = [one for one in stands if one.kind == "Fremmøde"]
    assert month.words + month.title == "1 fremmødedag og 1 fraværsdag (1 syg)"
    assert month.day == "Oktober"
    hanne.click(hanne.house.shell.message.link)
    assert months(hanne) == []


def test_what_a_cross_means_is_chosen_by_keyboard(hanne, opened):
    """And seen at once."""
    hanne.press("Barnet var væk")
    assert "2 fraværsdage (1 syg)" in opened.list.rows()[0].sentence()


def test_escape_leads_back_and_nothing_is_written(hanne, opened):
    """To Lister."""
    hanne.key(opened, Qt.Key.Key_Escape)
    assert hanne.place.section().title.heading.text() == "Lister"
    assert months(hanne) == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.CONTRAST])
def test_nothing_is_cut_and_nothing_is_nameless(hanne, dressed, scale, mode, opened):
    """At any size."""
    dressed.choose(mode)
    dressed.set_scale(scale)
    hanne.settle()
    shell = hanne.house.shell
    assert [*clipped(shell), *nameless(shell)] == []
