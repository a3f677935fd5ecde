"""Papers of indsatser: what each holds, what it stops at, and what is left out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from tests.printouts.pdf_reading import text_of
from tests.services.efforts.group import HOUSE, TODAY, asked, begun, consent, let_in, planned
from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import Goal, Score
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.logs import Hours, HoursFor, VisitLog
from tvaerfaglig.domain.efforts.records import EnrolmentState, Seated
from tvaerfaglig.domain.efforts.roll_call import Mark
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Sheet, Weekday, WeekRow
from tvaerfaglig.domain.efforts.volunteers import Volunteer, VolunteerPlace
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.printouts.printing import plain_sections
from tvaerfaglig.services import library
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.consent import acts as consents
from tvaerfaglig.services.consent import leaving, rests
from tvaerfaglig.services.efforts import (
    enrolling,
    goals,
    hours,
    roll,
    sessions,
    sheets,
    visits,
    volunteers,
)
from tvaerfaglig.services.efforts.papers import (
    courses,
    handover,
    invitation,
    looking,
    presence,
    printable,
    team,
)
from tvaerfaglig.services.efforts.papers import sheets as sheet_papers
from tvaerfaglig.services.efforts.papers import visits as visit_papers
from tvaerfaglig.services.efforts.papers import volunteers as volunteer_papers
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.printing import noting

MONDAY = WeekRow(weekday=Weekday.MANDAG, at=time(9), to=time(12), what="Frokost")


@pytest.fixture
def hanne(world):
    return world.session("hanne")


def said(paper) -> str:
    return "\n".join(text for section in plain_sections(paper) for text in section)


def written(session, effort_id, place, form, **answers):
    """A sheet with these answers, as text or as whatever a field holds."""
    made = tuple(
        one if isinstance(one, FieldAnswer) else FieldAnswer(field=key.replace("_", "-"), text=one)
        for key, one in answers.items()
    )
    wanted = Sheet(
        effort=effort_id, form=form, name="", use=FormUse.START, day=TODAY, enrolment=place,
        answers=made,
    )  # fmt: skip
    return sheets.save(session, wanted).id


def group(session):
    """Alma's family with an arbejdspapir and a goal, Bertil's beside it."""
    one = begun(session)
    place, other = let_in(session, one, "alma"), let_in(session, one, "bertil")
    goal = Goal(
        effort="", enrolment=place, child="", day=TODAY, text="Går fra leg til bad",
        steps=("Græder hver gang", "Går selv"),
    )  # fmt: skip
    key = goals.save(session, goal).id
    goals.score(session, key, Score(at=FormUse.START, day=TODAY, step=1))
    sheet = written(
        session, one, place, "arbejdspapir", baggrund="Set i uge 44.", fokuspunkt="Rolige skift.",
        foraeldrenes_ord="Aftener uden råb.",
    )  # fmt: skip
    return one, place, other, sheet


def test_an_arbejdspapir_holds_goals_the_parents_words_and_who_signs(hanne):
    """In the form's order; the goal with its steps and where it began."""
    _, _, _, sheet = group(hanne)
    text = said(sheet_papers.sheet_paper(hanne, sheet))
    order = ("Arbejdspapir", "Samtykke", "Set i uge 44.", "Rolige skift.", "Går fra leg til bad", "2. Går selv", "Trin 1", "»Aftener uden råb.«", "Katarzyna Nowak")  # fmt: skip
    at = [text.index(words) for words in order]
    assert at == sorted(at)


def test_under_the_guard_the_parents_are_gone_and_nothing_is_made_for_them(hanne):
    """The house's own paper carries the banner; what a family would be given stops with the advice."""
    one, place, _, sheet = group(hanne)
    sheets.shown_to_parents(hanne, sheet, TODAY)
    protecting.set_guard(hanne, "alma", Against.FORAELDER)
    paper = sheet_papers.sheet_paper(hanne, sheet)
    assert paper.guarded
    assert "Aftener" not in said(paper)
    assert not [one for one in paper.head if one.label == "Vist til forældrene" and one.value]
    assert "Katarzyna" not in said(paper)
    assert not [one for one in looking.offered_to_family(hanne, place) if one.which.for_parents]
    for make in (
        lambda: invitation.to_family(hanne, place),
        lambda: sheet_papers.status_note(hanne, place),
        lambda: courses.phase_plan(hanne, place),
        lambda: courses.week_plan(hanne, place),
        lambda: presence.family_attendance(hanne, place),
        lambda: handover.asking(hanne, "alma"),
        lambda: handover.offer(hanne, "alma"),
    ):
        with pytest.raises(NotAllowed, match="Værnet er sat"):
            make()
    assert presence.group_list(hanne, one).guarded


