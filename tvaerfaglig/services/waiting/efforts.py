"""What an indsats asks of those who run it: a roll, a status, a talk, a consent, a seat, a list that grows old.

All is read at once for every effort: the efforts, their days, the places in them and what was held.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, partial

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.phasing import Days, talk_days, talk_stands
from tvaerfaglig.domain.efforts.planning import next_status
from tvaerfaglig.domain.efforts.records import (
    Effort,
    EffortSession,
    EffortState,
    Enrolment,
    EnrolmentState,
    Presence,
    SessionState,
)
from tvaerfaglig.domain.efforts.rhythm import TalkRule
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.efforts.talks_due import held_days, waiting_talk
from tvaerfaglig.domain.efforts.team import newest_decision
from tvaerfaglig.domain.efforts.volunteers import Volunteer, attest_is_old
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.domain.stored import Brief, Stored
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.calling import half_called
from tvaerfaglig.services.efforts.sessions import sessions_of
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.efforts.starting import empty_seats
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.waiting.reviews import reviews
from tvaerfaglig.services.waiting.things import Later, Morning, Waiting, mine_or_late
from tvaerfaglig.store import queries

PLACE = "indsatser"
SOON = timedelta(days=7)
LONG_WAIT = timedelta(weeks=8)
"""So long a family may wait before whoever runs the effort is asked what is done about it."""


@dataclass(frozen=True)
class _Running:
    """One that is planned or goes on, in which the looker may do something.

    `taken` are all the families in it: also those that the looker may not see take a place.
    """

    id: str
    stored: Stored[Effort]
    kind: EffortKind
    places: tuple[Brief[Enrolment], ...]
    taken: int

    @property
    def effort(self) -> Effort:
        return self.stored.record

    @cached_property
    def inside(self) -> tuple[Brief[Enrolment], ...]:
        return tuple(one for one in self.places if one.record.status is EnrolmentState.MED)

    @cached_property
    def whose(self) -> set[str]:
        return {one.staff for one in self.effort.seated}

    def way(self, *parts: str) -> str:
        return ":".join((self.id, *parts))


def efforts(morning: Morning) -> Iterator[Waiting | Later]:
    """Those one has a seat in, or leads; of families one may not see nothing is said."""
    running = tuple(_running(morning))
    if running:
        held = _held(morning, running)
        yield from _rolls(morning, running)
        yield from reviews(morning, running)
        yield from _consents(morning, running)
        for one in running:
            yield from _statuses(morning, one, held)
            yield from _talks(morning, one, held)
            yield from _list(morning, one)
            yield from _seats(morning, one)
    yield from _attests(morning, running)


def _running(morning: Morning) -> Iterator[_Running]:
    session = morning.session
    every = queries.in_state(session.vault, Effort, EffortState.PLANLAGT, EffortState.I_GANG)
    places = _places(session) if every else {}
    for one in every:
        if not rules.runs(session, one.record):
            continue
        try:
            kind = kind_of(session, one.record)
        except NotFound:
            continue
        here = places.get(one.id, ())
        seen = tuple(each for each in here if each.record.child in morning.children)
        taken = sum(each.record.status is EnrolmentState.MED for each in here)
        yield _Running(one.id, one, kind, seen, taken)


def _places(session: Session) -> dict[str, list[Brief[Enrolment]]]:
    """Those who are in an effort or wait for it, the oldest first; what ended is not read."""
    now = (EnrolmentState.MED, EnrolmentState.VENTER)
    found: dict[str, list[Brief[Enrolment]]] = {}
    for one in reversed(queries.brief_in_state(session.vault, Enrolment, *now)):
        found.setdefault(one.record.effort, []).append(one)
    return found


@dataclass(frozen=True, slots=True)
class _Held:
    """The sheets and the days that each place has, and an effort itself (by its own id): form, or theme, and day."""

    sheets: dict[str, list[Sheet]]
    came: dict[str, list[tuple[str, date]]]

    def statuses(self, key: str) -> Iterator[date]:
        return (one.day for one in self.sheets.get(key, ()) if one.use is FormUse.STATUS)

    def talks(self, rules_of: Iterable[TalkRule], place: str) -> dict[str, list[date]]:
        written = ((one.form, one.day) for one in self.sheets.get(place, ()))
        return held_days(rules_of, written, self.came.get(place, ()))


def _held(morning: Morning, running: Iterable[_Running]) -> _Held:
    vault = morning.session.vault
    watched = [one for one in running if one.kind.rhythm.status_weeks or one.kind.talks]
    children = {each.record.child for one in watched for each in one.inside}
    found = queries.of_children(vault, Sheet, children) if children else []
    if any(not one.effort.subject.has_families for one in watched):
        found = [*found, *queries.about_nobody(vault, Sheet)]
    written: dict[str, list[Sheet]] = {}
    for sheet in found:
        written.setdefault(sheet.record.enrolment or sheet.record.effort, []).append(sheet.record)
    return _Held(written, _came(morning, [one for one in watched if one.kind.talks]))


def _came(morning: Morning, running: Iterable[_Running]) -> dict[str, list[tuple[str, date]]]:
    """The themes of the days that a family in talks came to."""
    session = morning.session
    children = {each.record.child for one in running for each in one.inside}
    if not children:
        return {}
    themes = {
        day.id: day.record.theme for one in running for day in sessions_of(session, one.stored)
    }
    came: dict[str, list[tuple[str, date]]] = {}
    for said in queries.of_children(session.vault, Presence, children):
        made = said.record
        if made.came and made.session in themes:
            came.setdefault(made.enrolment, []).append((themes[made.session], made.day))
    return came


def _rolls(morning: Morning, running: Iterable[_Running]) -> Iterator[Waiting]:
    """A day that is over and nobody has called, or noted as held; of today's the roll one was called away from."""
    session, by_id = morning.session, {one.id: one for one in running}
    begun = half_called(session)
    for one in queries.in_state(session.vault, EffortSession, SessionState.PLANLAGT):
        made, effort = one.record, by_id.get(one.record.effort)
        if effort is None or made.day > session.today:
            continue
        if made.day == session.today and one.id not in begun:
            continue
        if mine_or_late(morning, effort.whose, made.day):
            roll = effort.effort.subject.has_families
            what = "Før fremmøde" if roll else "Blev dagen holdt?"
            what = "Gør opråbet færdigt" if one.id in begun else what
            about = f"{effort.effort.name}, {danish.day_short(made.day)}"
            yield Waiting(
                "fremmoede", what, about, made.day, PLACE, effort.way("dage", one.id), record=one.id
            )


