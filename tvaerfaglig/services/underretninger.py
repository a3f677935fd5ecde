"""Underretninger: the list, and every act on one of them by one name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from tvaerfaglig.domain.deadline import Due, DueState, due, receipt_due
from tvaerfaglig.domain.ladder import Ladder
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.stored import Stored, as_written
from tvaerfaglig.domain.underretning import (
    Finished,
    Section,
    Stage,
    Step,
    Underretning,
    needs_writing,
    stage_of,
)
from tvaerfaglig.services.after_sending.waits import Followed, followed
from tvaerfaglig.services.letters.acts import (
    comment,
    cosign,
    finish,
    frozen_pdf,
    frozen_word,
    lay_aside,
    new_version,
    note_printed,
    plain_sections,
    preview_pdf,
    register_step,
    resolve_comment,
    take_up,
    word,
)
from tvaerfaglig.services.letters.beginning import begin
from tvaerfaglig.services.letters.keeping import (
    answer_overgreb,
    dismiss,
    keep_head,
    keep_section,
    save_head,
    save_section,
    save_sitting,
    undismiss,
)
from tvaerfaglig.services.letters.opening import open_letter, read_letter
from tvaerfaglig.services.letters.page import LetterPage, writable
from tvaerfaglig.services.letters.questions import (
    all_questions,
    letter_of,
    names_to_look_at,
    questions,
)
from tvaerfaglig.services.letters.reading import ReadThrough, read_through
from tvaerfaglig.services.letters.rows import insert_observation, put_back, refresh_row, remove_row
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

__all__ = [
    "LetterPage", "LetterRow", "ReadThrough", "all_questions", "answer_overgreb", "begin", "comment", "cosign",
    "dismiss", "finish", "frozen_pdf", "frozen_word", "insert_observation", "keep_head", "keep_section", "lay_aside",
    "letter_of", "letters", "names_to_look_at", "new_version", "note_printed",
    "open_letter", "plain_sections", "preview_pdf", "put_back", "questions", "read_letter", "read_through",
    "refresh_row", "register_step", "remove_row", "resolve_comment", "save_head", "save_section",
    "save_sitting", "take_up", "undismiss", "word",
]  # fmt: skip

A = TypeVar("A", Finished, Step)


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter in the list. `due` is the date it waits for, with `waits` saying for what.

    `journalled` is the municipality's number ("" where none was noted), None while nothing lies there.
    """

    id: str
    child: str
    child_name: str
    stage: Stage
    correction: bool
    needs_writing: bool
    writers: tuple[str, ...]
    begun: date
    changed_at: datetime
    waits: str
    due: Due | None
    mine: bool
    journalled: str | None = None

    @property
    def is_pressing(self) -> bool:
        """Phoned in and not written, or past the day it waited for."""
        late = self.due is not None and self.due.state is not DueState.LATER
        return self.needs_writing or late


def letters(session: Session, ladder: Ladder | None = None) -> tuple[LetterRow, ...]:
    """Every letter about children the actor may see: what waits first, then the newest."""
    children = session.children()
    steps = _by_letter(queries.of_children(session.vault, Step, children))
    copies = _by_letter(queries.of_children(session.vault, Finished, children))
    written = queries.last_changed(session.vault, Section, "underretning")
    after = followed(session, children, ladder)
    rows = [
        _row(session, one, children, steps.get(one.id, []), copies.get(one.id, []), written, after)
        for one in queries.of_children(session.vault, Underretning, children)
    ]
    rows.sort(key=lambda row: row.changed_at, reverse=True)
    return tuple(sorted(rows, key=lambda row: not row.is_pressing))


def _by_letter(stored: list[Stored[A]]) -> dict[str, list[Stored[A]]]:
    found: dict[str, list[Stored[A]]] = {}
    for one in as_written(stored):
        found.setdefault(one.record.underretning, []).append(one)
    return found


def _row(
    session: Session,
    one: Stored[Underretning],
    children: dict[str, Stored[Child]],
    steps: list[Stored[Step]],
    copies: list[Stored[Finished]],
    written: dict[str, datetime],
    after: Followed,
) -> LetterRow:
    acts = tuple(step.record for step in steps)
    frozen = tuple(copy.record for copy in copies)
    stage = stage_of(frozen, acts)
    waits, on = _waits_for(stage, acts, needs=needs_writing(frozen, acts))
    if not waits:
        waits, on = _follows(one, stage, acts, after)
    moments = [one.changed_at, *(step.written_at for step in steps)]
    moments += [copy.written_at for copy in copies]
    return LetterRow(
        id=one.id,
        child=one.record.child,
        child_name=children[one.record.child].record.short_name,
        stage=stage,
        correction=bool(copies) and writable(tuple(copies), tuple(steps)),
        needs_writing=needs_writing(frozen, acts),
        writers=one.record.writers,
        begun=one.record.begun,
        changed_at=max([*moments, written.get(one.id, one.changed_at)]),
        waits=waits,
        due=due(on, session.today) if on else None,
        mine=session.my_id in {one.written_by, one.changed_by, *one.record.writers},
        journalled=after.journal_number(one.id),
    )


def _follows(
    one: Stored[Underretning], stage: Stage, steps: tuple[Step, ...], after: Followed
) -> tuple[str, date | None]:
    """The nearest thing that is waited for after the receipt."""
    found = sorted(after.expected(one, "", stage, steps), key=lambda each: each.on)
    return (_SHORT[found[0].kind], found[0].on) if found else ("", None)


_SHORT = {
    "kvittering": "Kvittering",
    "orientering": "Besked",
    "rykker": "Nyt brev",
    "loefte": "De lovede svar",
    "egen_dag": "Jeres egen dag",
}


def _waits_for(stage: Stage, steps: tuple[Step, ...], *, needs: bool) -> tuple[str, date | None]:
    """What the letter waits for, and until when."""
    last = steps[-1] if steps else None
    sent = next((s for s in reversed(steps) if s.stage is Stage.AFSENDT), None)
    if needs and sent is not None:
        return "Brevet mangler", None
    if stage is Stage.AFSENDT and sent is not None:
        return "Kvittering", receipt_due(sent.day)
    if stage is Stage.HENLAGT and last is not None and last.seen_again_on:
        return "Se på den igen", last.seen_again_on
    return ("Send den", None) if stage is Stage.FAERDIG else ("", None)