def test_a_status_is_in_words_and_says_when_next(hanne):
    """The goal as it began and as it is; how often they came; no steps by number."""
    one, place, other, _ = group(hanne)
    (day,) = planned(hanne, one)
    roll.call(
        hanne, day, [Mark(enrolment=place, people=("barnet",)), Mark(enrolment=other, reason="Syg")]
    )
    with pytest.raises(Unclear, match="ikke skrevet nogen status"):
        sheet_papers.status_note(hanne, place)
    key = goals.goals(hanne, place)[0].id
    status = Sheet(
        effort=one, form="status", name="", use=FormUse.STATUS, day=TODAY, enrolment=place,
        answers=(FieldAnswer(field="lykkes", text="Hun henter sin jakke."),),
    )  # fmt: skip
    sheets.hold_status(hanne, status, {key: Score(at=FormUse.STATUS, day=TODAY, step=2)})
    text = said(sheet_papers.status_note(hanne, place))
    assert "Da vi begyndte: Græder hver gang" in text
    assert "Nu: Går selv" in text
    assert "1 af 1 gang." in text
    assert "Trin" not in text
    assert "7. januar 2027" in text


def test_an_invitation_says_when_where_who_and_what_is_written(hanne):
    """For anybody it names nobody; for a family whose house is hidden it says no place."""
    one, place, _, _ = group(hanne)
    planned(hanne, one, times=3, first=TODAY + timedelta(7))
    paper = invitation.invitation(hanne, one)
    text = said(paper)
    for words in (
        "torsdag den 19. november 2026",
        "Line Toft",
        "Det skriver vi ned",
        "Det er frivilligt",
    ):
        assert words in text
    assert "Alma" not in text
    assert invitation.to_family(hanne, place).greeting == "Kære forældre til Alma"
    with hanne.write() as pen:
        pen.put(replace(hanne.child("alma").record, hide_house=True), "alma")
    hidden = invitation.to_family(hanne, place)
    assert hidden.place == ""
    assert "Mælkebøtten" not in said(hidden) + hidden.imprint.house


def test_a_young_mother_is_spoken_to_alone_and_others_together(hanne):
    """The kind for the young says »du« all through; one for any family that expects a child says »I«."""
    seats = (Seated(seat="paedagog", staff="mette"), Seated(seat="sundhedsplejerske", staff="line"))
    course = begun(hanne, "praktikforloeb", subject=Subject.UFOEDT, seated=seats)
    hers = said(invitation.invitation(hanne, course))
    assert "Kære kommende mor" in hers
    assert not re.findall(r"\b(?:[Jj]er|[Jj]eres|I)\b", hers)
    talks = begun(hanne, "raadgivningsforloeb", subject=Subject.UFOEDT, seated=())
    theirs = said(invitation.invitation(hanne, talks))
    assert "Kære kommende forældre" in theirs
    assert not re.findall(r"\b(?:[Dd]u|[Dd]ig)\b", theirs)


def test_a_family_that_waits_is_asked_and_nothing_else(hanne):
    """And not even that while its parents must not be told."""
    one = begun(hanne)
    place = asked(hanne, one, "alma")
    assert [it.which for it in looking.offered_to_family(hanne, place)] == [EffortPaper.INVITATION]
    protecting.set_guard(hanne, "alma", Against.FORAELDER)
    assert looking.offered_to_family(hanne, place) == ()


def test_the_groups_list_names_those_one_may_print_and_counts_the_rest(world, hanne):
    """A cell a day; an empty one for a pen; who must not be found in the house is not on it."""
    one, place, other, _ = group(hanne)
    (day,) = planned(hanne, one)
    roll.call(
        hanne, day, [Mark(enrolment=place, people=("barnet",)), Mark(enrolment=other, reason="Syg")]
    )
    paper = presence.group_list(hanne, one)
    assert paper.rows == (("Alma N.", ("✓",)), ("Bertil K.", ("–",)))
    assert "Syg" not in said(paper)
    assert presence.group_list(hanne, one, empty=True).rows[0][1] == ("",)
    with hanne.write() as pen:
        pen.put(replace(hanne.child("bertil").record, hide_house=True), "bertil")
    assert [name for name, _ in presence.group_list(hanne, one).rows] == ["Alma N."]
    assert looking.children_on(hanne, EffortPaper.FREMMOEDELISTE, one) == ("alma",)
    with pytest.raises(NotAllowed, match="skrive listen ud"):
        presence.group_list(world.session("line"), one)


