"""Mennesker: a key given, changed and taken away, as the leader does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.conftest import PASSWORD
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.people import Role
from tvaerfaglig.services import drafts, staffing
from tvaerfaglig.services.copying import second_place
from tvaerfaglig.services.lock import door, entering
from tvaerfaglig.store import keys
from tvaerfaglig.ui.copy_keeper import keeper_of
from tvaerfaglig.ui.settings.person import DRAFT, PersonPage

OWN = "tre gule regnfrakker i skuret"


def enter(world, person, password):
    session = entering.unlock(world.folder, person, password, world.clock, world.state)
    world.open_sessions.append(session)
    return session


def new_colleague(hanne, name):
    place = hanne.go("indstillinger", "mennesker")
    hanne.press("Ny kollega")
    page = place.section()
    assert isinstance(page, PersonPage)
    hanne.type(page.form.name, name)
    return page


def person_page(hanne, person):
    """Down the list with the arrow, and Enter."""
    place = hanne.go("indstillinger", "mennesker")
    rows = place.section().with_key
    rows.setFocus()
    keys = [one.key for one in rows.rows()]
    hanne.key(rows, Qt.Key.Key_Home)
    for _ in range(keys.index(person)):
        hanne.key(rows, Qt.Key.Key_Down)
    hanne.key(rows, Qt.Key.Key_Return)
    return place.section()


def test_a_new_colleague_unlocks_with_the_four_words_and_must_choose_her_own(hanne, world):
    """The words on the leader's screen open the vault once; then only her own do."""
    page = new_colleague(hanne, "Freja Holm")
    page.form.stuer.buttons()[0].click()
    words = page.words.words
    assert len(words.split()) == 4
    hanne.press("Giv Freja adgang")
    assert words in page.words._shown.text()
    person = next(p for p in door.look(world.folder).people if p.name == "Freja Holm")
    assert (person.role_word, person.must_change) == ("pædagog, Solsikken", True)
    first = enter(world, person.id, words)
    assert first.opened.must_change
    staffing.change_my_password(first, words, OWN)
    assert not enter(world, person.id, OWN).opened.must_change
    with pytest.raises(ForPeople, match="passer ikke"):
        enter(world, person.id, words)


def test_a_colleague_half_written_is_offered_again_without_her_password(hanne):
    """Esc out of the form, come back: the name stands there, and no draft holds the four words."""
    page = new_colleague(hanne, "Freja Holm")
    words = page.words.words
    hanne.key(page.form.name, Qt.Key.Key_Escape)
    kept = hanne.do(drafts.one, DRAFT)
    assert "Freja Holm" in kept.content
    assert words not in kept.content
    hanne.press("Ny kollega")
    assert hanne.place.section().form.name.text() == "Freja Holm"
    assert "Du var i gang med Freja Holm" in hanne.place.section().message.words()


def test_the_draft_goes_when_the_key_is_given(hanne):
    """What was saved is not offered again."""
    new_colleague(hanne, "Freja Holm")
    hanne.press("Giv Freja adgang")
    assert hanne.do(drafts.one, DRAFT) is None


def test_without_a_name_the_form_asks_and_keeps_what_was_typed(hanne, world):
    """Nobody gets a key by mistake."""
    page = new_colleague(hanne, "")
    before = door.look(world.folder).people
    hanne.press("Giv adgang")
    assert page.message.words() == "Hvad hedder din kollega?"
    assert page.save.isEnabled()
    assert door.look(world.folder).people == before


def test_role_and_stue_are_changed_and_stand_on_the_lock_screen(hanne, world):
    """Mette becomes souschef; the tile at the door says so."""
    page = person_page(hanne, "mette")
    page.form.role.setFocus()
    page.form.role.choose(Role.SOUSCHEF.value)
    page.form.role.activated.emit(page.form.role.currentIndex())
    hanne.press("Gem")
    assert hanne.do(lambda session: session.staff()["mette"].role) is Role.SOUSCHEF
    mette = next(p for p in door.look(world.folder).people if p.id == "mette")
    assert mette.role_word == "souschef, Solsikken"
    assert hanne.said[-1] == "Gemt hos Mette Sørensen."


def test_a_person_is_removed_only_after_the_window_says_what_follows(hanne, world):
    """The safe button keeps her; the other one takes the way in and gives the vault a new key."""
    page = person_page(hanne, "yusuf")
    hanne.click(page.remove)
    asked = QApplication.activeModalWidget()
    assert asked.windowTitle() == "Fjern Yusuf Demirs adgang?"
    assert "ny nøgle" in asked.accessibleDescription()
    assert "Sikkerhedskopier" in asked.accessibleDescription()
    hanne.key(asked, Qt.Key.Key_Escape)
    assert any(p.id == "yusuf" for p in door.look(world.folder).people)
    hanne.click(page.remove)
    hanne.press("Fjern adgangen", QApplication.activeModalWidget())
    assert all(p.id != "yusuf" for p in door.look(world.folder).people)
    with pytest.raises(ForPeople, match="ingen nøgle"):
        enter(world, "yusuf", PASSWORD)
    assert [one.key for one in hanne.place.section().without.rows()] == ["yusuf"]
    hanne.do(lambda session: session.children())
    assert enter(world, "mette", PASSWORD).actor.name == "Mette Sørensen"


