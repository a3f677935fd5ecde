"""A paper that left the program is noted: who, what, how, why and to whom. Never where to."""

from __future__ import annotations

from dataclasses import replace

from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.anonymity import without
from tvaerfaglig.domain.consent.roads import Ground
from tvaerfaglig.domain.efforts.records import Effort
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.handing_over import DOCUMENT, HandedOver
from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.rounds.records import Round
from tvaerfaglig.domain.visiting.visit import Visit
from tvaerfaglig.services.efforts import rules as efforts
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.konsultation import rules as konsultation_rules
from tvaerfaglig.services.rounds import rules as rounds
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting import rules as visiting
from tvaerfaglig.services.writing.known_people import told_in
from tvaerfaglig.store import queries

SEALED = "forseglet sag"


def _may_print(session: Session, child: str, record: str) -> None:
    """Of a konsultation's note whoever sat at its table; of a visit, a round or an indsats whoever may open it."""
    if record and queries.kind_of(session.vault, record) == Konsultation.KIND:
        konsultation_rules.found(session, record, Action.PRINT)
    elif record and queries.kind_of(session.vault, record) == Visit.KIND:
        visiting.visit(session, record)
    elif record and queries.kind_of(session.vault, record) == Round.KIND:
        rounds.found(session, record)
    elif record and queries.kind_of(session.vault, record) == Effort.KIND:
        efforts.found(session, record)
    elif child:
        session.child(child, Action.PRINT)


def _without_names(session: Session, text: str) -> str:
    """In the log of a paper about nobody a receiver »Almas mor« would tell whom it was about."""
    return without(text, told_in(session, text, ()))


def _handed(
    session: Session, child: str, document: str, receiver: str, leaves: HandedOver | None
) -> HandedOver | None:
    """What is to be written of a sheet that was handed on; None where that stands already."""
    if leaves is None:
        return None
    if leaves.child != child or document != DOCUMENT:
        raise NotAllowed("Det hører ikke til det papir. Vis arket igen.")
    made = replace(leaves, to=receiver.strip() or leaves.to, day=session.today, by=session.my_id)
    return made if queries.one(session.vault, HandedOver, made.key) is None else None


def note_printed(
    session: Session,
    *,
    document: str,
    how: str,
    child: str = "",
    record: str = "",
    purpose: str = "",
    receiver: str = "",
    children: tuple[str, ...] = (),
    ground: Ground | None = None,
    leaves: HandedOver | None = None,
) -> Changes:
    """Note that a paper left the program: who, what, how, for which purpose, to whom. Never where to.

    `children` are those on a paper that names several: it stands in the log of each.

    Of a sealed case neither purpose nor receiver is kept: they would say in clear what it is about. `leaves` is
    what was handed on with it, to whom it went in the end; it stands on the child's page from then on.
    """
    _may_print(session, child, record)
    for one in children:
        session.child(one)
    if document == SEALED:
        purpose = receiver = ""
    if record and not (child or children):
        purpose, receiver = (_without_names(session, one) for one in (purpose, receiver))
    handed = _handed(session, child, document, receiver, leaves)
    with session.write() as pen:
        if handed is not None:
            pen.put(handed, handed.key)
        pen.put(
            Printed(
                child=child,
                record=record,
                document=document,
                how=how,
                purpose=purpose.strip(),
                receiver=receiver.strip(),
                basis=ground.basis if ground else "",
                basis_text=ground.words if ground else "",
                samtykke=ground.samtykke if ground else "",
                at=session.now.isoformat(timespec="minutes"),
                children=children,
            )
        )
        return pen.changes
