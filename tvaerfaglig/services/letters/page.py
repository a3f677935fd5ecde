"""One underretning as its page needs it: head, sections, rows, evidence, and what has been done with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TypeVar

from tvaerfaglig.domain.attendance import Attendance
from tvaerfaglig.domain.citations import cited
from tvaerfaglig.domain.contact import Absence, ParentContact, ParentRemark
from tvaerfaglig.domain.efforts.tried import Tried
from tvaerfaglig.domain.interview.told import Told
from tvaerfaglig.domain.observation import Observation, Sign
from tvaerfaglig.domain.packs.fitting import fitted
from tvaerfaglig.domain.packs.pack import Pack
from tvaerfaglig.domain.people import Child, Dagtilbud, Staff
from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.roles import Action, may
from tvaerfaglig.domain.stored import Stored, as_written
from tvaerfaglig.domain.template import Template
from tvaerfaglig.domain.underretning import (
    Comment,
    Dismissed,
    Finished,
    Row,
    Section,
    Stage,
    Step,
    Underretning,
    needs_writing,
    stage_of,
)
from tvaerfaglig.services import drafts
from tvaerfaglig.services.children.card import masked
from tvaerfaglig.services.children.guard import standing_guard
from tvaerfaglig.services.children.register import place_of
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.efforts import told
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.following.news import News, last_word, news_of
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.packs.shelf import pack_of
from tvaerfaglig.services.printing import withheld
from tvaerfaglig.services.printing.withheld import Withheld
from tvaerfaglig.services.proposing.beside import Proposed, of_letter
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import codec, past, queries

A = TypeVar("A", Finished, Step, Comment)
D = TypeVar("D", Attendance, Absence)

OBSERVATIONS = "observationer"
PARENTS = "foraeldre"
DRAFT = "afsnit"
HEAD = "hoved"
LEFT_OUT = "udeladt"


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
        numbers = _cited_by_section(sections)
        citing = tuple(replace(one, cited_in=_citing(numbers, one.number)) for one in self.evidence)
        return replace(self, sections=sections, evidence=citing)

    def with_head(self, head: Underretning) -> LetterPage:
        return replace(self, head=replace(self.head, record=head))


def section_id(letter: str, section: str) -> str:
    return f"{letter}/{section}"


def draft_key(letter: str, section: str) -> str:
    """Under which key a section is kept while someone types in it."""
    return f"{DRAFT}:{section_id(letter, section)}"


def told_id(letter: str) -> str:
    """The record of how far somebody is with Spørg mig."""
    return section_id(letter, Told.KIND)


def told_key(letter: str) -> str:
    return f"{Told.KIND}:{letter}"


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


def find(session: Session, letter_id: str, action: Action = Action.SEE) -> Stored[Underretning]:
    """The letter, if the actor may do this to its child."""
    found = queries.one(session.vault, Underretning, letter_id)
    if found is None:
        raise NotFound("Underretningen findes ikke længere.")
    session.child(found.record.child, action)
    return found


def open_letter(session: Session, letter_id: str) -> LetterPage:
    """One underretning. Opening it is noted."""
    page = read_letter(session, letter_id)
    session.looked(child=page.record.child, record=letter_id, what="underretning")
    return page


def read_letter(session: Session, letter_id: str) -> LetterPage:
    """The same for other services: what they read for someone is noted by what they do."""
    head = find(session, letter_id)
    child = session.child(head.record.child)
    house = session.houses().get(child.record.dagtilbud)
    if house is None:
        raise NotFound("Barnets dagtilbud findes ikke i boksen.")
    guard = standing_guard(session, child.id)
    hidden = hides(head.record, guard)
    staff = session.staff()
    sections = _sections(session, head, hidden=hidden)
    follows = queries.one(session.vault, Underretning, head.record.follows)
    return LetterPage(
        id=letter_id,
        head=replace(head, record=replace(head.record, informed=())) if hidden else head,
        child=replace(child, record=masked(child.record)),
        house=house,
        place=place_of(child.record, house, {one: who.name for one, who in staff.items()}),
        sections=sections,
        finished=copies_of(session, head),
        steps=steps_of(session, head),
        comments=_acts(session, Comment, head),
        proposals=of_letter(session, head, PARENTS if hidden else ""),
        dismissed=_dismissed(session, letter_id),
        guard=guard,
        evidence=_evidence(session, child.id, sections, follows),
        attendance=_all(session, Attendance, child.id),
        absences=_all(session, Absence, child.id),
        talks=() if hidden else tuple(queries.of_child(session.vault, ParentContact, child.id)),
        remarks=() if hidden else tuple(queries.of_child(session.vault, ParentRemark, child.id)),
        held=withheld.of_child(session, child.id),
        kept=_kept(session, letter_id, hidden=hidden),
        kept_head=_kept_head(session, head, hidden=hidden),
        follows=follows,
        news=news_of(session, head, follows, hidden=hidden),
        staff=staff,
        names=names(session),
        may=frozenset(a for a in Action if may(session.actor, a, session.ties(child))),
        today=session.today,
        at=session.now.time(),
        pack=pack_of(session, head.record.template),
        draft_number=_draft_number(session, head, sections),
        tried=told.of_child(session, child.id),
    )


def copies_of(session: Session, head: Stored[Underretning]) -> tuple[Stored[Finished], ...]:
    return _acts(session, Finished, head)


def steps_of(session: Session, head: Stored[Underretning]) -> tuple[Stored[Step], ...]:
    return _acts(session, Step, head)


def _acts(session: Session, kind: type[A], head: Stored[Underretning]) -> tuple[Stored[A], ...]:
    """What was done with this letter, in the order in which it was written down."""
    found = queries.of_child(session.vault, kind, head.record.child)
    mine = (one for one in found if one.record.underretning == head.id)
    return tuple(as_written(mine))


def _records(stored: Iterable[Stored[A]]) -> tuple[A, ...]:
    return tuple(one.record for one in stored)


def _sections(
    session: Session, head: Stored[Underretning], *, hidden: bool
) -> dict[str, SectionPage]:
    found = {}
    for one in queries.of_child(session.vault, Section, head.record.child):
        if one.record.underretning != head.id or (hidden and one.record.section == PARENTS):
            continue
        found[one.record.section] = SectionPage(
            id=one.record.section,
            text=one.record.text,
            rows=tuple(_row(session, row) for row in one.record.rows),
            left_out=one.record.left_out,
            heads=one.heads,
            changed_at=one.changed_at,
            changed_by=one.changed_by,
            carried=one.record.carried,
            apart=_apart(session, one),
        )
    return found


def _row(session: Session, row: Row) -> RowPage:
    stored = queries.one(session.vault, Observation, row.observation)
    newer = stored if stored is not None and stored.version != row.version else None
    return RowPage(row, newer)


def _apart(session: Session, stored: Stored[Section]) -> tuple[Apart, ...]:
    if not stored.conflict:
        return ()
    return tuple(
        Apart(version.record.text, version.by, version.at)
        for version in past.versions(session.vault, Section, stored.id)
        if version.id in stored.heads and version.id != stored.version and version.record
    )


def _dismissed(session: Session, letter_id: str) -> tuple[str, ...]:
    found = queries.one(session.vault, Dismissed, section_id(letter_id, "lagt_vaek"))
    return found.record.places if found else ()


def _evidence(
    session: Session,
    child: str,
    sections: Mapping[str, SectionPage],
    follows: Stored[Underretning] | None,
) -> tuple[Evidence, ...]:
    """The child's own observations: unused before used, ressourcer first, then the newest."""
    rows = sections[OBSERVATIONS].rows if OBSERVATIONS in sections else ()
    numbers = {one.row.observation: one.row.number for one in rows}
    last = last_word(follows, copies_of(session, follows)) if follows else None
    by_section = _cited_by_section(sections)
    found = [
        Evidence(
            stored=replace(one, record=one.record.heard_for(child)),
            number=numbers.get(one.id),
            cited_in=_citing(by_section, numbers.get(one.id)),
            new=last is not None and one.written_at > last,
        )
        for one in queries.of_child(session.vault, Observation, child)
    ]
    return tuple(sorted(found, key=lambda e: (e.used, e.stored.record.sign is not Sign.RESSOURCE)))


