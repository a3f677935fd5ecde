"""Start mødet: the sheet goes over into the note in one act, and the one who prepared types nothing twice."""

from __future__ import annotations

from tvaerfaglig.domain.konsultation import KonsultationState
from tvaerfaglig.domain.preparing.carrying import begun
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.konsultation import listing, rules
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.preparing.gathering import from_the_log
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session


def begin(session: Session, konsultation_id: str, categories: Categories) -> Saved:
    """The note is under way, with what was prepared in its parts. What was saved last counts."""
    before = rules.found(session, konsultation_id).record
    if before.status in {KonsultationState.AFSLUTTET, KonsultationState.AFLYST}:
        raise Unclear("Mødet er slut. Ret notatet, hvis der mangler noget.")
    page = konsultation_page.open_konsultation(session, konsultation_id)
    log, parts = (
        from_the_log(session, page, categories),
        frozenset(one.id for one in page.meeting.parts),
    )
    note = begun(before, log, session.now.isoformat(), parts)
    rules.check(session, note, before)
    with session.write() as pen:
        if note != before:
            pen.put(note, konsultation_id)
        return Saved(konsultation_id, pen.changes)


def planned_for(session: Session, child_id: str) -> str:
    """The next planned konsultation about this child that the actor may open, the nearest first; "" if none."""
    session.child(child_id)
    ahead = [
        row.stored
        for row in listing.coming(session)
        if row.stored.record.about() == (child_id,)
        and row.stored.record.status is KonsultationState.PLANLAGT
        and row.stored.record.day >= session.today
    ]
    return min(ahead, key=lambda one: one.record.happened()).id if ahead else ""