def _statuses(morning: Morning, one: _Running, held: _Held) -> Iterator[Waiting | Later]:
    """Each family's, and of an activity its own."""
    today, weeks = morning.today, one.kind.rhythm.status_weeks
    every = ", ".join(filter(None, (one.effort.name, one.kind.rhythm.status_words())))
    for place in one.inside:
        start, child = place.record.from_day or one.effort.start, place.record.child
        decided = newest_decision(held.sheets.get(place.id, ()))
        again = decided.again if decided else None
        on = again or next_status(start, held.statuses(place.id), weeks)
        if on and on <= today + SOON and mine_or_late(morning, one.whose, on):
            words = partial(_status, morning, one, place, on, again=bool(again), every=every)
            yield Later(on, child, f"indsats_status:{place.id}", words)
    if not one.effort.subject.has_families:
        on = next_status(one.effort.start, held.statuses(one.id), weeks)
        if on and on <= today + SOON and mine_or_late(morning, one.whose, on):
            yield Waiting("indsats_status", "Opfølgning", every, on, PLACE, one.id, record=one.id)


def _status(
    morning: Morning, one: _Running, place: Brief[Enrolment], on: date, *, again: bool, every: str
) -> Waiting:
    child = place.record.child
    what = f"Status med {morning.possessive(child)} familie"
    return Waiting(
        "indsats_status",
        f"Teamet ser på {morning.short(child)} igen" if again else what,
        one.effort.name if again else every, on, PLACE,
        one.way("team") if again else one.way("familie", place.id),
        child, place.id, f"indsats_status:{place.id}",
    )  # fmt: skip


def _talks(morning: Morning, one: _Running, held: _Held) -> Iterator[Waiting]:
    session = morning.session
    for place in one.inside if one.kind.talks else ():
        child = session.child(place.record.child).record
        days = Days(start=place.record.from_day or one.effort.start, due=child.due, born=child.born)
        ahead = talk_days(one.kind.talks, days, session.today + SOON)
        talk = waiting_talk(talk_stands(ahead, held.talks(one.kind.talks, place.id)))
        if talk is not None and mine_or_late(morning, one.whose, talk.day):
            what = f"{talk.rule.name} om {morning.short(place.record.child)}"
            yield Waiting(
                "indsats_samtale", what, one.effort.name, talk.day, PLACE,
                one.way("familie", place.id), place.record.child, place.id,
                f"indsats_samtale:{place.id}:{talk.rule.id}",
            )  # fmt: skip


