"""Mig: my password, how the program looks, and the lock."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.conftest import PASSWORD
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.services.lock import entering
from tvaerfaglig.ui.theme import Mode, look

OWN = "tre gule regnfrakker i skuret"


@pytest.fixture
def mette(house_of):
    return house_of("mette")


def unlocks(world, person, password):
    session = entering.unlock(world.folder, person, password, world.clock, world.state)
    session.vault.close()


def fill(who, old, new, again):
    page = who.go("indstillinger").section()
    for field, words in ((page.old, old), (page.new, new), (page.again, again)):
        who.type(field.edit, words)
    who.key(page.again.edit, Qt.Key.Key_Return)
    return page


def test_a_new_password_opens_and_the_old_one_does_not(mette, world):
    """Old, new, new again, Enter."""
    page = fill(mette, PASSWORD, OWN, OWN)
    assert page.message.words() == "Din nye adgangskode gælder fra nu."
    assert page.new.text() == ""
    unlocks(world, "mette", OWN)
    with pytest.raises(ForPeople, match="passer ikke"):
        unlocks(world, "mette", PASSWORD)


@pytest.mark.parametrize(
    ("old", "new", "again", "says"),
    [
        ("noget helt andet end den", OWN, OWN, "Adgangskoden passer ikke"),
        ("", OWN, OWN, "Skriv først den adgangskode"),
        (PASSWORD, OWN, "tre gule regnfrakker", "ikke ens"),
    ],
    ids=["another", "none", "unlike"],
)
def test_what_does_not_fit_is_said_and_the_old_one_stays(mette, world, old, new, again, says):
    """In a sentence above the fields; nothing is changed."""
    page = fill(mette, old, new, again)
    assert says in page.message.words()
    assert page.change.isEnabled()
    unlocks(world, "mette", PASSWORD)


def test_a_short_password_gets_advice_at_its_field(mette, world):
    """As a question beneath, not as a refusal."""
    page = fill(mette, PASSWORD, "kort", "kort")
    assert "mindst 12 tegn" in page.new.edit.accessibleDescription()
    unlocks(world, "mette", PASSWORD)


def test_a_typed_password_is_gone_when_one_goes_elsewhere(mette):
    """Nothing of it stands there when one comes back."""
    page = mette.go("indstillinger").section()
    mette.type(page.old.edit, PASSWORD)
    mette.go("overblik")
    assert page.old.text() == ""


def test_dark_and_larger_are_chosen_with_the_mouse(mette):
    """The look follows at once, and the page says how large."""
    page = mette.go("indstillinger").section()
    mette.press("Mørkt")
    assert look().mode is Mode.DARK
    mette.press("Større tekst")
    assert look().scale == 1.1
    assert page.scale.text() == "110 %"
    assert page.smaller.isEnabled()


def test_lock_now_asks_for_the_lock(mette, qtbot):
    """The same as the lock in the rail."""
    mette.go("indstillinger")
    with qtbot.waitSignal(mette.house.shell.lock_asked, timeout=1000):
        mette.press("Lås nu")


def test_only_the_leader_has_the_houses_own_sections(mette):
    """For a pædagog they are absent, not greyed, and cannot be reached by name either."""
    place = mette.go("indstillinger")
    assert [one.key for one in place.list.rows()] == ["mig", "regler", "nyheder", "om"]
    place.choose("mennesker")
    assert place.section() is place._pages["mig"]


def test_it_says_what_one_is_and_who_can_change_it(mette):
    """Role, stue, and the leader's name."""
    page = mette.go("indstillinger").section()
    assert page.title.line.text() == "Pædagog, Solsikken. Hanne Bjerre kan rette det."
