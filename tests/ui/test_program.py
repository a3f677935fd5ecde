"""The door and the way in and out, driven as a person would."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.conftest import PASSWORD
from tvaerfaglig.app import LOCKED, Program, Surroundings
from tvaerfaglig.services import staffing
from tvaerfaglig.services.lock import door, entering, holding
from tvaerfaglig.services.lock import door as lock_door
from tvaerfaglig.ui.lock.door import DoorPage
from tvaerfaglig.ui.lock.first_run import FirstRunPage
from tvaerfaglig.ui.lock.forgotten import FirstPasswordPage, ForgottenPage
from tvaerfaglig.ui.widgets import Confirm

NEW = "blåbær havnefront uldtråd mandag"


@pytest.fixture
def at_the_door(qtbot, world, qapp):
    """The program on the little house's vault; `again` collects the relaunches."""
    made = []

    def open_program():
        again = []
        around = Surroundings(world.clock, world.state)
        ended = []
        program = Program(
            QApplication.instance(), world.folder, lambda: again.append(1), around, ended.append
        )
        program.again, program.ended = again, ended
        program.open()
        qtbot.addWidget(program.doorway)
        made.append(program)
        return program

    yield open_program
    for program in made:
        if not program._locking:
            program._close()
        if program.house is not None:
            program.house.shell.deleteLater()
        program.deleteLater()


def unlock(qtbot, program, person, password):
    page = program.doorway.page()
    page.people.choose(person)
    qtbot.keyClicks(page.password.edit, password)
    qtbot.keyClick(page.password.edit, Qt.Key.Key_Return)


def test_the_right_password_opens_the_house(qtbot, at_the_door):
    """Pick your name, type your password, Enter: Overblik stands there and greets by name."""
    program = at_the_door()
    unlock(qtbot, program, "mette", PASSWORD)
    qtbot.waitUntil(lambda: program.house is not None, timeout=5000)
    shell = program.house.shell
    qtbot.waitUntil(lambda: "Mette" in program.house.place().head.heading.text(), timeout=5000)
    assert shell.isVisible()
    assert not program.doorway.isVisible()


def test_a_wrong_password_is_said_in_words_and_nothing_opens(qtbot, at_the_door):
    """The name stands, the field is empty, and the sentence says what to try."""
    program = at_the_door()
    unlock(qtbot, program, "mette", "forkert forkert forkert")
    page = program.doorway.page()
    qtbot.waitUntil(page.bar.isVisible, timeout=5000)
    assert "Adgangskoden passer ikke" in page.bar.words()
    assert page.password.text() == ""
    assert page.people.person().id == "mette"
    assert program.house is None


def test_locking_closes_the_vault_and_starts_another_process(qtbot, at_the_door, world):
    """Ctrl+L: the house is hidden, a new process is asked for, and the vault opens again elsewhere."""
    program = at_the_door()
    unlock(qtbot, program, "hanne", PASSWORD)
    qtbot.waitUntil(lambda: program.house is not None, timeout=5000)
    qtbot.keyClick(program.house.shell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.again == [1], timeout=5000)
    assert program.ended == [LOCKED]
    assert not program.house.shell.isVisible()
    assert world.session("hanne").actor.name == "Hanne Bjerre"


def test_it_locks_by_itself_when_nobody_is_there(qtbot, at_the_door, world):
    """Five minutes without a key or the mouse, and it locks."""
    program = at_the_door()
    unlock(qtbot, program, "mette", PASSWORD)
    qtbot.waitUntil(lambda: program.house is not None, timeout=5000)
    world.clock.forward(minutes=4)
    program.watch.look_for_life()
    assert program.again == []
    world.clock.forward(minutes=2)
    program.watch.look_for_life()
    assert program.again == [1]


@pytest.mark.parametrize("sign", ["a key", "the mouse", "a key in a window on top"])
def test_whoever_types_or_moves_the_mouse_is_there(qtbot, at_the_door, world, sign):
    """A sign of life in the house, or in a window that came later, and the minutes begin anew."""
    program = at_the_door()
    unlock(qtbot, program, "mette", PASSWORD)
    qtbot.waitUntil(lambda: program.house is not None, timeout=5000)
    shell = program.house.shell
    on_top = Confirm(
        shell, "Læg kladden væk?", "Den kan hentes frem igen.", act="Læg væk", safe="Behold"
    )
    world.clock.forward(minutes=4)
    if sign == "a key":
        QTest.keyClick(shell.windowHandle(), Qt.Key.Key_Shift)
    elif sign == "the mouse":
        QTest.mouseMove(shell.windowHandle(), QPoint(300, 300))
    else:
        on_top.open()
        qtbot.waitUntil(on_top.isActiveWindow)
        QTest.keyClick(on_top.windowHandle(), Qt.Key.Key_Shift)
    world.clock.forward(minutes=2)
    program.watch.look_for_life()
    assert program.again == []
    on_top.deleteLater()


