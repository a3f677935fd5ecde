"""Who has seen, written, printed and revealed something about a child: free of any note's text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from tvaerfaglig.domain.acts import CprShown, Printed
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class Access:
    """One line of the log: when, who (an id), did what to which thing."""

    at: datetime
    who: str
    did: str
    what: str


def of_child(session: Session, child_id: str) -> list[Access]:
    """The child's log, the newest first. For the leader of the house."""
    session.child(child_id, Action.SEE_LOG)
    lines = [
        Access(datetime.fromtimestamp(ms / 1000, UTC), who, "har set", what or "barnets side")
        for ms, who, _, what in queries.reads_of(session.vault, child_id)
    ]
    for printed in queries.of_child(session.vault, Printed, child_id):
        record = printed.record
        what = record.document + (f" · {record.purpose}" if record.purpose else "")
        lines.append(Access(printed.changed_at, printed.changed_by, record.how, what))
    lines += [
        Access(shown.changed_at, shown.changed_by, "har set", "CPR-nummeret")
        for shown in queries.of_child(session.vault, CprShown, child_id)
    ]
    lines += [
        Access(datetime.fromtimestamp(ms / 1000, UTC), who, "har skrevet", what)
        for ms, who, what in queries.writes_of(session.vault, child_id)
    ]
    return sorted(lines, key=lambda line: line.at, reverse=True)
