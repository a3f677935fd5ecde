"""Huset and Lokale numre: what the leader writes stands where it is read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tvaerfaglig.domain.people import Controller, Dagtilbud
from tvaerfaglig.services import library
from tvaerfaglig.services.lock import door
from tvaerfaglig.store import past


def house(hanne, name="maelkeboetten") -> Dagtilbud:
    return hanne.do(lambda session: session.houses()[name])


def versions(hanne, name="maelkeboetten") -> int:
    return len(hanne.do(lambda session: past.versions(session.vault, Dagtilbud, name)))


def words_in(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_a_new_name_stands_on_the_door(hanne, world):
    """Saved with the button; the foot says when."""
    page = hanne.go("indstillinger", "huset").section()
    hanne.type(page.name, "Børnehuset Fjordmusen")
    hanne.press("Gem huset")
    assert house(hanne).name == "Børnehuset Fjordmusen"
    assert door.look(world.folder).house == "Børnehuset Fjordmusen"
    assert page.saved.words() == "Gemt 8.00"


def test_what_was_changed_is_kept_when_one_goes_elsewhere_as_one_version(hanne):
    """Three fields, then Overblik: one event; and looking without changing writes none."""
    page = hanne.go("indstillinger", "huset").section()
    before = versions(hanne)
    hanne.type(page.phone, "12 99 99 99")
    hanne.type(page.receiver, "Børn og Unge")
    hanne.type(page.address, "Skovvej 1, 9999 Fjordby")
    hanne.go("overblik")
    assert house(hanne).phone == "12 99 99 99"
    assert house(hanne).receiver == "Børn og Unge"
    assert versions(hanne) == before + 1
    hanne.go("indstillinger", "huset")
    hanne.go("overblik")
    assert versions(hanne) == before + 1


def test_a_stue_is_renamed_and_another_added(hanne):
    """The children follow the stue, for its id stays."""
    page = hanne.go("indstillinger", "huset").section()
    ids = [stue.id for stue in house(hanne).stuer]
    hanne.type(page.stuer.lines[0][1], "Solstrålen")
    hanne.press("Ny stue")
    hanne.type(page.stuer.lines[-1][1], "Ræven")
    hanne.press("Gem huset")
    stuer = house(hanne).stuer
    assert [stue.name for stue in stuer] == ["Solstrålen", "Kløveren", "Ræven"]
    assert [stue.id for stue in stuer][:2] == ids
    assert stuer[2].id


def test_a_stue_that_children_go_in_is_not_emptied_away(hanne):
    """It says how many, and nothing is lost."""
    page = hanne.go("indstillinger", "huset").section()
    hanne.type(page.stuer.lines[0][1], " ")
    hanne.press("Gem huset")
    assert page.message.words() == "Der går to børn på Solsikken. Flyt dem først."
    assert [stue.name for stue in house(hanne).stuer] == ["Solsikken", "Kløveren"]


def test_own_stue_only_narrows_what_a_paedagog_sees(house_of):
    """Mette of Solsikken sees Emil of Kløveren until the leader chooses otherwise."""
    mette = house_of("mette")
    assert "emil" in mette.do(lambda session: session.children())
    hanne = house_of("hanne")
    page = hanne.go("indstillinger", "huset").section()
    page.own.setFocus()
    hanne.key(page.own, Qt.Key.Key_Space)
    hanne.press("Gem huset")
    mette = house_of("mette")
    assert set(mette.do(lambda session: session.children())) == {"alma", "bertil"}


def test_a_private_house_is_asked_for_its_basis_for_cpr(hanne):
    """The field is there for private houses only."""
    page = hanne.go("indstillinger", "huset").section()
    assert page._basis_field.isHidden()
    hanne.press("privat")
    assert not page._basis_field.isHidden()
    hanne.type(page.basis, "Samtykke fra forældrene, indhentet ved indmeldelsen")
    hanne.press("Gem huset")
    assert house(hanne).controller is Controller.PRIVAT
    assert house(hanne).cpr_basis.startswith("Samtykke")


def test_another_house_is_founded_and_the_leader_leads_it(hanne):
    """It begins with the same municipality."""
    page = hanne.go("indstillinger", "huset").section()
    hanne.press("Nyt hus")
    assert page.municipality.text() == "Fjordby Kommune"
    hanne.type(page.name, "Naturhuset Ørnereden")
    hanne.press("Opret huset")
    found = hanne.do(lambda session: session.houses())
    new = next(one for one, made in found.items() if made.name == "Naturhuset Ørnereden")
    assert new in hanne.do(lambda session: session.actor.houses)
    assert page.which.count() == 3


def test_a_number_is_written_and_stands_on_akut(hanne, world):
    """Typed, saved, and read on the sheet that Ctrl+Shift+A opens, and beside the vault."""
    page = hanne.go("indstillinger", "numre").section()
    line = next(one for one in page.lines if one.key == "kommunen")
    hanne.type(line.number, "12 00 00 10")
    assert "12 00 00 10" in words_in(page._view)
    hanne.press("Jeg har kontrolleret dem i dag")
    hanne.press("Gem numrene")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    hanne.key(hanne.house.shell, Qt.Key.Key_A, both)
    assert hanne.akut.isVisible()
    assert "12 00 00 10" in words_in(hanne.akut)
    assert "Numre kontrolleret 12. november 2026" in words_in(hanne.akut)
    kept = library.local_numbers(world.folder)
    assert kept.checked_by == "Hanne Bjerre"
    assert kept.numbers[0].alarm


def test_a_new_number_is_kept_when_one_goes_elsewhere(hanne, world):
    """And one emptied again is gone."""
    page = hanne.go("indstillinger", "numre").section()
    count = len(page.lines)
    hanne.press("Nyt nummer")
    hanne.type(page.lines[-1].name, "Døgnvagten")
    hanne.type(page.lines[-1].number, "12 00 00 20")
    hanne.go("overblik")
    assert library.local_numbers(world.folder).numbers[-1].name == "Døgnvagten"
    page = hanne.go("indstillinger", "numre").section()
    hanne.type(page.lines[-1].name, " ")
    hanne.type(page.lines[-1].number, " ")
    hanne.go("overblik")
    assert len(library.local_numbers(world.folder).numbers) == count


def test_a_number_without_a_name_is_asked_about(hanne, world):
    """Whose it is must be known by whoever rings."""
    page = hanne.go("indstillinger", "numre").section()
    hanne.press("Nyt nummer")
    hanne.type(page.lines[-1].number, "12 00 00 20")
    hanne.press("Gem numrene")
    assert page.message.words() == "Hvem svarer på nummeret? Skriv det ved siden af."
    assert len(library.local_numbers(world.folder).numbers) == len(page.lines) - 1


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_lines_of_numbers_stand_with_their_labels_at_any_size(hanne, scale, dressed):
    """Side by side only the first has labels; one under the other each has."""
    dressed.set_scale(scale)
    hanne.settle()
    page = hanne.go("indstillinger", "numre").section()
    shown = [one._fields[0].caption.isVisibleTo(page) for one in page.lines]
    assert shown == [True, *[scale > 1] * (len(page.lines) - 1)]


def test_how_long_a_consent_holds_is_chosen_and_said_to_be_local_practice(hanne):
    """Saved as it is chosen; the next form proposes a day that far ahead."""
    page = hanne.go("indstillinger", "huset").section()
    assert "lokal praksis" in words_in(page.consent)
    assert page.consent.months.chosen() == "12"
    page.consent.months.setFocus()
    hanne.key(page.consent.months, Qt.Key.Key_Up)
    assert page.consent.months.chosen() == "6"
    assert hanne.do(lambda session: session.settings().consent_months) == 6


def test_how_old_an_attest_may_be_is_the_houses_own_rule(hanne):
    """None until the leader says one; then a volunteer's page says when hers is older."""
    page = hanne.go("indstillinger", "huset").section()
    assert page.attest.chosen() == "0"
    page.attest.choose("2")
    hanne.press("Gem huset")
    assert house(hanne).attest_years == 2
