"""What is done to an agreement: made, changed, done, moved, given up, and taken back again.

There is no bulk move: each day that is moved has a reason of its own, which the next konsultation asks for.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tvaerfaglig.domain.agreements import series
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import Agreement, AgreementState, Verdict
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.agreements import rules
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries
from tvaerfaglig.store.vault import Pen

_REPLACED = (
    "Aftalen er afløst af en anden. Gør det ved den nye, eller fortryd justeringen med det samme."
)
_ENDED = {AgreementState.GJORT, AgreementState.OPGIVET}


def save(session: Session, made: Agreement, agreement_id: str | None = None) -> Saved:
    """Who does what by when; it becomes a task with everyone who is named."""
    before = queries.one(session.vault, Agreement, agreement_id) if agreement_id else None
    if before is not None:
        rules.may_settle(session, before)
    made = rules.checked(session, made, before.record if before else None)
    with session.write() as pen:
        return Saved(pen.put(made, agreement_id), pen.changes)


def settle(
    session: Session,
    agreement_id: str,
    status: AgreementState,
    outcome: str = "",
    evidence: tuple[str, ...] = (),
    *,
    stops: bool = False,
) -> Changes:
    """Done or given up, how it went and what was seen. One that comes again leaves its next turn, unless it `stops`.

    Opening it again clears the day, and takes the next turn away unless somebody has touched it.
    """
    stored = rules.found(session, agreement_id)
    before = stored.record
    if before.status is AgreementState.JUSTERET:
        raise Unclear(_REPLACED)
    after = replace(
        before,
        status=status,
        done_on=None if status is AgreementState.AABEN else before.done_on or session.today,
        outcome=outcome.strip() or before.outcome,
        evidence=cited(session, before, evidence),
        every=0 if stops else before.every,
    )
    with session.write() as pen:
        if after != before:
            pen.put(after, agreement_id)
        carry_on(pen, session, agreement_id, after)
        return pen.changes


def move(session: Session, agreement_id: str, due: date, because: str) -> Changes:
    """Another day, and why. The day first agreed stays beside it; the rhythm of one that repeats does not move."""
    before = rules.found(session, agreement_id).record
    if before.status is not AgreementState.AABEN:
        raise Unclear("Aftalen er afsluttet. Åbn den igen, før du flytter den.")
    if not because.strip():
        raise Unclear("Hvorfor flyttes den? Få ord er nok.")
    if due == before.due:
        raise Unclear("Det er den dag, den har nu. Vælg en anden.")
    start = before.start_on if before.start_on is None or before.start_on <= due else due
    after = replace(
        before,
        due=due,
        start_on=start,
        first_due=before.first_due or before.due,
        moved_because=because.strip(),
    )
    rules.checked(session, replace(after, until=None), before)
    with session.write() as pen:
        pen.put(after, agreement_id)
        return pen.changes


def adjust(session: Session, agreement_id: str, made: Agreement, outcome: str = "") -> Saved:
    """It did not work as it was: another takes its place, and names it. Adjusted twice it is still one."""
    before = rules.found(session, agreement_id).record
    if before.status not in {AgreementState.AABEN, AgreementState.JUSTERET}:
        raise Unclear("Aftalen er afsluttet. Åbn den igen, før du justerer den.")
    fresh = rules.checked(session, adjusted(before, agreement_id, made, session.today))
    ended = replace(
        before,
        status=AgreementState.JUSTERET,
        done_on=before.done_on or session.today,
        verdict=Verdict.JUSTER,
        outcome=outcome.strip() or before.outcome,
    )
    with session.write() as pen:
        pen.put(ended, agreement_id)
        new = pen.put(fresh, adjusted_id(agreement_id))
        return Saved(new, pen.changes)


def take_back(session: Session, agreement_id: str) -> Changes:
    """*Fortryd*: as it stood before one's own last act on it, and what that act made goes again."""
    rules.found(session, agreement_id)
    versions = past.versions(session.vault, Agreement, agreement_id)
    before = versions[-2].record if len(versions) > 1 else None
    gone = {AgreementState.FJERNET, AgreementState.JUSTERET}
    if before is None or before.status in gone or versions[-1].by != session.my_id:
        raise NotFound("Det kan ikke fortrydes herfra længere. Ret aftalen i stedet.")
    was_adjusted = versions[-1].record and versions[-1].record.status is AgreementState.JUSTERET
    if was_adjusted and not _goes_unnoticed(session, adjusted_id(agreement_id)):
        raise Unclear("Nogen er i gang med den aftale, der afløste den. Ret den i stedet.")
    with session.write() as pen:
        pen.put(before, agreement_id)
        drop_adjusted(pen, session, agreement_id)
        carry_on(pen, session, agreement_id, before)
        return pen.changes


