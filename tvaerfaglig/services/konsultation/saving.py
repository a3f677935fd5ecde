"""The end of a sitting, and of a meeting: one version of the note, its agreements, position and next time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tvaerfaglig.domain.concern import PositionSet
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationState,
    Perspective,
    Verdict,
)
from tvaerfaglig.domain.meetings.kind import Parents
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.agreements import acts as agreed
from tvaerfaglig.services.agreements.rules import parents_may_be_asked
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.consent import rests
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.konsultation import rules
from tvaerfaglig.services.konsultation.sitting import Answer, Sitting, draft_key
from tvaerfaglig.services.meetings.rules import tidied
from tvaerfaglig.services.meetings.shelf import kind_of
from tvaerfaglig.services.meetings.talks import file_talk
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.tovholder.holding import follow_note
from tvaerfaglig.store import queries
from tvaerfaglig.store.vault import Pen

_CARRIED = frozenset(
    {"day", "position", "shared_understanding", "participants", "follow_up_on", "follow_up_at"}
)
"""What a finished note has told others: a correction of it is told them too."""


_NEW = frozenset({"position", "follow_up_on", "follow_up_at", "tovholder"})
"""What a note begins of its own, beside its agreements."""


def save_sitting(session: Session, konsultation_id: str, sitting: Sitting) -> Saved:
    """Everything this sitting changed, in one act; its draft goes with it.

    Refused whole, in words, when an anonymous note would tell who it is: then the draft stays.
    """
    stored = rules.found(session, konsultation_id)
    before = stored.record
    _only_ones_own(session, before, sitting.views)
    kind = kind_of(session, before)
    note = tidied(kind, sitting.over(before))
    if sitting.begins(before, session.today) or _is_late(session, before, sitting):
        note = replace(note, status=KonsultationState.I_GANG)
    written = _agreements(session, konsultation_id, note, sitting)
    rules.check(session, note, before, written.values())
    answers = _answers(session, konsultation_id, sitting)
    followers = _followers(session, konsultation_id, sitting)
    rules.check(session, note, before, (*answers.values(), *followers.values()))
    _adds_nothing(session, before, sitting, (*written, *followers))
    with session.write() as pen:
        if note != before:
            pen.put(note, konsultation_id)
        for key, agreement in {**written, **answers, **followers}.items():
            pen.put(agreement, key)
        _settle_rhythms(pen, session, answers)
        if note.status is KonsultationState.AFSLUTTET:
            if _CARRIED & set(sitting.changed):
                _follow_from(pen, session, konsultation_id, note)
            if "tovholder" in sitting.changed:
                follow_note(pen, session, konsultation_id, note)
            file_talk(pen, session, konsultation_id, note, kind)
        pen.drop_draft(draft_key(konsultation_id))
        return Saved(konsultation_id, pen.changes)


def finish(session: Session, konsultation_id: str) -> Saved:
    """Close the note: its position becomes the child's, its follow-up a planned konsultation.

    Whatever is missing, it is finished. Finishing it again after a correction keeps the first moment.
    """
    stored = rules.found(session, konsultation_id)
    at = stored.record.finished_at or session.now.isoformat()
    note = replace(stored.record, status=KonsultationState.AFSLUTTET, finished_at=at)
    rules.check(session, note, stored.record)
    with session.write() as pen:
        if note != stored.record:
            pen.put(note, konsultation_id)
        _follow_from(pen, session, konsultation_id, note)
        follow_note(pen, session, konsultation_id, note)
        file_talk(pen, session, konsultation_id, note, kind_of(session, note))
        return Saved(konsultation_id, pen.changes)


def _adds_nothing(
    session: Session, before: Konsultation, sitting: Sitting, agreements: Iterable[str]
) -> None:
    """Raises Unclear where a finished note would grow on a yes that the family has taken back."""
    why = rests.why_only_right(session, before)
    new = why and any(queries.one(session.vault, Agreement, one) is None for one in agreements)
    if new or (why and _NEW & set(sitting.changed)):
        raise Unclear(why)


def _is_late(session: Session, before: Konsultation, sitting: Sitting) -> bool:
    """Written after its day: the meeting was held, whoever forgot to say so."""
    planned = before.status is KonsultationState.PLANLAGT
    return planned and before.day < session.today and "day" not in sitting.changed


def _only_ones_own(session: Session, before: Konsultation, views: tuple[Perspective, ...]) -> None:
    """Each profession writes its own view; a guest without a key has hers written down for her."""
    staff = session.staff()
    for one in views:
        if one.staff in staff and one.staff != session.my_id:
            raise NotAllowed(f"{staff[one.staff].first_name} skriver selv sit syn.")
    guests = {one.name for one in before.participants if not one.staff}
    standing = {one.staff for one in before.perspectives}
    for one in views:
        if one.staff not in staff and one.staff not in guests | standing:
            raise NotAllowed("Hvem er det, der mener det? Skriv navnet under mødets deltagere.")


def _agreements(
    session: Session, konsultation_id: str, note: Konsultation, sitting: Sitting
) -> dict[str, Agreement]:
    """The rows that were written or changed, and those taken off the list. Empty new rows are dropped."""
    found: dict[str, Agreement] = {}
    for key, written in sitting.agreements.items():
        if key in sitting.removed or not written.what.strip():
            continue
        facts = replace(written, konsultation=konsultation_id, child=note.child)
        standing = _agreement(session, konsultation_id, key)
        if standing is None or standing.record != facts:
            parents_may_be_asked(session, facts, standing.record if standing else None)
            found[key] = facts
    for key in sitting.removed:
        standing = _agreement(session, konsultation_id, key)
        if standing is not None:
            found[key] = replace(standing.record, status=AgreementState.FJERNET)
    return found


def _agreement(session: Session, konsultation_id: str, key: str) -> Stored[Agreement] | None:
    stored = queries.one(session.vault, Agreement, key)
    if stored is not None and stored.record.konsultation != konsultation_id:
        raise Unclear("Aftalen hører til en anden konsultation.")
    return stored


def _answers(session: Session, konsultation_id: str, sitting: Sitting) -> dict[str, Agreement]:
    """What the follow-up says of earlier agreements, as their next version."""
    found = {}
    for key, answer in sitting.answers.items():
        stored = queries.one(session.vault, Agreement, key)
        if stored is None or not _comes_up(session, konsultation_id, stored.record):
            continue
        after = _answered(session, stored.record, answer, konsultation_id)
        if after != stored.record:
            found[key] = after
    return found


def _comes_up(session: Session, konsultation_id: str, agreement: Agreement) -> bool:
    """Whether the agreement is one that this konsultation begins with: of an earlier one, or of its child."""
    note, seen = rules.found(session, konsultation_id).record, {konsultation_id}
    if agreement.child:
        return agreement.child == note.child
    while note.follows and note.follows not in seen:
        if agreement.konsultation == note.follows:
            return True
        seen.add(note.follows)
        before = queries.one(session.vault, Konsultation, note.follows)
        if before is None:
            break
        note = before.record
    return agreement.seen_in == konsultation_id


def _answered(
    session: Session, standing: Agreement, answer: Answer, konsultation_id: str
) -> Agreement:
    verdict = answer.verdict
    status = verdict.leaves if verdict else standing.status
    ended = status is not AgreementState.AABEN
    stopped = verdict is Verdict.STOP
    return replace(
        standing,
        status=status,
        done_on=(standing.done_on or session.today) if ended else None,
        outcome=answer.outcome.strip() or standing.outcome,
        evidence=agreed.cited(session, standing, answer.evidence),
        verdict=verdict or standing.verdict,
        every=0 if stopped else standing.every,
        seen_in=konsultation_id,
    )


def _followers(session: Session, konsultation_id: str, sitting: Sitting) -> dict[str, Agreement]:
    """What takes the place of those that are adjusted: agreements of this konsultation, each once."""
    found = {}
    for key, answer in sitting.answers.items():
        stored = queries.one(session.vault, Agreement, key)
        if stored is None or not _comes_up(session, konsultation_id, stored.record):
            continue
        new = agreed.adjusted_id(key)
        standing = queries.one(session.vault, Agreement, new)
        is_there = standing is not None and standing.record.status is not AgreementState.FJERNET
        if answer.verdict is Verdict.JUSTER and (answer.adjusted or not is_there):
            made = replace(answer.adjusted or stored.record, konsultation=konsultation_id)
            found[new] = agreed.adjusted(stored.record, key, made, session.today)
            parents_may_be_asked(session, found[new], standing.record if standing else None)
    return found


def _settle_rhythms(pen: Pen, session: Session, answers: dict[str, Agreement]) -> None:
    """What comes again leaves its next turn; what is not adjusted after all has no follower."""
    for key, after in answers.items():
        agreed.carry_on(pen, session, key, after)
        if after.status is not AgreementState.JUSTERET:
            agreed.drop_adjusted(pen, session, key)


def _follow_from(pen: Pen, session: Session, konsultation_id: str, note: Konsultation) -> None:
    if note.position and note.about():
        _set_position(pen, session, konsultation_id, note)
    if note.follow_up_on and note.follow_up_on >= session.today:
        _plan_next(pen, session, konsultation_id, note)


def _set_position(pen: Pen, session: Session, konsultation_id: str, note: Konsultation) -> None:
    """One position of this konsultation's: a correction is its next version."""
    assert note.position is not None
    every = queries.of_child(session.vault, PositionSet, note.child)
    standing = next((one for one in every if one.record.origin == konsultation_id), None)
    made = PositionSet(
        child=note.child,
        day=note.day,
        position=note.position,
        because=note.shared_understanding,
        set_by=tuple(one.staff for one in note.participants if one.staff),
        next_on=note.follow_up_on,
        origin=konsultation_id,
    )
    if standing is None:
        pen.put(made)
    elif standing.record != made:
        pen.put(made, standing.id)


