"""Nyt siden sidst: what was seen, agreed and answered since the letter that this one comes after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.since_last import Sent
from tvaerfaglig.domain.stored import Stored, as_written
from tvaerfaglig.domain.underretning import Finished, Stage, Step, Underretning
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

A = TypeVar("A", Step, Finished)
R = TypeVar("R", Observation, Agreement, ParentContact)


@dataclass(frozen=True, slots=True)
class News:
    """`since` is when the letter before went out, `last` the moment its words were put down.

    `talks` counts talks with the parents, and is None while the guard hides them.
    """

    follows: str
    since: date
    last: datetime
    observations: tuple[Stored[Observation], ...]
    agreements: tuple[Stored[Agreement], ...]
    talks: int | None
    earlier: tuple[Sent, ...]

    @property
    def nothing(self) -> bool:
        return not (self.observations or self.agreements or self.talks)

    def is_new(self, observation: str) -> bool:
        return any(one.id == observation for one in self.observations)


def news_of(
    session: Session,
    head: Stored[Underretning],
    before: Stored[Underretning] | None,
    *,
    hidden: bool,
) -> News | None:
    """For a letter whose child the asker was let in to; None where it comes after no other."""
    if before is None or before.record.child != head.record.child:
        return None
    child = head.record.child
    steps, copies = _acts(session, child, Step), _acts(session, child, Finished)
    last = last_word(before, copies)
    since = _sent_on(before, steps) or last.date()
    return News(
        follows=before.id,
        since=since,
        last=last,
        observations=tuple(_newer(queries.of_child(session.vault, Observation, child), last)),
        agreements=tuple(
            one
            for one in _newer(queries.of_child(session.vault, Agreement, child), last)
            if one.record.status is not AgreementState.FJERNET
        ),
        talks=None if hidden else _talks(session, child, last),
        earlier=tuple(_sent(steps, head.id)),
    )


def last_word(before: Stored[Underretning], copies: Iterable[Stored[Finished]]) -> datetime:
    """When the letter before this one was finished: what came after it is new."""
    own = [one.written_at for one in copies if one.record.underretning == before.id]
    return own[-1] if own else before.changed_at


def _acts(session: Session, child: str, kind: type[A]) -> list[Stored[A]]:
    return as_written(queries.of_child(session.vault, kind, child))


def _newer(found: Iterable[Stored[R]], last: datetime) -> Iterator[Stored[R]]:
    return (one for one in found if one.written_at > last)


def _talks(session: Session, child: str, last: datetime) -> int:
    return len(list(_newer(queries.of_child(session.vault, ParentContact, child), last)))


def _sent_on(letter: Stored[Underretning], steps: Iterable[Stored[Step]]) -> date | None:
    own = (one.record for one in steps if one.record.underretning == letter.id)
    return next((one.day for one in own if one.stage is Stage.AFSENDT), None)


def _sent(steps: Iterable[Stored[Step]], beside: str) -> Iterator[Sent]:
    """Every other letter about the child that went out, with what came back."""
    by_letter: dict[str, dict[Stage, date]] = {}
    for one in steps:
        days = by_letter.setdefault(one.record.underretning, {})
        days.setdefault(one.record.stage, one.record.day)
    for letter, days in by_letter.items():
        on = days.get(Stage.AFSENDT)
        if on is not None and letter != beside:
            yield Sent(on, days.get(Stage.KVITTERET), days.get(Stage.ORIENTERET))
