"""Sådan læser de det by keyboard, through the real windows, on a real vault."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.services.letters.a_letter import begun, three
from tests.ui.accessibility import spoken
from tests.ui.underretninger.by_hand import CTRL, SHIFT, key
from tvaerfaglig.domain.masking import token
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.reading_glasses import Reader
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.services.children import protecting

SHIFT_CTRL = Qt.KeyboardModifier.ShiftModifier | CTRL


def settled(desk, view):
    """Until the close reading has come too: it goes beside the vault."""
    for _ in range(200):
        desk.settle()
        aside = desk.desk._aside
        if (aside is None or not aside.busy) and view.closely is not None:
            break
        QApplication.processEvents()
    desk.settle()


def opened(desk, letter):
    place = desk.place()
    place.activateWindow()
    place.open(letter)
    desk.settle()
    if place.shown is place.letter:
        key(place.letter, Qt.Key.Key_F, SHIFT_CTRL)
    else:
        key(place.after, Qt.Key.Key_F, SHIFT_CTRL)
    desk.settle()
    settled(desk, place.beside.glasses)
    return place


def harsh(desk):
    """A letter with harsh words, two children named, one of them in clear."""
    letter = desk.do(begun)
    for one in desk.do(three).values():
        desk.do(u.insert_observation, letter, one)
    texts = {
        "resume": "Alma er aggressiv.\nHun var glad i går. Alma er aggressiv igen.",
        "over_tid": f"Emil blev skubbet, og {token('bertil')} græd.",
        "vurdering": "Mor magter ikke opgaven. PPR er spurgt.",
    }
    desk.do(u.save_sitting, letter, texts, {})
    return letter


@pytest.fixture
def reading(mette):
    """Mette with the parents' glasses on."""
    mette.letter = harsh(mette)
    mette.page = opened(mette, mette.letter)
    return mette


def quotes(view):
    return [one.quote for one in view.marks]


def test_the_letter_is_read_as_they_get_it(reading):
    """Title by the reader, the paper's words, no other child's name, focus in the text."""
    view = reading.page.beside.glasses
    assert reading.page.shown is view
    assert view.top.heading.text() == "Sådan læser forældrene det"
    said = view.paper.toPlainText()
    assert "Alma er aggressiv." in said
    assert "et andet barn græd" in said
    assert "Bertil" not in said
    assert view.paper.hasFocus()
    assert view.paper.isReadOnly()


def test_f8_walks_from_word_to_word(reading):
    """The caret stands at its word, the card opens with ways to say it; and round again."""
    view = reading.page.beside.glasses
    many = len(view.marks)
    key(view.paper, Qt.Key.Key_F8)
    assert view.current == 0
    assert view.paper.textCursor().position() == view.paper._cursor(view.marks[0]).selectionStart()
    assert "slog barnet to gange" in view.side.cards[0].accessibleName()
    for _ in range(many):
        key(QApplication.focusWidget(), Qt.Key.Key_F8)
    assert view.current == 0
    key(QApplication.focusWidget(), Qt.Key.Key_F8, SHIFT)
    assert view.current == many - 1


def test_enter_goes_to_the_very_place_and_back(reading):
    """The second »aggressiv« is the second in the text; Ctrl+Shift+F returns to the same mark."""
    view, page = reading.page.beside.glasses, reading.page
    second = [nr for nr, one in enumerate(view.marks) if one.quote == "aggressiv"][1]
    view.choose(second)
    view.side.focus_card(second)
    key(view.side.cards[second], Qt.Key.Key_Return)
    reading.settle()
    assert page.shown is page.letter
    assert page.letter.section == "resume"
    prose = page.letter.middle.editor.prose
    assert prose.hasFocus()
    last = prose.text().rindex("aggressiv")
    assert last <= prose.textCursor().position() <= last + len("aggressiv")
    key(prose, Qt.Key.Key_F, SHIFT_CTRL)
    reading.settle()
    settled(reading, view)
    assert page.shown is view
    assert view.current == second


def test_enter_in_the_paper_goes_there_too(reading):
    """The caret in a marked word opens its card; Enter leads on."""
    view = reading.page.beside.glasses
    at = next(nr for nr, one in enumerate(view.marks) if one.quote == "magter ikke")
    cursor = view.paper._cursor(view.marks[at])
    cursor.setPosition(cursor.selectionStart() + 2)
    view.paper.setTextCursor(cursor)
    assert view.current == at
    key(view.paper, Qt.Key.Key_Return)
    reading.settle()
    assert reading.page.letter.section == "vurdering"


