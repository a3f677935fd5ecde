"""A protected address stays here: on every paper, in every place a word can be written, also a former one."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, time

import pytest

from tests.printouts.pdf_reading import squeezed, text_of
from tvaerfaglig.domain.konsultation import (
    Konsultation,
    KonsultationKind,
    KonsultationState,
)
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.people import Parent, Sibling
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.domain.staff_case import Noted
from tvaerfaglig.services import finding, library, recording, underretninger
from tvaerfaglig.services.children import card as children_card
from tvaerfaglig.services.children import facts as child_facts
from tvaerfaglig.services.indsigt import dossier
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import listing
from tvaerfaglig.services.konsultation import paper as konsultation_paper
from tvaerfaglig.services.letters import acts as letter_acts
from tvaerfaglig.services.lists import tables
from tvaerfaglig.services.parents import information, log_paper
from tvaerfaglig.services.printing import pressing, withheld
from tvaerfaglig.services.staff_case import cases as sealed_cases
from tvaerfaglig.services.staff_case import paper as sealed_paper
from tvaerfaglig.services.summarising import paper as summary
from tvaerfaglig.ui.printouts.preview import safe_file_name

DAY = date(2026, 11, 11)
WANTED = summary.Wanted("Overblik", date(2026, 1, 1), date(2026, 11, 12), reflections=True)
STREETS = ("Skjulvej 8", "Gemmestræde 2", "Dækvej 5", "Engvej 4", "Ekskonevej 3")
HOUSES = ("Mælkebøtten", "Havnegade 2", "Solsikken", "Kløveren")


@pytest.fixture
def hanne(session_of):
    """Alma has moved twice, is protected, and her house must not be told; her father's address neither."""
    leader = session_of("hanne")
    for address in ("Skjulvej 8, 9999 Fjordby", "Gemmestræde 2, 9999 Fjordby"):
        _changed(leader, address=address)
    father = Parent(
        id="alma-far", name="Pawel Nowak", relation="far", address="Ekskonevej 3, 9999 Fjordby",
        protected=True,
    )  # fmt: skip
    card = leader.child("alma").record
    mother = replace(card.parents[0], address="Gemmestræde 2, 9999 Fjordby")
    _changed(
        leader, stays_at="Dækvej 5, 9999 Fjordby", protected=True, hide_house=True,
        parents=(mother, father),
    )  # fmt: skip
    return leader


def _changed(session, **facts):
    card = replace(child_facts.facts(session, "alma").stored.record, **facts)
    children_card.save_child(session, card, "alma")


def seen(session, **more) -> str:
    facts = {"text": "Kom uden morgenmad.", "place": "Solsikken", "at": time(8, 15), **more}
    made = Observation(day=DAY, involved=(Involved(child="alma"),), seen_by=("mette",), **facts)
    return recording.save(session, made).id


def papers(session) -> dict[str, tuple[bytes, tuple[tuple[str, str], ...]]]:
    """Every paper about Alma: its bytes, and what the clipboard gets."""
    observed = seen(session)
    letter = underretninger.begin(session, "alma").id
    underretninger.insert_observation(session, letter, observed)
    shelf = library.load()
    note = konsultationer.plan(
        session,
        Konsultation(
            kind=KonsultationKind.NAVNGIVET, status=KonsultationState.I_GANG, child="alma", day=DAY,
            dagtilbud="maelkeboetten", basis=Basis.TIDLIGT_SAMARBEJDE.value, place="Mælkebøtten, mødelokalet",
            observations=(observed,),
        ),
    ).id  # fmt: skip
    case = sealed_cases.begin(
        session, concerning="En kollega", leader="", children=("alma",),
        first=Noted(id="", day=DAY, seen="Hørte råben."),
    ).id  # fmt: skip
    found = {
        "draft": pressing.look_at_underretning(session, letter, "alma", shelf),
        "note": pressing.look_at_konsultationsnotat(session, note, "alma"),
        "summary": pressing.look_at_sagsresume(session, "alma", WANTED),
        "sealed": sealed_paper.look_at_paper(session, case),
        "log": log_paper.look_at(session, "alma", shelf),
        "information": information.look_at(session, "alma", shelf),
    }
    underretninger.finish(session, letter, shelf)
    found["finished"] = pressing.look_at_underretning(session, letter, "alma", shelf)
    return {name: (one.pdf, one.sections) for name, one in found.items()}


def test_no_paper_and_no_clipboard_tells_where_she_lives_or_goes(hanne):
    """Today's street and the former ones, her mother's, her father's, the house and its stuer."""
    for name, (pdf, sections) in papers(hanne).items():
        said = squeezed(text_of(pdf)) + squeezed(repr(sections))
        for phrase in (*STREETS, *HOUSES):
            assert squeezed(phrase) not in said, (name, phrase)
        assert squeezed("Alma") in said


def test_the_letter_as_word_tells_no_more(hanne):
    """Before and after it is finished; its parts are read as they lie in the file."""
    shelf, letter = library.load(), underretninger.begin(hanne, "alma").id
    underretninger.insert_observation(hanne, letter, seen(hanne))
    made = [letter_acts.word(hanne, letter, shelf)]
    underretninger.finish(hanne, letter, shelf)
    made.append(letter_acts.word(hanne, letter, shelf))
    for content in made:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            said = b" ".join(parts.read(one) for one in parts.namelist()).decode("utf-8", "replace")
        assert "Alma" in said
        for phrase in (*STREETS, *HOUSES):
            assert phrase not in said, phrase


