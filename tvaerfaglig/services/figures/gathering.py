"""The records that figures are counted from, gathered for some children or for a kind of the house's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from tvaerfaglig.domain.concern import Concern, NotNow, PositionSet
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.logs import Hours, VisitLog
from tvaerfaglig.domain.efforts.records import Effort, EffortSession, Enrolment, Phase, Presence
from tvaerfaglig.domain.efforts.volunteers import VolunteerPlace
from tvaerfaglig.domain.figures.source.letters_sent import OBSERVATIONS
from tvaerfaglig.domain.figures.source.of_child import of_child
from tvaerfaglig.domain.figures.source.of_house import of_house
from tvaerfaglig.domain.figures.source.pieces import Bundle, Piece
from tvaerfaglig.domain.follow_up import LookAgain
from tvaerfaglig.domain.konsultation import Agreement, Konsultation
from tvaerfaglig.domain.meetings.own_part import PartType
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.rounds.records import Joint, Round
from tvaerfaglig.domain.stored import Stored, Version
from tvaerfaglig.domain.underretning import Finished, Section, Stage, Step, Underretning
from tvaerfaglig.domain.visiting.attachment import Attachment
from tvaerfaglig.domain.visiting.visit import Visit
from tvaerfaglig.services import library
from tvaerfaglig.services.meetings.shelf import shelf as meetings
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries
from tvaerfaglig.store.vault import Vault

OF_CHILDREN: tuple[type[Record], ...] = (
    Concern, ParentContact, Konsultation, Agreement, PositionSet, LookAgain, NotNow, Guard,
    Underretning, Section, Finished, Step, Joint, Enrolment, Presence, Phase, Goal, VisitLog,
    VolunteerPlace,
)  # fmt: skip
"""Beside her card."""
OF_HOUSE: tuple[type[Record], ...] = (
    Konsultation, Agreement, Effort, EffortSession, VisitLog, Hours, VolunteerPlace, Round, Visit,
    Attachment,
)  # fmt: skip
"""What is counted of them where they are about nobody."""
WORDS_OF_CHILDREN = (Child.KIND, *(kind.KIND for kind in OF_CHILDREN))
WORDS_OF_HOUSE = tuple(kind.KIND for kind in OF_HOUSE)
_WITH_HISTORY = (Child, Concern, LookAgain, NotNow)
Gathered = dict[str, dict[str, list[Stored[Any]]]]
"""By child, then by the word of the kind."""


def of_children(session: Session, children: Collection[str]) -> Iterator[tuple[str, Piece | None]]:
    """What the records of each say; None of one who is gone."""
    by_child = _gathered(session.vault, children)
    scale_parts, questions = _scale_parts(session), library.questions()
    letters = _sent(by_child)
    versions = _versions(session.vault, _with_history(by_child, letters))
    cited = past.as_written(session.vault, _cited(by_child, versions))
    for child in children:
        stored = by_child.get(child)
        if stored is None or Child.KIND not in stored:
            yield child, None
            continue
        bundle = Bundle(stored, versions, cited)
        yield (
            child,
            of_child(child, bundle, lambda form: scale_parts.get(form, frozenset()), questions),
        )


def of_kind(session: Session, word: str) -> Piece:
    """What the records of a kind say that are about nobody."""
    kind = next(one for one in OF_HOUSE if word == one.KIND)
    return of_house(Bundle({word: queries.about_nobody(session.vault, kind)}))


def _gathered(vault: Vault, children: Collection[str]) -> Gathered:
    found: Gathered = defaultdict(lambda: defaultdict(list))
    for card in queries.these(vault, Child, children):
        found[card.id][Child.KIND].append(card)
    for kind in OF_CHILDREN:
        for one in queries.of_each(vault, kind, children):
            for child in one.record.about():
                found[child][kind.KIND].append(one)
    return found


def _sent(by_child: Gathered) -> frozenset[str]:
    """The letters that were sent: of the others no text is read."""
    return frozenset(
        one.record.underretning
        for stored in by_child.values()
        for one in stored.get(Step.KIND, ())
        if one.record.stage is Stage.AFSENDT
    )


def _with_history(by_child: Gathered, letters: frozenset[str]) -> Iterator[str]:
    for stored in by_child.values():
        for kind in _WITH_HISTORY:
            yield from (one.id for one in stored.get(kind.KIND, ()))
        yield from (one.id for one in stored.get(Underretning.KIND, ()) if one.id in letters)
        for one in stored.get(Section.KIND, ()):
            if one.record.underretning in letters:
                yield one.id


def _versions(vault: Vault, records: Iterable[str]) -> dict[str, list[Version[Record]]]:
    found: dict[str, list[Version[Record]]] = defaultdict(list)
    for record, version in past.written_in(vault, records):
        found[record].append(version)
    return found


def _cited(by_child: Gathered, versions: dict[str, list[Version[Record]]]) -> Iterator[str]:
    """The versions of observations that letters held, at any time."""
    for stored in by_child.values():
        for section in stored.get(Section.KIND, ()):
            if section.record.section == OBSERVATIONS:
                for one in versions.get(section.id, ()):
                    if isinstance(one.record, Section):
                        yield from (row.version for row in one.record.rows)


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
