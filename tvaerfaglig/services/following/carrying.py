"""What comes along from the letter before: its text as it was sent, until somebody touches it.

What must be asked anew does not: how urgent it is, overgreb, who was told, who writes. What an observation
says of another child by now, or of none, stays behind with its row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tvaerfaglig.domain.citations import in_order, renumbered
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Row, Section, Underretning
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.letters.keeping import section_of, writing
from tvaerfaglig.services.letters.kept_under import OBSERVATIONS, draft_key, section_id
from tvaerfaglig.services.letters.rows import Rewritten
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.versions.course import State, course_of, last_copy
from tvaerfaglig.store import queries

_ASKED_ANEW = frozenset({"hast_og_overgreb", "modtager", "orientering", "afsender"})


def carried(
    session: Session, before: Stored[Underretning], head: Underretning
) -> tuple[Underretning, tuple[Section, ...]]:
    """The new letter's head and sections with what the last sent one said; for a letter about to begin.

    Nothing of the parents' while the guard hides it.
    """
    course = course_of(session, before)
    state = course.state(last_copy(course.events))
    head = replace(
        head,
        actions=state.head.actions,
        others_involved=state.head.others_involved,
        siblings_considered=state.head.siblings_considered,
    )
    return head, tuple(_sections(session, state, head))


def _sections(session: Session, state: State, head: Underretning) -> Iterator[Section]:
    kept = state.sections.get(OBSERVATIONS)
    rows, moves = _rows(session, kept.rows if kept else (), head.child)
    for key, section in state.sections.items():
        if key not in _ASKED_ANEW and (section.text.strip() or section.rows):
            yield Section(
                underretning="",
                child=head.child,
                section=key,
                text=renumbered(section.text, moves),
                rows=rows if key == OBSERVATIONS else (),
                carried=True,
            )


def _rows(
    session: Session, rows: tuple[Row, ...], child: str
) -> tuple[tuple[Row, ...], dict[int, int | None]]:
    """The rows that still are this child's, numbered anew, and where each old number went."""
    known = [row for row in rows if _is_hers(session, row.observation, child)]
    ordered, moves = in_order(known)
    gone = {row.number for row in rows} - {row.number for row in known}
    return ordered, {**moves, **dict.fromkeys(gone)}


def _is_hers(session: Session, observation: str, child: str) -> bool:
    found = queries.one(session.vault, Observation, observation)
    return found is not None and child in found.record.about()


def keep_as_is(session: Session, letter_id: str, section: str) -> Saved:
    """Somebody read it and it still holds: from now on it is this letter's own."""
    letter = writing(session, letter_id)
    standing = section_of(session, letter, section)
    record = section_id(letter_id, section)
    if not standing.carried:
        return Saved(record, Changes())
    with session.write() as pen:
        return Saved(pen.put(replace(standing, carried=False), record), pen.changes)


def let_go(session: Session, letter_id: str) -> Rewritten:
    """Begin with empty sections: what came along and nobody touched goes, and can be put back."""
    letter = writing(session, letter_id)
    own = [
        one.record
        for one in queries.of_child(session.vault, Section, letter.record.child)
        if one.record.underretning == letter_id and one.record.carried
    ]
    if not own:
        raise NotFound("Der er ingen tekst fra den forrige underretning tilbage.")
    with session.write() as pen:
        for one in own:
            empty = replace(one, text="", rows=(), carried=False)
            pen.put(empty, section_id(letter_id, one.section))
            pen.drop_draft(draft_key(letter_id, one.section))
        texts = {one.section: "" for one in own}
        return Rewritten(None, pen.changes, texts, tuple(own))
