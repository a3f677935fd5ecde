"""Volunteers of a house: who they are, what is in place, and the activity or family they come to.

A volunteer has no key and stands in no case: a place points to an effort and a family's place in it, and
nothing that was written about a child is reached from here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.records import EnrolmentState
from tvaerfaglig.domain.efforts.volunteers import Feedback, Volunteer, VolunteerPlace
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.consent.places import require_not_paused
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.konsultation.rules import NamesSomeone
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.writing.known_people import told_in
from tvaerfaglig.store import queries

_FIRST_LAST = "Den sidste dag ligger før den første."


@dataclass(frozen=True, slots=True)
class Stopped:
    """What a goodbye changed, and how it stood before, for *Fortryd*."""

    id: str
    changes: Changes
    before: tuple[tuple[str, Record], ...]


def volunteers(session: Session, house: str) -> tuple[Stored[Volunteer], ...]:
    """Those of a house, by name; for its own staff."""
    if house not in session.actor.houses or session.actor.role.visits:
        raise NotAllowed("De frivillige hører til et andet hus.")
    every = queries.all_of(session.vault, Volunteer)
    here = [one for one in every if one.record.house == house]
    return tuple(sorted(here, key=lambda one: (one.record.ended_on is not None, one.record.name)))


def save(session: Session, wanted: Volunteer, volunteer_id: str | None = None) -> Saved:
    """A volunteer, by the leader. What was said of her on the way, and her goodbye, are acts of their own."""
    before = _volunteer(session, volunteer_id).record if volunteer_id else None
    if before is not None and before.house != wanted.house:
        raise Unclear("En frivillig hører til ét hus. Skriv navnet på i det andet også.")
    _require_lead(session, wanted.house)
    _check(session, wanted)
    made = replace(
        wanted,
        feedback=before.feedback if before else (),
        ended_on=before.ended_on if before else None,
        ended_because=before.ended_because if before else "",
        thanks=before.thanks if before else "",
    )
    return _put(session, made, volunteer_id)


def _check(session: Session, wanted: Volunteer) -> None:
    if not wanted.name.strip():
        raise Unclear("Hvad hedder den frivillige?")
    days = (wanted.asked_on, wanted.attest_on, wanted.agreed_on, wanted.secrecy_on)
    if any(day > session.today for day in days if day):
        raise Unclear(
            "En dag for børneattest, aftale eller tavshedspligt kan ikke ligge i fremtiden."
        )
    host = session.staff().get(wanted.host) if wanted.host else None
    if wanted.host and (host is None or wanted.house not in host.houses):
        raise Unclear("Hvem tager imod? Vælg en kollega fra huset.")
    _nameless(session, wanted, wanted.own_words())


def _nameless(session: Session, made: Volunteer, *texts: str) -> None:
    """Raises NamesSomeone where a child or her family is told; the volunteer's own name is hers."""
    own = {one.casefold() for one in made.name.split()}
    told = told_in(session, "\n".join(texts), ())
    words = tuple(one for one in told if one.casefold().removesuffix("s") not in own)
    words = tuple(one for one in words if one.casefold() not in own)
    if words:
        raise NamesSomeone(
            f"Her står »{'«, »'.join(words)}«. Skriv om den frivillige uden børns og familiers navne.",
            words,
        )


def place(session: Session, wanted: VolunteerPlace, place_id: str | None = None) -> Saved:
    """Tie her to an activity or a family, once all is in place; or other weekdays for a place she has."""
    effort = rules.require_run(session, wanted.effort).record
    rules.require_open(effort)
    _require_lead(session, effort.house)
    who = _volunteer(session, wanted.volunteer).record
    before = _place(session, place_id).record if place_id else None
    if before is not None and (before.volunteer, before.effort, before.enrolment) != (
        wanted.volunteer, wanted.effort, wanted.enrolment,
    ):  # fmt: skip
        raise Unclear("En plads skifter ikke aktivitet eller familie. Afslut den, og lav en ny.")
    _is_ready(who, effort.house, kind_of(session, effort))
    child = _child_of(session, wanted)
    if wanted.until is not None and wanted.until < wanted.from_day:
        raise Unclear(_FIRST_LAST)
    if any(one.to <= one.at for one in wanted.weekly):
        raise Unclear("Fra hvornår til hvornår? Sluttidspunktet skal ligge sidst.")
    if before is None and _comes_already(session, wanted):
        raise Unclear(f"{who.first_name} kommer der allerede.")
    made = replace(wanted, child=child, ended_because=before.ended_because if before else "")
    _nameless(session, who, made.own_words())
    return _put(session, made, place_id)


def _comes_already(session: Session, wanted: VolunteerPlace) -> bool:
    return any(
        (one.record.effort, one.record.enrolment) == (wanted.effort, wanted.enrolment)
        and (one.record.until is None or one.record.until >= wanted.from_day)
        for one in of_volunteer(session, wanted.volunteer)
    )


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
    require_not_paused(session, family)
    return family.child


def end(session: Session, place_id: str, on: date, because: str = "") -> Saved:
    """She comes there no more."""
    stored = _place(session, place_id)
    if on < stored.record.from_day:
        raise Unclear(_FIRST_LAST)
    _nameless(session, _volunteer(session, stored.record.volunteer).record, because)
    return _put(session, replace(stored.record, until=on, ended_because=because.strip()), place_id)


