"""A familiegruppe in little: begun by the leader, with families that were asked for and let in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.planning import SessionPlan
from tvaerfaglig.domain.efforts.records import Attends, Effort, Enrolment, Seated
from tvaerfaglig.domain.efforts.roll_call import Mark
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.services.efforts import enrolling, sessions, shelf, starting

TODAY = date(2026, 11, 12)
HOUSE = "maelkeboetten"
SEATS = (
    Seated(seat="gruppeleder", staff="mette"),
    Seated(seat="gruppeleder", staff="yusuf"),
    Seated(seat="sundhedsplejerske", staff="line"),
)


def ref_of(session: Any, kind: str) -> str:
    return next(one.ref for one in shelf.shelf(session) if one.kind.id == kind)


def effort(session: Any, kind: str = "familiegruppe", **more: Any) -> Effort:
    made = Effort(
        kind=ref_of(session, kind), name="Torsdagsgruppen", house=HOUSE, subject=Subject.FAMILIE,
        seated=SEATS if kind == "familiegruppe" else (), start=TODAY,
    )  # fmt: skip
    return replace(made, **more)


def begun(session: Any, kind: str = "familiegruppe", **more: Any) -> str:
    return starting.save(session, effort(session, kind, **more)).id


def consent(session: Any, child: str) -> str:
    """As the family gave it: how it is taken is tried in its own place."""
    with session.write() as pen:
        return pen.put(Samtykke(child=child, given_by=f"{child}-mor", given_on=TODAY))


def asked(session: Any, effort_id: str, child: str, **more: Any) -> str:
    mother = Attends(person=f"{child}-mor", called=f"Mor{child} Hansgaard")
    made = Enrolment(effort=effort_id, child=child, adults=(mother,), asked_on=TODAY)
    made = replace(made, samtykke=consent(session, child))
    return enrolling.ask(session, replace(made, **more)).id


def let_in(session: Any, effort_id: str, child: str, **more: Any) -> str:
    key = asked(session, effort_id, child, **more)
    enrolling.admit(session, key, TODAY)
    return key


def planned(session: Any, effort_id: str, times: int = 1, first: date = TODAY) -> tuple[str, ...]:
    plan = SessionPlan(first=first, times=times)
    days = sessions.propose(session, effort_id, plan).days
    return sessions.accept(session, effort_id, plan, days).sessions


def came(key: str, *people: str) -> Mark:
    return Mark(enrolment=key, people=people or ("barnet",))


def away(key: str, reason: str = "Syg") -> Mark:
    return Mark(enrolment=key, reason=reason)
