"""A finished paper ready for the municipality's journal, and the mark that it lies there.

This program is not the journal. What is handed over has no CPR number, and its file name nobody's name.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.cpr import find_cprs, mask
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.follow_up import Journalled, Reminder, journal_id
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Finished
from tvaerfaglig.printouts import printing
from tvaerfaglig.printouts.papers.following import ReminderPaper
from tvaerfaglig.printouts.papers.underretning import UnderretningPaper
from tvaerfaglig.services.after_sending.reminders import frozen_paper
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.letters import acts as letter_acts
from tvaerfaglig.services.letters.opening import find
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.printing.freezing import KONTROLNR
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

PURPOSE = "Til kommunens journal"
Frozen = Stored[Finished] | Stored[Reminder]


@dataclass(frozen=True, slots=True)
class JournalCopy:
    """What the municipality's system asks for: a title line, a name for the file, and the text."""

    paper: str
    title: str
    file_name: str
    text: str


def copy(session: Session, paper_id: str) -> JournalCopy:
    """One finished paper for the journal: the frozen words, without the CPR number."""
    found = _found(session, paper_id, Action.PRINT)
    made = found.record
    paper = _paper(made)
    child = session.child(made.child).record
    what = "underretning" if isinstance(made, Finished) else "rykker"
    number = made.content_sha256[:KONTROLNR]
    title = _title(paper, danish.day(made.day))
    # the paper was masked when it was frozen; masked again here, a child erased since is not named either
    paper = paper_facts.masked_through(paper, made.child, child)
    body = [
        title,
        "",
        f"Kontrolnr.: {number.upper()}",
        f"Til: {paper.receiver}" if paper.receiver else "",
    ]
    for heading, words in printing.plain_sections(paper):
        body += ["", heading.upper(), words]
    return JournalCopy(
        paper_id,
        title,
        f"{what} {made.day.isoformat()} {number}.pdf",
        _without_cpr("\n".join(body)),
    )


def _paper(made: Finished | Reminder) -> UnderretningPaper | ReminderPaper:
    paper = frozen_paper(made) if isinstance(made, Reminder) else letter_acts.as_frozen(made)
    return replace(paper, child=replace(paper.child, cpr=""))


def _title(paper: UnderretningPaper | ReminderPaper, day: str) -> str:
    """What, about whom, from where, when."""
    what = paper.title if isinstance(paper, ReminderPaper) else "Underretning"
    return _without_cpr(
        " · ".join(filter(None, (what, paper.child.subject, paper.imprint.house, day)))
    )


def _without_cpr(text: str) -> str:
    """The last four digits hidden, wherever somebody wrote the number."""
    for found in reversed(find_cprs(text)):
        text = text[: found.start] + mask(found.cpr) + text[found.end :]
    return text


def note_copied(session: Session, paper_id: str) -> Changes:
    """That the text was put on the clipboard, which lies outside the vault."""
    found = _found(session, paper_id, Action.PRINT)
    made = Printed(
        child=found.record.child,
        record=found.record.underretning,
        document=found.record.KIND if isinstance(found.record, Reminder) else "underretning",
        how="har kopieret",
        purpose=PURPOSE,
        at=session.now.isoformat(timespec="minutes"),
    )
    with session.write() as pen:
        pen.put(made)
        return pen.changes


def mark(session: Session, paper_id: str, day: date, number: str = "") -> Saved:
    """It lies in the journal: since when, under which number; by whoever says so."""
    found = _found(session, paper_id, Action.UNDERRET)
    if day > session.today:
        raise Unclear("Den dag er ikke kommet endnu. Hvornår blev det journaliseret?")
    made = Journalled(
        underretning=found.record.underretning,
        child=found.record.child,
        paper=paper_id,
        day=day,
        by=session.my_id,
        number=number.strip(),
    )
    with session.write() as pen:
        return Saved(pen.put(made, journal_id(paper_id)), pen.changes)


def take_back(session: Session, paper_id: str) -> Saved:
    """It did not lie there after all. That somebody thought so stays in the log."""
    find(session, _found(session, paper_id, Action.UNDERRET).record.underretning)
    before = queries.one(session.vault, Journalled, journal_id(paper_id))
    if before is None or before.record.taken_back_on is not None:
        raise NotFound("Den er ikke markeret som journaliseret.")
    with session.write() as pen:
        undone = replace(before.record, taken_back_on=session.today)
        return Saved(pen.put(undone, before.id, replaces=before.heads), pen.changes)


def _found(session: Session, paper_id: str, action: Action) -> Frozen:
    found: Frozen | None
    if queries.kind_of(session.vault, paper_id) == Finished.KIND:
        found = queries.one(session.vault, Finished, paper_id)
    else:
        found = queries.one(session.vault, Reminder, paper_id)
    if found is None:
        raise NotFound("Papiret findes ikke længere.")
    find(session, found.record.underretning, action)
    return found