def test_a_familys_days_are_theirs_person_by_person(hanne):
    """With the reason, and nobody else's."""
    one, place, other, _ = group(hanne)
    (day,) = planned(hanne, one)
    sessions.write(hanne, day, theme="Putning", note="")
    roll.call(
        hanne, day, [Mark(enrolment=place, reason="Ferie"), Mark(enrolment=other, reason="Syg")]
    )
    paper = presence.family_attendance(hanne, place)
    (row,) = paper.days
    assert (row.theme, row.cells, row.remark) == ("Putning", ("–", "–"), "Ferie")
    (blank,) = presence.family_attendance(hanne, place, empty=True).days
    assert (blank.cells, blank.remark) == (("", ""), "")


def test_nothing_goes_along_but_what_was_ticked_on_a_consent_that_holds(hanne):
    """Withdrawn or none: it stays, with what to do instead."""
    _, _, _, _ = group(hanne)
    given = consent(hanne, "alma")
    offer = handover.offer(hanne, "alma")
    assert [part.key for part in offer.parts] == ["sprog", "maal", "indsatser", "ord"]
    assert "☐" in "".join(str(row) for row in _cells(handover.asking(hanne, "alma", "Skovbrynet")))
    wanted = handover.Wanted(to="Skovbrynet", samtykke=given, ticked=("maal",))
    text = said(handover.handover(hanne, "alma", wanted))
    assert "Går fra leg til bad" in text
    assert "polsk" not in text.lower()
    assert "Samtykke fra" in text
    assert "siger ikke, at det er til Skovbrynet" in handover.caution(hanne, "alma", wanted)[0]
    named = replace(hanne_consent(hanne, given), receivers="Børnehuset Engen")
    with hanne.write() as pen:
        pen.put(named, given)
    with pytest.raises(NotAllowed, match="rækker ikke til Skovbrynet"):
        handover.handover(hanne, "alma", wanted)
    engen = replace(wanted, to="Børnehaven Engen")
    assert handover.handover(hanne, "alma", engen)
    assert handover.caution(hanne, "alma", engen) == ()
    with pytest.raises(Unclear, match="krydset af"):
        handover.handover(hanne, "alma", replace(engen, ticked=()))
    with pytest.raises(Unclear, match="Hvem får"):
        handover.handover(hanne, "alma", replace(engen, to=" "))
    consents.withdraw(hanne, given)
    with pytest.raises(NotAllowed, match="samtykke, der gælder"):
        handover.handover(hanne, "alma", wanted)


def hanne_consent(session, key):
    return rests.of_child(session, "alma", key).record


def _cells(paper):
    from tvaerfaglig.printouts.printing import compose

    return [
        block for section in compose(paper).sections for block in getattr(section, "content", ())
    ]


def test_her_plan_begins_with_her_words_and_calls_the_child_barnet(hanne):
    """Days that rest on the due day are said as such; her week is what was agreed last."""
    with hanne.write() as pen:
        unborn = Child(name="Ufødt Skovgaard", due=TODAY + timedelta(40), dagtilbud=HOUSE)
        pen.put(replace(unborn, stue="solsikken"), "ufoedt")
    hanne.refresh()
    seats = (Seated(seat="paedagog", staff="mette"), Seated(seat="sundhedsplejerske", staff="line"))
    course = begun(hanne, "praktikforloeb", subject=Subject.UFOEDT, seated=seats)
    place = let_in(hanne, course, "ufoedt")
    numbers = FieldAnswer(field="ring-til", lines=("Mette, tlf. 12 34 56 78",))
    written(hanne, course, place, "faseplan", hendes_ord="Jeg vil være tryg.", ring_til=numbers)
    with pytest.raises(Unclear, match="faste dage"):
        courses.week_plan(hanne, place)
    written(hanne, course, place, "ugeplan", uge=FieldAnswer(field="uge", week=(MONDAY,)))
    plan = courses.phase_plan(hanne, place)
    text = said(plan)
    assert text.index("»Jeg vil være tryg.«") < text.index("Gravid og i praktik")
    assert "Ufødt" not in text
    assert plan.child.subject.startswith("Barnet, termin 22. december 2026")
    assert [one.now for one in plan.phases].count(True) == 1
    assert plan.phases[0].who == "Mette Sørensen, pædagog"
    assert plan.phases[1].when == "omkring 22. december 2026"
    assert "Tal om graviditeten" not in text
    assert courses.week_plan(hanne, place).week[0].time == "9.00–12.00"


