"""Row 21, and row 2 at the lock: whatever the moment, what was typed is there after the next unlocking."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.conftest import PASSWORD
from tests.faults import deeds
from tests.faults.at_the_program import Started
from tests.faults.disks import Disk
from tests.ui.test_locked_while_writing import note
from tvaerfaglig.app import LOCKED
from tvaerfaglig.services import underretninger
from tvaerfaglig.services.clock import SetClock
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.children.facts_form import FactsForm
from tvaerfaglig.ui.lock.absence import Absence
from tvaerfaglig.ui.widgets import ClockField, DayField


@pytest.fixture
def start(qtbot, clock):
    """The real program on a folder; `start(place)` as often as one likes."""
    made: list[Started] = []

    def begin(place: Path, person: str = "mette") -> Started:
        made.append(Started(qtbot, place, clock, person))
        return made[-1]

    yield begin
    for one in made:
        one.close()


@pytest.fixture
def disk(small_disk, built):
    """Mælkebøtten on a small disk."""
    made = Disk(small_disk("9m"))
    made.move_in(built)
    return made


def unlocked(place: Path) -> Session:
    clock = SetClock(deeds.NOON)
    return entering.unlock(place / "boks", "mette", PASSWORD, clock, place / "state")


def held(place: Path) -> str:
    """All that the vault holds, drafts and records."""
    with closing(unlocked(place).vault) as vault:
        rows = vault.db.conn.execute("SELECT content FROM draft UNION ALL SELECT data FROM current")
        return "\n".join(row[0] for row in rows)


def test_a_full_disk_at_the_lock_costs_no_word(disk, start):
    """Row 2: room was set aside for the last words. They are there although the disk is still full."""
    at = start(disk.place)
    page = at.go("observation", "alma")
    disk.fill()
    QTest.keyClicks(page.writing.form.text, "Hulen bag legehuset")
    at.program.lock()
    assert at.ended == [LOCKED]
    assert "Hulen bag legehuset" in held(disk.place)


def test_where_no_room_was_left_to_set_aside_the_screen_hides_and_waits(disk, start, said_plainly):
    """Row 2: nothing is shown, nothing is lost; with room again it locks by itself."""
    disk.fill()
    at = start(disk.place)
    page = at.go("observation", "alma")
    QTest.keyClicks(page.writing.form.text, "Hulen bag legehuset. " * 40)
    at.program.lock()
    waiting = at.program._unsaved
    assert at.ended == []
    assert waiting.isVisible()
    assert not at.program.house.shell.isVisible()
    said_plainly(waiting.bar.words())
    waiting.close()
    assert waiting.isVisible()
    at.program.lock()
    assert at.ended == []
    disk.empty()
    QApplication.processEvents()
    waiting.retry.click()
    assert at.ended == [LOCKED]
    assert at.again == [1]
    assert "Hulen bag legehuset" in held(disk.place)


def test_whoever_cannot_wait_may_lock_all_the_same(disk, start):
    """Row 2: she decides, and the vault is as it was last kept."""
    disk.fill()
    at = start(disk.place)
    page = at.go("observation", "alma")
    QTest.keyClicks(page.writing.form.text, "Hulen bag legehuset. " * 40)
    at.program.lock()
    at.program._unsaved.let_go.click()
    assert at.ended == [LOCKED]
    disk.empty()
    assert "Hulen" not in held(disk.place)


def test_an_hour_that_is_just_typed_is_kept(start, built, tmp_path):
    """Row 21: nobody left the field before the lock."""
    Disk(tmp_path).move_in(built)
    session = unlocked(tmp_path)
    one = note(session)
    session.vault.close()
    at = start(tmp_path)
    place = at.go("konsultationer", one)
    for key in tuple(place.note_page.note.keys()):
        place.note_page.note.begin(key)
    at.settle()
    for field, words in ((DayField, "14.12.2026"), (ClockField, "9.15")):
        edit = next(
            edit
            for edit in place.findChildren(field)
            if edit.isVisible() and edit.accessibleName() in {"Næste gang", "Klokken"}
        )
        edit.setFocus()
        QTest.keyClicks(edit, words)
    at.program.lock()
    assert "2026-12-14" in held(tmp_path)
    assert "09:15" in held(tmp_path)


def test_a_number_and_a_day_half_typed_in_a_childs_facts_are_offered_again(start, built, tmp_path):
    """Row 21: as they were typed, although no record could be made of them."""
    Disk(tmp_path).move_in(built)
    for again in (False, True):
        at = start(tmp_path, "hanne")
        place = at.go("boern", "alma")
        place.write("oplysninger")
        at.settle()
        form = place.findChildren(FactsForm)[-1]
        number, born = (form.fields.editor(name) for name in ("cpr", "born"))
        if again:
            assert (number.text(), born.text()) == ("0313", "den fø")
        else:
            for edit, words in ((number, "0313"), (born, "den fø")):
                edit.clear()
                QTest.keyClicks(edit, words)
        at.program.lock()
        at.close()


MOMENTS = ("typing", "during save", "during export", "at suspend", "idle")


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_lock_at_any_moment_keeps_the_draft(start, built, tmp_path, times, moment):
    """Row 21, 5 × 10 locks: while typing, in a save, in an export, at suspend, when nobody is there."""
    Disk(tmp_path).move_in(built)
    for number in range(times(2, 10)):
        at = start(tmp_path)
        words = f"Ordmerke {moment} {number}."
        page = at.go("observation", "alma")
        QTest.keyClicks(page.writing.form.text, words)
        _disturb(at, moment)
        assert at.ended == [LOCKED], moment
        assert words in held(tmp_path)
        at.close()


def _disturb(at: Started, moment: str) -> None:
    program = at.program
    if moment == "during save":
        program.house.place().save_now()
    elif moment == "during export":
        session = program.session
        letter = program.tasks.now(lambda: underretninger.begin(session, "alma").id)
        desk, shelf = program.house.desk, program.house.desk.library
        desk.ask(underretninger.preview_pdf, letter, shelf).then(lambda _: None, program)
    elif moment == "idle":
        program.around.clock.forward(minutes=20)
        program.watch.look_for_life()
        return
    elif moment == "at suspend":
        (absence,) = program.findChildren(Absence)
        absence._looked -= 3600  # the timer comes an hour late: the machine slept
        absence._look_at_the_clock()
        QApplication.processEvents()
        return
    program.lock()
