"""The papers of a visit, read back in the order in which they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.printouts.hostile import TEXTS
from tests.printouts.pdf_reading import read_aloud, squeezed
from tests.printouts.sample_papers import IMPRINT
from tvaerfaglig.printouts.papers.parts import GUARDED, Present, StripFact
from tvaerfaglig.printouts.papers.visits import (
    AreaRow,
    DayListPaper,
    DayRow,
    DueRow,
    GivenPart,
    VisitReportPaper,
)
from tvaerfaglig.printouts.printing import render, render_word


def dagsliste() -> DayListPaper:
    return DayListPaper(
        imprint=IMPRINT,
        who="Karen Lund, socialrådgiver",
        when="Torsdag den 12. november 2026 kl. 9.00–14.00",
        strip=(StripFact("Konsultationer", "2"), StripFact("Sidst her", "8. okt.")),
        rows=(
            DayRow(when="9.00–9.30", whom="Silas B.", question="Er det nok?", basis="Samtykke"),
            DayRow(when="9.30–10.00", whom="Et barn, 2–3 år", question="Hvem må hente?"),
        ),
        due=(
            DueRow(what="Ring til lægen", about="Silas B.", who="Gitte", due="tir 10. nov. 2026"),
        ),
        since_heading="Siden sidst, 8. oktober 2026",
        since=(("Silas B.", "3 observationer"),),
        since_note="Om børn, du ikke har adgang til: 4 observationer.",
    )


def rapport() -> VisitReportPaper:
    return VisitReportPaper(
        imprint=IMPRINT,
        who="Line Toft, sundhedsplejerske",
        when="Tirsdag den 8. september 2026",
        present=(Present("Line Toft", "sundhedsplejerske"),),
        theme="Middagsluren",
        told="Vi så på rummet.",
        given=(
            GivenPart(
                heading="Et barn, 1–2 år",
                question="Er det for lidt?",
                areas=(
                    AreaRow(area="Søvn og hvile", step="Enkelte tegn", seen="Vågnede to gange."),
                ),
                advice="Læg barnet længst fra døren.",
                outcome="Konsultation",
            ),
        ),
        elsewhere="Om ét barn er der skrevet på barnets side.",
        next_visit="tirsdag den 1. december 2026",
    )


@pytest.mark.parametrize(
    ("paper", "order"),
    [
        (dagsliste, ("Dagsliste", "Dagen", "Silas B.", "Hvem må hente?", "Aftaler, der venter", "Siden sidst", "4 observationer", "Skriv her", "makuleres")),
        (rapport, ("Besøgsrapport", "Tema", "Middagsluren", "Et barn, 1–2 år", "Spørgsmålet", "Enkelte tegn", "Råd", "Beslutning", "ét barn", "Næste besøg")),
    ],
)  # fmt: skip
def test_it_is_read_in_the_order_of_the_visit(paper, order):
    """The day first, then what was promised; what was seen before what was advised. Word holds the same."""
    said = squeezed(read_aloud(render(paper())))
    at = [said.index(squeezed(words)) for words in order]
    assert at == sorted(at)
    assert len(render_word(paper())) > 1000


def test_a_day_without_anything_says_what_to_do():
    """An empty list is not an empty page."""
    empty = DayListPaper(imprint=IMPRINT, who="Karen Lund", when="I dag")
    assert "Tag en runde" in read_aloud(render(empty))


def test_a_guarded_day_list_is_not_for_parents():
    """The banner stands on it, and the corner says so."""
    said = read_aloud(render(replace(dagsliste(), guarded=True)))
    assert GUARDED in said
    assert "Strengt fortroligt" in said


def test_whatever_is_typed_is_printed():
    """No text of the wild breaks either paper."""
    text = "\n".join(TEXTS.values())
    rows = (DayRow(when="9.00", whom=text, question=text),)
    assert render(replace(dagsliste(), rows=rows, since_note=text)).startswith(b"%PDF")
    given = (GivenPart(heading=text, question=text, advice=text, outcome=text),)
    assert render(replace(rapport(), theme=text, told=text, given=given)).startswith(b"%PDF")
