"""Everything about one child in the order it happened, newest first; planned things on top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tvaerfaglig.domain.acts import Attachment
from tvaerfaglig.domain.attendance import Attendance
from tvaerfaglig.domain.concern import Concern, NotNow, PositionSet
from tvaerfaglig.domain.contact import Absence, FamilyEvent, ParentContact, ParentRemark
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import Enrolment, Phase
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.efforts.tried import Tried
from tvaerfaglig.domain.emergency import Emergency
from tvaerfaglig.domain.follow_up import Contacted, Journalled, LookAgain, Reminder
from tvaerfaglig.domain.handing_over import HandedOver
from tvaerfaglig.domain.kinds import KINDS
from tvaerfaglig.domain.konsultation import Agreement, AgreementState, Konsultation
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.protection import Guard, Samtykke, Sharing
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.roles import Action, Tie, may
from tvaerfaglig.domain.rounds.records import Joint
from tvaerfaglig.domain.snooze import Snoozed
from tvaerfaglig.domain.statusudtalelser.records import (
    StatusFinished,
    StatusStep,
    Statusudtalelse,
)
from tvaerfaglig.domain.stored import Stored, Version
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.domain.underretning import Finished, Step, Underretning
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.services.efforts import told
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.meetings.talks import each_once
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries

SHOWN: tuple[type[Record], ...] = (
    Observation,
    ParentContact,
    ParentRemark,
    Konsultation,
    Contribution,
    Absence,
    Attendance,
    FamilyEvent,
    Underretning,
    Finished,
    Step,
    Contacted,
    Reminder,
    LookAgain,
    Journalled,
    Statusudtalelse,
    StatusFinished,
    StatusStep,
    Joint,
    Enrolment,
    Phase,
    Sheet,
    VisitLog,
    Concern,
    PositionSet,
    NotNow,
    Tovholder,
    Snoozed,
    Samtykke,
    Sharing,
    HandedOver,
    Guard,
    Emergency,
)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The entries with the newest first, and the names that their words need; `efforts` are called by id."""

    child: str
    entries: tuple[Stored[Any], ...]
    agreements: tuple[Stored[Agreement], ...]
    attached: dict[str, int]
    names: Names
    today: date
    tried: tuple[Tried, ...] = ()
    efforts: Mapping[str, str] = field(default_factory=dict)

    def of(self, kind: type[Record]) -> tuple[Stored[Any], ...]:
        return tuple(entry for entry in self.entries if isinstance(entry.record, kind))

    def agreed_at(self, konsultation: str) -> tuple[Stored[Agreement], ...]:
        """What was agreed at one konsultation, the first agreement first."""
        own = [
            one
            for one in self.agreements
            if one.record.konsultation == konsultation
            and one.record.status is not AgreementState.FJERNET
        ]
        return tuple(sorted(own, key=lambda one: one.id))


@dataclass(frozen=True, slots=True)
class History:
    """One record with all its versions, the oldest first, and whether the actor may correct it."""

    stored: Stored[Any]
    versions: tuple[Version[Any], ...]
    may_correct: bool
    names: Names


def timeline(session: Session, child_id: str) -> Timeline:
    """The child's whole timeline. Opening it is noted with her page."""
    session.child(child_id)
    entries = each_once(
        entry for kind in SHOWN for entry in queries.of_child(session.vault, kind, child_id)
    )
    entries.sort(key=lambda entry: (entry.record.happened(), entry.id), reverse=True)
    places = [one for one in entries if isinstance(one.record, Enrolment)]
    attached = Counter(
        one.record.record for one in queries.of_child(session.vault, Attachment, child_id)
    )
    return Timeline(
        child=child_id,
        entries=tuple(entries),
        agreements=tuple(queries.of_child(session.vault, Agreement, child_id)),
        attached=dict(attached),
        names=names(session),
        today=session.today,
        tried=told.of_child(session, child_id),
        efforts={one: made.name for one, made in told.names_of(session, places).items()},
    )


def history(session: Session, record_id: str) -> History:
    """One entry opened: when it happened, was written and was changed. Opening it is noted."""
    kind = KINDS.get(queries.kind_of(session.vault, record_id))
    stored = queries.one(session.vault, kind, record_id) if kind else None
    if kind is None or stored is None or not stored.record.about():
        raise NotFound("Det findes ikke længere.")
    visible = session.children()
    here = [one for one in stored.record.about() if one in visible]
    child = visible[here[0]] if here else session.child(stored.record.about()[0])
    ties = set(session.ties(child)) | (
        {Tie.WRITER} if stored.written_by == session.my_id else set()
    )
    session.looked(child=child.id, record=record_id, what=kind.KIND)
    return History(
        stored=stored,
        versions=tuple(past.versions(session.vault, kind, record_id)),
        may_correct=may(session.actor, Action.CORRECT, ties),
        names=names(session),
    )
