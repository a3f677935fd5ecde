"""Fields: what is typed is understood, kept as plain words, and never refused."""

from __future__ import annotations

import unicodedata
from datetime import date, time

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.ui.showing import press, shown
from tvaerfaglig.ui.widgets import (
    ClockField,
    DayField,
    Evidence,
    EvidenceCard,
    EvidenceDrop,
    MessageBar,
    PasswordField,
    Prose,
    QuestionCard,
    boxed,
    col,
    field,
    line_edit,
)

TODAY = date(2026, 11, 12)


@pytest.mark.parametrize("typed", ["815", "8:15", "8.15", "kl. 8.15"])
def test_a_time_is_shown_one_way(qtbot, typed):
    """However it is typed, it is shown as 8.15 and sent once."""
    made = ClockField(name="Klokken")
    qtbot.addWidget(made)
    heard = []
    made.changed.connect(heard.append)
    qtbot.keyClicks(made, typed)
    made.editingFinished.emit()
    made.editingFinished.emit()
    assert (made.text(), heard) == ("8.15", [time(8, 15)])


def test_a_time_that_is_none_is_asked_about(qtbot):
    """What cannot be read stays as it was typed, and the question stands beneath the field."""
    clock = ClockField()
    made = field("Klokken", clock)
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClicks(clock, "25.70")
    clock.editingFinished.emit()
    assert clock.text() == "25.70"
    assert "findes ikke" in clock.accessibleDescription()
    clock.setText("8")
    clock.editingFinished.emit()
    assert (clock.text(), clock.accessibleDescription()) == ("8.00", "")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("10.11.", date(2026, 11, 10)),
        ("i går", date(2026, 11, 11)),
        ("tirsdag", date(2026, 11, 10)),
    ],
)
def test_a_day_is_typed_as_it_is_said(qtbot, typed, day):
    """Numbers, "i går" and weekdays all become a day, shown with its weekday."""
    made = DayField(lambda: TODAY, name="Dag")
    qtbot.addWidget(made)
    heard = []
    made.changed.connect(heard.append)
    qtbot.keyClicks(made, typed)
    made.editingFinished.emit()
    assert heard == [day]
    assert made.value() == day
    assert made.text().endswith("2026")


def test_an_odd_day_is_asked_about(qtbot):
    """31 November is not refused: it is asked about, and the words stay."""
    made = DayField(lambda: TODAY, name="Dag")
    qtbot.addWidget(made)
    asked = []
    made.asked.connect(asked.append)
    qtbot.keyClicks(made, "31.11.")
    made.editingFinished.emit()
    assert (made.value(), made.text()) == (None, "31.11.")
    assert "findes ikke" in asked[-1]


def test_the_calendar_goes_by_keys(qtbot):
    """Arrow down opens it; up a week, right a day, Enter takes the day; Esc takes none."""
    made = DayField(lambda: TODAY, TODAY, name="Dag")
    window = shown(qtbot, boxed(col(made, ...)), (600, 600))
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_Down)
    assert made.is_open()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Return):
        press(qtbot, key)
    assert (made.value(), made.is_open()) == (date(2026, 11, 6), False)
    made.open()
    press(qtbot, Qt.Key.Key_Escape)
    assert (made.value(), made.is_open(), window.isVisible()) == (date(2026, 11, 6), False, True)


def test_the_calendar_crosses_into_another_year(qtbot):
    """PgDn from 31 December lands on 31 January; from there on the last day of February."""
    made = DayField(lambda: TODAY, date(2026, 12, 31), name="Dag")
    window = shown(qtbot, boxed(col(made, ...)), (600, 600))
    made.open()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_Return):
        press(qtbot, key)
    assert (made.value(), window.isVisible()) == (date(2027, 2, 28), True)


def test_prose_is_plain_and_composed(qtbot):
    """Pasted text leaves its fonts behind, and letters are composed (NFC)."""
    made = Prose()
    qtbot.addWidget(made)
    pasted = QMimeData()
    pasted.setHtml("<h1>bold</h1>")
    pasted.setText(unicodedata.normalize("NFD", "Åse spurgte: »Må jeg få grød?«"))
    made.insertFromMimeData(pasted)
    assert made.text() == "Åse spurgte: »Må jeg få grød?«"
    assert "<h1" not in made.toHtml()


