"""One statusudtalelse as its page needs it, and the list of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from tvaerfaglig.domain.contact import ParentRemark
from tvaerfaglig.domain.deadline import Due, DueState, due
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child, Dagtilbud, Staff
from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.roles import Action, may
from tvaerfaglig.domain.statusudtalelser.form import StatusForm
from tvaerfaglig.domain.statusudtalelser.records import (
    PARENTS,
    StatusFinished,
    StatusStage,
    StatusStep,
    Statusudtalelse,
    stage_of,
)
from tvaerfaglig.domain.statusudtalelser.sorting import Beside, about_child, beside
from tvaerfaglig.domain.stored import Stored, as_written
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.services import drafts
from tvaerfaglig.services.children.card import masked
from tvaerfaglig.services.children.guard import standing_guard
from tvaerfaglig.services.children.register import place_of
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.printing import withheld
from tvaerfaglig.services.printing.withheld import Withheld
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.statusudtalelser.stages import status_stages
from tvaerfaglig.store import codec, queries

A = TypeVar("A", StatusFinished, StatusStep)
LOOK = "statusudtalelse"
DRAFT = "statusudtalelse"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusPage:
    """Everything about one. The CPR number is masked; while the guard hides the parents, theirs is not in it.

    `kept` is what was being written and never saved.
    """

    stored: Stored[Statusudtalelse]
    child: Stored[Child]
    house: Dagtilbud
    place: str
    observations: tuple[Stored[Observation], ...]
    finished: tuple[Stored[StatusFinished], ...] = ()
    steps: tuple[Stored[StatusStep], ...] = ()
    remarks: tuple[Stored[ParentRemark], ...] = ()
    guard: Stored[Guard] | None = None
    held: Withheld
    kept: Statusudtalelse | None = None
    staff: Mapping[str, Staff]
    names: Names
    may: frozenset[Action]
    today: date

    @property
    def id(self) -> str:
        return self.stored.id

    @property
    def record(self) -> Statusudtalelse:
        return self.stored.record

    @property
    def stage(self) -> StatusStage:
        return stage_of(
            tuple(one.record for one in self.finished), tuple(one.record for one in self.steps)
        )

    @property
    def is_open(self) -> bool:
        return self.stage is StatusStage.KLADDE

    @property
    def frozen(self) -> Stored[StatusFinished] | None:
        return self.finished[-1] if self.finished else None

    @property
    def fresh(self) -> bool:
        """Begun today by the actor, and nothing saved in it since: it can be taken back."""
        one = self.stored
        mine = one.written_by == self.names.me and not one.changed
        return mine and one.record.begun == self.today

    @property
    def hides_parents(self) -> bool:
        return self.guard is not None and self.guard.record.hides_parents

    def holding(self, record: Statusudtalelse) -> StatusPage:
        """The page as it stands on the screen, with what is not saved yet."""
        return replace(self, stored=replace(self.stored, record=record))

    def beside(self, form: StatusForm, categories: Categories) -> Mapping[str, Beside]:
        """The observations of the period by heading, and the gaps in words."""
        period = (self.record.first, self.record.last)
        return beside(self.observations, form, categories, period)

    def newer(self, observation: str) -> Stored[Observation] | None:
        """The observation, where it was corrected after it was chosen."""
        row = next((one for one in self.record.rows if one.observation == observation), None)
        stored = next((one for one in self.observations if one.id == observation), None)
        changed = row is not None and stored is not None and stored.version != row.version
        return stored if changed else None


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One in the list. `due` is when the municipality wants it, while it is not sent."""

    id: str
    child: str
    child_name: str
    stage: StatusStage
    authority: str
    writers: tuple[str, ...]
    begun: date
    changed_at: datetime
    due: Due | None
    mine: bool

    @property
    def is_pressing(self) -> bool:
        return self.due is not None and self.due.state is not DueState.LATER


@dataclass(frozen=True, slots=True)
class StatusList:
    """Every statusudtalelse one may see, and who is who."""

    rows: tuple[StatusRow, ...]
    names: Names
    today: date


