"""Facts to count, out of the vault."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from tvaerfaglig.domain.concern import Concern, NotNow, PositionSet
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.logs import Hours, VisitLog
from tvaerfaglig.domain.efforts.records import Effort, EffortSession, Enrolment, Phase, Presence
from tvaerfaglig.domain.efforts.volunteers import VolunteerPlace
from tvaerfaglig.domain.figures.facts import Facts
from tvaerfaglig.domain.figures.source.of_child import of_child
from tvaerfaglig.domain.figures.source.of_house import of_house
from tvaerfaglig.domain.figures.source.pieces import Bundle, Piece
from tvaerfaglig.domain.figures.source.together import Beside, put_together
from tvaerfaglig.domain.follow_up import LookAgain
from tvaerfaglig.domain.konsultation import Agreement, Konsultation
from tvaerfaglig.domain.meetings.own_part import PartType
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.rounds.records import Joint, Round
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Step, Underretning
from tvaerfaglig.domain.visiting.attachment import Attachment
from tvaerfaglig.domain.visiting.visit import Visit
from tvaerfaglig.services.efforts.shelf import every_kind
from tvaerfaglig.services.meetings.shelf import shelf as meetings
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries

OF_CHILDREN: tuple[type[Record], ...] = (
    Concern,
    ParentContact,
    Konsultation,
    Agreement,
    PositionSet,
    LookAgain,
    NotNow,
    Underretning,
    Step,
    Joint,
    Enrolment,
    Presence,
    Phase,
    Goal,
    VisitLog,
    VolunteerPlace,
)
OF_HOUSES: tuple[type[Record], ...] = (
    Konsultation,
    Agreement,
    Effort,
    EffortSession,
    VisitLog,
    Hours,
    VolunteerPlace,
    Round,
    Visit,
    Attachment,
)
WITH_HISTORY = (Child, Concern, LookAgain, NotNow)


def facts(session: Session) -> Facts:
    """Everything that is counted, of all houses: who may see which is asked by the caller."""
    return put_together(_pieces(session), beside(session))


def _pieces(session: Session) -> Iterable[Piece]:
    by_child: dict[str, dict[str, list[Stored[Any]]]] = defaultdict(lambda: defaultdict(list))
    nobodys: dict[str, list[Stored[Any]]] = defaultdict(list)
    for card in queries.all_of(session.vault, Child):
        by_child[card.id][Child.KIND].append(card)
    for kind in {*OF_CHILDREN, *OF_HOUSES}:
        for one in queries.all_of(session.vault, kind):
            about = one.record.about()
            if about:
                by_child[about[0]][kind.KIND].append(one)
            else:
                nobodys[kind.KIND].append(one)
    scale_parts = _scale_parts(session)
    for child, stored in by_child.items():
        versions = {
            one.id: past.versions(session.vault, kind, one.id)
            for kind in WITH_HISTORY
            for one in stored.get(kind.KIND, ())
        }
        yield of_child(
            child, Bundle(stored, versions), lambda form: scale_parts.get(form, frozenset())
        )
    yield of_house(Bundle(nobodys, {}))


def beside(session: Session) -> Beside:
    return Beside(
        staff=session.staff(),
        kinds=every_kind(session),
        talks=frozenset(one.ref for one in meetings(session) if one.kind.is_talk),
        municipalities={one: house.municipality for one, house in session.houses().items()},
    )


def _scale_parts(session: Session) -> dict[str, frozenset[str]]:
    """Of each kind of meeting the parts that are answered on a scale from 0 to 10."""
    return {
        one.ref: frozenset(
            part.id
            for part in one.kind.parts
            if part.own is not None
            and part.own.type is PartType.SCALE
            and part.own.steps is not None
            and (part.own.steps.lowest, part.own.steps.highest) == (0, 10)
        )
        for one in meetings(session)
    }
