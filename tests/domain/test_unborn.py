"""A child on the way: no age below nothing, and nobody is known by »Barnet«."""

from __future__ import annotations

from datetime import date

import pytest

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.ages import age_words, name_until_born
from tvaerfaglig.domain.erasure import Whose
from tvaerfaglig.domain.known_names import Names
from tvaerfaglig.domain.naming import name_words, real_name
from tvaerfaglig.domain.people import Child, Parent
from tvaerfaglig.domain.typed_names import typed_names

TODAY = date(2026, 11, 12)
SAID = "Barnet sover. Barnets mor er her, og Ufødt er et ord. BARNET!"


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (date(2027, 3, 12), "termin 12. marts"),
        (TODAY, "termin 12. november"),
        (date(2026, 11, 3), "termin var 3. november"),
        (date(2027, 11, 3), "termin 3. november 2027"),
    ],
)
def test_before_the_birth_the_due_day_is_said(due, said):
    """Also after the day has passed: a child who is late has no age yet."""
    assert age_words(Child(name="Barnet", due=due), TODAY) == said
    assert danish.expected(due, TODAY) == said


def test_a_list_says_it_shorter():
    made = Child(name="Barnet", due=date(2027, 2, 14))
    assert age_words(made, TODAY, short=True) == "termin 14. feb."


def test_after_the_birth_the_birthday_counts():
    made = Child(name="Ida", born=date(2026, 11, 1), due=date(2026, 10, 20))
    assert age_words(made, TODAY) == "1 uge"
    assert age_words(Child(name="Ida"), TODAY) == ""
    assert not made.is_expected


def test_until_there_is_a_name_the_mothers_is_beside():
    father = Parent(id="f", name="Ole Kjær", relation="far")
    mother = Parent(id="m", name="Amalie Holst", relation="Mor")
    assert name_until_born(Child(name="", parents=(father, mother))) == "Barnet Holst"
    assert name_until_born(Child(name="", parents=(father,))) == "Barnet Kjær"
    assert name_until_born(Child(name="")) == "Barnet"


@pytest.mark.parametrize(
    ("full", "real"),
    [
        ("Barnet Holst", "Holst"),
        ("Ufødt, Ane Kjær", "Ane Kjær"),
        ("Barn af Ida Lind", "Ida Lind"),
        ("Barnet", ""),
        ("Baby på vej", ""),
        ("Alma Nowak", "Alma Nowak"),
        ("", ""),
    ],
)
def test_what_stands_for_a_name_is_none(full, real):
    assert real_name(full) == real


@pytest.mark.parametrize("full", ["Barnet", "Barnet Holst", "Ufødt, Ane Kjær", "Ufødt Holst"])
def test_no_text_tells_of_a_child_by_that_word(full):
    """Else every »Barnet« in the house would be taken for the one on the way: asked about, masked, refused."""
    assert list(Names([full], (), ()).found(SAID)) == []
    assert typed_names(SAID, [("x", full)]) == []
    assert not {"Barnet", "Ufødt"} & set(name_words(full))
    assert not {"Barnet", "Ufødt"} & set(Whose("x", (full,)).forms) - {full}


def test_her_mothers_name_still_tells():
    """»Familien Holst« leads to somebody, also before the child has a name; the whole name always does."""
    assert [one.start for one in Names(["Barnet Holst"], (), ()).found("Hos Holst i dag")] == [4]
    assert [one.name for one in typed_names("Om Barnet Holst", [("x", "Barnet Holst")])] == [
        "Barnet Holst"
    ]
