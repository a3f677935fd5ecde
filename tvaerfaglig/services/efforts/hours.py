"""Hours of an indsats: what substitutes, volunteers, praktik and preparation took."""

from __future__ import annotations

from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.efforts.logs import Hours, HoursFor
from tvaerfaglig.domain.efforts.volunteers import Volunteer, VolunteerPlace
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries

_A_DAY = 24 * 60


def hours(session: Session, effort_id: str) -> tuple[Stored[Hours], ...]:
    """The newest first."""
    rules.found(session, effort_id)
    every = queries.all_of(session.vault, Hours)
    return tuple(one for one in every if one.record.effort == effort_id)


def save(session: Session, wanted: Hours, hours_id: str | None = None) -> Saved:
    """Hours on a day, by who runs the effort. The note names nobody."""
    effort = rules.require_run(session, wanted.effort).record
    before = _hours(session, hours_id).record if hours_id else None
    if before is not None and before.effort != wanted.effort:
        raise Unclear("Timer flytter ikke til en anden indsats.")
    if not 1 <= wanted.minutes <= _A_DAY:
        raise Unclear("Hvor længe? Skriv timer og minutter inden for et døgn.")
    if wanted.day > session.today:
        raise Unclear("Den dag er ikke kommet endnu.")
    if (wanted.went_to is HoursFor.FRIVILLIG) != bool(wanted.volunteer):
        raise Unclear("Hvilken frivillig er det?")
    if wanted.volunteer:
        _comes_there(session, wanted)
    rules.keep_nameless(session, effort, wanted.effort, wanted.note)
    with session.write() as pen:
        return Saved(pen.put(wanted, hours_id), pen.changes)


def _comes_there(session: Session, wanted: Hours) -> None:
    who = queries.one(session.vault, Volunteer, wanted.volunteer)
    if who is None:
        raise Unclear("Hvilken frivillig er det? Vælg en fra listen.")
    every = queries.all_of(session.vault, VolunteerPlace)
    hers = [one.record for one in every if one.record.volunteer == wanted.volunteer]
    if not any(one.effort == wanted.effort and one.holds_on(wanted.day) for one in hers):
        raise Unclear(f"{who.record.first_name} kom der ikke den dag. Find en plads først.")


def take_away(session: Session, hours_id: str) -> Changes:
    """Written by mistake."""
    _hours(session, hours_id)
    versions = tuple(version for version, _, _ in past.living(session.vault, hours_id))
    with session.write() as pen:
        pen.erase(Erased(events=versions, ground="skrevet ved en fejltagelse (indsats_timer)"))
        return pen.changes


def _hours(session: Session, hours_id: str) -> Stored[Hours]:
    stored = queries.one(session.vault, Hours, hours_id)
    if stored is None:
        raise NotFound("Timerne findes ikke længere.")
    rules.require_run(session, stored.record.effort)
    return stored
