"""What is done with an underretning: finished, sent, answered, laid aside, corrected, commented, printed.

None of it asks whether the text is good enough, or for anybody's leave: the duty is personal.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.underretning import Comment, Finished, Stage, Step
from tvaerfaglig.printouts.papers.underretning import UnderretningPaper
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.letters.opening import find, read_letter
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.letters.paper import Making, paper_of
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.printing.freezing import Frozen, freeze, pressed, thawed
from tvaerfaglig.services.printing.paper_facts import signature
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

DOCUMENT = "underretning"


def finish(session: Session, letter_id: str, library: Library) -> Frozen:
    """Freeze the letter as it stands: the words, the paper's bytes, and the fingerprint of each.

    Whatever is missing, it is finished. Finishing it again is a new version beside the first.
    """
    find(session, letter_id, Action.UNDERRET)
    page = read_letter(session, letter_id)
    made = Making(by=signature(session), at=session.now, finished=True, cpr=_cpr(session, page))
    paper = paper_of(page, library.law, page.template(library.underretning), made)
    ice = freeze(paper, _sources(page))
    before = page.frozen
    with session.write() as pen:
        blob, pdf_sha = pen.put_blob(ice.pdf)
        copy = Finished(
            underretning=letter_id,
            child=page.record.child,
            day=session.today,
            by=session.my_id,
            content=ice.content,
            content_sha256=ice.sha256,
            pdf=blob,
            pdf_sha256=pdf_sha,
            number=len(page.finished) + 1,
            replaces=before.id if before else "",
        )
        return Frozen(pen.put(copy), ice.kontrolnr, pen.changes)


def _cpr(session: Session, page: LetterPage) -> str:
    """The number in clear: only the finished letter has it, and only once."""
    found = queries.one(session.vault, Child, page.child.id)
    return found.record.cpr if found else ""


def _sources(page: LetterPage) -> dict[str, object]:
    """The template and the versions that the letter was said from."""
    return {
        "skabelon": page.record.template,
        "versioner": {
            "underretning": list(page.head.heads),
            "barn": list(page.child.heads),
            "afsnit": {one.id: list(one.heads) for one in page.sections.values()},
            "observationer": {row.observation: row.version for row in page.rows},
        },
    }


def frozen_pdf(session: Session, finished_id: str) -> bytes:
    """The bytes that were frozen, after their fingerprint is seen to fit."""
    copy = queries.one(session.vault, Finished, finished_id)
    if copy is None:
        raise NotFound("Det færdige eksemplar findes ikke længere.")
    session.child(copy.record.child, Action.PRINT)
    pdf = pressed(session.vault, copy.record.pdf, copy.record.pdf_sha256)
    session.looked(
        child=copy.record.child, record=finished_id, what="underretning, forhåndsvisning"
    )
    return pdf


def preview_pdf(session: Session, letter_id: str, library: Library) -> bytes:
    """What the paper is now: the frozen bytes of a finished letter, else the draft with UDKAST."""
    from tvaerfaglig.printouts.printing import render

    page = read_letter(session, letter_id)
    if page.frozen is not None and not page.is_open:
        return frozen_pdf(session, page.frozen.id)
    session.require(Action.PRINT, session.ties(page.child), page.child.record.first_name)
    session.looked(
        child=page.child.id, record=f"{letter_id}/udkast", what="underretning, forhåndsvisning"
    )
    return render(draft_paper(session, page, library))


def draft_paper(session: Session, page: LetterPage, library: Library) -> UnderretningPaper:
    """The draft as paper; the CPR number stays masked until it is finished."""
    made = Making(by=signature(session), at=session.now, cpr=page.child.record.cpr)
    return paper_of(page, library.law, page.template(library.underretning), made)


def plain_sections(
    session: Session, letter_id: str, library: Library
) -> tuple[tuple[str, str], ...]:
    """Heading and text of each section, masked as on paper: for the municipality's own form.

    Of a finished letter it is the frozen words, whatever has been written since.
    """
    from tvaerfaglig.printouts.printing import plain_sections as sections_of

    return sections_of(_paper_now(session, letter_id, library))


def word(session: Session, letter_id: str, library: Library) -> bytes:
    """What the paper is now as a Word file: the frozen words of a finished letter, else the draft, marked."""
    from tvaerfaglig.printouts.printing import render_word

    return render_word(_paper_now(session, letter_id, library))


def frozen_word(session: Session, finished_id: str) -> bytes:
    """One finished copy as a Word file, in the words that were frozen."""
    from tvaerfaglig.printouts.printing import render_word

    copy = queries.one(session.vault, Finished, finished_id)
    if copy is None:
        raise NotFound("Det færdige eksemplar findes ikke længere.")
    session.child(copy.record.child, Action.PRINT)
    return render_word(as_frozen(copy.record))


def _paper_now(session: Session, letter_id: str, library: Library) -> UnderretningPaper:
    page = read_letter(session, letter_id)
    session.require(Action.PRINT, session.ties(page.child), page.child.record.first_name)
    return paper_now(session, page, library)


def paper_now(session: Session, page: LetterPage, library: Library) -> UnderretningPaper:
    """What the paper says now: the frozen words of a finished letter, else the draft's."""
    if page.frozen is not None and not page.is_open:
        return as_frozen(page.frozen.record)
    return draft_paper(session, page, library)


