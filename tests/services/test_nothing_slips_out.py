"""No other child, no protected street and no mark-up of ours reaches a paper, whatever someone typed where."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, time

import pikepdf
import pytest

from tests.printouts.hostile import TEXTS
from tests.printouts.pdf_reading import squeezed, text_of
from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.domain.contact import Absence, FamilyEvent, ParentContact
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    Participant,
    Perspective,
)
from tvaerfaglig.domain.masking import shown_everywhere
from tvaerfaglig.domain.observation import Involved, Observation, Part, Source
from tvaerfaglig.domain.people import Sibling
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.domain.typed_names import typed_names
from tvaerfaglig.domain.underretning import Action, Annex, Informed, PhoneCall, Stage, Urgency
from tvaerfaglig.printouts.printing import plain_sections
from tvaerfaglig.services import drafts, library, recording, underretninger, waiting
from tvaerfaglig.services.agreements import acts as agreed
from tvaerfaglig.services.children import protecting, timeline
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.konsultation import paper as konsultation_paper
from tvaerfaglig.services.konsultation import sitting as konsultation_sitting
from tvaerfaglig.services.konsultation.sitting import Sitting
from tvaerfaglig.services.observations import page as observation_page
from tvaerfaglig.services.printing import pressing
from tvaerfaglig.services.summarising import paper as summary
from tvaerfaglig.store import word_search

TODAY = date(2026, 11, 12)
WANTED = summary.Wanted("Overblik", date(2026, 1, 1), TODAY, reflections=True)
SECTIONS = (
    "barnet", "resume", "observationer", "barnets_ord", "over_tid", "ressourcer", "indsats",
    "foraeldre", "vurdering",
)  # fmt: skip


@pytest.fixture(scope="module")
def shelf():
    return library.load()


def write_everywhere(session, typed):
    """The same words in every field that a person can type in; answers (letter, konsultation)."""
    with session.write() as pen:
        alma = session.child("alma").record
        mother = replace(alma.parents[0], contact=typed, language=typed)
        pen.put(
            replace(
                alma, household=typed, residence=typed, language=typed, stays_at=typed,
                interpreter=typed, parents=(mother,), municipality=typed,
                siblings=(Sibling(name="Jan Nowak", note=typed),),
            ),
            "alma",
        )  # fmt: skip
    seen = Observation(
        day=TODAY, at=time(8, 15), place=typed, text=typed, child_words=typed, asked=typed, told_by=typed,
        source=Source.FORTALT, reflection=typed, seen_by=("mette", typed), categories=("krop.mad",),
        involved=(Involved(child="alma"), Involved(child="bertil", part=Part.VAR_MED)),
    )  # fmt: skip
    row = recording.save(session, seen).id
    for record in (
        ParentContact(child="alma", day=TODAY, topic=typed, told=typed, view=typed, agreed=typed),
        Absence(child="alma", first=TODAY, last=TODAY, reason=typed, told_by=typed),
        FamilyEvent(child="alma", day=TODAY, text=typed, told_by=typed),
        Concern(child="alma", first_noticed=TODAY, by="mette", title=typed, text=typed),
    ):
        recording.save(session, record)
    return _letter(session, typed, row), _konsultation(session, typed, row)


def _letter(session, typed, row):
    letter = underretninger.begin(session, "alma").id
    page = underretninger.open_letter(session, letter)
    call = PhoneCall(day=TODAY, at=time(9), number=typed, spoke_with=typed, agreed=typed)
    head = replace(
        page.record, receiver=typed, receiver_unit=typed, calls=(call, call), child_informed=typed,
        urgency=Urgency.AKUT, siblings_considered=typed, others_involved=typed, earlier=typed,
        actions=(Action(day=TODAY, what=typed, effect=typed),), annexes=(Annex(title=typed),),
        relation=typed, known_since=typed, hours_a_week=typed, interpreter=typed,
        writers=("mette", typed),
        informed=(
            Informed(parent="alma-mor", told=True, day=TODAY, by="mette", reaction=typed),
            Informed(parent=typed, told=False, why_not=typed),
        ),
    )  # fmt: skip
    underretninger.save_head(session, letter, head)
    underretninger.insert_observation(session, letter, row)
    for section in SECTIONS:
        underretninger.save_section(session, letter, section, typed, left_out=(typed,))
    underretninger.comment(session, letter, typed)
    return letter


def _konsultation(session, typed, row):
    one = konsultationer.plan(
        session,
        Konsultation(
            kind=KonsultationKind.NAVNGIVET, child="alma", day=TODAY, at=time(13), place=typed, title=typed,
            basis=Basis.ANDET.value, basis_text=typed, raised_by=typed, why_now=typed, question=typed,
            observed=typed, observations=(row,), going_well=typed, child_view=typed, parents_view=typed,
            parents_asked=typed, tried=typed, shared_understanding=typed, goals=typed, decision=typed,
            decision_because=typed, discussed="ja", discussed_because=typed, tovholder=typed,
            shared_with=typed,
            participants=(Participant(name="Mette", staff="mette"), Participant(name=typed, role=typed)),
            perspectives=(Perspective(profession=typed, staff=typed, text=typed),),
        ),
    ).id  # fmt: skip
    made = Agreement(
        what=typed, who=("mette",), who_else=typed, effect=typed, konsultation=one, child="alma",
        made_on=TODAY,
    )  # fmt: skip
    one_agreed = agreed.save(session, made).id
    agreed.settle(session, one_agreed, AgreementState.AABEN, typed or "ja")
    return one


def papers(world, letter, konsultation, shelf):
    """Every paper about Alma, as words and as bytes: (what, sections, pdf)."""
    mette, hanne = world.session("mette"), world.session("hanne")
    note = pressing.look_at_konsultationsnotat(mette, konsultation, "alma")
    resume = pressing.look_at_sagsresume(hanne, "alma", WANTED)
    draft = pressing.look_at_underretning(mette, letter, "alma", shelf)
    underretninger.register_step(
        mette, letter, Stage.AFSENDT, channel="{barn:bertil}", receiver="{barn:bertil}"
    )
    underretninger.finish(mette, letter, shelf)
    frozen = pressing.look_at_underretning(mette, letter, "alma", shelf)
    again = pressing.look_at_sagsresume(hanne, "alma", WANTED)
    return {
        "notat": note, "resumé": resume, "kladde": draft, "underretning": frozen, "resumé igen": again,
    }  # fmt: skip


def test_a_token_typed_by_hand_names_nobody_on_paper(world, shelf):
    """In every field, on every paper, in text, bytes and metadata: "et andet barn", and never the braces."""
    mette = world.session("mette")
    letter, konsultation = write_everywhere(mette, "Så sagde {barn:bertil} og {barn:emil}s bror.")
    for what, made in papers(world, letter, konsultation, shelf).items():
        said = "\n".join("\n".join(one) for one in made.sections) + text_of(made.pdf)
        for leaked in ("Bertil", "Emil", "{barn", "bertil"):
            assert leaked not in said, (what, leaked)
        assert "et andet barn" in " ".join(said.split()), what
        with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
            about = repr(dict(pdf.docinfo)) + str(pdf.Root.get("/Metadata", {}))
            about += pdf.Root.Metadata.read_bytes().decode() if "/Metadata" in pdf.Root else ""
        assert "ertil" not in about, what
        assert "mil" not in about.replace("family", ""), what


def test_a_token_reveals_no_name_on_the_screen_of_who_may_not_see_her(world):
    """Jonas types Alma's id into a note about Villads: he reads "et andet barn"."""
    jonas = world.session("jonas")
    text = "Legede med {barn:alma}."
    seen = Observation(day=TODAY, involved=(Involved(child="villads"),), text=text, complete=False)
    record = recording.save(jonas, seen).id
    line = timeline.timeline(jonas, "villads")
    assert line.names.said(line.entries[0].record.text) == "Legede med et andet barn."
    reading = observation_page.read(jonas, record)
    assert reading.names.said(reading.stored.record.text) == "Legede med et andet barn."
    made = Agreement(what="Ring om {barn:alma}.", who=("jonas",), made_on=TODAY)
    agreed.save(jonas, made)
    assert "Alma" not in repr(waiting.overview(jonas))
    assert "Ring om et andet barn." in [one.what for one in waiting.overview(jonas).waiting]