def _plan_next(pen: Pen, session: Session, konsultation_id: str, note: Konsultation) -> None:
    """The next one is planned once; a planned one moves with the day that was agreed."""
    every = queries.all_of(session.vault, Konsultation)
    after = [one for one in every if one.record.follows == konsultation_id]
    if not after:
        pen.put(_next_one(session, note, konsultation_id))
        return
    planned = next((one for one in after if one.record.status is KonsultationState.PLANLAGT), None)
    assert note.follow_up_on is not None
    if planned is None or planned.versions > 1:
        return
    moved = replace(planned.record, day=note.follow_up_on, at=note.follow_up_at)
    if moved != planned.record:
        pen.put(moved, planned.id)


def _next_one(session: Session, note: Konsultation, konsultation_id: str) -> Konsultation:
    """By the same form, unless it is one with parents and the guard hides them by now."""
    assert note.follow_up_on is not None
    hides = bool(note.child) and hides_parents(session, note.child)
    gone = hides and kind_of(session, note).parents is Parents.ALTID
    return Konsultation(
        form="" if gone else note.form,
        meeting="" if gone else note.meeting,
        note_type="" if gone else note.note_type,
        kind=note.kind,
        dagtilbud=note.dagtilbud,
        day=note.follow_up_on,
        at=note.follow_up_at,
        place=note.place,
        participants=tuple(
            replace(one, absent=False) for one in note.participants if one.staff or not gone
        ),
        child=note.child,
        age_band=note.age_band,
        title=note.title,
        basis=note.basis,
        basis_text=note.basis_text,
        samtykke=note.samtykke,
        question="Opfølgning. Virker det, vi aftalte?",
        tovholder=note.tovholder,
        follows=konsultation_id,
    )