def as_frozen(copy: Finished) -> UnderretningPaper:
    """The paper as it was kept, with the number that its own words gave it."""
    return thawed(copy.content, copy.content_sha256, UnderretningPaper)


def register_step(
    session: Session,
    letter_id: str,
    stage: Stage,
    day: date | None = None,
    at: time | None = None,
    *,
    channel: str = "",
    receiver: str = "",
    spoke_with: str = "",
    number: str = "",
    note: str = "",
    journal: str = "",
) -> Saved:
    """Sent, receipted, told, closed. A call counts as sent at once, written or not."""
    letter = find(session, letter_id, Action.UNDERRET)
    today = day is None or day == session.today
    step = Step(
        underretning=letter_id,
        child=letter.record.child,
        stage=stage,
        day=day or session.today,
        at=at or (session.now.time().replace(second=0, microsecond=0) if today else None),
        by=session.my_id,
        channel=channel,
        receiver=receiver or _receiver(letter.record.receiver, letter.record.receiver_unit),
        spoke_with=spoke_with,
        number=number,
        note=note.strip(),
        journal=journal,
    )
    with session.write() as pen:
        return Saved(pen.put(step), pen.changes)


def _receiver(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def lay_aside(session: Session, letter_id: str, because: str, seen_again_on: date) -> Saved:
    """Lay a draft aside: why, and when someone looks again. The text stays."""
    letter = find(session, letter_id, Action.UNDERRET)
    if not because.strip():
        raise Unclear("Skriv, hvorfor den lægges til side. Det læser I, når I ser på den igen.")
    if seen_again_on <= session.today:
        raise Unclear("Vælg en dag, hvor I ser på den igen.")
    step = Step(
        underretning=letter_id,
        child=letter.record.child,
        stage=Stage.HENLAGT,
        day=session.today,
        at=session.now.time().replace(second=0, microsecond=0),
        by=session.my_id,
        note=because.strip(),
        seen_again_on=seen_again_on,
    )
    with session.write() as pen:
        return Saved(pen.put(step), pen.changes)


def take_up(session: Session, letter_id: str) -> Saved:
    """Go on with one that was laid aside."""
    return register_step(session, letter_id, Stage.KLADDE, note="taget op igen")


def new_version(session: Session, letter_id: str) -> Saved:
    """Open a finished letter for a correction; what was finished stays and can always be printed."""
    page = read_letter(session, letter_id)
    if page.frozen is None:
        raise Unclear("Den er ikke afsluttet endnu. Du kan skrive videre i den.")
    if page.is_open:
        return Saved(letter_id, Changes())
    return register_step(session, letter_id, Stage.KLADDE, note="rettelse")


def comment(
    session: Session,
    letter_id: str,
    text: str,
    section: str = "",
    *,
    disagrees: bool = False,
) -> Saved:
    """A word beside the text. A "no" is kept as what it is: somebody's opinion, never a lock."""
    if not text.strip():
        raise Unclear("Skriv, hvad du tænker.")
    return _comment(session, letter_id, text=text, section=section, disagrees=disagrees)


def cosign(session: Session, letter_id: str, text: str = "") -> Saved:
    """Sign with the writer: the name comes on the paper of the next print of a draft."""
    return _comment(session, letter_id, text=text, cosigns=True)


def _comment(
    session: Session,
    letter_id: str,
    *,
    text: str,
    section: str = "",
    disagrees: bool = False,
    cosigns: bool = False,
) -> Saved:
    letter = find(session, letter_id, Action.COMMENT)
    made = Comment(
        underretning=letter_id,
        child=letter.record.child,
        section=section,
        text=text.strip(),
        by=session.my_id,
        day=session.today,
        cosigns=cosigns,
        disagrees=disagrees,
    )
    with session.write() as pen:
        return Saved(pen.put(made), pen.changes)


def resolve_comment(session: Session, comment_id: str, *, resolved: bool = True) -> Saved:
    """The writer has read it. It stays beside the text, folded."""
    found = queries.one(session.vault, Comment, comment_id)
    if found is None:
        raise NotFound("Kommentaren findes ikke længere.")
    find(session, found.record.underretning, Action.COMMENT)
    with session.write() as pen:
        return Saved(pen.put(replace(found.record, resolved=resolved), comment_id), pen.changes)


def note_printed(
    session: Session, letter_id: str, how: str, purpose: str = "", receiver: str = ""
) -> Changes:
    """A paper, or a section of it, left the program."""
    letter = find(session, letter_id, Action.PRINT)
    made = Printed(
        child=letter.record.child,
        record=letter_id,
        document=DOCUMENT,
        how=how,
        purpose=purpose,
        receiver=receiver,
        at=session.now.isoformat(timespec="minutes"),
    )
    with session.write() as pen:
        pen.put(made)
        return pen.changes
