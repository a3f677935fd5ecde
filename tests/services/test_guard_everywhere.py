"""While the overgreb guard hides the parents nothing tells, asks or plans to tell them; lifted, all is back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.letters.a_letter import begun, three
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.konsultation import (
    Agreement,
    Konsultation,
    KonsultationKind,
    Participant,
)
from tvaerfaglig.domain.people import Sibling
from tvaerfaglig.domain.protection import Against, Basis, Samtykke
from tvaerfaglig.domain.rounds.records import Doing
from tvaerfaglig.domain.underretning import Informed
from tvaerfaglig.printouts.papers.parts import GUARDED
from tvaerfaglig.printouts.printing import compose, plain_sections
from tvaerfaglig.services import drafts, library, recording, underretninger, waiting
from tvaerfaglig.services.agreements import acts as agreed
from tvaerfaglig.services.agreements.reading import Whose, agreements
from tvaerfaglig.services.children import facts as child_facts
from tvaerfaglig.services.children import one_child, protecting, timeline
from tvaerfaglig.services.consent import acts as consent_acts
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.konsultation import paper as konsultation_paper
from tvaerfaglig.services.konsultation import saving as konsultation_saving
from tvaerfaglig.services.konsultation import sitting as konsultation_sitting
from tvaerfaglig.services.konsultation.sitting import Sitting
from tvaerfaglig.services.letters.acts import draft_paper
from tvaerfaglig.services.printing import pressing
from tvaerfaglig.services.rounds.together import agreement_id
from tvaerfaglig.services.summarising import paper as summary

TODAY = date(2026, 11, 12)
MOTHER = "Mor siger, at hun er træt."
HIDING = [Against.FORAELDER, Against.UKENDT]
LEAVING = [Against.ANSAT, Against.ANDET_BARN]
TALK = ParentContact(child="alma", day=TODAY, topic="Morgenerne", view=MOTHER)
WANTED = summary.Wanted("Overblik", date(2026, 1, 1), TODAY)


@pytest.fixture(scope="module")
def shelf():
    return library.load()


@pytest.fixture
def mette(world):
    return world.session("mette")


def note(**more):
    facts = {
        "kind": KonsultationKind.NAVNGIVET,
        "child": "alma",
        "day": TODAY,
        "basis": Basis.TIDLIGT_SAMARBEJDE.value,
        "participants": (Participant(name="Mette Sørensen", staff="mette"),),
        "parents_view": MOTHER,
        "parents_asked": "Mor blev spurgt i går.",
        "shared_with": "Mor får en kopi på fredag.",
    }
    return Konsultation(**(facts | more))


def letter_with_parents(session):
    letter = begun(session)
    page = underretninger.open_letter(session, letter)
    told = (Informed(parent="alma-mor", told=True, day=TODAY, by="mette", reaction=MOTHER),)
    underretninger.save_head(session, letter, replace(page.record, informed=told))
    underretninger.save_section(session, letter, "foraeldre", f"Mor: »{MOTHER}«")
    return letter


def words(sections):
    return "\n".join("\n".join(one) for one in sections)


def test_a_talk_that_was_begun_before_is_not_saved_and_not_lost(mette):
    """The form stood open when the guard came: it is refused in words, and the draft is still there."""
    drafts.keep(mette, "samtale:alma", "samtale", "{}")
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    with pytest.raises(Unclear, match="Din tekst bliver liggende"):
        recording.save(mette, TALK, draft="samtale:alma")
    assert len(drafts.mine(mette)) == 1
    protecting.lift_guard(mette, "alma", "Aftalt med kommunen.")
    recording.save(mette, TALK, draft="samtale:alma")
    assert drafts.mine(mette) == []


@pytest.mark.parametrize("against", LEAVING)
def test_against_a_colleague_or_a_child_the_parents_are_talked_with(mette, against):
    """Then they are the ones to hear it."""
    protecting.set_guard(mette, "alma", against)
    recording.save(mette, TALK)
    assert len(timeline.timeline(mette, "alma").of(ParentContact)) == 1
    assert not child_facts.facts(mette, "alma").hides_parents
    assert not one_child.child_page(mette, "alma").hides_parents


def test_a_guard_on_a_sibling_closes_her_parents_too(world, mette):
    """Set with the first child's, it stands by itself: lifting the one leaves the other."""
    with mette.write() as pen:
        alma = mette.child("alma").record
        pen.put(replace(alma, siblings=(Sibling(name="Bertil Kjær", child="bertil"),)), "alma")
    protecting.set_guard(mette, "alma", Against.UKENDT, siblings=("bertil",))
    with pytest.raises(Unclear):
        recording.save(mette, replace(TALK, child="bertil"))
    protecting.lift_guard(mette, "alma", "Aftalt.")
    recording.save(mette, TALK)
    with pytest.raises(Unclear):
        recording.save(mette, replace(TALK, child="bertil"))


