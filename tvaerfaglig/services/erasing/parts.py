"""What goes with a record when it goes: the parts of a letter, a statusudtalelse, a konsultation."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.domain.follow_up import Contacted, Journalled, LookAgain, Reminder
from tvaerfaglig.domain.interview.told import Told
from tvaerfaglig.domain.konsultation import Agreement, Konsultation
from tvaerfaglig.domain.letter_beside import Proposal, ProposalAnswer, WhyChanged
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.statusudtalelser.records import (
    StatusFinished,
    StatusStep,
    Statusudtalelse,
)
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import (
    Comment,
    Dismissed,
    Finished,
    Section,
    Step,
    Underretning,
)
from tvaerfaglig.services.erasing.visits import asked_before
from tvaerfaglig.store import queries
from tvaerfaglig.store.vault import Vault


def with_letter(vault: Vault, letter: str, child: str) -> Iterator[str]:
    """What a letter is made of besides its head."""
    kinds: tuple[type[Record], ...] = (
        Section, Comment, Dismissed, Told, Finished, Step, Contacted, LookAgain, Reminder, Journalled,
        Proposal, ProposalAnswer, WhyChanged,
    )  # fmt: skip
    for kind in kinds:
        for one in queries.of_child(vault, kind, child):
            if getattr(one.record, "underretning", "") == letter:
                yield one.id


def with_status(vault: Vault, status: str, child: str) -> Iterator[str]:
    """Its finished copies and what was done with it."""
    kinds: tuple[type[StatusFinished | StatusStep], ...] = (StatusFinished, StatusStep)
    for kind in kinds:
        for one in queries.of_child(vault, kind, child):
            if one.record.status == status:
                yield one.id


def finished_once(vault: Vault, status: Stored[Statusudtalelse]) -> bool:
    copies = queries.of_child(vault, StatusFinished, status.record.child)
    return any(one.record.status == status.id for one in copies)


def parts_of(vault: Vault, record: str, child: str) -> tuple[str, ...]:
    """The records that go with one: a letter's, a statusudtalelse's, a konsultation's agreements and questions."""
    kind = queries.kind_of(vault, record)
    if kind == Underretning.KIND:
        return (record, *with_letter(vault, record, child))
    if kind == Statusudtalelse.KIND:
        return (record, *with_status(vault, record, child))
    if kind == Konsultation.KIND:
        made = (
            one.id for one in queries.all_of(vault, Agreement) if one.record.konsultation == record
        )
        return (record, *made, *asked_before(vault).get(record, ()))
    return (record,)
