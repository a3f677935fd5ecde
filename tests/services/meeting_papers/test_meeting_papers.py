"""The papers round a meeting: whom they name, what the guard stops, and what each of them says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from tests.printouts.pdf_reading import squeezed, text_of
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    Participant,
    Perspective,
    Verdict,
)
from tvaerfaglig.domain.meetings.answers import Line, OwnAnswer
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.preparing.preparation import ForParents, Preparation
from tvaerfaglig.domain.protection import Against, Samtykke
from tvaerfaglig.services import library, recording
from tvaerfaglig.services.agreements import acts as agreed
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.consent import acts as consent_acts
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import listing
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.meeting_papers import looking
from tvaerfaglig.services.meeting_papers.which import MeetingPaper, papers_of
from tvaerfaglig.services.printing import pressing

TODAY = date(2026, 11, 12)


@pytest.fixture(scope="module")
def stock():
    return library.load()


def full_note(session, **more):
    facts = {
        "kind": KonsultationKind.NAVNGIVET, "child": "alma", "day": TODAY, "basis": "tidligt_samarbejde",
        "question": "Er det nok, at {barn:bertil} sover længere?", "raised_by": "mette",
        "participants": (Participant(name="Mette Sørensen", role="pædagog", staff="mette"),),
        "observed": "Alma sover 40 minutter.", "goals": "Alma sover til frokost.", "tovholder": "mette", "follow_up_on": date(2026, 12, 3),
        "perspectives": (Perspective(profession="Pædagogisk", staff="mette", text="Hun er tryg."),),
        "shared_understanding": "Hun har brug for ro.",
    }  # fmt: skip
    one = konsultationer.plan(session, Konsultation(**(facts | more))).id
    for made in (
        Agreement(what="Læse godnathistorie", who_else="mor", made_on=TODAY, konsultation=one),
        Agreement(what="Ro efter frokost", who=("mette",), made_on=TODAY, konsultation=one),
    ):
        agreed.save(session, made)
    return one


def words(session, which, one, stock):
    return text_of(looking.look_at(session, which, one, stock).pdf)


LYING = frozenset({MeetingPaper.SPALTER, MeetingPaper.HUSE, MeetingPaper.LP})
STANDING = [one for one in MeetingPaper if one not in LYING]


@pytest.mark.parametrize("which", STANDING)
def test_no_paper_names_another_child(world, stock, which):
    """A token in any field, and an observation with two children: »et andet barn« each time."""
    mette = world.session("mette")
    both = (Involved(child="alma"), Involved(child="bertil"))
    seen = Observation(day=TODAY, involved=both, text="Alma tog {barn:bertil} i hånden.")
    recording.save(mette, seen)
    token = "Se på {barn:bertil}."
    own = Preparation(unknown=token, hypotheses=token, wanted=token, parents_part=token)
    told = ForParents(talked=token, well=token, you_do=token, we_do=token, contact=token)
    one = full_note(
        mette, preparation=own, for_parents=told, observed=token, going_well=token, tried=token,
        child_view=token, parents_view=token, decision_because=token,
    )  # fmt: skip
    said = words(mette, which, one, stock)
    assert "Bertil" not in said
    assert "{barn" not in said
    assert "et andet barn" in said


def test_every_note_of_the_demo_becomes_papers_without_another_childs_name(demo_world, stock):
    """All the named ones, each paper: of the house's children only the one it is about."""
    hanne = demo_world.session("Hanne")
    children = {one: stored.record for one, stored in hanne.children().items()}
    made = 0
    for row in listing.rows(hanne):
        note = row.stored.record
        if not note.about() or note.child not in children:
            continue
        mine = children[note.child]
        allowed = set(re.findall(r"\w+", " ".join(
            [mine.name, *(p.name for p in mine.parents), *(s.name for s in mine.siblings),
             *(s.name for s in hanne.staff().values())]
        )))  # fmt: skip
        names = {one.name for one in children.values()} - {mine.name}
        typed = note.words()
        page = konsultation_page.open_konsultation(hanne, row.stored.id)
        hides = page.hides_parents
        for which in papers_of(note, page.meeting, follows_up=False, hides_parents=hides)[:3]:
            said = " ".join(words(hanne, which, row.stored.id, stock).split())
            found = {name for name in names if name in said and name not in typed}
            assert {name for name in found if not set(name.split()) <= allowed} == set()
            made += 1
    assert made > 10


