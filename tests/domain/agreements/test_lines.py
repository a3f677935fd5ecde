"""A line with an arrow is read as a careful colleague would read it, and left open where she would ask."""

from __future__ import annotations

from datetime import date

import pytest

from tvaerfaglig.domain.agreements.lines import Doer, arrows, read_line

TODAY = date(2026, 11, 12)  # a Thursday
PEOPLE = (
    Doer("mette", ("mette", "mette sørensen", "jeg")),
    Doer("karen", ("karen", "karen lund", "socialrådgiveren")),
    Doer("mor", ("mor", "katarzyna"), parent=True),
    Doer("far", ("far",), parent=True),
    Doer("line-1", ("line", "line toft")),
    Doer("line-2", ("line", "line bro")),
)


def read(line):
    return read_line(line, PEOPLE, TODAY)


def test_only_lines_that_begin_with_an_arrow():
    """Also the arrow that a keyboard has; an arrow inside a sentence is none."""
    text = "Vi så ham.\n→ Mette ringer\n  -> Karen kommer \nfra A → B\n→   "
    assert arrows(text) == ("Mette ringer", "Karen kommer")


@pytest.mark.parametrize(
    ("line", "who", "parents"),
    [
        ("Mette ringer til mor", ("mette",), ()),
        ("Mette og Karen Lund taler med mor", ("mette", "karen"), ()),
        ("Mor og far kommer til samtale", (), ("mor", "far")),
        ("Forældrene prøver billeder", (), ("mor", "far")),
        ("Jeg, Karen og mor mødes", ("mette", "karen"), ("mor",)),
        ("Ringe til mor (Mette, fredag)", ("mette",), ()),
        ("Karen: skrive til PPR", ("karen",), ()),
        ("@Karen kommer", ("karen",), ()),
        ("Ringe til Mette og mor", (), ()),
        ("Line holder øje", (), ()),
        ("Line Toft holder øje", ("line-1",), ()),
    ],
)
def test_who_stands_first_and_is_one_alone(line, who, parents):
    """Named further in she is whom it is about; two of a name leave it open."""
    assert (read(line).who, read(line).parents) == (who, parents)


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Ringe senest fredag", date(2026, 11, 13)),
        ("Ringe på tirsdag.", date(2026, 11, 17)),
        ("Ringe i morgen", date(2026, 11, 13)),
        ("Skrive senest 20. november", date(2026, 11, 20)),
        ("Mødes d. 20/11", date(2026, 11, 20)),
        ("Mødes onsdag den 25. november kl. 9", date(2026, 11, 25)),
        ("Se igen om 14 dage", date(2026, 11, 26)),
        ("Se igen om to uger", date(2026, 11, 26)),
        ("Se igen i næste uge", date(2026, 11, 20)),
        ("Se igen i uge 48", date(2026, 11, 27)),
        ("Se igen i uge 2", date(2027, 1, 15)),
        ("Se igen", None),
        ("Mødes 31. november", None),
    ],
)
def test_when(line, due):
    """As people write days; what is no day is none."""
    assert read(line).due == due


def test_the_day_leaves_the_words_where_it_ends_them():
    """Moved later, the agreement must not go on naming the day it was first due."""
    assert read("Mette ringer til mor senest fredag.").what == "Mette ringer til mor"
    inside = "Jeg ringer i morgen til mor"
    assert read(inside).what == inside


def test_what_comes_again():
    """A weekday, how often, and until when."""
    made = read("Karen læser hver torsdag til 18. december")
    assert (made.what, made.every, made.due) == ("Karen læser", 1, TODAY)
    assert made.until == date(2026, 12, 18)
    assert read("Vi taler hver anden uge").every == 2


def test_how_we_will_see_the_effect():
    """After the words that say so, and not in the agreement itself."""
    made = read("Mor læser højt. Vi ser det på, at Alma henter bogen")
    assert (made.what, made.effect) == ("Mor læser højt", "Alma henter bogen")


def test_what_staff_weigh_is_proposed_as_their_own():
    """An underretning is not first read of in the parents' copy."""
    assert read("Mette overvejer en underretning").internal
    assert not read("Mor kommer til samtale om underretningen").internal
