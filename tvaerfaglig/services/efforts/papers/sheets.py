"""The sheets of an indsats on paper: arbejdspapir, handleplan, closing, a house's own; and the status for parents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.consent.standing import givers
from tvaerfaglig.domain.efforts.form import EffortForm, FieldType, FormField, FormUse
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Sheet
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.printouts.papers.efforts import EffortSheetPaper, SheetPart, StatusNotePaper
from tvaerfaglig.printouts.papers.parts import Fact, Signer, StripFact, Voice
from tvaerfaglig.services.children import remarks
from tvaerfaglig.services.consent import rests
from tvaerfaglig.services.efforts import goals, rules
from tvaerfaglig.services.efforts import sheets as written
from tvaerfaglig.services.efforts.papers import facts
from tvaerfaglig.services.efforts.papers.courses import phase_lines
from tvaerfaglig.services.efforts.papers.facts import Family
from tvaerfaglig.services.efforts.papers.others import for_family, masked
from tvaerfaglig.services.efforts.papers.presence import came_words, share, times
from tvaerfaglig.services.efforts.papers.which import OF_SHEETS, EffortPaper
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

GONE = "Arket findes ikke længere."
_THEIRS = {"Forældrenes egne ord": "Jeres egne ord", "Med hendes egne ord": "Med dine egne ord"}
NO_STATUS = "Der er ikke skrevet nogen status endnu. Skriv den først."


def sheet_of(session: Session, sheet_id: str) -> Stored[Sheet]:
    """The sheet, for who may see the family it is about, or the effort."""
    stored = queries.one(session.vault, Sheet, sheet_id)
    if stored is None:
        raise NotFound(GONE)
    if stored.record.child:
        rules.place(session, stored.record.enrolment)
    else:
        rules.found(session, stored.record.effort)
    return stored


def document_of(sheet: Sheet) -> EffortPaper:
    return OF_SHEETS.get(sheet.form, EffortPaper.ARK)


def sheet_paper(session: Session, sheet_id: str) -> EffortSheetPaper:
    """One sheet, of a family or of the effort itself."""
    stored = sheet_of(session, sheet_id)
    if stored.record.child:
        return _of_family(session, stored.record, sheet_id)
    return _of_house(session, stored.record)


def _of_house(session: Session, sheet: Sheet) -> EffortSheetPaper:
    effort = rules.found(session, sheet.effort).record
    form = kind_of(session, effort).form(sheet.form)
    made = EffortSheetPaper(
        imprint=facts.house_imprint(session, effort.house, EffortPaper.ARK.purpose),
        title=sheet.name,
        effort=effort.name,
        head=_head(session, sheet),
        led_by=facts.leaders(session, effort),
        parts=tuple(part for one in sheet.answers for part in _part(one, _field(form, one))),
    )
    return masked(session, made, sheet.effort)


def _of_family(session: Session, sheet: Sheet, sheet_id: str) -> EffortSheetPaper:
    family = facts.family(session, sheet.enrolment)
    sheet = written.without_parents(sheet, family.kind) if family.guarded else sheet
    form = family.kind.form(sheet.form)
    paper = document_of(sheet)
    made = EffortSheetPaper(
        imprint=facts.imprint(session, family, paper.purpose),
        title=sheet.name,
        effort=facts.effort_line(family),
        child=facts.child_facts(session, family),
        guarded=family.guarded,
        head=_head(session, sheet),
        family=() if family.guarded else facts.people(family),
        led_by=facts.leaders(session, family.effort),
        strip=tuple(_strip(session, family, _until(sheet))),
        parts=tuple(_parts(session, family, sheet, form)),
        signers=() if family.guarded else tuple(_signers(session, family, sheet)),
        note=_read_after(session, sheet),
        remarks=remarks.voices(session, sheet.child, family.child, sheet_id),
    )
    return for_family(session, made, family)


def _head(session: Session, sheet: Sheet) -> tuple[Fact, ...]:
    by = facts.staff_names(session, sheet.by)
    return (
        Fact("Skrevet", f"{danish.day(sheet.day)}{f' af {by}' if by else ''}"),
        Fact("Vist til forældrene", facts.day(sheet.shown_on)),
    )


def _until(sheet: Sheet) -> date:
    """A status and a closing say how it was on their day, whenever they are printed."""
    return sheet.day if is_status(sheet) else date.max


def _strip(session: Session, family: Family, until: date) -> Iterator[StripFact]:
    """When it began, when one looks at it again, on what it rests, and how often they came."""
    place = family.place.record
    if place.from_day:
        yield StripFact("Begyndt", facts.short_day(place.from_day))
    due = written.next_status_of(session, family.place, family.kind)
    if due:
        yield StripFact("Næste status", facts.short_day(due))
    if not family.guarded and (given := rests.of_child(session, place.child, place.samtykke)):
        holds = given.record.holds_on(session.today)
        by = givers(given.record, family.child)
        yield StripFact("Samtykke", "Givet" if holds else "Gælder ikke nu", f"af {by}")
    if came := share(session, family, until):
        yield StripFact("Fremmøde", came, times(came))


def next_status(session: Session, family: Family) -> str:
    return facts.day(written.next_status_of(session, family.place, family.kind))


def _parts(
    session: Session, family: Family, sheet: Sheet, form: EffortForm | None
) -> Iterator[SheetPart]:
    """In the form's order, with what is drawn from elsewhere in its place; the family's own words go under guard."""
    answers = {one.field: one for one in sheet.answers}
    for field in form.fields if form else ():
        answer = answers.pop(field.id, FieldAnswer(field=field.id, heading=field.name))
        if field.parents and family.guarded:
            continue
        yield from _drawn(session, family, field, _until(sheet))
        yield from _part(answer, field)
    for left in answers.values():
        yield from _part(left, None)


def _drawn(session: Session, family: Family, field: FormField, until: date) -> Iterator[SheetPart]:
    if field.type is FieldType.MAAL:
        rows = facts.goal_rows(goals.goals(session, family.place.id), until)
        yield SheetPart(heading=field.name, goals=rows)
    elif field.type is FieldType.FASER:
        yield SheetPart(heading=field.name, phases=phase_lines(session, family))
    elif field.type is FieldType.FREMMOEDE:
        yield SheetPart(heading=field.name, text=came_words(session, family, until))


def _part(answer: FieldAnswer, field: FormField | None) -> Iterator[SheetPart]:
    if answer.is_empty:
        return
    said = answer.text if answer.text.strip() else facts.day(answer.day)
    own = field is not None and field.parents and bool(answer.text.strip())
    yield SheetPart(
        heading=answer.heading,
        text="" if own else said,
        lines=tuple(one for one in answer.lines if one.strip()),
        voices=(Voice("", said),) if own else (),
        week=facts.week_lines(answer.week),
    )


def _field(form: EffortForm | None, answer: FieldAnswer) -> FormField | None:
    return form.field(answer.field) if form else None


def _signers(session: Session, family: Family, sheet: Sheet) -> Iterator[Signer]:
    """Of what one goes for together: the parents first, then who wrote it."""
    form = family.kind.form(sheet.form)
    planned = form is not None and any(one.type is FieldType.MAAL for one in form.fields)
    if sheet.use is not FormUse.START or not planned or not family.kind.with_parents:
        return
    for parent in family.child.custody_holders:
        yield Signer(parent.name, danish.capital(parent.relation))
    staff = session.staff()
    for who in sheet.by[:1]:
        if who in staff:
            yield Signer(staff[who].name, danish.capital(staff[who].role.word))


def _read_after(session: Session, sheet: Sheet) -> str:
    if sheet.reviewed_on is None:
        return ""
    who = facts.staff_names(session, (sheet.reviewed_by,))
    said = f" {sheet.review}" if sheet.review else ""
    return f"{who}, {danish.day(sheet.reviewed_on)}.{said}"


# to the parents


def status_note(session: Session, enrolment_id: str, sheet_id: str = "") -> StatusNotePaper:
    """The status chosen, or the newest one. Stops while the parents are not to be told."""
    family = facts.family(session, enrolment_id, for_parents=True)
    sheet = _status(session, family, sheet_id)
    form = family.kind.form(sheet.form)
    tolk = [one.language for one in family.child.custody_holders if one.interpreter]
    made = StatusNotePaper(
        imprint=facts.imprint(session, family, EffortPaper.STATUS.purpose),
        title="Sådan går det" if sheet.use is not FormUse.SLUT else "Tak for denne gang",
        child=facts.child_facts(session, family),
        effort=facts.effort_line(family),
        to=facts.holders(family),
        day=danish.day(sheet.day),
        came=came_words(session, family, _until(sheet)),
        parts=tuple(_to_parents(session, family, sheet, form)),
        next_time="" if sheet.use is FormUse.SLUT else next_status(session, family),
        contact=facts.contact(
            session, family.effort, hidden=family.child.hide_house, child=family.child
        ),
        given=f"Vist {danish.day(sheet.shown_on)}." if sheet.shown_on else "",
        interpreter=danish.join_and(list(dict.fromkeys(filter(None, tolk)))),
    )
    return for_family(session, made, family)


def _status(session: Session, family: Family, sheet_id: str) -> Sheet:
    every = [one for one in written.sheets(session, family.place.id) if is_status(one.record)]
    found = next((one for one in every if sheet_id in {"", one.id}), None)
    if found is None:
        raise Unclear(NO_STATUS)
    return found.record


def is_status(sheet: Sheet) -> bool:
    return sheet.use in {FormUse.STATUS, FormUse.SLUT}


def _to_parents(
    session: Session, family: Family, sheet: Sheet, form: EffortForm | None
) -> Iterator[SheetPart]:
    """Attendance stands in a line of its own."""
    came = {one.name for one in form.fields if one.type is FieldType.FREMMOEDE} if form else set()
    for one in _parts(session, family, sheet, form):
        if one.heading not in came:
            yield replace(one, heading=_THEIRS.get(one.heading, one.heading))
