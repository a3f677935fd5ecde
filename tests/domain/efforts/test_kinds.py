"""The kinds of indsats as files: what they hold, what is refused, and that nothing written is lost."""

from __future__ import annotations

import pytest

from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.kind import Direction
from tvaerfaglig.domain.efforts.reading import parse_kind, parse_kind_bytes, reference
from tvaerfaglig.domain.efforts.writing import kind_toml
from tvaerfaglig.domain.people import Role
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.paths import resources
from tvaerfaglig.services import library

FOLDER = resources() / "templates" / "indsatser"
TEXTS = {file.stem: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.toml")}
KINDS = {one.id: one for one in library.efforts()}


def test_the_kinds_that_practice_has_are_all_here():
    """In the order they are offered."""
    assert list(KINDS) == [
        "familiegruppe", "raadgivningsforloeb", "praktikforloeb", "konsulentbesoeg",
        "forebyggelsesteam", "frivillige", "foraeldresamarbejde",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_can_be_written_out_and_read_again(kind):
    """As the same kind under the same reference, so that a house can give on what it has."""
    text = kind_toml(kind)
    assert parse_kind(text) == kind
    assert reference(parse_kind(text), kind_toml(parse_kind(text))) == reference(kind, text)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_each_can_be_run_from_start_to_evaluation(kind):
    """It has a sheet to begin with, seats for colleagues of the house, papers, and something that is counted."""
    assert any(one.use is FormUse.START for one in kind.forms)
    assert any(one.roles for one in kind.seats)
    assert kind.papers
    assert kind.indicators


def test_all_three_ways_of_working_are_there():
    """So that the share that is directed at parents means something."""
    assert {one.direction for one in KINDS.values()} == set(Direction)


def test_a_familiegruppe_is_as_practice_has_it():
    """Two pædagoger and a sundhedsplejerske, weekly for 12–16 weeks, status every eighth."""
    kind = KINDS["familiegruppe"]
    assert kind.rhythm.words() == "Hver uge, 12–16 gange"
    assert kind.rhythm.status_weeks == 8
    assert [(one.roles, one.number) for one in kind.seats] == [
        ((Role.PAEDAGOG, Role.MEDHJAELPER), 2), ((Role.SUNDHEDSPLEJERSKE,), 1),
    ]  # fmt: skip
    assert kind.max_families
    assert kind.priorities
    assert kind.consent


def test_a_dagplejer_writes_alone_and_is_read_after():
    """The form of the forebyggelsesteam is hers; a dagplejepædagog goes through it."""
    form = KINDS["forebyggelsesteam"].form("skema")
    assert form.written_by == (Role.DAGPLEJER,)
    assert Role.DAGPLEJEPAEDAGOG in form.reviewed_by


@pytest.mark.parametrize(
    ("file", "before", "after", "said"),
    [
        ("familiegruppe", "indsats = 1\n", "indsats = 2\n", "en anden udgave"),
        ("familiegruppe", 'navn = "Familiegruppe"', 'nvan = "Familiegruppe"', "navn"),
        ("familiegruppe", '["familie", "barn"]', '["familie", "hund"]', "hund"),
        ("familiegruppe", '["familie", "barn"]', "[]", "mindst én"),
        ("familiegruppe", '["familie", "barn"]', '["hus"]', "hverken barn eller familie"),
        ("familiegruppe", "mindst = 12", "mindst = 20", "højt som"),
        ("familiegruppe", 'hver = "uger"', 'hver = "dag"', "Vælg mellem uger, aar, ingen"),
        ("familiegruppe", 'id = "bekymring"', 'id = "soeskende"', "står der to gange"),
        ("familiegruppe", 'type = "valg"\n', "", "hører sammen"),
        ("familiegruppe", '"fremmoede", "frafald"', '"fremmoede", "lykke"', "lykke"),
        ("familiegruppe", 'faggrupper = ["sundhedsplejerske"]', 'faggrupper = ["laege"]', "laege"),
        (
            "praktikforloeb",
            'ansvarlig = "sundhedsplejerske"',
            'ansvarlig = "ingen"',
            "en af rollerne",
        ),
        (
            "praktikforloeb",
            'fra = { efter = "start" }',
            'fra = { efter = "forrige" }',
            "første fase",
        ),
        ("praktikforloeb", 'efter = "foedsel"', 'efter = "jul"', "Vælg mellem start"),
        ("konsulentbesoeg", "om_huset = true\n", "", "om_huset"),
        ("konsulentbesoeg", "antal = 4", "antal = 20", "højst 12"),
        ("frivillige", "\nopgaver = [", "\npogaver = [", "opgaver"),
    ],
)
def test_what_is_wrong_is_said_in_words(file, before, after, said):
    """What it is, where it stands, and what to choose instead."""
    assert before in TEXTS[file]
    with pytest.raises(ResourceError) as refused:
        parse_kind(TEXTS[file].replace(before, after), f"{file}.toml")
    assert said in str(refused.value)
    assert f"{file}.toml" in str(refused.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "ikke læses som tekst"),
        (b"x" * 200_000, "for stor"),
        ('indsats = 1\nid = "a\u202eb"'.encode(), "usynlige tegn"),
        (b"indsats = ", "kan ikke læses"),
    ],
)
def test_a_file_that_is_no_indsats_is_refused(content, said):
    with pytest.raises(ResourceError, match=said):
        parse_kind_bytes(content, "vores.toml")
