"""What comes through the one door is shown as typed: nothing is obeyed, nothing vanishes."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle

from tests.printouts.hostile import TEXTS
from tests.printouts.pdf_reading import actions_in, fonts_of, read_aloud, squeezed
from tests.printouts.sample_papers import SEEN, SILAS, overgreb, sagsresume, theme, underretning
from tvaerfaglig.printouts import typeface
from tvaerfaglig.printouts.door import LOST, Ink, cited, fit, loses, named, plain, safe, say
from tvaerfaglig.printouts.papers.parts import Quotation, Signer, Voice
from tvaerfaglig.printouts.papers.summary import SagsresumePaper
from tvaerfaglig.printouts.papers.underretning import UnderretningPaper
from tvaerfaglig.printouts.press.blocks import Text
from tvaerfaglig.printouts.printing import has_lost_characters, plain_sections, render


def everywhere(text: str) -> UnderretningPaper:
    """The letter with this text wherever a person can type: prose, cells, quotations, names, lists."""
    full = underretning()
    return replace(
        full,
        child=replace(SILAS, name=text, first_name=text, address=text),
        law=text,
        summary=text,
        informed=tuple(replace(row, reaction=text, by=text) for row in full.informed),
        observations=tuple(
            replace(row, place=text[:60], witness=text[:60], what=text, words=text, asked=text)
            for row in SEEN[:2]
        ),
        own_words=(Quotation(text, text),),
        own_words_text=text,
        resources=f"- {text}",
        parents_view=replace(full.parents_view, voices=(Voice(text, text),), asked=text),
        assessment=replace(full.assessment, judged=text),
        signers=(Signer(text, text),),
        attachments=(text,),
        imprint=replace(full.imprint, house=text, printed=text, draft=text, kontrolnr=text),
    )


def somewhere(text: str) -> SagsresumePaper:
    """The summary with this text in the chart and the leader's tables."""
    full = sagsresume()
    assert full.course is not None
    course = replace(
        full.course, events=tuple(replace(event, what=text) for event in full.course.events)
    )
    return replace(
        full, course=course, waiting=tuple(replace(row, what=text) for row in full.waiting)
    )


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_hostile_text_is_shown_as_typed_and_does_nothing(text: str) -> None:
    """Every hostile text prints wherever it can be typed, word for word, and leaves nothing live behind."""
    pdf = render(everywhere(text[:700]))
    assert actions_in(pdf) == []
    assert all(embedded for _, embedded in fonts_of(pdf))

    shown = squeezed(read_aloud(render(replace(theme(), question=text))))
    for line in plain(text).splitlines():
        assert squeezed(line) in shown


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_hostile_text_prints_in_the_chart_and_can_be_copied(text: str) -> None:
    """The summary's chart takes any text too, and the copied sections hold it untouched."""
    assert actions_in(render(somewhere(text[:700]))) == []
    copied = dict(plain_sections(replace(overgreb(), summary=text)))
    assert copied.get("Kort fortalt", "") == text.strip()


def test_only_ink_is_set() -> None:
    """A plain string cannot come on the page past the door."""
    with pytest.raises(TypeError):
        Text("rå tekst", typeface.BODY)  # type: ignore[arg-type]


def test_a_paragraph_without_a_letter_may_be_the_first_of_all():
    """The typeface is there for it, though nothing has come through the door before."""
    alone = (
        "from tvaerfaglig.printouts import typeface\n"
        "from tvaerfaglig.printouts.press.blocks import Text\n"
        "from tvaerfaglig.printouts.door import Ink\n"
        "Text(Ink(''), typeface.BODY)"
    )
    subprocess.run([sys.executable, "-c", alone], check=True, timeout=60)


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=80))
def test_any_text_can_be_set_and_read_back(text: str) -> None:
    """Whatever is typed, the paragraph holds exactly what can be drawn of it and never fails."""
    paragraph = Text(safe(text), ParagraphStyle("x", fontName=typeface.REGULAR, fontSize=10))
    shown = "".join(fragment.text for fragment in paragraph.frags)
    paragraph.wrap(120, 10_000)

    assert squeezed(shown) == squeezed(plain(text))


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("<>&/=\"'abrpi {}[]%\\;#x0:\n»«-–3,")), max_size=60))
def test_any_markup_can_be_set_and_read_back(text: str) -> None:
    """Anything that resembles mark-up comes out as its own letters."""
    paragraph = Text(cited(text, frozenset({3})), typeface.BODY)
    shown = "".join(fragment.text for fragment in paragraph.frags)
    paragraph.wrap(200, 10_000)

    assert squeezed(shown) == squeezed(plain(text))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_what_is_drawn_can_be_drawn(text: str) -> None:
    """After the door every character is in the face, and a second passage changes nothing."""
    once = plain(text)

    assert all(char == "\n" or ord(char) in typeface.drawable() for char in once)
    assert plain(once) == once


def test_a_lost_character_is_seen_and_told() -> None:
    """What cannot be drawn stands as [?], and the preview can say so; a typed [?] is no loss."""
    assert plain("før 😀😀 efter") == f"før {LOST} efter"
    assert has_lost_characters(replace(underretning(), over_time="smil 😀"))
    assert not has_lost_characters(replace(underretning(), over_time="hvad [?] mente hun"))
    assert loses("[?] 😀")
    assert not has_lost_characters(underretning())


def test_invisible_characters_fall_away_without_a_trace() -> None:
    """Soft hyphens and zero-width marks are no wording: they leave no [?]."""
    assert plain("ord\u00addeling\u200b her\ufeff") == "orddeling her"


def test_what_belongs_together_stays_on_a_line() -> None:
    """Dates, times, paragraphs, telephone numbers and ages do not part at a line end."""
    for text in ("14. oktober", "kl. 9.30", "12 34 56 78", "5 år", "nr. 4", "§ 3", "bilag 1"):
        assert " " not in safe(text)
    assert safe("i 2026 5") == "i 2026 5"


def test_a_citation_is_one_only_where_the_row_exists() -> None:
    """[3] cites row 3 when it is there, with its numbers tied; anything else stays as it was typed."""
    ink = cited("græd [3, 8] og [4]", frozenset({3, 8}))

    assert "[3,\u00a08]</font>" in ink
    assert ink.endswith("og [4]")
    assert "\u00a0<font" in ink


def test_fields_of_a_sentence_pass_the_door() -> None:
    """The program's own sentence lets user text in only as text."""
    assert say("<b>{}</b>", "<i>{x}</i>") == "<b>&lt;i&gt;{x}&lt;/i&gt;</b>"
    assert isinstance(say("x"), Ink)


def test_a_cut_line_shows_that_it_was_cut() -> None:
    """Header and footer end in an ellipsis rather than run into each other."""
    cut = fit("Et meget langt navn " * 9, typeface.REGULAR, 9, 100)

    assert cut.endswith("…")
    assert typeface.width_of(cut, typeface.REGULAR, 9) <= 100
    assert fit("kort", typeface.REGULAR, 9, 100) == "kort"


def test_names_part_only_where_the_column_is_too_narrow() -> None:
    """A name stays on one line when the line can hold it."""
    assert " " in named("Anne-Marie Kirkegaard Østergaard", typeface.REGULAR, 9, 40)
    assert named("Bo Vang, Ida Lind", typeface.REGULAR, 9, 60) == "Bo\u00a0Vang, Ida\u00a0Lind"
