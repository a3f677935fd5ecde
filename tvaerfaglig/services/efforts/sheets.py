"""The sheets of an indsats: arbejdspapir, status, closing, a week, the house's own; written, read after, shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.form import EffortForm, FieldType, FormUse
from tvaerfaglig.domain.efforts.goals import Score
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.planning import next_status
from tvaerfaglig.domain.efforts.records import Effort, Enrolment, EnrolmentState
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Sheet, missing
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored, Version
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.consent.places import require_not_paused
from tvaerfaglig.services.efforts import goals, rules
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusDue:
    """When a family's next status is."""

    enrolment: str
    child: str
    on: date


def sheets(session: Session, enrolment_id: str) -> tuple[Stored[Sheet], ...]:
    """The family's sheets, the newest first; without the parents' part while the guard hides it."""
    place = rules.place(session, enrolment_id)
    every = queries.of_child(session.vault, Sheet, place.record.child)
    mine = tuple(one for one in every if one.record.enrolment == enrolment_id)
    if not mine or not hides_parents(session, place.record.child):
        return mine
    kind = kind_of(session, rules.found(session, place.record.effort).record)
    return tuple(replace(one, record=without_parents(one.record, kind)) for one in mine)


def without_parents(made: Sheet, kind: EffortKind) -> Sheet:
    """What is left of it while the guard stands; of a form that is gone nobody can tell, and nothing is."""
    form = kind.form(made.form)
    ours = {one.id for one in form.fields if not one.parents} if form else set()
    kept = tuple(one for one in made.answers if one.field in ours)
    return replace(made, answers=kept, shown_on=None)


def look(session: Session, sheet_id: str) -> None:
    """Somebody opens it to read: it stands in the child's log."""
    session.looked(child=_seen(session, sheet_id).child, record=sheet_id, what=Sheet.KIND)


def versions(session: Session, sheet_id: str) -> tuple[Version[Sheet], ...]:
    """Every version of it, the oldest first. Looking is noted."""
    made = _seen(session, sheet_id)
    found = tuple(past.versions(session.vault, Sheet, sheet_id))
    session.looked(child=made.child, record=sheet_id, what=Sheet.KIND)
    if not made.child or not hides_parents(session, made.child):
        return found
    kind = kind_of(session, rules.found(session, made.effort).record)
    return tuple(
        replace(one, record=without_parents(one.record, kind)) if one.record else one
        for one in found
    )


def _seen(session: Session, sheet_id: str) -> Sheet:
    stored = queries.one(session.vault, Sheet, sheet_id)
    if stored is None:
        raise NotFound("Arket findes ikke længere.")
    if stored.record.child:
        session.child(stored.record.child)
    else:
        rules.found(session, stored.record.effort)
    return stored.record


def house_sheets(session: Session, effort_id: str) -> tuple[Stored[Sheet], ...]:
    """Those of the effort itself, which name nobody; the newest first."""
    rules.found(session, effort_id)
    every = queries.about_nobody(session.vault, Sheet)
    return tuple(one for one in every if one.record.effort == effort_id)


def save(
    session: Session,
    wanted: Sheet,
    sheet_id: str | None = None,
    scores: Mapping[str, Score] | None = None,
    *,
    draft: str = "",
) -> Saved:
    """A sheet, new or put right, by whoever its form is for; `scores` of goals that are put right with it."""
    return _keep(session, _made(session, wanted, sheet_id), sheet_id, scores or {}, draft)


def hold_status(
    session: Session, wanted: Sheet, scores: Mapping[str, Score], *, draft: str = ""
) -> Saved:
    """A status, the start or the closing in one act: the sheet, and a step for every goal that is alive."""
    alive = [one.id for one in goals.goals(session, wanted.enrolment) if not one.record.dropped_on]
    left = [one for one in alive if one not in scores]
    if left:
        raise Unclear(
            "Sæt et trin på hvert mål, eller læg det væk, hvis I ikke går efter det mere."
        )
    if set(scores) - set(alive):
        raise Unclear("Et af målene hører ikke til her. Åbn siden igen.")
    return _keep(session, _made(session, wanted, None), None, scores, draft)


