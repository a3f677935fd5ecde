"""The letters on the ladder: their words made from what happened, changed by a person, frozen and sent.

As with the first letter nothing has to be filled in, nobody has to allow it, and what is finished stays.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, time

import msgspec

from tvaerfaglig.domain.follow_up import Reminder
from tvaerfaglig.domain.ladder import Ladder, Rung
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.printouts.papers.following import ReminderPaper
from tvaerfaglig.services import drafts
from tvaerfaglig.services.after_sending.course import what_happened
from tvaerfaglig.services.after_sending.reminder_paper import paper_of
from tvaerfaglig.services.after_sending.wording import Wording, from_log
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.letters.opening import find, read_letter
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.printing import caution, pressing
from tvaerfaglig.services.printing.freezing import Frozen, freeze, pressed, thawed
from tvaerfaglig.services.printing.pressing import Pressed
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

DRAFT = "rykkerbrev"


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A letter on the ladder as it stands on the screen: the words, and those that the log would give now."""

    letter: str
    child: str
    child_name: str
    rung: Rung
    wording: Wording
    from_log: Wording
    kept: bool
    guarded: bool


def begin(session: Session, letter_id: str, rung_id: str, library: Library) -> Writing:
    """The words to start from; or those that one had begun to change."""
    find(session, letter_id, Action.UNDERRET)
    page, rung = read_letter(session, letter_id), library.ladder.rung(rung_id)
    fresh = from_log(session, page, rung, library.ladder)
    draft = drafts.one(session, draft_key(letter_id, rung_id))
    kept = msgspec.convert(json.loads(draft.content), Wording) if draft else None
    return Writing(
        letter=letter_id,
        child=page.child.id,
        child_name=page.child.record.name,
        rung=rung,
        wording=kept or fresh,
        from_log=fresh,
        kept=kept is not None,
        guarded=page.hides_parents,
    )


def draft_key(letter_id: str, rung_id: str) -> str:
    return f"{DRAFT}:{letter_id}/{rung_id}"


def keep(session: Session, letter_id: str, rung_id: str, wording: Wording) -> str:
    """Keep what is being changed, private to its writer; the answer is the clock."""
    content = json.dumps(asdict(wording), ensure_ascii=False)
    return drafts.keep(session, draft_key(letter_id, rung_id), DRAFT, content)


def look_at(
    session: Session, letter_id: str, rung_id: str, wording: Wording, library: Library
) -> Pressed:
    """The letter as it would be frozen, marked as a draft, with what to look at first."""
    page = read_letter(session, letter_id)
    session.require(Action.PRINT, session.ties(page.child), page.child.record.first_name)
    rung = library.ladder.rung(rung_id)
    paper = paper_of(session, page, rung, wording, library.law)
    session.looked(
        child=page.child.id, record=f"{letter_id}/{rung_id}", what="rykker, forhåndsvisning"
    )
    return _pressed(session, page.child.id, paper, pressing.press(paper))


def draft_word(
    session: Session, letter_id: str, rung_id: str, wording: Wording, library: Library
) -> bytes:
    """The same as a Word file, marked as a draft."""
    from tvaerfaglig.printouts.printing import render_word

    page = read_letter(session, letter_id)
    session.require(Action.PRINT, session.ties(page.child), page.child.record.first_name)
    rung = library.ladder.rung(rung_id)
    return render_word(paper_of(session, page, rung, wording, library.law))


def _pressed(session: Session, child: str, paper: ReminderPaper, pdf: bytes) -> Pressed:
    sections = pressing.sections(paper)
    cautions = caution.cautions(session, child, sections)
    return Pressed(pdf, sections, cautions, caution.guard_advice(session, child))


def finish(
    session: Session, letter_id: str, rung_id: str, wording: Wording, library: Library
) -> Frozen:
    """Freeze it as it stands: the words, the paper's bytes, and the fingerprint of each."""
    find(session, letter_id, Action.UNDERRET)
    page, rung = read_letter(session, letter_id), library.ladder.rung(rung_id)
    whole = queries.one(session.vault, Child, page.child.id)
    cpr = whole.record.cpr if whole and rung.with_cpr else ""
    paper = paper_of(session, page, rung, wording, library.law, finished=True, cpr=cpr)
    ice = freeze(paper, _sources(session, page, rung, library.ladder))
    with session.write() as pen:
        blob, pdf_sha = pen.put_blob(ice.pdf)
        made = Reminder(
            underretning=letter_id,
            child=page.child.id,
            rung=rung_id,
            title=rung.title,
            receiver=wording.receiver.strip(),
            day=session.today,
            by=session.my_id,
            content=ice.content,
            content_sha256=ice.sha256,
            pdf=blob,
            pdf_sha256=pdf_sha,
        )
        record = pen.put(made)
        pen.drop_draft(draft_key(letter_id, rung_id))
        return Frozen(record, ice.kontrolnr, pen.changes)


def _sources(session: Session, page: LetterPage, rung: Rung, ladder: Ladder) -> dict[str, object]:
    """What in the log it was said from."""
    return {
        "trin": rung.id,
        "versioner": {"underretning": list(page.head.heads), "barn": list(page.child.heads)},
        "log": [one.record for one in what_happened(session, page.id, ladder)],
    }


def _found(session: Session, reminder_id: str, action: Action) -> Stored[Reminder]:
    found = queries.one(session.vault, Reminder, reminder_id)
    if found is None:
        raise NotFound("Brevet findes ikke længere.")
    find(session, found.record.underretning, action)
    return found


def frozen_paper(reminder: Reminder) -> ReminderPaper:
    """The paper as it was kept, with the number that its own words gave it."""
    return thawed(reminder.content, reminder.content_sha256, ReminderPaper)


def look_at_frozen(session: Session, reminder_id: str) -> Pressed:
    """The bytes that were frozen, after their fingerprint is seen to fit."""
    found = _found(session, reminder_id, Action.PRINT)
    made = found.record
    pdf = pressed(session.vault, made.pdf, made.pdf_sha256)
    session.looked(child=made.child, record=reminder_id, what="rykker, forhåndsvisning")
    return _pressed(session, made.child, frozen_paper(made), pdf)


def word(session: Session, reminder_id: str) -> bytes:
    """The frozen letter as a Word file, in the words that were frozen."""
    from tvaerfaglig.printouts.printing import render_word

    return render_word(frozen_paper(_found(session, reminder_id, Action.PRINT).record))


def register_sent(
    session: Session,
    reminder_id: str,
    day: date | None = None,
    at: time | None = None,
    *,
    channel: str = "",
    receiver: str = "",
) -> Saved:
    """It went out: when, how and to whom. From that day the next letter's days are counted."""
    found = _found(session, reminder_id, Action.UNDERRET)
    on = day or session.today
    if on > session.today:
        raise Unclear("Den dag er ikke kommet endnu. Hvornår blev det sendt?")
    made = replace(
        found.record,
        sent_on=on,
        sent_at=at,
        sent_by=session.my_id,
        channel=channel,
        receiver=receiver.strip() or found.record.receiver,
    )
    with session.write() as pen:
        return Saved(pen.put(made, reminder_id, replaces=found.heads), pen.changes)
