"""What is done with a statusudtalelse: finished, sent, opened for a correction, looked at as paper."""

from __future__ import annotations

from datetime import date, time

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.statusudtalelser.form import StatusForm
from tvaerfaglig.domain.statusudtalelser.records import StatusFinished, StatusStage, StatusStep
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.printouts.papers.statusudtalelse import StatusPaper
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.letters.paper import Making
from tvaerfaglig.services.printing.caution import Sections, cautions
from tvaerfaglig.services.printing.freezing import Frozen, freeze, pressed, thawed
from tvaerfaglig.services.printing.paper_facts import signature
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.statusudtalelser.paper import paper_of
from tvaerfaglig.services.statusudtalelser.reading import LOOK, StatusPage, find, read_status
from tvaerfaglig.services.statusudtalelser.writing import writing
from tvaerfaglig.store import queries

DOCUMENT = "statusudtalelse"


def finish(session: Session, status_id: str, form: StatusForm) -> Frozen:
    """Freeze it as it stands, whatever is missing. Finishing again is a new copy beside the first."""
    writing(session, status_id)
    page = read_status(session, status_id)
    found = queries.one(session.vault, Child, page.child.id)
    made = Making(
        by=signature(session), at=session.now, finished=True, cpr=found.record.cpr if found else ""
    )
    ice = freeze(paper_of(page, form, made), _sources(page, form))
    before = page.frozen
    with session.write() as pen:
        blob, pdf_sha = pen.put_blob(ice.pdf)
        copy = StatusFinished(
            status=status_id,
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


def _sources(page: StatusPage, form: StatusForm) -> dict[str, object]:
    """The form and the versions that it was said from."""
    return {
        "skabelon": form.id,
        "versioner": {
            "statusudtalelse": list(page.stored.heads),
            "barn": list(page.child.heads),
            "observationer": {row.observation: row.version for row in page.record.rows},
        },
    }


def send(
    session: Session,
    status_id: str,
    day: date,
    at: time | None = None,
    *,
    channel: str = "",
    receiver: str = "",
    note: str = "",
    journal: str = "",
) -> Saved:
    """Note that it was sent: when, how, to whom."""
    return _step(
        session,
        status_id,
        StatusStage.SENDT,
        day,
        at,
        channel=channel,
        receiver=receiver,
        note=note.strip(),
        journal=journal,
    )


def correct(session: Session, status_id: str) -> Saved:
    """Open a finished one for a correction; what was finished stays and can always be printed."""
    page = read_status(session, status_id)
    if page.frozen is None:
        raise Unclear("Den er ikke afsluttet endnu. Du kan skrive videre i den.")
    if page.is_open:
        return Saved(status_id, Changes())
    now = session.now.time().replace(second=0, microsecond=0)
    return _step(session, status_id, StatusStage.KLADDE, session.today, now, note="rettelse")


def _step(
    session: Session,
    status_id: str,
    stage: StatusStage,
    day: date,
    at: time | None,
    *,
    channel: str = "",
    receiver: str = "",
    note: str = "",
    journal: str = "",
) -> Saved:
    status = find(session, status_id, Action.UNDERRET)
    step = StatusStep(
        status=status_id,
        child=status.record.child,
        stage=stage,
        day=day,
        at=at,
        by=session.my_id,
        channel=channel,
        receiver=receiver,
        note=note,
        journal=journal,
    )
    with session.write() as pen:
        return Saved(pen.put(step), pen.changes)


def preview(session: Session, status_id: str, form: StatusForm) -> bytes:
    """What the paper is now: the frozen bytes of a finished one, else the draft with UDKAST. Noted."""
    from tvaerfaglig.printouts.printing import render

    page = _printable(session, status_id)
    session.looked(
        child=page.child.id, record=f"{status_id}/udkast", what=f"{LOOK}, forhåndsvisning"
    )
    if page.frozen is not None and not page.is_open:
        return _pressed(session, page.frozen)
    return render(_draft(session, page, form))


def frozen(session: Session, finished_id: str) -> bytes:
    """One finished copy, in the very bytes. Looking at it is noted."""
    copy = _copy(session, finished_id)
    session.looked(child=copy.record.child, record=finished_id, what=f"{LOOK}, forhåndsvisning")
    return _pressed(session, copy)


def word(session: Session, status_id: str, form: StatusForm) -> bytes:
    """What the paper is now as a Word file."""
    from tvaerfaglig.printouts.printing import render_word

    return render_word(_paper_now(session, status_id, form))


def frozen_word(session: Session, finished_id: str) -> bytes:
    """One finished copy as a Word file, in the words that were frozen."""
    from tvaerfaglig.printouts.printing import render_word

    return render_word(_thawed(_copy(session, finished_id)))


def sections(session: Session, status_id: str, form: StatusForm) -> Sections:
    """Heading and text of each section, masked as on paper: for the municipality's own form."""
    from tvaerfaglig.printouts.printing import plain_sections

    return plain_sections(_paper_now(session, status_id, form))


def warnings(session: Session, status_id: str, form: StatusForm) -> tuple[str, ...]:
    """What to look at before it leaves: names of others, a protected address, lost characters."""
    page = read_status(session, status_id)
    return cautions(session, page.child.id, sections(session, status_id, form))


def _printable(session: Session, status_id: str) -> StatusPage:
    page = read_status(session, status_id)
    session.require(Action.PRINT, session.ties(page.child), page.child.record.first_name)
    return page


def _paper_now(session: Session, status_id: str, form: StatusForm) -> StatusPaper:
    page = _printable(session, status_id)
    if page.frozen is not None and not page.is_open:
        return _thawed(page.frozen)
    return _draft(session, page, form)


def _draft(session: Session, page: StatusPage, form: StatusForm) -> StatusPaper:
    """The CPR number stays masked until it is finished."""
    made = Making(by=signature(session), at=session.now, cpr=page.child.record.cpr)
    return paper_of(page, form, made)


def _copy(session: Session, finished_id: str) -> Stored[StatusFinished]:
    copy = queries.one(session.vault, StatusFinished, finished_id)
    if copy is None:
        raise NotFound("Det færdige eksemplar findes ikke længere.")
    session.child(copy.record.child, Action.PRINT)
    return copy


def _pressed(session: Session, copy: Stored[StatusFinished]) -> bytes:
    return pressed(session.vault, copy.record.pdf, copy.record.pdf_sha256)


def _thawed(copy: Stored[StatusFinished]) -> StatusPaper:
    return thawed(copy.record.content, copy.record.content_sha256, StatusPaper)