def test_a_short_note_about_a_child_that_was_closed_is_no_task(world):
    """Karen began one while Alma was shared with her; afterwards nothing of it waits for her."""
    mette, karen = world.session("mette"), world.session("karen")
    shared = protecting.share_child(mette, "alma", "karen", Basis.TIDLIGT_SAMARBEJDE)
    seen = Observation(
        day=TODAY, involved=(Involved(child="alma"),), text="Sad alene.", complete=False
    )
    recording.save(karen, seen)
    assert "Skriv om Alma færdig" in [one.what for one in waiting.overview(karen).waiting]
    protecting.withdraw_sharing(mette, shared.id)
    assert waiting.overview(karen).waiting == ()


def test_a_protected_address_is_on_no_paper(world, shelf):
    """Neither hers, nor the parent's she lives with, nor the house's when it is hidden; typed, it is pointed at."""
    mette = world.session("mette")
    with mette.write() as pen:
        alma = replace(mette.child("alma").record, protected=True, hide_house=True)
        pen.put(replace(alma, stays_at="Mosevej 9, 9999 Fjordby"), "alma")
    row = recording.save(
        mette, Observation(day=TODAY, involved=(Involved(child="alma"),), text="Sang.")
    ).id
    letter, konsultation = _letter(mette, "Sang.", row), _konsultation(mette, "Sang.", row)
    for what, made in papers(world, letter, konsultation, shelf).items():
        said = " ".join(
            ("\n".join("\n".join(x) for x in made.sections) + text_of(made.pdf)).split()
        )
        for leaked in ("Engvej", "Mosevej", "Havnegade"):
            assert leaked not in said, (what, leaked)
        assert not [one for one in made.cautions if "Adressen" in one]
    konsultationer.save(
        mette,
        replace(
            konsultation_page.open_konsultation(mette, konsultation).note,
            goals="Hent hende på engvej 4 kl. 8.",
        ),
        konsultation,
    )
    made = pressing.look_at_konsultationsnotat(mette, konsultation, "alma")
    assert [one for one in made.cautions if "»Engvej 4«" in one]


