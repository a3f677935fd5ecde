"""CPR numbers: nothing with ten digits is refused.

Every number here has a month that does not exist, or belongs to a day still to come.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain import cpr
from tvaerfaglig.domain.cpr import Cpr

IMPOSSIBLE = Cpr("3113991234")


@pytest.mark.parametrize("text", ["311399-1234", "3113991234", " 311399 1234 ", "311399 – 1234"])
def test_ten_digits_are_a_number_however_spaced(text: str):
    """Hyphen, dash, space or none."""
    assert cpr.parse_cpr(text) == IMPOSSIBLE
    assert cpr.why_not_cpr(text) == ""
    assert str(IMPOSSIBLE) == "311399-1234"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("", ""),
        ("31139", "Et CPR-nummer har ti tal. Her står fem."),
        ("311399-12345", "Et CPR-nummer har ti tal. Her står 11."),
        ("311399-xxxx", "Et CPR-nummer er kun tal. Hvad er »xxxx«?"),
        ("3113-991234", "Skriv nummeret som seks tal, bindestreg og fire tal."),
    ],
)
def test_what_is_no_number_is_asked_about(text: str, question: str):
    """With how many digits there are, or what is in the way."""
    assert cpr.parse_cpr(text) is None
    assert cpr.why_not_cpr(text) == question


def test_a_day_that_does_not_exist_is_asked_about_not_refused():
    """The number is kept; the question stands beside it."""
    assert IMPOSSIBLE.born_on is None
    assert (
        cpr.ask_about(IMPOSSIBLE)
        == "Der er ingen dag, der skrives 31.13.99. Står nummeret rigtigt?"
    )


def test_an_erstatnings_cpr_is_recognised():
    """The day is 60 too high; that is a rule of its own and no slip."""
    number = Cpr("7402304000")
    assert number.is_substitute
    assert number.born_on == date(2030, 2, 14)
    assert cpr.ask_about(number, date(2030, 2, 14)) == (
        "Nummeret begynder med 74. Er det et erstatnings-CPR-nummer?"
    )


@given(st.dates(date(2027, 1, 1), date(2057, 12, 31)), st.integers(0, 999))
def test_the_century_is_read_from_the_seventh_digit(born: date, serial: int):
    """4 and 9 reach to 2036, 5–8 to 2057; and no modulus 11 anywhere."""
    seventh = "4" if born.year <= 2036 else "5"
    number = Cpr(f"{born:%d%m%y}{seventh}{serial:03}")
    assert number.born_on == born
    assert cpr.ask_about(number, born) == ""


def test_another_birthday_than_on_the_card_is_asked_about():
    """Both days are said, and which one is right is left open."""
    assert cpr.ask_about(Cpr("7402304000"), date(2022, 3, 15)) == (
        "CPR-nummeret siger 14. februar 2030, fødselsdatoen siger 15. marts 2022. Hvilken er rigtig?"
    )


def test_the_mask_shows_the_birthday_only():
    """Four dots until someone asks, and that is logged elsewhere."""
    assert cpr.mask(IMPOSSIBLE) == "311399-••••"


def test_numbers_in_running_text_are_found_where_they_stand():
    """With a hyphen always; ten bare digits only where they can be a date."""
    text = "Mor (311399-1234) ringede fra 12345678, konto 3113991234, sag 7402304000."
    found = cpr.find_cprs(text)
    assert [text[each.start : each.end] for each in found] == ["311399-1234", "7402304000"]
    assert found[0].cpr == IMPOSSIBLE


@given(st.text(alphabet="0123456789- ", max_size=40))
def test_searching_never_fails_and_never_reaches_outside(text: str):
    """Whatever digits people write."""
    for each in cpr.find_cprs(text):
        assert cpr.parse_cpr(text[each.start : each.end]) == each.cpr
