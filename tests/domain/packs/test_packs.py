"""A pack is read, written and read again as the same; what is hostile is refused in words; the letter fits it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig import paths
from tvaerfaglig.domain.kind_files.reading import LARGEST
from tvaerfaglig.domain.law import parse_law
from tvaerfaglig.domain.packs import lines
from tvaerfaglig.domain.packs.comparing import differences
from tvaerfaglig.domain.packs.fitting import fitted
from tvaerfaglig.domain.packs.pack import (
    MAY_GO,
    Counting,
    Deadline,
    FieldWords,
    Number,
    OwnField,
    OwnGround,
    Pack,
    SectionWords,
)
from tvaerfaglig.domain.packs.reading import parse_pack, parse_pack_bytes, reference
from tvaerfaglig.domain.packs.writing import pack_toml
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.domain.template import SECTION_IDS, parse_template

FOLDER = paths.resources() / "templates"
TEMPLATE = parse_template((FOLDER / "underretning.toml").read_text(encoding="utf-8"))
LAW = parse_law((paths.resources() / "law.toml").read_text(encoding="utf-8"))
SHIPPED = sorted((FOLDER / "pakker").glob("*.toml"))
PLAIN = Pack(
    id="fjordby", name="Fjordby", edition="1", about="", source="", checked_on=date(2026, 11, 21),
    checked_by="TF",
)  # fmt: skip

NAMES = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=30)


@given(
    st.lists(
        st.builds(
            Number,
            name=NAMES,
            number=st.from_regex(r"[0-9]{2}( [0-9]{2}){3}", fullmatch=True),
            when=st.one_of(st.just(""), NAMES),
        ),
        unique_by=lambda one: one.name,
        max_size=5,
    ),
    st.lists(
        st.builds(
            Deadline, name=NAMES, days=st.integers(1, 365), counting=st.sampled_from(Counting)
        ),
        unique_by=lambda one: one.name,
        max_size=5,
    ),
)
def test_lines_typed_are_what_was_shown(numbers, deadlines):
    """Numbers and deadlines as a leader types them."""
    assert lines.numbers_from(lines.numbers_as_lines(tuple(numbers))) == tuple(numbers)
    assert lines.deadlines_from(lines.deadlines_as_lines(tuple(deadlines))) == tuple(deadlines)


@pytest.mark.parametrize("text", ["Vagt", "Vagt: ring", "A: 12 34\nA: 56 78", ": 12 34"])
def test_a_line_that_is_no_number_is_asked_about(text):
    """With an example of how it is written, or which one stands twice."""
    with pytest.raises(lines.Unclear, match=r"sådan|to gange"):
        lines.numbers_from(text)


@pytest.mark.parametrize("text", ["Møde", "Møde: snart", "Møde: 0 dage", "Møde: 400 dage"])
def test_a_line_that_is_no_deadline_is_asked_about(text):
    """The same."""
    with pytest.raises(lines.Unclear, match="sådan"):
        lines.deadlines_from(text)


WORDS = (
    st.text(
        st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="\u2028\u2029"),
        min_size=1,
        max_size=40,
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
IDS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True)


def each(made, key):
    return st.lists(made, max_size=3, unique_by=key).map(tuple)


PACKS = st.builds(
    Pack,
    id=IDS,
    name=WORDS,
    edition=WORDS,
    about=WORDS,
    source=WORDS,
    checked_on=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    checked_by=WORDS,
    title=WORDS,
    proposals=st.booleans(),
    asks_proposals=st.just(value=False),
    seen_by_parents=st.booleans(),
    order=st.lists(st.sampled_from(SECTION_IDS), unique=True).map(tuple),
    paper_order=st.lists(st.sampled_from(SECTION_IDS), unique=True).map(tuple),
    left_out=st.lists(st.sampled_from(MAY_GO), unique=True, max_size=2).map(tuple),
    wanted=st.just(("observationer",)),
    questions_off=each(IDS, str),
    sections=each(
        st.builds(
            SectionWords, id=st.sampled_from(SECTION_IDS), screen=WORDS, paper=WORDS, guidance=WORDS
        ),
        lambda one: one.id,
    ),
    fields=each(
        st.builds(FieldWords, id=st.sampled_from(("opkald", "hastegrad")), label=WORDS, help=WORDS),
        lambda one: one.id,
    ),
    own_fields=each(
        st.builds(OwnField, section=st.sampled_from(SECTION_IDS), label=WORDS),
        lambda one: one.label,
    ),
    grounds=each(
        st.builds(OwnGround, id=IDS, word=WORDS, cite=WORDS, source=WORDS), lambda one: one.id
    ),
    numbers=each(
        st.builds(
            Number,
            name=WORDS,
            number=st.from_regex(r"[0-9]{2}( [0-9]{2}){3}", fullmatch=True),
            when=WORDS,
        ),
        lambda one: one.name,
    ),
    deadlines=each(
        st.builds(
            Deadline, name=WORDS, days=st.integers(1, 365), counting=st.sampled_from(Counting)
        ),
        lambda one: one.name,
    ),
)


@given(PACKS)
def test_what_is_written_is_read_as_the_same(pack):
    """Whatever a municipality has put in it."""
    text = pack_toml(pack)
    assert parse_pack(text) == pack
    assert pack_toml(parse_pack(text)) == text


@given(PACKS)
def test_no_pack_takes_out_what_a_letter_needs(pack):
    """Every section that may not go is there, each once, and the guard's words are untouched."""
    found = fitted(TEMPLATE, pack)
    ids = [one.id for one in found.sections]
    assert len(ids) == len(set(ids))
    assert set(SECTION_IDS) - set(MAY_GO) <= set(ids)
    assert found.guard == TEMPLATE.guard
    assert {one.id for one in found.sections if one.parents} == {
        one.id for one in TEMPLATE.sections if one.parents
    }


