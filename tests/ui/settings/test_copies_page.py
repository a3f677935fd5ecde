"""Sikkerhedskopier: taken, seen, checked, tried, carried and thrown away, as the leader does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.conftest import PASSWORD
from tests.services.copying.copying_world import names
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.acts import BackedUp, CopiesGone
from tvaerfaglig.services import staffing
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import queries
from tvaerfaglig.ui.copy_keeper import keeper_of
from tvaerfaglig.ui.settings.trial import NAME, TrialPage
from tvaerfaglig.ui.theme import Mode


@pytest.fixture
def drive(tmp_path):
    """A folder that plays the drive."""
    made = tmp_path / "Seagate"
    made.mkdir()
    return made


@pytest.fixture
def page(hanne):
    return hanne.go("indstillinger", "kopier").section()


def words_in(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def days(hanne, count):
    """A copy on each of so many days."""
    for _ in range(count):
        keeper_of(hanne.desk).take()
        hanne.settle()
        hanne.world.clock.forward(days=1)


def test_a_copy_taken_now_is_said_and_stands_in_the_list(hanne, page):
    """By the keyboard: the page begins on the button."""
    assert "ikke taget nogen kopi" in page.last.text()
    assert not page.list.isVisible()
    page.start()
    hanne.key(page.take, Qt.Key.Key_Return)
    assert "taget og læst igennem" in page.bar.words()
    assert page.last.text().startswith("I dag kl. 8.00 · ")
    assert [row.title for row in page.list.rows()] == ["I dag kl. 8.00"]
    assert page._where.text() == "Ligger her."
    assert not page.away.isEnabled()
    assert page.take.isEnabled()
    assert page.progress.isHidden()


def test_a_copy_can_be_stopped_and_leaves_nothing(hanne, page, world):
    """The line says what is being done; Stop ends it, in words."""
    heard = []
    page._keeper.moved.connect(lambda part, doing: heard.append((part, doing)))
    page._keeper.began.connect(page._keeper.stop)
    page._keeper.take()
    hanne.settle()
    assert page.bar.words() == "Det blev stoppet. Intet er ændret."
    assert names(world.folder / "backups") == []
    assert page.take.isEnabled()
    page._keeper.began.disconnect(page._keeper.stop)
    page._keeper.take()
    hanne.settle()
    assert {"Kopierer boksen", "Læser loggen igennem"} <= {doing for _, doing in heard}


def test_the_second_place_is_chosen_and_gets_a_copy_at_once(hanne, page, drive):
    """It is called by its own name, and the page says where each copy lies."""
    assert "kun på denne computer" in words_in(page)
    page.use(drive)
    hanne.settle()
    assert "Seagate" in page._lies_in.text()
    assert "også på Seagate" in page.bar.words()
    assert page._where.text() == "Ligger her og på Seagate."
    assert "samme disk" in page.place_bar.words()
    assert len(names(drive / "tvaerfaglig-kopier")) == 1
    hanne.press("Brug det ikke mere")
    assert "kun på denne computer" in words_in(page)
    assert len(names(drive / "tvaerfaglig-kopier")) == 1


def test_a_drive_that_is_away_is_said_and_the_copy_is_good_all_the_same(hanne, page, drive):
    """On the page, kindly."""
    page.use(drive)
    hanne.settle()
    drive.rename(drive.with_name("skuffe"))
    hanne.world.clock.forward(days=1)
    hanne.press("Tag en kopi nu")
    assert "kunne ikke nås" in page.bar.words()
    assert "kan ikke nås lige nu" in page._lies_in.text()


def test_a_place_in_the_vault_itself_is_refused(hanne, page, world):
    """In words, above the cards."""
    (world.folder / "her").mkdir()
    page.use(world.folder / "her")
    hanne.settle()
    assert "boksens egen mappe" in page.message.words()
    assert page.choose.isEnabled()


def test_one_copy_is_read_through_and_a_damaged_one_is_found(hanne, page, world):
    """The one that is chosen in the list."""
    days(hanne, 2)
    hanne.go("indstillinger", "kopier")
    page.list.setFocus()
    hanne.key(page.list, Qt.Key.Key_End)
    hanne.press("Læs den igennem")
    assert "er, som den blev skrevet" in page.list_bar.words()
    old = world.folder / "backups" / page.list.current()
    content = bytearray((old / "vault.db").read_bytes())
    content[7000] ^= 1
    (old / "vault.db").write_bytes(content)
    hanne.press("Læs den igennem")
    assert "Regn ikke med den" in page.list_bar.words()


def test_an_old_copy_is_thrown_out_after_it_was_asked(hanne, page, world):
    """Esc keeps it; the newest has no such button; it is noted that one went."""
    days(hanne, 3)
    hanne.go("indstillinger", "kopier")
    page.list.setFocus()
    hanne.key(page.list, Qt.Key.Key_Home)
    assert not page.away.isEnabled()
    hanne.key(page.list, Qt.Key.Key_End)
    gone = page.list.current()
    hanne.click(page.away)
    asked = QApplication.activeModalWidget()
    assert "torsdag" in asked.windowTitle() or "Smid kopien fra" in asked.windowTitle()
    hanne.key(asked, Qt.Key.Key_Escape)
    assert gone in names(world.folder / "backups")
    hanne.click(page.away)
    hanne.press("Smid den ud", QApplication.activeModalWidget())
    assert gone not in names(world.folder / "backups")
    assert page.list_bar.words() == "Kopien er væk."
    assert len(page.list.rows()) == 2
    (noted,) = hanne.do(lambda session: queries.all_of(session.vault, CopiesGone))
    assert noted.record.count == 1


def test_a_third_copy_is_laid_anywhere_and_never_cleared_away(hanne, page, tmp_path, world):
    """On a stick; it can be put back, and it is noted as one chosen this once."""
    page.copy_to(tmp_path / "noegle")
    assert not page.elsewhere.isEnabled()
    hanne.settle()
    (copy,) = (tmp_path / "noegle").iterdir()
    assert copy.name in page.bar.words()
    opened = keeping.open_keys(copy, "hanne", PASSWORD)
    back = keeping.restore(copy, tmp_path / "tilbage", opened, world.clock, tmp_path / "state2")
    assert f"{back.events} hændelser" in page.bar.words()
    (noted,) = hanne.do(lambda session: queries.all_of(session.vault, BackedUp))
    assert (noted.record.how, noted.record.place) == ("manuel", "valgt")


def test_where_nothing_can_be_written_it_is_said(hanne, page, tmp_path):
    """A file is in the way, and no copy is noted."""
    (tmp_path / "optaget").write_text("")
    page.copy_to(tmp_path / "optaget")
    hanne.settle()
    assert page.message.isVisible()
    assert page.elsewhere.isEnabled()
    assert hanne.do(lambda session: queries.all_of(session.vault, BackedUp)) == []


def test_a_copy_is_tried_beside_the_vault_and_taken_away_again(hanne, page, tmp_path):
    """Chosen folder, one press, the words, and one press to remove it."""
    days(hanne, 1)
    hanne.go("indstillinger", "kopier")
    hanne.press("Prøv den af")
    trial = hanne.place.section()
    assert isinstance(trial, TrialPage)
    assert not trial.go.isEnabled()
    trial.use(tmp_path)
    hanne.press("Prøv den af", trial)
    assert "kan hentes frem" in trial.bar.words()
    assert (tmp_path / NAME / "vault.db").exists()
    hanne.press("Fjern prøven igen")
    assert not (tmp_path / NAME).exists()
    assert "fjernet igen" in hanne.said[-1]
    assert hanne.place.section() is page


def test_a_copy_from_before_a_new_key_is_tried_with_the_password_of_then(hanne, page, tmp_path):
    """The field stands there only for such a one; a wrong password is said."""
    days(hanne, 1)
    hanne.do(staffing.remove_person, "yusuf")
    hanne.go("indstillinger", "kopier")
    assert page.list.rows()[0].note == "åbner med nøglerne fra dengang"
    hanne.press("Prøv den af")
    trial = hanne.place.section()
    trial.use(tmp_path)
    hanne.press("Prøv den af", trial)
    assert "adgangskode, du havde dengang" in trial.message.words()
    trial.password.edit.setText(PASSWORD)
    hanne.press("Prøv den af", trial)
    assert "kan hentes frem" in trial.bar.words()
    hanne.press("Fjern prøven igen")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.CONTRAST])
def test_nothing_is_cut_and_nothing_is_nameless(hanne, page, drive, dressed, scale, mode):
    """With copies, a second place and a message in each card; and the trial on top."""
    page.use(drive)
    hanne.settle()
    days(hanne, 2)
    dressed.choose(mode)
    dressed.set_scale(scale)
    hanne.go("indstillinger", "kopier")
    page.list.setFocus()
    hanne.press("Læs den igennem")
    page.progress.begin("Kopierer boksen. Du kan skrive videre imens.")
    hanne.settle()
    shell = hanne.house.shell
    assert [*clipped(shell), *nameless(shell)] == []
    page.progress.end()
    hanne.press("Prøv den af")
    assert [*clipped(shell), *nameless(shell)] == []
