"""What stands to see before a place is given, ended or taken off the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.records import Effort, EnrolmentState
from tvaerfaglig.domain.efforts.waiting_list import waiting_list
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services.consent.places import yes_of
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.families import consent_lacks, room_words
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Giving:
    """One family's place. `lacks`, `full` and `before` are sentences, empty where nothing stands in the way."""

    effort_id: str
    effort: Effort
    enrolment: str
    child: str
    first_name: str
    lacks: str
    full: str
    before: str
    room_words: str
    today: date


def giving(session: Session, enrolment_id: str) -> Giving:
    """For who may write about the child; a place is given and ended by who runs the effort."""
    stored = rules.place(session, enrolment_id, Action.WRITE)
    effort = rules.found(session, stored.record.effort).record
    kind, every = kind_of(session, effort), rules.every_place(session, stored.record.effort)
    taken = sum(1 for one in every if one.record.status is EnrolmentState.MED)
    room = effort.max_families or kind.max_families
    ranks = {one.enrolment.id: one.rank for one in waiting_list(kind, every)}
    given = yes_of(session, [stored]).get(enrolment_id)
    lacks = consent_lacks(given, kind, session.today)
    return Giving(
        effort_id=stored.record.effort,
        effort=effort,
        enrolment=enrolment_id,
        child=stored.record.child,
        first_name=session.child(stored.record.child).record.first_name,
        lacks=f"{lacks}. Uden familiens ja kan den ikke få pladsen." if lacks else "",
        full=_full(taken, room),
        before=_before(ranks.get(enrolment_id, 0)),
        room_words=f"{room_words(taken, room)}.",
        today=session.today,
    )


def _full(taken: int, room: int) -> str:
    if not room or taken < room:
        return ""
    every = "Den ene plads" if room == 1 else f"Alle {room} pladser"
    return f"{every} er taget. Afslut en plads først, eller giv indsatsen plads til flere."


def _before(rank: int) -> str:
    if rank < 2:
        return ""
    many = danish.count(rank - 1, "familie", "familier", spelled=True)
    return f"{danish.capital(many)} står før på listen. I kan give pladsen alligevel."
