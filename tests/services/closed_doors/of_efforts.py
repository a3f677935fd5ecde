"""Doors to an indsats: a family's place, its goals, sheets, phases and visits; the roll it stands on."""

from __future__ import annotations

from tests.services.closed_doors.shelf import SECRET, TODAY, Act, Shelf
from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import Goal, Score
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.planning import SessionPlan
from tvaerfaglig.domain.efforts.records import EffortSession, Enrolment, EnrolmentState
from tvaerfaglig.domain.efforts.roll_call import Mark
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Sheet
from tvaerfaglig.domain.efforts.volunteers import VolunteerPlace
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.printouts.papers.efforts import HandoverPaper
from tvaerfaglig.printouts.papers.parts import ChildFacts, Imprint
from tvaerfaglig.services.children import birth
from tvaerfaglig.services.efforts import (
    attendance,
    beginning,
    calling,
    enrolling,
    families,
    family_view,
    for_child,
    giving,
    goals,
    group_note,
    house_visits,
    missing,
    one_day,
    own_sheets,
    phases,
    reading,
    roll,
    rules,
    sessions,
    sheets,
    starting,
    team_page,
    told,
    undoing,
    visit_page,
    visit_plan,
    visits,
    volunteer_page,
    volunteers,
)
from tvaerfaglig.services.efforts.papers import (
    courses,
    facts,
    handover,
    invitation,
    looking,
    presence,
    team,
)
from tvaerfaglig.services.efforts.papers import sheets as sheet_papers
from tvaerfaglig.services.efforts.papers import visits as visit_papers
from tvaerfaglig.services.efforts.papers import volunteers as volunteer_papers
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.efforts.roll import Called
from tvaerfaglig.services.printing import noting
from tvaerfaglig.services.stepping import Step


def _place(shelf: Shelf) -> Enrolment:
    return Enrolment(effort=shelf.effort, child="alma", asked_on=TODAY)


def _goal(shelf: Shelf) -> Goal:
    return Goal(
        effort="", enrolment=shelf.place, child="", day=TODAY, text="Mit.", steps=("a", "b")
    )


def _sheet(shelf: Shelf) -> Sheet:
    return Sheet(
        effort=shelf.effort, form="handleplan", name="", use=FormUse.START, day=TODAY,
        enrolment=shelf.place, answers=(FieldAnswer(field="kan", text="Mit."),),
    )  # fmt: skip


def _visit(shelf: Shelf) -> VisitLog:
    return VisitLog(effort=shelf.effort, enrolment=shelf.place, day=TODAY, by=("mette",))


def _spot(shelf: Shelf) -> VolunteerPlace:
    return VolunteerPlace(volunteer="x", effort=shelf.effort, enrolment=shelf.place, from_day=TODAY)


def _day(shelf: Shelf) -> EffortSession:
    return EffortSession(effort=shelf.effort, day=TODAY)


_PLAN = SessionPlan(first=TODAY, times=1)
_ENDED = enrolling.Ended(EnrolmentState.AFSLUTTET, TODAY)
_SCORE = Score(at=FormUse.START, day=TODAY, step=1)

_ALONG = handover.Wanted(to="Skovbrynet", samtykke="x", ticked=("kan",))
_SHEET = HandoverPaper(imprint=Imprint(house=""), child=ChildFacts(name="", first_name=""))

