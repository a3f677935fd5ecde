"""A letter on the ladder as paper: masked, without an address, and under the guard with its banner."""

from __future__ import annotations

import re
from dataclasses import replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.ladder import Rung
from tvaerfaglig.domain.law import Law, LawRef
from tvaerfaglig.printouts.papers.following import Happened, ReminderPaper
from tvaerfaglig.printouts.papers.parts import Fact, Imprint, Signer
from tvaerfaglig.services.after_sending.course import sent_step, their_number
from tvaerfaglig.services.after_sending.wording import Wording
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.printing.freezing import KONTROLNR
from tvaerfaglig.services.session import Session

NOTE = "Listen er lavet ud fra det, huset har skrevet ned om forløbet."
_DATED = re.compile(
    r"^(?P<day>\d{1,2}\.\s*[a-zæøå]+\s+\d{4}(?:\s+kl\.\s*\d{1,2}[.:]\d{2})?)\s*[:–-]\s*(?P<what>.+)$"
)


def paper_of(
    session: Session,
    page: LetterPage,
    rung: Rung,
    wording: Wording,
    law: Law,
    *,
    finished: bool = False,
    cpr: str = "",
) -> ReminderPaper:
    """Everything that leaves, as it leaves: the one place where the words become paper."""
    child = page.child.record
    shown = paper_facts.child_facts(child, session.today, cpr=cpr)
    course = parsed(wording.course)
    paper = ReminderPaper(
        imprint=_imprint(session, page, finished=finished),
        child=replace(shown, address="", stue="", language=""),
        title=rung.title,
        receiver=wording.receiver.strip(),
        date=danish.day(session.today),
        concerning=_concerning(page),
        guarded=page.hides_parents,
        opening=wording.opening.strip(),
        course=course,
        course_note=NOTE if course else "",
        asks=wording.asks.strip(),
        closing=wording.closing.strip(),
        rules=_rules(rung, law),
        signers=(Signer(session.actor.name, session.actor.role.word),),
    )
    return paper_facts.masked_through(paper, page.child.id, child)


def parsed(course: str) -> tuple[Happened, ...]:
    """A line a row; the day before the first colon stands in its own column. Other lines stand as they are."""
    lines = filter(None, (line.strip() for line in course.splitlines()))
    found = ((_DATED.match(line), line) for line in lines)
    return tuple(
        Happened(dated["day"], dated["what"].strip()) if dated else Happened("", line)
        for dated, line in found
    )


def _imprint(session: Session, page: LetterPage, *, finished: bool) -> Imprint:
    child, house = page.child.record, page.house
    moment = paper_facts.moment(session.now, paper_facts.signature(session))
    return Imprint(
        house=paper_facts.house_name(house, child),
        address=paper_facts.house_line(house, child),
        printed="" if finished else moment,
        finished=moment if finished else "",
        draft="" if finished else "Udkast – ikke afsendt",
        purpose="At få svar på en underretning.",
    )


def _concerning(page: LetterPage) -> str:
    """Which letter: its day, its control number, and the municipality's own number where it is known."""
    steps = [one.record for one in page.steps]
    sent = sent_step(steps)
    day = danish.day(sent.day) if sent else danish.day(page.record.begun)
    control = page.frozen.record.content_sha256[:KONTROLNR].upper() if page.frozen else ""
    grouped = " ".join(control[n : n + 4] for n in range(0, KONTROLNR, 4)).strip()
    theirs = their_number(steps)
    parts = (
        f"Underretning af {day}",
        f"kontrolnr. {grouped}" if grouped else "",
        f"jeres sagsnr. {theirs}" if theirs else "",
    )
    return ", ".join(filter(None, parts))


def _rules(rung: Rung, law: Law) -> tuple[Fact, ...]:
    """Only what was read at a source; a number only where it was read too."""
    refs = (law.ref(one) for one in rung.law)
    return tuple(Fact("", _rule(one), f"{one.heading}.") for one in refs if one.verified)


def _rule(ref: LawRef) -> str:
    cite = f" {danish.capital(ref.cite)}." if ref.paragraph else ""
    return f"{ref.in_letter}{cite}"