def test_only_the_house_stays_when_it_is_not_ticked(session_of):
    """Protected, but the house may be told: then it is."""
    leader = session_of("hanne")
    _changed(leader, protected=True)
    for name, (pdf, _) in papers(leader).items():
        said = squeezed(text_of(pdf))
        assert squeezed("Engvej 4") not in said, name
        assert squeezed("Mælkebøtten") in said, name


FIELDS = ("text", "child_words", "asked", "told_by", "reflection")


@pytest.mark.parametrize("phrase", [*STREETS, "Mælkebøttens", "solsikken", "HAVNEGADE  2"])
def test_what_somebody_typed_is_asked_about_before_it_leaves(hanne, phrase):
    """In any field of an observation, with the letter's case and its spaces: the preview lists it."""
    words = {name: f"Det var ved {phrase} i går." for name in FIELDS if name != "told_by"}
    observed = seen(hanne, **words)
    letter = underretninger.begin(hanne, "alma").id
    underretninger.insert_observation(hanne, letter, observed)
    looked = pressing.look_at_underretning(hanne, letter, "alma", library.load())
    assert any("skal ikke med" in one for one in looked.cautions)
    assert withheld.of_child(hanne, "alma").place(f"ved {phrase}") == ""


def test_a_letter_finished_before_is_asked_about(session_of):
    """Its bytes are frozen with the address that stood there then: whoever prints it again is told."""
    leader = session_of("hanne")
    letter, shelf = underretninger.begin(leader, "alma").id, library.load()
    underretninger.finish(leader, letter, shelf)
    assert pressing.look_at_underretning(leader, letter, "alma", shelf).cautions == ()
    _changed(leader, protected=True, hide_house=True)
    found = pressing.look_at_underretning(leader, letter, "alma", shelf).cautions
    for phrase in ("Engvej 4", "Børnehuset Mælkebøtten"):
        assert any(phrase in one for one in found), (phrase, found)


def test_another_childs_paper_is_none_of_it(hanne):
    """Bertil's papers say where he goes, and are asked about nothing."""
    assert withheld.of_child(hanne, "bertil").phrases == ()
    made = pressing.look_at_sagsresume(hanne, "bertil", WANTED)
    assert squeezed("Mælkebøtten") in squeezed(text_of(made.pdf))
    assert made.cautions == ()


def test_a_sister_brings_it_along(hanne):
    """Whoever knows her sister's street knows hers."""
    leader = hanne
    card = replace(
        child_facts.facts(leader, "bertil").stored.record,
        siblings=(Sibling(name="Alma Nowak", child="alma"),),
    )
    children_card.save_child(leader, card, "bertil")
    assert "Gemmestræde 2" in withheld.of_child(leader, "bertil").streets
    assert withheld.of_child(leader, "bertil").houses == ()


@pytest.mark.parametrize(
    "typed", ["gemmestræde", "skjulvej 8", "mælkebøtten", "solsikken", "solsi"]
)
def test_searching_a_street_or_a_house_does_not_lead_to_her(hanne, typed):
    """Neither by name nor by a text that says it; what is found by other words shows a gap there."""
    seen(
        hanne,
        place="",
        text="Vi hentede hende i Gemmestræde 2 og på Skjulvej 8, før Mælkebøtten og Solsikken åbnede.",
    )
    found = finding.find(hanne, typed)
    assert (found.children, found.records) == ((), ())
    found = finding.find(hanne, "hentede")
    [one] = found.records
    assert found.said(one) == "Vi hentede hende i … og på …, før … og … åbnede."


def test_searching_still_finds_the_others(hanne):
    """The same words about a child who is not protected."""
    made = Observation(day=DAY, involved=(Involved(child="bertil"),), text="Gik på Solsikken.")
    recording.save(hanne, made)
    assert len(finding.find(hanne, "solsikken").records) == 1


def test_a_file_name_names_nobody():
    """The word for the paper and the day: no child, no house."""
    assert safe_file_name("underretning", DAY) == "underretning 2026-11-11.pdf"


def test_a_spreadsheet_has_no_stue_for_her(hanne):
    """And no address for anybody."""
    sheet, _ = tables._children(hanne)
    stue = sheet.headings.index("Stue")
    rows = {row[0]: row[stue] for row in sheet.rows}
    assert rows["Alma Nowak"] == ""
    assert rows["Bertil Kjær"] == "Solsikken"
    assert "Engvej" not in repr(sheet)


def test_insight_keeps_the_former_and_the_other_parents_back(hanne):
    """What is handed to a parent holds no address of the other, nor one she has left."""
    made = dossier.gather(hanne, "alma", library.load())
    said = " ".join(piece.text for entry in made.entries for piece in entry.pieces)
    for street in STREETS:
        assert street not in said, street


def test_no_field_of_konsultationer_is_forgotten(hanne):
    """The line with time and place says only the time."""
    papers(hanne)
    [row] = [one for one in listing.rows(hanne) if one.stored.record.child == "alma"]
    assert konsultation_paper.paper(hanne, row.stored.id).when == "onsdag den 11. november 2026"
