"""A copy brought back from the door: on a machine that has nothing, and where the vault cannot be opened."""

from __future__ import annotations

import json
import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.conftest import PASSWORD
from tests.services.copying.copying_world import Copier, texts, write
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tests.ui.test_program import press, unlock
from tvaerfaglig.app import Program, Surroundings
from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.services.lock import door, entering
from tvaerfaglig.services.lock import door as lock_door
from tvaerfaglig.store import projections, queries
from tvaerfaglig.ui.lock.bring_back import BringBackPage
from tvaerfaglig.ui.lock.door import DoorPage
from tvaerfaglig.ui.lock.first_run import FirstRunPage


@pytest.fixture
def copier(world, tmp_path) -> Copier:
    """Two copies on a drive; between them something was erased."""
    made = Copier(world, tmp_path / "seagate")
    made.plug_in()
    for text in ("Alma byggede et tårn.", "Alma sang."):
        write(made.session, text)
    made.round()
    world.clock.forward(days=1)
    tower = queries.all_of(made.session.vault, Observation)[0]
    with made.session.write() as pen:
        pen.erase(Erased(events=(tower.version,), ground="ikke længere nødvendig", child="alma"))
    made.round()
    return made


@pytest.fixture
def at_the_door(qtbot, clock, tmp_path, qapp):
    """The program on a folder of a machine; it ends with the test."""
    made = []

    def open_program(folder, state):
        around = Surroundings(clock, state)
        program = Program(QApplication.instance(), folder, lambda: None, around, lambda _code: None)
        made.append(program)
        program.open()
        qtbot.addWidget(program.doorway)
        return program

    yield open_program
    for program in made:
        program._close()
        if program.house is not None:
            program.house.shell.deleteLater()
        program.deleteLater()


def settle(qtbot, program):
    qtbot.wait(1)
    qtbot.waitUntil(lambda: not program.tasks.busy, timeout=15000)


def at_page(qtbot, program):
    press(qtbot, program.doorway, "Hent en sikkerhedskopi frem")
    page = program.doorway.page()
    assert isinstance(page, BringBackPage)
    return page


def lost(copier):
    """The machine is gone; the drive is left."""
    copier.world.close()
    shutil.rmtree(copier.world.folder)
    shutil.rmtree(copier.world.state)


def test_on_a_new_machine_everything_comes_back_and_the_door_opens(
    qtbot, at_the_door, copier, tmp_path
):
    """From the first start: the drive, a name, a password; then one unlocks as ever."""
    drive = copier.drive
    lost(copier)
    program = at_the_door(tmp_path / "ny" / "boks", tmp_path / "ny" / "state")
    assert isinstance(program.doorway.page(), FirstRunPage)
    page = at_page(qtbot, program)
    assert not page.ok.isEnabled()
    page.look_in(drive)
    settle(qtbot, program)
    assert page.copies.count() == 2
    assert "Børnehuset Mælkebøtten, taget" in page.facts.text()
    page.who.choose("mette")
    qtbot.keyClicks(page.password.edit, PASSWORD)
    qtbot.keyClick(page.password.edit, Qt.Key.Key_Return)
    assert page.progress.isVisible()
    qtbot.waitUntil(lambda: isinstance(program.doorway.page(), DoorPage), timeout=15000)
    door = program.doorway.page()
    assert door.bar.words().startswith("Boksen er hentet frem, som den var")
    assert program.folder == tmp_path / "ny" / "boks"
    assert lock_door.usual_vault(tmp_path / "ny" / "state") == program.folder
    unlock(qtbot, program, "mette", PASSWORD)
    qtbot.waitUntil(lambda: program.house is not None, timeout=15000)
    assert program.tasks.now(lambda: texts(program.session)) == ["Alma byggede et tårn."]


