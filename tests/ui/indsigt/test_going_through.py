"""Indsigt gone through at the desk: by keyboard alone, kept at once, stopped half-way, and handed out."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import recording, underretninger
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.indsigt import finishing
from tvaerfaglig.ui.children import OpenChild
from tvaerfaglig.ui.indsigt.page import ABOUT, IndsigtPlace
from tvaerfaglig.ui.printouts.preview import PreviewPlace

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def saw(who, text):
    seen = Observation(day=date(2026, 11, 10), involved=(Involved(child="alma"),), text=text)
    return who.do(recording.save, seen).id


@pytest.fixture
def going(hanne):
    """The leader at Alma's indsigt; one observation names Emil and a neighbour."""
    hanne.seen = saw(hanne, "Emil og naboen 😀 Danuta kom.")
    place = hanne.go("indsigt", "alma")
    assert isinstance(place, IndsigtPlace)
    return place


def to(hanne, place, key):
    place.list.choose(key)
    place._enter(key)
    hanne.settle()


def mark(place, words):
    """Put the caret before the words and mark them with Shift and the arrows."""
    reader = place.record.reader
    plain = reader.toPlainText()
    at = len(plain[: plain.index(words)].encode("utf-16-le")) // 2
    cursor = reader.textCursor()
    cursor.setPosition(at)
    reader.setTextCursor(cursor)
    for _ in words:
        QTest.keyClick(reader, Qt.Key.Key_Right, SHIFT)


def test_what_is_proposed_is_listed_and_taken_away_by_keyboard(hanne, going):
    """Delete at the bar; it is gone from the list, and stays gone when one comes back."""
    to(hanne, going, hanne.seen)
    assert [one.title for one in going.record.bars.rows()] == ["Emil"]
    reader = going.record.reader
    mark(going, "Em")
    QTest.keyClick(reader, Qt.Key.Key_Delete)
    hanne.settle()
    assert going.record.bars.rows() == ()
    hanne.go("overblik")
    again = hanne.go("indsigt", "alma")
    to(hanne, again, hanne.seen)
    assert again.record.bars.rows() == ()


def test_a_bar_is_set_by_keyboard_with_its_reason(hanne, going):
    """Marked with Shift and the arrows, Enter bars it; signs beyond the common ones shift nothing."""
    to(hanne, going, hanne.seen)
    going.record.reason.choose("kilde")
    mark(going, "Danuta")
    QTest.keyClick(going.record.reader, Qt.Key.Key_Return)
    hanne.settle()
    rows = {one.title: one.under for one in going.record.bars.rows()}
    assert rows == {"Emil": "om et andet barn", "Danuta": "hvem der har fortalt os det"}
    assert going.saved.words().startswith("Gemt")


def test_a_reason_is_changed_in_the_list(hanne, going):
    """Choose the bar, then another reason."""
    to(hanne, going, hanne.seen)
    going.record.bars.choose(going.record.bars.rows()[0].key)
    going.record.reason.choose("barnet_selv")
    going.record.reason.chosen_changed.emit("barnet_selv")
    hanne.settle()
    assert [one.under for one in going.record.bars.rows()] == ["hensynet til barnet selv"]


def test_nothing_marked_is_asked_for(hanne, going):
    """In words; nothing is barred."""
    to(hanne, going, hanne.seen)
    going.record.bar.click()
    assert "Marker først" in going.message.words()


def test_it_is_all_there_after_a_lock(hanne, going, house_of):
    """What was decided, who asked and what was seen: kept in the vault, nowhere else."""
    going.about.receiver.setText("Katarzyna Nowak")
    going.about.basis.choose("artikel_15")
    going.about.basis.chosen_changed.emit("artikel_15")
    to(hanne, going, hanne.seen)
    QTest.keyClick(going.record.reader, Qt.Key.Key_Return, CONTROL)
    hanne.settle()
    back = house_of("hanne")
    place = back.go("indsigt", "alma")
    assert place.about.receiver.text() == "Katarzyna Nowak"
    assert place.about.basis.chosen() == "artikel_15"
    assert place._review.is_seen(place._dossier.entry(hanne.seen))