def test_a_visit_is_reported_when_it_was_held(hanne):
    """Under the guard without the family's own words; of the house it names no child."""
    one, place, _, _ = group(hanne)
    log = VisitLog(
        effort=one, enrolment=place, day=TODAY, by=("mette", "line"), about_what="Søvn",
        said="Vi sover dårligt.", decided="Mørkt rum.",
    )  # fmt: skip
    key = visits.save(hanne, log).id
    with pytest.raises(Unclear, match="når besøget er holdt"):
        visit_papers.report(hanne, key)
    visits.went(hanne, key, replace(log, minutes=60))
    text = said(visit_papers.report(hanne, key))
    for words in (
        "om Alma Nowak",
        "Mette Sørensen, pædagog, og Line Toft",
        "Vi sover dårligt.",
        "1 t.",
    ):
        assert words in text
    protecting.set_guard(hanne, "alma", Against.FORAELDER)
    assert "sover" not in said(visit_papers.report(hanne, key))


def test_the_years_topics_stand_by_their_days(hanne):
    """What has no day yet is listed; the yearly meeting is said."""
    course = begun(hanne, "konsulentbesoeg", subject=Subject.HUS)
    (day, _) = planned(hanne, course, times=2)
    sessions.write(hanne, day, theme="Søvn", note="")
    topics = FieldAnswer(field="emner", lines=("Søvn", "Mad"))
    meeting = FieldAnswer(field="dialogmoede", day=date(2027, 3, 2))
    written(hanne, course, "", "emner", emner=topics, dialogmoede=meeting)
    paper = visit_papers.topic_calendar(hanne, course)
    assert [row.topic for row in paper.rows] == ["Søvn", ""]
    assert paper.wishes == ("Mad",)
    assert paper.meeting == "tirsdag den 2. marts 2027"
    assert [one.which for one in looking.offered_to_effort(hanne, course)] == [
        EffortPaper.EMNER,
        EffortPaper.ARK,
    ]


def test_the_teams_list_holds_the_newest_decision(hanne, world):
    """With where the child stands, who does what, and when it is looked at again."""
    with hanne.write() as pen:
        pen.put(replace(hanne.staff()["hanne"], houses=(HOUSE, "dagplejen")), "hanne")
    hanne.refresh()
    made = begun(hanne, "forebyggelsesteam", subject=Subject.BARN, house="dagplejen")
    place = let_in(hanne, made, "villads")
    assert looking.offered_to_effort(hanne, made)[-1].which is EffortPaper.TEAMLISTE
    assert team.team_list(hanne, made).rows[0].decision == ""
    again = FieldAnswer(field="igen", day=date(2026, 12, 10))
    written(hanne, made, place, "teammoede", position="Bekymring", beslutning="Besøg.", hvem="Line", igen=again)  # fmt: skip
    (row,) = team.team_list(hanne, made).rows
    assert (row.name, row.dagplejer, row.stood.position) == ("Villads T.", "Jonas Krogh", Position.BEKYMRING)  # fmt: skip
    assert (row.decision, row.who, row.again) == ("Besøg.", "Line", "10. dec. 2026")
    with pytest.raises(Unclear, match="ikke noget team"):
        team.team_list(hanne, begun(hanne))


