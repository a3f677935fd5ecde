"""One quiet line under an observation's text: after a pause, never before, and never between her and *Gem*."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.at_desk import AtDesk
from tests.ui.underretninger.conftest import shelf  # noqa: F401 -- the library, read once
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.services import drafts
from tvaerfaglig.store import queries
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.observations import content as contents
from tvaerfaglig.ui.observations.page import ObservationPlace
from tvaerfaglig.ui.tasks import Tasks
from tvaerfaglig.ui.writing import light as lightly
from tvaerfaglig.ui.writing.switches import QUESTIONS, switches_of

TEXT = "Alma var ofte ked af det og slog altid."


class AtObservation(AtDesk):
    PLACE = ObservationPlace


@pytest.fixture
def writing(world, shelf, qtbot, monkeypatch):  # noqa: F811
    """Mette at an empty observation about Alma; a pause is short."""
    monkeypatch.setattr(lightly, "PAUSE_MS", 150)
    tasks = Tasks()
    session = tasks.now(lambda: world.session("mette"))
    world.open_sessions.remove(session)
    desk = Desk(session, tasks, world.clock, shelf)
    made = AtObservation(desk, tasks, session, qtbot)
    made.page = made.place("alma").writing
    made.prose = made.page.form.text
    made.light = made.page.form.light["text"]
    made.prose.setFocus()
    yield made
    for one in made.places:
        one.leave()
        made.settle()
        one.close()
        one.deleteLater()
    QApplication.processEvents()
    made.strangers.go()
    tasks.now(session.vault.close)
    tasks.close()


def paused(writing, qtbot):
    """She has paused, and the answer is there."""
    qtbot.waitUntil(lambda: not writing.light._pause.isActive(), timeout=3000)
    asker = writing.light._asker
    qtbot.waitUntil(lambda: asker._work is None and asker._asked is None, timeout=5000)
    QApplication.processEvents()


def dotted(prose):
    return [one.selectedText() for one in prose._questions]


def test_nothing_is_asked_while_she_types(writing, qtbot):
    """Not at the first word and not at the last: only when she pauses."""
    for letter in TEXT:
        QTest.keyClicks(writing.prose, letter)
        assert not writing.light.isVisible()
    paused(writing, qtbot)
    assert writing.light.isVisible()
    assert len(writing.light.shown) == 2
    assert dotted(writing.prose) == [one.quote for one in writing.light.shown]
    assert writing.prose.hasFocus()


def test_a_draft_that_is_opened_is_asked_nothing(writing, qtbot):
    """What stood there before she came is hers; a question comes with what she writes now."""
    writing.page.form.set_content(contents.Content(text=TEXT))
    qtbot.wait(300)
    assert not writing.light.isVisible()


def test_f8_goes_to_the_words_and_esc_lays_the_question_away(writing, qtbot):
    """The caret in »ofte«; Esc takes the question, not the page; *Fortryd* brings it back."""
    QTest.keyClicks(writing.prose, TEXT)
    paused(writing, qtbot)
    first, second = writing.light.shown
    QTest.keyClick(writing.prose, Qt.Key.Key_F8)
    assert writing.prose.textCursor().position() == first.end
    QTest.keyClick(writing.prose, Qt.Key.Key_F8)
    assert writing.prose.textCursor().position() == second.end
    assert second.question in writing.light._words.text()
    closed = []
    writing.page.closed.connect(lambda: closed.append(True))
    QTest.keyClick(writing.prose, Qt.Key.Key_Escape)
    paused(writing, qtbot)
    assert closed == []
    assert second.quote not in [one.quote for one in writing.light.shown]
    assert writing.light.laid_away == (second.anchor,)
    writing.light.take_back()
    assert writing.light.undo_button.isHidden()
    paused(writing, qtbot)
    assert second.quote in [one.quote for one in writing.light.shown]
    assert writing.light.laid_away == ()


def test_laid_away_lives_with_the_draft(writing, qtbot):
    """Kept with the text, there when it is opened again, and no part of what is saved."""
    QTest.keyClicks(writing.prose, TEXT)
    paused(writing, qtbot)
    gone = writing.light.shown[0]
    writing.light.lay_away()
    writing.page.keep()
    writing.settle()
    kept = writing.do(drafts.one, writing.page.key)
    assert contents.from_json(kept.content).content.laid_away == (gone.anchor,)
    writing.page.form.set_content(contents.from_json(kept.content).content)
    QTest.keyClicks(writing.prose, " ")
    paused(writing, qtbot)
    assert gone.quote not in [one.quote for one in writing.light.shown]
    writing.page.save(complete=True)
    writing.settle()
    saved = writing.do(lambda session: queries.of_child(session.vault, Observation, "alma"))
    assert [one.record.text for one in saved] == [TEXT]


def test_gem_waits_for_no_question(writing):
    """Two minutes: she types and saves before anything was asked."""
    QTest.keyClicks(writing.prose, TEXT)
    QTest.keyClick(writing.prose, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    writing.page.save(complete=True)
    writing.settle()
    saved = writing.do(lambda session: queries.of_child(session.vault, Observation, "alma"))
    assert len(saved) == 1


def test_turned_off_nothing_is_asked(writing, qtbot):
    """What stands there goes, and nothing comes after."""
    QTest.keyClicks(writing.prose, TEXT)
    paused(writing, qtbot)
    switches_of(writing.desk).turn(QUESTIONS, on=False)
    assert not writing.light.isVisible()
    assert dotted(writing.prose) == []
    QTest.keyClicks(writing.prose, " Hun var altid sur.")
    qtbot.wait(300)
    assert not writing.light.isVisible()


def test_a_leading_question_is_asked_about(writing, qtbot):
    """»Er du ked af det?«, in what the grown-up asked; the child's own words are never asked about."""
    asked = writing.page.form.light["asked"]
    writing.page.form.asked.setFocus()
    QTest.keyClicks(writing.page.form.asked, "Slog far dig?")
    qtbot.waitUntil(lambda: bool(asked.shown), timeout=5000)
    assert asked.shown[0].rule == "ledende"
    assert not hasattr(writing.page.form.child_words, "light")
    assert set(writing.page.form.light) == {"text", "asked"}


def test_fortryd_stands_until_she_writes_on(writing, qtbot):
    """The last question laid away: *Fortryd* stands alone, and goes with the next word."""
    QTest.keyClicks(writing.prose, "Alma sov altid.")
    paused(writing, qtbot)
    for _ in range(len(writing.light.shown)):
        writing.light.lay_away()
        paused(writing, qtbot)
    assert writing.light.undo_button.isVisible()
    QTest.keyClicks(writing.prose, " Hun")
    assert not writing.light.isVisible()