def test_the_preparation_says_what_was_kept_and_not_what_was_left_out(world, stock):
    """The question, what is asked of the meeting, what is not known; a line taken off is gone."""
    mette = world.session("mette")
    seen = Observation(day=TODAY, involved=(Involved(child="alma"),), text="Sov på gulvet.")
    key = recording.save(mette, seen).id
    own = Preparation(wanted="En aftale om søvn.", hypotheses="Måske støj.")
    one = full_note(mette, preparation=own)
    said = words(mette, MeetingPaper.FORBEREDELSE, one, stock)
    assert "En aftale om søvn." in said
    assert "ingen har spurgt dem" in said
    assert "Måske støj." in said
    assert "Sov på gulvet." in said
    note = konsultation_page.open_konsultation(mette, one).note
    left = replace(own, left_out=(f"set:{key}", "ved_ikke:foraeldre"))
    konsultationer.save(mette, replace(note, preparation=left), one)
    said = words(mette, MeetingPaper.FORBEREDELSE, one, stock)
    assert "Sov på gulvet." not in said
    assert "ingen har spurgt dem" not in said


def test_the_follow_up_begins_with_how_it_went(world, stock):
    """Status per agreement, then what is thought, what is agreed now, and who holds it."""
    mette = world.session("mette")
    first = full_note(mette, day=date(2026, 10, 1))
    second = full_note(mette, follows=first, decision="Bliver i huset")
    earlier = konsultation_page.open_konsultation(mette, second).earlier_agreements
    answered = replace(
        earlier[0].record, verdict=Verdict.STOP, outcome="Det gav uro.", seen_in=second,
        status=AgreementState.OPGIVET, done_on=TODAY,
    )  # fmt: skip
    agreed.save(mette, answered, earlier[0].id)
    said = squeezed(words(mette, MeetingPaper.OPFOELGNING, second, stock))
    order = [
        "Virkerdet?",
        "Detgavuro.",
        "Stop",
        "Fællesforståelse",
        "Detaftalervinu",
        "Bliverihuset",
    ]
    assert [said.index(one) for one in order] == sorted(said.index(one) for one in order)
    assert "Torsdagden1.oktober2026" in said


def test_the_plan_holds_agenda_minutes_consent_and_who_does_what(world, stock):
    """Parents' part apart from ours; those with custody sign."""
    mette = world.session("mette")
    given = Samtykke(
        child="alma", given_by="alma-mor", given_on=TODAY, scope="søvn", receivers="Karen Lund"
    )
    consent_acts.save(mette, given)
    said = words(mette, MeetingPaper.INDSATSPLAN, full_note(mette), stock)
    for one in (
        "Dagsorden",
        "Referat",
        "Samtykke",
        "Plan",
        "Underskrift",
        "Katarzyna Nowak",
        "søvn",
    ):
        assert one in said, one
    family, ours = said.index("Familien gør"), said.index("Vi gør")
    assert family < said.index("Læse") < ours < said.index("Ro efter")


def test_the_parents_sheet_holds_nobodys_view_unless_it_was_chosen(world, stock):
    """What we think of it stays with us; the tick lets it out, and the preview says so."""
    mette = world.session("mette")
    one = full_note(mette)
    said = words(mette, MeetingPaper.FORAELDREARK, one, stock)
    assert "Hun er tryg" not in said
    assert "Hun har brug for ro" not in said
    assert "Læse godnathistorie" in said
    assert "polsk" in said
    note = konsultation_page.open_konsultation(mette, one).note
    konsultationer.save(mette, replace(note, for_parents=ForParents(views_too=True)), one)
    made = looking.look_at(mette, MeetingPaper.FORAELDREARK, one, stock)
    assert "Hun er tryg" in text_of(made.pdf)
    assert any("De andres syn" in caution for caution in made.cautions)