def remove(session: Session, agreement_id: str) -> Changes:
    """Taken off the list before anyone acted on it; its history stays."""
    before = rules.found(session, agreement_id).record
    with session.write() as pen:
        pen.put(replace(before, status=AgreementState.FJERNET), agreement_id)
        return pen.changes


def adjusted_id(agreement_id: str) -> str:
    """The one place that an adjusted agreement's follower has."""
    return f"{agreement_id}+"


def adjusted(before: Agreement, agreement_id: str, made: Agreement, today: date) -> Agreement:
    """The follower as it begins: the words as they were put right, nothing of how the first one went."""
    return replace(
        made,
        what=made.what.strip() or before.what,
        child=before.child,
        konsultation=made.konsultation or before.konsultation,
        concern=before.concern,
        follows=agreement_id,
        made_on=today,
        status=AgreementState.AABEN,
        done_on=None,
        outcome="",
        verdict=None,
        seen_in="",
        evidence=(),
        first_due=None,
        moved_because="",
        series="",
        turn=None,
        source="",
        line="",
    )


def cited(session: Session, made: Agreement, more: tuple[str, ...]) -> tuple[str, ...]:
    """What is cited for it now: only observations of the agreement's own child are taken."""
    fresh = tuple(one for one in more if one not in made.evidence)
    if not fresh or not made.child:
        return made.evidence
    session.child(made.child)
    own = [one for one in fresh if made.child in queries.children_of(session.vault, one)]
    return (*made.evidence, *own)


def drop_adjusted(pen: Pen, session: Session, agreement_id: str) -> None:
    """It is not adjusted after all: what took its place goes, unless somebody has done something to it."""
    _drop(pen, session, adjusted_id(agreement_id))


def carry_on(pen: Pen, session: Session, agreement_id: str, after: Agreement) -> None:
    """The next turn of one that repeats: made when this one ends, taken away when it is opened again.

    With parents whom the guard hides no turn comes: nothing new is agreed with them, by nobody's hand either.
    """
    if not series.repeats(after):
        return
    if after.status in _ENDED:
        if rules.asks_hidden_parents(session, after):
            return
        coming = series.next_of(after, agreement_id, after.done_on or session.today)
        if coming is not None:
            _bring(pen, session, *coming)
        return
    for later in _later_turns(session, agreement_id, after):
        _drop(pen, session, later.id)


def _bring(pen: Pen, session: Session, key: str, fresh: Agreement) -> None:
    """The turn stands, once: one that was taken away comes back, after one that is over comes the next."""
    standing = queries.one(session.vault, Agreement, key)
    if standing is None or standing.record.status is AgreementState.FJERNET:
        pen.put(fresh, key)
    elif standing.record.status in _ENDED:
        carry_on(pen, session, key, standing.record)


def _later_turns(session: Session, agreement_id: str, made: Agreement) -> list[Stored[Agreement]]:
    line, turn = made.series or agreement_id, series.turn_of(made)
    every = queries.in_state(session.vault, Agreement, AgreementState.AABEN)
    return [
        one
        for one in every
        if one.record.series == line and one.id != agreement_id and turn is not None
        and one.record.turn is not None and one.record.turn > turn
    ]  # fmt: skip


def _drop(pen: Pen, session: Session, key: str) -> None:
    """Take away what an act made, as long as nobody has done anything to it."""
    standing = queries.one(session.vault, Agreement, key)
    stands = standing is not None and standing.record.status is AgreementState.AABEN
    if standing is not None and stands and _goes_unnoticed(session, key):
        pen.put(replace(standing.record, status=AgreementState.FJERNET), key)


def _goes_unnoticed(session: Session, key: str) -> bool:
    """Whether it reads as it did when it was made: nobody would miss it. True of one that is not there."""
    versions = past.versions(session.vault, Agreement, key)
    made = [replace(one.record, status=AgreementState.FJERNET) for one in versions if one.record]
    ended = versions[-1].record.status in _ENDED if versions and versions[-1].record else False
    return not ended and all(one == made[0] for one in made)
