"""What is due: listed for the leader with its period, held back by open cases, and erased one thing at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.services.erasing.house import DAY, close_all, furnish, leave, seen
from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.domain.contact import Absence, ParentContact
from tvaerfaglig.domain.konsultation import Agreement, AgreementState, Konsultation
from tvaerfaglig.domain.observation import Observation, Sign
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.retention import HeldBy
from tvaerfaglig.domain.underretning import Row, Section, Stage, Step, Underretning
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.domain.visiting.question import QuestionState, VisitQuestion
from tvaerfaglig.domain.visiting.visit import Visit
from tvaerfaglig.services import access_log, drafts, library, recording
from tvaerfaglig.services.erasing import acts, due, holds, periods
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store import queries
from tvaerfaglig.store.everything import all_drafts

RULES = library.load().retention
OLD = date(2024, 3, 1)


@pytest.fixture
def hanne(world):
    return world.session("hanne")


def listed(session):
    return {one.key: one for one in due.due_list(session, RULES).items}


def old(text, *who, day=OLD, **more):
    return replace(seen(text, *who), day=day, **more)


def test_a_file_is_due_five_years_after_the_child_left_and_not_before(hanne, world):
    """The list says since when, by which period, and when the next one comes."""
    leave(hanne, "emil", date(2021, 11, 12))
    found = due.due_list(hanne, RULES)
    assert found.items == ()
    assert found.next_on == date(2026, 11, 13)
    world.clock.set(datetime(2026, 11, 13, 8, 0))
    item = listed(hanne)["sagen:emil"]
    assert (item.title, item.since, item.whole) == ("Emil Friis", date(2021, 11, 12), True)
    assert due.files_due(hanne, RULES) == 1
    done = acts.erase_due(hanne, item.key, RULES)
    assert (
        queries.one(hanne.vault, Erased, done.decision).record.ground
        == "opbevaringsperioden er gået"
    )
    assert queries.one(hanne.vault, Child, "emil") is None
    assert due.files_due(hanne, RULES) == 0
    with pytest.raises(NotFound):
        acts.erase_due(hanne, item.key, RULES)


def test_a_child_who_is_here_is_never_due(hanne, world):
    """However long ago it began."""
    world.clock.set(datetime(2090, 1, 1, 8, 0))
    assert listed(hanne) == {}


def test_an_open_case_holds_the_file_and_is_said(hanne):
    """A concern that nobody closed, and a hold by hand; with both gone it is due."""
    leave(hanne, "emil")
    concern = Concern(child="emil", first_noticed=OLD, title="Sprog")
    saved = recording.save(hanne, concern)
    hold = holds.set_hold(hanne, "emil", HeldBy.AKTINDSIGT, "Mor har bedt om indsigt")
    found = due.due_list(hanne, RULES)
    assert found.items == ()
    assert [one.why for one in found.held[0].verdict.holds] == [HeldBy.AKTINDSIGT, HeldBy.BEKYMRING]
    assert due.files_due(hanne, RULES) == 0
    stored = queries.one(hanne.vault, Concern, saved.id)
    recording.save(
        hanne,
        replace(concern, closed_on=DAY, closed_because="Løst"),
        saved.id,
        replaces=stored.heads,
    )
    assert listed(hanne) == {}
    assert [one.name for one in holds.by_hand(hanne)] == ["Emil Friis"]
    holds.lift_hold(hanne, hold.id, "Indsigten er givet")
    assert set(listed(hanne)) == {"sagen:emil"}
    assert "at sletning er sat i bero" in {one.what for one in access_log.of_child(hanne, "emil")}


@pytest.mark.parametrize(
    ("stage", "held"),
    [(Stage.KLADDE, True), (Stage.AFSENDT, True), (Stage.LUKKET, False), (Stage.HENLAGT, False)],
)
def test_a_letter_holds_the_file_until_it_is_closed_or_laid_aside(hanne, stage, held):
    """A draft, one on its way, one that is closed."""
    leave(hanne, "emil")
    letter = recording.save(hanne, Underretning(child="emil", begun=OLD)).id
    if stage is not Stage.KLADDE:
        recording.save(hanne, Step(underretning=letter, child="emil", stage=stage, day=OLD))
    assert ("sagen:emil" in listed(hanne)) is not held


def test_a_wondering_that_nothing_came_of_is_due_after_a_year(hanne):
    """Not a resource, not one that was followed by a talk, not one a letter cites."""
    plain = recording.save(hanne, old("Stod længe ved lågen", "emil")).id
    recording.save(hanne, old("Sang for de små", "emil", sign=Sign.RESSOURCE))
    talked = recording.save(hanne, old("Græd ved aflevering", "alma")).id
    recording.save(hanne, ParentContact(child="alma", day=date(2024, 4, 1), view="Natten er svær"))
    item = listed(hanne)["undring:emil"]
    assert item.records == (plain,)
    assert "undring:alma" not in listed(hanne)
    acts.erase_due(hanne, item.key, RULES)
    assert queries.one(hanne.vault, Observation, plain) is None
    assert queries.one(hanne.vault, Observation, talked)
    assert keeping.verify(hanne.vault.folder, hanne.opened, hanne.state).sound


def test_an_anonymous_talk_goes_with_its_agreements(hanne):
    """A year after it was held."""
    talk = Konsultation(
        day=OLD, dagtilbud="maelkeboetten", question="Hvad gør vi, når et barn bider?"
    )
    with hanne.write() as pen:
        talk_id = pen.put(talk)
        agreed = pen.put(
            Agreement(
                what="Prøv ro ved måltidet",
                made_on=OLD,
                konsultation=talk_id,
                status=AgreementState.GJORT,
            )
        )
        other = pen.put(Agreement(what="En anden aftale", made_on=OLD, konsultation="en anden"))
    acts.erase_due(hanne, f"anonym:{talk_id}", RULES)
    assert queries.kind_of(hanne.vault, talk_id) == queries.kind_of(hanne.vault, agreed) == ""
    assert queries.kind_of(hanne.vault, other)


def test_what_visits_left_about_nobody_goes_after_a_year_and_the_days_after_five(hanne):
    """A question goes with the talk that it became, else by itself; a contribution about a child with her file."""
    house, older = "maelkeboetten", date(2021, 3, 4)

    def put(record):
        with hanne.write() as pen:
            return pen.put(record)

    def asks(**more):
        return put(VisitQuestion(house=house, day=OLD, by="mette", text="Hvad gør vi?", **more))

    visit = put(Visit(staff="karen", house=house, day=OLD))
    gone = put(Visit(staff="karen", house=house, day=older, told="Vi talte om lur."))
    talk = put(Konsultation(day=OLD, dagtilbud=house, question="Hvad gør vi?"))
    alone, taken = asks(), asks(status=QuestionState.TAGET_OP, konsultation=talk)
    new = put(VisitQuestion(house=house, day=DAY, by="mette", text="Og nu?"))
    far = put(VisitQuestion(house="andre", day=OLD, by="mette", text="Hos dem?"))
    given = Contribution(visit=visit, house=house, day=OLD, by="karen", advice="Mere ro.")
    nameless, hers = put(given), put(replace(given, child="alma", samtykke="s"))
    found = listed(hanne)
    assert set(found[f"besoeg:{house}"].records) == {alone, nameless}
    assert found[f"besoeg:{house}"].what == "1 spørgsmål og 1 bidrag uden navn"
    assert found[f"besoegsdag:{house}"].records == (gone,)
    for key in (f"besoeg:{house}", f"besoegsdag:{house}", f"anonym:{talk}"):
        acts.erase_due(hanne, key, RULES)
    left = {one: bool(queries.kind_of(hanne.vault, one)) for one in (visit, new, far, hers)}
    assert all(left.values())
    assert not any(queries.kind_of(hanne.vault, one) for one in (gone, alone, nameless, taken))
    assert keeping.verify(hanne.vault.folder, hanne.opened, hanne.state).sound


def test_a_letter_never_sent_goes_with_its_sections_when_nobody_touches_it(hanne, world):
    """A year after it was last written in, and not while something else is open."""
    letter = recording.save(hanne, Underretning(child="emil", begun=OLD)).id
    with hanne.write() as pen:
        pen.put(
            Section(underretning=letter, child="emil", section="resume", text="Begyndt"),
            f"{letter}/resume",
        )
    assert listed(hanne) == {}
    world.clock.set(datetime(2027, 11, 13, 8, 0))
    acts.erase_due(hanne, f"usendt:{letter}", RULES)
    assert queries.count_by_kind(hanne.vault, "emil") == {"slettet": 1}


def test_absence_and_unsaved_drafts_have_periods_of_their_own(hanne, world):
    """The leader sees whose draft and from when, never its words."""
    recording.save(hanne, Absence(child="emil", first=OLD, last=OLD))
    drafts.keep(hanne, "observation:ny:7", "observation", '{"text": "Et udkast"}')
    world.clock.set(datetime(2027, 5, 13, 8, 0))
    found = listed(hanne)
    assert set(found) == {"fravaer:emil", "kladde:hanne:observation:ny:7"}
    draft = found["kladde:hanne:observation:ny:7"]
    assert draft.title == "Kladde hos Hanne Bjerre"
    assert "udkast" not in draft.what
    acts.erase_due(hanne, draft.key, RULES)
    acts.erase_due(hanne, "fravaer:emil", RULES)
    assert all_drafts(hanne.vault) == []
    assert listed(hanne) == {}


def test_the_house_may_choose_another_period_with_a_reason_and_the_files_stays_visible(hanne):
    """Who and when is kept; the list goes by it at once."""
    leave(hanne, "emil", date(2023, 1, 1))
    assert listed(hanne) == {}
    with pytest.raises(Unclear, match="hvem der har bestemt"):
        periods.choose_period(hanne, RULES, "sagen", 24, " ")
    with pytest.raises(Unclear, match="kan ikke ændres for sig"):
        periods.choose_period(hanne, RULES, "log", 24, "Sådan vil vi")
    periods.choose_period(hanne, RULES, "sagen", 36, "Kommunens slettepolitik 2026")
    assert set(listed(hanne)) == {"sagen:emil"}
    kept = periods.periods(hanne, RULES)["sagen"]
    assert kept.words == "3 år fra barnet er udmeldt"
    assert kept.backing == "valgt af Hanne Bjerre 12. november 2026 (før: 5 år)"
    periods.choose_period(hanne, RULES, "sagen", 48, "Rettet")
    assert [(one.by, one.months, one.because) for one in periods.chosen_before(hanne, "sagen")] == [
        ("Hanne Bjerre", 48, "Rettet"),
        ("Hanne Bjerre", 36, "Kommunens slettepolitik 2026"),
    ]


def test_only_a_leader_sees_the_list_and_sets_a_period(world):
    """In words."""
    mette = world.session("mette")
    for act in (
        lambda: due.due_list(mette, RULES),
        lambda: periods.choose_period(mette, RULES, "sagen", 12, "Nej"),
        lambda: holds.set_hold(mette, "alma", HeldBy.KLAGE, "Nej"),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert due.files_due(mette, RULES) == 0


def test_one_record_is_erased_with_all_its_versions_and_its_file(hanne, tmp_path):
    """On a ground before time; the child's log says that something was erased and why."""
    made = furnish(hanne, tmp_path)
    acts.erase_record(hanne, made["file"], "fejlagtigt", RULES)
    assert hanne.vault.db.conn.execute("SELECT count(*) FROM blob").fetchone() == (0,)
    acts.erase_record(hanne, made["both"], "fejlagtigt", RULES)
    assert queries.one(hanne.vault, Observation, made["both"]) is None
    acts.erase_record(hanne, made["talk"], "anmodning", RULES)
    assert ("har slettet", "forældrenes anmodning er imødekommet") in {
        (one.did, one.what) for one in access_log.of_child(hanne, "alma")
    }
    assert keeping.verify(hanne.vault.folder, hanne.opened, hanne.state).sound


