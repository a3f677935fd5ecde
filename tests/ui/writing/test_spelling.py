"""Spelling where one writes: a quiet wave, words to write instead, and never while a word is being typed."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.services.letters.a_letter import begun
from tests.ui.underretninger.conftest import desk_of, shelf  # noqa: F401 -- fixtures of the letter's desk
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.services.writing import spelling
from tvaerfaglig.ui.widgets import Prose
from tvaerfaglig.ui.writing import spelling_marks as marking
from tvaerfaglig.ui.writing.speller import speller_of
from tvaerfaglig.ui.writing.spelling_marks import SpellingMarks
from tvaerfaglig.ui.writing.switches import SPELLING, switches_of
from tvaerfaglig.ui.writing.wherever import SpellsWherever, spell

pytestmark = pytest.mark.qt_log_ignore(
    "does not support raise", "does not support grabbing", extend=True
)
"""What the screenless platform says of every menu that opens."""

WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline
TEXT = "Alma kom til aflevringen. Nowaks far var med. Vi så hende i krybberummet [1]."


@pytest.fixture
def writing(desk_of, qtbot):  # noqa: F811
    """Mette in *Før og nu*, with a text that holds one slip."""
    mette = desk_of("mette")
    letter = mette.do(begun)
    mette.do(u.save_section, letter, "over_tid", TEXT)
    mette.page = mette.place()
    mette.watch = SpellsWherever(mette.desk, mette.page)
    mette.page.activateWindow()
    mette.page.open(letter)
    mette.settle()
    mette.page.letter.go_to_section("over_tid")
    mette.prose = mette.page.letter.middle.editor.prose
    mette.prose.setFocus()
    mette.letter = letter
    checked(mette, qtbot)
    yield mette
    speller_of(mette.desk).close()


def checked(desk, qtbot):
    """Until every word that stands there has its verdict."""
    speller = speller_of(desk.desk)
    desk.settle()
    qtbot.waitUntil(
        lambda: not speller._waiting and speller._asked <= set(speller._verdicts), timeout=5000
    )
    QApplication.processEvents()


def waves(prose):
    """The words that wear a wave."""
    found, block = [], prose.document().begin()
    while block.isValid():
        found += [
            block.text()[one.start : one.start + one.length]
            for one in block.layout().formats()
            if one.format.underlineStyle() == WAVE
        ]
        block = block.next()
    return found


def caret(prose, at):
    cursor = prose.textCursor()
    cursor.setPosition(at)
    prose.setTextCursor(cursor)
    QApplication.processEvents()


def menu_of(writing, qtbot):
    marks = writing.prose.findChild(SpellingMarks)
    qtbot.waitUntil(lambda: marks.menu is not None and marks.menu.isVisible(), timeout=3000)
    return marks.menu


def by_keyboard(prose):
    """What Qt delivers for the Menu key and Shift+F10."""
    spot = prose.cursorRect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, spot, prose.viewport().mapToGlobal(spot)
    )
    QApplication.sendEvent(prose, event)


def test_only_the_slip_wears_a_wave(writing):
    """Names of the vault, a compound, a citation and good Danish wear none."""
    assert waves(writing.prose) == ["aflevringen"]
    assert writing.prose.text() == TEXT


def test_the_word_being_typed_is_left_alone(writing, qtbot):
    """Half a word is no slip; it is looked at when the caret has left it."""
    caret(writing.prose, len(TEXT))
    QTest.keyClicks(writing.prose, " hun gikk")
    checked(writing, qtbot)
    assert waves(writing.prose) == ["aflevringen"]
    assert not {("gi", False), ("gikk", False)} & speller_of(writing.desk)._asked
    QTest.keyClicks(writing.prose, " ")
    checked(writing, qtbot)
    assert waves(writing.prose) == ["aflevringen", "gikk"]
    QTest.keyClicks(writing.prose, "ned")
    checked(writing, qtbot)
    assert waves(writing.prose) == ["aflevringen", "gikk"]


def test_the_menu_key_offers_words_and_writes_the_one_chosen(writing, qtbot):
    """Shift+F10 on the word, Enter on the first: it stands there, and Ctrl+Z takes it back."""
    caret(writing.prose, TEXT.index("aflevringen") + 3)
    by_keyboard(writing.prose)
    menu = menu_of(writing, qtbot)
    assert menu.activeAction().text() == "afleveringen"
    words = [one.text() for one in menu.actions()]
    assert "Tilføj til min ordliste" in words
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert "til afleveringen." in writing.prose.text()
    checked(writing, qtbot)
    assert waves(writing.prose) == []
    assert writing.prose.hasFocus()
    QTest.keyClick(writing.prose, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert writing.prose.text() == TEXT


def test_the_mouse_opens_it_at_the_word(writing, qtbot):
    """A right press on the word; on another word the ordinary menu."""
    marks = writing.prose.findChild(SpellingMarks)
    begin, _, _ = marks.wrong()[0]
    caret(writing.prose, begin + 2)
    spot = writing.prose.cursorRect().center()
    caret(writing.prose, len(TEXT))
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, spot, writing.prose.viewport().mapToGlobal(spot)
    )
    QApplication.sendEvent(writing.prose.viewport(), event)
    menu = menu_of(writing, qtbot)
    assert menu.actions()[0].text() == "afleveringen"
    menu.close()


def test_f7_goes_to_the_next_one(writing, qtbot):
    """From anywhere in the text; where there is none, nothing opens."""
    caret(writing.prose, len(TEXT))
    QTest.keyClick(writing.prose, Qt.Key.Key_F7)
    menu = menu_of(writing, qtbot)
    assert writing.prose.textCursor().position() == TEXT.index("aflevringen") + len("aflevringen")
    menu.close()
    writing.prose.selectAll()
    writing.prose.insert("Alma kom.")
    checked(writing, qtbot)
    QTest.keyClick(writing.prose, Qt.Key.Key_F7)
    qtbot.wait(50)
    assert not [one for one in writing.prose.findChildren(QMenu) if one.isVisible()]


def test_ones_own_word_is_right_from_now_on(writing, qtbot):
    """*Tilføj til min ordliste*: the wave goes, the vault has the word, *Fortryd* takes it out."""
    caret(writing.prose, TEXT.index("aflevringen") + 3)
    by_keyboard(writing.prose)
    menu = menu_of(writing, qtbot)
    add = next(one for one in menu.actions() if one.text() == "Tilføj til min ordliste")
    add.trigger()
    menu.close()
    assert waves(writing.prose) == ["aflevringen"]
    qtbot.waitUntil(lambda: bool(writing.said), timeout=3000)
    qtbot.waitUntil(lambda: waves(writing.prose) == [], timeout=3000)
    assert writing.do(spelling.known_words).own == ("aflevringen",)
    assert writing.said[-1] == "»aflevringen« står nu på din ordliste."
    writing.undo[-1]()
    qtbot.waitUntil(lambda: waves(writing.prose) == ["aflevringen"], timeout=3000)


def test_turned_off_it_is_silent_and_stays_so(writing, qtbot):
    """No wave, the ordinary menu; on again, the wave is back."""
    kept: dict[str, object] = {}

    class Settings:
        def value(self, key, default=None, /):
            return kept.get(key, default)

        def setValue(self, key, value, /):
            kept[key] = value

    switches = switches_of(writing.desk)
    switches.remember_in(Settings())
    switches.turn(SPELLING, on=False)
    QApplication.processEvents()
    assert waves(writing.prose) == []
    assert list(kept.values()) == ["fra"]
    QTest.keyClick(writing.prose, Qt.Key.Key_F7)
    assert writing.prose.findChild(SpellingMarks).menu is None
    switches.turn(SPELLING, on=True)
    checked(writing, qtbot)
    assert waves(writing.prose) == ["aflevringen"]


def test_what_the_child_said_is_never_looked_at(writing):
    """»Ordret. Ingen rettelser.«"""
    writing.page.letter.go_to_section("barnets_ord")
    prose = writing.page.letter.middle.editor.prose
    prose.setFocus()
    spell(prose, writing.desk)
    assert prose.findChild(SpellingMarks) is None


def test_typing_in_a_long_text_waits_for_nobody(writing, qtbot):
    """Three pages: a key is on the screen in a blink, dots and waves and all."""
    sentence = "Tirsdag kom Alma kl. 8.15 i nattøj, og hun spiste ofte tre portioner gröd. "
    writing.prose.selectAll()
    writing.prose.insert("\n".join(sentence * 8 for _ in range(11)))
    checked(writing, qtbot)
    took = []
    for letter in "hun sagde det igen og igen " * 2:
        begun_at = time.perf_counter()
        QTest.keyClicks(writing.prose, letter)
        writing.prose.repaint()
        took.append(time.perf_counter() - begun_at)
    took.sort()
    assert took[len(took) // 2] < 0.03


def test_without_a_dictionary_the_keys_say_so(desk_of, qtbot, monkeypatch):  # noqa: F811
    """No wave, no menu of ours, and one plain sentence at F7."""
    monkeypatch.setattr(spelling, "dictionary_folder", lambda: None)
    heard = []
    monkeypatch.setattr(marking, "announce", lambda _widget, words: heard.append(words))
    mette = desk_of("mette")
    prose = shown_alone(qtbot, mette)
    QTest.keyClicks(prose, "Hun kom til aflevringen igen. ")
    QTest.keyClick(prose, Qt.Key.Key_F7)
    qtbot.wait(50)
    assert waves(prose) == []
    assert heard == ["Der er ingen dansk ordbog på denne computer."]


def test_a_dictionary_that_cannot_be_read_is_as_none(desk_of, qtbot, monkeypatch, tmp_path):  # noqa: F811
    """Half a file on the disk: the writer notices nothing but the missing waves."""
    for half in ("da_DK.aff", "da_DK.dic"):
        (tmp_path / half).write_text("1\nbarn\n", encoding="utf-8")
    monkeypatch.setattr(spelling, "dictionary_folder", lambda: tmp_path)
    mette = desk_of("mette")
    prose = shown_alone(qtbot, mette)
    QTest.keyClicks(prose, "Hun kom til aflevringen igen. ")
    qtbot.waitUntil(lambda: not speller_of(mette.desk).is_there, timeout=3000)
    assert waves(prose) == []
    assert prose.said() == "Hun kom til aflevringen igen. "


def shown_alone(qtbot, desk):
    """One field in a window of its own, with the keyboard in it."""
    prose = Prose()
    qtbot.addWidget(prose)
    with qtbot.waitActive(prose, timeout=3000):
        prose.show()
        prose.activateWindow()
    spell(prose, desk.desk)
    prose.setFocus()
    return prose