def test_a_guest_at_the_table_prints_no_hidden_house(world):
    """Karen may not open Alma's file; the note that she prints keeps its protection all the same."""
    mette, karen = world.session("mette"), world.session("karen")
    with mette.write() as pen:
        pen.put(replace(mette.child("alma").record, protected=True, hide_house=True), "alma")
    table = (Participant(name="Karen Lund", staff="karen"),)
    one = konsultationer.plan(
        mette,
        Konsultation(
            kind=KonsultationKind.NAVNGIVET,
            child="alma",
            day=TODAY,
            basis=Basis.TIDLIGT_SAMARBEJDE.value,
            participants=table,
        ),
    ).id
    paper = konsultation_paper.paper(karen, one)
    assert "Havnegade" not in repr(paper)
    assert paper.child is not None
    assert paper.child.protected_address


def test_names_are_pointed_at_also_for_who_may_not_see_the_child(world):
    """Karen prints a note with "Emil" in it, whom she knows nothing of: she is asked."""
    mette, karen = world.session("mette"), world.session("karen")
    protecting.share_child(mette, "alma", "karen", Basis.TIDLIGT_SAMARBEJDE)
    one = _konsultation(mette, "Hun tog Emils bamse, og EMIL græd.", "")
    protecting.share_child(mette, "alma", "karen", Basis.TIDLIGT_SAMARBEJDE)
    made = pressing.look_at_konsultationsnotat(karen, one, "alma")
    assert any("»Emils«" in said and "»EMIL«" in said for said in made.cautions)


