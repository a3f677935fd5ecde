"""What was tried for a child, agreement or indsats, from the day it began until it was done or given up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.efforts.tried import Tried
from tvaerfaglig.domain.konsultation import Agreement, AgreementState, Verdict
from tvaerfaglig.domain.stored import Stored


@dataclass(frozen=True, slots=True)
class Effort:
    """One thing that was tried: what, by whom, from when until when, and what came of it.

    Without a last day it still goes on. `given_up` stopped without being done. `stands` is its own word for
    where it stands, where »gjort« is not the word.
    """

    record: str
    what: str
    who: tuple[str, ...]
    parents: tuple[str, ...]
    who_else: str
    first: date
    last: date | None
    given_up: bool
    effect: str
    outcome: str
    verdict: Verdict | None
    stands: str = ""


def efforts(
    agreements: Iterable[Stored[Agreement]], places: Iterable[Tried] = ()
) -> tuple[Effort, ...]:
    """The first begun first; what was taken off the list again was never tried."""
    found = [_effort(one) for one in agreements if one.record.status is not AgreementState.FJERNET]
    found += [_of_place(one) for one in places]
    return tuple(sorted(found, key=lambda one: (one.first, one.record)))


def _effort(stored: Stored[Agreement]) -> Effort:
    made = stored.record
    ended = made.status is not AgreementState.AABEN
    first = made.start_on or made.made_on
    last = (made.done_on or stored.changed_at.date()) if ended else None
    return Effort(
        record=stored.id,
        what=made.what,
        who=made.who,
        parents=made.parents,
        who_else=made.who_else,
        first=first,
        last=max(last, first) if last else None,
        given_up=made.status is AgreementState.OPGIVET,
        effect=made.effect,
        outcome=made.outcome,
        verdict=made.verdict,
    )


def _of_place(one: Tried) -> Effort:
    return Effort(
        record=one.enrolment,
        what=one.name,
        who=one.who,
        parents=(),
        who_else="",
        first=one.first,
        last=max(one.last, one.first) if one.last else None,
        given_up=one.given_up,
        effect="",
        outcome=" ".join(filter(None, (one.attendance(), one.effect()))),
        verdict=None,
        stands=one.stands,
    )
