"""One underretning as its page needs it: head, sections, rows, evidence, and what has been done with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TypeVar

from tvaerfaglig.domain.attendance import Attendance
from tvaerfaglig.domain.citations import cited
from tvaerfaglig.domain.contact import Absence, ParentContact, ParentRemark
from tvaerfaglig.domain.efforts.tried import Tried
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.packs.fitting import fitted
from tvaerfaglig.domain.packs.pack import Pack
from tvaerfaglig.domain.people import Child, Dagtilbud, Staff
from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.template import Template
from tvaerfaglig.domain.underretning import (
    Comment,
    Finished,
    Row,
    Stage,
    Step,
    Underretning,
    needs_writing,
    stage_of,
)
from tvaerfaglig.services.following.news import News
from tvaerfaglig.services.letters.kept_under import (
    OBSERVATIONS,
)
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.printing.withheld import Withheld
from tvaerfaglig.services.proposing.beside import Proposed

A = TypeVar("A", Finished, Step, Comment)


@dataclass(frozen=True, slots=True)
class Apart:
    """What somebody else wrote in the same section at the same time: kept, until one text takes it in."""

    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RowPage:
    """A row, and the newer version of its observation where there is one (with its reason)."""

    row: Row
    newer: Stored[Observation] | None = None


@dataclass(frozen=True, slots=True)
class SectionPage:
    """A section as saved. `heads` are the versions that the next save replaces."""

    id: str
    text: str = ""
    rows: tuple[RowPage, ...] = ()
    left_out: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    changed_at: datetime | None = None
    changed_by: str = ""
    carried: bool = False
    apart: tuple[Apart, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What I wrote and had not saved when the page was left in a hurry."""

    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Evidence:
    """An observation that may be used: its number when it is a row, and the sections that cite it."""

    stored: Stored[Observation]
    number: int | None = None
    cited_in: tuple[str, ...] = ()
    new: bool = False

    @property
    def used(self) -> bool:
        return self.number is not None

    @property
    def id(self) -> str:
        return self.stored.id


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPage:
    """Everything about one underretning; the CPR number is masked.

    While the guard hides the parents, what is theirs is not in it.
    """

    id: str
    head: Stored[Underretning]
    child: Stored[Child]
    house: Dagtilbud
    place: str
    sections: Mapping[str, SectionPage]
    finished: tuple[Stored[Finished], ...] = ()
    steps: tuple[Stored[Step], ...] = ()
    comments: tuple[Stored[Comment], ...] = ()
    proposals: tuple[Proposed, ...] = ()
    dismissed: tuple[str, ...] = ()
    guard: Stored[Guard] | None = None
    evidence: tuple[Evidence, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    absences: tuple[Absence, ...] = ()
    talks: tuple[Stored[ParentContact], ...] = ()
    remarks: tuple[Stored[ParentRemark], ...] = ()
    held: Withheld
    kept: Mapping[str, Kept]
    kept_head: Underretning | None = None
    follows: Stored[Underretning] | None = None
    news: News | None = None
    staff: Mapping[str, Staff]
    names: Names
    may: frozenset[Action]
    today: date
    at: time
    draft_number: int = 1
    tried: tuple[Tried, ...] = ()
    pack: Pack | None = None

    @property
    def record(self) -> Underretning:
        return self.head.record

    @property
    def rows(self) -> tuple[Row, ...]:
        found = self.sections.get(OBSERVATIONS)
        return tuple(one.row for one in found.rows) if found else ()

    @property
    def stage(self) -> Stage:
        return stage_of(_records(self.finished), _records(self.steps))

    @property
    def hides_parents(self) -> bool:
        return hides(self.record, self.guard)

    @property
    def needs_writing(self) -> bool:
        return needs_writing(_records(self.finished), _records(self.steps))

    @property
    def frozen(self) -> Stored[Finished] | None:
        """The newest finished copy."""
        return self.finished[-1] if self.finished else None

    @property
    def is_open(self) -> bool:
        """Whether the text may be written in: a draft, or one opened for a correction."""
        return writable(self.finished, self.steps)

    @property
    def is_correction(self) -> bool:
        return bool(self.finished) and self.is_open

    def text(self, section: str) -> str:
        found = self.sections.get(section)
        return found.text if found else ""

    def template(self, own: Template) -> Template:
        """The letter as the municipality wanted it when it was begun; nothing that is written is left out."""
        held = {one.id for one in self.sections.values() if one.text.strip() or one.rows}
        held |= {section for section, kept in self.kept.items() if kept.text.strip()}
        return fitted(own, self.pack, held)

    def with_texts(self, texts: Mapping[str, str]) -> LetterPage:
        """The page as it stands on the screen, with what is not saved yet."""
        sections = dict(self.sections)
        for one, text in texts.items():
            before = sections.get(one, SectionPage(one))
            untouched = before.carried and text == before.text
            sections[one] = replace(before, text=text, carried=untouched)
        numbers = cited_by_section(sections)
        shown = tuple(replace(one, cited_in=citing(numbers, one.number)) for one in self.evidence)
        return replace(self, sections=sections, evidence=shown)

    def with_head(self, head: Underretning) -> LetterPage:
        return replace(self, head=replace(self.head, record=head))


def hides(head: Underretning, guard: Stored[Guard] | None) -> bool:
    """The guard on the child hides the parents, and so does the letter's own answer."""
    if guard is not None and guard.record.hides_parents:
        return True
    return head.suspects is not None and head.suspects.hides_parents


def writable(finished: tuple[Stored[Finished], ...], steps: tuple[Stored[Step], ...]) -> bool:
    """A finished letter is read only until someone opens it for a correction."""
    if not finished:
        return not steps or steps[-1].record.stage not in {Stage.HENLAGT, Stage.LUKKET}
    last = finished[-1].written_at
    return any(s.record.stage is Stage.KLADDE and s.written_at >= last for s in steps)


def _records(stored: Iterable[Stored[A]]) -> tuple[A, ...]:
    return tuple(one.record for one in stored)


def cited_by_section(sections: Mapping[str, SectionPage]) -> dict[str, frozenset[int]]:
    return {one.id: frozenset(cited(one.text)) for one in sections.values()}


def citing(by_section: Mapping[str, frozenset[int]], number: int | None) -> tuple[str, ...]:
    return tuple(one for one, numbers in by_section.items() if number in numbers)
