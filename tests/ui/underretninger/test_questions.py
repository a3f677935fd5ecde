"""Spørgsmål beside the text: found by keyboard and mouse, answered, laid away and taken back, and never in the way."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.letters.a_letter import begun, three
from tests.ui.underretninger.by_hand import CTRL, SHIFT, key
from tvaerfaglig.domain.quality.engine import Asked
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.ui.writing import spoken as speaking
from tvaerfaglig.ui.writing.switches import QUIET, switches_of

TEXT = (
    "Alma er ofte træt om formiddagen. Hun virker ked af det, når hun bliver afleveret. "
    "Hun spiser altid meget. Alma er tit alene. Hun er ofte sulten."
)


@pytest.fixture
def writing(mette, qtbot):
    """Mette in *Før og nu* with a text that is asked about, and the answer there."""
    mette.do(three)
    letter = mette.do(begun)
    mette.do(u.save_section, letter, "over_tid", TEXT)
    place = mette.place()
    place.activateWindow()
    place.open(letter)
    mette.settle()
    mette.letter, mette.page, mette.view = letter, place, place.letter
    mette.view.go_to_section("over_tid")
    mette.prose = mette.view.middle.editor.prose
    mette.prose.setFocus()
    mette.panel = mette.view.questions
    asked(mette, qtbot)
    return mette


def asked(desk, qtbot):
    """Until the writing help has answered about what stands there now."""
    desk.settle()
    qtbot.waitUntil(lambda: desk.page.writer.help._asker._work is None, timeout=3000)
    qtbot.waitUntil(lambda: desk.page.writer.help._asker._asked is None, timeout=3000)
    desk.settle()


def caret(prose, at):
    cursor = prose.textCursor()
    cursor.setPosition(at)
    prose.setTextCursor(cursor)
    QApplication.processEvents()


def marks(prose):
    return [one.selectedText() for one in prose._questions]


def named(panel, words):
    """The first question about these words; *flere* is opened where they stand behind it."""
    if words not in [one.quote for one in panel.here()]:
        QTest.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    return next(place for place, one in panel._made.items() if one.quote == words)


def test_three_at_a_time_and_the_rest_behind_flere(writing):
    """The most useful three stand there; *flere* opens the rest, and closes it again."""
    panel = writing.panel
    assert len(panel.cards) == 3
    assert marks(writing.prose) == [one.quote for one in panel.here() if one.start is not None]
    first = list(panel.cards)
    assert panel.more.isVisible()
    assert "flere" in panel.more.text()
    QTest.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    assert len(panel.cards) > 3
    assert list(panel.cards)[:3] == first
    assert marks(writing.prose) == [one.quote for one in panel.here() if one.start is not None]
    assert len(marks(writing.prose)) > 3
    QTest.mouseClick(panel.more, Qt.MouseButton.LeftButton)
    assert list(panel.cards) == first


def test_the_same_word_twice_is_two_questions(writing):
    """F8 comes to both; neither holds the walk up."""
    QTest.mouseClick(writing.panel.more, Qt.MouseButton.LeftButton)
    many = list(writing.page.writer.help.shown)
    walked = []
    for _ in many:
        key(writing.view, Qt.Key.Key_F8)
        walked.append(writing.panel.current)
    assert len(set(walked)) == len(many)
    key(writing.view, Qt.Key.Key_F8, SHIFT)
    assert writing.panel.current == walked[-2]


def test_the_caret_shows_the_question_and_leaves_it(writing):
    """From the text: in »ofte« its card is the current one, elsewhere none is; nothing takes the focus."""
    place = next(one.place for one in writing.panel.here() if one.start is not None)
    found = writing.page.writer.help.finding(place)
    caret(writing.prose, found.start + 1)
    assert writing.panel.current == place
    assert writing.prose.hasFocus()
    grounds = [one for one in writing.prose.extraSelections() if one.format.hasProperty(0x820)]
    assert [one.cursor.selectedText() for one in grounds] == [found.quote]
    caret(writing.prose, len(TEXT))
    assert writing.panel.current == ""
    assert writing.prose.hasFocus()


def test_the_list_goes_to_the_words(writing):
    """Arrows step through the cards, Enter puts the caret at the words; a press shows without moving it."""
    cards = list(writing.panel.cards.values())
    cards[0].setFocus()
    key(cards[0], Qt.Key.Key_Down)
    assert cards[1].hasFocus()
    assert writing.panel.current == list(writing.panel.cards)[1]
    found = writing.page.writer.help.finding(writing.panel.current)
    key(cards[1], Qt.Key.Key_Return)
    assert writing.prose.hasFocus()
    assert writing.prose.textCursor().position() == found.end
    before = writing.prose.textCursor().position()
    QTest.mouseClick(cards[0], Qt.MouseButton.LeftButton, pos=QPoint(30, 8))
    assert writing.panel.current == next(iter(writing.panel.cards))
    assert writing.prose.textCursor().position() == before


def test_laid_away_and_taken_back_at_once(writing, qtbot):
    """Delete on the card: it goes, the keyboard stands on the next, *Fortryd* brings it back."""
    place, card = next(iter(writing.panel.cards.items()))
    card.setFocus()
    key(card, Qt.Key.Key_Delete)
    assert place not in writing.panel.cards
    asked(writing, qtbot)
    assert place not in writing.panel.cards
    undo = writing.panel.laid.undo
    assert undo.isVisible()
    undo.setFocus()
    key(undo, Qt.Key.Key_Space)
    asked(writing, qtbot)
    assert place in writing.panel.cards
    assert writing.do(u.open_letter, writing.letter).dismissed == ()


def test_what_was_laid_away_can_be_seen_and_asked_again(writing, qtbot):
    """Two away: the list tells which, and one of them comes back by its own button."""
    QTest.mouseClick(writing.panel.more, Qt.MouseButton.LeftButton)
    for word in ("ofte", "altid"):
        place = named(writing.panel, word)
        caret(writing.prose, writing.page.writer.help.finding(place).end)
        key(writing.prose, Qt.Key.Key_Escape)
        asked(writing, qtbot)
    assert writing.panel.laid.head.text() == "Lagt væk: 2"
    QTest.mouseClick(writing.panel.laid.head, Qt.MouseButton.LeftButton)
    back = [
        one
        for one in writing.panel.laid.findChildren(type(writing.panel.laid.undo))
        if "altid" in one.accessibleName() and one.isVisible()
    ]
    QTest.mouseClick(back[0], Qt.MouseButton.LeftButton)
    asked(writing, qtbot)
    words = [one.quote for one in writing.page.writer.help.asked.asked.open]
    assert "altid" in words
    assert words.count("ofte") == 1
    QTest.mouseClick(writing.panel.again, Qt.MouseButton.LeftButton)
    asked(writing, qtbot)
    assert [one.quote for one in writing.page.writer.help.asked.asked.open].count("ofte") == 2
    qtbot.waitUntil(lambda: QApplication.focusWidget() in writing.panel.cards.values())


def test_laid_away_stays_away_while_the_text_around_it_is_written(writing, qtbot):
    """Before it, after it and far from it: through the program, the vault and back."""
    place = named(writing.panel, "ofte")
    anchor = writing.page.writer.help.finding(place).anchor
    caret(writing.prose, writing.page.writer.help.finding(place).end)
    key(writing.prose, Qt.Key.Key_Escape)
    asked(writing, qtbot)
    caret(writing.prose, 0)
    QTest.keyClicks(writing.prose, "I dag igen: ")
    caret(writing.prose, len(writing.prose.text()))
    QTest.keyClicks(writing.prose, " Og hun er ofte glad.")
    writing.prose.flush()
    asked(writing, qtbot)
    starts = [o.start for o in writing.page.writer.help.asked.asked.open if o.quote == "ofte"]
    text = writing.prose.text()
    assert text.index("ofte") not in starts
    assert len(starts) == 2
    writing.page.save_now()
    writing.settle()
    page = writing.do(u.open_letter, writing.letter)
    shelf = writing.desk.library
    again = u.all_questions(page, shelf.underretning, shelf.questions)
    assert [one.anchor for one in again.away] == [anchor]
    assert again.away[0].start == text.index("ofte")


def test_the_dots_follow_what_is_typed(writing):
    """Before the next answer: pushed along by words before them, and not drawn out by words after them."""
    before = marks(writing.prose)
    caret(writing.prose, 0)
    QTest.keyClicks(writing.prose, "Ja. ")
    found = writing.prose._questions[0]
    caret(writing.prose, found.selectionEnd())
    QTest.keyClicks(writing.prose, " igen")
    assert marks(writing.prose) == before
    assert [one.cursor.selectedText() for one in writing.prose.extraSelections()] == before


def test_an_answer_to_older_words_changes_nothing(writing, qtbot):
    """She types on while the rules work: their answer is dropped, and asked for again when she pauses."""
    writer, shown, begun_at = writing.page.writer, [], []
    typed_on = threading.Event()

    def slow():
        begun_at.append(len(begun_at))
        typed_on.wait(3)
        return Asked()

    writer.help.found.connect(lambda: shown.append(len(begun_at)))
    writer.help._asker.ask(slow, at_once=True)
    qtbot.waitUntil(lambda: bool(begun_at), timeout=2000)
    caret(writing.prose, len(TEXT))
    QTest.keyClicks(writing.prose, " A")
    typed_on.set()
    qtbot.wait(100)
    assert shown == []
    assert writing.panel.cards
    qtbot.waitUntil(lambda: bool(shown), timeout=3000)
    assert writer.help.asked.asked.open


def test_cards_that_stay_are_not_made_anew(writing, qtbot):
    """What is still asked stands still: the same widgets, before and after an answer."""
    before = dict(writing.panel.cards)
    caret(writing.prose, len(TEXT))
    QTest.keyClicks(writing.prose, " Far kom kl. 8.")
    writing.prose.flush()
    asked(writing, qtbot)
    kept = [place for place in before if place in writing.panel.cards]
    assert kept
    assert all(writing.panel.cards[place] is before[place] for place in kept)


def test_what_is_offered_is_written_with_one_key_and_taken_back(writing, qtbot):
    """Ctrl+. writes the words offered in place of those asked about; Ctrl+Z brings the old ones back."""
    from dataclasses import replace

    place = named(writing.panel, "ofte")
    writer = writing.page.writer
    offered = tuple(
        replace(one, replacement="seks gange") if one.place == place else one
        for one in writer.help.asked.asked.open
    )
    writer.help._on_answered(Asked(offered))
    caret(writing.prose, writer.help.finding(place).end)
    assert writing.panel.cards[place].instead_button.isVisible()
    key(writing.view, Qt.Key.Key_Period, CTRL)
    assert "Alma er seks gange træt" in writing.prose.text()
    asked(writing, qtbot)
    assert place not in {o.place for o in writer.help.shown if o.start == TEXT.index("ofte")}
    key(writing.prose, Qt.Key.Key_Z, CTRL)
    assert writing.prose.text() == TEXT


def test_new_questions_are_spoken_once_and_not_while_typing(writing, qtbot, monkeypatch):
    """After a pause, in one sentence; keys push it on, and what was said is not said again."""
    heard = []
    monkeypatch.setattr(speaking, "announce", lambda _widget, words: heard.append(words))
    spoken = writing.panel._spoken
    spoken._pause.setInterval(120)
    spoken._told = set()
    writing.page.writer.help.found.emit()
    caret(writing.prose, len(TEXT))
    for letter in " Vi kom":
        QTest.keyClicks(writing.prose, letter)
        qtbot.wait(40)
    assert heard == []
    qtbot.wait(900)
    assert heard == ["3 spørgsmål til afsnittet. F8 går til det næste."]
    writing.page.writer.help.found.emit()
    qtbot.wait(250)
    assert len(heard) == 1


def test_a_selection_is_left_alone(writing):
    """Marking words with the keyboard neither chooses a question nor lets one go."""
    place = named(writing.panel, "ofte")
    found = writing.page.writer.help.finding(place)
    caret(writing.prose, found.start)
    cursor = writing.prose.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    writing.prose.setTextCursor(cursor)
    assert writing.panel.current == place


def test_the_reading_figure_stands_behind_f1_with_what_it_does_not_know(writing, qtbot):
    """Too short a text has none; a longer one has a figure, its scale in words, and its caveats."""
    assert "for kort" in writing.page.help_words
    writing.prose.selectAll()
    writing.prose.insert("Tirsdag kom Alma kl. 8.15 i nattøj. Hun spiste tre portioner grød. " * 12)
    told = writing.page.help_words
    assert "Lixtal for »Før og nu«: " in told
    assert "intet om, hvor godt der er skrevet" in told
    shown = " ".join(one.question for one in writing.panel.here())
    assert "Lixtal" not in shown


def test_the_card_of_the_words_comes_into_sight(writing, qtbot):
    """The caret in words whose card lies below the edge: the panel scrolls to it."""
    QTest.mouseClick(writing.panel.more, Qt.MouseButton.LeftButton)
    last = [one for one in writing.panel.here() if one.start is not None][-1]
    caret(writing.prose, last.end)
    card = writing.panel.cards[last.place]
    area = writing.view.panel.inside
    qtbot.waitUntil(
        lambda: (
            card.mapTo(area.viewport(), QPoint(0, card.height())).y() <= area.viewport().height()
        ),
        timeout=2000,
    )
    assert card.mapTo(area.viewport(), QPoint(0, 0)).y() >= 0


def test_small_words_are_asked_about_by_those_who_want_it(writing, qtbot):
    """»meget« is left alone until she turns it on in Mig, and again when she turns it off."""

    def rules():
        asked(writing, qtbot)
        return {one.rule for one in writing.page.writer.help.asked.asked.open}

    writing.prose.selectAll()
    writing.prose.insert("Alma spiste meget.")
    assert "maengde" not in rules()
    switches_of(writing.desk).turn(QUIET, on=True)
    assert "maengde" in rules()
    switches_of(writing.desk).turn(QUIET, on=False)
    assert "maengde" not in rules()
