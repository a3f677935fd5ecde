"""The letter as its readers get it: whose names, which words, and for whom it is not laid out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.letters.a_letter import begun, observe, three
from tvaerfaglig.domain.masking import token
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.reading_glasses import Reader
from tvaerfaglig.domain.underretning import Action
from tvaerfaglig.printouts.outline import Prose as ProseBlock
from tvaerfaglig.printouts.outline import Rows
from tvaerfaglig.printouts.reading import Look, pieces_of
from tvaerfaglig.services import access_log, underretninger
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.letters.glasses import (
    laid_out,
    read_closely,
    section_of,
    why_withheld,
)
from tvaerfaglig.services.library import load
from tvaerfaglig.services.packs import changing
from tvaerfaglig.services.packs.shelf import shelf

SHELF = load()


def read(session, letter, away=()):
    laid = laid_out(session, letter, SHELF)
    return laid, read_closely(laid, SHELF.glasses, away)


@pytest.fixture
def letter(session_of):
    """Alma's letter with three rows, harsh words, two names and an abbreviation."""
    mette = session_of("mette")
    made = begun(mette)
    for one in three(mette).values():
        underretninger.insert_observation(mette, made, one)
    texts = {
        "over_tid": f"Alma er aggressiv. Emil blev skubbet. {token('bertil')} græd.",
        "vurdering": "Mor magter ikke opgaven. PPR er spurgt.\nHun siger: »Far er ligeglad.«",
        "foraeldre": "Mor: »Hun er aggressiv.«",
    }
    underretninger.save_sitting(mette, made, texts, {})
    return mette, made


def test_the_words_are_those_of_the_paper(letter):
    """Piece by piece the same as what is copied section by section, in its order."""
    laid, _ = read(*letter)
    plain = dict(underretninger.plain_sections(*letter, SHELF))
    headings = [one.heading for one in laid.pieces if one.look is Look.HEADING]
    assert headings == [one for one in plain if one in headings]
    for piece in laid.pieces:
        if piece.look in {Look.PROSE, Look.QUOTE} and not piece.heading.startswith("Bilag"):
            assert piece.text in plain[piece.heading]


def test_no_other_child_and_no_number(letter):
    """As in the indsigt: a child chosen by name is masked, the CPR number is out."""
    laid, _ = read(*letter)
    said = " ".join(one.text for one in laid.pieces)
    assert "Bertil" not in said
    assert "et andet barn" in said.lower()
    assert "0000" not in said
    assert not any(one.label.startswith("CPR") for one in laid.pieces)


def test_readers_stop_at_harsh_words_only_of_the_house(letter):
    """»aggressiv« and »magter ikke«; not what somebody is quoted for."""
    _, closely = read(*letter)
    found = {one.quote: one for one in closely.marks}
    assert {"aggressiv", "magter ikke"} <= set(found)
    assert "ligeglad" not in found
    assert found["aggressiv"].section == "over_tid"
    assert "slog barnet to gange" in found["aggressiv"].ways[0]
    assert found["magter ikke"].readers == {Reader.PARENTS, Reader.CHILD}


def test_a_mark_points_at_its_very_words(letter):
    """In the piece, and in the row where it stands in one."""
    mette, made = letter
    row = observe(mette, date(2026, 11, 11), "Alma var aggressiv ved bordet.")
    underretninger.insert_observation(mette, made, row)
    laid, closely = read(mette, made)
    for one in closely.marks:
        assert laid.pieces[one.piece].text[one.start : one.end] == one.quote
    assert {one.item for one in closely.marks if one.section == "observationer"} == {row}


def test_a_question_laid_away_in_the_letter_stays_away(letter):
    """Dismissed there: no mark here."""
    mette, made = letter
    page = underretninger.read_letter(mette, made)
    asked = underretninger.questions(page, SHELF.underretning, SHELF.questions)
    away = [one for one in asked if one.quote == "aggressiv"]
    assert away
    _, closely = read(mette, made, away)
    assert "aggressiv" not in {one.quote for one in closely.marks}


def test_of_the_same_word_twice_one_may_be_laid_away(letter):
    """The other is still asked about."""
    mette, made = letter
    text = "Alma er aggressiv ved bordet.\nI garderoben var hun stille. Hun er aggressiv igen."
    underretninger.save_section(mette, made, "over_tid", text)
    page = underretninger.read_letter(mette, made)
    asked = underretninger.questions(page, SHELF.underretning, SHELF.questions)
    second = [one for one in asked if one.quote == "aggressiv" and one.start == text.rindex("aggr")]
    _, closely = read(mette, made, second)
    assert [one.nth for one in closely.marks if one.quote == "aggressiv"] == [0]


def test_words_the_letter_asks_nothing_about_are_laid_away_too(letter):
    """What was tried is not asked about in the letter; here it may be, and stays away when it is laid away."""
    mette, made = letter
    head = underretninger.read_letter(mette, made).record
    done = Action(what="Alma er aggressiv, så vi går ud", effect="Hun leger")
    underretninger.save_head(mette, made, replace(head, actions=(done,)))
    _, closely = read(mette, made)
    mark = next(one for one in closely.marks if one.section == "indsats")
    assert mark.item == "0"
    underretninger.dismiss(mette, made, mark.place)
    _, closely = read(mette, made)
    assert not [one for one in closely.marks if one.section == "indsats"]
    assert [one for one in closely.marks if one.section == "over_tid"]


