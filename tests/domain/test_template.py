"""The underretning template: what it may change, and what it cannot."""

from __future__ import annotations

import re

import pytest

from tvaerfaglig.domain.law import parse_law
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.domain.template import SECTION_IDS, FieldKind, parse_template, unknown_law
from tvaerfaglig.domain.underretning import Urgency
from tvaerfaglig.paths import resources

SHIPPED = (resources() / "templates" / "underretning.toml").read_text(encoding="utf-8")
TEMPLATE = parse_template(SHIPPED)


def test_every_section_stands_there_in_the_order_of_the_board():
    """Thirteen sections, the urgent question first, the signature last."""
    assert tuple(each.id for each in TEMPLATE.sections) == SECTION_IDS


def test_all_forty_fields_stand_there_once():
    """The consolidated list of law-and-forms, none lost."""
    numbers = [f.nr for s in TEMPLATE.sections for f in s.fields if f.nr]
    assert sorted(numbers) == list(range(1, 41))


def test_every_section_has_guidance_and_an_example():
    """Nobody is left with a blank page."""
    for section in TEMPLATE.sections:
        assert 40 < len(section.guidance) < 400, section.id
        assert len(section.example) > 40, section.id


def test_under_the_guard_nothing_that_would_tell_parents_is_left():
    """The section and the fields are gone, and the guidance speaks of something else."""
    sections = TEMPLATE.open_sections(parents_hidden=True)
    assert "foraeldre" not in {each.id for each in sections}
    fields = {
        field.id
        for section in sections
        for field in TEMPLATE.open_fields(section, parents_hidden=True)
    }
    assert not fields & {"foraeldre_orienteret", "foraeldre_kontakt", "foraeldrenes_syn"}
    orientering = TEMPLATE.section("orientering")
    assert orientering is not None
    assert orientering.guidance_for(parents_hidden=True) != orientering.guidance
    assert orientering.example_for(parents_hidden=True) == ""
    assert orientering.example_for(parents_hidden=False) == orientering.example


def test_without_the_guard_everything_stands():
    """Parents are heard and told as a matter of course."""
    assert len(TEMPLATE.open_sections(parents_hidden=False)) == 13


def test_proposals_come_only_where_the_house_wants_them():
    """The sources disagree, so the default is off and the house decides."""
    vurdering = TEMPLATE.section("vurdering")
    assert vurdering is not None

    def ids(proposals: bool | None) -> set[str]:
        shown = TEMPLATE.open_fields(vurdering, parents_hidden=False, proposals=proposals)
        return {each.id for each in shown}

    assert "forslag" not in ids(None)
    assert "forslag" in ids(True)


def test_a_parents_signature_is_off_until_chosen():
    """It is a custom in one municipality and never a condition."""
    afsender = TEMPLATE.section("afsender")
    assert afsender is not None
    shown = TEMPLATE.open_fields(afsender, parents_hidden=False)
    assert "set_af_foraelder" not in {each.id for each in shown}


def test_choices_lead_to_the_domain():
    """Every word on screen has the value that is stored."""
    assert {each.urgency for each in TEMPLATE.urgencies} == set(Urgency) - {Urgency.IKKE_VALGT}
    assert TEMPLATE.urgency_word(Urgency.AKUT) == "Akut"
    assert TEMPLATE.urgency_word(Urgency.IKKE_VALGT) == ""
    assert {each.against for each in TEMPLATE.suspicions} == {None, *Against}
    assert [each.urgency for each in TEMPLATE.urgencies if each.phone_first] == [Urgency.AKUT]


def test_a_field_is_found_wherever_it_stands():
    """By its id alone."""
    field = TEMPLATE.field("observationer")
    assert field is not None
    assert field.kind is FieldKind.TABLE
    assert TEMPLATE.field("borte") is None


def test_no_law_number_stands_in_the_template():
    """They live in one place."""
    assert "§" not in re.sub(r"^#.*$", "", SHIPPED, flags=re.MULTILINE)


def test_a_ground_that_cannot_be_cited_is_named():
    """A slip between two files is found before it prints."""
    only = """
    [[lov]]
    id = "underretning_overgreb"
    lov = "x"
    overskrift = "x"
    tekst = "x"
    gaelder_fra = 2024-01-01
    kilde = ""
    kontrolleret = 2026-11-02
    af = "x"
    evidens = "K"
    """
    assert set(unknown_law(TEMPLATE, parse_law(only))) == {each.law for each in TEMPLATE.grounds}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('id = "resume"\nskaerm', 'id = "sammendrag"\nskaerm', "Vælg mellem hast_og_overgreb"),
        ('foraeldre = true\nvejledning = """\nForældrenes egne', 'vejledning = """\nForældrenes egne',
         "værnet hviler på det"),
        ('art = "valg"\nvalg = "hast"', 'art = "tekst"\nvalg = "hast"', "»valg« hører til felter"),
        ('art = "dato"', 'art = "tabel"', "»kolonner« hører til felter"),
        ("nr = 17", "nr = 18", "»nr. 18« står der to gange"),
        ('bud = "M"', 'bud = "krav"', "Vælg mellem M, R, C"),
        ("sidst = true", "sidste = true", "Mente du »sidst«?"),
    ],
)  # fmt: skip
def test_a_municipality_hears_what_its_change_would_break(old: str, new: str, words: str):
    """In Danish, with the place."""
    assert old in SHIPPED
    with pytest.raises(ResourceError, match=re.escape(words)):
        parse_template(SHIPPED.replace(old, new, 1))