CLOSED: dict[str, Act] = {
    "efforts.papers.facts.family": lambda s, x: facts.family(s, x.place),
    "efforts.papers.sheets.sheet_of": lambda s, x: sheet_papers.sheet_of(s, x.effort_sheet),
    "efforts.papers.sheets.sheet_paper": lambda s, x: sheet_papers.sheet_paper(s, x.effort_sheet),
    "efforts.papers.sheets.status_note": lambda s, x: sheet_papers.status_note(s, x.place),
    "efforts.papers.courses.phase_plan": lambda s, x: courses.phase_plan(s, x.place),
    "efforts.papers.courses.week_plan": lambda s, x: courses.week_plan(s, x.place),
    "efforts.papers.presence.family_attendance": lambda s, x: presence.family_attendance(
        s, x.place
    ),
    "efforts.papers.presence.group_list": lambda s, x: presence.group_list(s, x.effort),
    "efforts.papers.presence.days_of": lambda s, x: presence.days_of(s, x.effort),
    "efforts.papers.presence.children_on": lambda s, x: presence.children_on(s, x.effort),
    "efforts.papers.team.team_list": lambda s, x: team.team_list(s, x.effort),
    "efforts.papers.invitation.invitation": lambda s, x: invitation.invitation(s, x.effort),
    "efforts.papers.invitation.to_family": lambda s, x: invitation.to_family(s, x.place),
    "efforts.papers.visits.visit_of": lambda s, x: visit_papers.visit_of(s, x.effort_visit),
    "efforts.papers.visits.report": lambda s, x: visit_papers.report(s, x.effort_visit),
    "efforts.papers.visits.topic_calendar": lambda s, x: visit_papers.topic_calendar(s, x.effort),
    "efforts.papers.volunteers.agreement": lambda s, x: volunteer_papers.agreement(s, x.effort, ""),
    "efforts.papers.volunteers.week_plan": lambda s, x: volunteer_papers.week_plan(s, x.effort, ""),
    "efforts.papers.volunteers.thanks": lambda s, x: volunteer_papers.thanks(s, x.effort, ""),
    "efforts.papers.handover.offer": lambda s, _: handover.offer(s, "alma"),
    "efforts.papers.handover.asking": lambda s, _: handover.asking(s, "alma"),
    "efforts.papers.handover.handed": lambda s, _: handover.handed(s, "alma", _ALONG, _SHEET),
    "efforts.papers.handover.handover": lambda s, _: handover.handover(s, "alma", _ALONG),
    "efforts.papers.looking.offered_to_effort": lambda s, x: looking.offered_to_effort(s, x.effort),
    "efforts.papers.looking.offered_to_family": lambda s, x: looking.offered_to_family(s, x.place),
    "efforts.papers.looking.offered_to_volunteer": lambda s, x: looking.offered_to_volunteer(
        s, x.effort, ""
    ),
    "efforts.papers.volunteers.has_week": lambda s, x: volunteer_papers.has_week(s, x.effort, ""),
    "efforts.papers.looking.children_on": lambda s, x: looking.children_on(
        s, EffortPaper.FREMMOEDELISTE, x.effort
    ),
    "efforts.papers.looking.look_at_effort": lambda s, x: looking.look_at_effort(
        s, EffortPaper.INVITATION, x.effort
    ),
    "efforts.papers.looking.look_at_family": lambda s, x: looking.look_at_family(
        s, EffortPaper.FREMMOEDEARK, x.place
    ),
    "efforts.papers.looking.look_at_sheet": lambda s, x: looking.look_at_sheet(s, x.effort_sheet),
    "efforts.papers.looking.look_at_status": lambda s, x: looking.look_at_status(s, x.effort_sheet),
    "efforts.papers.looking.look_at_visit": lambda s, x: looking.look_at_visit(s, x.effort_visit),
    "efforts.papers.looking.look_at_volunteer": lambda s, x: looking.look_at_volunteer(
        s, EffortPaper.TAK, x.effort, ""
    ),
    "efforts.papers.looking.look_at_asking": lambda s, _: looking.look_at_asking(s, "alma"),
    "efforts.papers.looking.look_at_handover": lambda s, _: looking.look_at_handover(
        s, "alma", _ALONG
    ),
    "printing.noting.note_printed of an effort": lambda s, x: noting.note_printed(
        s, document="invitation", how="har udskrevet", record=x.effort
    ),
    "efforts.rules.found": lambda s, x: rules.found(s, x.effort),
    "efforts.rules.require_run": lambda s, x: rules.require_run(s, x.effort),
    "efforts.rules.effort_session": lambda s, x: rules.effort_session(s, x.effort_day),
    "efforts.rules.place": lambda s, x: rules.place(s, x.place, Action.SEE),
    "efforts.enrolling.ask": lambda s, x: enrolling.ask(s, _place(x)),
    "efforts.enrolling.admit": lambda s, x: enrolling.admit(s, x.place, TODAY),
    "efforts.enrolling.end": lambda s, x: enrolling.end(s, x.place, _ENDED),
    "efforts.enrolling.take_off": lambda s, x: enrolling.take_off(s, x.place, "Nu."),
    "efforts.enrolling.undo": lambda s, x: enrolling.undo(s, x.place),
    "efforts.told.of_child": lambda s, x: told.of_child(s, "bertil"),
    "efforts.goals.goals": lambda s, x: goals.goals(s, x.place),
    "efforts.goals.save": lambda s, x: goals.save(s, _goal(x)),
    "efforts.goals.score": lambda s, x: goals.score(s, x.goal, _SCORE),
    "efforts.goals.scored": lambda s, x: goals.scored(s, x.goal, _SCORE),
    "efforts.goals.drop": lambda s, x: goals.drop(s, x.goal, "Nu."),
    "efforts.goals.take_up": lambda s, x: goals.take_up(s, x.goal),
    "efforts.sheets.sheets": lambda s, x: sheets.sheets(s, x.place),
    "efforts.sheets.save": lambda s, x: sheets.save(s, _sheet(x)),
    "efforts.sheets.hold_status": lambda s, x: sheets.hold_status(s, _sheet(x), {x.goal: _SCORE}),
    "efforts.sheets.house_sheets": lambda s, x: sheets.house_sheets(s, x.effort),
    "efforts.sheets.review": lambda s, x: sheets.review(s, x.effort_sheet),
    "efforts.sheets.shown_to_parents": lambda s, x: sheets.shown_to_parents(
        s, x.effort_sheet, TODAY
    ),
    "efforts.sheets.status_due": lambda s, x: sheets.status_due(s, x.effort),
    "efforts.sheets.look": lambda s, x: sheets.look(s, x.effort_sheet),
    "efforts.sheets.versions": lambda s, x: sheets.versions(s, x.effort_sheet),
    "efforts.undoing.take_back": lambda s, x: undoing.take_back(s, x.goal),
    "children.birth.born": lambda s, _: birth.born(s, "alma", birth.Birth(on=TODAY)),
    "efforts.family_view.open_family": lambda s, x: family_view.open_family(s, x.place),
    "efforts.family_view.read_family": lambda s, x: family_view.read_family(s, x.place),
    "efforts.for_child.places_of": lambda s, _: for_child.places_of(s, "alma"),
    "efforts.phases.phase_plan": lambda s, x: phases.phase_plan(s, x.place),
    "efforts.phases.enter": lambda s, x: phases.enter(s, x.place, "x", TODAY, ("mette",)),
    "efforts.phases.note": lambda s, x: phases.note(s, x.place, "x", "Mit."),
    "efforts.visits.visits": lambda s, x: visits.visits(s, x.effort),
    "efforts.visits.held": lambda s, x: visits.held(s, x.effort),
    "efforts.visits.save": lambda s, x: visits.save(s, _visit(x)),
    "efforts.visits.cancel": lambda s, x: visits.cancel(s, x.effort_visit, "Nu."),
    "efforts.roll.roll": lambda s, x: roll.roll(s, x.effort_day),
    "efforts.roll.call": lambda s, x: roll.call(
        s, x.effort_day, [Mark(enrolment=x.place, reason=SECRET)]
    ),
    "efforts.visits.checked": lambda s, x: visits.checked(s, _visit(x)),
    "efforts.visits.went": lambda s, x: visits.went(s, x.effort_visit, _visit(x)),
    "efforts.visits.as_it_was": lambda s, x: visits.as_it_was(s, Step(x.effort_visit, "x", "x")),
    "efforts.visits.take_back": lambda s, x: visits.take_back(s, (x.effort_visit,)),
    "efforts.visit_plan.propose": lambda s, x: visit_plan.propose(s, x.effort, _PLAN, x.place),
    "efforts.visit_plan.accept": lambda s, x: visit_plan.accept(s, _PLAN, (), _visit(x)),
    "efforts.one_day.asked_about": lambda s, x: one_day.asked_about(s, x.effort, TODAY),
    "efforts.one_day.plan_one": lambda s, x: one_day.plan_one(s, _day(x)),
    "efforts.one_day.as_it_was": lambda s, x: one_day.as_it_was(s, Step(x.effort_day, "x", "x")),
    "efforts.one_day.day_page": lambda s, x: one_day.day_page(s, x.effort_day),
    "efforts.visit_page.visit_page": lambda s, x: visit_page.visit_page(s, x.effort),
    "efforts.visit_page.one_visit": lambda s, x: visit_page.one_visit(s, x.effort, x.effort_visit),
    "efforts.calling.begun": lambda s, x: calling.begun(s, x.effort_day),
    "efforts.calling.keep": lambda s, x: calling.keep(s, x.effort_day, ()),
    "efforts.calling.hand_in": lambda s, x: calling.hand_in(
        s, x.effort_day, [Mark(enrolment=x.place, reason=SECRET)]
    ),
    "efforts.calling.take_back": lambda s, x: calling.take_back(
        s, x.effort_day, (), Called(0, Changes(), ("x",))
    ),
    "efforts.group_note.whose": lambda s, x: group_note.whose(s, x.effort_day, "Alma"),
    "efforts.group_note.move_to_family": lambda s, x: group_note.move_to_family(
        s, x.effort_day, x.place, "Mit."
    ),
    "efforts.group_note.take_back_move": lambda s, x: group_note.take_back_move(
        s, x.effort_day, Step(roll.presence_id(x.effort_day, x.place), "x", "x")
    ),
    "efforts.attendance.attendance": lambda s, x: attendance.attendance(s, x.effort),
    "efforts.attendance.days_page": lambda s, x: attendance.days_page(s, x.effort),
    "efforts.house_visits.house_visits": lambda s, x: house_visits.house_visits(s, x.effort),
    "efforts.roll.answer_again": lambda s, x: roll.answer_again(
        s, x.effort_day, Mark(enrolment=x.place, reason=SECRET)
    ),
    "efforts.roll.take_back": lambda s, x: roll.take_back(
        s, x.effort_day, Called(0, Changes(), ("x",))
    ),
    "efforts.reading.effort_page": lambda s, x: reading.effort_page(s, x.effort),
    "efforts.starting.close": lambda s, x: starting.close(s, x.effort, "Nu."),
    "efforts.starting.still_in_it": lambda s, x: starting.still_in_it(s, x.effort),
    "efforts.starting.close_again": lambda s, x: starting.close_again(
        s, x.effort, rules.found(s, x.effort).record
    ),
    "efforts.starting.begin": lambda s, x: starting.begin(s, x.effort),
    "efforts.starting.reopen": lambda s, x: starting.reopen(s, x.effort),
    "efforts.starting.remove": lambda s, x: starting.remove(s, x.effort),
    "efforts.sessions.write": lambda s, x: sessions.write(s, x.effort_day, theme="x", note="x"),
    "efforts.sessions.cancel": lambda s, x: sessions.cancel(s, x.effort_day, "Nu."),
    "efforts.sessions.move": lambda s, x: sessions.move(s, x.effort_day, TODAY, "Nu."),
    "efforts.sessions.put_back": lambda s, x: sessions.put_back(s, x.effort_day),
    "efforts.sessions.hold_without_families": lambda s, x: sessions.hold_without_families(
        s, x.effort_day
    ),
    "efforts.starting.plan_again": lambda s, x: starting.plan_again(s, x.effort),
    "efforts.enrolling.end_again": lambda s, x: enrolling.end_again(s, x.place, _place(x)),
    "efforts.enrolling.take_back": lambda s, x: enrolling.take_back(s, x.place),
    "efforts.beginning.shelf_for": lambda s, _: beginning.shelf_for(s, "alma"),
    "efforts.beginning.to_change": lambda s, x: beginning.to_change(s, x.effort),
    "efforts.families.families": lambda s, x: families.families(s, x.effort),
    "efforts.families.may_join": lambda s, x: families.may_join(s, x.effort),
    "efforts.families.to_ask": lambda s, x: families.to_ask(s, x.effort, "alma"),
    "efforts.families.to_correct": lambda s, x: families.to_correct(s, x.place),
    "efforts.giving.giving": lambda s, x: giving.giving(s, x.place),
    "efforts.own_sheets.own_sheets": lambda s, x: own_sheets.own_sheets(s, x.effort),
    "efforts.missing.missing": lambda s, x: missing.missing(s, x.effort),
    "efforts.volunteers.place": lambda s, x: volunteers.place(s, _spot(x)),
    "efforts.team_page.team_page": lambda s, x: team_page.team_page(s, x.effort),
    "efforts.volunteer_page.volunteer_list": lambda s, x: volunteer_page.volunteer_list(
        s, x.effort
    ),
    "efforts.volunteer_page.volunteer_page": lambda s, x: volunteer_page.volunteer_page(
        s, x.effort, "x"
    ),
}
