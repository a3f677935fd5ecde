"""A list of children from a file to the store and back, by mouse and keys, in the real house."""

from __future__ import annotations

import itertools
import time

import pytest
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.accessibility import nameless
from tests.ui.at_desk import Strangers
from tests.ui.clipping import clipped
from tvaerfaglig.services.lists import brought
from tvaerfaglig.ui.theme import Mode
from tvaerfaglig.ui.widgets import OneOf

LIST = (
    "Navn;Født;CPR-nr.;Stue;Mor;Mors mobil;Allergier\n"
    "Alma Nowak;3.9.2022;;Kløveren;Katarzyna Nowak;12 34 56 79;\n"
    "Emil Frils;2.10.2023;;Kløveren;;;\n"
    "Ida Holm;1.2.22;011322-0000;Månen;Eva Holm;12 34 56 70;æg\n"
    "Bo Lind;31.02.2022;;Kløveren;;;\n"
    ";1.1.2023;;;;;\n"
)


def words_in(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def pick(hanne, page, words):
    """One of several, by the keyboard."""
    found = next(one for one in page.findChildren(OneOf) if one.text() == words and one.isVisible())
    found.setFocus()
    hanne.key(found, Qt.Key.Key_Space)


@pytest.fixture
def list_at(tmp_path):
    def write(text=LIST, name="liste.csv", encoding="cp1252"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write


@pytest.fixture
def opened(hanne, list_at):
    """The columns of the list, ready."""
    page = hanne.go("indstillinger", "lister").section()
    page.open_file(list_at())
    hanne.settle()
    return hanne.place.section()


def names(hanne):
    return {one.record.name for one in hanne.do(lambda s: s.children()).values()}


def test_from_the_children_to_a_list_and_back_by_fortryd(hanne, opened):
    """Columns, every row, one question, one new stue, in; and all of it out again by the bar."""
    before = hanne.do(lambda s: {one: c.record for one, c in s.children().items()})
    assert "CPR-nr." in words_in(opened)
    assert "011322-••••" in words_in(opened)
    hanne.press("Se listen igennem")
    assert opened.title.heading.text() == "Se listen igennem"
    assert "Er Emil Frils det samme barn som Emil Friis, født 2. oktober 2023?" in words_in(opened)
    assert opened.go_on.text() == "Hent tre børn ind"
    pick(hanne, opened, "Ja, Emil Friis, født 2. oktober 2023")
    opened.rows.filter.choose("")
    box = opened.rows.places.itemAt(0).widget().layout().itemAt(2).widget()
    box.setFocus()
    hanne.key(box, Qt.Key.Key_Down)
    assert opened.sum.words().startswith("2 nye · 2 rettes · 1 kan ikke læses · ")
    assert opened.sum.words().endswith("rækker med noget at se på")
    assert names(hanne) == {child.name for child in before.values()}
    hanne.press("Hent fire børn ind")
    assert (
        hanne.said[-1]
        == "Listen er hentet ind: to nye og to rettede børn. Én række er ikke taget med."
    )
    assert {"Ida Holm", "Bo Lind", "Emil Frils"} <= names(hanne)
    assert {s.name for s in hanne.do(lambda s: s.houses())["maelkeboetten"].stuer} >= {"Månen"}
    assert "To nye børn og to rettede" in words_in(hanne.place.section())
    hanne.click(hanne.house.shell.message.link)
    assert hanne.said[-1] == "Listen er fortrudt. Alt står, som før den kom."
    assert hanne.do(lambda s: {one: c.record for one, c in s.children().items()}) == before


def test_a_list_is_taken_back_later_from_its_own_line(hanne, opened):
    """And then says so."""
    hanne.press("Se listen igennem")
    opened.go_on.click()
    hanne.settle()
    page = hanne.go("indstillinger", "lister").section()
    (line,) = hanne.do(brought.lines)
    hanne.press("Fortryd børneliste, i dag kl. 8.00")
    assert page.message.words() == "Listen er fortrudt. Alt står, som før den kom."
    assert "Fortrudt i dag." in words_in(page)
    assert "Ida Holm" not in names(hanne)
    assert line.stays == ""


def test_every_row_says_what_happens_to_it(hanne, opened):
    """In words, also to a screen reader, and why."""
    hanne.press("Se listen igennem")
    opened.rows.filter.choose("")
    opened.rows._list()
    said = [one.sentence() for one in opened.rows.list.rows()]
    assert said[0].startswith("Række 2, Alma Nowak, rettes")
    assert "Stue: Solsikken bliver til Kløveren" in said[0]
    assert "»31.02.2022« findes ikke. Barnet kommer med uden" in said[3]
    assert said[4] == "Række 6, kan ikke læses, Der står ikke noget navn i rækken."


def test_a_row_is_skipped_and_the_answer_taken_back_by_keyboard(hanne, opened):
    """Down to the row, tab to its button."""
    hanne.press("Se listen igennem")
    opened.rows.filter.choose("ny")
    opened.rows._list()
    opened.rows.list.setFocus()
    hanne.key(opened.rows.list, Qt.Key.Key_Home)
    hanne.press("Spring rækken over")
    assert "1 springes over" in opened.sum.words()
    opened.rows.filter.choose("springes_over")
    opened.rows._list()
    hanne.settle()
    hanne.press("Fortryd dit svar")
    assert "springes over" not in opened.sum.words()


def test_escape_goes_a_step_back_and_what_was_chosen_stands(hanne, opened):
    """Rows, columns, Lister."""
    opened.columns.fields[6].choose("sprog")
    hanne.press("Se listen igennem")
    hanne.key(opened, Qt.Key.Key_Escape)
    assert opened.title.heading.text() == "Hvad står der i kolonnerne?"
    assert opened.columns.fields[6].chosen() == "sprog"
    hanne.key(opened, Qt.Key.Key_Escape)
    assert hanne.place.section().title.heading.text() == "Lister"


def test_a_file_that_is_no_list_is_refused_where_one_stands(hanne, list_at):
    """In words, and another can be chosen at once."""
    page = hanne.go("indstillinger", "lister").section()
    page.open_file(list_at(b"%PDF-1.7", "liste.xlsx"))
    hanne.settle()
    assert page.message.words().startswith("Filen er ikke en liste, men en PDF.")
    assert page.choose_children.isEnabled()


def test_two_columns_that_are_the_same_are_asked_about(hanne, opened):
    """And the page stays."""
    opened.columns.fields[1].choose("navn")
    hanne.press("Se listen igennem")
    assert "Vælg den ene" in opened.message.words()
    assert not opened._at_rows


def test_no_window_flashes_up_on_the_way(hanne, list_at):
    """Every part stands in the page before it is shown."""
    strangers = Strangers(lambda one: one is hanne.house.shell)
    page = hanne.go("indstillinger", "lister").section()
    page.open_file(list_at())
    hanne.settle()
    hanne.press("Se listen igennem")
    hanne.place.section().go_on.click()
    hanne.settle()
    hanne.go("udskrifter")
    strangers.go()


def test_only_the_leader_has_lists(house_of):
    """Neither the section nor the way to it."""
    mette = house_of("mette")
    assert "lister" not in mette.go("indstillinger").kinds
    assert "Hent en børneliste" not in mette.go("boern").list.menu.menu_words()


def test_from_boern_one_comes_to_the_lists(hanne):
    """By the menu of the list."""
    place = hanne.go("boern")
    act = next(a for a in place.list.menu.acts().actions() if a.text() == "Hent en børneliste")
    act.trigger()
    hanne.settle()
    assert hanne.place.section().title.heading.text() == "Lister"


def test_five_thousand_rows_leave_the_window_free_and_can_be_stopped(hanne, list_at):
    """The window answers all the while; stopped half-way nothing has come in; then all of it does."""
    rows = "".join(f"Barn{n} Efter{n};{1 + n % 28}.{1 + n % 12}.2023\n" for n in range(5000))
    page = hanne.go("indstillinger", "lister").section()
    page.open_file(list_at("Navn;Født\n" + rows))
    hanne.settle()
    imp = hanne.place.section()
    hanne.press("Se listen igennem")
    beats: list[float] = []
    beat = QTimer(imp, interval=10)
    beat.timeout.connect(lambda: beats.append(time.perf_counter()))
    beat.start()
    assert imp.go_on.text() == "Hent 5.000 børn ind"
    imp.go_on.click()
    clock = QElapsedTimer()
    clock.start()
    while "af 5.000" not in imp.work.bar.words() and clock.elapsed() < 20_000:
        QApplication.processEvents()
    assert imp.work.bar.isVisible()
    imp.work.bar.link.click()
    hanne.settle()
    assert imp.message.words() == "Du afbrød. Intet er hentet ind."
    assert len(names(hanne)) == 4
    imp.go_on.click()
    hanne.settle()
    assert len(names(hanne)) == 5004
    gaps = [later - sooner for sooner, later in itertools.pairwise(beats)]
    assert max(gaps) < 1.0


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.CONTRAST])
def test_nothing_is_cut_and_nothing_is_nameless(hanne, dressed, scale, mode, list_at):
    """Both steps, at any size."""
    dressed.choose(mode)
    dressed.set_scale(scale)
    page = hanne.go("indstillinger", "lister").section()
    page.open_file(list_at())
    hanne.settle()
    shell = hanne.house.shell
    found = {"columns": [*clipped(shell), *nameless(shell)]}
    hanne.place.section().go_on.click()
    hanne.settle()
    found["rows"] = [*clipped(shell), *nameless(shell)]
    assert {name: cut for name, cut in found.items() if cut} == {}


def test_one_child_is_one_child(hanne, list_at):
    """Nothing to answer: the rows with something to look at stand first, and the words count to one."""
    page = hanne.go("indstillinger", "lister").section()
    page.open_file(list_at("Navn;Født\nTove Tal;12.3.2023\nBo Lind;1.1.2031\n;2.2.2022\n"))
    hanne.settle()
    rows = hanne.place.section()
    hanne.press("Se listen igennem")
    assert [one.title for one in rows.rows.list.rows()][:1] == ["Bo Lind"]
    hanne.press("Spring rækken over")
    hanne.press("Hent ét barn ind")
    assert hanne.said[-1] == ("Listen er hentet ind: ét nyt barn. To rækker er ikke taget med.")
