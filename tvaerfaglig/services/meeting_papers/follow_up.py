"""Opfølgningsnotat: how it went with what was agreed, what is thought now, and what is agreed from here."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.konsultation import Agreement, AgreementState, Konsultation, Verdict
from tvaerfaglig.printouts.papers.plans import FollowUpPaper, StatusRow
from tvaerfaglig.services.agreements.reading import doers
from tvaerfaglig.services.konsultation import paper as konsultation_paper
from tvaerfaglig.services.konsultation.page import KonsultationPage, open_konsultation
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

VERDICTS = {
    Verdict.FORTSAET: "Fortsæt",
    Verdict.JUSTER: "Justér",
    Verdict.GJORT: "Gjort",
    Verdict.STOP: "Stop",
}
_STATES = {
    AgreementState.AABEN: "Åben",
    AgreementState.GJORT: "Gjort",
    AgreementState.OPGIVET: "Stoppet",
    AgreementState.JUSTERET: "Justeret",
}


def paper(session: Session, konsultation_id: str) -> FollowUpPaper:
    """Of a first meeting, without anything to follow up, the list is empty and the paper says so."""
    note = konsultation_paper.paper(session, konsultation_id)
    page = open_konsultation(session, konsultation_id)
    child = page.child.record if page.child else None
    rows = tuple(
        _row(number, one.record, page) for number, one in enumerate(page.earlier_agreements, 1)
    )
    made = FollowUpPaper(note=note, last_time=_last_time(session, page.note), status=rows)
    return paper_facts.masked_through(made, page.note.child, child)


def _row(number: int, made: Agreement, page: KonsultationPage) -> StatusRow:
    parents = page.child.record.parents if page.child else ()
    verdict = VERDICTS[made.verdict] if made.verdict else _STATES.get(made.status, "")
    by = f"senest {danish.day_of_month(made.due)}" if made.due else ""
    ended = f"{danish.day_of_month(made.done_on)}" if made.done_on else by
    return StatusRow(
        number=number,
        what=made.what,
        who=doers(made, page.names, parents),
        works=made.outcome or "Ikke skrevet",
        verdict=verdict,
        on=ended,
    )


def _last_time(session: Session, note: Konsultation) -> str:
    before = queries.one(session.vault, Konsultation, note.follows) if note.follows else None
    return danish.capital(danish.day_long(before.record.day)) if before else ""
