"""The papers round a meeting, read back in the order in which they stand."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from tests.printouts.pdf_reading import page_texts, read_aloud, squeezed, text_of
from tests.printouts.sample_meeting_papers import (
    foraeldreark,
    huse,
    indsatsplan,
    lange_huse,
    opfoelgning,
    preparation,
    spalter,
    tomme_huse,
)
from tvaerfaglig.printouts.printing import render, render_word

ORDERS: tuple[tuple[Callable[[], Any], tuple[str, ...]], ...] = (
    (preparation, (
        "Forberedelse", "Spørgsmålet", "Det vil vi have ud af mødet", "Det ved vi", "Optalt i loggen",
        "Det går godt", "Det ved vi ikke", "Prøvet, og", "Silas’ egne ord", "Vi har bedt dem tænke over:", "Egne tanker",
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


def test_a_lying_sheet_is_read_column_by_column_and_its_scale_in_words():
    """Each column whole before the next, then who stands where; the page lies down."""
    pdf = render(spalter())
    said = read_aloud(pdf)
    order = ["Bekymrer 0.", "Bekymrer 2.", "Virker 0.", "Skal ske 0.", "Skal ske 2."]
    at = [said.index(one) for one in order]
    assert at == sorted(at)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        box = opened.pages[0].mediabox
        assert float(box[2]) > float(box[3])
        alts = [str(node.Alt) for node in _figures(opened)]
    assert alts == ["Trin 0 til 10", "Gitte Wulff: 5, sidst 3", "Elif Yıldız: 7"]


def _figures(opened):
    def walk(kids):
        for kid in kids:
            if "/S" in kid:
                if str(kid.S) == "/Figure":
                    yield kid
                yield from walk(kid.K)

    return list(walk(opened.Root.StructTreeRoot.K))


def test_words_that_fill_a_house_go_on_the_next_page():
    """Nothing is cut, however much a child told."""
    pages = page_texts(render(lange_huse()))
    assert len(pages) > 1
    assert all(f"nummer {n} " in " ".join(pages).replace("\n", " ") for n in range(30))


def test_the_empty_houses_fit_one_page():
    """A sheet to draw on is one sheet."""
    assert len(page_texts(render(tomme_huse()))) == 1


@pytest.mark.parametrize(("make", "order"), ORDERS, ids=[make.__name__ for make, _ in ORDERS])
def test_it_is_read_in_the_order_of_the_meeting(make, order):
    """Every heading stands there, each after the one before."""
    said, at = squeezed(text_of(render(make()))), 0
    for one in map(squeezed, order):
        found = said.find(one, at)
        assert found >= 0, f"{one!r} is missing or too early"
        at = found


@pytest.mark.parametrize("make", [*(make for make, _ in ORDERS), spalter, huse])
def test_it_is_the_same_in_word(make):
    """Every paper can be had as a Word file, where that is offered."""
    assert render_word(make()).startswith(b"PK")


def test_a_guarded_preparation_holds_nothing_of_the_parents():
    """Whatever was handed in."""
    said = text_of(render(replace(preparation(), guarded=True)))
    assert "Han sover fint" not in said
    assert "hvem putter" not in said
    assert "Må ikke udleveres" in said
