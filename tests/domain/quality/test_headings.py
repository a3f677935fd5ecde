"""A whole letter is cut at its headings, however people mark them; facts are apart; without headings it still reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.quality.headings import kind_of, pieces
from tvaerfaglig.domain.quality.language.rules import Part

SEEN, SAID = "Den 3. marts kom hun uden sko.", "»Far råber,« sagde hun."
WAYS = {
    "short lines": "Observationer\n{seen}\n\nBarnets egne ord\n{said}\n",
    "numbered": "1. Observationer\n{seen}\n2. Barnets egne ord\n{said}",
    "numbered deep": "3.1 Observationer\n\n{seen}\n\n3.2 Barnets udsagn\n\n{said}",
    "lettered": "A) Det har vi set og hørt\n{seen}\nB) Det siger barnet\n{said}",
    "hashes": "## Hvad har vi set?\n{seen}\n## Hvad siger barnet?\n{said}",
    "bold": "**Observationer**\n{seen}\n\n**Barnets ord:**\n{said}",
    "capitals": "OBSERVATIONER\n{seen}\nBARNETS UDSAGN\n{said}",
    "underlined": "Observationer\n-------------\n{seen}\n\nHendes egne ord\n===\n{said}",
    "colon": "Observationer:\n{seen}\nBarnets udsagn:\n{said}",
    "in the line": "Observationer: {seen}\nBarnets udsagn: {said}",
    "bold in the line": "**Observationer:** {seen}\n**Barnets udsagn:** {said}",
    "run in": "Observationer. {seen}\n\nBarnets udsagn. {said}",
    "windows": "Observationer\r\n{seen}\r\n\r\nBarnets udsagn\r\n{said}\r\n",
}


@pytest.mark.parametrize("way", WAYS)
def test_a_section_begins_at_its_heading_however_it_is_marked(way):
    """What was seen is read as seen, what the child said as said."""
    text = WAYS[way].format(seen=SEEN, said=SAID)
    found = {one.text.strip(): one.part for one in pieces(text) if one.part is not None}
    assert found == {SEEN: Part.OBSERVATIONER, SAID: Part.BARNETS_UDSAGN}


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("Konkrete observationer", Part.OBSERVATIONER),
        ("Hvad er der sket?", Part.OBSERVATIONER),
        ("Barnets trivsel før", Part.OBSERVATIONER),
        ("Samspil mellem barn og forælder", Part.OBSERVATIONER),
        ("Almas ord", Part.BARNETS_UDSAGN),
        ("Hvad siger Liva?", Part.BARNETS_UDSAGN),
        ("Samtale med barnet", Part.BARNETS_UDSAGN),
        ("Forældrenes syn og reaktion", Part.FORAELDRENES_SYN),
        ("Hvad siger forældrene?", Part.FORAELDRENES_SYN),
        ("Mors og fars syn", Part.FORAELDRENES_SYN),
        ("Hvad har I gjort, hvornår, hvilken virkning", Part.EGEN_INDSATS),
        ("Det har vi prøvet", Part.EGEN_INDSATS),
        ("Iværksatte tiltag", Part.EGEN_INDSATS),
        ("Andre aktører", Part.EGEN_INDSATS),
        ("Barnets ressourcer og beskyttende forhold", Part.RESSOURCER),
        ("Det, der går godt", Part.RESSOURCER),
        ("Faglig vurdering", Part.VURDERING),
        ("Vores bekymring", Part.VURDERING),
        ("Årsag til underretningen", Part.VURDERING),
        ("Konsekvens for barnet", Part.VURDERING),
        ("Oplysninger om barnet", None),
        ("Forældre og husstand", None),
        ("Underskrift og bilag", None),
        ("Modtager", None),
    ],
)
def test_headings_of_danish_forms_are_known(title, part):
    """As the municipalities word them."""
    assert kind_of(title) == (True, part)


def test_lines_of_facts_are_no_prose():
    """Til, Barn, CPR and the names beneath a letter are nobody's observations."""
    text = (
        "Til: Familieafdelingen, Fjordby Kommune\nBarn: Vigga Holst\nCPR: 020423-1234\n"
        "Mor: Signe Holst, Pilevej 3\n\nObservationer\nDen 3. marts kom hun uden sko.\n\n"
        "Med venlig hilsen\nLis Holm\nPædagog"
    )
    facts = [one.text.strip() for one in pieces(text) if one.part is None]
    assert "CPR: 020423-1234" in facts
    assert "Mor: Signe Holst, Pilevej 3" in facts
    assert "Lis Holm" in facts
    assert [one.text.strip() for one in pieces(text) if one.part is not None] == [SEEN]


def test_without_headings_a_paragraph_that_judges_is_taken_for_what_it_is():
    """The rest is what was seen."""
    text = "Den 3. marts kom hun uden sko.\n\nVi vurderer, at hun fryser.\n\nDen 4. marts sov hun."
    assert [one.part for one in pieces(text)] == [
        Part.OBSERVATIONER,
        Part.VURDERING,
        Part.OBSERVATIONER,
    ]


def test_a_heading_nobody_knows_ends_what_somebody_else_has_said():
    """»Hjemmet« after the child's words is ours again."""
    text = "Barnets ord\n»Far råber.«\n\nSuttens historie\nDen 3. marts kom hun uden sut."
    assert [one.part for one in pieces(text) if one.part is not None] == [
        Part.BARNETS_UDSAGN,
        Part.OBSERVATIONER,
    ]


@given(st.text(alphabet="aObs erv:\n\r.#*-_=12AÆ»«", max_size=200))
def test_pieces_stand_where_they_say(text: str):
    """Whatever is pasted."""
    for one in pieces(text):
        assert text[one.start : one.start + len(one.text)] == one.text
