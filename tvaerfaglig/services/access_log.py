"""Who has seen, written, printed and revealed something about a child: free of any note's text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from tvaerfaglig.domain.acts import CprShown, Erased, Printed
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_THINGS = {
    "barn": "barnets oplysninger",
    "observation": "en observation",
    "samtale": "en samtale med forældrene",
    "fravaer": "fravær",
    "familie": "nyt fra familien",
    "position": "en position",
    "bekymring": "en bekymring",
    "ikke_nu": "en beslutning om ikke at underrette nu",
    "deling": "en deling",
    "samtykke": "et samtykke",
    "vaern": "værnet",
    "forseglet": "en forseglet sag",
    "konsultation": "en konsultation",
    "aftale": "en aftale",
    "underretning": "en underretning",
    "afsnit": "et afsnit i en underretning",
    "faerdig": "en færdig underretning",
    "skridt": "et skridt i en underretning",
    "kommentar": "en kommentar",
    "lagt_vaek": "spørgsmål lagt væk",
    "bilag": "et bilag",
}

_REGISTERED = {
    "fravaer",
    "position",
    "deling",
    "samtykke",
    "vaern",
    "faerdig",
    "skridt",
    "lagt_vaek",
    "bilag",
}


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
        Access(_moment(ms), who, "har set", thing(what) if what else "barnets side")
        for ms, who, _, what in queries.reads_of(session.vault, child_id)
    ]
    for printed in queries.of_child(session.vault, Printed, child_id):
        record = printed.record
        what = record.document + (f" · {record.purpose}" if record.purpose else "")
        lines.append(Access(printed.changed_at, printed.changed_by, _how(record.how), what))
    lines += [
        Access(shown.changed_at, shown.changed_by, "har set", "CPR-nummeret")
        for shown in queries.of_child(session.vault, CprShown, child_id)
    ]
    lines += [
        Access(gone.changed_at, gone.changed_by, "har slettet", gone.record.ground)
        for gone in queries.of_child(session.vault, Erased, child_id)
    ]
    lines += [
        Access(_moment(ms), who, _wrote(what), thing(what))
        for ms, who, what in queries.writes_of(session.vault, child_id)
    ]
    return sorted(lines, key=lambda line: line.at, reverse=True)


def thing(kind: str) -> str:
    """The Danish word for a kind of record; other words stand as they are."""
    return _THINGS.get(kind, kind)


def _wrote(kind: str) -> str:
    """Not everything that is put down is a text."""
    return "har registreret" if kind in _REGISTERED else "har skrevet"


def _how(how: str) -> str:
    return how if how.startswith("har ") else f"har {how}"


def _moment(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)
