"""Indsatsplan: what is on the agenda, what was said, what parents agreed to, and who does what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.agreements.standing import parents_may_read
from tvaerfaglig.domain.konsultation import KonsultationKind
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.printouts.papers.konsultation import KonsultationPaper
from tvaerfaglig.printouts.papers.parts import AgreementRow, Signer
from tvaerfaglig.printouts.papers.plans import ConsentRow, EffortPlanPaper, Sourced
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.konsultation import paper as konsultation_paper
from tvaerfaglig.services.konsultation.page import KonsultationPage, open_konsultation
from tvaerfaglig.services.meeting_papers.shares import is_familys, is_ours
from tvaerfaglig.services.parents.guarded import stop_if_guarded
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.session import Session

_NOBODY = "Intet samtykke gælder i dag. Grundlaget står øverst."
_NOT_SHOWN = "Samtykkerne står hos barnets eget hus. Grundlaget står øverst."
NEEDS_A_CHILD = "En indsatsplan er om et barn med navn. Denne drøftelse er uden."


def paper(session: Session, konsultation_id: str) -> EffortPlanPaper:
    """Filled from the note. Stops while the guard hides the parents: they sign it."""
    note = konsultation_paper.paper(session, konsultation_id)
    page = open_konsultation(session, konsultation_id)
    if page.note.kind is not KonsultationKind.NAVNGIVET or page.child is None:
        raise Unclear(NEEDS_A_CHILD)
    child = page.child.record
    stop_if_guarded(session, page.note.child, child.first_name)
    pairs = [
        (one, row)
        for one, row in zip(page.agreements, note.agreements, strict=True)
        if parents_may_read(one.record)
    ]
    made = EffortPlanPaper(
        note=replace(note, agreements=()),
        agenda=_agenda(page, note),
        consents=tuple(_consent(one.record, child) for one in _holding(page)),
        consent_note=_without_consent(page),
        parents_do=_numbered(row for one, row in pairs if is_familys(one.record, child)),
        we_do=_numbered(row for one, row in pairs if is_ours(one.record, child)),
        next_time=next_time(page),
        signers=_signers(page, child),
    )
    return paper_facts.masked_through(made, page.note.child, child)


def empty(session: Session) -> EffortPlanPaper:
    """The form to write on by hand."""
    blank = paper_facts.imprint(session, None, purpose="At aftale, hvem der gør hvad.")
    note = KonsultationPaper(imprint=blank)
    people = (Signer("Forældremyndighedsindehaver"), Signer("Tovholder"))
    return EffortPlanPaper(note=note, signers=people)


def next_time(page: KonsultationPage) -> str:
    note = page.note
    if note.follow_up_on is None:
        return ""
    at = f" kl. {danish.clock(note.follow_up_at)}" if note.follow_up_at else ""
    return f"{danish.capital(danish.day_long(note.follow_up_on))}{at}"


def _agenda(page: KonsultationPage, note: KonsultationPaper) -> tuple[Sourced, ...]:
    """The order of the meeting, with what each point is about where that is known."""
    wanted = page.note.preparation.wanted.strip()
    points = (
        "Siden sidst: virker det, vi aftalte?" if page.earlier_agreements else "",
        f"Spørgsmålet: {note.question}" if note.question.strip() else "Spørgsmålet",
        "Det, vi ved, og det, vi ikke ved",
        "Hver siger, hvordan de ser på det. Forældrene først",
        "Mål og aftaler" + (f": {wanted}" if wanted else ""),
        "Tovholder og næste gang",
    )
    return tuple(Sourced(point) for point in points if point)


def _holding(page: KonsultationPage) -> list[Stored[Samtykke]]:
    return [one for one in page.samtykker if one.record.holds_on(page.today)]


def _without_consent(page: KonsultationPage) -> str:
    """What stands there instead; a guest at the table has not seen whether there is one."""
    if _holding(page):
        return ""
    return _NOBODY if page.whole_child else _NOT_SHOWN


def _consent(given: Samtykke, child: Child) -> ConsentRow:
    names = {one.id: one.name for one in child.parents}
    return ConsentRow(
        by=danish.join_and([names.get(one, one) for one in (given.given_by, *given.also_by)]),
        what="; ".join(filter(None, (*(one.what for one in given.covers), given.scope)))
        or given.purpose,
        to="; ".join(filter(None, (*(one.name for one in given.named), given.receivers))),
        given=f"{danish.day_table(given.given_on)}, {given.form}",
        until=danish.day_table(given.until) if given.until else "",
    )


def _numbered(rows: Iterable[AgreementRow]) -> tuple[AgreementRow, ...]:
    return tuple(replace(row, number=number) for number, row in enumerate(rows, 1))


def _signers(page: KonsultationPage, child: Child) -> tuple[Signer, ...]:
    parents = [Signer(one.name, one.relation) for one in child.custody_holders]
    holder = page.names.of_staff(page.note.tovholder)
    return (
        *(parents or [Signer("Forældremyndighedsindehaver")]),
        Signer(holder or "Tovholder", "tovholder"),
    )
