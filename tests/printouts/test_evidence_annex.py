"""The annex of what lies beneath a letter: whose eyes, which words, what rests on it; and frozen papers as they were."""

from __future__ import annotations

from dataclasses import replace

from tests.printouts.pdf_reading import text_of
from tests.printouts.sample_papers import EVIDENCE, underretning
from tvaerfaglig.printouts.composing.evidence_annex import cited_in
from tvaerfaglig.printouts.papers.underretning import Evidence
from tvaerfaglig.printouts.printing import plain_sections, render, render_word

TITLE = "Observationer, der ligger til grund"
ANNEX = f"Bilag 2. {TITLE}"


def with_annex():
    """The full letter with the annex as it is made now; row 3 is what mother told."""
    rows = tuple(
        replace(row, hand="andenhånds" if row.number == 3 else "førstehånds")
        for row in EVIDENCE.rows
    )
    made = Evidence(rows=rows, found="Valgt blandt ti.", left_out="Én leg.", title=TITLE)
    return replace(underretning(), evidence=made)


def test_the_annex_comes_last_so_that_the_writers_own_keep_their_numbers() -> None:
    """»Se bilag 1« in the text means the first that she listed."""
    sections = dict(plain_sections(with_annex()))
    assert ANNEX in sections
    listed = next(text for heading, text in sections.items() if "Bilag 1." in text)
    assert listed.index("Bilag 1. Fremmødeliste") < listed.index(f"Bilag 2. {TITLE}")


def test_each_row_says_when_where_who_and_by_which_hand() -> None:
    """And the words are the letter's own, with the sections that cite them."""
    said = dict(plain_sections(with_annex()))[ANNEX]
    for row in with_annex().observations:
        for words in (row.date, row.place, row.witness.split(",")[0], row.what):
            assert words in said, words
    assert said.count("førstehånds") == 6
    assert said.count("andenhånds") == 1
    assert "Rettet 23. sept. 2026" in said
    assert "Valgt blandt ti." in said
    assert "Én leg." in said


def test_word_has_the_same_annex() -> None:
    """A letter as Word is the same letter."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(render_word(with_annex()))) as file:
        told = file.read("word/document.xml").decode()
    assert ANNEX in told
    assert "andenhånds" in told


def test_the_pdf_carries_it_on_a_page_of_its_own() -> None:
    """Every word of it is there to be read and copied."""
    told = " ".join(text_of(render(with_annex())).split())
    assert ANNEX in told
    assert "førstehånds" in told


def test_a_paper_frozen_before_keeps_its_shape() -> None:
    """Its annex has no title of its own: it stays Bilag 1. Belæg, first among the annexes."""
    sections = dict(plain_sections(underretning()))
    assert "Bilag 1. Belæg" in sections
    assert "Skrevet" in sections["Bilag 1. Belæg"]
    assert not any(TITLE in heading for heading in sections)


def test_without_the_annex_nothing_speaks_of_it() -> None:
    """Not among the annexes either."""
    sections = plain_sections(replace(with_annex(), evidence=None))
    assert not any(TITLE in heading + text for heading, text in sections)


def test_what_rests_on_a_row_is_named_as_the_municipality_names_it() -> None:
    """»Bruges i« leads to a heading that stands in the letter, also one with a comma in it."""
    named = (("ressourcer", "Styrker, og det svære"), ("vurdering", "Bekymring"))
    paper = replace(with_annex(), headings=named)
    assert cited_in(paper)[3] == ("Kort fortalt", "Egne ord", "Styrker, og det svære", "Bekymring")
    said = dict(plain_sections(paper))
    assert "Styrker, og det svære" in said[ANNEX]
    assert {"Styrker, og det svære", "Bekymring"} <= set(said)