@pytest.mark.parametrize("which", [MeetingPaper.FORAELDREARK, MeetingPaper.INDSATSPLAN])
def test_what_is_the_staffs_own_stands_on_no_paper_for_parents(world, stock, which):
    """An agreement kept inside is left out of both, and the rest of them are there."""
    mette = world.session("mette")
    one = full_note(mette)
    inside = Agreement(what="Overveje underretning", made_on=TODAY, konsultation=one, internal=True)
    agreed.save(mette, inside)
    said = words(mette, which, one, stock)
    assert "Overveje" not in said
    assert "Ro efter frokost" in said


@pytest.mark.parametrize("which", [MeetingPaper.FORAELDREARK, MeetingPaper.INDSATSPLAN])
def test_what_was_given_up_stands_on_no_paper_for_parents(world, stock, which):
    """They read what is agreed today, not what came to nothing."""
    mette = world.session("mette")
    one = full_note(mette)
    dropped = Agreement(what="Spise før samling", made_on=TODAY, konsultation=one)
    agreed.settle(
        mette, agreed.save(mette, dropped).id, AgreementState.OPGIVET, "Det var for tidligt."
    )
    assert "Spise før samling" not in words(mette, which, one, stock)


def test_under_the_guard_parents_papers_stop_with_advice(world, stock):
    """The leader asks the municipality first; our own papers carry the banner."""
    mette = world.session("mette")
    one = full_note(mette, parents_view="Hun sover fint.")
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    for which in STANDING:
        if which.for_parents:
            with pytest.raises(NotAllowed, match="spørg kommunen"):
                looking.look_at(mette, which, one, stock)
        else:
            made = looking.look_at(mette, which, one, stock)
            said = text_of(made.pdf)
            assert "Må ikke udleveres" in said
            assert "Hun sover fint" not in said
            assert made.guard


def test_a_draft_is_said_to_be_one_until_the_note_is_finished(world, stock):
    """On every paper that rests on the note."""
    mette = world.session("mette")
    one = full_note(mette, follows="x")
    for which in (MeetingPaper.OPFOELGNING, MeetingPaper.INDSATSPLAN, MeetingPaper.FORAELDREARK):
        assert "Udkast –" in words(mette, which, one, stock), which
    note = konsultation_page.open_konsultation(mette, one).note
    konsultationer.save(mette, replace(note, finished_at="2026-11-12T09:00"), one)
    for which in (MeetingPaper.OPFOELGNING, MeetingPaper.INDSATSPLAN, MeetingPaper.FORAELDREARK):
        assert "Udkast –" not in words(mette, which, one, stock), which


def test_a_protected_address_and_a_hidden_house_stay_off(demo_world, stock):
    """Alma's street stands on none of her papers."""
    hanne = demo_world.session("Hanne")
    for row in listing.rows(hanne):
        note = row.stored.record
        child = hanne.children().get(note.child) if note.about() else None
        if child is None or not child.record.protected:
            continue
        street = child.record.address.split(",")[0]
        assert street
        page = konsultation_page.open_konsultation(hanne, row.stored.id)
        for which in papers_of(
            note, page.meeting, follows_up=True, hides_parents=page.hides_parents
        ):
            assert street not in words(hanne, which, row.stored.id, stock)


