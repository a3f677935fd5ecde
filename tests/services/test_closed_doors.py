"""Every service that takes a child or a record says no, in words, to whoever may not see the child."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.services.closed_doors import (
    of_children,
    of_consent,
    of_efforts,
    of_figures,
    of_konsultationer,
    of_leaders,
    of_letters,
    of_meetings,
    of_rounds,
    of_statusudtalelser,
    of_visits,
    walk,
)
from tests.services.closed_doors.other_doors import DEEDS, INNER, OPEN, all_of
from tests.services.closed_doors.shelf import SECRET, TODAY, Shelf, fill, letter_head
from tvaerfaglig.domain.contact import FamilyEvent
from tvaerfaglig.domain.konsultation import Agreement, Konsultation
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.people import Role
from tvaerfaglig.domain.protection import Against, Basis, Samtykke, Sharing
from tvaerfaglig.domain.statusudtalelser.records import Statusudtalelse
from tvaerfaglig.domain.underretning import Comment, Section
from tvaerfaglig.services import drafts, finding, library, recording, underretninger, waiting
from tvaerfaglig.services.after_sending import reminders
from tvaerfaglig.services.after_sending.wording import Wording
from tvaerfaglig.services.agreements import offered
from tvaerfaglig.services.agreements import reading as agreements
from tvaerfaglig.services.children import protecting, register
from tvaerfaglig.services.erasing import acts as erasing
from tvaerfaglig.services.erasing import due
from tvaerfaglig.services.erasing.standing import standing
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.indsigt import review
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.konsultation import planning
from tvaerfaglig.services.konsultation import saving as konsultation_saving
from tvaerfaglig.services.konsultation import sitting as konsultation_sitting
from tvaerfaglig.services.konsultation.sitting import Answer, Sitting
from tvaerfaglig.services.letters import keeping as letter
from tvaerfaglig.services.lists import tables
from tvaerfaglig.services.observations import page as observation_page
from tvaerfaglig.services.observations import reading as observations
from tvaerfaglig.services.printing import caution
from tvaerfaglig.services.statusudtalelser import writing as statuses
from tvaerfaglig.services.visiting import day_list, papers, questions
from tvaerfaglig.store import queries

ROOMS = (
    of_children,
    of_consent,
    of_efforts,
    of_konsultationer,
    of_meetings,
    of_letters,
    of_statusudtalelser,
    of_leaders,
    of_visits,
    of_rounds,
    of_efforts,
    of_figures,
)
CLOSED = {door: act for room in ROOMS for door, act in room.CLOSED.items()}
SHUT_OUT = ("jonas", "karen", "line", "yusuf", "jonas as leader")


@pytest.fixture
def shelf(world: Any, tmp_path: Path) -> Shelf:
    return fill(world, tmp_path)


def _shut_out(world: Any, shelf: Shelf, who: str) -> Any:
    """Someone of another house, its leader, one who never was let in, one who was and is no longer, one removed."""
    if who == "karen":
        shared = protecting.share_child(
            world.session("mette"), "alma", "karen", Basis.TIDLIGT_SAMARBEJDE
        )
        protecting.withdraw_sharing(world.session("mette"), shared.id)
    if who == "line":
        protecting.withdraw_sharing(world.session("mette"), shelf.sharing)
    if who == "jonas as leader":
        return _leads_next_door(world)
    session = world.session(who)
    if who == "yusuf":
        _made_over(world, "yusuf", active=False)
        session.refresh()
    return session


def _leads_next_door(world: Any) -> Any:
    """A leader may do everything, in her own house."""
    _made_over(world, "jonas", role=Role.LEDER)
    return world.session("jonas")


def _made_over(world: Any, who: str, **more: Any) -> None:
    hanne = world.session("hanne")
    with hanne.write() as pen:
        pen.put(replace(hanne.staff()[who], **more), who)


def test_every_service_is_in_the_table():
    """One that takes a child or a record and stands nowhere here would be a door nobody has tried."""
    services = walk.asked_about_something().keys()
    named = {door.split(" ")[0] for door in CLOSED} | all_of(INNER) | all_of(OPEN)
    assert services - named == set()
    assert named - services == set()
    assert walk.asked_nothing().keys() >= DEEDS


def test_every_room_is_walked():
    """Subpackages too: a net with a hole in it would tell nothing."""
    rooms = {name.split(".")[0] for name in walk.asked_about_something()}
    assert {"after_sending", "statusudtalelser", "versions", "erasing", "letters"} <= rooms


@pytest.mark.parametrize("who", SHUT_OUT)
def test_no_service_opens_a_child_one_may_not_see(world, shelf, who):
    """Each says no in words that name no child, and writes nothing; tried one after the other."""
    session = _shut_out(world, shelf, who)
    before = session.vault.log.count()
    let_in = []
    for door, act in CLOSED.items():
        try:
            act(session, shelf)
        except (NotAllowed, NotFound) as refused:
            if "Alma" in str(refused) or "Nowak" in str(refused):
                let_in.append(f"{door} names her: {refused}")
        else:
            let_in.append(door)
    assert let_in == []
    assert session.vault.log.count() == before


def _drafts_left(session: Any, shelf: Shelf) -> None:
    """Drafts of her own about what she may not see any longer."""
    letter.keep_section(session, shelf.letter, "resume", "Mit.")
    reminders.keep(session, shelf.sent, shelf.rung, Wording(opening="Mit."))
    statuses.keep(session, shelf.status, Statusudtalelse(child="alma", begun=TODAY))
    review.keep(session, "alma", review.Review(receiver="Mig"))


@pytest.mark.parametrize("who", SHUT_OUT)
def test_lists_search_and_advice_hold_nothing_of_her(world, shelf, who):
    """What answers everybody answers without her: neither name nor text is in it."""
    protecting.set_guard(world.session("mette"), "alma", Against.FORAELDER)
    session = _shut_out(world, shelf, who)
    _drafts_left(session, shelf)
    answers = [*_answers(session), *_visit(session, shelf), *_leaders_answers(session, shelf)]
    text = repr(answers)
    assert "Nowak" not in text
    assert SECRET not in text
    assert "Alma" not in text


def _answers(session: Any) -> list[Any]:
    return [
        register.child_rows(session, left_too=True),
        agreements.agreements(session, agreements.Whose.HUSETS, ended=True),
        offered.offers(session),
        drafts.mine(session),
        finding.find(session, "alma"),
        finding.find(session, "solsikken ved"),
        planning.to_plan(session),
        observation_page.arrive(session),
        observation_page.guarding(session, ("alma",)),
        observations.who_to_choose(session),
        caution.guard_advice(session, "alma"),
        underretninger.letters(session),
        waiting.overview(session),
    ]


def _visit(session: Any, shelf: Shelf) -> list[Any]:
    """The day of a visit and the papers of it, for whoever sees visits of that house."""
    found = []
    with contextlib.suppress(NotAllowed):
        found += [day_list.day_list(session, shelf.visit), questions.asking(session)]
        found.append(papers.look_at_day_list(session, shelf.visit).sections)
    return found


def _leaders_answers(session: Any, shelf: Shelf) -> list[Any]:
    """What a leader is told of her own house; anybody else of nothing."""
    retention, found = shelf.library.retention, []
    with contextlib.suppress(NotAllowed):
        found += [due.due_list(session, retention), standing(session, retention)]
        for one in tables.Which:
            with contextlib.suppress(Unclear):
                found.append(tables.take_out(session, one, tables.Form.CSV).content.decode())
    return [*found, due.files_due(session, retention)]


@pytest.mark.parametrize("who", SHUT_OUT)
def test_what_is_asked_without_a_word_holds_nothing_of_her(world, shelf, who):
    """Every service that is asked nothing: lists, what waits, words that the speller knows."""
    assert "names.names" in _telling_of_her(world.session("mette"))
    assert _telling_of_her(_shut_out(world, shelf, who)) == []


def _telling_of_her(session: Any) -> list[str]:
    telling = []
    for name, service in walk.asked_nothing().items():
        if name in DEEDS:
            continue
        with contextlib.suppress(NotAllowed):
            told = repr(service(session))
            telling += [name] if "Nowak" in told or "Alma" in told or SECRET in told else []
    return telling


def test_what_is_due_in_another_house_is_not_erased_from_here(world):
    """Not by its key either: the list is the leader's own."""
    hanne, retention = world.session("hanne"), library.load().retention
    with hanne.write() as pen:
        pen.put(replace(hanne.child("alma").record, left=date(2015, 1, 1)), "alma")
    due_here = [one.key for one in due.due_list(hanne, retention).items if one.whole]
    assert due_here == ["sagen:alma"]
    leader = _leads_next_door(world)
    with pytest.raises(NotFound):
        erasing.erase_due(leader, due_here[0], retention)
    assert hanne.child("alma").record.name == "Alma Nowak"


