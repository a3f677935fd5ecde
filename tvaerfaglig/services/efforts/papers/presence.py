"""Attendance on paper: the group's list, which names its families, and one family's own with nobody else on it."""

from __future__ import annotations

from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.records import (
    EffortSession,
    Enrolment,
    Presence,
    SessionState,
    Stand,
)
from tvaerfaglig.domain.efforts.roll_call import on_the_roll
from tvaerfaglig.domain.efforts.team import decision_form
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.printouts.papers.efforts import (
    AttendanceDay,
    FamilyAttendancePaper,
    GroupAttendancePaper,
)
from tvaerfaglig.printouts.papers.parts import StripFact
from tvaerfaglig.services.children.guard import hidden_among
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.papers import facts
from tvaerfaglig.services.efforts.papers.facts import Family
from tvaerfaglig.services.efforts.papers.others import for_family
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.efforts.sessions import sessions_of
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

CAME, AWAY = "✓", "–"
_BLANK_DAYS = 14


def days_of(session: Session, effort_id: str) -> tuple[Stored[EffortSession], ...]:
    """Those that are planned or were held."""
    every = sessions_of(session, rules.found(session, effort_id))
    return tuple(one for one in every if one.record.status is not SessionState.AFLYST)


def said_of(session: Session, place: Stored[Enrolment]) -> dict[str, Presence]:
    """What was said of a family, by day."""
    return {
        one.record.session: one.record
        for one in queries.of_child(session.vault, Presence, place.record.child)
        if one.record.enrolment == place.id
    }


def families_come(kind: EffortKind) -> bool:
    """Whether its days are for families to come to; a team meets and visits without them."""
    return decision_form(kind) is None


def share(session: Session, family: Family, until: date = date.max) -> str:
    """»7 af 8« by that day; nothing before the roll was called once, nor where families do not come."""
    if not families_come(family.kind):
        return ""
    said = [one for one in said_of(session, family.place).values() if one.day <= until]
    return f"{sum(one.came for one in said)} af {len(said)}" if said else ""


def came_words(session: Session, family: Family, until: date = date.max) -> str:
    came = share(session, family, until)
    return f"{came} {times(came)}." if came else ""


def times(came: str) -> str:
    """»gang« after a lone one: 1 af 1 gang, 0 af 2 gange."""
    return "gang" if came.endswith(" 1") else "gange"


# the group's


def children_on(session: Session, effort_id: str) -> tuple[str, ...]:
    """Those whom the list names: each one's log tells that it was printed."""
    return tuple(one.record.child for one in _printable(session, effort_id))


def _printable(session: Session, effort_id: str) -> list[Stored[Enrolment]]:
    """Families that are or were on the roll, whom the actor may print and who may be found in this house."""
    known, mine = session.children(), session.children_for(Action.PRINT)
    return [
        one
        for one in _ever_on(session, effort_id)
        if one.record.child in known
        and not known[one.record.child].record.hide_house
        and one.record.child in mine
    ]


def _ever_on(session: Session, effort_id: str) -> list[Stored[Enrolment]]:
    days = [one.record.day for one in days_of(session, effort_id)] or [session.today]
    every = list(rules.every_place(session, effort_id))
    on = [one for day in (*days, session.today) for one in on_the_roll(every, day)]
    return list({one.id: one for one in on}.values())


def group_list(session: Session, effort_id: str, *, empty: bool = False) -> GroupAttendancePaper:
    """Families by days as it went; an `empty` one has room for every cell."""
    stored = rules.require_run(session, effort_id)
    days, here = days_of(session, effort_id), _printable(session, effort_id)
    if not here and _ever_on(session, effort_id):
        raise NotAllowed("Du kan se indsatsen, men ikke skrive listen ud. Tal med lederen.")
    known = session.children()
    return GroupAttendancePaper(
        imprint=facts.house_imprint(
            session, stored.record.house, EffortPaper.FREMMOEDELISTE.purpose
        ),
        effort=stored.record.name,
        guarded=bool(hidden_among(session, [one.record.child for one in here])),
        period=_period(days),
        led_by=danish.join_and([one.name for one in facts.leaders(session, stored.record)]),
        days=tuple(map(_head, days)) or ("",) * _BLANK_DAYS,
        rows=tuple(
            (known[one.record.child].record.short_name, _cells(session, one, days, empty=empty))
            for one in here
        ),
        note=_left_out(len(_ever_on(session, effort_id)) - len(here)),
    )


