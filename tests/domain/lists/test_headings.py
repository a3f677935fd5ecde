"""Headings of Danish lists are understood, and what is not kept is left alone."""

from __future__ import annotations

import pytest

from tvaerfaglig.domain.lists.headings import Field, can_be_read, find_headings, guess, guess_all


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Navn", Field.NAME), ("Barnets navn", Field.NAME), ("Navn (barn)", Field.NAME),
        ("FORNAVN", Field.FIRST), ("Efternavn", Field.LAST), ("CPR-nr.", Field.CPR),
        ("Fødselsdato", Field.BORN), ("Født", Field.BORN), ("Stue/gruppe", Field.STUE),
        ("Gruppe", Field.STUE), ("Adresse", Field.ADDRESS), ("Postnr.", Field.POSTCODE),
        ("Indmeldt", Field.ENROLLED), ("Udmeldt", Field.LEFT), ("Mor", Field.MOTHER),
        ("Mors mobil", Field.MOTHER_PHONE), ("Navn på far", Field.FATHER), ("Tlf. far", Field.FATHER_PHONE),
        ("Forælder 1 navn", Field.PARENT1), ("Forælder1", Field.PARENT1),
        ("Forælder 2 telefon", Field.PARENT2_PHONE), ("Kontakt 2 mobil", Field.PARENT2_PHONE),
        ("Mors CPR", None), ("Mors e-mail", None), ("Fars adresse", None), ("Allergier", None), ("", None),
    ],
)  # fmt: skip
def test_a_heading_is_understood(heading, field):
    """Also spelled otherwise; a parent's number or mail is nothing the program keeps."""
    assert guess(heading) is field


def test_first_and_last_name_go_before_the_whole_and_nothing_is_taken_twice():
    """Of two columns that say the same the first is taken."""
    assert guess_all(["Navn", "Fornavn", "Efternavn", "Stue", "Gruppe"]) == {
        1: Field.FIRST,
        2: Field.LAST,
        3: Field.STUE,
    }


def test_headings_are_found_below_a_title():
    """Lists often begin with what they are and when they were made."""
    rows = [
        ("Børneliste Mælkebøtten",),
        ("Dato", "12.11.2026"),
        ("Navn", "CPR", "Stue"),
        ("Ida", "", ""),
    ]
    assert find_headings(rows) == 2


def test_without_a_name_the_list_cannot_be_read():
    """And two columns cannot be the same thing."""
    assert can_be_read({0: Field.CPR}) == "Hvilken kolonne har barnets navn?"
    assert "Vælg den ene" in can_be_read({0: Field.NAME, 1: Field.NAME})
    assert can_be_read({0: Field.FIRST}) == ""