def test_drafts_are_their_writers_own(world):
    """Neither the leader nor a colleague with the same key sees, changes or drops it."""
    mette, hanne = world.session("mette"), world.session("hanne")
    drafts.keep(mette, "samtale:alma", "samtale", "Mettes")
    assert drafts.mine(hanne) == []
    assert drafts.one(hanne, "samtale:alma") is None
    drafts.keep(hanne, "samtale:alma", "samtale", "Hannes")
    drafts.drop(hanne, "samtale:alma")
    recording.save(hanne, FamilyEvent(child="alma", day=TODAY, text="x"), draft="samtale:alma")
    assert [one.content for one in drafts.mine(mette)] == ["Mettes"]


def test_a_small_record_opens_no_child_by_the_side_door(world):
    """Whom a child is shared with cannot write a sharing, a consent or a setting as if it were a note."""
    mette, karen = world.session("mette"), world.session("karen")
    protecting.share_child(mette, "alma", "karen", Basis.TIDLIGT_SAMARBEJDE)
    for record in (
        Sharing(child="alma", staff="line", basis=Basis.ANDET, from_day=TODAY),
        Samtykke(child="alma", given_by="alma-mor", given_on=TODAY),
        mette.settings(),
        karen.actor,
    ):
        with pytest.raises(NotAllowed):
            recording.save(karen, record)
    assert world.session("line").children() == {}


