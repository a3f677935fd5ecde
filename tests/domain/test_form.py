"""The konsultation form."""

from __future__ import annotations

import re

import pytest

from tvaerfaglig.domain.form import parse_form
from tvaerfaglig.domain.konsultation import KonsultationKind
from tvaerfaglig.domain.people import Role
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.paths import resources

SHIPPED = (resources() / "templates" / "konsultation.toml").read_text(encoding="utf-8")
FORM = parse_form(SHIPPED)


def parts(**how: bool) -> list[int]:
    steps = FORM.open_steps(how.pop("kind", KonsultationKind.NAVNGIVET), **how)
    return [each.nr for step in steps for each in step.parts]


def test_fifteen_parts_in_four_steps():
    """As on the board, in order."""
    assert [step.name for step in FORM.steps] == [
        "Før mødet", "Det, vi ved", "Det, vi tænker", "Det, vi gør",
    ]  # fmt: skip
    assert parts() == list(range(1, 16))


def test_a_follow_up_is_six_parts():
    """Who was there, do the agreements hold, and what now."""
    assert parts(follow_up=True) == [1, 10, 11, 12, 13, 14]


def test_a_theme_has_no_child_in_it():
    """Neither child, child's view nor parents' view."""
    assert not {2, 6, 7} & set(parts(kind=KonsultationKind.TEMA))


def test_under_the_guard_the_parents_parts_are_gone_and_an_underretning_is_not():
    """Nothing that would tell the parents is offered; the duty always is."""
    assert 7 not in parts(parents_hidden=True)
    left = FORM.open_decisions(parents_hidden=True)
    assert not any("forældre" in each.meaning.lower() for each in left)
    assert any(each.underretning for each in left)


def test_each_of_the_staff_has_a_profession():
    """So that every one at the table has a card of her own."""
    for role in Role:
        assert FORM.profession_of(role) is not None, role


def test_every_kind_of_note_says_what_it_asks_for():
    """Anonymous, named, theme."""
    for kind in KonsultationKind:
        choice = FORM.kind(kind)
        assert choice is not None
        assert choice.guidance


def test_parts_and_decisions_are_found_by_id():
    """And what a municipality dropped is None."""
    part, decision = FORM.part("aftaler"), FORM.decision("i_huset")
    assert part is not None
    assert part.nr == 12
    assert decision is not None
    assert not decision.underretning
    assert FORM.part("borte") is None
    assert FORM.decision("borte") is None


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('ord = "Underretning"\n', 'ord = "Underretning"\nforaeldre = true\n', "aldrig falde væk"),
        ("underretning = true\n", "", "mindst én beslutning"),
        ('roller = ["psykolog"]', 'roller = ["læge"]', "»roller« skal vælges"),
        ('ikke_ved = ["tema"]', 'ikke_ved = ["emne"]', "»ikke_ved« skal vælges"),
        ("nr = 15", "nr = 14", "»nr. 14« står der to gange"),
    ],
)
def test_a_municipality_hears_what_its_change_would_break(old: str, new: str, words: str):
    """In Danish, with the place."""
    assert old in SHIPPED
    with pytest.raises(ResourceError, match=re.escape(words)):
        parse_form(SHIPPED.replace(old, new, 1))