def test_what_was_mended_is_read_anew(reading):
    """Other words in the text: the mark is gone when one comes back."""
    view, page = reading.page.beside.glasses, reading.page
    view.place_asked.emit("vurdering")
    reading.settle()
    prose = page.letter.middle.editor.prose
    prose.selectAll()
    prose.insert("Mor kom ikke til samtalen den 3. november.")
    key(prose, Qt.Key.Key_F, SHIFT_CTRL)
    reading.settle()
    settled(reading, view)
    assert "magter ikke" not in quotes(view)
    assert "den 3. november" in view.paper.toPlainText()


def test_the_child_at_eighteen_has_questions_of_its_own(reading):
    """Arrow right in the choice: the year, another title, other questions."""
    view = reading.page.beside.glasses
    chosen = view.glasses_choice.buttons()[0]
    chosen.setFocus()
    key(chosen, Qt.Key.Key_Right)
    reading.settle()
    assert view.top.heading.text() == "Sådan læser Alma det som 18-årig"
    words = spoken(view)
    assert any("I 2040 kan Alma" in one for one in words)
    assert any("Er dine egne ord med?" in one for one in words)


def test_a_question_is_laid_away_for_good(reading, desk_of):
    """Delete on its card: gone here, gone in the letter, and not back tomorrow."""
    view = reading.page.beside.glasses
    at = quotes(view).index("magter ikke")
    view.choose(at)
    view.side.focus_card(at)
    key(view.side.cards[at], Qt.Key.Key_Delete)
    reading.settle()
    assert "magter ikke" not in quotes(view)
    letter = reading.letter
    mette = desk_of("mette")
    place = opened(mette, letter)
    assert "magter ikke" not in quotes(place.beside.glasses)


def test_other_children_are_listed_with_how_they_stand(reading):
    """Emil in clear with a way to the place; Bertil masked."""
    view, page = reading.page.beside.glasses, reading.page
    words = " ".join(spoken(view))
    assert "Emil · Før og nu" in words
    assert "Bertil Kjær" in words
    assert "PPR" in words
    view.side.written.emit("over_tid")
    reading.settle()
    assert page.letter.section == "over_tid"


def test_f1_tells_the_number_of_readability_and_what_it_is_worth(reading):
    """Only there; elsewhere F1 says what the other pages do."""
    view, page = reading.page.beside.glasses, reading.page
    assert "Lixtallet" in page.help_words
    assert "Det er ikke en karakter" in page.help_words
    assert not any("Lixtal" in one for one in spoken(view))
    key(view.paper, Qt.Key.Key_Escape)
    reading.settle()
    assert page.shown is page.letter
    assert "LIX" not in page.help_words


def test_the_parents_glasses_are_put_away_under_the_guard(mette):
    """It says why, and offers the child's alone."""
    letter = harsh(mette)
    mette.do(protecting.set_guard, "alma", Against.FORAELDER, "")
    view = opened(mette, letter).beside.glasses
    assert view.top.heading.text() == "Sådan læser Alma det som 18-årig"
    assert view.glasses_choice is None
    assert any("mistanken er mod" in one for one in spoken(view))
    assert not any(one == "Forældrene" for one in spoken(view))


def test_a_finished_letter_is_read_and_not_written_in(mette, shelf):
    """From the page after it; Enter says why it cannot be mended here, Esc leads back."""
    letter = harsh(mette)
    mette.do(u.finish, letter, shelf)
    place = opened(mette, letter)
    view = place.beside.glasses
    assert place.shown is view
    key(view.paper, Qt.Key.Key_F8)
    key(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert place.shown is view
    assert "afsluttet" in view.message.words()
    assert not view.side.cards[0].away.isVisible()
    key(view.paper, Qt.Key.Key_Escape)
    mette.settle()
    assert place.shown is place.after


def test_it_is_reached_from_the_reading_through(mette):
    """Læs igennem has a button to it, and one comes back to the text."""
    letter = harsh(mette)
    place = mette.place()
    place.open(letter)
    mette.settle()
    place.letter.read_asked.emit()
    mette.settle()
    place.read.glasses.click()
    mette.settle()
    view = place.beside.glasses
    settled(mette, view)
    assert place.shown is view
    assert view._reader is Reader.PARENTS
    key(view.paper, Qt.Key.Key_Escape)
    mette.settle()
    assert place.shown is place.letter


def test_one_laid_aside_is_read_too(mette):
    """It is the draft that is read; Enter says how to write in it again."""
    letter = harsh(mette)
    mette.do(u.lay_aside, letter, "Vi venter på mor.", date(2026, 12, 1))
    place = opened(mette, letter)
    view = place.beside.glasses
    assert "kladden" in view._foot.text()
    view.choose(0)
    view.paper.opened.emit(0)
    assert "Tag den op igen" in view.message.words()
