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
from tvaerfaglig.app import LOCKED
from tvaerfaglig.services import entering, underretninger
from tvaerfaglig.services.clock import SetClock


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


def held(place: Path) -> str:
    """All that the vault holds, drafts and records."""
    clock = SetClock(deeds.NOON)
    session = entering.unlock(place / "boks", "mette", PASSWORD, clock, place / "state")
    with closing(session.vault) as vault:
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
        program._look_for_life()
        return
    program.lock()
