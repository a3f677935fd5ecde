"""What the pages of volunteers read: the list of a house, and one volunteer with her hours.

A family is told by its child's first name, to whoever may see the child; nothing else of it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.logs import Hours
from tvaerfaglig.domain.efforts.records import Effort, EnrolmentState
from tvaerfaglig.domain.efforts.sheets import WeekRow
from tvaerfaglig.domain.efforts.volunteers import (
    Volunteer,
    VolunteerPlace,
    attest_is_old,
    attest_words,
    waited_days,
    weekly_words,
)
from tvaerfaglig.domain.people import Dagtilbud
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import rules, volunteers
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

ALMOST_NONE = "en familie, du ikke har adgang til"


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerRow:
    """One line of the list. `lacks` keeps her from beginning; `attest` says how the attest stands."""

    id: str
    record: Volunteer
    lacks: tuple[str, ...]
    attest: str
    attest_old: bool
    comes_to: tuple[str, ...]
    weekly: tuple[WeekRow, ...]
    waited: int | None
    minutes: int
    talked_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerList:
    """The volunteers of an effort's house: those who are there first. `leads` may change them.

    `may` and `may_not` are the kind's own lines, to choose among; `hosts` (id, name) may receive somebody.
    """

    effort: str
    house: str
    house_name: str
    attest_years: int
    rows: tuple[VolunteerRow, ...]
    leads: bool
    today: date
    may: tuple[str, ...]
    may_not: tuple[str, ...]
    hosts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """Where she comes or came, in words."""

    stored: Stored[VolunteerPlace]
    where: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where she could come: an activity, or one family of an effort (`enrolment`)."""

    effort: str
    enrolment: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerPage:
    """One volunteer. `unseen` are places with families one may not see; `runs` the efforts one writes hours in."""

    listed: VolunteerList
    row: VolunteerRow
    places: tuple[PlaceLine, ...]
    unseen: int
    hours: tuple[Stored[Hours], ...]
    half_year: int
    names: Names
    spots: tuple[Spot, ...]
    runs: frozenset[str]

    @property
    def record(self) -> Volunteer:
        return self.row.record

    @property
    def now(self) -> tuple[PlaceLine, ...]:
        today = self.listed.today
        return tuple(one for one in self.places if one.stored.record.until is None
                     or one.stored.record.until >= today)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Read:
    """What both pages are made of, each kind asked for once."""

    places: dict[str, list[Stored[VolunteerPlace]]]
    hours: dict[str, list[Stored[Hours]]]
    efforts: dict[str, Effort]
    names: Names


def volunteer_list(session: Session, effort_id: str) -> VolunteerList:
    """Everyone of the effort's house, also those who have stopped."""
    effort = rules.found(session, effort_id).record
    here = volunteers.volunteers(session, effort.house)
    return _listed(session, effort_id, effort, here, _read(session))


def _listed(
    session: Session,
    effort_id: str,
    effort: Effort,
    here: Iterable[Stored[Volunteer]],
    read: _Read,
) -> VolunteerList:
    house = session.houses().get(effort.house) or Dagtilbud(name="")
    kind = kind_of(session, effort)
    return VolunteerList(
        effort=effort_id,
        house=effort.house,
        house_name=house.name,
        attest_years=house.attest_years,
        rows=tuple(_row(session, one, read, house.attest_years) for one in here),
        leads=rules.leads(session, effort.house),
        today=session.today,
        may=kind.may,
        may_not=kind.may_not,
        hosts=tuple(_hosts(session, effort.house)),
    )


def _hosts(session: Session, house: str) -> Iterable[tuple[str, str]]:
    here = [
        (one, who.name)
        for one, who in session.staff().items()
        if who.active and house in who.houses and not who.role.visits
    ]
    return sorted(here, key=lambda one: one[1])


