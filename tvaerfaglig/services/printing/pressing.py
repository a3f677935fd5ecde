"""A paper pressed, with its words for a reader and what to look at first."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.handing_over import HandedOver
from tvaerfaglig.printouts import printing
from tvaerfaglig.printouts.papers.recovery import RecoveryPaper
from tvaerfaglig.printouts.printing import Paper
from tvaerfaglig.services.administration import first_password
from tvaerfaglig.services.konsultation import paper as konsultation_paper
from tvaerfaglig.services.letters import acts as letter_acts
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.printing.caution import Sections, cautions, guard_advice
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.summarising import paper as summary


@dataclass(frozen=True, slots=True)
class Pressed:
    """A paper ready to be looked at: its bytes, its words for a reader, and what to look at first.

    `guard` is what holds while the overgreb guard hides the parents. `leaves` is what is written of it, word for
    word as it is pressed here, once it has left the house.
    """

    pdf: bytes
    sections: Sections = ()
    cautions: tuple[str, ...] = ()
    guard: str = ""
    leaves: HandedOver | None = None


def press(paper: Paper) -> bytes:
    """The paper as PDF bytes; the same paper always gives the same bytes."""
    return printing.render(paper)


def sections(paper: Paper) -> Sections:
    """Its words, section by section, for a reader and for copying."""
    return printing.plain_sections(paper)


def suggested_code(session: Session) -> str:
    """Six words to lock a file with; nobody keeps them but whoever writes them down.

    Two more than a colleague's first: a PDF stretches its password little, and a file can be tried anywhere.
    """
    return first_password(session, many=6)


def locked(_session: Session, pdf: bytes, code: str) -> bytes:
    """The PDF encrypted: it opens with the code only."""
    return printing.lock(pdf, code)


def konsultationsnotat(session: Session, konsultation_id: str) -> bytes:
    return press(konsultation_paper.paper(session, konsultation_id))


def sagsresume(session: Session, child_id: str, wanted: summary.Wanted) -> bytes:
    return press(summary.paper(session, child_id, wanted))


def look_at_konsultationsnotat(session: Session, konsultation_id: str, child_id: str) -> Pressed:
    """The note as paper, with its words and what to look at first. `child_id` is "" for one without a name."""
    return _pressed(session, konsultation_paper.paper(session, konsultation_id), child_id)


def look_at_sagsresume(session: Session, child_id: str, wanted: summary.Wanted) -> Pressed:
    """The case summary, with its words and what to look at first. Opening it is noted."""
    made = _pressed(session, summary.paper(session, child_id, wanted), child_id)
    session.looked(
        child=child_id, record=f"{child_id}/sagsresume", what="sagsresumé, forhåndsvisning"
    )
    return made


def look_at_underretning(
    session: Session, letter_id: str, child_id: str, library: Library
) -> Pressed:
    """The letter as it is now (frozen, or a draft), with its words and what to look at first."""
    pdf = letter_acts.preview_pdf(session, letter_id, library)
    sections = letter_acts.plain_sections(session, letter_id, library)
    return Pressed(
        pdf, sections, cautions(session, child_id, sections), guard_advice(session, child_id)
    )


def _pressed(session: Session, paper: Paper, child_id: str) -> Pressed:
    sections = printing.plain_sections(paper)
    lost = printing.has_lost_characters(paper)
    return Pressed(
        press(paper),
        sections,
        cautions(session, child_id, sections, lost=lost),
        guard_advice(session, child_id),
    )


def recovery_sheet(session: Session, code: str) -> bytes:
    """The sheet with the code of the vault. It may be printed, never saved (decisions.md no. 9)."""
    sheet = RecoveryPaper(
        imprint=paper_facts.imprint(session, None),
        code=code,
        date=danish.day(session.today),
        keeper=session.actor.name,
    )
    return press(sheet)