def _keep(
    session: Session, made: Sheet, sheet_id: str | None, scores: Mapping[str, Score], draft: str
) -> Saved:
    scored = {
        goal: goals.scored(session, goal, replace(given, at=made.use, day=made.day))
        for goal, given in scores.items()
    }
    with session.write() as pen:
        saved = pen.put(made, sheet_id)
        for goal, now in scored.items():
            pen.put(now, goal)
        if draft:
            pen.drop_draft(draft)
        return Saved(saved, pen.changes)


def _made(session: Session, wanted: Sheet, sheet_id: str | None) -> Sheet:
    effort = rules.found(session, wanted.effort).record
    form = _form_of(kind_of(session, effort), wanted.form)
    _may_write(session, wanted, form)
    before = _sheet(session, sheet_id).record if sheet_id else None
    if before is not None and (before.form, before.enrolment, before.effort) != (
        wanted.form, wanted.enrolment, wanted.effort,
    ):  # fmt: skip
        raise Unclear("Et ark skifter ikke form eller familie.")
    if wanted.day > session.today:
        raise Unclear("Dagen kan ikke ligge i fremtiden.")
    answers = _answers(form, wanted.answers)
    gone = missing(form, answers)
    if gone:
        raise Unclear(f"»{gone[0].name}« mangler.")
    made = replace(
        wanted, name=form.name, use=form.use, answers=answers, reviewed_by="", reviewed_on=None,
        review="", by=_authors(session, wanted, before), shown_on=None,
        child=_child_of(session, wanted, form),
    )  # fmt: skip
    if form.about_house:
        rules.keep_nameless(session, effort, wanted.effort, made.own_words())
        return made
    rules.keep_to_family(session, rules.place(session, made.enrolment).record, made.own_words())
    hidden = hides_parents(session, made.child)
    return _without_parents(made, before, form) if hidden else made


def _authors(session: Session, wanted: Sheet, before: Sheet | None) -> tuple[str, ...]:
    """Whoever wrote it once stays one of its writers, and so does not read it after."""
    earlier = before.by if before else ()
    return tuple(dict.fromkeys((*earlier, *wanted.by, session.my_id)))


def _without_parents(made: Sheet, before: Sheet | None, form: EffortForm) -> Sheet:
    """Under the guard the parents are asked nothing: their fields keep what they had."""
    theirs = {one.id for one in form.fields if one.parents}
    kept = tuple(one for one in before.answers if one.field in theirs) if before else ()
    own = tuple(one for one in made.answers if one.field not in theirs)
    return replace(made, answers=(*own, *kept), shown_on=before.shown_on if before else None)


def _form_of(kind: EffortKind, form_id: str) -> EffortForm:
    form = kind.form(form_id)
    if form is None:
        raise Unclear("Det ark hører ikke til indsatsen. Vælg et fra listen.")
    return form


def _may_write(session: Session, wanted: Sheet, form: EffortForm) -> None:
    if form.about_house:
        rules.require_run(session, wanted.effort)
    else:
        place = rules.place(session, wanted.enrolment, Action.WRITE)
        if place.record.effort != wanted.effort:
            raise Unclear("Familien er ikke med i den indsats.")
        if form.use is not FormUse.SLUT:
            require_not_paused(session, place.record)
    if form.written_by and session.actor.role not in form.written_by:
        who = danish.join_or([one.word for one in form.written_by])
        raise NotAllowed(f"»{form.name}« skrives af {who}. Tal med dem om det.")


def _child_of(session: Session, wanted: Sheet, form: EffortForm) -> str:
    return "" if form.about_house else rules.place(session, wanted.enrolment).record.child


def _answers(form: EffortForm, written: Iterable[FieldAnswer]) -> tuple[FieldAnswer, ...]:
    """In the form's order, under its headings, and nothing that it does not ask."""
    by_field = {one.field: one for one in written if not one.is_empty}
    made = []
    for field in form.fields:
        answer = by_field.pop(field.id, None)
        if answer is None:
            continue
        if field.type is FieldType.VALG and answer.text not in field.choices:
            raise Unclear(f"»{field.name}«: vælg mellem {', '.join(field.choices)}.")
        made.append(replace(answer, heading=field.name))
    if by_field:
        raise Unclear("Noget af det, der er skrevet, har ingen plads på arket. Åbn det igen.")
    return tuple(made)


