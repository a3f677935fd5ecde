"""Which sentences rest on what, where a number belongs, and which claims rest on nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.quality.evidence.logs import LEXICON, WORDS, prose
from tvaerfaglig.domain.citations import cited
from tvaerfaglig.domain.quality.evidence.sentences import (
    place_for,
    resting_on,
    sentence_at,
    sentences,
    without_evidence,
)


def put(text, at, number):
    """The text after an observation was set by the sentence at `at`."""
    begun, end, words = place_for(sentence_at(prose(text), at), number)
    return text[:begun] + words + text[end:]


def open_ones(text):
    return [one.text for one in without_evidence("vurdering", prose(text), WORDS)]


def test_a_number_stands_before_the_full_stop():
    """And after the quotation mark that closes what was said."""
    assert put("Hun sov. Hun græd.", 2, 3) == "Hun sov [3]. Hun græd."
    assert put("Hun sov. Hun græd.", 12, 3) == "Hun sov. Hun græd [3]."
    assert put("Hun sov", 7, 1) == "Hun sov [1]"
    assert put("Hun sagde: »Nej.«", 3, 1) == "Hun sagde: »Nej [1].«"


def test_a_sentence_that_cites_already_takes_the_number_into_its_bracket():
    """[3, 5], in order, and each once."""
    assert put("Hun sov [5].", 2, 3) == "Hun sov [3, 5]."
    assert put("Hun sov [3].", 2, 3) == "Hun sov [3]."
    assert put("Hun sov [3–5].", 2, 9) == "Hun sov [3, 4, 5, 9]."
    assert put("Hun sov [1] og græd.", 2, 2) == "Hun sov [1] og græd [2]."


def test_abbreviations_end_no_sentence():
    """Kl. 9.30 and fx are inside it."""
    assert put("Hun sov kl. 9.30, fx på puden. Så legede hun.", 3, 2).startswith(
        "Hun sov kl. 9.30, fx på puden [2]. Så"
    )


def test_an_empty_field_takes_a_number_alone():
    """There is no sentence yet: nothing to place it by."""
    assert sentence_at(prose(""), 0) is None
    assert sentence_at(prose("  \n"), 1) is None


@given(st.text(alphabet="Hun sovgræd.,»«[]12 \n", min_size=1, max_size=80), st.data())
def test_setting_a_number_by_a_sentence_only_adds_it(text, data):
    """Whatever stands there: afterwards the text cites the row, and lost no other number and no word."""
    at = data.draw(st.integers(0, len(text)))
    if sentence_at(prose(text), at) is None:
        return
    after = put(text, at, 42)
    assert set(cited(after)) == {*cited(text), 42}
    assert [c for c in after if c.isalpha()] == [c for c in text if c.isalpha()]
    assert put(after, min(at, len(after)), 42).count("42") >= 1


@given(st.text(max_size=200))
def test_sentences_are_parts_of_the_text_in_order(text):
    """Each stands where it says, and none overlaps the one before."""
    before = 0
    for one in sentences("vurdering", prose(text)):
        assert text[one.start : one.end] == one.text
        assert before <= one.start < one.end
        before = one.end


def test_from_a_row_to_the_sentences_that_rest_on_it():
    """In whichever section, by single numbers and by spans."""
    texts = {
        "resume": "Hun sover [1, 2]. Hun leger.",
        "vurdering": "Vi vurderer det, fordi hun sover [1–3].",
        "ressourcer": "Hun synger [4].",
    }
    found = resting_on(2, texts, LEXICON)
    assert [(one.section, one.text) for one in found] == [
        ("resume", "Hun sover [1, 2]."),
        ("vurdering", "Vi vurderer det, fordi hun sover [1–3]."),
    ]
    assert resting_on(9, texts, LEXICON) == ()


def test_a_claim_about_the_child_without_a_number_is_open():
    """Somebody must have seen it."""
    assert open_ones("Vigga trækker sig fra de andre børn.") == [
        "Vigga trækker sig fra de andre børn."
    ]
    assert open_ones("Mor orker ikke at følge op på det.")


def test_what_is_no_claim_is_left_alone():
    """Cited, dated, quoted, asked, wished for, not known, or the conclusion itself."""
    for text in (
        "Vigga trækker sig fra de andre børn [2].",
        "Den 3. november trak hun sig fra de andre.",
        "Hun siger: »Jeg vil være alene.«",
        "Hvad betyder det for Vigga?",
        "Vi ved ikke, hvordan Vigga sover derhjemme.",
        "Vi håber, at I vil tale med hendes mor.",
        "Vi vurderer, at Vigga har brug for hjælp.",
        "Derfor underretter vi om Vigga i dag.",
        "Hvis intet ændres, mister hun sine venner.",
        "Mor siger, at Vigga er træt om morgenen.",
        "Det er sket siden sommer.",
        "Ja, Vigga.",
    ):
        assert open_ones(text) == [], text


def test_a_sentence_that_leans_on_a_cited_one_rests_on_it_too():
    """»Det …« right after [2]; in a new paragraph it stands alone again."""
    assert open_ones("Hun sover om formiddagen [2]. Det gør, at Vigga ikke leger.") == []
    assert open_ones("Hun sover om formiddagen [2].\n\nDet gør, at Vigga ikke leger.")
    assert open_ones("Hun sover om formiddagen [2]. Far kommer ikke længere hos dem.")
