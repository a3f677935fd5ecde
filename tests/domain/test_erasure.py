"""What is cut from a record when a child is erased, and what is left exactly as it was."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.erasure import Part, Whose, json_without, part_of, without
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind, Perspective
from tvaerfaglig.domain.masking import GONE, shown, token
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.people import Child, Parent, Sibling
from tvaerfaglig.domain.protection import Against, Guard
from tvaerfaglig.domain.underretning import Row, Section

DAY = date(2026, 11, 12)
ALMA = Whose("0197-alma", ("Alma Nowak",))


def seen(text, *who):
    return Observation(day=DAY, text=text, involved=tuple(Involved(child=one) for one in who))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Alma Nowak sang.", "Et barn, der er slettet sang."),
        ("Så kom ALMA NOWAK løbende.", "Så kom et barn, der er slettet løbende."),
        ("Det var Alma Nowaks sko.", "Det var et slettet barns sko."),
        ("Han hedder Almagro Nowak.", "Han hedder Almagro Nowak."),
        ("Almas mor kom.", "Almas mor kom."),
        (f"{token('0197-alma')} sang.", f"{token('0197-alma')} sang."),
    ],
)
def test_a_full_name_is_taken_out_and_nothing_else(before, after):
    """Also as an owner and in capitals; a token is an id that stands for nobody."""
    assert without(seen(before, "bertil"), ALMA, first_names=False).text == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Alma sang.", "Et barn, der er slettet sang."),
        ("Almas mor kom.", "Et slettet barns mor kom."),
        ("Malma og Almar sang.", "Malma og Almar sang."),
    ],
)
def test_a_first_name_only_where_it_is_hers(before, after):
    """Asked for; a word that begins alike is another word."""
    assert without(seen(before, "bertil"), ALMA, first_names=True).text == after


def test_a_token_is_said_as_erased_where_her_name_is_gone():
    """At the beginning of a sentence and as an owner; another unknown one is "et andet barn"."""
    text = f"{token('a')} og {token('b')}s ven."
    assert shown(text, {}, {"a"}) == "Et barn, der er slettet og et andet barns ven."
    assert shown(f"{token('a')}s ven", {}, {"a"}) == "Et slettet barns ven"


@pytest.mark.parametrize(
    ("record", "case", "part"),
    [
        (seen("x", "0197-alma"), "0197-alma", Part.OWN),
        (seen("x", "0197-alma", "bertil"), "rec", Part.SHARED),
        (seen("Alma Nowak", "bertil"), "bertil", Part.NAMED),
        (seen("Alma", "bertil"), "bertil", Part.FIRST_NAME),
        (seen("x", "bertil"), "bertil", Part.NONE),
        (seen("x", "bertil"), "0197-alma", Part.OWN),
        (Guard(child="bertil", since=DAY, by="h", against=Against.UKENDT, siblings_too=("0197-alma", "jan")), "bertil", Part.NAMED),
        (Child(name="Jan", siblings=(Sibling(name="Noget", child="0197-alma"),)), "jan", Part.NAMED),
        (Child(name="Jan", parents=(Parent(id="m", name="Alma Holm"),)), "jan", Part.NONE),
    ],
)  # fmt: skip
def test_how_a_record_touches_the_child(record, case, part):
    """Hers alone, with others, named, or not at all. A parent who bears her first name is somebody else."""
    assert part_of(record, "rec", case, ALMA) is part


def test_ids_in_lists_go_and_the_others_stay():
    """A guard that counts for two sisters, a konsultation that kept its child when it became anonymous."""
    guard = Guard(
        child="b", since=DAY, by="h", against=Against.UKENDT, siblings_too=("0197-alma", "jan")
    )
    assert without(guard, ALMA, first_names=False).siblings_too == ("jan",)
    talk = Konsultation(
        day=DAY,
        kind=KonsultationKind.ANONYM,
        child="0197-alma",
        perspectives=(Perspective(profession="psykolog", text="Alma Nowak har brug for ro"),),
    )
    made = without(talk, ALMA, first_names=False)
    assert made.child == ""
    assert made.perspectives[0].text == f"{GONE[:1].upper()}{GONE[1:]} har brug for ro"
    row = Row(number=1, observation="o", version="v", day=DAY, text="Alma Nowak løb")
    section = Section(underretning="u", child="b", section="observationer", rows=(row,))
    assert without(section, ALMA, first_names=False).rows[0].number == 1


def test_what_a_form_keeps_is_cut_alike():
    """Pairs that begin with her id, objects about her, and words."""
    kept = {
        "children": [["0197-alma", "om"], ["bertil", "med"]],
        "parts": [{"child": "0197-alma"}, {"child": "bertil"}],
        "one": "0197-alma",
        "by_child": {"0197-alma": "x", "bertil": "y"},
        "text": "Alma og Bertil",
        "number": 3,
    }
    assert json_without(kept, ALMA) == {
        "children": [["bertil", "med"]],
        "parts": [{"child": "bertil"}],
        "one": "",
        "by_child": {"bertil": "y"},
        "text": "Et barn, der er slettet og Bertil",
        "number": 3,
    }


@given(st.text(st.sampled_from("Alma Nowk.s'\n\"{}:-"), max_size=60))
def test_afterwards_she_is_named_nowhere_and_a_second_time_changes_nothing(text):
    """Whatever stands round the name."""
    once = without(seen(text, "bertil"), ALMA, first_names=True)
    assert ALMA.found_in(once.text, first_names=True) == []
    assert without(once, ALMA, first_names=True) == once


@given(
    st.text(max_size=80).filter(
        lambda text: "alma" not in text.casefold() and "nowak" not in text.casefold()
    )
)
def test_texts_without_her_are_left_to_the_letter(text):
    """Nothing of anybody else's is touched."""
    record = seen(text, "bertil", "emil")
    assert without(record, ALMA, first_names=True) == record
