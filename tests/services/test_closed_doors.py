"""Every service that takes a child or a record says no, in words, to whoever may not see the child."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

import tvaerfaglig.services
from tvaerfaglig.domain.contact import FamilyEvent
from tvaerfaglig.domain.emergency import Emergency
from tvaerfaglig.domain.interview.told import Told
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    Participant,
)
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Against, Basis, Samtykke, Sharing
from tvaerfaglig.domain.staff_case import Noted, StaffCase
from tvaerfaglig.domain.underretning import Comment, Section, Stage, Underretning
from tvaerfaglig.services import (
    access_log,
    attachments,
    child_facts,
    children,
    drafts,
    emergencies,
    finding,
    interviewing,
    konsultation_paper,
    konsultation_saving,
    konsultation_sitting,
    konsultationer,
    letter_glasses,
    letter_rows,
    library,
    observation_page,
    observations,
    phoning,
    printable,
    printing,
    protecting,
    recording,
    remarks,
    sealed_cases,
    sealed_paper,
    summary,
    timeline,
    underretninger,
    waiting,
)
from tvaerfaglig.services import letter as letters
from tvaerfaglig.services.errors import NotAllowed, NotFound
from tvaerfaglig.services.konsultation_sitting import Answer, Sitting
from tvaerfaglig.store import queries

TODAY = date(2026, 11, 12)
SECRET = "Alma sagde noget om sin far, som kun Solsikken ved."
WANTED = summary.Wanted("Overblik", date(2026, 1, 1), TODAY)


@dataclass(frozen=True)
class Shelf:
    """What the house has written about Alma, by id."""

    observation: str
    letter: str
    finished: str
    comment: str
    sharing: str
    samtykke: str
    konsultation: str
    agreement: str
    loose: str
    attachment: str
    sealed: str
    emergency: str
    library: library.Library
    file: Path

    def observed(self) -> Observation:
        return Observation(day=TODAY, involved=(Involved(child="alma"),), text="Kom sent.")


_NOTED = Noted(id="", day=TODAY, seen=SECRET)


def _emergency(session: Any) -> str:
    """One that somebody else had, long over."""
    over = date(2026, 1, 1)
    with session.write() as pen:
        return pen.put(
            Emergency(child="alma", staff="line", reason=SECRET, at="2026-01-01T08:00", until=over)
        )


def _note(**more: Any) -> Konsultation:
    facts = {
        "kind": KonsultationKind.NAVNGIVET,
        "child": "alma",
        "day": TODAY,
        "basis": Basis.TIDLIGT_SAMARBEJDE.value,
        "question": SECRET,
        "participants": (Participant(name="Mette Sørensen", staff="mette"),),
    }
    return Konsultation(**(facts | more))


@pytest.fixture
def shelf(world, tmp_path) -> Shelf:
    """Alma's file, written by Mette and her leader; nobody else has been let in."""
    mette, stock = world.session("mette"), library.load()
    file = tmp_path / "tegning.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    seen = Observation(day=TODAY, involved=(Involved(child="alma"),), text=SECRET)
    observation = recording.save(mette, seen).id
    letter = underretninger.begin(mette, "alma").id
    underretninger.save_section(mette, letter, "resume", SECRET)
    underretninger.insert_observation(mette, letter, observation)
    finished = underretninger.finish(mette, letter, stock).id
    underretninger.new_version(mette, letter)
    comment = underretninger.comment(mette, letter, SECRET).id
    given = Samtykke(child="alma", given_by="alma-mor", given_on=TODAY)
    konsultation = konsultationer.plan(mette, _note()).id
    made = Agreement(what=SECRET, child="alma", made_on=TODAY)
    return Shelf(
        observation=observation,
        letter=letter,
        finished=finished,
        comment=comment,
        sharing=protecting.share_child(mette, "alma", "line", Basis.UNDERRETNINGSPLIGT).id,
        samtykke=protecting.save_samtykke(mette, given).id,
        konsultation=konsultation,
        agreement=konsultationer.save_agreement(mette, replace(made, konsultation=konsultation)).id,
        loose=konsultationer.save_agreement(mette, made).id,
        attachment=attachments.put(mette, "alma", file).id,
        sealed=sealed_cases.begin(
            mette, concerning=SECRET, leader="", children=("alma",), first=_NOTED
        ).id,
        emergency=_emergency(mette),
        library=stock,
        file=file,
    )


