"""A call to the municipality, written down in a moment: the clock runs from it, and the letter becomes a task."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import PhoneCall, Stage, Step, Underretning, Urgency
from tvaerfaglig.services.children.protecting import set_guard
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.letters.beginning import begin
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

KIND = "opkald"
"""The draft of a call that is being written down."""


def phoned(
    session: Session,
    child_id: str,
    *,
    at: time | None,
    spoke_with: str,
    agreed: str = "",
    number: str = "",
    against: Against | None = None,
) -> Saved:
    """Keep the call in the child's open letter, or begin one with it. The answer is the letter's id.

    With `against` the overgreb guard is set first, so that nothing in the letter tells the parents.
    """
    if not child_id:
        raise Unclear("Hvilket barn ringede du om?")
    changes = set_guard(session, child_id, against) if against else None
    letter = _open_letter(session, child_id)
    if letter is None:
        begun = begin(session, child_id)
        changes = begun.changes if changes is None else changes + begun.changes
        letter = queries.one(session.vault, Underretning, begun.id)
    assert letter is not None
    saved = _keep(
        session,
        letter,
        PhoneCall(
            day=session.today,
            at=at or session.now.time().replace(second=0, microsecond=0),
            number=number,
            spoke_with=spoke_with.strip(),
            agreed=agreed.strip(),
            by=session.my_id,
        ),
    )
    return Saved(letter.id, saved.changes if changes is None else changes + saved.changes)


def _open_letter(session: Session, child_id: str) -> Stored[Underretning] | None:
    """The newest letter about the child that nobody has sent, closed or laid aside."""
    moved = {step.record.underretning for step in queries.of_child(session.vault, Step, child_id)}
    letters = queries.of_child(session.vault, Underretning, child_id)
    return next((letter for letter in letters if letter.id not in moved), None)


def _keep(session: Session, letter: Stored[Underretning], call: PhoneCall) -> Saved:
    head = letter.record
    step = Step(
        underretning=letter.id,
        child=head.child,
        stage=Stage.AFSENDT,
        day=call.day,
        at=call.at,
        by=session.my_id,
        channel="telefon",
        receiver=head.receiver,
        spoke_with=call.spoke_with,
        number=call.number,
        note=call.agreed,
    )
    with session.write() as pen:
        pen.put(replace(head, calls=(*head.calls, call), urgency=Urgency.AKUT), letter.id)
        pen.put(step)
        return Saved(letter.id, pen.changes)
