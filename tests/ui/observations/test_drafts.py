"""Nothing written is ever lost: drafts kept within a second, offered again, taken back and laid away."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.conftest import PASSWORD
from tests.ui.observations.test_writing import named, of
from tvaerfaglig.services import drafts
from tvaerfaglig.services.observations import page as observation_page
from tvaerfaglig.ui.observations.draft_offers import offer_words

CTRL, ENTER = Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return


def test_the_foot_says_what_is_kept_within_a_second(at_desk, qtbot):
    """And that nobody else sees it: the vault holds a draft and no observation."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Sad under bordet.")
    label = mette.place.writing.saved_label
    qtbot.waitUntil(
        lambda: label.words() == "Gemt 8.00 · ingen andre ser den, før du gemmer", timeout=1000
    )
    assert not of(mette)
    assert len(mette.ask(drafts.mine)) == 1
    mette.close()
    yusuf = at_desk("yusuf")
    assert yusuf.ask(drafts.mine) == []


def test_going_elsewhere_keeps_it_and_coming_back_offers_it(at_desk, clock):
    """Du var i gang: one press goes on where one was."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Holdt sig for ørerne.")
    mette.go(place="overblik")
    clock.forward(minutes=30)
    mette.go()
    assert "Du var i gang med at skrive om Alma kl. 8.00." in mette.read()
    mette.click(named(mette.place, "Skriv videre"))
    assert mette.form.text.text() == "Holdt sig for ørerne."
    assert mette.form.children_field.value()[0][0] == "alma"
    mette.press(ENTER, CTRL)
    assert [one.record.text for one in of(mette)] == ["Holdt sig for ørerne."]
    assert mette.ask(drafts.mine) == []


def test_ctrl_n_over_a_draft_begins_another_and_keeps_the_first(at_desk):
    """Two things at once are two drafts, both listed."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Den ene.")
    mette.press(Qt.Key.Key_N, CTRL)
    mette.type("be")
    mette.press(ENTER)
    mette.type("Den anden.")
    mette.go()
    offered = mette.place.writing.offers.offered()
    assert len(offered) == 2
    page = mette.read()
    assert "»Den ene«" in page
    assert "»Den anden«" in page


def test_laid_away_is_gone_and_fortryd_brings_it_back(at_desk):
    """One press away, one press back."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Ikke noget alligevel.")
    mette.go()
    mette.click(named(mette.place, "Læg væk"))
    assert mette.ask(drafts.mine) == []
    assert mette.place.writing.offers.offered() == ()
    mette.click(mette.shell.message.link)
    assert len(mette.ask(drafts.mine)) == 1
    assert len(mette.place.writing.offers.offered()) == 1


def test_an_emptied_form_leaves_no_draft(at_desk):
    """What one has rubbed out is not offered again."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("x")
    mette.kept()
    mette.press(Qt.Key.Key_Backspace)
    mette.place.save_now()
    mette.settle()
    assert mette.ask(drafts.mine) == []


def test_choosing_a_child_alone_is_no_draft(at_desk):
    """Nothing is written that anyone would miss."""
    mette = at_desk("mette")
    mette.go()
    mette.type("al")
    mette.press(ENTER)
    mette.go(place="overblik")
    assert mette.ask(drafts.mine) == []


def test_an_unreadable_day_survives_as_it_was_typed(at_desk):
    """A draft keeps words, not what could be made of them."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Sov.")
    mette.form.day.setFocus()
    mette.form.day.selectAll()
    mette.type("31.11.")
    mette.form.clock.setFocus()
    mette.type("halv otte")
    mette.go()
    mette.click(named(mette.place, "Skriv videre"))
    assert (mette.form.day.text(), mette.form.clock.text()) == ("31.11.", "halv otte")


def test_fortryd_after_saving_takes_it_back_and_the_words_stand_again(at_desk):
    """The observation is erased; what was written is in the form once more."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Forkert barn måske.")
    mette.press(ENTER, CTRL)
    assert len(of(mette)) == 1
    mette.click(mette.shell.message.link)
    assert of(mette) == []
    assert not mette.reads
    assert mette.form.text.text() == "Forkert barn måske."
    mette.press(ENTER, CTRL)
    assert [one.record.text for one in of(mette)] == ["Forkert barn måske."]


def test_after_saving_enter_writes_another(at_desk):
    """Skriv en til is where the keyboard stands."""
    mette = at_desk("mette")
    mette.go("alma")
    mette.type("Den første.")
    mette.press(ENTER, CTRL)
    assert mette.reads
    mette.press(ENTER)
    assert not mette.reads
    mette.type("be")
    mette.press(ENTER)
    mette.type("Den næste.")
    mette.press(ENTER, CTRL)
    assert [one.record.text for one in of(mette, "bertil")] == ["Den næste."]


def test_closing_goes_back_and_keeps(at_desk):
    """✕ throws nothing away."""
    mette = at_desk("mette")
    mette.go(place="overblik")
    mette.go("alma")
    mette.type("Løb efter bolden.")
    mette.click(named(mette.place.writing, "Luk (Esc)"))
    assert type(mette.place).__name__ != "ObservationPlace"
    assert len(mette.ask(drafts.mine)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no signal kills so hard there")
def test_a_killed_process_loses_nothing(at_desk, world):
    """Killed right after the foot said Gemt: the next session offers the text."""
    words = "Alma gemte sig bag døren, da far kom."
    run = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("killed_writer.py")), str(world.folder),
         str(world.state), PASSWORD, words],
        capture_output=True, text=True, timeout=120, check=False, cwd=Path(__file__).parents[3],
        env={**__import__("os").environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )  # fmt: skip
    assert run.returncode == -signal.SIGKILL, run.stderr
    assert float(run.stdout.split()[-1]) < 1.0
    mette = at_desk("mette")
    mette.go("alma")
    [draft] = mette.place.writing.offers.offered()
    assert "Alma" in offer_words(draft, mette.place.writing.page.names, mette.desk.clock.now())[0]
    mette.click(named(mette.place, "Skriv videre"))
    assert mette.form.text.text() == words


def test_a_draft_that_cannot_be_read_is_still_offered(at_desk):
    """A newer program's draft opens with what is known of it, and never stops the page."""
    mette = at_desk("mette")
    key = observation_page.new_key("7")
    newer = '{"child": "alma", "values": {"text": "Ny tid", "hologram": [1, 2]}}'
    mette.ask(drafts.keep, key, observation_page.KIND, newer)
    mette.go()
    mette.click(named(mette.place, "Skriv videre"))
    assert mette.form.text.text() == "Ny tid"
