"""A paper that left the program is noted: who, what, how, why and to whom. Never where to."""

from __future__ import annotations

from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.anonymity import without
from tvaerfaglig.domain.consent.roads import Ground
from tvaerfaglig.domain.efforts.records import Effort
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.rounds.records import Round
from tvaerfaglig.domain.visiting.visit import Visit
from tvaerfaglig.services.efforts import rules as efforts
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
) -> Changes:
    """Note that a paper left the program: who, what, how, for which purpose, to whom. Never where to.

    `children` are those on a paper that names several: it stands in the log of each.

    Of a sealed case neither purpose nor receiver is kept: they would say in clear what it is about.
    """
    _may_print(session, child, record)
    for one in children:
        session.child(one)
    if document == SEALED:
        purpose = receiver = ""
    if record and not (child or children):
        purpose, receiver = (_without_names(session, one) for one in (purpose, receiver))
    with session.write() as pen:
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