def test_a_forgotten_password_is_replaced_by_the_code_from_the_sheet(qtbot, at_the_door, world):
    """The code may be typed in small letters without dashes; afterwards the new password opens."""
    program = at_the_door()
    program.doorway.page().people.choose("mette")
    press(qtbot, program.doorway, "Glemt adgangskoden?")
    page = program.doorway.page()
    assert isinstance(page, ForgottenPage)
    qtbot.keyClicks(page.code, world.code.lower().replace("-", " "))
    for edit in (page.first.edit, page.second.edit):
        qtbot.keyClicks(edit, NEW)
    press(qtbot, program.doorway, "Gem og lås op")
    qtbot.waitUntil(lambda: program.house is not None, timeout=5000)
    program.lock()
    opened = entering.unlock(world.folder, "mette", NEW, world.clock, world.state)
    assert opened.actor.name == "Mette Sørensen"
    opened.vault.close()


def test_a_first_password_is_changed_before_anything_else(qtbot, at_the_door, world):
    """A new colleague unlocks with what the leader gave her, and chooses her own at once."""
    hanne = world.session("hanne")
    staff = hanne.staff()["yusuf"]
    staffing.reset_password(hanne, "yusuf", NEW)
    world.close()
    program = at_the_door()
    unlock(qtbot, program, "yusuf", NEW)
    qtbot.waitUntil(lambda: isinstance(program.doorway.page(), FirstPasswordPage), timeout=5000)
    page = program.doorway.page()
    own = "tre gule regnfrakker i skuret"
    for edit in (page.first.edit, page.second.edit):
        qtbot.keyClicks(edit, own)
    press(qtbot, program.doorway, "Gem og lås op")
    qtbot.waitUntil(lambda: program.house is not None, timeout=5000)
    assert program.session.actor == staff
    assert not program.session.opened.must_change


def test_the_first_start_asks_for_a_house_and_opens_it(qtbot, tmp_path, clock, qapp):
    """No vault yet: house, leader, password twice, and one stands in the settings with the recovery sheet."""
    around = Surroundings(clock, tmp_path / "state")
    program = Program(
        QApplication.instance(), tmp_path / "boks", lambda: None, around, lambda code: None
    )
    program.open()
    qtbot.addWidget(program.doorway)
    page = program.doorway.page()
    assert isinstance(page, FirstRunPage)
    press(qtbot, program.doorway, "Opret huset")
    assert "Hvad hedder huset" in page.bar.words()
    page.house.setText("Børnehuset Birken")
    page.leader.setText("Asta Holm")
    for edit in (page.first.edit, page.second.edit):
        qtbot.keyClicks(edit, NEW)
    press(qtbot, program.doorway, "Opret huset")
    qtbot.waitUntil(lambda: program.house is not None, timeout=15000)
    assert lock_door.look(tmp_path / "boks").house == "Børnehuset Birken"
    program._close()
    program.house.shell.deleteLater()


def test_akut_stands_at_the_door(qtbot, at_the_door):
    """Whoever stands at the screen can read the numbers without unlocking."""
    program = at_the_door()
    assert isinstance(program.doorway.page(), DoorPage)
    press(qtbot, program.doorway, "Akut (Ctrl+Shift+A)")
    assert program.doorway.sheet.is_open()
    words = " ".join(one.text() for one in program.doorway.sheet.findChildren(QLabel))
    assert "112" in words
    assert "Sig ikke noget til forældrene" in words


def press(qtbot, window, words):
    """Press the visible button with these words."""
    found = [
        one
        for one in window.findChildren(QPushButton)
        if one.isVisible() and words in (one.text(), one.accessibleName())
    ]
    assert found, f"ingen knap med »{words}«"
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_the_door_says_who_has_the_vault_open_and_opens_when_they_have_left(
    qtbot, at_the_door, world
):
    """Another program holds it: a sentence with the name, nothing opens; a moment after, it does."""
    taken = holding.hold(world.folder, "Yusuf Demir", world.clock)
    program = at_the_door()
    page = program.doorway.page()
    assert "Boksen er åben hos Yusuf Demir her på computeren" in page.bar.words()
    unlock(qtbot, program, "mette", PASSWORD)
    assert program.house is None
    assert page.password.text() == PASSWORD
    taken.release()
    program.doorway._say_who_is_in(page)
    assert page.bar.isHidden()
    qtbot.keyClick(page.password.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.house is not None, timeout=5000)
    assert holding.who(world.folder, world.clock).name == "Mette Sørensen"
    program.lock()
    assert holding.who(world.folder, world.clock) is None


