"""Volunteers of a house: who they are, what is in place, and the activity or family they come to.

A volunteer has no key and stands in no case: a place points to an effort and a family's place in it, and
nothing that was written about a child is reached from here.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.records import EnrolmentState
from tvaerfaglig.domain.efforts.volunteers import Volunteer, VolunteerPlace
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.known_people import told_in
from tvaerfaglig.services.konsultation_rules import NamesSomeone
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


def volunteers(session: Session, house: str) -> tuple[Stored[Volunteer], ...]:
    """Those of a house, by name; for its own staff."""
    if house not in session.actor.houses or session.actor.role.visits:
        raise NotAllowed("De frivillige hører til et andet hus.")
    every = queries.all_of(session.vault, Volunteer)
    here = [one for one in every if one.record.house == house]
    return tuple(sorted(here, key=lambda one: (one.record.ended_on is not None, one.record.name)))


def save(session: Session, wanted: Volunteer, volunteer_id: str | None = None) -> Saved:
    """A volunteer, by the leader. What she is to do says no child's name."""
    if volunteer_id and _volunteer(session, volunteer_id).record.house != wanted.house:
        raise Unclear("En frivillig hører til ét hus. Skriv hende på i det andet også.")
    _require_lead(session, wanted.house)
    if not wanted.name.strip():
        raise Unclear("Hvad hedder den frivillige?")
    days = (wanted.attest_on, wanted.agreed_on, wanted.secrecy_on)
    if any(day > session.today for day in days if day):
        raise Unclear(
            "En dag for børneattest, aftale eller tavshedspligt kan ikke ligge i fremtiden."
        )
    words = told_in(session, wanted.own_words(), ())
    if words:
        raise NamesSomeone(
            f"Her står »{'«, »'.join(words)}«. Skriv om den frivillige uden børns og familiers navne.",
            words,
        )
    with session.write() as pen:
        return Saved(pen.put(wanted, volunteer_id), pen.changes)


def place(session: Session, wanted: VolunteerPlace) -> Saved:
    """Tie her to an activity or a family, once all is in place."""
    effort = rules.require_run(session, wanted.effort).record
    rules.require_open(effort)
    _require_lead(session, effort.house)
    who = _volunteer(session, wanted.volunteer).record
    _is_ready(who, effort.house, kind_of(session, effort))
    child = _child_of(session, wanted)
    if wanted.until is not None and wanted.until < wanted.from_day:
        raise Unclear("Den sidste dag ligger før den første.")
    with session.write() as pen:
        return Saved(pen.put(replace(wanted, child=child, ended_because="")), pen.changes)


def _is_ready(who: Volunteer, house: str, kind: EffortKind) -> None:
    if not kind.has_volunteers:
        raise Unclear(f"{kind.name} har ingen frivillige. Lav en indsats med frivillige.")
    if who.house != house or who.ended_on is not None:
        raise Unclear("Den frivillige er ikke i det hus nu.")
    if who.lacks():
        raise Unclear(f"Før {who.name} kan begynde, mangler {danish.join_and(list(who.lacks()))}.")


def _child_of(session: Session, wanted: VolunteerPlace) -> str:
    if not wanted.enrolment:
        return ""
    family = rules.place(session, wanted.enrolment, Action.WRITE).record
    if family.effort != wanted.effort or family.status is not EnrolmentState.MED:
        raise Unclear("Familien er ikke med i indsatsen nu.")
    rules.require_no_guard(session, family.child)
    return family.child


def end(session: Session, place_id: str, on: date, because: str = "") -> Saved:
    """She comes there no more."""
    stored = _place(session, place_id)
    if on < stored.record.from_day:
        raise Unclear("Den sidste dag ligger før den første.")
    made = replace(stored.record, until=on, ended_because=because.strip())
    with session.write() as pen:
        return Saved(pen.put(made, place_id), pen.changes)


def places(session: Session, volunteer_id: str) -> tuple[Stored[VolunteerPlace], ...]:
    """Where she comes and came, the newest first; families one may not see are left out."""
    who = _volunteer(session, volunteer_id)
    volunteers(session, who.record.house)
    visible = session.children()
    every = queries.all_of(session.vault, VolunteerPlace)
    return tuple(
        one
        for one in every
        if one.record.volunteer == volunteer_id
        and (not one.record.child or one.record.child in visible)
    )


def stop(session: Session, volunteer_id: str, on: date) -> Saved:
    """She stops in the house: every place of hers ends that day too, in one act."""
    who = _volunteer(session, volunteer_id)
    _require_lead(session, who.record.house)
    if on > session.today:
        raise Unclear("Skriv det, når dagen er kommet.")
    every = queries.all_of(session.vault, VolunteerPlace)
    hers = [one for one in every if one.record.volunteer == volunteer_id]
    with session.write() as pen:
        for one in hers:
            if one.record.until is None or one.record.until > on:
                pen.put(replace(one.record, until=max(on, one.record.from_day)), one.id)
        return Saved(pen.put(replace(who.record, ended_on=on), volunteer_id), pen.changes)


def _volunteer(session: Session, volunteer_id: str) -> Stored[Volunteer]:
    stored = queries.one(session.vault, Volunteer, volunteer_id)
    if stored is None or stored.record.house not in session.actor.houses:
        raise NotFound("Den frivillige findes ikke længere.")
    return stored


def _place(session: Session, place_id: str) -> Stored[VolunteerPlace]:
    stored = queries.one(session.vault, VolunteerPlace, place_id)
    if stored is None:
        raise NotFound("Det findes ikke længere.")
    if stored.record.child:
        session.child(stored.record.child, Action.WRITE)
    effort = rules.require_run(session, stored.record.effort).record
    _require_lead(session, effort.house)
    return stored


def _require_lead(session: Session, house: str) -> None:
    if not rules.leads(session, house):
        raise NotAllowed("Lederen laver aftaler med frivillige. Tal med hende om det.")
