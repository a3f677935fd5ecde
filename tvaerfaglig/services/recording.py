"""Write something down about a child, and take the last act back: the common road for every small record."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.contact import ParentContact, ParentRemark
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import Effort, Enrolment, Phase, Presence
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.efforts.volunteers import VolunteerPlace
from tvaerfaglig.domain.emergency import Emergency, EmergencySeen
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.handing_over import HandedOver
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.protection import Guard, Samtykke, Sharing
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.roles import Action, Tie
from tvaerfaglig.domain.rounds.records import Joint, Rating, Round
from tvaerfaglig.services.consent import rests
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries

NOT_NOW = (
    "Værnet er sat, så forældrene spørges og orienteres ikke nu. Din tekst bliver liggende. "
    "Er der noget, du skal huske, så skriv det som en observation."
)
_OF_EFFORTS = (Enrolment, Phase, Presence, Goal, Sheet, VisitLog, VolunteerPlace)
_ACTS_OF_THEIR_OWN = (
    *(Guard, Samtykke, Sharing, HandedOver, Emergency, EmergencySeen, Rating, Joint),
    *_OF_EFFORTS,
)
_STANDS = {
    HandedOver.KIND: "Arket er givet videre. At det skete, bliver stående.",
    **dict.fromkeys((Emergency.KIND, EmergencySeen.KIND), "En nødadgang bliver stående."),
    **dict.fromkeys(
        (Round.KIND, Rating.KIND, Joint.KIND), "Det fortryder du inde i trivselsrunden."
    ),
    **dict.fromkeys(
        (Effort.KIND, *(one.KIND for one in _OF_EFFORTS)), "Det fortryder du inde i indsatsen."
    ),
}


@dataclass(frozen=True, slots=True)
class Saved:
    """Where it was written, and what changed."""

    id: str
    changes: Changes


def save(
    session: Session,
    record: Record,
    record_id: str | None = None,
    *,
    replaces: tuple[str, ...] | None = None,
    draft: str = "",
) -> Saved:
    """Write a record about children, new or as a new version; its draft goes in the same transaction.

    Raises NotAllowed when the actor may not write about one of the children. A version of somebody
    else's record needs the right to correct; a correction of one's own does not. What is about no child,
    or opens and guards one, has services of its own.
    """
    if not record.about() or isinstance(record, _ACTS_OF_THEIR_OWN):
        raise NotAllowed("Det kan ikke skrives på den måde.")
    for child in record.about():
        session.child(child, Action.WRITE)
        if isinstance(record, ParentContact | ParentRemark) and not record_id:
            _not_while_guarded(session, child)
    if record_id:
        _may_correct(session, record, record_id)
    with session.write() as pen:
        saved = pen.put(record, record_id, replaces=replaces)
        if draft:
            pen.drop_draft(draft)
        return Saved(saved, pen.changes)


def _not_while_guarded(session: Session, child: str) -> None:
    """Raises Unclear while the guard hides the child's parents: nothing new is told or asked of them."""
    guards = (one.record for one in queries.of_child(session.vault, Guard, child))
    if any(guard.hides_parents for guard in guards):
        raise Unclear(NOT_NOW)


def _may_correct(session: Session, record: Record, record_id: str) -> None:
    before = queries.one(session.vault, type(record), record_id)
    if before is None:
        if queries.kind_of(session.vault, record_id):
            raise NotFound("Det, der skulle rettes, er noget andet nu. Åbn det igen.")
        return
    ties = {Tie.WRITER} if before.written_by == session.my_id else set()
    for child in before.record.about():
        session.require(
            Action.CORRECT, frozenset(ties) | session.ties(session.child(child)), "at rette den"
        )


def correct_observation(
    session: Session,
    observation: Observation,
    record_id: str,
    *,
    replaces: tuple[str, ...],
    reason: str,
    draft: str = "",
) -> Saved:
    """A correction is a new version with a reason; the earlier one stays. Filling in a short one needs none."""
    before = queries.one(session.vault, Observation, record_id)
    if before is None:
        raise NotFound("Observationen findes ikke længere.")
    if before.record.complete and not reason.strip():
        raise Unclear(
            "Skriv kort, hvorfor du retter. Den første tekst bliver stående i historikken."
        )
    corrected = replace(observation, correction=reason.strip())
    return save(session, corrected, record_id, replaces=replaces, draft=draft)


def move_to_right_child(session: Session, record_id: str, wrong: str, right: str) -> Saved:
    """It was written with the wrong child: write it with the right one, erase the wrong one's words.

    It becomes a record of its own, so that nothing of the wrong child's (a letter, a konsultation) cites it.
    """
    before = queries.one(session.vault, Observation, record_id)
    if before is None or wrong not in before.record.about():
        raise NotFound("Observationen findes ikke længere.")
    _may_correct(session, before.record, record_id)
    session.child(right, Action.WRITE)
    involved = {
        child: Involved(child=child, part=one.part)
        for one in before.record.involved
        for child in (right if one.child == wrong else one.child,)
    }
    gone = [version for version, _, _ in past.living(session.vault, record_id)]
    gone += _links(session, record_id)
    with session.write() as pen:
        moved = pen.put(replace(before.record, involved=tuple(involved.values())))
        pen.erase(Erased(events=tuple(gone), ground="forkert barn", child=wrong))
        pen.owe_empty_places()
        return Saved(moved, pen.changes)


def just_written(session: Session, record_id: str) -> str:
    """The version oneself wrote today and nobody has built on. Raises NotFound where there is none."""
    versions = past.living(session.vault, record_id)
    version, by, at = versions[-1] if versions else ("", "", session.now)
    today = at.astimezone(session.now.tzinfo).date() == session.today
    if by != session.my_id or not today or session.vault.heads(record_id) != (version,):
        raise NotFound("Det kan ikke fortrydes herfra længere. Ret det i stedet.")
    return version


def take_back(session: Session, record_id: str) -> Changes:
    """*Fortryd* right after saving: erase what was just written by oneself, today, and nobody has built on."""
    vault = session.vault
    if queries.kind_of(vault, record_id) in _STANDS:
        raise NotAllowed(_STANDS[queries.kind_of(vault, record_id)])
    rests.require_take_back(session, record_id)
    version = just_written(session, record_id)
    children = queries.children_of(vault, record_id)
    links = _links(session, record_id) if len(past.living(vault, record_id)) == 1 else []
    decision = Erased(
        events=(version, *links),
        ground=f"fortrudt straks ({queries.kind_of(vault, record_id)})",
        child=children[0] if len(children) == 1 else "",
    )
    with session.write() as pen:
        pen.erase(decision)
        return pen.changes


def _links(session: Session, record_id: str) -> list[str]:
    """What stands in each child's own stream of a record about several."""
    children = queries.children_of(session.vault, record_id)
    return [link for child in children for link in session.vault.heads(f"{record_id}:{child}")]
