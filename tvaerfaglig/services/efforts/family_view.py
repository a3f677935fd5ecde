"""All that one family's page shows, in one trip, and what whoever asks may do there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain.efforts.form import EffortForm, FieldType, FormUse
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.phasing import TalkStand, talk_stands
from tvaerfaglig.domain.efforts.records import Effort, Enrolment, EnrolmentState
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.efforts.talks_due import held_days
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.roles import Action, may
from tvaerfaglig.domain.stored import Draft, Stored
from tvaerfaglig.services import drafts
from tvaerfaglig.services.children.card import masked
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.efforts import goals, rules, sheets
from tvaerfaglig.services.efforts.for_child import next_day
from tvaerfaglig.services.efforts.phases import PhasePlan, phase_plan
from tvaerfaglig.services.efforts.reading import FamilyDay, family_days
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyView:
    """`drafts` are one's own by their key; `people` whom a phase can be given to, those with a seat first."""

    enrolment: str
    place: Stored[Enrolment]
    effort_id: str
    effort: Effort
    kind: EffortKind
    child: Stored[Child]
    hides_parents: bool
    may_write: bool
    may_edit_child: bool
    runs: bool
    role_writes: tuple[EffortForm, ...]
    goals: tuple[Stored[Goal], ...]
    sheets: tuple[Stored[Sheet], ...]
    phases: PhasePlan
    talks: tuple[TalkStand, ...]
    days: tuple[FamilyDay, ...]
    visits: tuple[Stored[VisitLog], ...]
    next_day: date | None
    next_status: date | None
    drafts: Mapping[str, Draft]
    people: tuple[tuple[str, str], ...]
    names: Names
    my_role: str
    today: date

    @property
    def first_name(self) -> str:
        return self.child.record.first_name

    @property
    def is_in(self) -> bool:
        return self.place.record.status is EnrolmentState.MED

    @property
    def is_closed(self) -> bool:
        """The closing is written."""
        return any(one.record.use is FormUse.SLUT for one in self.sheets)

    @property
    def alive(self) -> tuple[Stored[Goal], ...]:
        """The goals that are still gone after."""
        return tuple(one for one in self.goals if one.record.dropped_on is None)

    @property
    def forms(self) -> tuple[EffortForm, ...]:
        """Those about a family."""
        return tuple(one for one in self.kind.forms if not one.about_house)

    def may_fill(self, form: EffortForm) -> bool:
        """When the family is not in it any more only what closes it is still written."""
        open_to = self.is_in or form.use is FormUse.SLUT
        return self.may_write and open_to and form in self.role_writes

    @property
    def has_goals(self) -> bool:
        """Whether the kind asks for goals anywhere, or somebody has set one."""
        asked = (one.type for form in self.forms for one in form.fields)
        return bool(self.goals) or FieldType.MAAL in asked

    def may_review(self, stored: Stored[Sheet]) -> bool:
        """Somebody else reads it after its writer."""
        form = self.kind.form(stored.record.form)
        reads = form is not None and self.my_role in form.reviewed_by
        return self.may_write and reads and self.names.me not in stored.record.by

    def of_form(self, form_id: str) -> tuple[Stored[Sheet], ...]:
        """The newest first."""
        return tuple(one for one in self.sheets if one.record.form == form_id)

    @property
    def came(self) -> tuple[int, int]:
        """To how many of the days on which the roll was called somebody came, and how many they were."""
        said = [one.said for one in self.days if one.said is not None]
        return sum(one.came for one in said), len(said)


def open_family(session: Session, enrolment_id: str) -> FamilyView:
    """One family's own page; that it was opened stands in the child's log."""
    session.looked(
        child=rules.place(session, enrolment_id).record.child,
        record=enrolment_id,
        what=Enrolment.KIND,
    )
    return read_family(session, enrolment_id)


def read_family(session: Session, enrolment_id: str) -> FamilyView:
    """The same again, after something was written."""
    place = rules.place(session, enrolment_id)
    stored = rules.found(session, place.record.effort)
    effort, kind = stored.record, kind_of(session, stored.record)
    child = session.child(place.record.child)
    written = sheets.sheets(session, enrolment_id)
    plan = phase_plan(session, enrolment_id)
    days, ties = family_days(session, stored, place), session.ties(child)
    return FamilyView(
        enrolment=enrolment_id,
        place=place,
        effort_id=stored.id,
        effort=effort,
        kind=kind,
        child=replace(child, record=masked(child.record)),
        hides_parents=hides_parents(session, child.id),
        may_write=may(session.actor, Action.WRITE, ties),
        may_edit_child=may(session.actor, Action.EDIT_CHILD, ties),
        runs=rules.runs(session, effort),
        role_writes=sheets.form_choices(session, effort),
        goals=goals.goals(session, enrolment_id),
        sheets=written,
        phases=plan,
        talks=talk_stands(plan.talks, _held(kind, written, days)),
        days=days,
        visits=_visits(session, place),
        next_day=next_day(session, stored, place) if place.record.until is None else None,
        next_status=sheets.next_status_of(session, place, kind),
        drafts=_mine(session, enrolment_id),
        people=_people(session, effort),
        names=names(session),
        my_role=session.actor.role,
        today=session.today,
    )


def _held(
    kind: EffortKind, written: tuple[Stored[Sheet], ...], days: tuple[FamilyDay, ...]
) -> dict[str, list[date]]:
    return held_days(
        kind.talks,
        ((one.record.form, one.record.day) for one in written),
        ((one.theme, one.day) for one in days if one.said is not None and one.said.came),
    )


def _visits(session: Session, place: Stored[Enrolment]) -> tuple[Stored[VisitLog], ...]:
    """To this family, the newest first."""
    every = queries.of_child(session.vault, VisitLog, place.record.child)
    return tuple(one for one in every if one.record.enrolment == place.id)


def _mine(session: Session, enrolment_id: str) -> dict[str, Draft]:
    """My drafts of this family's sheets and goals."""
    found = {}
    for one in drafts.mine(session):
        ours = one.kind in {Sheet.KIND, Goal.KIND}
        if ours and json.loads(one.content).get("enrolment") == enrolment_id:
            found[one.key] = one
    return found


def _people(session: Session, effort: Effort) -> tuple[tuple[str, str], ...]:
    """Colleagues of the house, those who have a seat first, by name."""
    seated = [one.staff for one in effort.seated]
    here = [
        (key, one.name)
        for key, one in session.staff().items()
        if key in seated or (one.active and effort.house in one.houses and not one.role.visits)
    ]
    return tuple(sorted(here, key=lambda one: (one[0] not in seated, one[1])))
