"""Other people's eyes as data: questions, ways to say it, and what words mean."""

from __future__ import annotations

from datetime import date

import pytest

from tvaerfaglig.domain.reading_glasses import Reader, grown_up_in, parse_glasses
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.paths import resources
from tvaerfaglig.services.writing.text_check import language

TEXT = (resources() / "saadan-laeses-det.toml").read_text(encoding="utf-8")
GLASSES = parse_glasses(TEXT)


def test_every_mark_is_a_rule_that_asks():
    """A rule that is misspelt would never be seen."""
    known = {one.rule for one in language().questions}
    assert {one.rule for one in GLASSES.stops} <= known


def test_the_very_words_come_before_their_kind():
    """»aggressiv« has a way of its own; every inflection of it too; a word without one has its kind's."""
    first = GLASSES.ways("egenskab", "aggressive")[0]
    assert "slog barnet to gange" in first
    assert GLASSES.ways("egenskab", "sær") == GLASSES.stop("egenskab").ways


def test_each_reader_has_other_questions():
    """The child is spoken to, the parents are spoken of."""
    child, parents = GLASSES.find(Reader.CHILD), GLASSES.find(Reader.PARENTS)
    asked = [one.words for one in child.wonders]
    assert "Er dine egne ord med?" in asked
    assert "Står der noget om det, du kunne?" in asked
    assert not set(asked) & {one.words for one in parents.wonders}
    assert parents.withheld


def test_hard_words_are_unfolded_once_where_they_stand_first():
    """Inflected too; an abbreviation only in capitals."""
    texts = [
        ("resume", "Talt med ppr om støtte."),
        ("vurdering", "PPR har set på affektreguleringen. PPR kommer igen."),
    ]
    found = {one.words: one for one in GLASSES.hard_words(texts)}
    assert set(found) == {"PPR", "affektreguleringen"}
    assert found["PPR"].section == "vurdering"
    assert "Pædagogisk Psykologisk Rådgivning" in found["PPR"].meaning


def test_the_year_a_child_is_grown():
    """From the day it was born, or is expected; unknown is unknown."""
    assert grown_up_in(date(2022, 9, 4), None) == 2040
    assert grown_up_in(None, date(2027, 2, 1)) == 2045
    assert grown_up_in(None, None) is None


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('laesere = ["foraeldre", "barnet"]', 'laesere = ["mormor"]', "læseren »mormor«"),
        ("Kan de genkende deres barn?", "Kan de genkende deres barn.", "spørgsmålstegn"),
        ('id = "foraeldre"', 'id = "barnet"', "to gange"),
        ("I {aar} kan", "I {year} kan", "kan ikke sættes ind"),
        ('se = "ressourcer"', 'se = "styrker"', "Vælg mellem"),
    ],
)
def test_a_file_that_was_edited_is_asked_about_in_words(old, new, words):
    """Before anybody meets it on a screen."""
    assert old in TEXT
    with pytest.raises(ResourceError, match=words):
        parse_glasses(TEXT.replace(old, new, 1))
