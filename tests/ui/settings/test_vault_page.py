"""Lås og boks, and the first steps after founding: the lock, the sheet, a check."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tvaerfaglig.domain.acts import Settings
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.services.copying import standing
from tvaerfaglig.services.lock import entering
from tvaerfaglig.services.vault import whereabouts
from tvaerfaglig.store import keys
from tvaerfaglig.ui.printouts.preview import PreviewPlace


def words_in(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_idle_minutes_are_chosen_and_kept(hanne):
    """Between 1 and 15, saved as soon as one is chosen."""
    page = hanne.go("indstillinger", "boks").section()
    assert [page.idle.itemText(n) for n in (0, 14)] == ["1 minut", "15 minutter"]
    page.idle.setFocus()
    hanne.key(page.idle, Qt.Key.Key_Down)
    hanne.key(page.idle, Qt.Key.Key_Down)
    assert hanne.do(lambda session: session.settings().idle_minutes) == 7
    assert page.message.words() == "Programmet låser efter 7 minutter."
    assert hanne.do(lambda session: session.settings()) == Settings(idle_minutes=7)


def test_a_new_sheet_opens_the_vault_and_the_old_one_does_not(hanne, world):
    """Asked first; then the sheet stands in the preview, to be printed and never saved."""
    hanne.go("indstillinger", "boks")
    hanne.press("Lav et nyt ark")
    hanne.key(QApplication.activeModalWidget(), Qt.Key.Key_Escape)
    assert keys.unlock_with_code(world.folder, world.code).vault_id
    hanne.press("Lav et nyt ark")
    hanne.press("Lav et nyt ark", QApplication.activeModalWidget())
    preview = hanne.place
    assert isinstance(preview, PreviewPlace)
    assert preview.save_button.isHidden()
    assert preview.print_button.isVisible()
    page = hanne.house.shell.page("indstillinger").section()
    code = page._code
    hanne.key(hanne.house.shell, Qt.Key.Key_Escape)
    assert hanne.place.section() is page
    assert page.again.isVisible()
    assert code.split("-")[4] in "".join(preview.paper.as_text.text().split())
    with pytest.raises(ForPeople, match="nyere ark"):
        keys.unlock_with_code(world.folder, world.code)
    hanne.desk.close()
    session = entering.set_password_with_code(
        world.folder, code, "mette", "tre gule regnfrakker i skuret", world.clock, world.state
    )
    world.open_sessions.append(session)
    assert session.actor.name == "Mette Sørensen"


def test_the_check_says_that_all_is_as_written_and_finds_what_is_not(hanne, world):
    """Sound first; then a body is changed behind the program's back."""
    page = hanne.go("indstillinger", "boks").section()
    hanne.press("Kontrollér nu")
    assert "Alt er, som det blev skrevet" in page.check_bar.words()
    assert "Teksterne og bilagene: som skrevet" in words_in(page)

    def spoil(session):
        db = session.vault.db.conn
        db.execute("DROP TRIGGER IF EXISTS body_is_final")
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        db.execute(
            "UPDATE body SET data = replace(data, 'Engvej 4', 'Engvej 5') WHERE data LIKE '%Engvej 4%'"
        )
        db.commit()

    hanne.do(spoil)
    hanne.press("Kontrollér nu")
    assert "ikke, som det blev skrevet" in page.check_bar.words()
    assert "Teksterne og bilagene: teksten er ændret" in words_in(page)


def test_a_place_in_a_cloud_or_on_a_network_is_warned_about(tmp_path):
    """By the folder's own path."""
    assert (
        whereabouts.caution(tmp_path / "OneDrive - Fjordby Kommune" / "boks")
        == whereabouts.IN_A_CLOUD
    )
    assert whereabouts.networked(type(tmp_path)("//server/faelles/boks"))
    assert whereabouts.caution(tmp_path / "boks") == ""


def test_a_mount_of_another_machine_is_known_by_the_nearest_one_above():
    """A network share inside the own disk, and a disk inside the share."""
    mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/hjem /hjem nfs4 rw 0 0\n/dev/sdb1 /hjem/lokal ext4 rw 0 0\n"
    kind = whereabouts._kind_of_mount
    from pathlib import Path

    assert kind(Path("/hjem/mette/boks"), mounts) == "nfs4"
    assert kind(Path("/hjem/lokal/boks"), mounts) == "ext4"
    assert kind(Path("/var/boks"), mounts) == "ext4"


def test_the_first_steps_show_the_sheet_and_try_its_code(hanne, world):
    """Print it (a preview that cannot be saved), come back, type the code, and it is said to fit."""
    place = hanne.go("indstillinger", world.code)
    page = place.section()
    assert page.title.heading.text() == "Boksen er klar"
    hanne.press("Skriv ud")
    assert isinstance(hanne.place, PreviewPlace)
    assert hanne.place.save_button.isHidden()
    hanne.key(hanne.house.shell, Qt.Key.Key_Escape)
    assert hanne.place.section() is page
    hanne.type(page.typed, world.code.lower().replace("-", " "))
    hanne.key(page.typed, Qt.Key.Key_Return)
    assert "åbner boksen" in page.bar.words()


def test_a_slip_in_the_code_is_placed_in_its_field(hanne, world):
    """The sentence says which of the nine to read again."""
    page = hanne.go("indstillinger", world.code).section()
    groups = world.code.split("-")
    groups[3] = groups[3][:3] + ("7" if groups[3][3] != "7" else "8")
    hanne.type(page.typed, "-".join(groups))
    hanne.key(page.typed, Qt.Key.Key_Return)
    assert "felt 4 af 9" in page.bar.words()


def test_the_first_steps_lead_to_colleagues_and_stay_until_they_are_left(hanne, world):
    """The page stands first in the list meanwhile; Til Overblik takes it and the code away."""
    place = hanne.go("indstillinger", world.code)
    hanne.press("Tilføj en kollega")
    assert place.section().title.heading.text() == "Mennesker"
    assert place.list.rows()[0].key == "start"
    place.choose("start")
    hanne.press("Skriv koden ned i hånden")
    assert world.code.split("-")[8] in words_in(place.section())
    hanne.press("Til Overblik")
    assert place.list.rows()[0].key == "mig"
    assert hanne.house.place() is hanne.house.shell.page("overblik")


def test_the_first_steps_ask_for_a_second_place_and_take_no_for_an_answer(hanne, world, tmp_path):
    """Ikke nu puts it off for a week; a folder chosen gets a copy at once; one in the vault is refused."""
    page = hanne.go("indstillinger", world.code).section()
    hanne.press("Ikke nu")
    assert "spørger igen 19. november" in page.place_bar.words()
    assert not hanne.do(standing.standing).ask_second
    (world.folder / "her").mkdir()
    page.choice.use(world.folder / "her")
    hanne.settle()
    assert "boksens egen mappe" in page.place_bar.words()
    (tmp_path / "Seagate").mkdir()
    page.choice.use(tmp_path / "Seagate")
    hanne.settle()
    assert page.place_bar.words().startswith("Kopierne kommer også til at ligge på Seagate.")
    assert page.later.isHidden()
    assert len(list((tmp_path / "Seagate" / "tvaerfaglig-kopier").iterdir())) == 1