def _head(session: Any, letter: str) -> Any:
    return queries.one(session.vault, Underretning, letter).record


def _sitting(session: Any, shelf: Shelf) -> Sitting:
    note = queries.one(session.vault, Konsultation, shelf.konsultation).record
    return Sitting(note=replace(note, goals="Mit."), changed=("goals",))


Act = Callable[[Any, Shelf], Any]
CLOSED: dict[str, Act] = {
    "access_log.of_child": lambda s, _: access_log.of_child(s, "alma"),
    "attachments.documents": lambda s, _: attachments.documents(s, "alma"),
    "attachments.put": lambda s, x: attachments.put(s, "alma", x.file),
    "attachments.content": lambda s, x: attachments.content(s, x.attachment),
    "attachments.take_back": lambda s, x: attachments.take_back(s, x.attachment),
    "child_facts.facts": lambda s, _: child_facts.facts(s, "alma"),
    "children.child_page": lambda s, _: children.child_page(s, "alma"),
    "children.save_child": lambda s, _: children.save_child(
        s, queries.one(s.vault, Child, "alma").record, "alma"
    ),
    "children.reveal_cpr": lambda s, _: children.reveal_cpr(s, "alma"),
    "children.child_versions": lambda s, _: children.child_versions(s, "alma"),
    "konsultation_paper.before_print": lambda s, x: konsultation_paper.before_print(
        s, x.konsultation
    ),
    "konsultation_paper.paper": lambda s, x: konsultation_paper.paper(s, x.konsultation),
    "konsultation_saving.save_sitting": lambda s, x: konsultation_saving.save_sitting(
        s, x.konsultation, _sitting(s, x)
    ),
    "konsultation_saving.finish": lambda s, x: konsultation_saving.finish(s, x.konsultation),
    "konsultationer.open_konsultation": lambda s, x: konsultationer.open_konsultation(
        s, x.konsultation
    ),
    "konsultationer.grounds": lambda s, _: konsultationer.grounds(s, "alma"),
    "konsultationer.plan": lambda s, _: konsultationer.plan(s, _note()),
    "konsultationer.save": lambda s, x: konsultationer.save(s, _note(goals="Mit."), x.konsultation),
    "konsultationer.cancel": lambda s, x: konsultationer.cancel(s, x.konsultation, "Nej."),
    "konsultationer.take_up": lambda s, x: konsultationer.take_up(s, x.konsultation),
    "konsultationer.name_the_child": lambda s, x: konsultationer.name_the_child(
        s, x.konsultation, "alma", "andet", "Aftalt."
    ),
    "konsultationer.save_agreement": lambda s, x: konsultationer.save_agreement(
        s, Agreement(what="Min egen.", made_on=TODAY), x.agreement
    ),
    "konsultationer.settle_agreement": lambda s, x: konsultationer.settle_agreement(
        s, x.loose, AgreementState.GJORT
    ),
    "konsultationer.history": lambda s, x: konsultationer.history(s, x.konsultation),
    "letter.writing": lambda s, x: letters.writing(s, x.letter),
    "letter.save_head": lambda s, x: underretninger.save_head(s, x.letter, _head(s, x.letter)),
    "letter.save_section": lambda s, x: underretninger.save_section(s, x.letter, "resume", "Mit."),
    "letter.save_sitting": lambda s, x: underretninger.save_sitting(
        s, x.letter, {"resume": "Mit."}, {}
    ),
    "letter.answer_overgreb": lambda s, x: underretninger.answer_overgreb(s, x.letter, "nej"),
    "letter.dismiss": lambda s, x: underretninger.dismiss(s, x.letter, "resume/1"),
    "letter.undismiss": lambda s, x: underretninger.undismiss(s, x.letter),
    "letter_acts.finish": lambda s, x: underretninger.finish(s, x.letter, x.library),
    "letter_acts.frozen_pdf": lambda s, x: underretninger.frozen_pdf(s, x.finished),
    "letter_acts.preview_pdf": lambda s, x: underretninger.preview_pdf(s, x.letter, x.library),
    "letter_acts.plain_sections": lambda s, x: underretninger.plain_sections(
        s, x.letter, x.library
    ),
    "letter_acts.register_step": lambda s, x: underretninger.register_step(
        s, x.letter, Stage.AFSENDT
    ),
    "letter_acts.lay_aside": lambda s, x: underretninger.lay_aside(
        s, x.letter, "Nej.", date(2026, 12, 1)
    ),
    "letter_acts.take_up": lambda s, x: underretninger.take_up(s, x.letter),
    "letter_acts.new_version": lambda s, x: underretninger.new_version(s, x.letter),
    "letter_acts.comment": lambda s, x: underretninger.comment(s, x.letter, "Nej."),
    "letter_acts.cosign": lambda s, x: underretninger.cosign(s, x.letter),
    "letter_acts.resolve_comment": lambda s, x: underretninger.resolve_comment(s, x.comment),
    "letter_acts.note_printed": lambda s, x: underretninger.note_printed(s, x.letter, "udskrevet"),
    "letter_begin.begin": lambda s, _: underretninger.begin(s, "alma"),
    "letter_page.find": lambda s, x: underretninger.read_letter(s, x.letter),
    "letter_page.open_letter": lambda s, x: underretninger.open_letter(s, x.letter),
    "letter_page.read_letter": lambda s, x: underretninger.read_letter(s, x.letter),
    "letter_reading.read_through": lambda s, x: underretninger.read_through(s, x.letter, x.library),
    "letter_rows.insert_observation": lambda s, x: underretninger.insert_observation(
        s, x.letter, x.observation
    ),
    "letter_rows.remove_row": lambda s, x: underretninger.remove_row(s, x.letter, x.observation),
    "letter_rows.refresh_row": lambda s, x: underretninger.refresh_row(s, x.letter, x.observation),
    "letter_rows.put_back": lambda s, x: letter_rows.put_back(s, x.letter, ()),
    "observation_page.arrive": lambda s, _: observation_page.arrive(s, "alma"),
    "observation_page.read": lambda s, x: observation_page.read(s, x.observation),
    "observation_page.save": lambda s, x: observation_page.save(
        s, x.observed(), observation_page.new_key("1")
    ),
    "observation_page.take_back": lambda s, x: observation_page.take_back(
        s, x.observation, "k", "{}"
    ),
    "emergencies.of_child": lambda s, _: emergencies.of_child(s, "alma"),
    "emergencies.standing": lambda s, _: emergencies.standing(s, "alma"),
    "emergencies.mark_seen": lambda s, x: emergencies.mark_seen(s, x.emergency),
    "observations.open_observation": lambda s, x: observations.open_observation(s, x.observation),
    "observations.seen_before": lambda s, _: observations.seen_before(s, "alma"),
    "phoning.phoned": lambda s, _: phoning.phoned(s, "alma", at=time(9), spoke_with="Vagten"),
    "printable.summary_start": lambda s, _: printable.summary_start(s, "alma"),
    "printing.konsultationsnotat": lambda s, x: printing.konsultationsnotat(s, x.konsultation),
    "printing.sagsresume": lambda s, _: printing.sagsresume(s, "alma", WANTED),
    "printing.look_at_konsultationsnotat": lambda s, x: printing.look_at_konsultationsnotat(
        s, x.konsultation, "alma"
    ),
    "printing.look_at_sagsresume": lambda s, _: printing.look_at_sagsresume(s, "alma", WANTED),
    "printing.look_at_underretning": lambda s, x: printing.look_at_underretning(
        s, x.letter, "alma", x.library
    ),
    "letter_acts.frozen_word": lambda s, x: underretninger.frozen_word(s, x.finished),
    "letter_acts.word": lambda s, x: underretninger.word(s, x.letter, x.library),
    "letter_glasses.laid_out": lambda s, x: letter_glasses.laid_out(s, x.letter, x.library),
    "interviewing.how_far": lambda s, x: interviewing.how_far(s, x.letter),
    "interviewing.keep": lambda s, x: interviewing.keep(
        s, x.letter, Told(underretning=x.letter, child="alma")
    ),
    "printing.note_printed": lambda s, x: printing.note_printed(
        s, document="underretning", how="har gemt", child="alma", record=x.letter
    ),
    "protecting.share_child": lambda s, _: protecting.share_child(
        s, "alma", s.my_id, Basis.SAMTYKKE
    ),
    "protecting.withdraw_sharing": lambda s, x: protecting.withdraw_sharing(s, x.sharing),
    "protecting.save_samtykke": lambda s, x: protecting.save_samtykke(
        s, Samtykke(child="villads", given_by="x", given_on=TODAY), x.samtykke
    ),
    "protecting.withdraw_samtykke": lambda s, x: protecting.withdraw_samtykke(s, x.samtykke),
    "protecting.set_guard": lambda s, _: protecting.set_guard(s, "alma", Against.FORAELDER),
    "protecting.lift_guard": lambda s, _: protecting.lift_guard(s, "alma", "Fordi."),
    "recording.save": lambda s, _: recording.save(
        s, FamilyEvent(child="alma", day=TODAY, text="x")
    ),
    "recording.correct_observation": lambda s, x: recording.correct_observation(
        s, x.observed(), x.observation, replaces=(), reason="x"
    ),
    "recording.move_to_right_child": lambda s, x: recording.move_to_right_child(
        s, x.observation, "alma", "villads"
    ),
    "recording.take_back": lambda s, x: recording.take_back(s, x.observation),
    "remarks.targets": lambda s, _: remarks.targets(s, "alma"),
    "sealed_cases.begin": lambda s, _: sealed_cases.begin(
        s, concerning="x", leader="", children=("alma",), first=_NOTED
    ),
    "sealed_cases.mine": lambda s, x: sealed_cases.mine(s, x.sealed),
    "sealed_cases.look": lambda s, x: sealed_cases.look(s, x.sealed),
    "sealed_cases.save": lambda s, x: sealed_cases.save(
        s, StaffCase(concerning="x", writer=s.my_id), x.sealed
    ),
    "sealed_cases.note": lambda s, x: sealed_cases.note(s, x.sealed, _NOTED),
    "sealed_cases.steps": lambda s, x: sealed_cases.steps(
        s, x.sealed, leader_did="x", next_step="", next_on=None, children=(), closed_on=None
    ),
    "sealed_cases.seal_again": lambda s, x: sealed_cases.seal_again(s, x.sealed),
    "sealed_cases.erase": lambda s, x: sealed_cases.erase(s, x.sealed),
    "sealed_paper.paper": lambda s, x: sealed_paper.paper(s, x.sealed),
    "sealed_paper.look_at_paper": lambda s, x: sealed_paper.look_at_paper(s, x.sealed),
    "summary.paper": lambda s, _: summary.paper(s, "alma", WANTED),
    "timeline.timeline": lambda s, _: timeline.timeline(s, "alma"),
    "timeline.history": lambda s, x: timeline.history(s, x.observation),
    "konsultation_rules.found": lambda s, x: konsultationer.rules.found(s, x.konsultation),
}
INNER = {
    # steps of the services above, given what those have already been allowed to read
    "children.open_matters", "children.due_now", "children.standing_guard",
    "konsultation_rules.ties", "konsultation_rules.may_open", "konsultation_rules.child_of",
    "konsultation_rules.check", "konsultation_rules.keep_anonymous", "konsultation_rules.telling_words",
    "letter.section_of", "letter_acts.draft_paper", "letter_acts.paper_now", "letter_page.copies_of", "letter_page.steps_of",
    "letter_begin.known_since", "letter_begin.relation", "letter_rows.row_from", "paper_facts.imprint", "paper_facts.house_of",
    "paper_facts.names_to_look_at", "paper_facts.streets_to_look_at", "printing.cautions", "remarks.voices", "withheld.of_child",
}  # fmt: skip
OPEN = {
    # answer with one's own, or with what everyone may know; the tests below say what they hold back
    "administration.first_password", "administration.save_local_numbers", "caring.check", "caring.copy",
    "caring.note_copy", "caring.try_code", "children.child_rows", "drafts.keep", "drafts.drop",
    "drafts.mine", "drafts.one", "emergencies.open_in_need", "entering.compare_head", "emergencies.whom", "finding.find", "keeping.backup", "konsultation_sitting.keep",
    "konsultation_sitting.kept", "konsultation_sitting.forget", "konsultation_sitting.keep_plan",
    "konsultation_sitting.kept_plan", "konsultation_sitting.forget_plan", "konsultationer.to_plan",
    "letter.keep_section", "letter.keep_head", "observation_page.guarding", "printing.guard_advice",
    "printing.recovery_sheet", "remarks.of_record", "sealed_cases.keep_draft", "sealed_cases.draft",
    "sealed_cases.what_is_lost", "staffing.add_person", "staffing.change_person",
    "staffing.remove_person", "staffing.reset_password", "staffing.change_my_password",
    "staffing.save_house", "staffing.save_settings", "underretninger.letters", "waiting.overview",
}  # fmt: skip


