"""What has been kept long enough: listed for the leader, who decides. Nothing is erased by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.retention import Retention, judge
from tvaerfaglig.services.erasing.due_item import DueItem
from tvaerfaglig.services.erasing.holds import holds_of
from tvaerfaglig.services.erasing.looker import Looker
from tvaerfaglig.services.erasing.periods import KeptFor, leads, periods
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import everything


@dataclass(frozen=True, slots=True)
class DueList:
    """What may go now, what is held back though its period is over, and when the next file is due."""

    items: tuple[DueItem, ...]
    held: tuple[DueItem, ...]
    next_on: date | None
    periods: dict[str, KeptFor]
    today: date


def due_list(session: Session, retention: Retention) -> DueList:
    """Everything of the leader's own children, left ones too, and what her houses wrote about nobody."""
    leads(session)
    kept = periods(session, retention)
    children = session.children()
    holds = holds_of(session.vault, children)
    houses = frozenset(session.actor.houses)
    looker = Looker(session.vault, kept, children, holds, houses, session.today)
    found = [*looker.all(), *_drafts(session, kept["kladde"])]
    over = [one for one in found if one.verdict.reached]
    files = {one.child for one in over if one.whole}
    over = [one for one in over if one.whole or one.child not in files]
    over.sort(key=lambda one: (one.verdict.due_from or date.max, one.title))
    coming = [one.verdict.due_from for one in found if one.whole and not one.verdict.reached]
    return DueList(
        items=tuple(one for one in over if one.verdict.due),
        held=tuple(one for one in over if not one.verdict.due),
        next_on=min((day for day in coming if day), default=None),
        periods=kept,
        today=session.today,
    )


def files_due(session: Session, retention: Retention) -> int:
    """How many children's files may go: what Overblik says, quickly."""
    if not session.actor.role.leads:
        return 0
    kept = periods(session, retention)["sagen"]
    gone = {
        one: stored
        for one, stored in session.children().items()
        if stored.record.left and judge(kept.months, stored.record.left, (), session.today).due
    }
    holds = holds_of(session.vault, gone) if gone else {}
    return sum(not held for held in holds.values())


def _drafts(session: Session, kept: KeptFor) -> Iterable[DueItem]:
    """What nobody saved: its writer and its day, never its words."""
    staff = session.staff()
    mine = set(session.actor.houses)
    for owner, draft in everything.all_drafts(session.vault):
        person = staff.get(owner)
        if person is None or not mine & set(person.houses):
            continue
        day = draft.at.astimezone(session.now.tzinfo).date()
        yield DueItem(
            f"kladde:{owner}:{draft.key}",
            "kladde",
            "",
            f"Kladde hos {person.name}",
            "Aldrig gemt. Kun den, der skrev den, kan læse den.",
            day,
            judge(kept.months, day, (), session.today),
        )
