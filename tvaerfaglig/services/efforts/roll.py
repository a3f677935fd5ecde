"""Call the roll of a day: every family is answered for, or the day is not held yet.

A family one may not see is asked of by nobody here: a colleague who may answers for her, and until then the
day stays open. So the roll cannot skip one, and nobody is told a name she may not have.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.efforts.records import (
    Attends,
    EffortSession,
    Enrolment,
    Presence,
    SessionState,
)
from tvaerfaglig.domain.efforts.roll_call import Mark, RollCall, on_the_roll, presence
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.consent.places import yes_of
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries


@dataclass(frozen=True, slots=True, kw_only=True)
class OnRoll:
    """One family of the day: the child's first name, who may come, and what was said of it."""

    enrolment: str
    child: str
    first_name: str
    people: tuple[Attends, ...]
    said: Presence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """`unseen` is how many still wait for a colleague who may see them; `reasons` what absence is offered."""

    session: str
    day: date
    status: SessionState
    families: tuple[OnRoll, ...]
    unseen: int
    reasons: tuple[str, ...]

    def to_call(self) -> RollCall:
        """The families that have no answer, to be gone through one key at a time."""
        return RollCall(tuple(one.enrolment for one in self.families if one.said is None))

    def resumed(self, marks: Iterable[Mark]) -> RollCall:
        """Where one left it; an answer that no longer fits its family is asked for again."""
        people = {one.enrolment: {who.person for who in one.people} for one in self.families}
        fit = [one for one in marks if set(one.people) <= people.get(one.enrolment, set())]
        return self.to_call().resumed(fit)


@dataclass(frozen=True, slots=True)
class Called:
    """`left` families wait for a colleague; 0: the day is held.

    `answers` are the versions it wrote, `opened` whether the day was still open: what *Fortryd* goes by.
    """

    left: int
    changes: Changes
    answers: tuple[str, ...] = ()
    opened: bool = False


def roll(session: Session, session_id: str) -> Roll:
    """The roll of a day, for who runs the effort."""
    stored = _run(session, session_id)
    effort = rules.found(session, stored.record.effort)
    here, visible = _on(session, stored.record), session.children()
    said = _said(session, session_id, here)
    families = tuple(
        OnRoll(
            enrolment=one.id,
            child=one.record.child,
            first_name=visible[one.record.child].record.first_name,
            people=one.record.people,
            said=said.get(one.id),
        )
        for one in here
        if one.record.child in visible
    )
    unseen = [one for one in here if one.record.child not in visible and one.id not in said]
    return Roll(
        session=session_id, day=stored.record.day, status=stored.record.status, families=families,
        unseen=len(unseen), reasons=kind_of(session, effort.record).absences,
    )  # fmt: skip


def call(session: Session, session_id: str, marks: Iterable[Mark], *, draft: str = "") -> Called:
    """Keep the roll. Raises Unclear, naming who, where one of those she may see is not answered for.

    What a colleague has answered meanwhile is not written over: the same again changes nothing.
    """
    stored = _run(session, session_id)
    made = stored.record
    if made.status is SessionState.AFLYST:
        raise Unclear("Dagen er aflyst. Sæt den tilbage, hvis den blev holdt.")
    rules.require_begun(session, made)
    here, visible = _on(session, made), session.children()
    mine = {one.id: one for one in here if one.record.child in visible}
    said = _said(session, session_id, here)
    answers = _new(session, mine, said, _answers(session, mine, marks))
    for one in mine.values():
        if one.id not in answers and one.id not in said:
            name = visible[one.record.child].record.first_name
            raise Unclear(
                f"{name} mangler. Alle familier skal have et svar, også dem, der ikke kom."
            )
    left = len([one for one in here if one.id not in said and one.id not in answers])
    with session.write() as pen:
        written = [
            pen.put(presence(mine[key], session_id, made.day, mark), presence_id(session_id, key))
            for key, mark in answers.items()
        ]
        versions = tuple(one for key in written for one in session.vault.heads(key))
        if not left and made.status is not SessionState.HOLDT:
            pen.put(replace(made, status=SessionState.HOLDT), session_id)
        if draft:
            pen.drop_draft(draft)
        return Called(left, pen.changes, versions, made.status is SessionState.PLANLAGT)


def _new(
    session: Session,
    mine: dict[str, Stored[Enrolment]],
    said: dict[str, Presence],
    answers: dict[str, Mark],
) -> dict[str, Mark]:
    """Those that have none yet. Raises Unclear where another was given for one of them."""
    for key, mark in answers.items():
        before = said.get(key)
        if before is None:
            continue
        wanted = presence(mine[key], before.session, before.day, replace(mark, note=before.note))
        if wanted != before:
            name = session.children()[before.child].record.first_name
            raise Unclear(f"{name} har fået et svar imens. Se det, og ret det, hvis I er uenige.")
    return {key: mark for key, mark in answers.items() if key not in said}