def test_a_volunteers_papers_name_no_family(hanne):
    """The agreement says what is and is not the task; the thanks count her hours."""
    one = begun(hanne, "frivillige", subject=Subject.FAMILIE)
    place = let_in(hanne, one, "alma")
    birgit = Volunteer(
        house=HOUSE, name="Birgit Holst", association="Naboerne", host="mette",
        attest_on=TODAY, agreed_on=TODAY, secrecy_on=TODAY,
    )  # fmt: skip
    who = volunteers.save(hanne, birgit).id
    spot = VolunteerPlace(
        volunteer=who, effort=one, enrolment=place, from_day=TODAY, weekly=(MONDAY,)
    )
    volunteers.place(hanne, spot)
    spent = Hours(effort=one, day=TODAY, minutes=90, went_to=HoursFor.FRIVILLIG, volunteer=who)
    hours.save(hanne, spent)
    paper = volunteer_papers.agreement(hanne, one, who)
    text = said(paper)
    assert "En familie, som I har aftalt det med" in text
    assert "alene med et barn" in text
    assert "Mette Sørensen, pædagog" in text
    assert "1,5 timer" in said(volunteer_papers.thanks(hanne, one, who))
    assert "Frokost" in said(volunteer_papers.week_plan(hanne, one, who))
    offered = [its.which for its in looking.offered_to_volunteer(hanne, one, who)]
    assert offered == [EffortPaper.RAMMEAFTALE, EffortPaper.UGEPLAN, EffortPaper.TAK]
    for each in offered:
        assert "Alma" not in str(looking.look_at_volunteer(hanne, each, one, who).sections)


def test_what_is_printed_is_logged_for_those_it_names(hanne):
    """A list in the log of each child; an invitation to anybody in nobody's."""
    one, _, _, _ = group(hanne)
    noting.note_printed(
        hanne, document=EffortPaper.FREMMOEDELISTE.value, how="har udskrevet", record=one,
        children=looking.children_on(hanne, EffortPaper.FREMMOEDELISTE, one),
    )  # fmt: skip
    noting.note_printed(
        hanne, document=EffortPaper.INVITATION.value, how="har udskrevet", record=one
    )
    (found,) = printable.printable_efforts(hanne)
    assert [one.name for one in found.who] == ["Alma Nowak", "Bertil Kjær"]
    offered = [(each.which, each.empty) for each in looking.offered_to_effort(hanne, one)]
    assert offered == [
        (EffortPaper.INVITATION, False),
        (EffortPaper.FREMMOEDELISTE, False),
        (EffortPaper.FREMMOEDELISTE, True),
    ]


def test_an_overgangsark_leaves_on_the_consent_it_was_made_on(hanne):
    """It is chosen beforehand, and stops once it is taken back."""
    given = consent(hanne, "alma")
    paper = leaving.Paper(document=EffortPaper.OVERGANG.value, child="alma", record=given)
    offer = leaving.offer(hanne, paper)
    assert (offer.asks, offer.chosen.samtykke) == (True, given)
    leaving.require(hanne, paper, offer.chosen, "Skovbrynet")
    consents.withdraw(hanne, given)
    with pytest.raises(leaving.NoWayOut):
        leaving.require(hanne, paper, offer.chosen, "Skovbrynet")


def test_every_paper_a_kind_speaks_of_can_be_had():
    """Each of the program's kinds names papers that there are, or its own sheets."""
    there = {one.heading for one in EffortPaper}
    for kind in library.efforts():
        assert set(kind.papers) <= there | {form.name for form in kind.forms}, kind.id
        assert kind.invitation or not kind.has_families


def test_a_protected_familys_papers_tell_nobody_where_they_are(hanne):
    """Neither the house nor the street, on any paper of theirs."""
    one, place, _, _ = group(hanne)
    (day,) = planned(hanne, one)
    sessions.write(hanne, day, theme="Vi ses i Mælkebøtten", note="")
    card = replace(hanne.child("alma").record, protected=True, hide_house=True)
    with hanne.write() as pen:
        pen.put(card, "alma")
    made = [
        looking.look_at_sheet(hanne, each.sheet)
        if each.sheet
        else looking.look_at_family(hanne, each.which, place)
        for each in looking.offered_to_family(hanne, place)
    ]
    made.append(looking.look_at_asking(hanne, "alma"))
    assert len(made) == 4
    for pressed in made:
        text = text_of(pressed.pdf)
        assert "Mælkebøtten" not in text
        assert "Engvej" not in text


def test_a_place_that_ended_keeps_its_papers(hanne):
    """Until the file goes, what was written can be given to the family."""
    one, place, _, sheet = group(hanne)
    ended = enrolling.Ended(EnrolmentState.AFSLUTTET, TODAY, outcome="Godt.")
    enrolling.end(hanne, place, ended)
    assert said(sheet_papers.sheet_paper(hanne, sheet))
    assert presence.group_list(hanne, one).rows
