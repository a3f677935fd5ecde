"""What waits, what is found, and the call that becomes a task."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from tvaerfaglig.domain.concern import NotNow
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import finding, recording, underretninger, waiting
from tvaerfaglig.services.agreements import acts as agreed
from tvaerfaglig.services.consent import acts as consent_acts
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.letters import phoning
from tvaerfaglig.services.summarising import paper as summary


def kinds(session):
    return [thing.kind for thing in waiting.overview(session).waiting]


def test_nothing_waits_in_a_new_house(world):
    """An empty list is a good state, not an error."""
    assert waiting.overview(world.session("mette")).waiting == ()


def test_an_agreement_waits_for_whoever_is_named_until_it_is_done(world):
    """Karen writes it, Yusuf has it as a task; done, it leaves; opened again, it is back."""
    mette = world.session("mette")
    saved = agreed.save(
        mette,
        Agreement(
            what="Madkasse klar", who=("yusuf",), child="emil", made_on=mette.today, due=mette.today
        ),
    )
    yusuf = world.session("yusuf")
    assert kinds(yusuf) == ["aftale"]
    assert kinds(mette) == []
    agreed.settle(yusuf, saved.id, AgreementState.GJORT, "Det virkede")
    assert kinds(yusuf) == []
    agreed.settle(yusuf, saved.id, AgreementState.AABEN)
    assert kinds(yusuf) == ["aftale"]


def test_a_short_note_waits_to_be_completed(world):
    """One line is enough now; it asks to be finished later, of the one who wrote it."""
    mette = world.session("mette")
    note = Observation(
        day=mette.today, involved=(Involved(child="alma"),), text="Alma grinede.", complete=False
    )
    recording.save(mette, note)
    assert kinds(mette) == ["kort"]
    assert kinds(world.session("yusuf")) == []


def test_the_decision_not_to_notify_returns_on_its_day(world):
    """It is asked again, with the child's name, and never lost."""
    mette = world.session("mette")
    decision = NotNow(
        child="alma",
        day=mette.today,
        because="Mor har selv bedt om hjælp.",
        by=("mette",),
        seen_again_on=mette.today + timedelta(days=14),
    )
    recording.save(mette, decision)
    thing = waiting.overview(mette).waiting[0]
    assert (thing.kind, thing.due) == ("set_igen", date(2026, 11, 26))


def test_a_phone_call_makes_the_letter_a_task_and_the_clock_run(world):
    """The call is kept, the guard is set first, and the letter waits today for its writer."""
    mette = world.session("mette")
    saved = phoning.phoned(
        mette, "alma", at=time(10, 52), spoke_with="Lone Krag", against=Against.FORAELDER
    )
    things = waiting.overview(mette).waiting
    assert [(thing.kind, thing.argument) for thing in things] == [("brev", saved.id)]
    with pytest.raises(Unclear, match="værnet er sat"):
        from tvaerfaglig.domain.protection import Samtykke

        consent_acts.save(mette, Samtykke(child="alma", given_by="alma-mor", given_on=mette.today))


def test_a_child_without_observations_for_weeks_is_quiet(world):
    """Quiet is told with the number of weeks; a new observation ends it."""
    mette = world.session("mette")
    before = {quiet.id for quiet in waiting.overview(mette).quiet}
    assert "alma" in before
    recording.save(
        mette, Observation(day=mette.today, involved=(Involved(child="alma"),), text="Leger.")
    )
    assert "alma" not in {quiet.id for quiet in waiting.overview(mette).quiet}


def test_search_finds_a_child_by_the_beginnings_of_her_names(world):
    """Typing al no finds Alma Nowak; Jonas, who may not see her, finds nobody."""
    mette = world.session("mette")
    assert [one for one, _ in finding.find(mette, "al no").children] == ["alma"]
    assert finding.find(world.session("jonas"), "al no").children == ()


def test_search_finds_words_however_they_are_spelled_and_only_what_one_may_see(world):
    """å and aa are one; what Yusuf wrote about Emil is not found by Jonas."""
    yusuf = world.session("yusuf")
    recording.save(
        yusuf,
        Observation(
            day=yusuf.today, involved=(Involved(child="emil"),), text="Emil gik på blå sko."
        ),
    )
    assert len(finding.find(world.session("hanne"), "blaa sk").records) == 1
    assert finding.find(world.session("jonas"), "blå").records == ()


def test_settings_keep_the_idle_lock_between_one_and_fifteen_minutes(world):
    """It cannot be turned off."""
    from tvaerfaglig.domain.acts import Settings
    from tvaerfaglig.services import staffing

    hanne = world.session("hanne")
    staffing.save_settings(hanne, Settings(idle_minutes=15))
    assert hanne.settings().idle_minutes == 15
    for minutes in (0, 16):
        with pytest.raises(Unclear):
            staffing.save_settings(hanne, Settings(idle_minutes=minutes))


def test_a_letter_taken_up_the_same_day_is_a_draft_again_everywhere(world):
    """Laid aside, and taken up within the minute: Overblik and the case summary go by what was done last."""
    mette = world.session("mette")
    letter = underretninger.begin(mette, "alma").id
    underretninger.lay_aside(mette, letter, "Mor har fået hjælp.", date(2026, 12, 1))
    underretninger.take_up(mette, letter)
    assert kinds(mette) == ["underretning"]
    hanne = world.session("hanne")
    today = hanne.today
    paper = summary.paper(hanne, "alma", summary.Wanted("Netværksmøde", today, today))
    assert next(fact.answer for fact in paper.strip if fact.label == "Underretning") == "Kladde"