@given(PACKS, st.sets(st.sampled_from(SECTION_IDS)))
def test_what_is_written_in_is_never_left_out(pack, holding):
    """A section with words in it stands, whatever the pack says."""
    assert holding <= {one.id for one in fitted(TEMPLATE, pack, holding).sections}


def test_without_a_pack_the_letter_is_the_programs_own():
    """Not a word is otherwise."""
    assert fitted(TEMPLATE, None) is TEMPLATE
    assert differences(TEMPLATE, None, None) == ()


@pytest.mark.parametrize("file", SHIPPED, ids=lambda one: one.stem)
def test_those_that_come_along_each_change_the_letter(file: Path):
    """Sections, labels, paper order, numbers and deadlines; each tells its source, and no municipality is real."""
    pack, text = parse_pack_bytes(file.read_bytes(), file.name)
    assert "opdigtet" in pack.name
    assert pack.source.startswith("https://")
    assert pack.sections
    assert pack.numbers
    assert pack.deadlines
    assert pack.paper_order
    assert pack.wanted
    changed = {one.what.split(",")[0] for one in differences(TEMPLATE, None, pack)}
    assert {"Rækkefølge på papir", "Telefonnumre", "Frister"} <= changed
    assert reference(pack, text).startswith(f"{pack.id}@")


def test_the_three_differ_from_one_another():
    """There are three, and none is like another."""
    packs = [parse_pack_bytes(one.read_bytes(), one.name)[0] for one in SHIPPED]
    assert len(packs) == 3
    for one in packs:
        for other in packs:
            if one is not other:
                assert len(differences(TEMPLATE, one, other)) > 5


def test_a_change_is_said_in_words():
    """So that a leader can say yes or no without reading a file."""
    late = replace(PLAIN, deadlines=(Deadline(name="Møde", days=14, counting=Counting.DAYS),))
    assert [one.words for one in differences(TEMPLATE, None, late)] == ["Frister: Møde: 14 dage"]
    back = [one.words for one in differences(TEMPLATE, late, PLAIN)]
    assert back == ["Frister: Møde: 14 dage falder væk"]


def test_deadlines_are_counted_as_they_say():
    """Hverdage without the weekend, dage with it."""
    friday = date(2026, 11, 13)
    assert Deadline(name="a", days=2, counting=Counting.HVERDAGE).on(friday) == date(2026, 11, 17)
    assert Deadline(name="a", days=2, counting=Counting.DAYS).on(friday) == date(2026, 11, 15)


HEAD = 'pakke = 1\nid = "x"\nnavn = "X"\nudgave = "1"\nkontrolleret = 2026-11-21\naf = "TF"\n'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"x" * (LARGEST + 1), "for stor"),
        (b"\xff\xfe\x00", "som tekst"),
        (b"PK\x03\x04" + bytes(40), "usynlige tegn"),
        (b"", "mangler"),
        (b"a = [[[[", "kan ikke læses"),
        (b"a = " + b"[" * 60_000, "pakken|bygget|læses"),
        (HEAD.replace("pakke = 1", "pakke = 2").encode(), "anden udgave af programmet"),
        (HEAD.replace('id = "x"', 'id = "../../etc"').encode(), "små bogstaver"),
        ((HEAD + 'udelad = ["foraeldre"]').encode(), "kan ikke stå i"),
        ((HEAD + 'udelad = ["hast_og_overgreb"]').encode(), "kan ikke stå i"),
        ((HEAD + "spærrer = true").encode(), "kan ikke læses|kender programmet ikke"),
        ((HEAD + "krav = true").encode(), "kender programmet ikke"),
        ((HEAD + '[[afsnit]]\nid = "resume"\nskaem = "X"').encode(), "Mente du »skaerm«"),
        ((HEAD + '[[nummer]]\nnavn = "Vagt"\nnummer = "ring 12"').encode(), "telefonnummer"),
        ((HEAD + '[[frist]]\nnavn = "X"\ndage = 0\ntaelles = "dage"').encode(), "mellem 1 og"),
        ((HEAD + 'om = "' + "a" * 3_000 + '"').encode(), "Der er plads til"),
        ((HEAD + '[[eget_felt]]\nafsnit = "resume"\nnavn = "x"\n' * 61).encode(), "Der er plads til|to gange|læses"),
        ((HEAD + 'om = "a\u202eb"').encode(), "usynlige tegn"),
        ((HEAD + "forslag = true\nspoerg_til_forslag = true").encode(), "hver sit"),
        ((HEAD + 'udelad = ["resume"]\nbeder_om = ["resume"]').encode(), "Vælg ét"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_in_words(content, words):
    """A plain Danish sentence; nothing else than that refusal ever comes out."""
    with pytest.raises(ResourceError, match=words):
        parse_pack_bytes(content, "pakke.toml")


@given(st.binary(max_size=400))
def test_anything_at_all_is_read_or_refused(content):
    """No file from outside brings the program down."""
    try:
        parse_pack_bytes(content, "x.toml")
    except ResourceError as refused:
        assert str(refused)