def review(session: Session, sheet_id: str, remark: str = "") -> Saved:
    """Read after its lone writer, by another who may: nobody reads her own after."""
    stored = _sheet(session, sheet_id)
    made = stored.record
    form = _form_of(kind_of(session, rules.found(session, made.effort).record), made.form)
    if session.actor.role not in form.reviewed_by:
        who = danish.join_or([one.word for one in form.reviewed_by]) or "ingen"
        raise NotAllowed(f"»{form.name}« læses med af {who}.")
    if session.my_id in made.by:
        raise Unclear("Du har selv skrevet det. En anden læser med.")
    if made.child:
        rules.keep_to_family(session, rules.place(session, made.enrolment).record, remark)
    else:
        effort = rules.found(session, made.effort).record
        rules.keep_nameless(session, effort, made.effort, remark)
    read = replace(
        made, reviewed_by=session.my_id, reviewed_on=session.today, review=remark.strip()
    )
    return _put(session, read, sheet_id)


def shown_to_parents(session: Session, sheet_id: str, on: date) -> Saved:
    """The parents have seen it."""
    made = _sheet(session, sheet_id).record
    if not made.child:
        raise Unclear("Arket er om huset. Der er ingen forældre at vise det.")
    rules.require_no_guard(session, made.child)
    if not made.day <= on <= session.today:
        raise Unclear("Dagen skal ligge mellem den dag, arket blev skrevet, og i dag.")
    return _put(session, replace(made, shown_on=on), sheet_id)


def status_due(session: Session, effort_id: str) -> tuple[StatusDue, ...]:
    """Each family's next status, of those one may see; the first first."""
    stored = rules.found(session, effort_id)
    weeks = kind_of(session, stored.record).rhythm.status_weeks
    here = [
        one for one in rules.places(session, effort_id) if one.record.status is EnrolmentState.MED
    ]
    every = queries.of_children(session.vault, Sheet, {one.record.child for one in here})
    due = []
    for one in here:
        held = [
            sheet.record.day
            for sheet in every
            if sheet.record.enrolment == one.id and sheet.record.use is FormUse.STATUS
        ]
        on = _before(stored.record, next_status(one.record.from_day or session.today, held, weeks))
        due += [StatusDue(enrolment=one.id, child=one.record.child, on=on)] if on else []
    return tuple(sorted(due, key=lambda one: one.on))


def _before(effort: Effort, on: date | None) -> date | None:
    """A status after the last day is none: then it is closed."""
    return on if on is None or effort.end is None or on <= effort.end else None


def next_status_of(session: Session, place: Stored[Enrolment], kind: EffortKind) -> date | None:
    """One family's next status; None where the kind has none, the family is not in it, or it ends before."""
    begun = place.record.from_day
    if begun is None or place.record.status is not EnrolmentState.MED:
        return None
    every = queries.of_child(session.vault, Sheet, place.record.child)
    held = [
        one.record.day
        for one in every
        if one.record.enrolment == place.id and one.record.use is FormUse.STATUS
    ]
    effort = rules.found(session, place.record.effort).record
    return _before(effort, next_status(begun, held, kind.rhythm.status_weeks))


def form_choices(session: Session, effort: Effort) -> tuple[EffortForm, ...]:
    """The forms that the actor's role may write."""
    every = kind_of(session, effort).forms
    role = session.actor.role
    return tuple(one for one in every if not one.written_by or role in one.written_by)


def _sheet(session: Session, sheet_id: str) -> Stored[Sheet]:
    stored = queries.one(session.vault, Sheet, sheet_id)
    if stored is None:
        raise NotFound("Arket findes ikke længere.")
    if stored.record.child:
        session.child(stored.record.child, Action.WRITE)
    else:
        rules.require_run(session, stored.record.effort)
    return stored


def _put(session: Session, made: Sheet, sheet_id: str) -> Saved:
    with session.write() as pen:
        return Saved(pen.put(made, sheet_id), pen.changes)
