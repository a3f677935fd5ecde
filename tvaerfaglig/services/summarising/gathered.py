"""Everything about a child that a sagsresumé is made of, read once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.attendance import Attendance
from tvaerfaglig.domain.concern import Concern, PositionSet
from tvaerfaglig.domain.contact import Absence, FamilyEvent, ParentContact, ParentRemark
from tvaerfaglig.domain.efforts.tried import Tried
from tvaerfaglig.domain.follow_up import Contacted, LookAgain, Reminder
from tvaerfaglig.domain.konsultation import Agreement, Konsultation, KonsultationState
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.stored import Stored, as_written
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.domain.underretning import Finished, Stage, Step, Underretning, stage_of
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.services.agreements.reading import doers
from tvaerfaglig.services.efforts import told
from tvaerfaglig.services.meetings.talks import each_once
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.rounds.together import set_in_round
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

KINDS: tuple[type[Record], ...] = (
    Observation,
    ParentContact,
    ParentRemark,
    Konsultation,
    Contribution,
    Absence,
    Attendance,
    FamilyEvent,
    PositionSet,
    Concern,
    Agreement,
    Tovholder,
    Underretning,
    Finished,
    Step,
    Contacted,
    Reminder,
    LookAgain,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the leader chose: for what, from when until when, and whether own reflections come along.

    `rounds`: the positions that trivselsrunder set. Those are for the house's own work, and stay behind unless chosen.
    """

    purpose: str
    first: date
    last: date
    reflections: bool = False
    rounds: bool = False


@dataclass(frozen=True, slots=True)
class Gathered:
    """The records by kind, the oldest first. `leaves_rounds`: trivselsrunder set positions that are left out."""

    child_id: str
    child: Child
    names: Names
    wanted: Wanted
    today: date
    records: dict[type[Record], list[Stored[Any]]]
    leaves_rounds: bool = False
    tried: tuple[Tried, ...] = ()

    def of(self, kind: type[Record]) -> list[Stored[Any]]:
        return self.records[kind]

    def in_period(self, kind: type[Record]) -> list[Stored[Any]]:
        first, last = self.wanted.first.isoformat(), self.wanted.last.isoformat()
        return [one for one in self.of(kind) if first <= one.record.happened()[:10] <= last]

    def held(self) -> list[Stored[Any]]:
        """The konsultationer of the period that were held."""
        done = {KonsultationState.AFSLUTTET, KonsultationState.I_GANG}
        return [one for one in self.in_period(Konsultation) if one.record.status in done]

    def letter_stage(self) -> tuple[Stored[Underretning], Stage] | None:
        """The newest letter, and how far it has come."""
        letters = self.of(Underretning)
        return (letters[-1], stage_of(*self.acts(letters[-1].id))) if letters else None

    def acts(self, letter: str) -> tuple[tuple[Finished, ...], tuple[Step, ...]]:
        """What was done with a letter."""
        steps = as_written(self.of(Step))
        return (
            tuple(o.record for o in self.of(Finished) if o.record.underretning == letter),
            tuple(o.record for o in steps if o.record.underretning == letter),
        )

    def first_concern(self) -> date | None:
        return min((one.record.first_noticed for one in self.of(Concern)), default=None)

    def masked(self, text: str) -> str:
        """Without other children's names."""
        return paper_facts.masked(text, self.child_id, self.child)

    def who(self, agreement: Agreement) -> str:
        return doers(agreement, self.names, self.child.parents)


def gather(session: Session, child_id: str, child: Child, wanted: Wanted) -> Gathered:
    """Ask for it all; who may is asked before."""
    records = {
        kind: list(reversed(queries.of_child(session.vault, kind, child_id))) for kind in KINDS
    }
    known = {one.id for one in each_once(chain.from_iterable(records.values()))}
    records = {kind: [one for one in each if one.id in known] for kind, each in records.items()}
    every = records[PositionSet]
    if not wanted.rounds:
        records[PositionSet] = [one for one in every if not set_in_round(one)]
    leaves_rounds = len(every) > len(records[PositionSet])
    return Gathered(
        child_id, child, names(session), wanted, session.today, records, leaves_rounds,
        tuple(one for one in told.of_child(session, child_id) if one.first <= wanted.last),
    )  # fmt: skip


def due_words(due: date | None, today: date) -> str:
    if due is None:
        return "uden dato"
    if due < today:
        return danish.count((today - due).days, "dag", "dage") + " over tid"
    return "i dag" if due == today else "afventer"
