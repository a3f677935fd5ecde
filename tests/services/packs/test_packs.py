"""Packs in the vault: looked at before they are taken in, chosen, given on; a letter keeps what it was begun with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.printouts.pdf_reading import squeezed, text_of
from tests.services.letters.a_letter import three
from tvaerfaglig.domain.packs.pack import OWN
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import library, underretninger
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.letters.questions import all_questions
from tvaerfaglig.services.packs import changing
from tvaerfaglig.services.packs.shelf import in_use, shelf


@pytest.fixture(scope="module")
def stock():
    return library.load()


@pytest.fixture
def hanne(world):
    return world.session("hanne")


def ref_of(session, name):
    return next(one.ref for one in shelf(session) if one.pack and one.pack.id == name)


def paper(session, letter, stock):
    return squeezed(text_of(underretninger.preview_pdf(session, letter, stock)))


def test_the_programs_own_is_in_use_until_somebody_chooses(hanne):
    """And three come along."""
    found = shelf(hanne)
    assert in_use(hanne) == OWN
    assert found[0].in_use
    assert sum(one.shipped for one in found) == 3


@pytest.mark.parametrize("name", ["birkholm", "solbjerg", "strandby"])
def test_each_changes_the_letter_and_its_paper(hanne, stock, name):
    """Another order or other headings on paper, guidance with its numbers, and nothing that was written is lost."""
    seen = three(hanne)
    before = underretninger.begin(hanne, "alma").id
    changing.choose(hanne, ref_of(hanne, name))
    letter = underretninger.begin(hanne, "alma").id
    page = underretninger.read_letter(hanne, letter)
    template = page.template(stock.underretning)
    assert template.pack.id == name
    numbers = template.section("hast_og_overgreb").guidance
    assert template.pack.numbers[0].number in numbers
    for one in (before, letter):
        underretninger.insert_observation(hanne, one, seen["groed"])
        for section in ("resume", "over_tid", "ressourcer", "vurdering"):
            underretninger.save_section(hanne, one, section, f"Tekst i {section}.")
    theirs, own = paper(hanne, letter, stock), paper(hanne, before, stock)
    assert theirs != own
    for section in ("resume", "over_tid", "ressourcer", "vurdering"):
        assert squeezed(f"Tekst i {section}.") in theirs


def test_a_letter_keeps_what_it_was_begun_with(hanne, stock):
    """Another chosen later changes neither the draft nor the finished copy."""
    changing.choose(hanne, ref_of(hanne, "strandby"))
    letter = underretninger.begin(hanne, "alma").id
    done = underretninger.finish(hanne, letter, stock)
    bytes_then = underretninger.frozen_pdf(hanne, done.id)
    assert squeezed("Underretning fra fagperson") in squeezed(text_of(bytes_then))
    changing.choose(hanne, ref_of(hanne, "solbjerg"))
    page = underretninger.read_letter(hanne, letter)
    assert page.template(stock.underretning).pack.id == "strandby"
    assert underretninger.frozen_pdf(hanne, done.id) == bytes_then
    changing.choose(hanne, OWN)
    assert underretninger.read_letter(hanne, underretninger.begin(hanne, "alma").id).pack is None


def test_its_own_ground_can_be_ticked_and_stands_on_paper(hanne, stock):
    """Beside the law's, and after them."""
    changing.choose(hanne, ref_of(hanne, "strandby"))
    letter = underretninger.begin(hanne, "alma").id
    page = underretninger.read_letter(hanne, letter)
    own = page.template(stock.underretning).grounds[-1]
    law = page.template(stock.underretning).grounds[0]
    head = replace(page.record, grounds=(law.law, own.law))
    underretninger.save_head(hanne, letter, head)
    text = paper(hanne, letter, stock)
    assert squeezed(own.cite) in text
    assert squeezed(stock.law.ref(law.law).cite) in text


def test_what_it_wants_asked_is_asked(hanne, stock):
    """Solbjerg wants no proposals: the question is on; Strandby has two questions off."""
    changing.choose(hanne, ref_of(hanne, "solbjerg"))
    letter = underretninger.begin(hanne, "alma").id
    underretninger.save_section(
        hanne, letter, "vurdering", "Vi foreslår, at barnet anbringes uden for hjemmet."
    )
    page = underretninger.read_letter(hanne, letter)
    fitted = page.template(stock.underretning)
    with_it = {one.rule for one in all_questions(page, fitted, stock.questions).open}
    without = {one.rule for one in all_questions(page, stock.underretning, stock.questions).open}
    assert with_it - without
    changing.choose(hanne, ref_of(hanne, "strandby"))
    other = underretninger.read_letter(hanne, underretninger.begin(hanne, "alma").id)
    asked = all_questions(other, other.template(stock.underretning), stock.questions).open
    assert not {"foer", "begyndelse"} & {one.rule for one in asked}
    assert {"foer", "begyndelse"} & {
        one.rule for one in all_questions(other, stock.underretning, stock.questions).open
    }


