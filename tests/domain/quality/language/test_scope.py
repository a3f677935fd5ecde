"""Of whom a word is said."""

from __future__ import annotations

import pytest

from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.quality.checked import check_text
from tvaerfaglig.domain.quality.language.known import Known, KnownPerson
from tvaerfaglig.services import library

LANGUAGE = library.language()
NOAH = Known(
    name="Noah Krogh",
    sex=Sex.DRENG,
    people=(KnownPerson(name="Camilla Krogh", parent=True), KnownPerson(name="Mette Holm")),
)


def criteria(text: str, section: str = "observationer") -> dict[str, set[int]]:
    """By the words asked about: which criteria ask."""
    found: dict[str, set[int]] = {}
    for one in check_text(text, section, NOAH, LANGUAGE):
        found.setdefault(one.quote, set()).add(one.criterion)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Noah er meget urolig.",
        "Han var hele formiddagen urolig.",
        "I dag var han ret urolig.",
        "Virker urolig.",
        "Meget urolig til samling.",
        "Vi oplever ham som urolig.",
        "Noah, som er urolig, sad ved vinduet.",
        "Barnet er uroligt.",
        "Han er vild, larmende og urolig.",
        "Noah reagerer uroligt.",
        "Mette tabte et låg, og han blev urolig.",
    ],
)
def test_said_of_the_child(text: str):
    """By name, by pronoun, far from the verb, with nobody named, and in how the child acts."""
    assert any("urolig" in quote and 17 in asked for quote, asked in criteria(text).items())


@pytest.mark.parametrize(
    "text",
    [
        "Det var en urolig nat.",
        "Noah legede med en urolig dreng.",
        "Et andet barn var uroligt.",
        "De andre børn var urolige.",
        "Søen var urolig.",
        "Mette var urolig.",
    ],
)
def test_said_of_somebody_or_something_else(text: str):
    """The night, another child, a grown-up."""
    assert not any(17 in asked for asked in criteria(text).values())


@pytest.mark.parametrize(
    "text",
    [
        "Mor er kold.",
        "Camilla virker kold.",
        "Mor hentede kl. 15. Hun var kold.",
        "Den kolde mor gik.",
        "Moren, som er meget kold, hentede.",
    ],
)
def test_said_of_a_parent(text: str):
    """A boy's letter says »hun« of his mother."""
    assert any("kold" in quote and 34 in asked for quote, asked in criteria(text).items())


@pytest.mark.parametrize(
    "text",
    [
        "Mor rakte Noah en kold madpakke.",
        "Det var en kold dag, og mor hentede.",
        "Noah var kold om hænderne.",
        "Mor sagde, at huset er koldt.",
    ],
)
def test_not_said_of_a_parent(text: str):
    """Food, weather, the child's hands, and what the parents say themselves."""
    assert not any(34 in asked for asked in criteria(text).values())


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Mor: Han er altid vred.", False),
        ("Mor siger, at han altid er vred.", False),
        ("Han er altid vred, siger mor.", False),
        ("Ifølge far er han altid vred.", False),
        ("I den senere tid siger Noah, at han er dum.", True),
        ("Vi siger, at han altid er vred.", True),
        ("Mor: Hun er altid vred.", True),
        ("Da Mette spurgte, virkede han vred.", True),
        ("Mette sagde: »Kom.« Han virkede vred.", True),
        ("Noah sagde ikke noget, men virkede vred.", True),
        ("Mor sagde, at hun er »helt færdig«, og at far aldrig hjælper.", False),
        ("Psykologen skrev, at han virker trist.", False),
    ],
)
def test_whose_words_they_are(text: str, *, asked: bool):
    """What the parents tell is theirs; when they told it is ours, and so is what we say."""
    assert bool(criteria(text)) is asked


def test_a_cause_needs_somebody_to_blame():
    """»Fordi« alone explains; »fordi« and the home is a theory."""
    assert 28 in set().union(*criteria("Han slår, fordi der er konflikter i hjemmet.").values())
    assert not criteria("Han fik sokker på, fordi gulvet var vådt.")


@pytest.mark.parametrize(
    ("text", "section", "asked"),
    [
        ("Vi vurderer, at Noah mangler søvn.", "vurdering", True),
        (
            "Vi vurderer, at Noah mangler søvn. Han sov tre timer hos os den 3. marts.",
            "vurdering",
            False,
        ),
        ("Hun er altid sulten den 3. marts.", "observationer", True),
        ("Han spiste altid to portioner, 5 af 5 dage.", "observationer", False),
        ("Noah er nysgerrig.", "ressourcer", True),
        ("Noah er nysgerrig. Den 3. marts spurgte han, hvor regnen bor.", "ressourcer", False),
        ("Det er besluttet at vente.", "egen_indsats", True),
        ("Det er besluttet af Mette Holm at vente.", "egen_indsats", False),
        ("Vi har talt om det, og det er besluttet at vente.", "egen_indsats", True),
        ("Hvis han bliver sur, går vi ud.", "egen_indsats", False),
        ("Vi skriver til jer nu, fordi forældrene skændes.", "vurdering", False),
        ("Vi ser uro, fordi forældrene skændes.", "vurdering", True),
        ("Vi ser en klar forbindelse mellem uroen og hjemmet.", "vurdering", True),
    ],
)
def test_what_excuses_a_word(text: str, section: str, *, asked: bool):
    """A ground nearby, a count, an example, an actor in the same clause, something only imagined."""
    assert bool(criteria(text, section)) is asked