def test_the_older_copy_says_how_many_erasures_it_does_not_know(
    qtbot, at_the_door, copier, tmp_path
):
    """Lying alone it knows of none; the newest copy somebody finds tells, and they are made again."""
    old, new = sorted(copier.second.iterdir())
    alone, state = tmp_path / "stik" / old.name, tmp_path / "ny" / "state"
    shutil.copytree(old, alone)
    lost(copier)
    program = at_the_door(tmp_path / "ny" / "boks", state)
    page = at_page(qtbot, program)
    page.look_in(alone)
    settle(qtbot, program)
    assert page.since.words().startswith("Intet er slettet siden kopien, så vidt vi ved.")
    page.use_newer(tmp_path / "stik")
    settle(qtbot, program)
    assert page.since.words().startswith("Intet er slettet siden kopien")
    page.use_newer(copier.drive)
    settle(qtbot, program)
    assert page.since.words() == "Siden kopien er én tekst slettet. Den bliver slettet igen."
    page.who.choose("hanne")
    page.password.edit.setText(PASSWORD)
    press(qtbot, program.doorway, "Hent kopien frem")
    qtbot.waitUntil(lambda: isinstance(program.doorway.page(), DoorPage), timeout=15000)
    assert "Én tekst var slettet siden og er slettet igen." in program.doorway.page().bar.words()
    unlock(qtbot, program, "hanne", PASSWORD)
    qtbot.waitUntil(lambda: program.house is not None, timeout=15000)
    assert program.tasks.now(lambda: texts(program.session)) == ["Alma byggede et tårn."]
    assert new.exists()


def test_every_record_is_the_same_before_and_after(qtbot, at_the_door, copier, tmp_path):
    """The digest of all tables, the head and the length of the log."""

    def said(session):
        vault = session.vault
        return projections.digest(vault.db), vault.log.head(), vault.log.count()

    from tvaerfaglig.services.vault import keeping

    before = said(copier.session)
    keeping.backup(copier.session, tmp_path / "stik")
    lost(copier)
    program = at_the_door(tmp_path / "ny" / "boks", tmp_path / "ny" / "state")
    page = at_page(qtbot, program)
    page.look_in(tmp_path / "stik")
    settle(qtbot, program)
    page.who.choose("hanne")
    page.password.edit.setText(PASSWORD)
    press(qtbot, program.doorway, "Hent kopien frem")
    qtbot.waitUntil(lambda: isinstance(program.doorway.page(), DoorPage), timeout=15000)
    session = entering.unlock(
        program.folder, "hanne", PASSWORD, copier.world.clock, tmp_path / "ny" / "state"
    )
    assert said(session) == before
    session.vault.close()


def test_the_code_from_the_sheet_is_enough(qtbot, at_the_door, copier, tmp_path):
    """Nobody remembers a password; a slip in the code is said."""
    drive, code = copier.drive, copier.world.code
    lost(copier)
    program = at_the_door(tmp_path / "ny" / "boks", tmp_path / "ny" / "state")
    page = at_page(qtbot, program)
    page.look_in(drive)
    settle(qtbot, program)
    press(qtbot, program.doorway, "Brug koden fra gendannelsesarket")
    assert not page.password.isVisible()
    press(qtbot, program.doorway, "Hent kopien frem")
    assert page.bar.words() == "Skriv koden fra arket."
    page.code.setText(code[:-1])
    press(qtbot, program.doorway, "Hent kopien frem")
    settle(qtbot, program)
    assert page.bar.isVisible()
    assert page.ok.isEnabled()
    page.code.setText(code.lower())
    press(qtbot, program.doorway, "Hent kopien frem")
    qtbot.waitUntil(lambda: isinstance(program.doorway.page(), DoorPage), timeout=15000)


def test_a_wrong_password_a_wrong_folder_and_another_vault_are_said(
    qtbot, at_the_door, copier, tmp_path
):
    """Each in words, and one can try again at once; Tilbage leads to the first start."""
    drive = copier.drive
    other = tmp_path / "anden" / "tvaerfaglig-2030-01-01-080000"
    shutil.copytree(next(copier.second.iterdir()), other)
    note = json.loads((other / "manifest.json").read_text())
    (other / "manifest.json").write_text(json.dumps({**note, "vault_id": "en-anden"}))
    lost(copier)
    program = at_the_door(tmp_path / "ny" / "boks", tmp_path / "ny" / "state")
    page = at_page(qtbot, program)
    (tmp_path / "tom").mkdir()
    page.look_in(tmp_path / "tom")
    settle(qtbot, program)
    assert "ingen sikkerhedskopi" in page.bar.words()
    page.look_in(drive)
    settle(qtbot, program)
    page.use_newer(other)
    settle(qtbot, program)
    assert "en anden boks" in page.bar.words()
    page.who.choose("mette")
    press(qtbot, program.doorway, "Hent kopien frem")
    assert page.bar.words() == "Skriv din adgangskode."
    page.password.edit.setText("noget helt andet")
    press(qtbot, program.doorway, "Hent kopien frem")
    settle(qtbot, program)
    assert "passer ikke" in page.bar.words()
    assert page.progress.isHidden()
    assert not (tmp_path / "ny" / "boks").exists()
    press(qtbot, program.doorway, "Tilbage")
    assert isinstance(program.doorway.page(), FirstRunPage)