def _services() -> set[str]:
    """Every public service that takes a session and something more."""
    found = set()
    for info in pkgutil.iter_modules(tvaerfaglig.services.__path__):
        module = importlib.import_module(f"tvaerfaglig.services.{info.name}")
        for name, made in vars(module).items():
            if inspect.isfunction(made) and made.__module__ == module.__name__ and name[0] != "_":
                asked = list(inspect.signature(made).parameters)
                if asked[:1] == ["session"] and len(asked) > 1:
                    found.add(f"{info.name}.{name}")
    return found


def _shut_out(world: Any, shelf: Shelf, who: str) -> Any:
    """Someone of another house, one who never was let in, one who was and no longer is, one removed."""
    if who == "karen":
        shared = protecting.share_child(
            world.session("mette"), "alma", "karen", Basis.TIDLIGT_SAMARBEJDE
        )
        protecting.withdraw_sharing(world.session("mette"), shared.id)
    if who == "line":
        protecting.withdraw_sharing(world.session("mette"), shelf.sharing)
    session = world.session(who)
    if who == "yusuf":
        hanne = world.session("hanne")
        gone = replace(hanne.staff()["yusuf"], active=False)
        with hanne.write() as pen:
            pen.put(gone, "yusuf")
        session.refresh()
    return session