def test_a_record_is_not_overwritten_by_one_of_another_kind(world, shelf):
    """An id that belongs to something else is refused, not taken over."""
    mette = world.session("mette")
    event = FamilyEvent(child="alma", day=TODAY, text="x")
    with pytest.raises(NotFound):
        recording.save(mette, event, shelf.konsultation)
    assert queries.kind_of(mette.vault, shelf.konsultation) == "konsultation"


def test_a_letter_keeps_its_child(world, shelf):
    """A head with another child, a row about another, a section of another: none reaches Alma's letter."""
    mette = world.session("mette")
    page = underretninger.read_letter(mette, shelf.letter)
    underretninger.save_head(mette, shelf.letter, replace(page.record, child="bertil"))
    assert letter_head(mette, shelf.letter).child == "alma"
    about = Observation(day=TODAY, involved=(Involved(child="bertil"),), text="Bertil alene.")
    other = recording.save(mette, about).id
    with pytest.raises(NotFound):
        underretninger.insert_observation(mette, shelf.letter, other)
    stray = Section(underretning="andet", child="bertil", section="resume", text="Bertils.")
    underretninger.put_back(mette, shelf.letter, (stray,))
    assert underretninger.read_letter(mette, shelf.letter).text("resume") == "Bertils."
    assert queries.of_child(mette.vault, Section, "bertil") == []
    assert len(queries.of_child(mette.vault, Comment, "alma")) == 1


def test_a_follow_up_answers_only_its_own_agreements(world, shelf):
    """An agreement about Alma cannot be settled from a konsultation that is not about her."""
    jonas = world.session("jonas")
    own = konsultationer.plan(
        jonas, Konsultation(day=TODAY, age_band="2 år", dagtilbud="dagplejen")
    ).id
    note = konsultation_page.open_konsultation(jonas, own).note
    answered = Sitting(note=note, answers={shelf.agreement: Answer(outcome="Jonas skrev her.")})
    konsultation_saving.save_sitting(jonas, own, answered)
    stored = queries.one(jonas.vault, Agreement, shelf.agreement)
    assert stored.record.outcome == ""
    assert konsultation_sitting.kept(jonas, own) == (None, "")