def test_nobody_is_reminded_to_ask_for_a_new_samtykke(mette):
    """One that runs out is not a task while the parents must hear nothing; afterwards it is again."""
    given = Samtykke(
        child="alma", given_by="alma-mor", given_on=TODAY, until=date(2026, 11, 20), purpose="Plan"
    )
    consent_acts.save(mette, given)
    asked = [one.kind for one in waiting.overview(mette).waiting]
    assert "samtykke" in asked
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    assert "samtykke" not in [one.kind for one in waiting.overview(mette).waiting]
    protecting.lift_guard(mette, "alma", "Aftalt.")
    assert [one.kind for one in waiting.overview(mette).waiting] == asked


def test_a_konsultation_is_not_built_on_a_new_consent(mette):
    """With the guard set a new note rests on something else; one that stands keeps its basis."""
    consent = {"basis": Basis.SAMTYKKE.value, "basis_text": "Mor, i går."}
    standing = konsultationer.plan(mette, note(**consent)).id
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    with pytest.raises(Unclear, match="Vælg et andet grundlag"):
        konsultationer.plan(mette, note(**consent))
    page = konsultation_page.open_konsultation(mette, standing)
    wrote = Sitting(note=replace(page.note, goals="Ro."), changed=("goals",))
    konsultation_saving.save_sitting(mette, standing, wrote)
    assert konsultation_page.open_konsultation(mette, standing).note.goals == "Ro."


@pytest.mark.parametrize("against", HIDING)
def test_the_note_as_paper_says_whom_it_is_not_for(mette, against):
    """Banner and "strengt fortroligt", no parents' view, no copy to them; what was written stays and comes back."""
    one = konsultationer.plan(mette, note()).id
    before = plain_sections(konsultation_paper.paper(mette, one))
    protecting.set_guard(mette, "alma", against)
    paper = konsultation_paper.paper(mette, one)
    outline = compose(paper)
    assert outline.banner == GUARDED
    assert outline.secrecy == "Strengt fortroligt"
    said = words(plain_sections(paper))
    for gone in (MOTHER, "Mor blev spurgt", "Mor får en kopi"):
        assert gone not in said
    protecting.lift_guard(mette, "alma", "Aftalt.")
    assert plain_sections(konsultation_paper.paper(mette, one)) == before


def test_parents_words_typed_before_the_guard_are_kept_in_the_note(mette):
    """The part was open when the guard came: its words are saved, unseen, and stand there afterwards."""
    one = konsultationer.plan(mette, note(parents_view="")).id
    page = konsultation_page.open_konsultation(mette, one)
    wrote = Sitting(note=replace(page.note, parents_view=MOTHER), changed=("parents_view",))
    konsultation_sitting.keep(mette, one, wrote)
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    konsultation_saving.save_sitting(mette, one, wrote)
    assert MOTHER not in words(plain_sections(konsultation_paper.paper(mette, one)))
    protecting.lift_guard(mette, "alma", "Aftalt.")
    assert MOTHER in words(plain_sections(konsultation_paper.paper(mette, one)))


@pytest.mark.parametrize("against", HIDING)
def test_the_letter_holds_nothing_of_the_parents(mette, shelf, against):
    """Page, questions, read-through, paper and every section that can be copied: gone; then back whole."""
    three(mette)
    letter = letter_with_parents(mette)
    before = underretninger.plain_sections(mette, letter, shelf)
    assert MOTHER in words(before)
    protecting.set_guard(mette, "alma", against)
    page = underretninger.open_letter(mette, letter)
    assert MOTHER not in repr(page)
    read = underretninger.read_through(mette, letter, shelf)
    copied = underretninger.plain_sections(mette, letter, shelf)
    for said in (words(read.sections), words(copied)):
        assert MOTHER not in said
        assert "12 34 56 79" not in said
    outline = compose(draft_paper(mette, page, shelf))
    assert outline.banner == GUARDED
    asked = underretninger.questions(page, shelf.underretning, shelf.questions)
    assert not [one for one in asked if one.section in {"foraeldre", "orientering"}]
    protecting.lift_guard(mette, "alma", "Aftalt.")
    assert underretninger.plain_sections(mette, letter, shelf) == before


