"""The words of a letter on the ladder: what a person may change, and what the log would have it say."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.ladder import Ladder, Missing, Rung, To, answer_due, missing
from tvaerfaglig.domain.parents_texts import said
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services.after_sending.course import sent_step, what_happened
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a person may change before it is frozen. `course` is a line for each thing that happened."""

    receiver: str = ""
    opening: str = ""
    course: str = ""
    asks: str = ""
    closing: str = ""


def from_log(session: Session, page: LetterPage, rung: Rung, ladder: Ladder) -> Wording:
    steps = tuple(one.record for one in page.steps)
    sent = sent_step(steps)
    if sent is None:
        raise Unclear(
            "Underretningen er ikke registreret som sendt. Gør det først, så kan I rykke."
        )
    lacks = missing(page.stage)
    due = answer_due(ladder, page.stage, steps) or session.today
    child, municipality = page.child.record, page.record.receiver or "kommunen"
    names = {
        "barn": child.first_name if child.born else "barnet",
        "barnet": _whole(child),
        "hus": paper_facts.house_name(page.house, child) or "Dagtilbuddet",
        "kommune": municipality,
        "sendt": danish.day(sent.day),
        "frist": danish.day(due),
    }
    happened = what_happened(session, page.id, ladder)
    lines = [f"{one.when}: {one.what}" for one in happened]
    if lacks is not Missing.INTET:
        lines.append(f"{danish.day(session.today)}: {_NOTHING[lacks]}")
    return Wording(
        receiver=_receiver(page, rung),
        opening=said(rung.opening[lacks], **names),
        course="\n".join(lines),
        asks=said(rung.asks[lacks], **names),
        closing=said(rung.closing, **names),
    )


_NOTHING = {
    Missing.KVITTERING: "Ingen kvittering er registreret.",
    Missing.ORIENTERING: "Ingen besked er registreret, om der er sat noget i gang.",
}


def _whole(child: Child) -> str:
    if child.born:
        return f"{child.name}, født {danish.day(child.born)}"
    due = f" med termin {danish.day(child.due)}" if child.due else ""
    return f"{child.name or 'et barn'}, der ventes{due}"


def _receiver(page: LetterPage, rung: Rung) -> str:
    head = page.record
    if rung.to is To.MODTAGER:
        return ", ".join(filter(None, (head.receiver, head.receiver_unit)))
    if rung.to is To.LEDELSE:
        return ", ".join(filter(None, (head.receiver, rung.receiver)))
    return rung.receiver
