"""One thing that waits, and what is read once for every kind of waiting."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import NOT_SEEN_AGAIN, OPEN, Concern, NotNow
from tvaerfaglig.domain.form import Decision
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.domain.ladder import Ladder
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.retention import Retention
from tvaerfaglig.domain.stored import Brief, Stored
from tvaerfaglig.services.konsultation.listing import KonsultationRow
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

WHY = 90
"""So much of a reason stands on Overblik; the rest where it was written."""


LONG_OVER = timedelta(days=14)
"""After so long the leader is asked too: whoever it waits for may be away."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: which kind, about whom, until when (None: whenever), and where it is done.

    With `thing` it can be put off: one of its kind about the child is known again by it.
    """

    kind: str
    what: str
    about: str
    due: date | None
    place: str
    argument: str
    child: str = ""
    record: str = ""
    thing: str = ""


class Later(NamedTuple):
    """A thing that waits and is not put into words yet: where thousands wait, only the nearest are."""

    due: date | None
    child: str
    thing: str
    words: Callable[[], Waiting]


@dataclass(frozen=True)
class Morning:
    """Who looks, and what she may see: the children still here, the meetings, the names.

    What several kinds of waiting look through is read once, when the first of them asks for it.

    `decisions` are the house's words for where a meeting goes from here, `active` the staff who still come.
    """

    session: Session
    children: dict[str, Stored[Child]]
    meetings: list[KonsultationRow]
    who: Names
    retention: Retention | None
    ladder: Ladder | None
    decisions: tuple[Decision, ...] = ()
    active: frozenset[str] = frozenset()

    @cached_property
    def today(self) -> date:
        return self.session.today

    @cached_property
    def concerns(self) -> list[Brief[Concern]]:
        """The open ones, the newest day first."""
        return queries.brief_of_children(self.session.vault, Concern, self.children, OPEN)

    @cached_property
    def not_now(self) -> list[Brief[NotNow]]:
        """Decisions to wait that nobody has looked at again, the newest day first."""
        return queries.brief_of_children(self.session.vault, NotNow, self.children, NOT_SEEN_AGAIN)

    @cached_property
    def agreements(self) -> list[Stored[Agreement]]:
        """The open ones, also about children whom the looker may not see."""
        return queries.in_state(self.session.vault, Agreement, AgreementState.AABEN)

    def possessive(self, child: str) -> str:
        """»Almas«, for a sentence about what is hers."""
        return danish.possessive(self.children[child].record.first_name)

    def short(self, child: str) -> str:
        """What a child is called; nothing for one the looker may not see."""
        return self.children[child].record.short_name if child in self.children else ""


def mine_or_late(morning: Morning, whose: Collection[str], due: date | None) -> bool:
    """Whether it is the looker's; or she leads, and it has waited long, has no day, or is nobody's any more."""
    session = morning.session
    if session.my_id in whose:
        return True
    if not session.actor.role.leads:
        return False
    late = due is None or morning.today - due >= LONG_OVER
    return late or not morning.active.intersection(whose)
