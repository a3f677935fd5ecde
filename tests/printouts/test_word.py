"""A letter as Word: the words of the paper, in real headings and tables, and nothing else."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from tests.printouts import sample_papers
from tests.printouts.docx_reading import blocks, opened, sections, text_of, words
from tests.printouts.pdf_reading import squeezed
from tests.printouts.pdf_reading import text_of as pdf_text
from tvaerfaglig.printouts.charts.course import sentence
from tvaerfaglig.printouts.printing import plain_sections, render, render_word

PAPERS = (
    "statusudtalelse","underretning", "draft", "frozen", "overgreb", "konsultation", "anonymous", "theme", "follow_up", "sagsresume")  # fmt: skip
LETTERS = ("underretning", "draft", "overgreb")


@pytest.mark.parametrize("name", PAPERS)
def test_the_words_of_each_section_are_those_of_the_paper(name):
    """Section by section, nothing more and nothing less than the PDF says."""
    paper = getattr(sample_papers, name)()
    made, printed = render_word(paper), squeezed(pdf_text(render(paper)))
    if name == "sagsresume":
        printed += squeezed(sentence(paper.course))  # said of the chart, which Word has not
    found = sections(made)
    headings = words(" ".join([*found, *(heading for heading, _ in plain_sections(paper))]))
    for heading, text in plain_sections(paper):
        strip = found[plain_sections(paper)[0][0]]  # stands before the first heading
        assert words(text) <= words(found.get(heading, "") + strip) | headings, heading
    for style, line in blocks(made):
        for word in words(line):
            assert squeezed(word) in printed or style in {"Table head", "Mark"}, word


@pytest.mark.parametrize("name", LETTERS)
def test_the_sections_stand_in_the_order_of_the_paper(name):
    """Headings are headings."""
    paper = getattr(sample_papers, name)()
    headings = [text for style, text in blocks(render_word(paper)) if style.startswith("Heading")]
    planned = [heading for heading, _ in plain_sections(paper)]
    assert [h for h in headings if h in planned] == [h for h in planned if h in headings]
    assert len([h for h in planned if h in headings]) >= len(planned) - 6


def test_the_same_letter_gives_the_same_bytes():
    """Packed at another time."""
    paper = sample_papers.underretning()
    assert render_word(paper) == render_word(paper)


def test_language_head_page_numbers_and_tables_are_word_s_own():
    """Danish, Fortroligt, side x af y, and a table head that repeats."""
    document = opened(render_word(sample_papers.frozen()))
    languages = document.styles.element.findall(f".//{qn('w:lang')}")
    assert {one.get(qn("w:val")) for one in languages} == {"da-DK"}
    sheet = document.sections[0]
    assert "Fortroligt" in sheet.header.paragraphs[0].text
    fields = [one.get(qn("w:instr")) for one in sheet.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert "Kontrolnr." in "\n".join(p.text for p in sheet.footer.paragraphs)
    assert document.tables
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_a_draft_says_so_on_every_page_and_a_guarded_one_what_it_must():
    """In the head, where each page repeats it."""
    head = opened(render_word(sample_papers.draft())).sections[0].header
    assert any("UDKAST. Udkast nr." in one.text for one in head.paragraphs)
    guarded = opened(render_word(sample_papers.overgreb())).sections[0].header
    assert "Må ikke udleveres" in guarded.paragraphs[0].text
    assert any("Strengt fortroligt" in one.text for one in guarded.paragraphs)


def test_no_name_no_macro_and_nothing_from_elsewhere_is_in_the_file():
    """Properties are seen by whoever has the file in a list."""
    paper = sample_papers.frozen()
    content = render_word(paper)
    about = opened(content).core_properties
    assert (about.author, about.last_modified_by, about.subject, about.title) == (
        "",
        "",
        "",
        "Underretning",
    )
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        assert not [one for one in names if "vba" in one or "media" in one or "thumbnail" in one]
        for name in names:
            part = packed.read(name)
            if name.startswith("docProps"):
                assert paper.child.first_name.encode() not in part
            if name.endswith(".rels"):
                assert b"TargetMode" not in part


HOSTILE = '<w:p>"&{ HYPERLINK "http://x" }\x00\x0b\ud800\ufffe\u202eklar </w:t> =cmd|calc [999] [1]'


def test_text_is_text_whatever_it_looks_like():
    """Nothing is obeyed, nothing breaks the file, known citations are bold and others stay."""
    paper = replace(sample_papers.underretning(), summary=HOSTILE)
    content = render_word(paper)
    said = text_of(content)
    assert '<w:p>"&{ HYPERLINK "http://x" }' in said
    assert "[999]" in said
    bold = [run.text for p in opened(content).paragraphs for run in p.runs if run.bold]
    assert "[1]" in bold
    assert "[999]" not in bold
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        body = packed.read("word/document.xml").decode()
    assert "w:hyperlink" not in body
    assert "instrText" not in body
