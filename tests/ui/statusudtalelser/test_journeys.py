"""A statusudtalelse from the first key to the sent copy, by keyboard, on a real vault."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.letters.a_letter import observe
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.statusudtalelser.records import StatusStage
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.statusudtalelser import reading, writing
from tvaerfaglig.ui.statusudtalelser import NewStatus
from tvaerfaglig.ui.statusudtalelser.wording import REQUEST
from tvaerfaglig.ui.widgets import Fold, fold_at

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def key(widget, what, mods=NONE):
    QTest.keyClick(widget, what, mods)
    QApplication.processEvents()


@pytest.fixture
def begun(mette):
    """Two observations about food, one about clothes, and a new statusudtalelse in front."""
    mette.seen = [
        mette.do(observe, date(2026, 11, 2), "Spiste tre portioner.", categories=("krop.mad",)),
        mette.do(
            observe,
            date(2026, 9, 1),
            "Dækkede bord for de andre.",
            categories=("krop.mad",),
            sign=Sign.RESSOURCE,
        ),
        mette.do(observe, date(2026, 11, 10), "Kom i nattøj.", categories=("pleje.toej",)),
    ]
    place = mette.place(NewStatus("alma"))
    mette.page = place
    return mette


def asked(desk):
    """Until the writing help has answered about what stands there now."""
    desk.settle()
    desk.qtbot.wait(500)
    desk.settle()


def test_one_begins_with_a_child(mette):
    """Ny statusudtalelse, two letters of the name, Enter: it stands there at the request."""
    place = mette.place()
    key(place.list.new, Qt.Key.Key_Space)
    QTest.keyClicks(place.list.picker, "al")
    key(place.list.picker, Qt.Key.Key_Return)
    mette.settle()
    assert place.shown is place.write
    assert "Alma Nowak" in place.write.top.heading.text()
    assert place.write.section == REQUEST
    assert place.write.middle.request.by.hasFocus()
    assert place.write.middle.request.authority.text() == "Fjordby Kommune"


def test_the_request_is_kept_and_stands_in_the_list(begun):
    """Who asks and by when, typed and left: within the second a draft, with Ctrl+S a version."""
    request = begun.page.write.middle.request
    QTest.keyClicks(request.by, "Bo Krag")
    key(request.by, Qt.Key.Key_Tab)
    request.due.setFocus()
    request.due.setText("20.11.")
    key(request.due, Qt.Key.Key_Return)
    asked(begun)
    begun.page.save_now()
    begun.settle()
    record = begun.do(reading.read_status, begun.page.writer.status).record
    assert (record.request.by, record.request.due) == ("Bo Krag", date(2026, 11, 20))
    assert "20. nov." in begun.page.write.top.line.text()
    row = begun.do(reading.statuses).rows[0]
    assert row.due.on == date(2026, 11, 20)


def test_observations_lie_there_resources_first_and_enter_uses_one(begun):
    """Ctrl+PgDown to the first heading, Ctrl+B to its observations, Enter: the number stands in the text."""
    write = begun.page.write
    key(write, Qt.Key.Key_PageDown, CONTROL)
    assert write.section == "sundhed"
    assert list(write.beside.cards) == [begun.seen[1], begun.seen[0]]
    QTest.keyClicks(write.middle.editor.prose, "Hun spiser godt.")
    key(write.middle.editor.prose, Qt.Key.Key_B, CONTROL)
    card = write.beside.cards[begun.seen[1]]
    assert card.hasFocus()
    key(card, Qt.Key.Key_Return)
    begun.settle()
    assert write.middle.editor.prose.text() == "Hun spiser godt. [1]"
    assert write.beside.cards[begun.seen[1]].accessibleName().endswith("brugt som [1]")


def test_an_earlier_one_takes_the_lower_number(begun):
    """And what is written already follows."""
    write = begun.page.write
    write.go_to_section("omsorg")
    write.beside.chosen.emit(begun.seen[2])
    begun.settle()
    assert write.middle.editor.prose.text() == "[1]"
    write.go_to_section("sundhed")
    write.beside.chosen.emit(begun.seen[0])
    begun.settle()
    write.go_to_section("omsorg")
    assert write.middle.editor.prose.text() == "[2]"


def test_taking_out_can_be_taken_back(begun):
    """The citation goes and comes again with Fortryd."""
    write = begun.page.write
    write.go_to_section("sundhed")
    write.beside.chosen.emit(begun.seen[0])
    begun.settle()
    write.beside.left_out.emit(begun.seen[0])
    begun.settle()
    assert write.middle.editor.prose.text() == ""
    begun.undo[-1]()
    begun.settle()
    assert write.middle.editor.prose.text() == "[1]"


def test_a_gap_is_said_and_one_key_answers_it(begun):
    """Ctrl+I where nothing is known; typed words take its place, and Fortryd takes it back."""
    write = begun.page.write
    write.go_to_section("bolig")
    write.start()
    assert "Ingen observationer om bolig" in write.beside._words.text()
    key(write.middle.editor.prose, Qt.Key.Key_I, CONTROL)
    record = begun.page.writer.record
    assert record.answer("bolig").nothing_known
    assert write.middle.editor.undo.hasFocus()
    key(write.middle.editor.undo, Qt.Key.Key_Space)
    assert begun.page.writer.record.answer("bolig") is None
    key(write.middle.editor.prose, Qt.Key.Key_I, CONTROL)
    write.middle.editor.prose.setFocus()
    QTest.keyClicks(write.middle.editor.prose, "Mor fortalte om lejligheden.")
    write.flush()
    answer = begun.page.writer.record.answer("bolig")
    assert (answer.text, answer.nothing_known) == ("Mor fortalte om lejligheden.", False)


def test_questions_are_walked_and_laid_away(begun):
    """F8 to the vague word, Esc lays it away; it stays away when the place is opened again."""
    write = begun.page.write
    write.go_to_section("sundhed")
    QTest.keyClicks(write.middle.editor.prose, "Alma er ofte sulten.")
    write.flush()
    asked(begun)
    key(write.middle.editor.prose, Qt.Key.Key_F8)
    assert write.questions.current
    key(write, Qt.Key.Key_Escape)
    asked(begun)
    begun.page.save_now()
    begun.settle()
    assert begun.do(reading.read_status, begun.page.writer.status).record.dismissed
    assert write.questions.here() == ()


def test_what_was_typed_and_never_saved_is_offered(begun):
    """The draft of the last sitting stands there again, and the page says so."""
    write = begun.page.write
    write.go_to_section("sundhed")
    QTest.keyClicks(write.middle.editor.prose, "Halv sætning")
    write.flush()
    asked(begun)
    status, kept = begun.page.writer.status, begun.page.writer.record
    begun.page.write.close_status()
    begun.page.writer.close()
    begun.do(writing.keep, status, kept)
    begun.page.open(status)
    begun.settle()
    assert "hvor du slap" in write.message.words()
    assert begun.page.writer.record.text("sundhed") == "Halv sætning"


def test_a_new_one_can_be_taken_back(begun):
    """Fortryd in its own bar, while nothing is written; then there is none."""
    assert begun.page.write.message.link.text() == "Fortryd"
    key(begun.page.write.message.link, Qt.Key.Key_Space)
    begun.settle()
    assert begun.page.shown is begun.page.list
    assert begun.do(reading.statuses).rows == ()


def test_finishing_sending_and_correcting(begun):
    """Afslut says what stands open and stops nothing; sent it is read only; a correction opens it again."""
    page = begun.page
    page.write.go_to_section("sundhed")
    QTest.keyClicks(page.write.middle.editor.prose, "Alma spiser godt.")
    key(page.write.top.finish_button, Qt.Key.Key_Space)
    begun.settle()
    window = page.window_on_top
    said = " ".join(
        one.text()
        for one in window.findChildren(type(window.children()[1]))
        if hasattr(one, "text")
    )
    assert "Ikke besvaret" in said
    key(window.act_button, Qt.Key.Key_Space)
    begun.settle()
    assert page.shown is page.after
    status = page.writer.status
    assert begun.do(reading.read_status, status).stage is StatusStage.FAERDIG
    key(page.after.send_button, Qt.Key.Key_Space)
    key(page.after.form.keep, Qt.Key.Key_Space)
    begun.settle()
    assert begun.do(reading.read_status, status).stage is StatusStage.SENDT
    page.after.correct_asked.emit()
    begun.settle()
    assert page.shown is page.write
    assert begun.do(reading.read_status, status).is_open


def test_a_preview_names_what_it_is_for(begun):
    """Ctrl+P asks for the draft; the finished copy is the frozen one."""
    begun.page.print_now()
    begun.settle()
    request = begun.previews[-1]
    assert request.document == "statusudtalelse"
    assert begun.do(request.make).startswith(b"%PDF")


def test_the_guard_takes_the_parents_view_away(begun):
    """While one writes: the heading goes from the outline, and the bar says why."""
    write = begun.page.write
    write.go_to_section("foraeldre")
    QTest.keyClicks(write.middle.editor.prose, "Mor er glad for huset.")
    begun.page.save_now()
    begun.settle()
    changes = begun.do(protecting.set_guard, "alma", Against.FORAELDER)
    begun.desk.announce(changes)
    begun.settle()
    assert write.section == REQUEST
    assert "foraeldre" not in write._keys()
    assert not write._guard_place.isHidden()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_nameless_or_cut(begun, dressed, scale):
    """List, request, heading, gap and what comes after, at every size of text."""
    dressed.set_scale(scale)
    page = begun.page
    page.resize({1.0: 1068, 1.5: 1196, 2.0: 1180}[scale], 800)
    page.set_fold(fold_at(1280))
    for section in (REQUEST, "sundhed", "bolig", "barnets_syn"):
        page.write.go_to_section(section)
        begun.settle()
        assert nameless(page) == []
        assert clipped(page) == []
    page._finish()
    begun.settle()
    page.after.open_form()
    begun.settle()
    assert nameless(page) == []
    assert clipped(page) == []
    page._to_list()
    begun.settle()
    assert clipped(page) == []


def test_a_narrow_page_folds(begun):
    """The outline becomes a choice, the panel a drawer that Ctrl+B opens."""
    page = begun.page
    page.set_fold(Fold.PANEL)
    page.write.go_to_section("sundhed")
    begun.settle()
    assert not page.write.top.panel_button.isHidden()
    page.write.to_observations()
    begun.settle()
    assert page.write.beside.isVisible()
