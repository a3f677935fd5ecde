"""Belæg beside the text: set by a sentence with the keys and the mouse, taken back, and sought out both ways."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.services.letters.a_letter import begun, observe, three
from tests.ui.underretninger.by_hand import CTRL, SHIFT, drop_on, key
from tvaerfaglig.domain.observation import Sign, Source
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.ui.underretninger import cited_prose


@pytest.fixture
def at_letter(mette, qtbot):
    """Mette with three observations of her own and one that mor told, in a letter just opened."""
    seen, letter = mette.do(three), mette.do(begun)
    seen["fortalt"] = mette.do(
        observe,
        date(2026, 11, 4),
        "Alma sov hos naboen.",
        sign=Sign.BEKYMRING,
        source=Source.FORTALT,
        told_by="mor",
        at=None,
    )
    place = mette.place()
    place.activateWindow()
    place.open(letter)
    mette.settle()
    mette.seen, mette.letter, mette.page = seen, letter, place
    return mette


def writing(desk, section, words):
    """The section's text, with these words typed in it."""
    letter = desk.page.letter
    letter.go_to_section(section)
    prose = letter.middle.editor.prose
    prose.setFocus()
    prose.insertPlainText(words)
    QApplication.processEvents()
    return prose


def caret(prose, words):
    """Put the caret in the middle of these words."""
    cited_prose.go_to(prose, prose.text().index(words) + len(words) // 2)


def enter_on(desk, name):
    """Ctrl+B, and Enter on one observation."""
    letter = desk.page.letter
    key(letter, Qt.Key.Key_B, CTRL)
    card = letter.evidence.cards[desk.seen[name]]
    card.setFocus()
    key(card, Qt.Key.Key_Return)
    desk.settle()


TWO = "Alma er sulten om morgenen. Alma leger alene."


def test_by_keyboard_it_is_set_by_the_sentence_one_stands_in(at_letter):
    """Not at the caret: before the full stop, and one goes on writing where one was."""
    prose = writing(at_letter, "vurdering", TWO)
    caret(prose, "sulten")
    enter_on(at_letter, "groed")
    assert prose.text() == "Alma er sulten om morgenen [1]. Alma leger alene."
    assert prose.hasFocus()
    card = at_letter.page.letter.evidence.cards[at_letter.seen["groed"]]
    assert "brugt i 5, 11" in card.accessibleName()


def test_by_mouse_it_is_set_by_the_sentence_it_is_let_go_over(at_letter):
    """A real drop in the middle of the second sentence; a smiley before it shifts nothing."""
    prose = writing(at_letter, "vurdering", "🙂 " + TWO)
    cursor = prose.textCursor()
    cursor.setPosition(prose.toPlainText().index("leger") + 2)
    card = at_letter.page.letter.evidence.cards[at_letter.seen["hule"]]
    drop_on(prose.viewport(), card, prose.cursorRect(cursor).center())
    at_letter.settle()
    assert prose.text() == f"🙂 {TWO[:-1]} [1]."


def test_the_sentence_it_is_held_over_stands_out(at_letter):
    """On the way one sees where it will land; carried off again, nothing is chosen."""
    prose = writing(at_letter, "vurdering", TWO)
    cursor = prose.textCursor()
    cursor.setPosition(prose.toPlainText().index("leger") + 2)
    card = at_letter.page.letter.evidence.cards[at_letter.seen["hule"]]
    spot = prose.cursorRect(cursor).center()
    how = (
        Qt.DropAction.CopyAction,
        card.mime(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(prose.viewport(), QDragEnterEvent(spot, *how))
    QApplication.sendEvent(prose.viewport(), QDragMoveEvent(spot, *how))
    assert prose.textCursor().selectedText() == "Alma leger alene."
    QApplication.sendEvent(prose.viewport(), QDragLeaveEvent())
    assert not prose.textCursor().hasSelection()
    assert prose.text() == TWO


def test_the_same_observation_again_keeps_its_number(at_letter):
    """Twice in the text, once among the rows; by one sentence twice it stands once."""
    prose = writing(at_letter, "vurdering", TWO)
    for words in ("sulten", "leger", "leger"):
        caret(prose, words)
        enter_on(at_letter, "groed")
    assert prose.text() == "Alma er sulten om morgenen [1]. Alma leger alene [1]."
    assert len(at_letter.do(u.open_letter, at_letter.letter).rows) == 1
    assert "står der allerede" in at_letter.said[-1]


def test_several_by_one_sentence_share_a_bracket_and_follow_their_rows(at_letter):
    """The older one comes first among the rows, and the numbers follow; taken out, they close up."""
    prose = writing(at_letter, "vurdering", TWO)
    for name in ("nattoej", "groed"):
        caret(prose, "sulten")
        enter_on(at_letter, name)
    assert prose.text() == "Alma er sulten om morgenen [1, 2]. Alma leger alene."
    caret(prose, "leger")
    enter_on(at_letter, "hule")
    assert prose.text() == "Alma er sulten om morgenen [1, 3]. Alma leger alene [2]."
    at_letter.page.writer.remove(at_letter.seen["groed"])
    at_letter.settle()
    assert prose.text() == "Alma er sulten om morgenen [2]. Alma leger alene [1]."


def test_fortryd_takes_the_number_and_its_row_back(at_letter):
    """And where the row stood already, the number alone."""
    prose = writing(at_letter, "vurdering", TWO)
    caret(prose, "sulten")
    enter_on(at_letter, "groed")
    caret(prose, "leger")
    enter_on(at_letter, "groed")
    at_letter.undo[-1]()
    at_letter.settle()
    assert prose.text() == "Alma er sulten om morgenen [1]. Alma leger alene."
    assert len(at_letter.do(u.open_letter, at_letter.letter).rows) == 1
    caret(prose, "leger")
    enter_on(at_letter, "hule")
    assert prose.text().endswith("alene [2].")
    at_letter.undo[-1]()
    at_letter.settle()
    assert prose.text() == "Alma er sulten om morgenen [1]. Alma leger alene."
    rows = at_letter.do(u.open_letter, at_letter.letter).rows
    assert [row.observation for row in rows] == [at_letter.seen["groed"]]


def test_ctrl_z_takes_the_number_out_of_the_field(at_letter):
    """One step, as anything that is typed."""
    prose = writing(at_letter, "vurdering", TWO)
    caret(prose, "sulten")
    enter_on(at_letter, "groed")
    prose.undo()
    assert prose.text() == TWO


def test_plus_makes_it_a_row_and_leaves_the_text_alone(at_letter):
    """One key, from whichever section; Fortryd takes the row out again."""
    letter = at_letter.page.letter
    prose = writing(at_letter, "vurdering", TWO)
    card = letter.evidence.cards[at_letter.seen["hule"]]
    card.setFocus()
    key(card, Qt.Key.Key_Plus)
    at_letter.settle()
    assert prose.text() == TWO
    assert len(at_letter.do(u.open_letter, at_letter.letter).rows) == 1
    at_letter.undo[-1]()
    at_letter.settle()
    assert at_letter.do(u.open_letter, at_letter.letter).rows == ()


def test_from_a_number_to_its_observation(at_letter):
    """Ctrl+B with the caret in [1], or Ctrl and a press on it."""
    letter = at_letter.page.letter
    prose = writing(at_letter, "vurdering", TWO)
    caret(prose, "sulten")
    enter_on(at_letter, "groed")
    card = letter.evidence.cards[at_letter.seen["groed"]]
    caret(prose, "[1]")
    key(letter, Qt.Key.Key_B, CTRL)
    assert card.hasFocus()
    prose.setFocus()
    cursor = prose.textCursor()
    cursor.setPosition(prose.toPlainText().index("[1]") + 1)
    spot = prose.cursorRect(cursor).center()
    QTest.mouseClick(prose.viewport(), Qt.MouseButton.LeftButton, CTRL, spot)
    assert card.hasFocus()


def test_the_mouse_over_a_number_shows_what_it_stands_for(at_letter):
    """Day, words, whose eyes; beside a number there is nothing to show."""
    prose = writing(at_letter, "vurdering", TWO)
    caret(prose, "sulten")
    enter_on(at_letter, "groed")

    def held_over(words):
        cursor = prose.textCursor()
        cursor.setPosition(prose.toPlainText().index(words) + 1)
        press = prose.findChild(cited_prose.CitationPress)
        return press.words_at(prose.cursorRect(cursor).center())

    shown = held_over("[1]")
    assert "26. okt." in shown
    assert "grød" in shown
    assert "førstehånds" in shown
    assert held_over("Alma leger") == ""


def test_from_an_observation_to_the_sentences_that_rest_on_it(at_letter):
    """Space goes to the first, again to the next, and last to the row itself."""
    letter = at_letter.page.letter
    prose = writing(at_letter, "resume", "Alma spiser meget.")
    enter_on(at_letter, "groed")
    prose = writing(at_letter, "vurdering", TWO)
    caret(prose, "sulten")
    enter_on(at_letter, "groed")
    where = []
    for _ in range(3):
        letter.go_to_section("ressourcer")
        card = letter.evidence.cards[at_letter.seen["groed"]]
        card.setFocus()
        key(card, Qt.Key.Key_Space)
        where.append(letter.section)
        assert letter.middle.editor.isAncestorOf(QApplication.focusWidget())
    assert where == ["resume", "vurdering", "observationer"]
    assert QApplication.focusWidget() is letter.middle.editor.cards[at_letter.seen["groed"]]


def test_the_link_on_a_card_does_the_same(at_letter):
    """For the mouse."""
    letter = at_letter.page.letter
    prose = writing(at_letter, "resume", "Alma spiser meget.")
    enter_on(at_letter, "groed")
    letter.go_to_section("ressourcer")
    card = letter.evidence.cards[at_letter.seen["groed"]]
    QTest.mouseClick(card.seek_button, Qt.MouseButton.LeftButton)
    assert letter.section == "resume"
    assert letter.middle.editor.prose.text() == "Alma spiser meget [1]."
    del prose


def test_sentences_without_evidence_are_stepped_through(at_letter, qtbot):
    """They are counted beside the text; Ctrl+Shift+B goes to the next, and Enter on a card answers it."""
    letter = at_letter.page.letter
    prose = writing(at_letter, "vurdering", TWO + " Mor kommer ikke til samtalerne.")
    caret(prose, "sulten")
    enter_on(at_letter, "groed")
    words = letter.evidence.open_words
    qtbot.waitUntil(lambda: words.text() == "To sætninger i vurderingen uden belæg", timeout=5000)
    letter.go_to_section("ressourcer")
    key(letter, Qt.Key.Key_B, CTRL | SHIFT)
    assert letter.section == "vurdering"
    assert letter.evidence.open_words.text() == "1 af 2 uden belæg: »Alma leger alene. …«"
    prose = letter.middle.editor.prose
    enter_on(at_letter, "hule")
    assert "alene [2]." in prose.text()
    QTest.mouseClick(letter.evidence.open_button, Qt.MouseButton.LeftButton)
    assert "Mor kommer" in letter.evidence.open_words.text()


def test_reading_through_names_the_sentences_without_evidence(at_letter):
    """Before it is printed; the link leads back to where they stand."""
    letter, page = at_letter.page.letter, at_letter.page
    prose = writing(at_letter, "vurdering", TWO)
    caret(prose, "sulten")
    enter_on(at_letter, "groed")
    letter.read_asked.emit()
    at_letter.settle()
    assert page.shown is page.read
    said = [one.text() for one in page.read.findChildren(QLabel)]
    assert "»Alma leger alene.«" in said
    assert not any("sulten" in words and words.startswith("»") for words in said)
    go = next(b for b in page.read.findChildren(QAbstractButton) if b.text() == "Til vurderingen")
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    at_letter.settle()
    assert page.shown is letter
    assert letter.section == "vurdering"


def test_the_tray_says_the_balance_and_whose_eyes(at_letter):
    """In words, beside each other; first-hand and second-hand are told apart."""
    letter = at_letter.page.letter
    letter.go_to_section("observationer")
    enter_on(at_letter, "groed")
    said = letter.evidence.balance.text().splitlines()
    assert said[0] == "I brevet: 1 bekymring og ingen ressourcer"
    assert said[1] == "Ikke brugt: 2 bekymringer og 1 ressource"
    names = {
        one: letter.evidence.cards[key].accessibleName() for one, key in at_letter.seen.items()
    }
    assert "førstehånds" in names["nattoej"]
    assert "andenhånds" in names["fortalt"]
    assert next(iter(letter.evidence.cards)) == at_letter.seen["hule"]


def test_the_arrows_go_from_card_to_card(at_letter):
    """Down to the next, up again."""
    cards = list(at_letter.page.letter.evidence.cards.values())
    cards[0].setFocus()
    key(cards[0], Qt.Key.Key_Down)
    assert cards[1].hasFocus()
    key(cards[1], Qt.Key.Key_Up)
    assert cards[0].hasFocus()


def test_a_count_from_the_log_stands_among_the_questions(at_letter, qtbot):
    """»ofte« with three mornings of the log behind it is offered its number."""
    for day in (2, 9):
        at_letter.do(
            observe,
            date(2026, 11, day),
            "Alma spurgte efter mad.",
            sign=Sign.BEKYMRING,
            categories=("krop.mad",),
        )
    at_letter.page.writer.renew()
    at_letter.settle()
    writing(at_letter, "over_tid", "Alma er ofte sulten.")
    at_letter.page.letter.flush()

    def offered():
        return [one for one in at_letter.page.writer.help.shown if one.rule == "kan_taelles"]

    qtbot.waitUntil(lambda: bool(offered()), timeout=5000)
    assert [one.quote for one in offered()] == ["ofte"]
    assert offered()[0].replacement.startswith("2 af 14 hverdage 26.10.–12.11.")


def test_the_annex_is_left_out_with_one_tick(at_letter):
    """On until somebody says no; the choice is found again."""
    letter = at_letter.page.letter
    letter.go_to_section("afsender")
    tick = letter.middle.editor.grounds
    assert tick.isChecked()
    tick.setFocus()
    key(tick, Qt.Key.Key_Space)
    at_letter.page.open("")
    at_letter.settle()
    assert not at_letter.do(u.open_letter, at_letter.letter).record.evidence_annex


def test_words_typed_while_rows_are_numbered_stand(at_letter):
    """An older row makes [1] into [2], also in what is written before the answer has come."""
    writer = at_letter.page.writer
    writer.insert(at_letter.seen["hule"])
    at_letter.settle()
    prose = writing(at_letter, "vurdering", "Vi er bekymrede, fordi hun var sulten [1].")
    writer.insert(at_letter.seen["groed"])
    prose.insertPlainText(" Det så vi igen [1].")
    at_letter.settle()
    assert prose.text() == "Vi er bekymrede, fordi hun var sulten [2]. Det så vi igen [2]."
    at_letter.page.save_now()
    at_letter.settle()
    kept = at_letter.do(u.read_letter, at_letter.letter).sections["vurdering"].text
    assert kept == prose.text()
