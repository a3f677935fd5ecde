"""An underretning is found, opened and read, by whoever may."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from tvaerfaglig.domain.attendance import Attendance
from tvaerfaglig.domain.contact import Absence, ParentContact, ParentRemark
from tvaerfaglig.domain.observation import Observation, Sign
from tvaerfaglig.domain.roles import Action, may
from tvaerfaglig.domain.stored import Stored, as_written
from tvaerfaglig.domain.underretning import (
    Comment,
    Dismissed,
    Finished,
    Row,
    Section,
    Step,
    Underretning,
)
from tvaerfaglig.services import drafts
from tvaerfaglig.services.children.card import masked
from tvaerfaglig.services.children.guard import standing_guard
from tvaerfaglig.services.children.register import place_of
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.efforts import told
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.following.news import last_word, news_of
from tvaerfaglig.services.letters.kept_under import (
    DRAFT,
    HEAD,
    OBSERVATIONS,
    PARENTS,
    draft_key,
    said_in,
    section_id,
)
from tvaerfaglig.services.letters.page import (
    Apart,
    Evidence,
    Kept,
    LetterPage,
    RowPage,
    SectionPage,
    cited_by_section,
    citing,
    hides,
)
from tvaerfaglig.services.names import names
from tvaerfaglig.services.packs.shelf import pack_of
from tvaerfaglig.services.printing import withheld
from tvaerfaglig.services.proposing.beside import of_letter
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import codec, past, queries

A = TypeVar("A", Finished, Step, Comment)

D = TypeVar("D", Attendance, Absence)


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
    by_section = cited_by_section(sections)
    found = [
        Evidence(
            stored=replace(one, record=one.record.heard_for(child)),
            number=numbers.get(one.id),
            cited_in=citing(by_section, numbers.get(one.id)),
            new=last is not None and one.written_at > last,
        )
        for one in queries.of_child(session.vault, Observation, child)
    ]
    return tuple(sorted(found, key=lambda e: (e.used, e.stored.record.sign is not Sign.RESSOURCE)))


def _all(session: Session, kind: type[D], child: str) -> tuple[D, ...]:
    return tuple(one.record for one in queries.of_child(session.vault, kind, child))


def _kept(session: Session, letter_id: str, *, hidden: bool) -> dict[str, Kept]:
    prefix = draft_key(letter_id, "")
    return {
        draft.key.removeprefix(prefix): Kept(said_in(draft.content), draft.at)
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


def _draft_number(
    session: Session, head: Stored[Underretning], sections: Mapping[str, SectionPage]
) -> int:
    """Kladde 3: someone has sat with it on three days."""
    moments = [one.at for one in past.versions(session.vault, Underretning, head.id)]
    for section in sections:
        record = section_id(head.id, section)
        moments += [one.at for one in past.versions(session.vault, Section, record)]
    return max(1, len({at.astimezone(DANISH).date() for at in moments}))