def test_from_the_first_field_to_the_paper(hanne, going, tmp_path):
    """Who and on what basis, the draft decided, the rest gone through; then the paper, kept and previewed."""
    letter = hanne.do(underretninger.begin, "alma").id
    place = hanne.go("indsigt", "alma")
    assert not place.make.isEnabled()
    hanne.type(place.about.receiver, "Katarzyna Nowak")
    hanne.key(place.about.receiver, Qt.Key.Key_Return)
    place.about.basis.setFocus()
    hanne.key(place.about.basis, Qt.Key.Key_Down)
    assert place._review.basis == "artikel_15"
    to(hanne, place, letter)
    place.record.verdict.buttons()[1].click()
    hanne.settle()
    assert place._review.verdicts[letter].why == "internt"
    place.rest.click()
    hanne.settle()
    to(hanne, place, hanne.seen)
    hanne.key(place.record.reader, Qt.Key.Key_Return, CONTROL)
    assert place.make.isEnabled()
    hanne.press("Lav papiret")
    preview = hanne.place
    assert isinstance(preview, PreviewPlace)
    text = preview.paper.as_text.text()
    assert "Emil" not in text
    assert "streg 1" in text
    ((_, record),) = hanne.do(finishing.earlier, "alma")
    assert (record.receiver, record.bar_count) == ("Katarzyna Nowak", 1)
    preview.save_to(tmp_path / "indsigt.pdf")
    hanne.settle()
    assert (tmp_path / "indsigt.pdf").read_bytes() == preview.pdf


def test_it_is_stopped_and_everything_is_still_there(hanne, going, monkeypatch):
    """Stop while the pages are read; nothing is kept."""
    going._take(_all_seen(going))
    hanne.settle()
    make = finishing.make_aside

    def stopped(session, ready, tell):
        going.progress.stop.click()
        return make(session, ready, tell)

    monkeypatch.setattr(finishing, "make_aside", stopped)
    hanne.press("Lav papiret")
    assert hanne.place is going
    assert "stoppet" in going.message.words()
    assert hanne.do(finishing.earlier, "alma") == []
    assert going.make.isEnabled()


def _all_seen(place):
    from dataclasses import replace

    mine = replace(place._review, receiver="Mor", basis="frivilligt")
    return mine.with_seen(place._dossier.entries)


def test_a_leak_is_told_in_the_page(hanne, going, monkeypatch):
    """With where, and nothing is handed out."""
    going._take(_all_seen(going))
    hanne.settle()
    paper = finishing.paper_press.render

    def leaking(made):
        from dataclasses import replace

        return paper(replace(made, intro="Det var Emil."))

    monkeypatch.setattr(finishing.paper_press, "render", leaking)
    hanne.press("Lav papiret")
    assert "»Emil« (side 1)" in going.message.words()
    assert hanne.do(finishing.earlier, "alma") == []


def test_the_way_there_is_gone_while_the_guard_stands(hanne, house_of):
    """Nothing in the child's menu; the place itself says why and leads back."""
    hanne.do(protecting.set_guard, "alma", Against.FORAELDER)
    child = hanne.go("boern", OpenChild("alma"))
    assert "Indsigt i Alma" not in child.view.child_head.more.menu_words()
    hanne.go("indsigt", "alma")
    assert not isinstance(hanne.place, IndsigtPlace)
    assert any("spørg kommunen" in one for one in hanne.said)


def test_only_the_leader_has_the_way_there(house_of):
    """A pædagog's menu has it not."""
    mette = house_of("mette")
    child = mette.go("boern", OpenChild("alma"))
    assert "Indsigt i Alma" not in child.view.child_head.more.menu_words()
    hanne = house_of("hanne")
    child = hanne.go("boern", OpenChild("alma"))
    assert "Indsigt i Alma" in child.view.child_head.more.menu_words()


@pytest.mark.parametrize(("scale", "wide"), [(1.0, 1280), (1.5, 1280), (1.0, 800)])
def test_nothing_is_cut_and_all_is_named(hanne, going, dressed, scale, wide):
    """Both pages, at large text and in a narrow window."""
    dressed.set_scale(scale)
    hanne.house.shell.resize(wide, 800)
    for key in (ABOUT, hanne.seen):
        to(hanne, going, key)
        QApplication.processEvents()
        assert "\n".join(clipped(going)) == ""
        assert nameless(going) == []


def test_in_a_narrow_window_the_list_is_a_drop_down_and_nothing_is_cut(hanne, going, dressed):
    """Large text on a small screen: one chooses above what one reads, by keyboard, and it stands whole."""
    dressed.set_scale(1.5)
    hanne.house.shell.resize(1024, 700)
    hanne.settle()
    assert not going.list.isVisible()
    going.start()
    QTest.keyClick(going.box, Qt.Key.Key_Down)
    hanne.settle()
    assert going.list.current() == going.box.chosen() != ABOUT
    assert clipped(going) == []
    QTest.keyClick(going.box, Qt.Key.Key_Up)
    hanne.settle()
    inner = going.about.receiver
    right = inner.mapTo(going, inner.rect().topRight()).x()
    assert right < going.width()
    assert clipped(going) == []
