"""Who comes next: by the reason for going first, in the kind's own order, then by who asked first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.records import Enrolment, EnrolmentState
from tvaerfaglig.domain.stored import Stored


@dataclass(frozen=True, slots=True)
class Waiting:
    """One family on the list, with its number (1 is next)."""

    rank: int
    enrolment: Stored[Enrolment]


def waiting_list(kind: EffortKind, enrolments: Iterable[Stored[Enrolment]]) -> tuple[Waiting, ...]:
    """The whole list. Two who asked the same day stand as they were written down."""
    waiting = [one for one in enrolments if one.record.status is EnrolmentState.VENTER]
    inorder = sorted(
        waiting,
        key=lambda one: (
            kind.priority_rank(one.record.priority),
            one.record.asked_on,
            one.written_at,
            one.id,
        ),
    )
    return tuple(Waiting(nr, one) for nr, one in enumerate(inorder, 1))
