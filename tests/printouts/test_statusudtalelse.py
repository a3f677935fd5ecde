"""The statusudtalelse on paper: what is asked and answered, what the guard takes away, and a letter in another order."""

from __future__ import annotations

from dataclasses import replace

from tests.printouts.pdf_reading import squeezed, text_of
from tests.printouts.sample_papers import statusudtalelse, underretning
from tvaerfaglig.printouts.printing import compose, plain_sections, render, render_word


def test_the_answer_comes_first_and_what_it_rests_on_last():
    """The caseworker reads the headings; the numbered rows stand after the signature."""
    text = squeezed(text_of(render(statusudtalelse())))
    first, signed = text.index(squeezed("Sundhedsforhold")), text.index(squeezed("Underskrift"))
    rows = text.index(squeezed("Observationer, der ligger til grund"))
    assert first < signed < rows
    assert squeezed("Det ved vi ikke noget om.") in text


def test_a_number_points_to_its_row():
    """[1] is a citation of a row that stands there."""
    assert compose(statusudtalelse()).cited == frozenset({1, 2})


def test_under_the_guard_no_remark_and_the_banner():
    """Whatever was handed in."""
    text = text_of(render(replace(statusudtalelse(), guarded=True, parents_view="Ikke hørt.")))
    assert "Vi spiser altid" not in text
    assert "Må ikke udleveres" in text
    assert "Strengt fortroligt" in text


def test_without_answers_the_questions_stand_on_the_first_page():
    """What was asked is not lost because nobody has answered it."""
    headings = [heading for heading, _ in plain_sections(replace(statusudtalelse(), answers=""))]
    assert "Kommunen spørger" in headings
    assert "Svar på kommunens spørgsmål" not in headings


def test_it_is_the_same_in_word():
    """The same words in the same order."""
    assert render_word(statusudtalelse()).startswith(b"PK")


def test_a_letter_in_a_municipalitys_order_says_the_same():
    """Other order and headings, also where the annex names a section; every word of the text still there."""
    usual = underretning()
    other = replace(
        usual,
        title="Underretning om bekymring",
        order=("observationer", "barnet"),
        headings=(("ressourcer", "Styrker"),),
    )
    said, theirs = plain_sections(usual), plain_sections(other)
    headings = [heading for heading, _ in theirs]
    assert headings.index("Observationer") < headings.index("Barnet") < headings.index("Styrker")
    assert "Styrker" in dict(theirs)
    assert "Ressourcer" not in dict(theirs)
    renamed = [text.replace("Ressourcer", "Styrker") for _, text in said[1:]]
    assert sorted(renamed) == sorted(text for _, text in theirs[1:])