def test_the_guard_is_stronger_than_any_pack(hanne, stock):
    """Birkholm's line for the parents and its heading for them are gone under the guard."""
    changing.choose(hanne, ref_of(hanne, "birkholm"))
    letter = underretninger.begin(hanne, "alma").id
    assert squeezed("set af forælder") in paper(hanne, letter, stock)
    protecting.set_guard(hanne, "alma", Against.FORAELDER)
    guarded = paper(hanne, letter, stock)
    assert squeezed("set af forælder") not in guarded
    page = underretninger.read_letter(hanne, letter)
    shown = page.template(stock.underretning).open_sections(parents_hidden=page.hides_parents)
    assert "foraeldre" not in {one.id for one in shown}


def test_a_file_is_looked_at_before_it_is_taken_in(hanne, stock, tmp_path):
    """What changes is told in words, nothing is kept until somebody says yes, and it is not in use by itself."""
    file = tmp_path / "vores.toml"
    changing.give_on(hanne, ref_of(hanne, "birkholm"), file)
    edited = file.read_text(encoding="utf-8").replace("dage = 14", "dage = 21")
    file.write_text(edited, encoding="utf-8")
    before = len(shelf(hanne))
    offered = changing.look_at_file(hanne, file, stock.underretning)
    assert not offered.known
    assert any("21 dage" in one.words for one in offered.changes)
    assert len(shelf(hanne)) == before
    taken = changing.take_in(hanne, offered)
    assert len(shelf(hanne)) == before + 1
    assert in_use(hanne) == OWN
    changing.choose(hanne, taken.id)
    assert in_use(hanne) == taken.id


def test_one_can_be_made_ones_own_and_given_on(hanne, stock, tmp_path):
    """From one that came along: the same in another name; the program's own gives an empty one to begin from."""
    made = changing.make_own(hanne, ref_of(hanne, "strandby"), "Fjordby Kommune")
    found = next(one for one in shelf(hanne) if one.ref == made.id)
    assert (found.pack.id, found.name, found.shipped) == (
        "fjordby-kommune",
        "Fjordby Kommune",
        False,
    )
    assert changing.compare(hanne, ref_of(hanne, "strandby"), made.id, stock.underretning) == ()
    file = tmp_path / "tom.toml"
    changing.give_on(hanne, OWN, file)
    assert changing.look_at_file(hanne, file, stock.underretning).changes == ()


def test_one_that_is_put_away_stays_with_its_letters(hanne, stock):
    """Not in use it goes from the list, and Fortryd brings it back; in use it stays."""
    made = changing.make_own(hanne, ref_of(hanne, "solbjerg"), "Vores")
    changing.choose(hanne, made.id)
    letter = underretninger.begin(hanne, "alma").id
    with pytest.raises(Unclear, match="mens den er i brug"):
        changing.put_away(hanne, made.id)
    changing.choose(hanne, OWN)
    changing.put_away(hanne, made.id)
    assert made.id not in {one.ref for one in shelf(hanne)}
    page = underretninger.read_letter(hanne, letter)
    assert page.template(stock.underretning).pack.name == "Vores"
    changing.bring_back(hanne, made.id)
    assert made.id in {one.ref for one in shelf(hanne)}


def test_ones_own_is_put_right_as_a_new_edition(hanne, stock):
    """In the place of the old one and in use where that was; a letter begun before keeps the old number."""
    made = changing.make_own(hanne, ref_of(hanne, "solbjerg"), "Vores")
    changing.choose(hanne, made.id)
    letter = underretninger.begin(hanne, "alma").id
    pack = next(one.pack for one in shelf(hanne) if one.ref == made.id)
    right = replace(pack, numbers=(replace(pack.numbers[0], number="99 88 77 66"),))
    saved = changing.put_right(hanne, made.id, right)
    assert in_use(hanne) == saved.id != made.id
    assert [one.name for one in shelf(hanne)].count("Vores") == 1
    old = underretninger.read_letter(hanne, letter).pack
    new = underretninger.read_letter(hanne, underretninger.begin(hanne, "alma").id).pack
    assert (old.numbers[0].number, new.numbers[0].number) == ("12 34 50 10", "99 88 77 66")
    with pytest.raises(Unclear, match="Lav jeres egen"):
        changing.put_right(hanne, ref_of(hanne, "solbjerg"), right)


def test_only_the_leader_chooses(world, hanne, stock, tmp_path):
    """A pædagog is told who does."""
    mette = world.session("mette")
    ref = ref_of(mette, "solbjerg")
    file = tmp_path / "x.toml"
    changing.give_on(hanne, ref, file)
    offered = changing.look_at_file(hanne, file, stock.underretning)
    for act in (
        lambda: changing.choose(mette, ref),
        lambda: changing.take_in(mette, offered),
        lambda: changing.make_own(mette, ref, "x"),
        lambda: changing.give_on(mette, ref, file),
        lambda: changing.look_at_file(mette, file, stock.underretning),
        lambda: changing.put_away(mette, ref),
        lambda: changing.bring_back(mette, ref),
        lambda: changing.put_right(mette, ref, offered.pack),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_file_that_is_not_there_is_said(hanne, stock, tmp_path):
    """In words, and so is a place where nothing can be saved."""
    with pytest.raises(Unclear, match="kan ikke læses"):
        changing.look_at_file(hanne, tmp_path / "borte.toml", stock.underretning)
    with pytest.raises(Unclear, match="kunne ikke gemmes"):
        changing.give_on(hanne, OWN, tmp_path / "borte" / "x.toml")
