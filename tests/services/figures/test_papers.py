"""The papers of Tal: figures drawn and told, for who leads the house, tagged so that they can be heard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.printouts.pdf_reading import fonts_of, read_aloud, tags_of
from tests.services.figures.many import HOUSE, PROJECT, fill
from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.figures.period import ALWAYS
from tvaerfaglig.services import library
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.figures.papers_offered import papers_offered
from tvaerfaglig.services.figures.project_paper import DOCUMENT as PROJECT_PAPER
from tvaerfaglig.services.figures.project_paper import look_at_project
from tvaerfaglig.services.figures.year_paper import DOCUMENT, look_at_year, year_paper
from tvaerfaglig.services.printing import noting, pressing, printable
from tvaerfaglig.store import queries

LIBRARY = library.load()


@pytest.fixture
def hanne(world):
    session = world.session("hanne")
    fill(session)
    session.refresh()
    return session


def test_the_yearly_statement_tells_the_year_beside_the_one_before(hanne):
    """Strip, drawings, tables and how to read them; the drawings are told in words too."""
    pressed = look_at_year(hanne, LIBRARY, HOUSE, "2026/27")
    said = " ".join(read_aloud(pressed.pdf).split())
    assert "Årsopgørelse 2026/27" in said
    assert "1. august 2026 – 12. november 2026, hvor året er i gang" in said
    assert "Børn med ny indsats 8 året før 8" in said
    assert "1. Alder ved første hjælp" in said
    assert "ikke bevis for årsag" in said
    assert "Der er ikke noget at tælle endnu om" in said
    assert "Barn Nul" not in said
    assert "Figure" in tags_of(pressed.pdf)
    told = " ".join(text for _, text in pressed.sections)
    assert "Median i måneder: 2025/26 25,1, den midterste halvdel" in told
    assert all(embedded for _, embedded in fonts_of(pressed.pdf))


def test_a_year_is_the_same_paper_twice(hanne):
    """The same bytes, so that a copy can be checked by its number."""
    assert look_at_year(hanne, LIBRARY, HOUSE, "2026/27") == look_at_year(
        hanne, LIBRARY, HOUSE, "2026/27"
    )


def test_a_past_year_knows_nothing_of_the_later_one(hanne):
    """Neither as a group nor in the trend of first help."""
    paper = year_paper(hanne, LIBRARY, HOUSE, "2025/26")
    cells = {
        cell
        for part in paper.parts
        for piece in part.pieces
        if piece.table
        for row in piece.table.rows
        for cell in row
    }
    assert "23,5" in cells
    assert "13,5" not in cells
    assert "2026/27" not in cells


def test_a_year_of_which_nothing_is_known_is_refused(hanne):
    """In words that say what to do."""
    with pytest.raises(Unclear, match="Vælg et andet"):
        look_at_year(hanne, LIBRARY, HOUSE, "2019/20")


def test_the_report_of_a_project_says_what_was_done(hanne):
    """By its name, of its own places; without before and after where there is no day to be before."""
    pressed = look_at_project(hanne, LIBRARY, PROJECT, frozenset(), ALWAYS)
    said = " ".join(read_aloud(pressed.pdf).split())
    assert f"{PROJECT} · alle år, til 12. november 2026" in said
    assert "Pladser begyndt 16" in said
    assert "Ventetid, fremmøde og frafald" in said
    assert "Figure" in tags_of(pressed.pdf)
    with pytest.raises(Unclear, match="Hvilket projekt"):
        look_at_project(hanne, LIBRARY, "", frozenset(), ALWAYS)


@pytest.mark.parametrize("who", ["mette", "karen"])
def test_others_have_no_papers_of_the_house(world, hanne, who):
    """They are offered none, and told whom to ask."""
    session = world.session(who)
    assert papers_offered(session).houses == ()
    with pytest.raises(NotAllowed):
        look_at_year(session, LIBRARY, HOUSE, "2026/27")
    with pytest.raises(NotAllowed):
        look_at_project(session, LIBRARY, PROJECT, frozenset({HOUSE}), ALWAYS)


def test_what_is_offered_is_read_without_counting(hanne):
    """The houses she leads, five school years, and the projects by name."""
    offered = papers_offered(hanne)
    assert HOUSE in {one.id for one in offered.houses}
    assert offered.years == ("2026/27", "2025/26", "2024/25", "2023/24", "2022/23")
    assert offered.tags == (PROJECT,)


@pytest.mark.parametrize("document", [DOCUMENT, PROJECT_PAPER])
def test_a_printed_paper_stands_in_the_log(hanne, document):
    """Of nobody, with what it was for."""
    noting.note_printed(hanne, document=document, how="har udskrevet", purpose="Til bestyrelsen")
    (noted,) = (one.record for one in queries.all_of(hanne.vault, Printed))
    assert (noted.document, noted.child, noted.children) == (document, "", ())
    (line,) = printable.printed_log(hanne)
    assert line.document == document


def test_fewer_than_five_children_are_hidden_on_paper_too(world):
    """Three in each year: no median, and the word says why."""
    session = world.session("hanne")
    fill(session, each=3)
    session.refresh()
    paper = year_paper(session, LIBRARY, HOUSE, "2026/27")
    told = " ".join(text for _, text in pressing.sections(replace(paper)))
    assert "skjult" in told
    assert "færre end fem børn" in told
    assert "n: 3" not in told
