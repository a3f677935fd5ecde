"""Danish forms made by rule."""

from __future__ import annotations

import pytest

from tvaerfaglig.domain.quality.language.inflect import adjective, noun, verb


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("vred", "vred vredt vrede vredere"),
        ("grim", "grim grimt grimme grimmere"),
        ("urolig", "urolig uroligt urolige mere urolige".replace("mere ", "")),
        ("doven", "doven dovent dovne"),
        ("forkælet", "forkælet forkælede"),
        ("krævende", "krævende"),
        ("skrøbelig", "skrøbelig skrøbeligt skrøbelige"),
        ("sikker", "sikker sikkert sikre"),
    ],
)
def test_adjectives(word: str, forms: str):
    """As they stand before any noun."""
    assert set(forms.split()) <= adjective(word)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("gemme", "gemme gemmer gemte gemt gemmes"),
        ("opleve", "opleve oplever oplevede oplevet opleves"),
        ("bo", "bo bor boede boet"),
        ("lyve lyver løj løjet", "lyve lyver løj løjet"),
    ],
)
def test_verbs(word: str, forms: str):
    """Now, then, and done to."""
    assert set(forms.split()) <= verb(word)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("rygte", "rygte rygtet rygter rygterne rygternes"),
        ("ven", "ven vennen venner vennerne vens"),
        ("barn børn børnene", "barn barnet børn børnene børns"),
    ],
)
def test_nouns(word: str, forms: str):
    """One, the one, many, the many, and whose."""
    assert set(forms.split()) <= noun(word)
