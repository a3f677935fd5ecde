"""The whole house where nothing can be written: every page reads, every act is refused, no word goes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.conftest import PASSWORD
from tvaerfaglig.app import Program, Surroundings
from tvaerfaglig.ui.house import ONLY_READS, PREVIEW, ROOMS
from tvaerfaglig.ui.settings.page import SECTIONS
from tvaerfaglig.ui.widgets import MessageBar


@pytest.fixture
def on_disc(world, small_disk):
    disk = small_disk("60m")
    world.folder = Path(shutil.copytree(world.folder, disk / "boks"))
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    return world.folder


def test_every_page_reads(on_disc, house_of):
    """Every place, a child, every section of the settings: nothing is complained about."""
    hanne = house_of("hanne")
    ways = [(place, None) for place in ROOMS if place != PREVIEW]
    for way in (*ways, ("boern", "alma"), *(("indstillinger", one.key) for one in SECTIONS)):
        hanne.go(*way)
        bars = [one for one in hanne.house.shell.findChildren(MessageBar) if one.isVisible()]
        assert not any("kun læses" in one.words() for one in bars), way
    assert hanne.said == []


def test_what_is_typed_stays_in_its_field(on_disc, house_of):
    """One sentence, the text where it was, also after *Gem*."""
    hanne = house_of("hanne")
    writing = hanne.go("observation", "alma").writing
    QTest.keyClicks(writing.form.text, "Alma sang")
    QTest.qWait(700)
    hanne.settle()
    assert hanne.said
    writing.save(complete=True)
    hanne.settle()
    assert len(set(hanne.said)) == 1
    assert "Boksen kan kun læses her" in hanne.said[0]
    assert writing.form.text.toPlainText() == "Alma sang"
    writing._pause.stop()
    writing._dirty = False


def test_the_door_and_the_top_of_the_window_say_it(on_disc, world, qtbot, qapp):
    """Before one unlocks, and all the while; a colleague is told why it does not open."""
    made = Program(
        qapp, on_disc, lambda: None, Surroundings(world.clock, world.state), lambda _: None
    )
    made.open()
    qtbot.addWidget(made.doorway)
    page = made.doorway.page()
    assert "Den åbner for lederen" in page.where.words()
    made.doorway.unlock_asked.emit("mette", PASSWORD)
    qtbot.waitUntil(page.bar.isVisible, timeout=5000)
    assert "åbner den kun for lederen" in page.bar.words()
    made.doorway.unlock_asked.emit("hanne", PASSWORD)
    qtbot.waitUntil(lambda: made.house is not None, timeout=5000)
    assert made.house.shell._demo_words.text() == ONLY_READS
    assert made.house.shell._demo.isVisible()
    made.lock()
    assert not (on_disc / "vault.open").exists()
    made.house.shell.deleteLater()
    made.deleteLater()
