"""Ctrl+L a moment after a key: what was typed is there after the next unlocking, whichever field it stood in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.conftest import PASSWORD, World
from tvaerfaglig.app import Program, Surroundings
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind, Participant
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.services import drafts, underretninger, waiting
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.widgets import ClockField, DayField, Picker, Prose
from tvaerfaglig.ui.widgets.span_field import SpanField

TODAY = date(2026, 11, 12)
MARK = "Ordmerke"


@pytest.fixture
def at_work(qtbot: Any, world: World, qapp: Any) -> Iterator[Callable[[str, object], Program]]:
    """Mette unlocked the real program and stands at a place."""
    made: list[Program] = []

    def go(place: str, argument: object = None) -> Program:
        around = Surroundings(world.clock, world.state)
        app = QApplication.instance()
        program = Program(app, world.folder, lambda: None, around, lambda _: None)
        made.append(program)
        program.open()
        qtbot.addWidget(program.doorway)
        program.doorway.unlock_asked.emit("mette", PASSWORD)
        qtbot.waitUntil(lambda: program.house is not None, timeout=5000)
        program.house.go(place, argument)
        settle(program)
        return program

    yield go
    for program in made:
        if not program._locking:
            program._close()
        if program.house is not None:
            program.house.shell.deleteLater()
        program.deleteLater()
    QApplication.processEvents()


def settle(program: Program) -> None:
    for _ in range(5):
        program.tasks.now(lambda: None)
        QApplication.processEvents()
        while program.tasks.busy:
            QApplication.processEvents()


def editors(page: QWidget) -> list[QWidget]:
    """Every field that a person could write a text in now."""
    found = [*page.findChildren(Prose), *page.findChildren(QLineEdit)]
    open_ones = [one for one in found if one.isVisible() and one.isEnabled()]
    return [one for one in open_ones if not one.isReadOnly() and _takes_words(one)]


def _takes_words(one: QWidget) -> bool:
    """Not one where a day, an hour, a number or a name from a list belongs."""
    if isinstance(one, Picker | DayField | ClockField | SpanField):
        return False
    few = isinstance(one, QLineEdit) and one.maxLength() < len(MARK) + 3
    return not few and "CPR" not in one.accessibleName()


def write_in_all(program: Program, page: QWidget) -> dict[str, str]:
    """A word of its own into each field, and Ctrl+L before anything else can happen."""
    words = {}
    for number, one in enumerate(editors(page)):
        word = f"{MARK}{number:02d}x"
        QTest.keyClicks(one, word)
        words[word] = f"{type(one).__name__} {one.accessibleName()}"
    QTest.keyClick(program.house.shell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert program._locking
    return words


def kept(world: World) -> str:
    """All that the vault holds, drafts and records."""
    conn = world.session("mette").vault.db.conn
    rows = conn.execute("SELECT content FROM draft UNION ALL SELECT data FROM current").fetchall()
    return "\n".join(row[0] for row in rows)


def lost(world: World, words: dict[str, str]) -> list[str]:
    """The fields whose words the vault does not hold."""
    held = kept(world)
    return [name for word, name in words.items() if word not in held]


def note(session: Session) -> str:
    """A named konsultation about Alma at which Mette sits."""
    table = (Participant(name="Mette Sørensen", staff="mette"),)
    basis = Basis.TIDLIGT_SAMARBEJDE.value
    facts = Konsultation(
        kind=KonsultationKind.NAVNGIVET, child="alma", day=TODAY, basis=basis, participants=table
    )
    return konsultationer.plan(session, facts).id


def test_in_a_new_observation(at_work, world):
    """Every field, before the first half second has passed."""
    program = at_work("observation", "alma")
    words = write_in_all(program, program.house.place())
    assert lost(world, words) == []
    assert len(words) == 4


@pytest.mark.parametrize(
    "kind",
    [
        "samtale", "fravaer", "familie", "bekymring", "position", "ikke_nu", "samtykke", "vaern", "deling",
        "oplysninger",
    ],
)  # fmt: skip
def test_in_a_form_on_a_childs_page(at_work, world, kind):
    """Each form keeps each of its fields."""
    program = at_work("boern", "alma")
    place = program.house.place()
    place.write(kind)
    settle(program)
    words = write_in_all(program, place.right)
    assert lost(world, words) == []
    assert words


def test_in_a_note(at_work, world):
    """Every part of a konsultation that stands open."""
    one = note(world.session("mette"))
    world.close()
    program = at_work("konsultationer", one)
    place = program.house.place()
    for key in tuple(place.note_page.note.keys()):
        place.note_page.note.begin(key)
    settle(program)
    words = write_in_all(program, place)
    assert lost(world, words) == []
    assert len(words) >= 2


@pytest.mark.parametrize(
    "section",
    [
        "modtager", "barnet", "resume", "observationer", "barnets_ord", "over_tid", "ressourcer", "indsats",
        "foraeldre", "vurdering", "orientering", "afsender",
    ],
)  # fmt: skip
def test_in_a_letter(at_work, world, section):
    """Every section, and every field beside its text."""
    letter = underretninger.begin(world.session("mette"), "alma").id
    world.close()
    program = at_work("underretninger", letter)
    place = program.house.place()
    place.letter.go_to_section(section)
    settle(program)
    words = write_in_all(program, place.letter)
    assert lost(world, words) == []
    assert words


def test_in_a_comment_beside_a_letter(at_work, world):
    """It comes back with its letter, and never beside another."""
    mette = world.session("mette")
    letter, other = (underretninger.begin(mette, child).id for child in ("alma", "bertil"))
    world.close()
    program = at_work("underretninger", letter)
    panel = program.house.place().letter.comments
    panel.write.click()
    QTest.keyClicks(panel.words, "Husk tolken.")
    program.house.go("underretninger", other)
    settle(program)
    assert panel.words.text() == ""
    program.house.go("underretninger", letter)
    settle(program)
    assert panel.words.text() == "Husk tolken."
    QTest.keyClicks(panel.words, " Og Jan.")
    program.lock()
    again = at_work("underretninger", letter)
    panel = again.house.place().letter.comments
    assert "Husk tolken." in panel.words.text()
    assert "Og Jan." in panel.words.text()
    assert not panel.form.isHidden()
    panel.keep.click()
    settle(again)
    assert panel.words.text() == ""
    (said,) = again.house.place().writer.sitting.page.comments
    assert "Husk tolken." in said.record.text
    assert again.tasks.now(lambda: drafts.mine(again.session)) == []


def test_in_the_call_that_is_written_down(at_work, world):
    """On the phone the screen locks: afterwards Overblik says so, and Akut has every word."""
    program = at_work("overblik")
    call = program.house._akut.call
    call.begin.click()
    call.who.choose("alma")
    QTest.keyClicks(call.spoke_with, "Lone, ringer igen kl. 10")
    program.lock()
    again = at_work("overblik")
    call = again.house._akut.call
    assert call.spoke_with.text() == "Lone, ringer igen kl. 10"
    assert call.child() == "alma"
    assert call.at.value() is not None
    assert not call.fields.isHidden()
    waits = again.tasks.now(lambda: waiting.overview(again.session)).waiting
    assert [one.place for one in waits] == ["akut"]
    call.keep.click()
    settle(again)
    assert call.spoke_with.text() == ""
    assert call.fields.isHidden()
    assert again.tasks.now(lambda: drafts.mine(again.session)) == []
    assert len(again.tasks.now(lambda: underretninger.letters(again.session))) == 1
