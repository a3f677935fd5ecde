"""The papers round a meeting, read back in the order in which they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.printouts.pdf_reading import squeezed, text_of
from tests.printouts.sample_meeting_papers import (
    foraeldreark,
    indsatsplan,
    opfoelgning,
    preparation,
)
from tvaerfaglig.printouts.printing import render, render_word

ORDERS: tuple[tuple[Callable[[], Any], tuple[str, ...]], ...] = (
    (preparation, (
        "Forberedelse", "Spørgsmålet", "Det vil vi have ud af mødet", "Det ved vi", "Talt i loggen",
        "Det går godt", "Det ved vi ikke", "Prøvet, og", "Silas’ egne ord", "Bedt om før mødet:", "Egne tanker",
    )),
    (opfoelgning, (
        "Opfølgning", "Virker det?", "Fortsæt", "Stop", "Fælles forståelse", "Det aftaler vi nu", "Beslutning",
    )),
    (indsatsplan, (
        "Indsatsplan", "Dagsorden", "Referat", "Forældrenes syn", "Samtykke", "Elif Yıldız", "Plan",
        "Familien gør", "Vi gør", "Næste gang", "Underskrift", "Rasmus Brandt",
    )),
    (foraeldreark, (
        "Det talte vi om", "Tolk", "Det går godt", "Det aftalte vi", "Det gør I", "Mor:", "Det gør vi",
        "Næste gang", "Spørg", "Det vil vi gerne tilføje", "Givet til Elif Yıldız",
    )),
)  # fmt: skip


@pytest.mark.parametrize(("make", "order"), ORDERS, ids=[make.__name__ for make, _ in ORDERS])
def test_it_is_read_in_the_order_of_the_meeting(make, order):
    """Every heading stands there, each after the one before."""
    said, at = squeezed(text_of(render(make()))), 0
    for one in map(squeezed, order):
        found = said.find(one, at)
        assert found >= 0, f"{one!r} is missing or too early"
        at = found


@pytest.mark.parametrize("make", [make for make, _ in ORDERS])
def test_it_is_the_same_in_word(make):
    """Every paper can be had as a Word file, where that is offered."""
    assert render_word(make()).startswith(b"PK")


def test_a_guarded_preparation_holds_nothing_of_the_parents():
    """Whatever was handed in."""
    said = text_of(render(replace(preparation(), guarded=True)))
    assert "Han sover fint" not in said
    assert "hvem putter" not in said
    assert "Må ikke udleveres" in said
