"""What is set in Indstillinger holds in the whole program."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QApplication

from tests.conftest import PASSWORD
from tvaerfaglig.app import LOCKED, Program, Surroundings
from tvaerfaglig.domain.acts import BackedUp
from tvaerfaglig.services.lock import holding
from tvaerfaglig.store import queries
from tvaerfaglig.ui import copy_keeper, desk


@pytest.fixture
def program(qtbot, world):
    """The program, with Hanne unlocked; `again` collects the relaunches."""
    again, ended = [], []
    around = Surroundings(world.clock, world.state)
    made = Program(
        QApplication.instance(), world.folder, lambda: again.append(1), around, ended.append
    )
    made.again, made.ended = again, ended
    made.open()
    qtbot.addWidget(made.doorway)
    made.doorway.unlock_asked.emit("hanne", PASSWORD)
    qtbot.waitUntil(lambda: made.house is not None, timeout=5000)
    yield made
    if not made._locking:
        made._close()
    made.house.shell.deleteLater()
    made.deleteLater()


def test_the_new_minutes_count_from_the_moment_they_are_chosen(qtbot, program, world):
    """One minute chosen, two minutes still: it locks, without anybody unlocking again in between."""
    program.house.go("indstillinger", "boks")
    page = program.house.place().section()
    page.idle.choose("1")
    page.idle.activated.emit(0)
    qtbot.waitUntil(page.message.isVisible, timeout=5000)
    qtbot.waitUntil(lambda: not program.tasks.busy, timeout=5000)
    world.clock.forward(minutes=2)
    program.watch.look_for_life()
    assert program.again == [1]
    assert program.ended == [LOCKED]


def test_a_copy_under_way_is_finished_and_noted_before_it_locks(qtbot, program, world):
    """The lock waits for it; what lies there afterwards is a whole copy, and the log knows of it."""
    program.house.go("indstillinger", "kopier")
    page = program.house.place().section()
    with qtbot.waitSignal(page._keeper.began, timeout=5000):
        page._keeper.take()
    program.lock()
    (copy,) = (world.folder / "backups").iterdir()
    assert (copy / "manifest.json").exists()
    assert program.again == [1]
    hanne = world.session("hanne")
    assert [one.record.how for one in queries.all_of(hanne.vault, BackedUp)] == ["manuel"]


def test_a_drive_that_does_not_answer_holds_no_lock_up(qtbot, program, world, monkeypatch):
    """What waits for a dead share is left behind: the vault is shut, and another process waits at the door."""
    monkeypatch.setattr(desk, "_PATIENCE", 0.1)
    dead, told = threading.Event(), []
    program.house.desk.ask_aside(lambda _session: dead.wait(30)).then(told.append)
    program.lock()
    assert program.ended == [LOCKED]
    assert program.again == [1]
    assert holding.who(world.folder, world.clock) is None
    dead.set()
    QApplication.processEvents()
    assert told == []


def test_a_copy_is_taken_by_itself_some_seconds_after_one_came_in(qtbot, world, monkeypatch):
    """Nobody asks for it; the window goes on meanwhile, and Overblik says it when it is there."""
    monkeypatch.setattr(copy_keeper, "_AFTER_OPENING_MS", 30)
    around = Surroundings(world.clock, world.state)
    program = Program(
        QApplication.instance(), world.folder, lambda: None, around, lambda _code: None
    )
    program.open()
    qtbot.addWidget(program.doorway)
    program.doorway.unlock_asked.emit("mette", PASSWORD)
    qtbot.waitUntil(lambda: program.house is not None, timeout=5000)
    keeper = copy_keeper.keeper_of(program.house.desk)
    with qtbot.waitSignal(keeper.ended, timeout=15000) as heard:
        pass
    assert heard.args[0].made is not None
    program._close()
    program.house.shell.deleteLater()
    program.deleteLater()
    (copy,) = (world.folder / "backups").iterdir()
    assert (copy / "manifest.json").exists()