def find(session: Session, status_id: str, action: Action = Action.SEE) -> Stored[Statusudtalelse]:
    """The statusudtalelse, if the actor may do this to its child."""
    found = queries.one(session.vault, Statusudtalelse, status_id)
    if found is None:
        raise NotFound("Statusudtalelsen findes ikke længere.")
    session.child(found.record.child, action)
    return found


def open_status(session: Session, status_id: str) -> StatusPage:
    """One statusudtalelse. Opening it is noted."""
    page = read_status(session, status_id)
    session.looked(child=page.record.child, record=status_id, what=LOOK)
    return page


def read_status(session: Session, status_id: str) -> StatusPage:
    """The same for other services: what they read for someone is noted by what they do."""
    stored = find(session, status_id)
    child = session.child(stored.record.child)
    house = session.houses().get(child.record.dagtilbud)
    if house is None:
        raise NotFound("Barnets dagtilbud findes ikke i boksen.")
    guard = standing_guard(session, child.id)
    hidden = guard is not None and guard.record.hides_parents
    staff, vault = session.staff(), session.vault
    remarks = () if hidden else queries.of_child(vault, ParentRemark, child.id)
    return StatusPage(
        stored=replace(stored, record=without_parents(stored.record)) if hidden else stored,
        child=replace(child, record=masked(child.record)),
        house=house,
        place=place_of(child.record, house, {one: who.name for one, who in staff.items()}),
        observations=tuple(
            replace(one, record=one.record.heard_for(child.id))
            for one in queries.of_child(vault, Observation, child.id)
            if about_child(one.record, child.id)
        ),
        finished=copies_of(session, stored),
        steps=steps_of(session, stored),
        remarks=tuple(remarks),
        guard=guard,
        held=withheld.of_child(session, child.id),
        kept=_kept(session, stored, hidden=hidden),
        staff=staff,
        names=names(session),
        may=frozenset(a for a in Action if may(session.actor, a, session.ties(child))),
        today=session.today,
    )


def without_parents(record: Statusudtalelse) -> Statusudtalelse:
    return record.without(PARENTS)


def draft_key(status_id: str) -> str:
    return f"{DRAFT}:{status_id}"


def copies_of(
    session: Session, stored: Stored[Statusudtalelse]
) -> tuple[Stored[StatusFinished], ...]:
    return _acts(session, StatusFinished, stored)


def steps_of(session: Session, stored: Stored[Statusudtalelse]) -> tuple[Stored[StatusStep], ...]:
    return _acts(session, StatusStep, stored)


def _acts(
    session: Session, kind: type[A], stored: Stored[Statusudtalelse]
) -> tuple[Stored[A], ...]:
    found = queries.of_child(session.vault, kind, stored.record.child)
    return tuple(as_written(one for one in found if one.record.status == stored.id))


def _kept(
    session: Session, stored: Stored[Statusudtalelse], *, hidden: bool
) -> Statusudtalelse | None:
    draft = drafts.one(session, draft_key(stored.id))
    read = codec.decode(Statusudtalelse.KIND, draft.content) if draft else None
    if not isinstance(read, Statusudtalelse) or read.child != stored.record.child:
        return None
    return without_parents(read) if hidden else read


def statuses(session: Session) -> StatusList:
    """What waits first, then the newest."""
    children = session.children()
    rows = [
        _row(session, one, children[one.record.child].record, stage)
        for one, stage in status_stages(session.vault, children)
    ]
    rows.sort(key=lambda row: row.changed_at, reverse=True)
    rows.sort(key=lambda row: not row.is_pressing)
    return StatusList(tuple(rows), names(session), session.today)


def _row(
    session: Session, one: Stored[Statusudtalelse], child: Child, stage: StatusStage
) -> StatusRow:
    record = one.record
    wanted = record.request.due if stage is not StatusStage.SENDT else None
    return StatusRow(
        id=one.id,
        child=record.child,
        child_name=child.short_name,
        stage=stage,
        authority=record.request.authority,
        writers=record.writers,
        begun=record.begun,
        changed_at=one.changed_at,
        due=due(wanted, session.today) if wanted else None,
        mine=session.my_id in {one.written_by, one.changed_by, *record.writers},
    )
