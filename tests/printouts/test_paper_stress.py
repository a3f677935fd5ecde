"""Long papers: printing never fails, and nothing falls out on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.printouts.pdf_reading import page_texts, read_aloud, squeezed
from tests.printouts.sample_papers import SEEN, SILAS, konsultation, sagsresume, underretning
from tvaerfaglig.printouts.papers.parts import (
    AgreementRow,
    Deed,
    Fact,
    ObservationRow,
    Quotation,
    Signer,
    StripFact,
)
from tvaerfaglig.printouts.papers.underretning import Assessment
from tvaerfaglig.printouts.printing import render


def numbered(count: int, word: str = "ord") -> str:
    """A text of which any lost piece would be missed."""
    return " ".join(f"{word}{nr}" for nr in range(count))


def test_forty_four_observations_with_the_longest_cells() -> None:
    """44 rows, one of 9,000 characters, a panel of 15,000 and a quotation of 6,000: all there."""
    rows = tuple(
        replace(SEEN[nr % 7], number=nr + 1, what=f"{SEEN[nr % 7].what} slut{nr}")
        for nr in range(44)
    )
    giant = numbered(1100, "celle")
    rows = (*rows[:20], replace(rows[20], what=giant), *rows[21:])
    panel, quote = numbered(1700, "panel"), numbered(700, "citat")
    paper = replace(
        underretning(),
        observations=rows,
        own_words=(Quotation(quote, "Til Gitte"),),
        assessment=Assessment(judged=panel, unchanged="x", unknown="y"),
        deeds=(Deed("1. nov. 2026", giant, giant),),
    )
    pdf = render(paper)
    told = squeezed(read_aloud(pdf))

    assert len(giant) > 9000
    assert len(panel) > 15_000
    for text in (giant, panel, quote, *(f"slut{nr}" for nr in range(44) if nr != 20)):
        assert squeezed(text) in told
    assert len(page_texts(pdf)) > 12


def test_every_field_overfull_at_once() -> None:
    """A letter with hundreds of words in every single field still prints, each word of it."""
    long = numbered(260)
    paper = replace(
        underretning(),
        child=replace(SILAS, name=numbered(40, "navn"), language=long, address=long),
        strip=tuple(StripFact(long, long, long) for _ in range(4)),
        law=long,
        household=(Fact(long, long),),
        under_way=(Fact("Indsatser", long),),
        parents_view=replace(underretning().parents_view, asked=long, text=long),
        signers=tuple(Signer(long, long) for _ in range(5)),
        attachments=(long,) * 5,
    )

    assert squeezed(read_aloud(render(paper))).count(squeezed(long)) >= 20


HEADINGS = {
    *("Det ved vi", "Det går godt", "Silas’ syn", "Forældrenes syn", "Det er prøvet", "Tre blikke"),
    *("Mål og aftaler", "Mål", "Beslutning", "Delt med", "Set og hørt", "Vurderet", "Udført"),
}


@pytest.mark.parametrize("lines", range(0, 36, 2))
def test_no_heading_is_left_alone_at_the_foot_of_a_page(lines: int) -> None:
    """However long the text before it is, a heading stands with what it heads."""
    paper = replace(konsultation(), why_now="\n".join(["Linje."] * lines))

    for page in page_texts(render(paper)):
        body = page.split("Silas Yıldız Brandt, f. 3. februar 2022 · Børne")[0].splitlines()
        kept = [line.strip() for line in body if line.strip()]
        if kept[-1].startswith("Konsultationsnotat Silas"):
            kept.pop()
        assert kept[-1] not in HEADINGS


def test_many_agreements_and_waiting_rows() -> None:
    """A hundred agreements run over pages with all their numbers."""
    rows = tuple(
        AgreementRow(number=nr, what=f"aftale{nr}x", who="Gitte Wulff, Jonas Bak", due="i dag")
        for nr in range(1, 101)
    )
    told = read_aloud(render(replace(sagsresume(), agreements=rows)))

    assert all(f"aftale{nr}x" in told for nr in range(1, 101))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.builds(
            ObservationRow,
            number=st.integers(1, 99),
            date=st.text(max_size=20),
            time=st.text(max_size=10),
            place=st.text(max_size=200),
            witness=st.text(max_size=90),
            how=st.text(max_size=20),
            what=st.text(max_size=900),
            words=st.text(max_size=200),
            asked=st.text(max_size=90),
            resource=st.booleans(),
        ),
        max_size=6,
    ),
    st.text(max_size=700),
)
def test_whatever_is_typed_a_paper_comes_out(rows: list[ObservationRow], text: str) -> None:
    """Any rows and any prose give a PDF."""
    paper = replace(
        underretning(), observations=tuple(rows), summary=text, over_time=text, own_words_text=text
    )

    assert render(paper).startswith(b"%PDF")