def _all(session: Session, kind: type[D], child: str) -> tuple[D, ...]:
    return tuple(one.record for one in queries.of_child(session.vault, kind, child))


def _cited_by_section(sections: Mapping[str, SectionPage]) -> dict[str, frozenset[int]]:
    return {one.id: frozenset(cited(one.text)) for one in sections.values()}


def _citing(by_section: Mapping[str, frozenset[int]], number: int | None) -> tuple[str, ...]:
    return tuple(one for one, numbers in by_section.items() if number in numbers)


def _kept(session: Session, letter_id: str, *, hidden: bool) -> dict[str, Kept]:
    prefix = draft_key(letter_id, "")
    return {
        draft.key.removeprefix(prefix): Kept(_text_of(draft.content), draft.at)
        for draft in drafts.mine(session, DRAFT)
        if draft.key.startswith(prefix)
        and draft.key != draft_key(letter_id, HEAD)
        and not (hidden and draft.key == draft_key(letter_id, PARENTS))
    }


def _kept_head(
    session: Session, head: Stored[Underretning], *, hidden: bool
) -> Underretning | None:
    """What was kept while the guard hid the parents has nothing of theirs: then what is saved stands."""
    draft = drafts.one(session, draft_key(head.id, HEAD))
    read = codec.decode(Underretning.KIND, draft.content) if draft else None
    if not isinstance(read, Underretning):
        return None
    return replace(read, informed=() if hidden else read.informed or head.record.informed)


def draft_content(text: str) -> str:
    """How a section being typed in is kept."""
    return json.dumps({"text": text}, ensure_ascii=False)


def _text_of(content: str) -> str:
    read = json.loads(content)
    return str(read.get("text", "")) if isinstance(read, dict) else ""


def _draft_number(
    session: Session, head: Stored[Underretning], sections: Mapping[str, SectionPage]
) -> int:
    """Kladde 3: someone has sat with it on three days."""
    moments = [one.at for one in past.versions(session.vault, Underretning, head.id)]
    for section in sections:
        record = section_id(head.id, section)
        moments += [one.at for one in past.versions(session.vault, Section, record)]
    return max(1, len({at.astimezone(DANISH).date() for at in moments}))