def test_what_a_letter_rests_on_is_not_taken_from_under_it(hanne):
    """Nor what a hold by hand keeps; an open concern is no reason to keep what stands with the wrong child."""
    seen_id = recording.save(hanne, old("Græd ved aflevering", "emil")).id
    other = recording.save(hanne, old("Skrevet hos den forkerte", "emil")).id
    letter = recording.save(hanne, Underretning(child="emil", begun=OLD)).id
    row = Row(number=1, observation=seen_id, version="v", day=OLD, text="Græd ved aflevering")
    with hanne.write() as pen:
        pen.put(
            Section(underretning=letter, child="emil", section="observationer", rows=(row,)),
            f"{letter}/observationer",
        )
    with pytest.raises(Unclear, match="på vej"):
        acts.erase_record(hanne, seen_id, "fejlagtigt", RULES)
    acts.erase_record(hanne, other, "forkert_barn", RULES)
    hold = holds.set_hold(hanne, "emil", HeldBy.RETSSAG, "Politiet har bedt om det")
    with pytest.raises(Unclear, match="sag ved retten"):
        acts.erase_record(hanne, letter, "fejlagtigt", RULES)
    holds.lift_hold(hanne, hold.id, "Sagen er slut")
    acts.erase_record(hanne, letter, "fejlagtigt", RULES)
    assert queries.count_by_kind(hanne.vault, "emil")["observation"] == 1


def test_a_childs_card_and_the_log_are_not_erased_alone(hanne):
    """They follow the file."""
    with pytest.raises(Unclear, match="følger barnets sag"):
        acts.erase_record(hanne, "emil", "fejlagtigt", RULES)
    with pytest.raises(NotAllowed):
        acts.erase_record(hanne, "mette", "fejlagtigt", RULES)
    close_all(hanne)
