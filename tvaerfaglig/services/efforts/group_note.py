"""The theme and the short note of a day, which every family reads; and the way out for what is one family's own.

A sentence that names a family belongs by that family's own day. It is moved there by an act of its own, and
only by who may write about the child.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tvaerfaglig.domain.efforts.records import EffortSession, Enrolment, Presence
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.known_names import Names
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services import stepping
from tvaerfaglig.services.consent.places import require_not_paused
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.roll import presence_id
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.konsultation.rules import NamesSomeone
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.stepping import Step, Stepped
from tvaerfaglig.services.writing.known_people import named_beside
from tvaerfaglig.store import queries

_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?]+|\n|$)")


@dataclass(frozen=True, slots=True)
class Belongs:
    """A family that the words name: `sentences` of the text are hers, `rest` is what is left of it.

    `ready` is whether her day has an answer, so that there is a place for them.
    """

    enrolment: str
    first_name: str
    sentences: str
    rest: str
    ready: bool


def whose(session: Session, session_id: str, text: str) -> tuple[Belongs, ...]:
    """The families of the effort, among those one may see, whose names stand in a text."""
    stored = _day(session, session_id)
    staff = [one.name for one in session.staff().values()]
    found = []
    for one in rules.places(session, stored.record.effort):
        names = Names(rules.called(session, one.record), staff, ())
        theirs, rest = _parted(text, names)
        if theirs:
            found.append(_belongs(session, session_id, one, theirs, rest))
    return tuple(found)


def _belongs(
    session: Session, session_id: str, one: Stored[Enrolment], theirs: str, rest: str
) -> Belongs:
    child = session.children()[one.record.child].record
    said = queries.one(session.vault, Presence, presence_id(session_id, one.id))
    return Belongs(one.id, child.first_name, theirs, rest, said is not None)


def _parted(text: str, names: Names) -> tuple[str, str]:
    """The sentences that name somebody, and the text without them."""
    theirs: list[str] = []
    rest: list[str] = []
    for one in _SENTENCE.finditer(text):
        (theirs if any(names.found(one[0])) else rest).append(one[0])
    return " ".join("".join(theirs).split()), "".join(rest).strip()


def move_to_family(session: Session, session_id: str, enrolment_id: str, words: str) -> Stepped:
    """Put the words by the family's own day. Raises NamesSomeone where they name anybody of another family."""
    stored = _day(session, session_id)
    place = rules.place(session, enrolment_id, Action.WRITE)
    if place.record.effort != stored.record.effort:
        raise Unclear("Familien er ikke med i den indsats.")
    require_not_paused(session, place.record)
    if not words.strip():
        raise Unclear("Der er ikke noget at flytte.")
    key = presence_id(session_id, enrolment_id)
    said = queries.one(session.vault, Presence, key)
    if said is None:
        raise Unclear("Før fremmøde først. Så kan det stå ved familiens egen dag.")
    note = " ".join(filter(None, (said.record.note, words.strip())))
    rules.keep_to_family(session, place.record, note)
    _keep_the_house_out(session, place.record, words)
    with session.write() as pen:
        step = stepping.put(session, pen, said, replace(said.record, note=note))
        return Stepped(key, pen.changes, step)


def _keep_the_house_out(session: Session, own: Enrolment, words: str) -> None:
    """Raises NamesSomeone for whoever the house knows beside the family: the sentence was written among many."""
    told = named_beside(session, words, rules.called(session, own))
    if told:
        raise NamesSomeone(
            f"Her står »{'«, »'.join(told)}«, og det er ikke en af familien. "
            "Skriv sætningen uden det navn, så kan den flyttes.",
            told,
        )


def take_back_move(session: Session, session_id: str, step: Step) -> Changes:
    """*Fortryd* after a sentence was moved: the family's day as it was before that."""
    _day(session, session_id)
    said = queries.one(session.vault, Presence, step.record)
    if said is None or said.record.session != session_id:
        raise NotFound("Det kan ikke fortrydes herfra længere.")
    session.child(said.record.child, Action.WRITE)
    before = stepping.require_last(session, Presence, step)
    with session.write() as pen:
        pen.put(before, said.id)
        return pen.changes


def _day(session: Session, session_id: str) -> Stored[EffortSession]:
    stored = rules.effort_session(session, session_id)
    rules.require_run(session, stored.record.effort)
    return stored
