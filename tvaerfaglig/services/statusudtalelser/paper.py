"""The statusudtalelse as paper: masked, without protected addresses, without the parents' part under the guard."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.statusudtalelser.form import Heading, StatusForm
from tvaerfaglig.domain.statusudtalelser.records import PARENTS, Request
from tvaerfaglig.domain.statusudtalelser.sorting import WORDS
from tvaerfaglig.printouts.papers.parts import Imprint, Signer, Voice
from tvaerfaglig.printouts.papers.statusudtalelse import StatusPaper, Told
from tvaerfaglig.services.children import remarks
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.letters import facts as letter_facts
from tvaerfaglig.services.letters.paper import Making, masked_for, row_on_paper
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.statusudtalelser.reading import StatusPage

ANSWERS = "svar"
NOT_HEARD = "Forældrene er ikke hørt og ikke orienteret af os, fordi værnet er sat."


def paper_of(page: StatusPage, form: StatusForm, made: Making) -> StatusPaper:
    """Everything that leaves, as it leaves: the one place where a statusudtalelse becomes paper."""
    record, child = page.record, page.child.record

    def say(text: str) -> str:
        return masked_for(page.child, text)

    request = record.request
    paper = StatusPaper(
        imprint=_imprint(page, form, made),
        child=paper_facts.child_facts(child, page.today, place=page.place, cpr=made.cpr),
        receiver=request.authority,
        receiver_unit=", ".join(filter(None, (request.unit, request.by and f"att. {request.by}"))),
        date=danish.day(made.at.astimezone(DANISH).date()),
        replaces=_replaces(page),
        asked=_asked(request),
        due=danish.day(request.due) if request.due else "",
        journal=request.journal,
        period=_period(page),
        guarded=page.hides_parents,
        writers=tuple(
            letter_facts.writer(
                one,
                page.staff,
                page.house,
                child,
                page.names.of_staff(one),
                _knows(page) if nr == 0 else "",
            )
            for nr, one in enumerate(record.writers)
        ),
        told=tuple(_told(page, form)),
        own_words=say(_said(page, form, WORDS)),
        parents_view=NOT_HEARD if page.hides_parents else say(_said(page, form, PARENTS)),
        remarks=_remarks(page),
        questions=say(request.questions),
        answers=say(_said(page, form, ANSWERS)),
        observations_note=_note(page),
        observations=tuple(row_on_paper(row, page.child, page.held) for row in record.rows),
        signers=tuple(
            Signer(page.names.of_staff(one), page.staff[one].role.word if one in page.staff else "")
            for one in record.writers
        ),
    )
    return paper_facts.masked_through(paper, page.child.id, child)


def named(heading: str, child: Child) -> str:
    """A heading as it stands for this child: "Almas syn"."""
    name = child.first_name if child.born else "barnet"
    return heading.replace("{barns}", danish.possessive(name))


def _imprint(page: StatusPage, form: StatusForm, made: Making) -> Imprint:
    child = page.child.record
    purpose = page.record.request.purpose or (
        f"At give kommunen det, vi ved om {child.first_name} fra hverdagen."
    )
    return Imprint(
        house=paper_facts.house_name(page.house, child),
        address=paper_facts.house_line(page.house, child),
        printed="" if made.finished else made.moment,
        finished=made.moment if made.finished else "",
        draft="" if made.finished else f"Udkast til {form.title.lower()} – ikke afsendt",
        kontrolnr=made.kontrolnr,
        purpose=purpose,
    )


def _asked(request: Request) -> str:
    return f"efter anmodning af {danish.day(request.on)}" if request.on else "efter anmodning"


def _replaces(page: StatusPage) -> str:
    before = page.frozen
    if before is None or not page.is_open:
        return ""
    return f"statusudtalelse af {danish.day(before.record.day)} (nr. {before.record.number})"


def _period(page: StatusPage) -> str:
    first, last = page.record.first, page.record.last
    if first and last:
        return f"{danish.day(first)} – {danish.day(last)}"
    return f"Siden {danish.day(first)}" if first else f"Til {danish.day(last)}" if last else ""


def _knows(page: StatusPage) -> str:
    known = letter_facts.since(page.record.known_since)
    return ", ".join(filter(None, (known, page.record.relation)))


def _told(page: StatusPage, form: StatusForm) -> Iterator[Told]:
    """The ICS headings in their order, each with its answer or the honest line; then what an older form asked."""
    apart = {WORDS, PARENTS, ANSWERS}
    for heading in form.headings:
        if heading.id not in apart:
            text = masked_for(page.child, _said(page, form, heading.id)) or form.unanswered
            yield Told(heading=_name(page, heading), text=text, group=heading.group)
    known = {one.id for one in form.headings}
    for answer in page.record.answers:
        if answer.heading not in known and answer.heading not in apart:
            yield Told(heading=answer.title, text=masked_for(page.child, answer.text))


def _name(page: StatusPage, heading: Heading) -> str:
    return named(heading.name, page.child.record)


def _said(page: StatusPage, form: StatusForm, heading: str) -> str:
    answer = page.record.answer(heading)
    if answer is None:
        return ""
    return answer.text.strip() or (form.nothing_known if answer.nothing_known else "")


def _note(page: StatusPage) -> str:
    if not page.record.rows:
        return ""
    many = danish.count(len(page.record.rows), "observation", "observationer")
    return f"{danish.capital(many)}, ældste først. Tal i kantet parentes i teksten peger hertil."


def _remarks(page: StatusPage) -> tuple[Voice, ...]:
    """To the statusudtalelse itself, and to the observations that it rests on."""
    cited = {page.id, *(row.observation for row in page.record.rows)}
    return tuple(
        remarks.said(page.child.record, one.record)
        for one in reversed(page.remarks)
        if one.record.to in cited
    )