def test_it_can_be_stopped(qtbot, at_the_door, copier, tmp_path):
    """Nothing is there, and the button is ready again."""
    drive = copier.drive
    lost(copier)
    program = at_the_door(tmp_path / "ny" / "boks", tmp_path / "ny" / "state")
    page = at_page(qtbot, program)
    page.look_in(drive)
    settle(qtbot, program)
    page.who.choose("mette")
    page.password.edit.setText(PASSWORD)
    press(qtbot, program.doorway, "Hent kopien frem")
    qtbot.mouseClick(page.progress.stop, Qt.MouseButton.LeftButton)
    settle(qtbot, program)
    assert page.bar.words() == "Det blev stoppet. Intet er ændret."
    assert not (tmp_path / "ny" / "boks").exists()
    assert page.ok.isEnabled()


def test_where_the_vault_does_not_open_a_copy_is_offered(qtbot, at_the_door, copier, world):
    """The file is damaged: the sentence carries the way on, and the new vault lies beside the broken one."""
    drive = copier.drive
    world.close()
    content = bytearray((world.folder / "vault.db").read_bytes())
    content[:4096] = bytes(4096)
    (world.folder / "vault.db").write_bytes(content)
    program = at_the_door(world.folder, world.state)
    unlock(qtbot, program, "hanne", PASSWORD)
    settle(qtbot, program)
    page = at_page(qtbot, program)
    page.look_in(drive)
    settle(qtbot, program)
    page.who.choose("hanne")
    page.password.edit.setText(PASSWORD)
    press(qtbot, program.doorway, "Hent kopien frem")
    qtbot.waitUntil(lambda: isinstance(program.doorway.page(), DoorPage), timeout=15000)
    assert program.folder == world.folder.with_name("boks-2")
    assert (world.folder / "vault.db").read_bytes() == content
    unlock(qtbot, program, "hanne", PASSWORD)
    qtbot.waitUntil(lambda: program.house is not None, timeout=15000)


def test_a_copy_is_not_opened_where_it_lies(qtbot, at_the_door, copier, tmp_path, monkeypatch):
    """Whoever starts the program on one is offered to bring it back, to where a vault usually lies."""
    copy = min(copier.second.iterdir())
    before = {one.name: one.read_bytes() for one in copy.iterdir()}
    monkeypatch.setattr(door, "vault_dir", lambda: tmp_path / "usual" / "boks")
    program = at_the_door(copy, tmp_path / "ny-state")
    page = program.doorway.page()
    assert isinstance(page, BringBackPage)
    settle(qtbot, program)
    assert "Børnehuset Mælkebøtten" in page.facts.text()
    assert page.where.text().startswith(str(tmp_path / "usual" / "boks"))
    page.who.choose("hanne")
    page.password.edit.setText(PASSWORD)
    press(qtbot, program.doorway, "Hent kopien frem")
    qtbot.waitUntil(lambda: isinstance(program.doorway.page(), DoorPage), timeout=15000)
    assert program.folder == tmp_path / "usual" / "boks"
    assert {one.name: one.read_bytes() for one in copy.iterdir()} == before


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_and_nothing_is_nameless(
    qtbot, at_the_door, copier, tmp_path, dressed, scale
):
    """Before and after a copy is chosen, with either way in."""
    drive = copier.drive
    lost(copier)
    dressed.set_scale(scale)
    program = at_the_door(tmp_path / "ny" / "boks", tmp_path / "ny" / "state")
    press(qtbot, program.doorway, "Hent en sikkerhedskopi frem")
    page = program.doorway.page()
    qtbot.wait(30)
    assert [*clipped(program.doorway), *nameless(program.doorway)] == []
    page.look_in(drive)
    settle(qtbot, program)
    page.progress.begin("Henter kopien")
    qtbot.wait(30)
    assert [*clipped(program.doorway), *nameless(program.doorway)] == []
    page.other_way.click()
    qtbot.wait(30)
    assert [*clipped(program.doorway), *nameless(program.doorway)] == []
    assert page.since.isVisible()
