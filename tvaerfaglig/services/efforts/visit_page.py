"""The visits of an effort as pages read them: whom they go to in words, and who may be chosen for a new one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import Effort, EnrolmentState
from tvaerfaglig.domain.people import Role
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import house_visits, rules, visits
from tvaerfaglig.services.efforts.house_visits import HouseVisits
from tvaerfaglig.services.efforts.visits import Held
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow:
    """One visit: `whom` is the child's first name, or who or what it goes to without one."""

    stored: Stored[VisitLog]
    whom: str
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPage:
    """All of an effort's visits that one may see, the newest first. `of_house` where they are those of the house.

    `families` are those in it now, by enrolment, and `nobody` what a visit without one goes to.
    """

    effort: str
    title: str
    rows: tuple[VisitRow, ...]
    held: Held
    of_house: HouseVisits | None
    families: tuple[tuple[str, str], ...]
    nobody: str
    colleagues: tuple[tuple[str, str], ...]
    seated: tuple[str, ...]
    runs: bool
    today: date


def visit_page(session: Session, effort_id: str) -> VisitPage:
    """For whoever may see the effort."""
    made = rules.found(session, effort_id).record
    is_house = house_visits.are_the_houses(made)
    of_house = house_visits.house_visits(session, effort_id) if is_house else None
    places, visible = rules.places(session, effort_id), session.children()
    names = {one.id: visible[one.record.child].record.first_name for one in places}
    staff = session.staff()
    nobody = _nobody(session, made)
    rows = tuple(
        VisitRow(
            stored=one,
            whom=names.get(one.record.enrolment, nobody),
            who=tuple(staff[by].name for by in one.record.by if by in staff),
        )
        for one in visits.visits(session, effort_id)
    )
    seated = tuple(dict.fromkeys(one.staff for one in made.seated if one.staff in staff))
    here = sorted(
        (one.name, key) for key, one in staff.items() if one.active and made.house in one.houses
    )
    return VisitPage(
        effort=effort_id,
        title=made.name,
        rows=rows,
        held=of_house.held if of_house else visits.held(session, effort_id),
        of_house=of_house,
        families=tuple(
            (one.id, names[one.id]) for one in places if one.record.status is EnrolmentState.MED
        ),
        nobody=nobody,
        colleagues=tuple((key, name) for name, key in here),
        seated=seated,
        runs=rules.runs(session, made),
        today=session.today,
    )


def one_visit(session: Session, effort_id: str, visit_id: str) -> tuple[VisitPage, VisitRow]:
    """One of them with its page. Raises NotFound where it is gone or not for her."""
    page = visit_page(session, effort_id)
    found = next((one for one in page.rows if one.stored.id == visit_id), None)
    if found is None:
        raise NotFound("Besøget findes ikke længere.")
    if found.stored.record.child:
        session.looked(child=found.stored.record.child, record=visit_id, what=VisitLog.KIND)
    return page, found


def _nobody(session: Session, made: Effort) -> str:
    """A dagplejer is visited by name: hers is the seat. Else it is the house."""
    staff = session.staff()
    seated = [staff[one.staff] for one in made.seated if one.staff in staff]
    alone = next((one.name for one in seated if one.role is Role.DAGPLEJER), "")
    return alone or "Huset"
