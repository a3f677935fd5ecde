"""The same quiet line in a konsultation: asked when she pauses, laid away with the draft, never in the child's part."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.at_desk import seats
from tests.ui.konsultationer.conftest import AtKonsultationer
from tests.ui.konsultationer.test_journeys import note_about_alma, opened
from tests.ui.underretninger.conftest import shelf  # noqa: F401 -- the library, read once
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.ui.widgets import Prose
from tvaerfaglig.ui.writing import light as lightly
from tvaerfaglig.ui.writing.light import LightQuestions

TEXT = "Alma sov aldrig og var altid sur."


@pytest.fixture
def mette(world, shelf, qtbot, monkeypatch):  # noqa: F811
    """Mette at Konsultationer; a pause is short."""
    monkeypatch.setattr(lightly, "PAUSE_MS", 150)
    for sit in seats(AtKonsultationer, world, shelf, qtbot):
        yield sit("mette")


def begun(desk, page, part):
    """The part opened to write in, its field and the line under it."""
    line = page.note.parts[part]
    line.begin()
    desk.settle()
    return line.findChild(Prose), line.findChild(LightQuestions)


def paused(light, qtbot):
    qtbot.waitUntil(lambda: not light._pause.isActive(), timeout=3000)
    asker = light._asker
    qtbot.waitUntil(lambda: asker._work is None and asker._asked is None, timeout=5000)
    QApplication.processEvents()


def test_a_question_comes_after_a_pause_and_stays_away_with_the_draft(mette, qtbot):
    """Typed, asked, F8, Esc; opened again the question is not asked, and the note itself knows nothing of it."""
    one, page = opened(mette, note_about_alma())
    prose, light = begun(mette, page, "iagttagelser")
    prose.setFocus()
    QTest.keyClicks(prose, TEXT)
    assert not light.isVisible()
    paused(light, qtbot)
    assert light.isVisible()
    assert len(light.shown) == 2
    QTest.keyClick(prose, Qt.Key.Key_F8)
    gone = light.shown[light._at]
    assert prose.textCursor().position() == gone.end
    QTest.keyClick(prose, Qt.Key.Key_Escape)
    prose.flush()
    paused(light, qtbot)
    page.writer.keep()
    mette.settle()
    kept = mette.do(konsultation_page.open_konsultation, one).kept
    assert kept.laid_away == (gone.anchor,)
    page.writer.open(one)
    mette.settle()
    prose, light = begun(mette, page, "iagttagelser")
    prose.setFocus()
    QTest.keyClicks(prose, "I dag: ")
    paused(light, qtbot)
    assert gone.quote not in [o.quote for o in light.shown]
    assert light.shown


def test_what_the_child_said_and_what_each_one_thinks_are_left_alone(mette):
    """No line stands under them."""
    _, page = opened(mette, note_about_alma())
    _, light = begun(mette, page, "barnets_perspektiv")
    assert light is None
    _, light = begun(mette, page, "faglighed")
    assert light is None
