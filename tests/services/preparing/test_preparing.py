"""What the log offers before a konsultation, what is said not to be known, and how the meeting takes it over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    KonsultationState,
    Participant,
)
from tvaerfaglig.domain.observation import Involved, Observation, Part, Sign
from tvaerfaglig.domain.preparing.preparation import Preparation
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import library, recording
from tvaerfaglig.services.agreements import acts as agreed
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.meeting_papers import preparation
from tvaerfaglig.services.preparing import beginning
from tvaerfaglig.services.preparing.gathering import prepare

TODAY = date(2026, 11, 12)
SLEEP, MEALS = "soevn_og_hvile", "mad_og_drikke"


@pytest.fixture(scope="module")
def categories():
    return library.load().categories


def planned(session, **more):
    facts = {
        "kind": KonsultationKind.NAVNGIVET, "child": "alma", "day": TODAY, "basis": "tidligt_samarbejde",
        "question": "Er det nok?",
    }  # fmt: skip
    return konsultationer.plan(session, Konsultation(**(facts | more))).id


def saw(session, text, days_ago, *, sign=Sign.BEKYMRING, **more):
    made = Observation(
        day=TODAY - timedelta(days=days_ago),
        involved=(Involved(child="alma"),),
        text=text,
        sign=sign,
        seen_by=("mette",),
        **more,
    )
    return recording.save(session, made).id


def test_the_newest_and_the_most_telling_of_each_subject_are_offered(world, categories):
    """An old one with the child's words is brought along; what is neither new nor tells more is not."""
    mette = world.session("mette")
    one = planned(mette)
    told = saw(mette, "Sov på gulvet.", 90, categories=(SLEEP,), child_words="Jeg er træt.")
    dull = saw(mette, "Gabte.", 60, categories=(SLEEP,))
    new = [saw(mette, f"Kom sent {n}.", n, categories=(MEALS,)) for n in (1, 2)]
    strong = saw(mette, "Byggede et tårn.", 3, sign=Sign.RESSOURCE)
    log = prepare(mette, one, categories).log
    assert [line.record for line in log.known] == [told, *reversed(new)]
    assert [line.record for line in log.strengths] == [strong]
    assert dull not in {line.record for line in log.known}
    assert [line.words for line in log.voice] == ["Jeg er træt."]


def test_counts_are_said_with_their_base(world, categories):
    """So many of so many, since when; no word for much."""
    mette = world.session("mette")
    one = planned(mette)
    for days in (1, 8, 15):
        saw(mette, "Faldt i søvn.", days, categories=(SLEEP,))
    saw(mette, "Spiste alt.", 2, sign=Sign.RESSOURCE)
    said = [line.text for line in prepare(mette, one, categories).log.counts]
    assert said[0] == (
        "4 observationer siden 28. oktober 2026: 1 ressource og 3 bekymringer. Set af 1 voksen."
    )
    assert said[1] == f"{categories.name(SLEEP)}: 3 af 4, senest 11. nov."


def test_what_is_not_known_is_said(world, categories):
    """Nobody asked the parents, a subject went quiet, no word of the child's, no effect written."""
    mette = world.session("mette")
    one = planned(mette)
    saw(mette, "Sov.", 60, categories=(SLEEP,))
    saw(mette, "Spiste.", 1, categories=(MEALS,))
    done = Agreement(
        what="Fast voksen", child="alma", made_on=TODAY, status=AgreementState.GJORT, done_on=TODAY
    )
    agreed.save(mette, done)
    said = " ".join(line.text for line in prepare(mette, one, categories).log.unknown)
    assert "ingen har spurgt dem" in said
    assert f"{categories.name(SLEEP)}: intet skrevet siden 13. sep." in said
    assert "Barnets egne ord: ingen" in said
    assert "Om det virkede: Fast voksen" in said
    assert "kun én voksen" in said


def test_under_the_guard_nothing_of_the_parents_is_offered(world, categories):
    """Neither what they said, nor that nobody asked them."""
    mette = world.session("mette")
    one = planned(mette)
    recording.save(mette, ParentContact(child="alma", day=TODAY, view="Hun sover fint."))
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    log = prepare(mette, one, categories).log
    assert log.parents == ()
    assert "forældre" not in repr(log).casefold()
    assert "Hun sover fint" not in repr(log)


