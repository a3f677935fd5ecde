"""The list of everything that is asked: whole, from the files, and found by any word in it."""

from __future__ import annotations

import pytest

from tvaerfaglig.services import library
from tvaerfaglig.services.writing.asked_about import asked_about, finding

SHELF = library.load()
EVERYTHING = asked_about(SHELF)


def test_every_question_stands_there_once_with_its_source():
    """None is written by hand, and none is left out."""
    rules = [each.rule for one in EVERYTHING for each in one.questions]
    evidence = library.evidence_words().questions
    lists = (*SHELF.questions.all, *evidence, *library.language().questions)
    known = {each.rule for each in lists}
    assert sorted(rules) == sorted(known)
    for one in EVERYTHING:
        assert one.name
        for each in one.questions:
            assert each.source
            assert bool(each.asked) is bool(each.quiet), each.rule
            assert "?" in each.question
            assert "{" not in each.question + each.why


def test_every_criterion_of_the_list_has_a_name():
    """The forty-two of the professional list."""
    assert len(SHELF.rules.asked.criteria) == 42
    assert len(set(SHELF.rules.asked.criteria)) == 42


def test_a_question_is_said_as_its_own_example_is_asked():
    """Not with gaps in it, where an example fills them."""
    weekday = next(each for one in EVERYTHING for each in one.questions if each.rule == "ugedag")
    assert weekday.question.startswith("Den 11. november 2026 er en onsdag.")


@pytest.mark.parametrize(
    ("typed", "rules"),
    [
        ("lix", {"lix"}),
        ("servicelovens 153", {"gammel_lov"}),
        ("LIXTAL", {"lix"}),
        ("kvældshøns", set()),
    ],
)
def test_it_is_found_by_any_word_in_it(typed, rules):
    """Also by how a word begins, in any case, and by several at once."""
    assert {each.rule for one in finding(EVERYTHING, typed) for each in one.questions} == rules


def test_nothing_typed_is_everything():
    """And so is air."""
    assert finding(EVERYTHING, "") == finding(EVERYTHING, "  ") == EVERYTHING


def test_what_rests_says_so():
    """Those of the low tier, and only they."""
    quiet = {each.rule for one in EVERYTHING for each in one.questions if each.rests}
    assert "aktoer_stille" in quiet
    assert "ugedag" not in quiet