def test_without_a_name_there_is_no_plan_and_no_sheet(world, stock):
    """Both are about a child; the refusal says so."""
    mette = world.session("mette")
    one = konsultationer.plan(mette, Konsultation(day=TODAY, age_band="4 år")).id
    for which in (MeetingPaper.INDSATSPLAN, MeetingPaper.FORAELDREARK):
        with pytest.raises(Unclear):
            looking.look_at(mette, which, one, stock)
    assert "et barn, 4 år" in words(mette, MeetingPaper.FORBEREDELSE, one, stock)


def test_the_empty_plan_is_a_form_without_any_name(world, stock):
    """Headings and lines to write on."""
    said = text_of(
        looking.look_at_empty(world.session("mette"), MeetingPaper.INDSATSPLAN, stock).pdf
    )
    assert "Skema til at skrive på" in said
    assert "Alma" not in said


def signs(session, child="alma"):
    """Signs of Safety, with another child by her token in every line."""
    said = "Så {barn:bertil} ved lågen."
    own = (
        OwnAnswer(part="tre_huse", lines=(Line(column="gode_ting", text=said, who="mette"),)),
        OwnAnswer(
            part="tre_spalter", lines=(Line(column="bekymrer", text=said, who="mette", day=TODAY),)
        ),
        OwnAnswer(part="skala", lines=(Line(who="mette", number=4, text=said),)),
    )
    return full_note(session, child=child, form="signs-of-safety", own=own)


@pytest.mark.parametrize("which", [MeetingPaper.SPALTER, MeetingPaper.HUSE])
def test_a_lying_sheet_says_who_saw_it_and_names_no_other_child(world, stock, which):
    """Each line with its source and its day; Bertil is another child."""
    mette = world.session("mette")
    said = words(mette, which, signs(mette), stock)
    assert "Bertil" not in said
    assert "et andet barn ved lågen" in said
    assert "Mette Sørensen" in said


def test_a_note_of_another_kind_becomes_no_such_sheet(world, stock):
    """Said in words, and not offered."""
    mette = world.session("mette")
    one = full_note(mette)
    page = konsultation_page.open_konsultation(mette, one)
    offered = papers_of(page.note, page.meeting, follows_up=False, hides_parents=False)
    assert LYING.isdisjoint(offered)
    for which in LYING:
        with pytest.raises(Unclear):
            looking.look_at(mette, which, one, stock)


@pytest.mark.parametrize("which", [one for one in MeetingPaper if one.has_empty])
def test_every_form_can_be_had_empty_on_its_own(world, stock, which):
    """Without a child's name, as a whole paper."""
    made = looking.look_at_empty(world.session("mette"), which, stock)
    assert "Alma" not in text_of(made.pdf)
    assert made.sections


def test_at_a_netvaerksmoede_the_family_is_heard_first(demo_world, stock):
    """On the note and in the plan: theirs stands before anything a professional said, whoever wrote first."""
    hanne = demo_world.session("Hanne")
    made = 0
    for row in listing.rows(hanne):
        page = konsultation_page.open_konsultation(hanne, row.stored.id)
        if page.note.form != "netvaerksmoede" or page.hides_parents:
            continue
        views = {one.side: one.name for one in reversed(page.note.participants) if not one.absent}
        for said in (
            text_of(pressing.konsultationsnotat(hanne, page.id)),
            words(hanne, MeetingPaper.INDSATSPLAN, page.id, stock),
        ):
            told = said[said.index("Sådan ser de det") :]
            assert told.index(views["familie"]) < told.index(views["fagperson"])
            made += 1
    assert made


def test_a_guests_plan_says_nothing_of_consents_she_cannot_see(world, stock):
    """Karen sits at the table; whether a consent holds is told on the child's own page."""
    mette = world.session("mette")
    here = (Participant(name="Karen Lund", role="socialrådgiver", staff="karen"),)
    one = full_note(mette, participants=here)
    said = words(world.session("karen"), MeetingPaper.INDSATSPLAN, one, stock)
    assert "Samtykkerne står hos barnets eget hus" in said
    assert "Intet samtykke gælder" in words(mette, MeetingPaper.INDSATSPLAN, one, stock)