def _answers(
    session: Session, mine: dict[str, Stored[Enrolment]], marks: Iterable[Mark]
) -> dict[str, Mark]:
    """The marks by family, each whole: somebody of that family there, or a reason."""
    found: dict[str, Mark] = {}
    for mark in marks:
        stored = mine.get(mark.enrolment)
        if stored is None or mark.enrolment in found:
            raise Unclear("Et svar hører ikke til en familie på listen. Åbn den igen.")
        name = session.child(stored.record.child, Action.WRITE).record.first_name
        if not set(mark.people) <= {one.person for one in stored.record.people}:
            raise Unclear(f"{name}: en af dem, der er krydset af, hører ikke til familien.")
        if not mark.people and not mark.reason.strip():
            raise Unclear(f"{name} kom ikke. Vælg en grund, også hvis I ikke kender den.")
        rules.keep_to_family(session, stored.record, mark.reason, mark.note)
        found[mark.enrolment] = mark
    return found


def take_back(session: Session, session_id: str, called: Called) -> Changes:
    """That roll undone: its answers go, and the day is as open as it was. Raises NotFound once one was put right."""
    stored = _run(session, session_id)
    visible = session.children()
    here = [one for one in _on(session, stored.record) if one.record.child in visible]
    own = [one for one in here if _answered_by(session, session_id, one, called)]
    if not own or len(own) != len(called.answers):
        raise NotFound("Det kan ikke fortrydes herfra længere. Ret fremmødet i stedet.")
    with session.write() as pen:
        pen.erase(Erased(events=called.answers, ground="fortrudt straks (indsats_fremmoede)"))
        if called.opened and stored.record.status is SessionState.HOLDT:
            pen.put(replace(stored.record, status=SessionState.PLANLAGT), session_id)
        return pen.changes


def _answered_by(
    session: Session, session_id: str, place: Stored[Enrolment], called: Called
) -> bool:
    """Whether that roll answered for the family, oneself and today. Raises NotFound where it was put right since."""
    living = past.living(session.vault, presence_id(session_id, place.id))
    ours = [
        at
        for version, who, at in living
        if version in called.answers
        and who == session.my_id
        and at.astimezone(session.now.tzinfo).date() == session.today
    ]
    if ours and len(living) > 1:
        name = session.children()[place.record.child].record.first_name
        raise NotFound(
            f"{danish.possessive(name)} svar er rettet siden opråbet, og rettelsen skal ikke gå tabt. "
            "Ret fremmødet ved den familie, det gælder."
        )
    return bool(ours)


def answer_again(session: Session, session_id: str, mark: Mark) -> Changes:
    """Put one family's answer right, with whatever was noted by it kept."""
    stored = _run(session, session_id)
    mine = {one.id: one for one in _on(session, stored.record)}
    said = queries.one(session.vault, Presence, presence_id(session_id, mark.enrolment))
    if said is None:
        raise NotFound("Familien har ikke noget svar endnu. Før fremmøde først.")
    (answer,) = _answers(session, mine, [replace(mark, note=said.record.note)]).values()
    with session.write() as pen:
        pen.put(presence(mine[mark.enrolment], session_id, stored.record.day, answer), said.id)
        return pen.changes


def presence_id(session_id: str, enrolment: str) -> str:
    """One answer for a family and a day: two sittings never make two."""
    return f"{session_id}/{enrolment}"


def _run(session: Session, session_id: str) -> Stored[EffortSession]:
    stored = rules.effort_session(session, session_id)
    rules.require_run(session, stored.record.effort)
    return stored


def _on(session: Session, made: EffortSession) -> tuple[Stored[Enrolment], ...]:
    """Without those who took their yes back by then: nothing more is written about them."""
    here = on_the_roll(list(rules.every_place(session, made.effort)), made.day)
    given = yes_of(session, here)
    since = {one: yes.withdrawn_on for one, yes in given.items() if yes.withdrawn_on}
    return tuple(one for one in here if one.id not in since or made.day < since[one.id])


def _said(
    session: Session, session_id: str, here: Iterable[Stored[Enrolment]]
) -> dict[str, Presence]:
    ids = {one.id: presence_id(session_id, one.id) for one in here}
    kept = {one: queries.one(session.vault, Presence, record) for one, record in ids.items()}
    return {one: stored.record for one, stored in kept.items() if stored is not None}