def test_a_head_kept_under_the_guard_takes_nothing_away_when_it_is_lifted(mette):
    """Its draft knows nothing of the parents: what was saved about them stands, on screen and in the vault."""
    letter = letter_with_parents(mette)
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    hidden = underretninger.open_letter(mette, letter).record
    assert hidden.informed == ()
    written = replace(hidden, others_involved="Sundhedsplejersken")
    underretninger.keep_head(mette, letter, written)
    protecting.lift_guard(mette, "alma", "Aftalt.")
    page = underretninger.open_letter(mette, letter)
    assert page.kept_head is not None
    assert page.kept_head.informed[0].reaction == MOTHER
    underretninger.save_head(mette, letter, written)
    saved = underretninger.open_letter(mette, letter).record
    assert saved.others_involved == "Sundhedsplejersken"
    assert saved.informed[0].reaction == MOTHER


@pytest.mark.parametrize("against", LEAVING)
def test_against_others_the_letter_keeps_the_parents_parts(mette, shelf, against):
    """The strip says whom it is against, and the parents' view stands."""
    letter = letter_with_parents(mette)
    underretninger.answer_overgreb(mette, letter, against.value)
    said = words(underretninger.plain_sections(mette, letter, shelf))
    assert MOTHER in said
    assert "Ja, mistanke" in said
    assert (
        compose(draft_paper(mette, underretninger.open_letter(mette, letter), shelf)).banner == ""
    )


@pytest.mark.parametrize("against", [*HIDING, *LEAVING])
def test_the_case_summary_says_whom_it_is_not_for(world, against):
    """Banner on the paper and advice beside it, exactly while the parents are hidden."""
    hanne = world.session("hanne")
    protecting.set_guard(hanne, "alma", against)
    hidden = against in HIDING
    outline = compose(summary.paper(hanne, "alma", WANTED))
    looked = pressing.look_at_sagsresume(hanne, "alma", WANTED)
    assert bool(outline.banner) is hidden
    assert ("spørg kommunen" in looked.guard) is hidden
    protecting.lift_guard(hanne, "alma", "Aftalt.")
    assert compose(summary.paper(hanne, "alma", WANTED)).banner == ""


def test_a_letter_begun_under_the_guard_has_the_parents_afterwards(mette):
    """Nothing was prepared about them; when the answer is changed too they can be told."""
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    letter = begun(mette)
    assert underretninger.open_letter(mette, letter).record.informed == ()
    protecting.lift_guard(mette, "alma", "Aftalt.")
    underretninger.answer_overgreb(mette, letter, "nej")
    page = underretninger.open_letter(mette, letter)
    assert not page.hides_parents
    told = (Informed(parent="alma-mor", told=True, day=TODAY, by="mette"),)
    underretninger.save_head(mette, letter, replace(page.record, informed=told))
    assert underretninger.open_letter(mette, letter).record.informed == told


@pytest.mark.parametrize("against", HIDING)
def test_nobody_is_reminded_to_talk_with_parents_who_are_hidden(mette, against):
    """Theirs, and a round's »Tal med hendes forældre«, are gone from every list until the guard is lifted."""
    told = Agreement(
        what="Tal med Almas forældre", who=("mette",), child="alma", made_on=TODAY, due=TODAY
    )
    theirs = replace(told, what="Lægger skiftetøj i tasken", parents=("alma-mor",))
    agreed.save(mette, theirs)
    with mette.write() as pen:
        pen.put(told, agreement_id("runde/alma", Doing.FORAELDRE))

    def listed():
        rows = [one.what for whose in Whose for one in agreements(mette, whose, "alma").rows]
        return {*rows, *(one.what for one in waiting.overview(mette).waiting)}

    assert {told.what, theirs.what} <= listed()
    protecting.set_guard(mette, "alma", against)
    assert not {told.what, theirs.what} & listed()
    protecting.lift_guard(mette, "alma", "Aftalt.")
    assert {told.what, theirs.what} <= listed()


def test_one_sitting_agrees_nothing_new_with_parents_who_are_hidden(mette):
    """Refused in words by the note's own page as by the list; the draft stays."""
    one = konsultationer.plan(mette, note()).id
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    page = konsultation_page.open_konsultation(mette, one)
    made = Agreement(what="Ringer hver fredag", parents=("alma-mor",), made_on=TODAY)
    with pytest.raises(Unclear, match="Værnet"):
        konsultation_saving.save_sitting(
            mette, one, Sitting(note=page.note, agreements={"a": made})
        )
    assert konsultation_page.open_konsultation(mette, one).agreements == ()


def test_an_agreement_stays_where_it_is(mette):
    """The guard takes no one's task away: what was agreed is for colleagues to judge."""
    made = Agreement(what="Ring til Karen.", who=("mette",), child="alma", made_on=TODAY)
    agreed.save(mette, made)
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    assert "Ring til Karen." in [one.what for one in waiting.overview(mette).waiting]
