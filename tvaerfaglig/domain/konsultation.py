"""A konsultation: the note of fifteen parts, and the agreements that come of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.meetings.answers import OwnAnswer
from tvaerfaglig.domain.preparing.preparation import (
    NOTHING_FOR_PARENTS,
    NOTHING_PREPARED,
    ForParents,
    Preparation,
)
from tvaerfaglig.domain.record import Record, moment, text_of


class KonsultationKind(StrEnum):
    """Anonymous is the default; a named one needs a recorded basis (product.md rule 7)."""

    ANONYM = "anonym"
    NAVNGIVET = "navngivet"
    TEMA = "tema"

    @property
    def word(self) -> str:
        words = {"anonym": "anonym drøftelse", "navngivet": "om et barn", "tema": "generelt tema"}
        return words[self.value]


class KonsultationState(StrEnum):
    PLANLAGT = "planlagt"
    I_GANG = "i_gang"
    AFSLUTTET = "afsluttet"
    AFLYST = "aflyst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Someone at the table: a member of staff (`staff` id) or another, by name and role.

    `seat` and `side` are what the kind of meeting asks for: the part one plays, on whose behalf one sits.
    """

    name: str
    role: str = ""
    staff: str = ""
    chairs: bool = False
    writes: bool = False
    seat: str = ""
    side: str = ""
    absent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Perspective:
    """One profession's view: thought, not seen. An empty text waits for `who`."""

    profession: str
    staff: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Konsultation(Record):
    """The fifteen parts of practices.md D12; agreements are records of their own that name this one.

    `form` is the kind of meeting (see `domain.meetings`; empty: a konsultation), `meeting` its name as it
    was, `own` what was written in the parts that this kind has besides, `note_type` what comes of it.
    `samtykke` is the consent that a named talk rests on, where it rests on one that is written down here.
    """

    KIND: ClassVar[str] = "konsultation"

    kind: KonsultationKind = KonsultationKind.ANONYM
    status: KonsultationState = KonsultationState.PLANLAGT
    dagtilbud: str = ""
    day: date
    at: time | None = None
    until: time | None = None
    place: str = ""
    participants: tuple[Participant, ...] = ()
    child: str = ""
    age_band: str = ""
    title: str = ""
    basis: str = ""
    basis_text: str = ""
    samtykke: str = ""
    raised_by: str = ""
    why_now: str = ""
    question: str = ""
    observed: str = ""
    observations: tuple[str, ...] = ()
    going_well: str = ""
    child_view: str = ""
    parents_view: str = ""
    parents_asked: str = ""
    tried: str = ""
    perspectives: tuple[Perspective, ...] = ()
    shared_understanding: str = ""
    position: Position | None = None
    goals: str = ""
    decision: str = ""
    decision_because: str = ""
    discussed: str = ""
    discussed_because: str = ""
    tovholder: str = ""
    follow_up_on: date | None = None
    follow_up_at: time | None = None
    shared_with: str = ""
    follows: str = ""
    finished_at: str = ""
    cancelled_because: str = ""
    form: str = ""
    meeting: str = ""
    note_type: str = ""
    own: tuple[OwnAnswer, ...] = ()
    visit: str = ""
    preparation: Preparation = NOTHING_PREPARED
    for_parents: ForParents = NOTHING_FOR_PARENTS

    def about(self) -> tuple[str, ...]:
        return (self.child,) if self.kind is KonsultationKind.NAVNGIVET and self.child else ()

    def happened(self) -> str:
        return moment(self.day, self.at)

    def state(self) -> str:
        return self.status.value

    def words(self) -> str:
        return text_of(
            self.title,
            self.question,
            self.why_now,
            self.observed,
            self.going_well,
            self.child_view,
            self.parents_view,
            self.parents_asked,
            self.tried,
            *(view.text for view in self.perspectives),
            self.shared_understanding,
            self.goals,
            self.decision_because,
            self.discussed_because,
            self.shared_with,
            *(one.words() for one in self.own),
            self.preparation.words(),
            self.for_parents.words(),
        )


class AgreementState(StrEnum):
    """`FJERNET` was taken off the list again before anyone acted on it; its history stays.

    `JUSTERET` gave way to another agreement, which names it in `follows`.
    """

    AABEN = "aaben"
    GJORT = "gjort"
    OPGIVET = "opgivet"
    JUSTERET = "justeret"
    FJERNET = "fjernet"


class Verdict(StrEnum):
    """What a follow-up says of an earlier agreement: does it work?"""

    FORTSAET = "fortsaet"
    JUSTER = "juster"
    GJORT = "gjort"
    STOP = "stop"

    @property
    def leaves(self) -> AgreementState:
        """The state that the agreement has afterwards."""
        ended = {
            Verdict.GJORT: AgreementState.GJORT,
            Verdict.STOP: AgreementState.OPGIVET,
            Verdict.JUSTER: AgreementState.JUSTERET,
        }
        return ended.get(self, AgreementState.AABEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Record):
    """Who does what by when, and how we will see the effect: a task with the one who is named.

    `who` are staff, `parents` the child's parents by their ids, `who_else` guests by name. `verdict` is the
    newest follow-up's, `seen_in` the konsultation where it was given, `evidence` the observations that were
    cited for it. `source` is the note whose `line` it was read from, `follows` the agreement it adjusts.
    A moved one keeps the day first agreed (`first_due`) and why. `every` so many weeks it comes again, each
    turn a record of its own (domain/agreements/series.py). `internal` keeps it out of the parents' copy.
    """

    KIND: ClassVar[str] = "aftale"

    what: str
    who: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    who_else: str = ""
    due: date | None = None
    effect: str = ""
    child: str = ""
    konsultation: str = ""
    made_on: date
    status: AgreementState = AgreementState.AABEN
    done_on: date | None = None
    outcome: str = ""
    verdict: Verdict | None = None
    seen_in: str = ""
    evidence: tuple[str, ...] = ()
    concern: str = ""
    source: str = ""
    line: str = ""
    follows: str = ""
    internal: bool = False
    start_on: date | None = None
    first_due: date | None = None
    moved_because: str = ""
    every: int = 0
    until: date | None = None
    series: str = ""
    turn: date | None = None

    def about(self) -> tuple[str, ...]:
        return (self.child,) if self.child else ()

    def happened(self) -> str:
        return moment(self.made_on)

    def state(self) -> str:
        return self.status.value

    def words(self) -> str:
        return text_of(self.what, self.effect, self.outcome, self.who_else, self.moved_because)