def _list(morning: Morning, one: _Running) -> Iterator[Waiting]:
    """Who has waited long, and a free place while somebody waits."""
    today = morning.session.today
    waiting = [each for each in one.places if each.record.status is EnrolmentState.VENTER]
    if not waiting:
        return
    longest = min(each.record.asked_on for each in waiting)
    room = one.effort.max_families or one.kind.max_families
    free = room - one.taken if room else 0
    if free > 0 and mine_or_late(morning, one.whose, today):
        what = f"Der er plads, og {danish.count(len(waiting), 'familie', 'familier')} venter"
        yield Waiting("venteliste", what, one.effort.name, today, PLACE, one.way("venteliste"))
    elif today - longest >= LONG_WAIT and mine_or_late(morning, one.whose, longest + LONG_WAIT):
        weeks = (today - longest).days // 7
        what = f"En familie har ventet i {weeks} uger"
        due = longest + LONG_WAIT
        yield Waiting("venteliste", what, one.effort.name, due, PLACE, one.way("venteliste"))


def _seats(morning: Morning, one: _Running) -> Iterator[Waiting]:
    """A seat that nobody has, or that a colleague has who comes no more: for the leader of a group.

    A course with one family may do without all of its seats.
    """
    session = morning.session
    if not rules.leads(session, one.effort.house):
        return
    gone = [each.seat for each in one.effort.seated if each.staff not in morning.active]
    names = [seat.name for seat in one.kind.seats if seat.id in gone]
    if one.kind.max_families != 1:
        names += empty_seats(one.kind, one.effort)
    for name in dict.fromkeys(names):
        what = f"Ingen har rollen »{name}«"
        yield Waiting("indsats_rolle", what, one.effort.name, None, PLACE, one.id, record=one.id)


def _consents(morning: Morning, running: Iterable[_Running]) -> Iterator[Later]:
    """A place that rests on no yes any more: withdrawn, or run out."""
    session = morning.session
    resting = [(one, place) for one in running if one.kind.consent for place in one.inside]
    children = {place.record.child for _, place in resting}
    found = queries.of_children(session.vault, Samtykke, children) if children else []
    given = {one.id: one.record for one in found}
    for one, place in resting:
        yes = given.get(place.record.samtykke)
        if yes is not None and yes.holds_on(morning.today):
            continue
        if mine_or_late(morning, one.whose, morning.today):
            since = (yes.withdrawn_on or yes.until) if yes is not None else None
            words = partial(_consent, morning, one, place, yes, since)
            yield Later(since, place.record.child, "", words)


def _consent(
    morning: Morning,
    one: _Running,
    place: Brief[Enrolment],
    yes: Samtykke | None,
    since: date | None,
) -> Waiting:
    why = "trukket tilbage" if yes is not None and yes.withdrawn_on else "udløbet"
    why = why if yes is not None else "ikke skrevet ned"
    what = f"Samtykket om {morning.short(place.record.child)} er {why}"
    return Waiting(
        "samtykke", what, f"Pladsen i {one.effort.name} hviler på det", since, PLACE,
        one.way("familie", place.id), place.record.child, place.id,
    )  # fmt: skip


def _attests(morning: Morning, running: Iterable[_Running]) -> Iterator[Waiting]:
    """A volunteer who lacks something before she can begin, or whose attest is older than the house's rule."""
    session = morning.session
    houses = session.houses()
    mine = [one for one in session.actor.houses if rules.leads(session, one)]
    rooms = {one.effort.house: one for one in running if one.kind.has_volunteers}
    for one in queries.in_state(session.vault, Volunteer, "frivillig") if mine else ():
        made = one.record
        years = houses[made.house].attest_years if made.house in mine else 0
        old = attest_is_old(made, years, session.today)
        if made.house in mine and (made.lacks() or old):
            lacks = f"{danish.capital(danish.join_and(list(made.lacks())))} mangler"
            what = lacks if made.lacks() else "Tid til en ny børneattest"
            where = rooms[made.house].way("frivillig", one.id) if made.house in rooms else ""
            yield Waiting(
                "frivillig", what, f"{made.name}, frivillig", None, PLACE, where, record=one.id
            )