def _period(days: tuple[Stored[EffortSession], ...]) -> str:
    if not days:
        return ""
    span = danish.day_span(days[0].record.day, days[-1].record.day)
    return f"{danish.count(len(days), 'gang', 'gange')}, {span}"


def _head(one: Stored[EffortSession]) -> str:
    return f"{one.record.day.day}/{one.record.day.month}"


def _cells(
    session: Session,
    place: Stored[Enrolment],
    days: tuple[Stored[EffortSession], ...],
    *,
    empty: bool,
) -> tuple[str, ...]:
    said = {} if empty else said_of(session, place)
    if not days:
        return ("",) * _BLANK_DAYS
    return tuple(_cell(said.get(one.id)) for one in days)


def _cell(said: Presence | None) -> str:
    return "" if said is None else CAME if said.came else AWAY


def _left_out(many: int) -> str:
    if not many:
        return ""
    said = danish.count(many, "familie mere er med", "familier mere er med", spelled=True)
    return f"{danish.capital(said)} og står ikke på din liste. En kollega, der må se dem, kalder dem op."


# a family's own


def family_attendance(
    session: Session, enrolment_id: str, *, empty: bool = False
) -> FamilyAttendancePaper:
    """One family's days, person by person, as it went or to be written in; nobody else's."""
    family = facts.family(session, enrolment_id, for_parents=True)
    said = {} if empty else said_of(session, family.place)
    days = [
        one for one in days_of(session, family.place.record.effort) if _theirs(family, one, said)
    ]
    made = FamilyAttendancePaper(
        imprint=facts.imprint(session, family, EffortPaper.FREMMOEDEARK.purpose),
        child=facts.child_facts(session, family),
        effort=facts.effort_line(family),
        people=tuple(facts.short(family, one) for one in family.place.record.people),
        days=tuple(
            _day(family, nr, one.record, said.get(one.id)) for nr, one in enumerate(days, 1)
        ),
        strip=() if empty else tuple(_strip(family, list(said.values()))),
    )
    return for_family(session, made, family)


def _theirs(family: Family, one: Stored[EffortSession], said: dict[str, Presence]) -> bool:
    place = family.place.record
    waits = place.from_day is None
    return one.id in said or waits or place.was_in_on(one.record.day)


def _day(family: Family, nr: int, made: EffortSession, said: Presence | None) -> AttendanceDay:
    stands = {one.person: one.stand for one in said.there} if said else {}
    return AttendanceDay(
        nr=str(nr),
        day=danish.day_short(made.day),
        theme=family.held.taken_out(made.theme),
        cells=tuple(_stand(stands.get(one.person)) for one in family.place.record.people),
        remark=said.reason if said else "",
    )


def _stand(stand: Stand | None) -> str:
    return "" if stand is None else CAME if stand is Stand.TIL_STEDE else AWAY


def _strip(family: Family, said: list[Presence]) -> list[StripFact]:
    """How often each came, of the days that the roll was called; nobody is told of who was never meant to come."""
    made = []
    for one in family.place.record.people:
        stands = [
            there.stand for each in said for there in each.there if there.person == one.person
        ]
        if Stand.TIL_STEDE in stands:
            came = f"{stands.count(Stand.TIL_STEDE)} af {len(stands)}"
            made.append(StripFact(facts.short(family, one), came, times(came)))
    return made