def removed(hanne):
    """Yusuf's way in is taken away after the window asked; the answer is the window that asks next."""
    page = person_page(hanne, "yusuf")
    hanne.click(page.remove)
    hanne.press("Fjern adgangen", QApplication.activeModalWidget())
    return QApplication.activeModalWidget()


def test_after_a_removal_a_new_copy_is_offered_in_place_of_those_that_open_for_him(hanne, world):
    """Each is listed; the safe button leaves them, the other takes one copy and throws the old ones out."""
    for _ in range(3):
        keeper_of(hanne.desk).take()
        hanne.settle()
        world.clock.forward(days=1)
    asked = removed(hanne)
    assert asked.windowTitle() == "Yusufs gamle adgangskode åbner stadig tre kopier"
    said = [one.text() for one in asked.findChildren(QLabel)]
    assert "I går kl. 8.00. Ligger her." in said
    assert any("programmet ikke" in one for one in said)
    assert asked.focusWidget() is asked.safe_button
    hanne.press("Tag en ny, smid de gamle ud", asked)
    page = hanne.place.section()
    assert page.title.heading.text() == "Sikkerhedskopier"
    assert "De gamle kopier er smidt ud." in page.bar.words()
    (copy,) = (world.folder / "backups").iterdir()
    assert keys.unlock(copy, "mette", PASSWORD)
    with pytest.raises(ForPeople, match="ingen nøgle"):
        keys.unlock(copy, "yusuf", PASSWORD)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_window_about_old_copies_has_room_at_any_size(hanne, world, dressed, scale):
    """More copies than are listed, and nothing cut or nameless."""
    dressed.set_scale(scale)
    for _ in range(8):
        keeper_of(hanne.desk).take()
        hanne.settle()
        world.clock.forward(days=1)
    asked = removed(hanne)
    assert any(one.text() == "og 1 til" for one in asked.findChildren(QLabel))
    assert [*clipped(asked), *nameless(asked)] == []
    hanne.key(asked, Qt.Key.Key_Escape)


def test_the_old_copies_may_stay(hanne, world):
    """Esc is enough; one stands among the people again."""
    keeper_of(hanne.desk).take()
    hanne.settle()
    hanne.key(removed(hanne), Qt.Key.Key_Escape)
    assert hanne.place.section().title.heading.text() == "Mennesker"
    (copy,) = (world.folder / "backups").iterdir()
    assert keys.unlock(copy, "yusuf", PASSWORD)


def test_a_drive_that_is_away_is_named_when_old_copies_may_lie_there(hanne, world, tmp_path):
    """And they go when it is back."""
    drive = tmp_path / "Seagate"
    drive.mkdir()
    hanne.do(second_place.prepare, drive)
    hanne.do(second_place.choose, drive, "Seagate")
    keeper_of(hanne.desk).take()
    hanne.settle()
    drive.rename(tmp_path / "skuffe")
    world.clock.forward(days=1)
    asked = removed(hanne)
    assert any("Seagate kan ikke nås" in one.text() for one in asked.findChildren(QLabel))
    hanne.press("Tag en ny, smid de gamle ud", asked)
    assert "De gamle dér går, når drevet er sat i." in hanne.place.section().bar.words()
    (tmp_path / "skuffe").rename(drive)
    keeper_of(hanne.desk).look()
    hanne.settle()
    (copy,) = (drive / "tvaerfaglig-kopier").iterdir()
    with pytest.raises(ForPeople, match="ingen nøgle"):
        keys.unlock(copy, "yusuf", PASSWORD)


def test_one_who_was_removed_gets_a_key_again_by_the_same_page(hanne, world):
    """With four new words, to be changed the first time."""
    hanne.do(staffing.remove_person, "yusuf")
    place = hanne.go("indstillinger", "mennesker")
    place.section().without.opened.emit("yusuf")
    hanne.settle()
    page = place.section()
    words = page.words.words
    hanne.press("Giv Yusuf adgang igen")
    assert enter(world, "yusuf", words).opened.must_change


def test_new_first_words_replace_a_forgotten_password(hanne, world):
    """The words are shown first, and count only when the leader says so."""
    page = person_page(hanne, "mette")
    hanne.press("Giv en ny")
    words = page.words.words
    assert enter(world, "mette", PASSWORD).my_id == "mette"
    hanne.press("Brug de fire ord")
    assert enter(world, "mette", words).opened.must_change
    with pytest.raises(ForPeople, match="passer ikke"):
        enter(world, "mette", PASSWORD)


def test_nobody_removes_herself(hanne):
    """The leader's own page has no such button."""
    page = person_page(hanne, "hanne")
    assert not hasattr(page, "remove")


def test_what_was_asked_before_the_key_is_not_asked_after_it(hanne):
    """A name that was missing is no question any more once she has her key, and the foot has nothing left to do."""
    place = hanne.go("indstillinger", "mennesker")
    hanne.press("Ny kollega")
    page = place.section()
    hanne.press("Giv adgang")
    assert page.message.isVisible()
    hanne.type(page.form.name, "Freja Holm")
    hanne.press("Giv Freja adgang")
    assert not page.message.isVisible()
    assert not page.save.isVisible()
