"""Underretninger that wait: for their text, for being sent, and for what should come after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from tvaerfaglig.domain.stored import Stored, as_written
from tvaerfaglig.domain.underretning import (
    Finished,
    Stage,
    Step,
    Underretning,
    needs_writing,
    stage_of,
)
from tvaerfaglig.services import drafts
from tvaerfaglig.services.after_sending.waits import OVER, Expected, followed
from tvaerfaglig.services.children.chronicle import first_sentence
from tvaerfaglig.services.letters import phoning
from tvaerfaglig.services.waiting.things import WHY, Morning, Waiting
from tvaerfaglig.store import queries

A = TypeVar("A", Step, Finished)


def calls(morning: Morning) -> Iterator[Waiting]:
    """A call that one began to write down, and was locked out of or called away from."""
    for _ in drafts.mine(morning.session, phoning.KIND):
        what = "Skriv opkaldet til kommunen færdigt"
        about = "Det, du begyndte på, står i Akut"
        yield Waiting("brev", what, about, morning.session.today, "akut", "")


def letters(morning: Morning) -> Iterator[Waiting]:
    """Each underretning by itself, and what is waited for after it is sent."""
    vault, children = morning.session.vault, morning.children
    steps = _by_letter(as_written(queries.of_children(vault, Step, children)))
    finished = _by_letter(queries.of_children(vault, Finished, children))
    after = followed(morning.session, children, morning.ladder)
    for letter in queries.of_children(vault, Underretning, children):
        own_steps, copies = tuple(steps[letter.id]), tuple(finished[letter.id])
        stage, urgent = stage_of(copies, own_steps), needs_writing(copies, own_steps)
        thing = _letter(morning, letter, stage, own_steps, urgent=urgent)
        if thing:
            yield thing
        if stage not in OVER and _concerns_me(morning, letter):
            child = morning.short(letter.record.child)
            found = (
                after.promised(letter, child, own_steps)
                if urgent
                else after.expected(letter, child, stage, own_steps)
            )
            yield from (_expected(one, letter) for one in found)


def _by_letter(acts: Iterable[Stored[A]]) -> Mapping[str, Sequence[A]]:
    """Laid out once: a place with many letters has many more acts."""
    found: defaultdict[str, list[A]] = defaultdict(list)
    for one in acts:
        found[one.record.underretning].append(one.record)
    return found


def _mine(morning: Morning, letter: Stored[Underretning]) -> bool:
    ours = {letter.written_by, letter.changed_by, *letter.record.writers}
    return morning.session.my_id in ours


def _concerns_me(morning: Morning, letter: Stored[Underretning]) -> bool:
    """Whoever writes it, and the leader."""
    return _mine(morning, letter) or morning.session.actor.role.leads


def _expected(one: Expected, letter: Stored[Underretning]) -> Waiting:
    return _waits(one.kind, one.what, one.about, one.on, letter)


def _letter(
    morning: Morning,
    letter: Stored[Underretning],
    stage: Stage,
    steps: tuple[Step, ...],
    *,
    urgent: bool,
) -> Waiting | None:
    """What one does with the letter itself; what is waited for after it is sent comes from `followed`."""
    today, ours = morning.today, _concerns_me(morning, letter)
    child = morning.short(letter.record.child)
    if urgent and ours:
        words = "Ringet til kommunen. Brevet mangler endnu"
        return _waits("brev", f"Skriv underretningen om {child}", words, today, letter)
    if stage is Stage.KLADDE and _mine(morning, letter):
        return _waits("underretning", f"Underretning om {child}", "Kladde", today, letter)
    if stage is Stage.FAERDIG and ours:
        what = f"Send underretningen om {child}"
        return _waits("send", what, "Færdig, ikke sendt", today, letter)
    laid = next((s for s in reversed(steps) if s.stage is Stage.HENLAGT and s.seen_again_on), None)
    if laid and stage is Stage.HENLAGT and ours:
        why = first_sentence(morning.who.said(laid.note), WHY)
        about = f"Underretning lagt til side: {why}"
        return _waits("set_igen", f"Se på {child} igen", about, laid.seen_again_on, letter)
    return None


def _waits(
    kind: str, what: str, about: str, due: date | None, letter: Stored[Underretning]
) -> Waiting:
    return Waiting(kind, what, about, due, "underretninger", letter.id, letter.record.child)