@pytest.mark.parametrize(("text", "asked"), [("Emil Nowak kom.", False), ("Emil kom.", True)])
def test_a_parent_by_her_whole_name_is_nobody_else(world, text, asked):
    """Alma's father shares his first name with a child of the house; only the first name alone is asked about."""
    mette = world.session("mette")
    alma = mette.child("alma").record
    with mette.write() as pen:
        father = replace(alma.parents[0], name="Emil Nowak")
        pen.put(replace(alma, parents=(father, *alma.parents[1:])), "alma")
    made = pressing.look_at_konsultationsnotat(mette, _konsultation(mette, text, ""), "alma")
    assert any("»Emil«" in said for said in made.cautions) is asked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Emils bamse", ["Emils"]),
        ("»Emil slog«", ["Emil"]),
        ("EMIL råbte", ["EMIL"]),
        ("EMILS hue", ["EMILS"]),
        ("Emil Friis' mor", ["Emil Friis'"]),
        ("Emilie og emilen", []),
        ("Hos Emil/Bertil", ["Emil"]),
        ("(Emil)", ["Emil"]),
    ],
)
def test_typed_names_are_found_however_they_stand(text, found):
    """As owners, in quotes, in capitals, between strokes; a longer name is another name."""
    assert [one.name for one in typed_names(text, [("emil", "Emil Friis")])] == found


def test_masking_goes_through_a_whole_paper():
    """Nested rows and enumerations come through as what they were."""
    row = Agreement(what="{barn:x}", who=("{barn:y}s",), made_on=TODAY)
    said = shown_everywhere((row, AgreementState.AABEN, 3, None), {"y": "Emil"})
    assert said[0].what == "Et andet barn"
    assert said[0].who == ("Emils",)
    assert said[0].status is AgreementState.AABEN
    assert said[1] is AgreementState.AABEN


@pytest.mark.parametrize("name", [one for one in TEXTS if one not in {"long word", "tags only"}])
def test_hostile_text_is_kept_shown_and_printed(world, shelf, name):
    """In every field at once: nothing refuses, nothing is obeyed, and search survives it."""
    typed = TEXTS[name].strip()
    mette = world.session("mette")
    letter, konsultation = write_everywhere(mette, typed or "x")
    made = papers(world, letter, konsultation, shelf)
    assert all(one.pdf.startswith(b"%PDF-") for one in made.values())
    word_search.search(mette.vault, typed, word_search.Seen.of(mette.children()))
    assert timeline.timeline(mette, "alma").entries
    assert mette.vault.examine().sound


@pytest.mark.parametrize("name", ["nul", "surrogate", "bidi", "emoji"])
def test_a_draft_with_a_broken_sign_is_kept(world, name):
    """Pasted in a hurry, it must not keep the rest from being kept: in a note, a letter, a form."""
    mette, typed = world.session("mette"), f"Før {TEXTS[name]} efter"
    one = _konsultation(mette, "x", "")
    note = replace(konsultation_page.open_konsultation(mette, one).note, goals=typed)
    konsultation_sitting.keep(mette, one, Sitting(note=note, changed=("goals",)))
    kept, _ = konsultation_sitting.kept(mette, one)
    assert kept is not None
    assert kept.note.goals.startswith("Før ")
    assert kept.note.goals.endswith(" efter")
    konsultation_sitting.keep_plan(mette, note)
    assert konsultation_sitting.kept_plan(mette) is not None
    letter = underretninger.begin(mette, "alma").id
    underretninger.keep_section(mette, letter, "resume", typed)
    page = underretninger.open_letter(mette, letter)
    underretninger.keep_head(mette, letter, replace(page.record, earlier=typed))
    page = underretninger.open_letter(mette, letter)
    assert page.kept["resume"].text.endswith(" efter")
    assert page.kept_head is not None
    drafts.keep(mette, "k", "k", typed)
    assert any(one.content.endswith(" efter") for one in drafts.mine(mette, "k"))


def test_ten_thousand_signs_print(world, shelf):
    """Long words and long texts in every field become a longer paper."""
    mette = world.session("mette")
    letter, konsultation = write_everywhere(mette, "Ordene blev ved. " * 600)
    for what, made in papers(world, letter, konsultation, shelf).items():
        assert "Ordeneblevved." in squeezed(text_of(made.pdf)), what


def test_mark_up_stands_as_typed(world, shelf):
    """<b> is three signs on paper, and braces are braces."""
    mette = world.session("mette")
    _, konsultation = write_everywhere(mette, "Han blev <b>ikke</b> hentet af {mor}.")
    said = squeezed(text_of(pressing.konsultationsnotat(mette, konsultation)))
    assert "<b>ikke</b>" in said
    assert "{mor}" in said
    assert "<b>ikke</b>" in squeezed(
        repr(plain_sections(konsultation_paper.paper(mette, konsultation)))
    )