def test_other_children_are_listed_with_how_they_are_said(letter):
    """Emil in clear, to be looked at; Bertil as »et andet barn«."""
    _, closely = read(*letter)
    found = {(one.name, one.section): one.clear for one in closely.names}
    assert found["Emil", "over_tid"]
    assert not found["Bertil Kjær", "over_tid"]


def test_hard_words_are_explained(letter):
    """Where they stand first."""
    _, closely = read(*letter)
    assert [(one.words, one.section) for one in closely.hard] == [("PPR", "vurdering")]


def test_the_parents_reading_is_withheld_under_the_guard(letter):
    """In words, and only the child's is left; what is the parents' is not on the paper."""
    mette, made = letter
    laid, _ = read(mette, made)
    assert laid.readers == (Reader.PARENTS, Reader.CHILD)
    assert why_withheld(laid, SHELF.glasses) == ""
    protecting.set_guard(mette, "alma", Against.FORAELDER, "")
    laid, _ = read(mette, made)
    assert laid.readers == (Reader.CHILD,)
    assert "mistanken" in why_withheld(laid, SHELF.glasses)
    assert "Hun er aggressiv" not in " ".join(one.text for one in laid.pieces)


def test_the_letters_own_answer_counts_as_the_guard(letter):
    """Yes to the hard question, even where nobody has set the guard."""
    mette, made = letter
    underretninger.answer_overgreb(mette, made, "ukendt")
    laid, _ = read(mette, made)
    assert laid.readers == (Reader.CHILD,)


def test_a_finished_letter_is_read_as_it_was_frozen(letter):
    """Whatever is written in it later."""
    mette, made = letter
    underretninger.finish(mette, made, SHELF)
    laid, closely = read(mette, made)
    assert not laid.page.is_open
    assert "aggressiv" in {one.quote for one in closely.marks}
    underretninger.new_version(mette, made)
    underretninger.save_section(mette, made, "over_tid", "Alma sover før frokost.")
    _, closely = read(mette, made)
    assert "aggressiv" not in {one.quote for one in closely.marks}


def test_only_those_who_may_see_the_letter_and_it_is_noted(letter, session_of):
    """A socialrådgiver without a sharing is refused; a colleague's reading stands in the log."""
    _, made = letter
    hanne = session_of("hanne")
    laid_out(hanne, made, SHELF)
    seen = [one for one in access_log.of_child(hanne, "alma") if one.who == "hanne"]
    assert any("underretning" in one.what for one in seen)
    with pytest.raises(NotAllowed):
        laid_out(session_of("karen"), made, SHELF)


def test_every_heading_leads_to_its_section(letter):
    """From each piece of the paper there is a way to where it is written."""
    mette, made = letter
    laid, _ = read(mette, made)
    headings = {one.heading for one in laid.pieces if one.heading}
    assert {one for one in headings if not section_of(one)} == set()
    assert section_of("Almas egne ord") == "barnets_ord"
    assert section_of("Bilag 3. Observationer, der ligger til grund") == "observationer"


@pytest.mark.parametrize("name", ["birkholm", "solbjerg", "strandby"])
def test_a_municipalitys_own_headings_lead_there_too(session_of, name):
    """A pack's words on paper are no dead end: the way to the text, and who stops at which words, hold."""
    hanne = session_of("hanne")
    changing.choose(
        hanne, next(one.ref for one in shelf(hanne) if one.pack and one.pack.id == name)
    )
    made = begun(hanne)
    for one in three(hanne).values():
        underretninger.insert_observation(hanne, made, one)
    texts = dict.fromkeys(("resume", "ressourcer", "indsats", "foraeldre"), "Alma er aggressiv.")
    underretninger.save_sitting(hanne, made, {**texts, "vurdering": "Vi vurderer det."}, {})
    laid, closely = read(hanne, made)
    headings = {one.heading for one in laid.pieces if one.heading}
    assert set(laid.headings) & headings
    assert {one for one in headings if not laid.section_under(one)} == set()
    assert {one.section for one in closely.marks} >= {"resume", "ressourcer"}


def test_readability_is_counted_by_section(letter):
    """Of the house's own words alone."""
    _, closely = read(*letter)
    assert {"over_tid", "vurdering"} <= {section for section, _ in closely.lix}


def test_what_is_drawn_has_no_words():
    """A table is read row by row; a paragraph with its bold beginning apart."""
    from tvaerfaglig.printouts.outline import Outline, Part
    from tvaerfaglig.printouts.papers.parts import Imprint

    rows = Rows(("Dato", "Hvad", "Virkning"), (("1. maj", "Ringet", "–"),), (1, 1, 1))
    blocks = (rows, ProseBlock("Hun sov.", strong="Før:"))
    imprint = Imprint(house="", address="", printed="")
    found = pieces_of(Outline(title="Brev", imprint=imprint, sections=(Part("Del", blocks),)))
    told = [(one.look, one.label, one.text) for one in found]
    assert told[-2:] == [(Look.ROW, "1. maj", "Ringet"), (Look.PROSE, "Før:", "Hun sov.")]
