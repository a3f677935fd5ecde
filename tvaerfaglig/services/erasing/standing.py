"""What the page Sletning shows: what is due, what is held, what was erased, and whom one may choose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.follow_up import Contacted, Journalled, LookAgain, Reminder
from tvaerfaglig.domain.interview.told import Told
from tvaerfaglig.domain.letter_beside import Proposal, ProposalAnswer, WhyChanged
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.retention import Retention
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.statusudtalelser.records import StatusFinished, StatusStep
from tvaerfaglig.domain.underretning import Comment, Dismissed, Finished, Section, Step
from tvaerfaglig.services.erasing.acts import LOGS, Done
from tvaerfaglig.services.erasing.due import DueList, due_list
from tvaerfaglig.services.erasing.holds import Holding, by_hand
from tvaerfaglig.services.erasing.receipts import Decision, decisions
from tvaerfaglig.services.erasing.traces import Traces
from tvaerfaglig.services.names import names
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_PARTS = {
    kind.KIND
    for kind in (
        Section, Finished, Step, Comment, Dismissed, Told, Contacted, LookAgain, Reminder, Journalled,
        StatusFinished, StatusStep,
        Proposal, ProposalAnswer, WhyChanged,
    )
}  # fmt: skip
_LONGEST, _MOST_TRACES = 90, 80


@dataclass(frozen=True, slots=True)
class Standing:
    """The whole page. `children` are (id, name, where or when left)."""

    due: DueList
    holds: tuple[Holding, ...]
    decisions: tuple[Decision, ...]
    children: tuple[tuple[str, str, date | None], ...]


@dataclass(frozen=True, slots=True)
class OneRecord:
    """One thing about a child that may be erased alone."""

    id: str
    kind: str
    day: date | None
    beginning: str
    shared: bool


def standing(session: Session, retention: Retention) -> Standing:
    """Everything the leader sees about erasing."""
    found = [(one, kept.record.name, kept.record.left) for one, kept in session.children().items()]
    return Standing(
        due=due_list(session, retention),
        holds=by_hand(session),
        decisions=decisions(session),
        children=tuple(sorted(found, key=lambda child: child[1])),
    )


def records_of(session: Session, child_id: str) -> tuple[OneRecord, ...]:
    """What there is about a child, the newest first: each thing once, a letter as a whole. Seeing it is noted."""
    session.child(child_id, Action.ERASE)
    session.looked(child=child_id, what="alt, der kan slettes")
    who = names(session)
    found = []
    for kind in queries.count_by_kind(session.vault, child_id):
        if kind in {*LOGS, *_PARTS, Erased.KIND, Child.KIND}:
            continue
        for stored in queries.of_kind(session.vault, kind, child_id):
            record: Record = stored.record
            words = " ".join(who.said(record.words()).split())
            short = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
            day = date.fromisoformat(record.happened()[:10]) if record.happened() else None
            found.append(OneRecord(stored.id, kind, day, short, len(record.about()) > 1))
    return tuple(sorted(found, key=lambda one: (one.day or date.min, one.id), reverse=True))


def together(done: tuple[Done, ...]) -> Done:
    """Several erasures, to be proved in one search."""
    words = tuple(trace for one in done for trace in one.traces.words)
    step = max(1, len(words) // _MOST_TRACES)
    return replace(
        done[-1],
        traces=Traces(words[::step], tuple(b for one in done for b in one.traces.bytes_)),
    )
