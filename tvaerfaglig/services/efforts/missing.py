"""What an indsats lacks today, of what one may see: a seat, a yes, a status, a roll that was not called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.records import EffortState, EnrolmentState, SessionState
from tvaerfaglig.domain.efforts.rhythm import Every
from tvaerfaglig.services.consent.places import yes_of
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.families import consent_lacks
from tvaerfaglig.services.efforts.house_visits import are_the_houses, house_visits
from tvaerfaglig.services.efforts.reading import EffortPage, effort_page
from tvaerfaglig.services.efforts.sheets import status_due
from tvaerfaglig.services.efforts.starting import may_sit
from tvaerfaglig.services.efforts.visits import visits
from tvaerfaglig.services.session import Session


class Lack(StrEnum):
    """What is lacking, and so where it is mended."""

    BEGYND = "begynd"
    SLUT = "slut"
    ROLLE = "rolle"
    SAMTYKKE = "samtykke"
    STATUS = "status"
    FREMMOEDE = "fremmoede"
    DAGE = "dage"
    BESOEG = "besoeg"
    PLADS = "plads"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """`words` is a sentence, `on` the day it is counted from, `which` the family or the day it is about."""

    what: Lack
    words: str
    on: date | None = None
    which: str = ""


def missing(session: Session, effort_id: str) -> tuple[Gap, ...]:
    """In the order in which one would mend it; nothing of one that is over."""
    page = effort_page(session, effort_id)
    if not page.effort.is_open:
        return ()
    gaps = [*_of_time(page, session.today), *_of_days(page, session.today)]
    gaps += _of_visits(session, page)
    if page.effort.subject.has_families:
        gaps += [*_of_status(session, page), *_of_consent(session, page), *_of_room(session, page)]
    return (*gaps, *_of_seats(session, page))


def _of_time(page: EffortPage, today: date) -> Iterator[Gap]:
    made = page.effort
    if made.status is EffortState.PLANLAGT and made.start <= today:
        words = f"Den skulle begynde {_day(made.start, today)}."
        yield Gap(what=Lack.BEGYND, words=words, on=made.start)
    if made.end is not None and made.end < today:
        words = f"Den sidste dag var {_day(made.end, today)}, og den er ikke afsluttet."
        yield Gap(what=Lack.SLUT, words=words, on=made.end)


def _of_days(page: EffortPage, today: date) -> Iterator[Gap]:
    days = [one for one in page.sessions if one.record.status is not SessionState.AFLYST]
    for one in days:
        made = one.record
        if made.status is SessionState.PLANLAGT and made.day < today:
            what = "Fremmødet" if page.effort.subject.has_families else "Dagen"
            done = "er ikke ført" if page.effort.subject.has_families else "er ikke noteret"
            words = f"{what} {_day(made.day, today)} {done}."
            yield Gap(what=Lack.FREMMOEDE, words=words, on=made.day, which=one.id)
    if not days and page.kind.rhythm.every is Every.UGER:
        yield Gap(what=Lack.DAGE, words="Dagene er ikke planlagt endnu.")


def _of_visits(session: Session, page: EffortPage) -> Iterator[Gap]:
    """A rhythm of a year is one of visits; to a house they are planned in its own calendar."""
    if page.kind.rhythm.every is not Every.AAR or page.sessions or visits(session, page.id):
        return
    if are_the_houses(page.effort) and house_visits(session, page.id).rows:
        return
    yield Gap(what=Lack.BESOEG, words="Besøgene er ikke planlagt endnu.")


def _of_status(session: Session, page: EffortPage) -> Iterator[Gap]:
    visible = session.children()
    for one in status_due(session, page.id):
        if one.on < session.today:
            name = visible[one.child].record.first_name
            day = _day(one.on, session.today)
            words = f"{danish.possessive(name)} status skulle være holdt {day}."
            yield Gap(what=Lack.STATUS, words=words, on=one.on, which=one.enrolment)


def _of_consent(session: Session, page: EffortPage) -> Iterator[Gap]:
    visible, given = session.children(), yes_of(session, page.families)
    for one in page.families:
        if one.record.status not in {EnrolmentState.MED, EnrolmentState.VENTER}:
            continue
        lacks = consent_lacks(given.get(one.id), page.kind, session.today)
        if lacks:
            name = visible[one.record.child].record.first_name
            yield Gap(what=Lack.SAMTYKKE, words=f"{name}: {_small(lacks)}.", which=one.id)


def _of_room(session: Session, page: EffortPage) -> Iterator[Gap]:
    """A free place while somebody waits; also those one may not see take a place and wait."""
    room = page.effort.max_families or page.kind.max_families
    states = [one.record.status for one in rules.every_place(session, page.id)]
    waits, taken = states.count(EnrolmentState.VENTER), states.count(EnrolmentState.MED)
    if waits and room and taken < room:
        free = danish.count(room - taken, "ledig plads", "ledige pladser", spelled=True)
        yield Gap(what=Lack.PLADS, words=f"Der er {free}, og {danish.in_words(waits)} venter.")


def _of_seats(session: Session, page: EffortPage) -> Iterator[Gap]:
    """Nobody has it; or whoever has it has left the house or got another post."""
    staff = session.staff()
    for one in page.effort.seated:
        seat, who = page.kind.seat(one.seat), staff.get(one.staff)
        if seat is not None and who is not None and not may_sit(who, seat, page.effort.house):
            words = f"{who.name} kan ikke have rollen »{seat.name}« længere."
            yield Gap(what=Lack.ROLLE, words=words)
    if page.empty_seats:
        names = danish.join_and([f"»{one}«" for one in page.empty_seats])
        yield Gap(what=Lack.ROLLE, words=f"Ingen har rollen {names}.")


def _day(on: date, today: date) -> str:
    """In a sentence: »i går«, »den 28. oktober«."""
    return "i går" if (today - on).days == 1 else f"den {danish.day_and_month(on)}"


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