def test_the_wait_is_counted_down_in_words_also_after_a_restart(qtbot, at_the_door, world):
    """Two wrong ones: two seconds, said and counted; another program at the same door says the same."""
    program = at_the_door()
    page = program.doorway.page()
    for seconds in ("1 sekund", "2 sekunder"):
        qtbot.waitUntil(page.go.isEnabled, timeout=5000)
        unlock(qtbot, program, "mette", "forkert forkert forkert")
        qtbot.waitUntil(page.wait.isVisible, timeout=5000)
        assert page.wait.text() == f"Du kan prøve igen om {seconds}."
        world.clock.forward(seconds=1)
    page._count_down()
    assert page.wait.text() == "Du kan prøve igen om 1 sekund."
    assert not page.go.isEnabled()
    page.people.choose("yusuf")
    assert page.go.isEnabled()
    again = at_the_door().doorway.page()
    again.people.choose("mette")
    assert again.wait.text() == "Du kan prøve igen om 1 sekund."
    world.clock.forward(seconds=1)
    qtbot.waitUntil(again.go.isEnabled, timeout=2000)
    assert again.wait.isHidden()


def test_the_leaders_password_is_no_password_of_ones_own(qtbot, at_the_door, world):
    """The first password cannot be kept by choosing it again, and *Tilbage* leads out, not in."""
    hanne = world.session("hanne")
    staffing.reset_password(hanne, "yusuf", NEW)
    world.close()
    program = at_the_door()
    unlock(qtbot, program, "yusuf", NEW)
    qtbot.waitUntil(lambda: isinstance(program.doorway.page(), FirstPasswordPage), timeout=5000)
    page = program.doorway.page()
    for edit in (page.first.edit, page.second.edit):
        qtbot.keyClicks(edit, NEW)
    press(qtbot, program.doorway, "Gem og lås op")
    qtbot.waitUntil(page.bar.isVisible, timeout=5000)
    assert "Det er den adgangskode, du har nu" in page.bar.words()
    assert program.house is None
    press(qtbot, program.doorway, "Tilbage")
    assert program.ended == [LOCKED]
    assert holding.who(world.folder, world.clock) is None


def test_the_first_password_is_not_left_standing_open(qtbot, at_the_door, world):
    """Nobody there for five minutes: it locks from that page too."""
    hanne = world.session("hanne")
    staffing.reset_password(hanne, "yusuf", NEW)
    world.close()
    program = at_the_door()
    unlock(qtbot, program, "yusuf", NEW)
    qtbot.waitUntil(lambda: isinstance(program.doorway.page(), FirstPasswordPage), timeout=5000)
    world.clock.forward(minutes=6)
    program.watch.look_for_life()
    assert program.ended == [LOCKED]


def test_a_vault_made_elsewhere_is_the_one_the_next_start_comes_to(
    qtbot, tmp_path, clock, qapp, monkeypatch
):
    """Founded in a folder of one's own choice: the next start looks there, and this window is the one there."""
    state = tmp_path / "state"
    usual, chosen = tmp_path / "boks", tmp_path / "et andet sted" / "boks"
    chosen.parent.mkdir()
    program = Program(
        QApplication.instance(),
        usual,
        lambda: None,
        Surroundings(clock, state),
        lambda code: None,
        seat=holding.sit(state, usual),
    )
    program.open()
    qtbot.addWidget(program.doorway)
    page = program.doorway.page()
    page._move_to(chosen.parent)
    page.house.setText("Børnehuset Birken")
    page.leader.setText("Asta Holm")
    for edit in (page.first.edit, page.second.edit):
        edit.setText(NEW)
    press(qtbot, program.doorway, "Opret huset")
    qtbot.waitUntil(lambda: program.house is not None, timeout=15000)
    assert door.usual_vault(state) == chosen
    assert holding.sit(state, chosen) is None
    free = holding.sit(state, usual)
    assert free is not None
    free.release()
    program.lock()
    assert holding.who(chosen, clock) is None
    again = holding.sit(state, chosen)
    assert again is not None
    again.release()
    program.house.shell.deleteLater()