def test_every_service_is_in_the_table():
    """One that takes a child or a record and stands nowhere here would be a door nobody has tried."""
    services = _services()
    named = CLOSED.keys() | INNER | OPEN
    assert services - named == set()
    assert named - services == set()


@pytest.mark.parametrize("who", ["jonas", "karen", "line", "yusuf"])
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


@pytest.mark.parametrize("who", ["jonas", "karen", "line", "yusuf"])
def test_lists_search_and_advice_hold_nothing_of_her(world, shelf, who):
    """What answers everybody answers without her: neither name nor text is in it."""
    protecting.set_guard(world.session("mette"), "alma", Against.FORAELDER)
    session = _shut_out(world, shelf, who)
    answers = [
        children.child_rows(session, left_too=True),
        finding.find(session, "alma"),
        finding.find(session, "solsikken ved"),
        konsultationer.rows(session),
        konsultationer.to_plan(session),
        observation_page.arrive(session),
        observation_page.guarding(session, ("alma",)),
        observations.who_to_choose(session),
        printable.what_can_be_printed(session),
        printable.printed_log(session),
        printing.guard_advice(session, "alma"),
        underretninger.letters(session),
        waiting.overview(session),
    ]
    text = repr(answers)
    assert "Nowak" not in text
    assert SECRET not in text
    assert "Alma" not in text


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
    assert _head(mette, shelf.letter).child == "alma"
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
    note = konsultationer.open_konsultation(jonas, own).note
    answered = Sitting(note=note, answers={shelf.agreement: Answer(outcome="Jonas skrev her.")})
    konsultation_saving.save_sitting(jonas, own, answered)
    stored = queries.one(jonas.vault, Agreement, shelf.agreement)
    assert stored.record.outcome == ""
    assert konsultation_sitting.kept(jonas, own) == (None, "")