def test_the_meeting_takes_over_what_was_prepared(world, categories):
    """Parts 3 to 8 hold it; what was left out is not there; a second start adds nothing."""
    mette = world.session("mette")
    one = planned(mette, tried="- Egen linje")
    seen = saw(mette, "Sov på gulvet.", 5, child_words="Jeg er træt.", categories=(SLEEP,))
    away = saw(mette, "Kom sent.", 4)
    saw(mette, "Byggede et tårn.", 3, sign=Sign.RESSOURCE)
    talk = ParentContact(child="alma", day=TODAY, view="Hun sover fint.", parents=("alma-mor",))
    recording.save(mette, talk)
    note = konsultation_page.open_konsultation(mette, one).note
    own = Preparation(
        unknown="Hvem henter fredag?", wanted="En aftale.", hypotheses="Måske støj.",
        left_out=(f"set:{away}",),
    )  # fmt: skip
    konsultationer.save(mette, replace(note, preparation=own), one)
    beginning.begin(mette, one, categories)
    begun = konsultation_page.open_konsultation(mette, one).note
    assert begun.status is KonsultationState.I_GANG
    assert begun.question == "Er det nok?\nDet vil vi have ud af mødet:\nEn aftale."
    assert begun.observations == (seen,)
    assert "- Hvem henter fredag?" in begun.observed
    assert begun.going_well == "- 9. nov.: Byggede et tårn."
    assert begun.child_view.startswith("»Jeg er træt.« 7. nov., Mette Sørensen")
    assert begun.parents_view == "Mor: Hun sover fint."
    assert begun.parents_asked == "Samtale 12. nov."
    assert begun.tried.startswith("- Egen linje")
    assert "støj" not in begun.observed + begun.question
    beginning.begin(mette, one, categories)
    assert konsultation_page.open_konsultation(mette, one).note == begun


def test_an_anonymous_talk_has_only_ones_own_lines(world, categories):
    """No link to any child's log; what is written by hand is carried all the same."""
    mette = world.session("mette")
    saw(mette, "Sov på gulvet.", 5)
    made = Konsultation(
        day=TODAY, age_band="4 år", preparation=Preparation(unknown="Hvornår sover barnet?")
    )
    one = konsultationer.plan(mette, made).id
    assert "gulvet" not in repr(prepare(mette, one, categories).log)
    beginning.begin(mette, one, categories)
    note = konsultation_page.open_konsultation(mette, one).note
    assert note.observed == "Det ved vi ikke:\n- Hvornår sover barnet?"


def test_an_anonymous_sheet_names_nobody(world):
    """What is written on it is looked through as the note is."""
    mette = world.session("mette")
    own = Preparation(hypotheses="Alma savner sin far.")
    with pytest.raises(Unclear):
        konsultationer.plan(mette, Konsultation(day=TODAY, preparation=own))


def test_a_guest_at_the_table_gets_nothing_of_the_log(world, categories):
    """Karen sits there on a basis; Alma's file stays closed to her."""
    mette = world.session("mette")
    saw(mette, "Sov på gulvet.", 5)
    here = Participant(name="Karen Lund", staff="karen")
    one = planned(mette, participants=(here,))
    assert "gulvet" not in repr(prepare(world.session("karen"), one, categories))


def test_the_next_planned_one_is_found_from_the_child(world):
    """The nearest ahead that is not begun."""
    mette = world.session("mette")
    assert beginning.planned_for(mette, "alma") == ""
    later = planned(mette, day=TODAY + timedelta(days=9))
    sooner = planned(mette, day=TODAY + timedelta(days=2))
    planned(mette, day=TODAY, status=KonsultationState.I_GANG)
    assert beginning.planned_for(mette, "alma") == sooner
    assert later != sooner


def test_a_held_meeting_is_not_begun_again(world, categories):
    """The refusal says what to do instead."""
    mette = world.session("mette")
    one = planned(mette, status=KonsultationState.AFSLUTTET)
    with pytest.raises(Unclear, match="Ret notatet"):
        beginning.begin(mette, one, categories)


def test_another_childs_words_are_not_taken_for_hers(world, categories):
    """Alma was there when Bertil said it: neither the sheet nor her paper quotes it as her own."""
    mette = world.session("mette")
    one = planned(mette)
    both = (Involved(child="bertil"), Involved(child="alma", part=Part.VAR_MED))
    made = Observation(day=TODAY, involved=both, text="De spiste.", child_words="Vi har ingen mad.")
    seen = recording.save(mette, made).id
    made = prepare(mette, one, categories)
    assert [line.record for line in made.log.known] == [seen]
    assert made.log.voice == ()
    paper = preparation.paper(mette, one, categories)
    assert "ingen mad" not in repr(paper)


def test_what_has_no_place_in_the_note_stays_on_the_sheet(world, categories):
    """Signs of Safety has columns of its own: the question goes over, no hidden part is filled."""
    mette = world.session("mette")
    saw(mette, "Sov på gulvet.", 5)
    own = Preparation(wanted="Tre spalter.", unknown="Hvem henter?")
    one = planned(mette, form="signs-of-safety", preparation=own)
    beginning.begin(mette, one, categories)
    note = konsultation_page.open_konsultation(mette, one).note
    assert note.question.endswith("Tre spalter.")
    assert (note.observed, note.observations, note.tried) == ("", (), "")
    assert note.preparation.unknown == "Hvem henter?"
