"""The proposals that stand beside one letter, each with what was said to it."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.letter_beside import (
    Proposal,
    ProposalAnswer,
    Verdict,
    place_of,
    verdict_of,
)
from tvaerfaglig.domain.stored import Stored, as_written
from tvaerfaglig.domain.underretning import Underretning
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal and its answers, in the order in which they were written."""

    stored: Stored[Proposal]
    answers: tuple[Stored[ProposalAnswer], ...] = ()

    @property
    def id(self) -> str:
        return self.stored.id

    @property
    def record(self) -> Proposal:
        return self.stored.record

    @property
    def verdict(self) -> Verdict | None:
        """What it came to; None while it is open."""
        return verdict_of(one.record for one in self.answers)

    def place(self, text: str) -> tuple[int, int] | None:
        """Where its words stand in a text; once taken in, where the new ones do. None when that cannot be said."""
        made = self.record
        words = made.wording if self.verdict is Verdict.TAGET else made.passage
        return place_of(text, words, made.before, made.after)

    def may_be_settled_by(self, person: str, writers: tuple[str, ...]) -> bool:
        """Whoever proposed it does not take it in herself, unless she is one of those who write."""
        return person != self.record.by or person in writers


def of_letter(
    session: Session, letter: Stored[Underretning], hidden_section: str = ""
) -> tuple[Proposed, ...]:
    """For a letter that the asker was let in to; those about a section that the guard hides are not there."""
    child = letter.record.child
    answers: dict[str, list[Stored[ProposalAnswer]]] = {}
    for one in as_written(queries.of_child(session.vault, ProposalAnswer, child)):
        answers.setdefault(one.record.proposal, []).append(one)
    return tuple(
        Proposed(one, tuple(answers.get(one.id, ())))
        for one in as_written(queries.of_child(session.vault, Proposal, child))
        if one.record.underretning == letter.id and one.record.section != hidden_section
    )
