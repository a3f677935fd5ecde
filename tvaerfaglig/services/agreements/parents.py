"""The agreements that a child's parents may read: theirs and the house's, without what is the staff's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.agreements.standing import parents_may_read
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.services import paper_facts
from tvaerfaglig.services.agreements.reading import doers
from tvaerfaglig.services.children import standing_guard
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.names import names
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class ForParents:
    """One agreement in their copy, other children masked already. `done` when it is; `theirs` when they do it."""

    id: str
    what: str
    who: str
    due: date | None
    due_words: str
    effect: str
    done: bool
    theirs: bool
    konsultation: str


def for_parents(session: Session, child: str, konsultation: str = "") -> tuple[ForParents, ...]:
    """What is open or done, the nearest day first; of one konsultation when it is named.

    Raises NotAllowed while the guard hides the parents: then nothing at all goes to them.
    """
    record = session.child(child).record
    guard = standing_guard(session, child)
    if guard is not None and guard.record.hides_parents:
        raise NotAllowed("Værnet er sat, så forældrene får ikke noget at se nu.")
    who = names(session)
    shown = {AgreementState.AABEN, AgreementState.GJORT}
    found = [
        one
        for one in queries.of_child(session.vault, Agreement, child)
        if parents_may_read(one.record)
        and one.record.status in shown
        and konsultation in {"", one.record.konsultation}
    ]
    found.sort(key=lambda one: (one.record.due or date.max, one.id))

    def said(text: str) -> str:
        return paper_facts.masked(text, child, record)

    return tuple(
        ForParents(
            one.id,
            said(one.record.what),
            said(doers(one.record, who, record.parents)),
            one.record.due,
            danish.day_table(one.record.due) if one.record.due else "",
            said(one.record.effect),
            one.record.status is AgreementState.GJORT,
            bool(one.record.parents),
            one.record.konsultation,
        )
        for one in found
    )