def go_on(session: Session, place_id: str) -> Saved:
    """*Fortryd* after a place was ended."""
    stored = _place(session, place_id)
    who = _volunteer(session, stored.record.volunteer).record
    if who.ended_on is not None:
        raise Unclear("Den frivillige er ikke i huset nu.")
    _child_of(session, stored.record)
    return _put(session, replace(stored.record, until=None, ended_because=""), place_id)


def places(session: Session, volunteer_id: str) -> tuple[Stored[VolunteerPlace], ...]:
    """Where she comes and came, the newest first; families one may not see are left out."""
    who = _volunteer(session, volunteer_id)
    volunteers(session, who.record.house)
    visible = session.children()
    return tuple(
        one
        for one in of_volunteer(session, volunteer_id)
        if not one.record.child or one.record.child in visible
    )


def of_volunteer(session: Session, volunteer_id: str) -> tuple[Stored[VolunteerPlace], ...]:
    """Also those with families one may not see: to be counted and ended, never to be shown."""
    every = queries.all_of(session.vault, VolunteerPlace)
    return tuple(one for one in every if one.record.volunteer == volunteer_id)


def give_feedback(session: Session, volunteer_id: str, wanted: Feedback) -> Saved:
    """What was talked about on the way, by any colleague of the house; one of a day puts that day right."""
    stored = _volunteer(session, volunteer_id)
    made = stored.record
    volunteers(session, made.house)
    if not (wanted.well.strip() or wanted.otherwise.strip()):
        raise Unclear("Hvad går godt, eller hvad gør I anderledes? Få ord er nok.")
    if wanted.day > session.today:
        raise Unclear("Den dag er ikke kommet endnu.")
    _nameless(session, made, wanted.well, wanted.otherwise)
    said = replace(
        wanted, by=session.my_id, well=wanted.well.strip(), otherwise=wanted.otherwise.strip()
    )
    kept = [one for one in made.feedback if (one.day, one.by) != (said.day, said.by)]
    inorder = tuple(sorted((*kept, said), key=lambda one: one.day))
    return _put(session, replace(made, feedback=inorder), volunteer_id)


def stop(
    session: Session, volunteer_id: str, on: date, because: str = "", thanks: str = ""
) -> Stopped:
    """She stops in the house, with thanks: every place of hers ends that day too, in one act."""
    who = _volunteer(session, volunteer_id)
    _require_lead(session, who.record.house)
    if on > session.today:
        raise Unclear("Skriv det, når dagen er kommet.")
    _nameless(session, who.record, because, thanks)
    here = [
        one
        for one in of_volunteer(session, volunteer_id)
        if one.record.until is None or one.record.until > on
    ]
    made = replace(who.record, ended_on=on, ended_because=because.strip(), thanks=thanks.strip())
    with session.write() as pen:
        for one in here:
            pen.put(replace(one.record, until=max(on, one.record.from_day)), one.id)
        pen.put(made, volunteer_id)
        return Stopped(volunteer_id, pen.changes, _as_they_stood(who, *here))


def _as_they_stood(
    *stored: Stored[Volunteer] | Stored[VolunteerPlace],
) -> tuple[tuple[str, Record], ...]:
    return tuple((one.id, one.record) for one in stored)


def put_back(session: Session, before: Iterable[tuple[str, Record]]) -> Changes:
    """*Fortryd* of a goodbye or of other facts: she and her places stand as they stood; what was said stays."""
    stood = [(one, _before(session, one, made)) for one, made in before]
    with session.write() as pen:
        for one, made in stood:
            pen.put(made, one)
        return pen.changes


def _before(session: Session, one: str, made: Record) -> Record:
    if isinstance(made, Volunteer):
        now = _volunteer(session, one).record
        _require_lead(session, now.house)
        return replace(made, house=now.house, feedback=now.feedback)
    if isinstance(made, VolunteerPlace):
        _require_lead(session, _volunteer(session, made.volunteer).record.house)
        place_now = queries.one(session.vault, VolunteerPlace, one)
        if place_now is None or _whose(place_now.record) != _whose(made):
            raise NotFound("Det findes ikke længere.")
        return made
    raise NotAllowed("Det kan ikke skrives på den måde.")


def _whose(made: VolunteerPlace) -> tuple[str, str, str, str]:
    return made.volunteer, made.effort, made.enrolment, made.child


def take_up(session: Session, volunteer_id: str) -> Saved:
    """She comes back; what she agreed to and when stands as it was, and her places are given anew."""
    stored = _volunteer(session, volunteer_id)
    _require_lead(session, stored.record.house)
    if stored.record.ended_on is None:
        raise Unclear("Den frivillige er i huset.")
    return _put(session, replace(stored.record, ended_on=None, ended_because=""), volunteer_id)


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


def _put(session: Session, made: Record, record_id: str | None) -> Saved:
    with session.write() as pen:
        return Saved(pen.put(made, record_id), pen.changes)


def _require_lead(session: Session, house: str) -> None:
    if not rules.leads(session, house):
        raise NotAllowed("Lederen laver aftaler med frivillige. Tal med lederen om det.")