def test_prose_tells_when_the_writer_pauses(qtbot):
    """One signal for a burst of typing; setting text from outside is silent."""
    made = Prose()
    qtbot.addWidget(made)
    heard = []
    made.textEdited.connect(heard.append)
    made.set_text("Alma")
    qtbot.wait(500)
    assert heard == []
    made.moveCursor(made.textCursor().MoveOperation.End)
    with qtbot.waitSignal(made.textEdited, timeout=2000):
        qtbot.keyClicks(made, " kom")
    assert heard == ["Alma kom"]


def test_leaving_prose_says_what_is_written(qtbot):
    """Nobody loses the last second by going on to the next field."""
    made, after = Prose(), line_edit(name="Efter")
    window = shown(qtbot, boxed(col(made, after)))
    made.setFocus()
    heard = []
    made.textEdited.connect(heard.append)
    qtbot.keyClicks(made, "Alma")
    qtbot.keyClick(made, Qt.Key.Key_Tab)
    assert window.focusWidget() is after
    assert heard == ["Alma"]


def test_prose_grows_and_stops(qtbot):
    """The field is as high as its text, from its first lines to its most."""
    made = Prose("", lines=2, most=12)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    low = made.sizeHint().height()
    made.set_text("En linje til\n" * 4)
    middle = made.sizeHint().height()
    made.set_text("En linje til\n" * 40)
    high = made.sizeHint().height()
    assert low < middle < high < 7 * low


def test_prose_can_be_undone_to_what_was_there(qtbot):
    """Ctrl+Z never goes back beyond the text the field was opened with."""
    made = Prose("Alma kom")
    qtbot.addWidget(made)
    made.undo()
    assert made.text() == "Alma kom"


def test_a_field_is_read_with_its_guidance():
    """A screen reader hears label and guidance, then the question that has come up."""
    edit = line_edit()
    made = field("Hvem så det?", edit, "Skriv navnet på den, der var der.")
    assert edit.accessibleName() == "Hvem så det?"
    made.ask("Var der andre?")
    assert edit.accessibleDescription() == "Skriv navnet på den, der var der. Var der andre?"


def test_a_password_is_hidden_until_one_looks(qtbot):
    """The eye shows it, the eye hides it, clearing hides it again; the name says which."""
    made = PasswordField()
    qtbot.addWidget(made)
    made.edit.setText("kornblomst")
    assert made.edit.displayText() != "kornblomst"
    made.eye.click()
    assert (made.edit.displayText(), made.eye.accessibleName()) == (
        "kornblomst",
        "Skjul adgangskoden",
    )
    made.clear()
    assert made.edit.echoMode() == made.edit.EchoMode.Password


def test_evidence_is_taken_with_enter(qtbot):
    """Enter on a card inserts it; used, it says where."""
    made = EvidenceCard(
        Evidence("7", "3. nov. · leg", "Byggede hule.", "Set af Yusuf", "ressource")
    )
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.inserted) as blocker:
        qtbot.keyClick(made, Qt.Key.Key_Return)
    assert blocker.args == ["7"]
    made.set_used("brugt i 4")
    assert "brugt i 4" in made.accessibleName()
    assert not made.insert_button.isVisible()


def test_evidence_lands_where_it_is_dropped(qtbot):
    """A field that takes evidence hears its key, and nothing is written into the field by itself."""
    card = EvidenceCard(Evidence("7", "3. nov.", "Byggede hule.", "Set af Yusuf"))
    target = Prose()
    for widget in (card, target):
        qtbot.addWidget(widget)
    drop = EvidenceDrop(target)
    heard = []
    drop.dropped.connect(lambda key, _spot: heard.append(key))
    mime, ground = card.mime(), target.viewport()
    how = (
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(5, 5), *how)
    QApplication.sendEvent(ground, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(ground, QDropEvent(QPointF(5, 5), *how))
    assert heard == ["7"]
    assert target.text() == ""


def test_a_question_is_laid_away_with_escape(qtbot):
    """Esc lays it away, Enter goes to its word."""
    made = QuestionCard("»ofte«", "Hvor mange gange?", "Fire er ikke brugt.", current=True)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.jumped):
        qtbot.keyClick(made, Qt.Key.Key_Return)
    with qtbot.waitSignal(made.dismissed):
        qtbot.keyClick(made, Qt.Key.Key_Escape)


def test_a_message_is_announced(qtbot, monkeypatch):
    """What the bar says is told to a screen reader, without moving the focus."""
    told = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: told.append(event.message())
    )
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.say("Gemt hos Alma.", "ok", link="Fortryd")
    qtbot.waitUntil(lambda: told == ["Gemt hos Alma. Knap: Fortryd."])
    assert bar.accessibleName() == "Gemt hos Alma."
    with qtbot.waitSignal(bar.pressed):
        bar.link.click()