def volunteer_page(session: Session, effort_id: str, volunteer_id: str) -> VolunteerPage:
    """One of them, with her hours and her places; opening it opens nothing of a child."""
    effort = rules.found(session, effort_id).record
    stored = next(
        (one for one in volunteers.volunteers(session, effort.house) if one.id == volunteer_id),
        None,
    )
    if stored is None:
        raise NotFound("Den frivillige findes ikke længere.")
    read = _read(session)
    listed = _listed(session, effort_id, effort, [stored], read)
    every = read.places.get(volunteer_id, [])
    seen = [one for one in every if _sees(session, one.record)]
    hours = tuple(read.hours.get(volunteer_id, ()))
    since = session.today - timedelta(days=182)
    return VolunteerPage(
        listed=listed,
        row=listed.rows[0],
        places=tuple(_line(session, one, read) for one in seen),
        unseen=len(every) - len(seen),
        hours=hours,
        half_year=sum(one.record.minutes for one in hours if one.record.day > since),
        names=read.names,
        spots=tuple(_spots(session, effort.house, read)),
        runs=frozenset(key for key, one in read.efforts.items() if rules.runs(session, one)),
    )


def _read(session: Session) -> _Read:
    places: dict[str, list[Stored[VolunteerPlace]]] = {}
    for one in queries.all_of(session.vault, VolunteerPlace):
        places.setdefault(one.record.volunteer, []).append(one)
    hours: dict[str, list[Stored[Hours]]] = {}
    for each in queries.about_nobody(session.vault, Hours):
        if each.record.volunteer:
            hours.setdefault(each.record.volunteer, []).append(each)
    efforts = {one.id: one.record for one in queries.all_of(session.vault, Effort)}
    return _Read(places, hours, efforts, names(session))


def _row(session: Session, stored: Stored[Volunteer], read: _Read, years: int) -> VolunteerRow:
    made, every = stored.record, read.places.get(stored.id, [])
    now = [one for one in every if one.record.until is None or one.record.until >= session.today]
    return VolunteerRow(
        id=stored.id,
        record=made,
        lacks=made.lacks(),
        attest=attest_words(made, years, session.today),
        attest_old=attest_is_old(made, years, session.today),
        comes_to=tuple(_where(session, one.record, read) for one in now),
        weekly=tuple(day for one in now for day in one.record.weekly),
        waited=waited_days(made, [one.record for one in every], session.today),
        minutes=sum(one.record.minutes for one in read.hours.get(stored.id, [])),
        talked_on=made.feedback[-1].day if made.feedback else None,
    )


def _sees(session: Session, made: VolunteerPlace) -> bool:
    return not made.child or made.child in session.children()


def _where(session: Session, made: VolunteerPlace, read: _Read) -> str:
    """»Læsning om tirsdagen«, »Almas familie«."""
    if not made.child:
        effort = read.efforts.get(made.effort)
        return (effort.activity or effort.name) if effort else "En aktivitet"
    if not _sees(session, made):
        return ALMOST_NONE
    return f"{danish.possessive(_first(read, made.child))} familie"


def _first(read: _Read, child: str) -> str:
    return danish.first_name(read.names.of_child(child))


def _line(session: Session, stored: Stored[VolunteerPlace], read: _Read) -> PlaceLine:
    made = stored.record
    until = f" til {danish.day(made.until)}" if made.until else ""
    said = (weekly_words(made.weekly), f"fra {danish.day(made.from_day)}{until}")
    return PlaceLine(
        stored=stored,
        where=danish.capital(_where(session, made, read)),
        when=". ".join(danish.capital(one) for one in said if one),
    )


def _spots(session: Session, house: str, read: _Read) -> Iterable[Spot]:
    """Activities that run, and families that have a place with those who have volunteers."""
    for key, effort in read.efforts.items():
        if effort.house != house or not effort.is_open or not _takes(session, effort):
            continue
        if not effort.subject.has_families:
            yield Spot(effort=key, enrolment="", name=effort.activity or effort.name)
            continue
        for one in rules.places(session, key):
            if one.record.status is EnrolmentState.MED:
                name = f"{danish.possessive(_first(read, one.record.child))} familie"
                yield Spot(effort=key, enrolment=one.id, name=f"{name} · {effort.name}")


def _takes(session: Session, effort: Effort) -> bool:
    kind: EffortKind = kind_of(session, effort)
    return kind.has_volunteers
