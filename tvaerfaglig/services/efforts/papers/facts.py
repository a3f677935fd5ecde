"""What the papers of an indsats say alike: the house, who leads it, a family's people, goals, weeks and sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.form import FieldType, FormUse
from tvaerfaglig.domain.efforts.goals import Goal, Score
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.records import CHILD, Attends, Effort, Enrolment
from tvaerfaglig.domain.efforts.sheets import Sheet, WeekRow
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.printouts.papers.efforts import GoalRow, WeekLine
from tvaerfaglig.printouts.papers.parts import ChildFacts, Imprint, Present
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.parents.guarded import stop_if_guarded
from tvaerfaglig.services.printing import paper_facts, withheld
from tvaerfaglig.services.printing.withheld import Withheld
from tvaerfaglig.services.session import Session


@dataclass(frozen=True, slots=True)
class Family:
    """One family of an effort whose papers the actor may print."""

    place: Stored[Enrolment]
    effort: Effort
    kind: EffortKind
    child: Child
    held: Withheld
    guarded: bool

    @property
    def child_id(self) -> str:
        return self.place.record.child


def family(session: Session, enrolment_id: str, *, for_parents: bool = False) -> Family:
    """Raises what the place raises; and NotAllowed, with the advice, for parents who are not to be told."""
    place = rules.place(session, enrolment_id, Action.PRINT)
    child = session.child(place.record.child, Action.PRINT).record
    if for_parents:
        stop_if_guarded(session, place.record.child, child.first_name)
    effort = rules.found(session, place.record.effort).record
    return Family(
        place=place,
        effort=effort,
        kind=kind_of(session, effort),
        child=child,
        held=withheld.of_child(session, place.record.child),
        guarded=hides_parents(session, place.record.child),
    )


def imprint(session: Session, made: Family, purpose: str) -> Imprint:
    return paper_facts.imprint(session, made.child, purpose=purpose)


def house_imprint(session: Session, house_id: str, purpose: str) -> Imprint:
    """Of the effort's house, whichever house of hers comes first."""
    made = paper_facts.imprint(session, None, purpose=purpose)
    house = session.houses().get(house_id)
    if house is None:
        return made
    return replace(made, house=house.name, address=paper_facts.house_line(house, None))


def child_facts(session: Session, made: Family) -> ChildFacts:
    """As other papers name her; one who is not born yet is »barnet«, until she has a name of her own."""
    facts = paper_facts.child_facts(made.child, session.today)
    return replace(facts, name="Barnet", first_name="barnet") if facts.unborn else facts


def first_name(made: Family) -> str:
    return made.child.first_name if made.child.born else "barnet"


def effort_line(made: Family) -> str:
    """The effort's name; under a hidden house without what would tell which it is."""
    return made.held.taken_out(made.effort.name)


def leaders(session: Session, effort: Effort) -> tuple[Present, ...]:
    """Those who have a seat, with what they are."""
    staff = session.staff()
    found = [staff[one.staff] for one in effort.seated if one.staff in staff]
    return tuple(dict.fromkeys(Present(one.name, one.role.word) for one in found))


def staff_names(session: Session, ids: Iterable[str]) -> str:
    """»Mette Sørensen, pædagog, og Line Toft, sundhedsplejerske«."""
    staff = session.staff()
    said = [f"{staff[one].name}, {staff[one].role.word}" for one in ids if one in staff]
    return danish.join_and([f"{one}," for one in said[:-1]] + said[-1:])


def people(made: Family) -> tuple[Present, ...]:
    """The child first, then who comes along, with what they are to her."""
    own = Present(first_name(made))
    rest = (*made.place.record.adults, *made.place.record.siblings)
    return (own, *(Present(one.called, one.relation.lower()) for one in rest))


def short(made: Family, one: Attends) -> str:
    """The head of a narrow column."""
    if one.person == CHILD:
        return danish.capital(first_name(made))
    return danish.capital(one.relation) or danish.first_name(one.called)


def holders(made: Family) -> str:
    """To whom it is written."""
    named = [one.name for one in made.child.custody_holders]
    return danish.join_and(named or [one.called for one in made.place.record.adults])


def contact(
    session: Session, effort: Effort, *, hidden: bool = False, child: Child | None = None
) -> str:
    """Whom to ring in the house: of those who have a seat the one who has this child every day, else the first."""
    staff, house = session.staff(), session.houses().get(effort.house)
    seated = [one.staff for one in effort.seated]
    every_day = (child.dagplejer, child.contact_person) if child else ()
    hers = [one for one in every_day if one in seated or (child and one == child.dagplejer)]
    here = [one for one in (*hers, *seated) if one in staff and staff[one].active]
    own = [staff[one].name for one in here if not staff[one].role.visits]
    phone = f", tlf. {house.phone}" if house and house.phone and not hidden else ""
    return f"Ring til {own[0]}{phone}." if own else f"Ring til os{phone}." if phone else ""


def goal_rows(goals: Iterable[Stored[Goal]], until: date = date.max) -> tuple[GoalRow, ...]:
    """Those that are alive, as they were scored `until` that day."""
    return tuple(_goal(_by(one.record, until)) for one in goals if one.record.dropped_on is None)


def _by(made: Goal, until: date) -> Goal:
    return replace(made, scores=tuple(one for one in made.scores if one.day <= until))


def _goal(made: Goal) -> GoalRow:
    first, last = made.scored(FormUse.START), made.latest
    return GoalRow(
        text=made.text,
        steps=made.steps,
        start=_scored(made.scored(FormUse.START)),
        status=_scored(made.scored(FormUse.STATUS)),
        end=_scored(made.scored(FormUse.SLUT)),
        began=first.reached if first else "",
        now=last.reached if last and last is not first else "",
    )


def _scored(score: Score | None) -> str:
    return f"Trin {score.step}\n{danish.day_of_month(score.day)}" if score else ""


def week_lines(rows: Iterable[WeekRow]) -> tuple[WeekLine, ...]:
    return tuple(
        WeekLine(danish.capital(one.weekday.value), danish.span(one.at, one.to), one.what)
        for one in rows
    )


def newest_with(
    kind: EffortKind, sheets: Iterable[Stored[Sheet]], type_: FieldType
) -> Stored[Sheet] | None:
    """The newest sheet in which a field of this type was answered."""
    fields = {(form.id, one.id) for form in kind.forms for one in form.fields if one.type is type_}
    return next(
        (
            sheet
            for sheet in sheets
            if any((sheet.record.form, one.field) in fields for one in sheet.record.answers)
        ),
        None,
    )


def short_day(on: date) -> str:
    """2. sep. 2026, where there is little room."""
    return f"{danish.day_of_month(on)} {on.year}"


def day(on: date | None) -> str:
    return danish.day(on) if on else ""
