"""What the program knows beside the words: names, days, numbers, ages, law, and how a child is asked.

Each text is one way people write it; beside them stands good text that looks like it and is left alone.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tvaerfaglig.services.writing.text_check import check

VILLADS = {
    "child": {"name": "Villads Holm Petersen", "born": "2022-05-14", "sex": "dreng"},
    "known_people": [
        {"name": "Villads Holm Petersen", "role": "barn"},
        {"name": "Louise Holm", "role": "mor"},
        {"name": "Morten Petersen", "role": "far"},
        {"name": "Ellen Holm Petersen", "role": "søskende"},
        {"name": "Karina Bach", "role": "pædagog"},
        {"name": "Jens Ove Lund", "role": "leder"},
        {"name": "Saga Winther", "role": "barn"},
        {"name": "Mohammed El-Sayed", "role": "andet barn"},
        {"name": "Oskar Vind", "role": "barn på stuen"},
    ],
    "today": "2026-11-12",
}
FREJA = {
    "child": {"name": "Freja Lind", "born": "2023-01-20", "sex": "pige"},
    "known_people": [
        {"name": "Freja Lind", "role": "barnet"},
        {"name": "Anne Lind", "role": "mor"},
        {"name": "Ida Krogh", "role": "medhjælper"},
        {"name": "William Beck", "role": "andet barn"},
    ],
    "today": "2026-03-06",
}
KNOWLEDGE = {1, 2, 6, 10, 15, 18, 30, 31, 36}
"""The criteria that are asked about from what is known; words have lists and tests of their own."""

PEOPLE = {"villads": VILLADS, "freja": FREJA}
CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("knowledge.jsonl").read_text(encoding="utf-8").splitlines()
]
"""One text a line; with a criterion and the words to be asked about, or neither where it is left alone."""
ASKED = [
    (PEOPLE[one["of"]], one["section"], one["text"], one["criterion"], one["words"])
    for one in CASES
    if "criterion" in one
]
LEFT_ALONE = [
    (PEOPLE[one["of"]], one["section"], one["text"]) for one in CASES if "criterion" not in one
]


@pytest.mark.parametrize(("context", "section", "text", "criterion", "words"), ASKED)
def test_it_is_asked_about_however_it_is_written(context, section, text, criterion, words):
    """By the criterion it belongs to, at the words it is about."""
    places = [at for at in range(len(text)) if text.startswith(words, at)]
    found = [one for one in check(text, section, context) if one.criterion == criterion]
    assert any(one.start < at + len(words) and at < one.end for one in found for at in places), (
        found
    )


@pytest.mark.parametrize(("context", "section", "text"), LEFT_ALONE)
def test_good_text_is_left_alone(context, section, text):
    """However much it looks like what is asked about."""
    asked = [one for one in check(text, section, context) if one.criterion in KNOWLEDGE]
    assert [(one.rule, one.quote) for one in asked] == []
