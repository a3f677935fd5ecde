"""Bars and the names they cover: nothing of what is covered is left, and a name is found as an eye reads it."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.indsigt import BARS, Bar, bar_number, barred, joined
from tvaerfaglig.domain.naming import name_words, said_instead
from tvaerfaglig.domain.third_parties import Someone, Watch, flat

TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)
PLACES = st.lists(st.tuples(st.integers(-3, 70), st.integers(-3, 70)), max_size=6)


@given(TEXTS, PLACES)
def test_what_a_bar_covers_is_not_in_what_is_left(text, places):
    """Whatever the text and wherever the bars: every sign that is left stood outside all of them."""
    bars = [Bar(start, end, "x") for start, end in places]
    covered = {at for bar in bars for at in range(max(0, bar.start), max(0, bar.end))}
    left = [sign for at, sign in enumerate(text) if at not in covered]
    made = [sign for sign in barred(text, bars, ["x"]) if not bar_number(sign)]
    assert made == ["\ufffd" if ord(sign) in BARS else sign for sign in left]


@given(TEXTS, PLACES)
def test_bars_stand_apart_and_in_order(text, places):
    """Those that meet are one, so that their number tells nothing either."""
    kept = joined([Bar(start, end, "x") for start, end in places], len(text))
    assert all(0 <= one.start < one.end <= len(text) for one in kept)
    assert all(a.end < b.start for a, b in pairwise(kept))


@given(TEXTS)
def test_every_sign_an_eye_reads_has_a_place(text):
    """From the text as it is read back to the text as it was typed."""
    seen = flat(text)
    assert len(seen.text) == len(seen.origin)
    assert list(seen.origin) == sorted(seen.origin)
    assert all(0 <= at < len(text) for at in seen.origin)


NAME = "Søren Ågård"


@given(st.lists(st.sampled_from(["\u00ad", "\u200b", ""]), min_size=11, max_size=11), st.booleans())
def test_a_name_is_found_through_what_nobody_sees(between, loose):
    """Soft hyphens and invisible signs anywhere in it, accents composed or loose; the whole of it is covered."""
    name = unicodedata.normalize("NFD", NAME) if loose else NAME
    typed = "".join(sign + gap for sign, gap in zip(name, [*between, *[""] * 20], strict=False))
    if unicodedata.normalize("NFC", typed.translate({0xAD: None, 0x200B: None})) != NAME:
        return
    watch = Watch([Someone("andet_barn", (NAME,))], (), ())
    text = f"Så kom {typed} ind."
    if loose and any(between):
        return  # an accent parted from its letter by an invisible sign is drawn apart, too
    (bar,) = watch.proposed(text)
    left = barred(text, [bar], ["andet_barn"])
    assert left.startswith("Så kom ")
    assert left.endswith(" ind.")
    assert not {"r", "g"} & set(left)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Emils hue", ["Emils"]),
        ("EMIL og EMILS", ["EMIL", "EMILS"]),
        ("Emilie og emilen", []),
        ("Emil/Bertil", ["Emil", "Bertil"]),
        ("Bertilbamsen", ["Bertilbamsen"]),
        ("Friis' far", ["Friis'"]),
        ("ved Havrevej 9.", ["Havrevej 9"]),
        ("12345680 eller +45 12 34 56 80", ["12345680", "+45 12 34 56 80"]),
        ("31 12 22 for sent", []),
        ("311222-0000", ["311222-0000"]),
        ("a.b@c.example", ["a.b@c.example"]),
        ("Ber-\ntil", ["Ber-\ntil"]),
        ("øst-\nvest", []),
        ("", []),
    ],
)
def test_names_places_and_numbers(text, found):
    """As owners, in capitals, at the beginning of a word, parted; a longer name is another name."""
    emil = Someone("andet_barn", ("Emil Friis",), (), ("Havrevej 9",))
    watch = Watch([emil, Someone("andet_barn", ("Bertil Kjær",))], (), ())
    assert [text[one.start : one.end] for one in watch.proposed(text)] == found


def test_numbers_of_the_house_and_the_family_stand():
    """They are no secret to them."""
    watch = Watch([], (), ("12 34 56 78", "+45 12 34 56 79"))
    assert watch.proposed("Ring 12345678 eller 12 34 56 79.") == ()


def test_a_colleague_of_the_same_name_is_left_alone():
    """Words that are also hers are not looked for by themselves; the other's whole name is."""
    father = Someone("anden_familie", ("Mette Holm",), spared=frozenset({"Mette"}))
    watch = Watch([father], (), (), ("Mette Sørensen",))
    text = "Mette Sørensen talte med Mette Holm og Holm."
    assert [text[b.start : b.end] for b in watch.proposed(text)] == ["Mette Holm", "Holm"]


def test_a_name_is_said_as_what_the_person_is():
    """Full, in part, as an owner and in capitals; words of the child's own name stay."""
    people = {"Mette Lund": "pædagog", "Emil Friis": "et andet barn"}
    said = said_instead(
        "Mettes plan, METTE LUND, Lund og Emils.", people, spare=frozenset({"Lund"})
    )
    assert said == "pædagogs plan, pædagog, Lund og et andet barns."
    assert name_words("Bo Li-Hansen") == ("Bo Li-Hansen", "Li-Hansen")
