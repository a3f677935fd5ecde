"""Keep what is written in an underretning: its head, its sections, the hard question, what is laid away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.interview.told import Told
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import (
    Dismissed,
    Section,
    Underretning,
)
from tvaerfaglig.services import drafts
from tvaerfaglig.services.children.protecting import set_guard
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.letters.kept_under import (
    DRAFT,
    HEAD,
    LEFT_OUT,
    OBSERVATIONS,
    draft_content,
    draft_key,
    section_id,
    told_id,
    told_key,
)
from tvaerfaglig.services.letters.opening import copies_of, find, steps_of
from tvaerfaglig.services.letters.page import writable
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import codec, queries
from tvaerfaglig.store.vault import Pen

_FINISHED = (
    "Underretningen er afsluttet og fryser, som den er. Lav en rettelse, hvis noget skal ændres."
)


def writing(session: Session, letter_id: str) -> Stored[Underretning]:
    """The letter, if its text may be written in by the actor now."""
    found = find(session, letter_id, Action.UNDERRET)
    if not writable(copies_of(session, found), steps_of(session, found)):
        raise Unclear(_FINISHED)
    return found


def keep_section(session: Session, letter_id: str, section: str, text: str) -> str:
    """Keep what is being typed, within a second; the answer is the clock, for "Gemt 10.42"."""
    return drafts.keep(session, draft_key(letter_id, section), DRAFT, draft_content(text))


def keep_head(session: Session, letter_id: str, head: Underretning) -> str:
    """Keep facts and choices on their way."""
    return drafts.keep(session, draft_key(letter_id, HEAD), DRAFT, codec.encode(head))


def save_head(
    session: Session,
    letter_id: str,
    head: Underretning,
    heads: tuple[str, ...] | None = None,
) -> Saved:
    """Keep the facts and choices. What the guard hid from the writer stays as it was."""
    return save_sitting(session, letter_id, {}, {HEAD: heads}, head)


def save_section(
    session: Session,
    letter_id: str,
    section: str,
    text: str,
    heads: tuple[str, ...] | None = None,
    left_out: tuple[str, ...] | None = None,
) -> Saved:
    """Keep one section as a version."""
    return save_sitting(session, letter_id, {section: text}, {section: heads}, left_out=left_out)


def save_sitting(
    session: Session,
    letter_id: str,
    texts: Mapping[str, str],
    heads: Mapping[str, tuple[str, ...] | None],
    head: Underretning | None = None,
    *,
    left_out: tuple[str, ...] | None = None,
    told: Told | None = None,
) -> Saved:
    """Keep what one person wrote in one sitting: a version of each thing she changed, all or nothing.

    `heads` are the versions she had before her ("hoved" for the head), `told` how far she is with
    Spørg mig. The drafts go with it.
    """
    letter = writing(session, letter_id)
    if left_out is not None:
        texts = {OBSERVATIONS: section_of(session, letter, OBSERVATIONS).text, **texts}
    with session.write() as pen:
        if head is not None:
            _put_head(pen, letter, head, heads.get(HEAD))
        for section, text in texts.items():
            standing = section_of(session, letter, section)
            untouched = standing.carried and text == standing.text
            record = replace(standing, text=text, carried=untouched)
            if left_out is not None and section == OBSERVATIONS:
                record = replace(record, left_out=left_out)
            if record != standing:
                pen.put(record, section_id(letter_id, section), replaces=heads.get(section))
            pen.drop_draft(draft_key(letter_id, section))
        if left_out is not None:
            pen.drop_draft(draft_key(letter_id, LEFT_OUT))
        if told is not None:
            pen.put(replace(told, child=letter.record.child), told_id(letter_id))
            pen.drop_draft(told_key(letter_id))
        return Saved(letter_id, pen.changes)


def _put_head(
    pen: Pen,
    letter: Stored[Underretning],
    head: Underretning,
    heads: tuple[str, ...] | None,
) -> None:
    """A head without the parents' part (it was read under the guard) leaves that part as it stands."""
    head = replace(
        head, child=letter.record.child, informed=head.informed or letter.record.informed
    )
    if head != letter.record:
        pen.put(head, letter.id, replaces=heads)
    pen.drop_draft(draft_key(letter.id, HEAD))


def section_of(session: Session, letter: Stored[Underretning], section: str) -> Section:
    found = queries.one(session.vault, Section, section_id(letter.id, section))
    if found is not None:
        return found.record
    return Section(underretning=letter.id, child=letter.record.child, section=section)


def answer_overgreb(
    session: Session,
    letter_id: str,
    answer: str,
    note: str = "",
    siblings: tuple[str, ...] = (),
) -> Saved:
    """The hard question. A yes sets the guard on the child at once; a no never lifts one that stands."""
    letter = writing(session, letter_id)
    changes = Changes()
    if answer in set(Against):
        changes = set_guard(session, letter.record.child, Against(answer), note, siblings)
    saved = save_head(session, letter_id, replace(letter.record, overgreb=answer))
    return Saved(letter_id, changes + saved.changes)


def dismiss(session: Session, letter_id: str, place: str) -> Saved:
    """Lay a question away at its place. It stays away."""
    return _keep_dismissed(session, letter_id, lambda places: (*places, place))


def undismiss(session: Session, letter_id: str, place: str = "") -> Saved:
    """Ask again: one question, or all that were laid away."""
    return _keep_dismissed(
        session, letter_id, lambda places: tuple(p for p in places if place and p != place)
    )


def _keep_dismissed(
    session: Session, letter_id: str, turn: Callable[[tuple[str, ...]], tuple[str, ...]]
) -> Saved:
    letter = find(session, letter_id, Action.UNDERRET)
    record = section_id(letter_id, "lagt_vaek")
    found = queries.one(session.vault, Dismissed, record)
    standing = found.record.places if found else ()
    places = tuple(dict.fromkeys(turn(standing)))
    if places == standing:
        return Saved(record, Changes())
    made = Dismissed(underretning=letter_id, child=letter.record.child, places=places)
    with session.write() as pen:
        return Saved(pen.put(made, record), pen.changes)
