"""Papers on their way out: pressed for the preview, and noted when they are printed, saved or copied."""

from __future__ import annotations

from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.printouts import printing
from tvaerfaglig.printouts.papers import Paper, RecoveryPaper
from tvaerfaglig.services import konsultation_paper, paper_facts, summary
from tvaerfaglig.services.session import Session

LOST = "Nogle tegn kan ikke trykkes og står som [?]. Ret dem i teksten, før du sender."


def press(paper: Paper) -> bytes:
    """The paper as PDF bytes; the same paper always gives the same bytes."""
    return printing.render(paper)


def konsultationsnotat(session: Session, konsultation_id: str) -> bytes:
    return press(konsultation_paper.paper(session, konsultation_id))


def sagsresume(session: Session, child_id: str, wanted: summary.Wanted) -> bytes:
    return press(summary.paper(session, child_id, wanted))


def recovery_sheet(session: Session, code: str) -> bytes:
    """The sheet with the code of the vault. It may be printed, never saved (decisions.md no. 9)."""
    sheet = RecoveryPaper(
        imprint=paper_facts.imprint(session, None),
        code=code,
        date=paper_facts.day_words(session.today),
        keeper=session.actor.name,
    )
    return press(sheet)


def note_printed(
    session: Session,
    *,
    document: str,
    how: str,
    child: str = "",
    record: str = "",
    purpose: str = "",
    receiver: str = "",
) -> Changes:
    """Note that a paper left the program: who, what, how, for which purpose, to whom. Never where to."""
    with session.write() as pen:
        pen.put(
            Printed(
                child=child,
                record=record,
                document=document,
                how=how,
                purpose=purpose.strip(),
                receiver=receiver.strip(),
                at=session.now.isoformat(timespec="minutes"),
            )
        )
        return pen.changes
