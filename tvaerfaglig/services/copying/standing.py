"""What Overblik says of the copies: to the leader always, to the others only when it has become serious."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tvaerfaglig.domain.copies import Worry, worry
from tvaerfaglig.services.copying.second_place import SecondPlace, moment, second_place
from tvaerfaglig.services.session import Session
from tvaerfaglig.store.backup import FOLDER
from tvaerfaglig.store.copy_notes import copy_notes
from tvaerfaglig.store.shelf import copies_in, newest

_MISSED_AFTER = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class CopyStanding:
    """When the newest good copy was taken, whether it lies at the second place too, and what is amiss.

    `trouble` is why the last try failed, as a sentence. `missing` is since when the second place has not
    been reached, where that has become worth a word. `ask_second`: none was chosen, and it is time to ask.
    """

    today: date
    newest: datetime | None
    worry: Worry
    trouble: str
    second: SecondPlace | None
    also_there: bool
    missing: datetime | None
    ask_second: bool
    leads: bool
    leader: str


def standing(session: Session) -> CopyStanding:
    """Read beside the vault only: a second place that does not answer must not hold up the page."""
    notes = copy_notes(session.vault.db)
    second = second_place(session)
    local = _newest_here(session)
    there = moment(notes.there) if second else None
    latest = max((at for at in (local, there) if at), default=None)
    leads = session.actor.role.leads
    put_off = notes.ask_on and date.fromisoformat(notes.ask_on) > session.today
    return CopyStanding(
        today=session.today,
        newest=latest,
        worry=worry(latest, session.now),
        trouble=notes.trouble,
        second=second,
        also_there=there is not None and there == latest,
        missing=_missed(session, second),
        ask_second=leads and second is None and not put_off and not session.only_reads,
        leads=leads,
        leader=_leader(session),
    )


def _newest_here(session: Session) -> datetime | None:
    try:
        found = newest(copies_in(session.vault.folder / FOLDER, session.vault.id), session.now)
    except OSError:
        return None
    return found.manifest.at if found else None


def _missed(session: Session, second: SecondPlace | None) -> datetime | None:
    if second is None or second.missing is None:
        return None
    return second.missing if session.now - second.missing >= _MISSED_AFTER else None


def _leader(session: Session) -> str:
    mine = set(session.actor.houses)
    leaders = [one for one in session.staff().values() if one.role.leads and one.active]
    near = [one for one in leaders if set(one.houses) & mine] or leaders
    return near[0].first_name if near else "din leder"
