"""What is asked, of whom, in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tvaerfaglig.domain.interview.plan import Situation, begins_at, goes_on, plan
from tvaerfaglig.domain.interview.questions import Age, parse_reflections
from tvaerfaglig.domain.interview.told import Handled, Told, Way
from tvaerfaglig.domain.quality.finding import parse_questions
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.paths import resources

SHELF = parse_reflections((resources() / "spoerg-mig.toml").read_text(encoding="utf-8"))
RULES = parse_questions((resources() / "questions.toml").read_text(encoding="utf-8"))
EVERYTHING = frozenset((rule.rule, "") for rule in RULES.all)
BLANK = Told(underretning="u", child="alma")


def situation(**more):
    parents = (("mor", "mor"), ("far", "far"))
    given = {"name": "Alma", "age": Age.OLDER, "open": EVERYTHING, "parents": parents} | more
    return Situation(**given)


def keys(where, told=BLANK):
    return [one.key for one in plan(SHELF, where, told)]


def test_what_is_missing_is_asked_first():
    """Then what goes deeper; nothing that the letter has already."""
    asked = keys(situation())
    assert asked.index("lyser_op") < asked.index("situationer")
    written = frozenset({"over_tid", "ressourcer"})
    bare = keys(situation(open=frozenset(), written=written))
    assert "lyser_op" not in bare
    assert "begyndelse" not in bare
    assert bare[0] == "situationer"


def test_each_parent_is_asked_after_who_has_not_been_heard():
    """Far has said nothing: he is asked after, mor is not."""
    asked = keys(situation(open=frozenset({("foraelder_syn", "far")})))
    assert "foraelder_siger:far" in asked
    assert "foraelder_siger:mor" not in asked


@pytest.mark.parametrize("age", list(Age))
def test_nothing_about_the_parents_is_asked_under_the_guard(age):
    """At no age, and nobody is suggested who could tell them."""
    found = plan(SHELF, situation(age=age, hides_parents=True), BLANK)
    assert found
    assert not any(one.ask.parents or one.ask.section == "foraeldre" for one in found)
    assert not any(one.whom for one in found)


def test_an_expected_child_is_not_asked_after_its_own_words():
    """But what was seen of those who expect it."""
    asked = keys(situation(age=Age.UNBORN, name="barnet"))
    assert "ufoedt_set" in asked
    assert not {"barnets_ord", "barnets_udtryk", "god_dag", "tryghed"} & set(asked)


def test_answered_come_first_and_passed_by_last():
    """In the order in which they were answered."""
    told = BLANK
    for key, way in (("kan", Way.ANSWERED), ("begyndelse", Way.PASSED), ("foer", Way.UNKNOWN)):
        told = told.with_one(Handled(key=key, way=way))
    asked = keys(situation(), told)
    assert asked[:2] == ["kan", "foer"]
    assert asked[-1] == "begyndelse"
    assert len(asked) == len(set(asked))


def test_one_begins_where_one_was():
    """Else at the first that is not answered, which may be past the last."""
    walk = plan(SHELF, situation(), BLANK)
    assert begins_at(walk, replace(BLANK, at=walk[4].key)) == 4
    one = BLANK.with_one(Handled(key=walk[0].key, way=Way.ANSWERED))
    assert begins_at(walk, one) == 1
    assert begins_at(walk[:1], one) == 1


def test_what_is_behind_one_does_not_move():
    """A new question joins ahead; none is asked twice."""
    walk = plan(SHELF, situation(), BLANK)
    on = goes_on(walk, 3, tuple(reversed(walk)))
    assert on[:4] == walk[:4]
    assert sorted(one.key for one in on) == sorted(one.key for one in walk)


def test_every_question_names_rules_that_exist():
    """A rule that is misspelt would never ask."""
    known = {rule.rule for rule in RULES.all}
    assert {rule for one in SHELF.all for rule in one.missing} <= known


def test_every_question_can_come_up():
    """At some age, in a letter that lacks everything."""
    deeds = (("abc", "Hviler"),)
    opened = EVERYTHING | {("foraelder_syn", "mor"), ("indsats_virkning", "abc")}
    asked = {
        one.ask.id
        for age in Age
        for one in plan(SHELF, situation(age=age, open=opened, deeds=deeds), BLANK)
    }
    assert asked == {one.id for one in SHELF.all}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('afsnit = "foraeldre"\nforaeldre = true', 'afsnit = "foraeldre"', "værnet hviler på det"),
        ("{barn} på vej hjem:", "{navn} på vej hjem:", "{navn} kan ikke sættes ind"),
        ("havde du set eller hørt?", "havde du set eller hørt.", "spørgsmålstegn"),
        ('alder = ["stoerre"]', 'alder = ["stor"]', "alderen »stor«"),
        ('felt = "virkning"\n', "", "følges ad"),
    ],
)
def test_a_file_that_was_edited_is_asked_about_in_words(old, new, words):
    """Before anybody meets it on a screen."""
    text = (resources() / "spoerg-mig.toml").read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(ResourceError, match=words.replace("{", "\\{")):
        parse_reflections(text.replace(old, new, 1))
