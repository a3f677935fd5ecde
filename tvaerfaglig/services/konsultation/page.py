"""A konsultation's page: the note, what it rests on, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain.concern import PositionSet
from tvaerfaglig.domain.konsultation import (
    Agreement,
    Konsultation,
    KonsultationState,
)
from tvaerfaglig.domain.meetings.kind import MeetingKind
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.domain.stored import Stored, Version
from tvaerfaglig.services.children.card import masked
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.consent import rests
from tvaerfaglig.services.konsultation import rests_on as rest
from tvaerfaglig.services.konsultation import rules
from tvaerfaglig.services.konsultation import sitting as konsultation_sitting
from tvaerfaglig.services.konsultation.colleagues import Colleague, colleagues
from tvaerfaglig.services.konsultation.sitting import Sitting
from tvaerfaglig.services.meetings import shelf
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries


@dataclass(frozen=True, slots=True)
class KonsultationPage:
    """One konsultation with what it rests on and what came of it.

    `meeting` is the kind it is written by, `before` the note that this one follows up, by the same kind.
    `whole_child` is False for those at the table who may not open the child's own page. `kept` is what
    the asker wrote and never saved. `stops` says why nothing more can rest on its samtykke, `only_right` why
    a finished note is corrected and no more; `early` which
    meeting on the early cooperation it is, or would be.
    """

    stored: Stored[Konsultation]
    meeting: MeetingKind
    before: Konsultation | None
    child: Stored[Child] | None
    samtykker: tuple[Stored[Samtykke], ...]
    agreements: tuple[Stored[Agreement], ...]
    earlier_agreements: tuple[Stored[Agreement], ...]
    observations: tuple[Stored[Observation], ...]
    hides_parents: bool
    mine: bool
    names: Names
    today: date
    whole_child: bool = False
    position_before: Stored[PositionSet] | None = None
    colleagues: tuple[Colleague, ...] = ()
    kept: Sitting | None = None
    kept_at: str = ""
    stops: str = ""
    only_right: str = ""
    early: str = ""
    tovholder: str = ""

    @property
    def note(self) -> Konsultation:
        return self.stored.record

    @property
    def id(self) -> str:
        return self.stored.id

    @property
    def is_closed(self) -> bool:
        """Finished or cancelled: it is read, and written in only as a correction."""
        return self.note.status in {KonsultationState.AFSLUTTET, KonsultationState.AFLYST}


def _by_id(stored: Stored[Agreement]) -> str:
    return stored.id


def open_konsultation(session: Session, konsultation_id: str) -> KonsultationPage:
    """A konsultation's page. Opening it is noted when it is about a named child."""
    stored = rules.found(session, konsultation_id)
    note, visible = stored.record, session.children()
    meeting = shelf.kind_of(session, note)
    child = rules.child_of(session, stored, visible)
    whole = child is not None and child.id in visible
    if child:
        session.looked(child=child.id, record=konsultation_id, what="konsultation")
    every = rest.agreed(session, child, whole=whole)
    kept, kept_at = konsultation_sitting.kept(session, konsultation_id)
    who = names(session)
    if child and not whole:
        who = replace(who, children={**who.children, child.id: child.record.name})
    return KonsultationPage(
        stored=stored,
        meeting=meeting,
        before=rest.note_before(session, note),
        child=replace(child, record=masked(child.record)) if child else None,
        samtykker=tuple(queries.of_child(session.vault, Samtykke, child.id))
        if child and whole
        else (),
        agreements=tuple(
            sorted((a for a in every if a.record.konsultation == stored.id), key=_by_id)
        ),
        earlier_agreements=tuple(rest.earlier_agreements(session, every, stored)),
        observations=tuple(rest.observations_of(session, note, whole=whole)),
        hides_parents=child is not None and hides_parents(session, note.child),
        mine=stored.written_by == session.my_id,
        names=who,
        today=session.today,
        whole_child=whole,
        position_before=rest.position_before(session, stored) if child else None,
        colleagues=colleagues(session),
        kept=kept,
        kept_at=kept_at,
        stops=rests.why_talk_stops(session, note),
        only_right=rests.why_only_right(session, note),
        early=rest.early_talks(session, stored) if child else "",
        tovholder=rest.tovholder_now(session, child.id) if child and whole else "",
    )


def history(session: Session, konsultation_id: str) -> list[Version[Konsultation]]:
    """Every version of the note, the oldest first."""
    stored = rules.found(session, konsultation_id)
    if stored.record.about():
        session.looked(
            child=stored.record.child,
            record=konsultation_id,
            what="konsultation, tidligere udgaver",
        )
    return past.versions(session.vault, Konsultation, konsultation_id)
