"""The kinds of meeting as files: what they hold, what is refused, and that nothing written is lost."""

from __future__ import annotations

import pytest

from tests.domain.test_form import FORM
from tvaerfaglig.domain.konsultation import KonsultationKind, Participant
from tvaerfaglig.domain.meetings.answers import Line, OwnAnswer, answer_in, laid_over
from tvaerfaglig.domain.meetings.kind import KONSULTATION, Parents, as_form
from tvaerfaglig.domain.meetings.lines import columns_of, scale_of, unattributed
from tvaerfaglig.domain.meetings.own_part import PartType
from tvaerfaglig.domain.meetings.parties import parties
from tvaerfaglig.domain.meetings.reading import parse_kind, parse_kind_bytes
from tvaerfaglig.domain.meetings.writing import kind_toml
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.paths import resources
from tvaerfaglig.services import library

FOLDER = resources() / "templates" / "moeder"
TEXTS = {file.stem: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.toml")}
KINDS = {one.id: one for one in library.meetings()}
SOS = KINDS["signs-of-safety"]


def test_the_kinds_that_practice_has_are_all_here():
    """From a short sparring to the LP sheet, in the order they are offered."""
    assert list(KINDS) == [
        "sparring", "konsultation", "reflekterende-team", "foraeldresamtale", "trekantsamtale",
        "tvaerfagligt-forum", "netvaerksmoede", "signs-of-safety", "lp",
    ]  # fmt: skip


def test_a_konsultation_is_the_form_that_it_was():
    """Fifteen parts in four steps, worded as before."""
    made = as_form(FORM, KINDS[KONSULTATION])
    before = [(step.name, step.parts) for step in FORM.steps]
    assert [(step.name, step.parts) for step in made.steps] == before


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_can_be_written_out_and_read_again(kind):
    """As the same kind, so that a house can give on what it has."""
    assert parse_kind(kind_toml(kind)) == kind


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_part_says_what_it_asks_for(kind):
    """Numbered from one, with guidance and a line for when it is empty."""
    parts = [part for step in as_form(FORM, kind).steps for part in step.parts]
    assert [part.nr for part in parts] == list(range(1, len(parts) + 1))
    assert all(part.guidance and part.empty and part.name for part in parts)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_meeting_with_parents_is_about_a_named_child(kind):
    """And the LP sheet is about none."""
    if kind.parents is Parents.ALTID:
        assert kind.needs_child
    assert kind.id != "lp" or kind.kinds == (KonsultationKind.TEMA,)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            'notat = "arbejdspapir"',
            'notat = "bog"',
            "Vælg mellem beslutning, arbejdspapir, referat",
        ),
        ("moede = 1", "moede = 2", "en anden udgave"),
        ('id = "barn"', 'id = "barnet"', "ikke en af de femten dele"),
        ("minutter = 20", "minutter = 2000", "Vælg et tal fra 5 til 480"),
        ('type = "prosa"', 'type = "prose"', "Vælg mellem"),
        ('id = "sparringen"', 'id = "proevet"', "har sin egen måde"),
        ('trin = "Før"\n', "", "trin"),
        ('slags = ["anonym", "navngivet", "tema"]', 'slags = ["anonym", "hemmelig"]', "hemmelig"),
        ('slags = ["anonym", "navngivet", "tema"]', "slags = []", "mindst én"),
        ('foraeldre = "nej"', 'foraeldre = "altid"', "om et barn med navn"),
        ('navn = "Sparring"', 'nvan = "Sparring"', "navn"),
        ('navn = "Sparring"', f'navn = "{"x" * 200}"', "Der er plads til"),
    ],
)
def test_what_cannot_be_read_is_asked_about_in_words(before, after, said):
    """In Danish, with the file and the place; nothing is guessed."""
    text = TEXTS["sparring"]
    assert before in text
    with pytest.raises(ResourceError, match=said) as refusal:
        parse_kind(text.replace(before, after, 1), "sparring.toml")
    assert "sparring.toml" in str(refusal.value)


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe\x00", b"a" * 200_000, 'moede = 1\nid = "a\u202e"'.encode(), b"[[[" * 9_000],
    ids=["bytes", "size", "unseen", "deep"],
)  # fmt: skip
def test_a_file_from_outside_is_not_trusted(content):
    """What is no text, too large, or hides signs is refused in words."""
    with pytest.raises(ResourceError):
        parse_kind_bytes(content, "fra-nabokommunen.toml")


def test_what_one_writes_never_touches_the_part_another_wrote():
    """Parts are laid over one another by their ids; parts that no form knows stay where they were."""
    standing = (OwnAnswer(part="fra-fremtiden", text="Står"), OwnAnswer(part="problem", text="Før"))
    after = laid_over(standing, [OwnAnswer(part="problem", text="Nu"), OwnAnswer(part="ny")])
    assert [(one.part, one.text) for one in after] == [
        ("fra-fremtiden", "Står"), ("problem", "Nu"), ("ny", ""),
    ]  # fmt: skip


def test_lines_stand_in_their_columns_and_strays_last():
    """Also a column that the form has not (any longer) is read."""
    part = SOS.part("tre_spalter").own
    answer = OwnAnswer(
        part="tre_spalter",
        lines=(
            Line(column="virker", text="Mormor henter"),
            Line(column="gammel", text="Fra før"),
            Line(column="bekymrer", text="Sulten mandag"),
        ),
    )
    found = columns_of(part, answer)
    assert [(one.column.id, [line.text for line in one.lines]) for one in found] == [
        ("bekymrer", ["Sulten mandag"]), ("virker", ["Mormor henter"]), ("skal_ske", []), ("", ["Fra før"]),
    ]  # fmt: skip


def test_the_scale_has_everyone_with_the_number_before():
    """Whoever gave one last time stands there too, also when she is not there now."""
    before = OwnAnswer(part="skala", lines=(Line(who="mette", number=3), Line(who="Mor", number=5)))
    now = OwnAnswer(part="skala", lines=(Line(who="mette", number=6, text="En fast aftale"),))
    rows = scale_of(["mette", "karen"], now, before)
    assert [(one.who, one.before, one.now) for one in rows] == [
        ("mette", 3, 6), ("karen", None, None), ("Mor", 5, None),
    ]  # fmt: skip


def test_a_reflection_is_nobodys():
    """Where the form asks for no source, neither name nor day is kept."""
    part = KINDS["reflekterende-team"].part("refleksioner").own
    assert part.type is PartType.LINES
    said = OwnAnswer(part="refleksioner", lines=(Line(text="Et billede af et fyr", who="mette"),))
    assert [(one.text, one.who) for one in unattributed(part, said)] == [
        ("Et billede af et fyr", "")
    ]
    sourced = SOS.part("tre_spalter").own
    assert unattributed(sourced, said) == said.lines


def test_the_family_stands_first_and_no_view_is_lost():
    """Family, their own network, professionals; then a view of somebody who left the table."""
    people = (
        Participant(name="Karen Lund", staff="karen", side="fagperson"),
        Participant(name="Bedstefar", side="privat", absent=True),
        Participant(name="Mor", side="familie"),
    )
    answer = OwnAnswer(
        part="parternes_syn", lines=(Line(who="karen", text="K"), Line(who="Moster", text="M"))
    )
    found = parties(people, answer)
    assert [(one.who, one.view, one.absent) for one in found] == [
        ("Mor", "", False), ("Bedstefar", "", True), ("karen", "K", False), ("Moster", "M", False),
    ]  # fmt: skip


def test_an_empty_part_is_empty():
    """A line without words and number is nothing; the number nought is something."""
    assert answer_in((), "problem").is_empty
    assert OwnAnswer(part="skala", lines=(Line(who="mette"),)).is_empty
    assert not OwnAnswer(part="skala", lines=(Line(who="mette", number=0),)).is_empty
