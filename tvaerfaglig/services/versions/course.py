"""A letter as it was at any moment: its events in the order they were written, played from the beginning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from tvaerfaglig.domain.letter_beside import ProposalAnswer
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Finished, Section, Underretning
from tvaerfaglig.services.children.guard import standing_guard
from tvaerfaglig.services.letters.kept_under import PARENTS
from tvaerfaglig.services.letters.page import hides
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries


@dataclass(frozen=True, slots=True)
class Happened:
    """One version of the head or of a section, a finished copy, or an answer to a proposal."""

    event: str
    record_id: str
    at: datetime
    by: str
    record: Record

    @property
    def writes(self) -> bool:
        return isinstance(self.record, Section | Underretning)


@dataclass(frozen=True, slots=True)
class State:
    """Head and sections as they stood. Nothing of the parents' while the guard hides it."""

    head: Underretning
    sections: dict[str, Section] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Course:
    """`lost` when words of an earlier version were lawfully erased and cannot be shown."""

    letter: Stored[Underretning]
    events: tuple[Happened, ...]
    hidden: bool
    lost: bool

    def state(self, many: int) -> State:
        """After the first so many events."""
        head, sections = self.letter.record, dict[str, Section]()
        for one in self.events[:many]:
            if isinstance(one.record, Underretning):
                head = one.record
            elif isinstance(one.record, Section):
                sections[one.record.section] = one.record
        return State(replace(head, informed=()) if self.hidden else head, sections)


def course_of(session: Session, letter: Stored[Underretning]) -> Course:
    """Everything that was written in the letter. Whoever asks has been let in to the child."""
    hidden = hides(letter.record, standing_guard(session, letter.record.child))
    versions = past.written_in(session.vault, _ids(session, letter))
    events = tuple(
        Happened(version.id, record, version.at, version.by, version.record)
        for record, version in versions
        if version.record is not None and not (hidden and _of_parents(version.record))
    )
    return Course(letter, events, hidden, any(one.record is None for _, one in versions))


def last_copy(events: Sequence[Happened]) -> int:
    """How many events there are until the newest finished copy, that one counted; all, where there is none."""
    copies = [n for n, one in enumerate(events, 1) if isinstance(one.record, Finished)]
    return copies[-1] if copies else len(events)


def _ids(session: Session, letter: Stored[Underretning]) -> set[str]:
    found = {letter.id}
    for kind in (Section, Finished, ProposalAnswer):
        for one in queries.of_child(session.vault, kind, letter.record.child):
            if getattr(one.record, "underretning", "") == letter.id:
                found.add(one.id)
    return found


def _of_parents(record: Record) -> bool:
    return isinstance(record, Section) and record.section == PARENTS
