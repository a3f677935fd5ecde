"""An answer among other lines: nothing else is ever touched."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.assessment import Share
from tvaerfaglig.domain.interview.landing import (
    Block,
    find,
    honest,
    new_block,
    print_of,
    put,
    take,
    with_lead,
    without_lead,
)

line = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=20
).filter(str.strip)
lines = st.lists(line, max_size=6).map("\n".join)


@given(standing=lines, words=lines.filter(str.strip))
def test_what_stood_there_stands_there_still(standing, words):
    """Put in and taken out again: the text is what it was, but for empty lines at its end."""
    text, block = put(standing, new_block(standing), words)
    assert text.startswith(standing.rstrip("\n"))
    assert take(text, block) == words.rstrip()
    again, gone = put(text, block, "")
    assert again == standing.rstrip("\n")
    assert gone.count == 0


@given(standing=lines, words=lines.filter(str.strip))
def test_an_answer_is_found_again(standing, words):
    """Wherever it stands, as long as nobody wrote in it."""
    text, block = put(standing, new_block(standing), words)
    found = find(text, block.count, print_of(take(text, block)))
    assert found is not None
    assert print_of(take(text, found)) == print_of(words)


def test_citations_may_move():
    """[2] that became [3] is the same answer; another word is not."""
    stands = print_of("Hun sover [2].")
    assert find("Før\nHun sover [3, 4].", 1, stands) == Block(1, 1)
    assert find("Før\nHun hviler [2].", 1, stands) is None


def test_an_assessment_keeps_its_three_parts_apart():
    """What is judged comes before what is feared, and that before what is not known."""
    text = (
        "Vi vurderer, at hun er træt.\nHvis intet ændres, bliver det værre.\nVi ved ikke, hvorfor."
    )
    assert new_block(text, Share.JUDGED).first == 1
    assert new_block(text, Share.UNCHANGED).first == 2
    assert new_block(text, Share.UNKNOWN).first == 3
    assert new_block("Vi ved ikke, hvorfor.", Share.JUDGED).first == 0
    assert new_block("Vi ved ikke, hvorfor.", Share.UNCHANGED).first == 0
    assert new_block("Hun er træt.", Share.UNKNOWN).first == 1


def test_a_lead_is_written_once():
    """Typed or not."""
    assert with_lead("Før: ", "hun sov") == "Før: hun sov"
    assert with_lead("Før: ", "før: hun sov") == "før: hun sov"
    assert with_lead("Før: ", "  ") == ""
    assert without_lead("Før: ", "Før: hun sov") == "hun sov"


def test_not_knowing_is_said_honestly():
    """With who could be asked, where there is one."""
    assert honest("Vi ved ikke, hvornår det begyndte.", "") == "Vi ved ikke, hvornår det begyndte."
    said = honest("Vi ved ikke, hvornår det begyndte.", " mormor. ")
    assert said == "Vi ved ikke, hvornår det begyndte. Mormor kan spørges."
