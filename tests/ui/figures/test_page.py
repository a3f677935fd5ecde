"""Tal at the screen: what is counted is chosen and remembered, questions open by key, and nothing is cut or nameless."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.figures.many import HOUSE, PROJECT
from tests.ui.accessibility import nameless, spoken
from tests.ui.clipping import clipped
from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.figures.all_figures import FIGURES
from tvaerfaglig.services.figures import catching_up
from tvaerfaglig.store import queries
from tvaerfaglig.ui.figures.filters import HOUSE as HOUSE_BOX
from tvaerfaglig.ui.figures.filters import KIND, OWN, PERIOD, SPLIT, TAG, VIEW
from tvaerfaglig.ui.figures.page import GROUPS, HEADLINE
from tvaerfaglig.ui.figures.picture import FigurePicture
from tvaerfaglig.ui.figures.pieces import View
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import Table

Key = Qt.Key


def choose(desk, place, key: str, chosen: str) -> None:
    """As a person does in the box."""
    box = place.filters.choices[key]
    box.setCurrentIndex(box.findData(chosen))
    box.activated.emit(box.currentIndex())
    desk.settle()


def row_of(place, figure: str):
    return next(one for one in place.rows if one.question.id == figure)


def write_a_concern(session) -> Changes:
    with session.write() as pen:
        pen.put(Concern(child="2026-0", first_noticed=date(2026, 11, 2), title="Spiser lidt"))
        return pen.changes


def press(desk, *keys: Key) -> None:
    for key in keys:
        held = QApplication.focusWidget()
        assert held is not None
        QTest.keyClick(held, key)
        desk.settle()


@pytest.fixture
def hanne(desk_of, filled):
    return desk_of("hanne")


def test_every_figure_has_a_place_on_the_page():
    """The headline and the groups hold each of them once."""
    placed = [HEADLINE, *(one for _, figures in GROUPS for one in figures)]
    assert sorted(placed) == sorted(FIGURES)


def test_the_headline_stands_with_its_number_and_its_drawing(hanne):
    """Large, said aloud with what it is of, and drawn; the drawing tells the whole finding."""
    place = hanne.place()
    said = spoken(place)
    assert "24,8 måneder, median · 2026/27 · n = 8" in said
    picture = place.headline.findChild(FigurePicture)
    hanne.qtbot.waitUntil(lambda: picture.renderer is not None, timeout=3000)
    assert picture.renderer.isValid()
    assert picture.accessibleName().startswith("Median i måneder: 2025/26 25,1")
    assert "ikke bevis for årsag" in " ".join(said)


def test_questions_open_with_enter_and_the_arrows_go_between_them(hanne):
    """And what was opened stands open the next time one comes."""
    place = hanne.place()
    first, second = place.rows[:2]
    first.arrow.setFocus()
    assert first.arrow.accessibleName().startswith(first.question.definition.question)
    assert "13,5" in first.arrow.accessibleDescription()
    press(hanne, Key.Key_Return)
    assert first.is_open
    assert first.findChildren(Table)
    press(hanne, Key.Key_Down)
    assert QApplication.focusWidget() is second.arrow
    press(hanne, Key.Key_Up, Key.Key_Down, Key.Key_Space)
    assert second.is_open
    place.leave()
    again = hanne.place()
    assert {one.question.id for one in again.rows if one.is_open} == {
        first.question.id, second.question.id
    }  # fmt: skip


def test_a_definition_is_one_key_away(hanne):
    """F2 on a folded question opens it with its definition; again, and the definition folds."""
    place = hanne.place()
    row = row_of(place, "fra_bekymring")
    row.arrow.setFocus()
    press(hanne, Key.Key_F2)
    said = " ".join(spoken(row))
    assert "Den første af hver slags på eller efter bekymringens første dag" in said
    assert "Kort tid er ikke altid bedst" in said
    press(hanne, Key.Key_F2)
    assert "Kort tid er ikke altid bedst" not in " ".join(spoken(row))
    assert row.is_open


def test_the_table_tells_a_screen_reader_what_each_number_is(hanne):
    """Cell by cell: of which year, which number."""
    place = hanne.place()
    table = place.headline.findChild(Table)
    model = table.table_model()
    titles = [one.title.replace("\n", " ") for one in model.columns]
    cell = model.index(1, titles.index("Median, måneder"))
    assert cell.data(Qt.ItemDataRole.DisplayRole) == "24,8"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "2026/27, Median, måneder: 24,8"


def test_drawing_and_table_can_be_had_alone_and_it_is_remembered(hanne):
    """Whoever wants only the table gets only the table, also tomorrow."""
    place = hanne.place()
    assert place.headline.findChild(FigurePicture)
    choose(hanne, place, VIEW, View.TABEL)
    assert not place.headline.findChildren(FigurePicture)
    assert place.headline.findChild(Table)
    assert hanne.place().filters.view() is View.TABEL
    choose(hanne, place, VIEW, View.TEGNING)
    assert not place.headline.findChildren(Table)


def test_filters_narrow_and_are_remembered(hanne):
    """House, period, kind and project; *Vis alt igen* takes them away and leaves how it is laid."""
    place = hanne.place()
    choose(hanne, place, HOUSE_BOX, HOUSE)
    choose(hanne, place, TAG, PROJECT)
    choose(hanne, place, KIND, place.filters.choices[KIND].itemData(1))
    choose(hanne, place, PERIOD, "2026/27")
    choose(hanne, place, SPLIT, "samlet")
    assert place.shown.page.wanted.tag == PROJECT
    assert place.headline.variant().headline.of_what == "median · n = 8"
    again = hanne.place()
    assert again.filters.wanted() == place.filters.wanted()
    assert again.filters.wanted().period.name == "2026/27"
    place.filters.clear.click()
    hanne.settle()
    wanted = place.filters.wanted()
    assert (wanted.tag, wanted.kinds, wanted.houses) == ("", frozenset(), frozenset())
    assert wanted.split.value == "samlet"
    assert not place.filters.clear.isVisible()


def test_a_period_of_ones_own_is_chosen_in_quarters(hanne):
    """The boxes appear; from and to the wrong way round are turned."""
    place = hanne.place()
    choose(hanne, place, SPLIT, "samlet")
    choose(hanne, place, PERIOD, OWN)
    assert place.filters.since.isVisible()
    for box, chosen in (
        (place.filters.since, "4. kvartal 2026"),
        (place.filters.until, "3. kvartal 2026"),
    ):
        box.setCurrentIndex(box.findData(chosen))
        box.activated.emit(box.currentIndex())
        hanne.settle()
    assert place.shown.page.wanted.period.name == "3. kvartal 2026 til 4. kvartal 2026"
    assert place.filters.choices[PERIOD].chosen() == OWN


def test_a_choice_that_is_gone_is_forgotten(hanne):
    """A project that nobody bears any more: all is shown, and nobody is stuck."""
    place = hanne.place()
    place.filters._memory.keep("tal/projekt", "Væk")
    place.ask()
    hanne.settle()
    assert place.filters.wanted().tag == ""
    assert place.shown.page.wanted.tag == ""


def test_others_are_told_who_may_see_it(desk_of, filled):
    """A pædagog finds words, and no filters and no buttons that would do nothing."""
    mette = desk_of("mette")
    place = mette.place()
    said = " ".join(spoken(place))
    assert "Tallene er for lederen" in said
    assert "Hanne Bjerre" in said
    assert not place.filters.isVisible()
    assert not place.print_button.isVisible()
    place.open("papir")
    mette.settle()
    assert not place.paper_drawer.sheet.is_open()


def test_before_there_is_anything_the_page_says_what_it_needs(desk_of):
    """Empty is said as what will come, with what to write first."""
    place = desk_of("hanne").place()
    said = " ".join(spoken(place))
    if place.shown.page.empty:
        assert "Her kommer jeres tal" in said
    else:
        assert "Tæller, når" in said


def test_what_was_written_since_is_counted_when_one_comes_back(hanne):
    """Never while one reads: the page stays still, and is new the next time."""
    place = hanne.place()
    before = place.shown
    hanne.desk.announce(hanne.do(write_a_concern), None)
    hanne.settle()
    assert place.shown is before
    place.open()
    hanne.settle()
    assert place.shown is not before


def test_long_counting_can_be_stopped(hanne):
    """Stop leaves the page as it was, and what was gone through is kept."""
    place = hanne.place()
    before = place.shown
    left = catching_up.Behind(units=("x",), upto=0, all=2)
    place._asked += 1
    place._say_slow()
    assert place.progress.isVisible()
    place.progress.stop.click()
    hanne.settle()
    assert not place.progress.isVisible()
    place._go_on(place._asked - 1, left)
    hanne.settle()
    assert place.shown is before


def test_papers_are_chosen_in_a_drawer_and_seen_through_first(hanne):
    """Ctrl+P: which paper, house and year; then the preview. Esc puts the drawer away."""
    place = hanne.place()
    choose(hanne, place, PERIOD, "2025/26")
    place.print_now()
    hanne.settle()
    assert place.paper_drawer.sheet.is_open()
    assert place.papers.year.chosen() == "2025/26"
    assert not nameless(place)
    press(hanne, Key.Key_Escape)
    assert not place.paper_drawer.sheet.is_open()
    place.print_now()
    hanne.settle()
    card = place.papers
    card.house.choose(HOUSE)
    card.go.click()
    hanne.settle()
    (request,) = hanne.previews
    assert (request.document, request.title) == ("årsopgørelse", "Årsopgørelse 2025/26")
    assert "Alder ved første hjælp" in str(hanne.do(request.make).sections)
    assert not place.paper_drawer.sheet.is_open()
    place.print_now()
    hanne.settle()
    card.paper.choose("projektrapport")
    card._on_paper("projektrapport")
    card.go.click()
    assert hanne.previews[1].title == f"Projektrapport · {PROJECT}"
    assert "Planlagt" in str(hanne.do(hanne.previews[1].make).sections)


@pytest.mark.parametrize(("size", "scale"), [((1180, 800), 1.0), ((760, 700), 1.5)])
def test_nothing_is_cut_and_nothing_is_nameless(hanne, size, scale):
    """Open, in a wide and a narrow window, with large text."""
    try:
        look().set_scale(scale)
        place = hanne.place(size=size)
        for figure in ("fra_bekymring", "pladser", "huset"):
            row_of(place, figure).toggle()
            hanne.settle()
        assert clipped(place) == []
        assert nameless(place) == []
    finally:
        look().set_scale(1.0)


def test_where_it_is_narrow_the_filters_stand_in_a_drawer(hanne):
    """They work from there as they do in the head; in a wide window they are back."""
    place = hanne.place(size=(640, 700))
    assert not place.filters.isVisible()
    assert place.filter_button.isVisible()
    place.filter_button.click()
    hanne.settle()
    assert place.filters.isVisible()
    assert clipped(place) == []
    choose(hanne, place, SPLIT, "samlet")
    assert place.shown.page.wanted.split.value == "samlet"
    place.resize(1180, 800)
    hanne.settle()
    assert place.filters.isVisible()
    assert not place.filter_drawer.sheet.is_open()


def test_the_figures_are_had_as_a_spreadsheet_and_it_is_noted(hanne, tmp_path):
    """What for is asked before anything is made; the file holds what the page shows, and no name."""
    place = hanne.place()
    choose(hanne, place, SPLIT, "samlet")
    place.save_button.click()
    hanne.settle()
    card = place.take
    assert not nameless(place)
    card.save.click()
    assert "Hvad skal tallene bruges til?" in " ".join(spoken(card))
    card.purpose.setText("Til bestyrelsen")
    card.form.choose("csv")
    card.save_to(tmp_path / "tal")
    hanne.settle()
    made = (tmp_path / "tal.csv").read_text(encoding="utf-8-sig")
    assert "Alder ved første hjælp" in made
    assert "Barn Nul" not in made
    assert card.bar.words().startswith("Gemt: tal, ")
    (noted,) = hanne.do(printed)
    assert (noted.document, noted.purpose) == ("tal", "Til bestyrelsen")


def printed(session):
    return [one.record for one in queries.all_of(session.vault, Printed)]
