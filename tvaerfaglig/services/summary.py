"""Sagsresumé: the leader's paper of one child's course, for a chosen purpose and period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.attendance import Attendance, days_there
from tvaerfaglig.domain.concern import Concern, PositionSet
from tvaerfaglig.domain.contact import Absence, FamilyEvent, ParentContact, ParentRemark
from tvaerfaglig.domain.deadline import receipt_due
from tvaerfaglig.domain.efforts.tried import Tried
from tvaerfaglig.domain.follow_up import Contacted, LookAgain, Reminder
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationState,
)
from tvaerfaglig.domain.observation import Observation, Sign
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored, as_written
from tvaerfaglig.domain.tovholder import Tovholder
from tvaerfaglig.domain.underretning import Finished, Stage, Step, Underretning, stage_of
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.printouts.course_paper import Course, CourseEvent
from tvaerfaglig.printouts.papers import AgreementRow, StripFact
from tvaerfaglig.printouts.summary_paper import ChronologyRow, SagsresumePaper, SentRow, WaitingRow
from tvaerfaglig.printouts.thread_paper import ThreadOnPaper, ThreadRow
from tvaerfaglig.services import paper_facts, remarks, threads
from tvaerfaglig.services.after_sending import on_paper
from tvaerfaglig.services.agreements.reading import doers
from tvaerfaglig.services.children import place_of, standing_guard
from tvaerfaglig.services.chronicle import POSITION_WORDS, STAGE_WORDS, first_sentence, said
from tvaerfaglig.services.courses import on_paper as courses_on_paper
from tvaerfaglig.services.efforts import on_summary, told
from tvaerfaglig.services.meetings.talks import each_once
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.rounds.together import set_in_round
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_STATUS = {
    Stage.KLADDE: "Kladde",
    Stage.FAERDIG: "Færdig",
    Stage.AFSENDT: "Underrettet",
    Stage.KVITTERET: "Kvitteret",
    Stage.ORIENTERET: "Orienteret",
    Stage.LUKKET: "Lukket",
    Stage.HENLAGT: "Henlagt",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the leader chose: for what, from when until when, and whether own reflections come along.

    `rounds`: the positions that trivselsrunder set. Those are for the house's own work, and stay behind unless chosen.
    """

    purpose: str
    first: date
    last: date
    reflections: bool = False
    rounds: bool = False


@dataclass(frozen=True, slots=True)
class _Course:
    """Everything about the child in the period, read once."""

    child_id: str
    child: Child
    names: Names
    wanted: Wanted
    today: date
    records: dict[type[Record], list[Stored[Any]]]
    leaves_rounds: bool = False
    tried: tuple[Tried, ...] = ()

    def of(self, kind: type[Record]) -> list[Stored[Any]]:
        return self.records[kind]

    def in_period(self, kind: type[Record]) -> list[Stored[Any]]:
        first, last = self.wanted.first.isoformat(), self.wanted.last.isoformat()
        return [one for one in self.of(kind) if first <= one.record.happened()[:10] <= last]


_KINDS: tuple[type[Record], ...] = (
    Observation,
    ParentContact,
    ParentRemark,
    Konsultation,
    Contribution,
    Absence,
    Attendance,
    FamilyEvent,
    PositionSet,
    Concern,
    Agreement,
    Tovholder,
    Underretning,
    Finished,
    Step,
    Contacted,
    Reminder,
    LookAgain,
)


def paper(session: Session, child_id: str, wanted: Wanted) -> SagsresumePaper:
    """The paper as it stands today. For the leader; while the guard hides parents it says so."""
    stored = session.child(child_id, Action.SUMMARISE)
    records = {
        kind: list(reversed(queries.of_child(session.vault, kind, child_id))) for kind in _KINDS
    }
    known = {one.id for one in each_once(chain.from_iterable(records.values()))}
    records = {kind: [one for one in each if one.id in known] for kind, each in records.items()}
    every = records[PositionSet]
    if not wanted.rounds:
        records[PositionSet] = [one for one in every if not set_in_round(one)]
    leaves_rounds = len(every) > len(records[PositionSet])
    course = _Course(
        child_id, stored.record, names(session), wanted, session.today, records, leaves_rounds,
        tuple(one for one in told.of_child(session, child_id) if one.first <= wanted.last),
    )  # fmt: skip
    guard = standing_guard(session, child_id)
    house = paper_facts.house_of(session, stored.record)
    curves = _curves(course)
    made = SagsresumePaper(
        imprint=paper_facts.imprint(session, stored.record, purpose=wanted.purpose),
        child=paper_facts.child_facts(
            stored.record, session.today, place=place_of(stored.record, house, course.names.staff)
        ),
        period=danish.day_span(wanted.first, wanted.last),
        guarded=guard is not None and guard.record.hides_parents,
        strip=_strip(course),
        summary=_summary(course),
        waiting=tuple(_waiting(course)),
        course=next(iter(curves), None),
        figures=curves[1:],
        chronology=tuple(_chronology(course)),
        chronology_note=_days_note(course),
        efforts=on_summary.rows(
            (one for one in course.tried if one.last is None or one.last >= wanted.first),
            lambda words: _masked(course, words),
        ),
        agreements=tuple(_agreements(course)),
        threads=tuple(_threads(session, course)),
        sent=tuple(_sent(course)),
        remarks=tuple(
            remarks.said(stored.record, one.record) for one in course.in_period(ParentRemark)
        ),
        left_out=_left_out(course),
    )
    return paper_facts.masked_through(made, child_id, stored.record)


def _letter_stage(course: _Course) -> tuple[Stored[Underretning], Stage] | None:
    letters = course.of(Underretning)
    if not letters:
        return None
    letter = letters[-1]
    return letter, stage_of(*_acts(course, letter.id))


def _acts(course: _Course, letter: str) -> tuple[tuple[Finished, ...], tuple[Step, ...]]:
    finished = tuple(o.record for o in course.of(Finished) if o.record.underretning == letter)
    steps = tuple(o.record for o in as_written(course.of(Step)) if o.record.underretning == letter)
    return finished, steps


def _strip(course: _Course) -> tuple[StripFact, ...]:
    position = course.of(PositionSet)[-1:] or None
    now = position[0].record if position else None
    standing = _letter_stage(course)
    every = [one.record for one in course.of(Agreement)]
    agreements = [one for one in every if one.status is not AgreementState.FJERNET]
    waiting = [one for one in agreements if one.status is AgreementState.AABEN]
    late = [one for one in waiting if one.due and one.due < course.today]
    holds = course.of(Tovholder)
    tovholder = (
        holds[-1].record.who
        if holds
        else next(
            (n.record.tovholder for n in reversed(course.of(Konsultation)) if n.record.tovholder),
            "",
        )
    )
    return (
        StripFact(
            "Position",
            danish.capital(POSITION_WORDS[now.position.value]) if now else "Ikke sat",
            f"siden {danish.day(now.day)}" if now else "",
        ),
        StripFact(
            "Underretning",
            _STATUS[standing[1]] if standing else "Ingen",
            _receipt_words(course, standing),
        ),
        StripFact(
            "Åbne aftaler",
            f"{len(waiting)} af {len(agreements)}",
            danish.count(len(late), "over tid", "over tid") if late else "ingen over tid",
        ),
        StripFact("Tovholder", course.names.of_staff(tovholder) or "Ikke valgt", ""),
    )


def _receipt_words(course: _Course, standing: tuple[Stored[Underretning], Stage] | None) -> str:
    if standing is None:
        return ""
    letter, stage = standing
    sent = next((s.day for s in _acts(course, letter.id)[1] if s.stage is Stage.AFSENDT), None)
    if stage is Stage.AFSENDT and sent:
        return f"kvittering ventes {danish.day_short(receipt_due(sent))}, vejledende"
    return f"sendt {danish.day(sent)}" if sent else f"begyndt {danish.day(letter.record.begun)}"


def _summary(course: _Course) -> str:
    concerns = [one.record for one in course.of(Concern)]
    observed = course.in_period(Observation)
    good = sum(one.record.sign is Sign.RESSOURCE for one in observed)
    talks, meetings = course.in_period(ParentContact), _held(course)
    lines = [f"{one.title}. {one.text}".strip() for one in concerns if one.closed_on is None]
    counted = [
        danish.count(len(observed), "observation", "observationer")
        + f", heraf {good} om ressourcer",
        danish.count(len(talks), "samtale med forældrene", "samtaler med forældrene"),
        danish.count(len(meetings), "konsultation", "konsultationer"),
    ]
    said = danish.capital(danish.join_and(counted)) + " i perioden."
    there = _days_there(course)
    return "\n".join([*(_masked(course, line) for line in lines), *filter(None, (said, there))])


def _days_there(course: _Course) -> str:
    """Said only where the house's attendance lists are known."""
    records = [one.record for one in course.of(Attendance)]
    days = days_there(records, course.wanted.first, course.wanted.last)
    if not days.known:
        return ""
    return f"{course.child.first_name} havde {days.words} i perioden efter husets fremmødelister."


def _held(course: _Course) -> list[Stored[Any]]:
    done = {KonsultationState.AFSLUTTET, KonsultationState.I_GANG}
    return [one for one in course.in_period(Konsultation) if one.record.status in done]


def _masked(course: _Course, text: str) -> str:
    return paper_facts.masked(text, course.child_id, course.child)


def _waiting(course: _Course) -> list[WaitingRow]:
    rows = [
        WaitingRow(
            what=_masked(course, one.record.what),
            who=_who(course, one.record),
            due=danish.day_table(one.record.due) if one.record.due else "",
            status=_due_words(one.record.due, course.today),
        )
        for one in course.of(Agreement)
        if one.record.status is AgreementState.AABEN
    ]
    standing = _letter_stage(course)
    if standing and standing[1] is Stage.AFSENDT:
        sent = next(s.day for s in _acts(course, standing[0].id)[1] if s.stage is Stage.AFSENDT)
        due = receipt_due(sent)
        rows.append(
            WaitingRow(
                what="Kvittering fra kommunen",
                who=standing[0].record.receiver,
                due=danish.day_table(due),
                status=_due_words(due, course.today) + " (vejledende)",
            )
        )
    rows += [
        WaitingRow(
            what=f"Følg op: {_masked(course, one.record.title)}",
            who=course.names.of_staff(one.record.by),
            due=danish.day_table(one.record.next_on) if one.record.next_on else "",
            status=_due_words(one.record.next_on, course.today),
        )
        for one in course.of(Concern)
        if one.record.closed_on is None
    ]
    rows += _waits_again(course)
    planned = [n for n in course.of(Konsultation) if n.record.status is KonsultationState.PLANLAGT]
    rows += [
        WaitingRow(
            what="Konsultation",
            who=course.names.of_staff(one.record.tovholder),
            due=danish.day_table(one.record.day),
            status="planlagt",
        )
        for one in planned
        if one.record.day >= course.today
    ]
    return rows


def _waits_again(course: _Course) -> list[WaitingRow]:
    """What follows the newest letter, while it is not closed."""
    standing = _letter_stage(course)
    if standing is None or standing[1] in {Stage.LUKKET, Stage.HENLAGT}:
        return []
    days, contacts = (
        [one.record for one in course.of(kind) if one.record.underretning == standing[0].id]
        for kind in (LookAgain, Contacted)
    )
    return on_paper.waits_again(
        standing[1],
        standing[0].record.receiver,
        days,
        contacts,
        course.names,
        lambda words: _masked(course, words),
        lambda due: _due_words(due, course.today),
    )


def _due_words(due: date | None, today: date) -> str:
    if due is None:
        return "uden dato"
    if due < today:
        return danish.count((today - due).days, "dag", "dage") + " over tid"
    return "i dag" if due == today else "afventer"


def _who(course: _Course, agreement: Agreement) -> str:
    return doers(agreement, course.names, course.child.parents)


def _curves(course: _Course) -> tuple[Course, ...]:
    """The positions of the period and each scale that was used in it, with what was done and agreed."""
    sent = [s for s in course.in_period(Step) if s.record.stage is Stage.AFSENDT]
    events = [
        *(CourseEvent(one.record.day, "samtale") for one in course.in_period(ParentContact)),
        *(CourseEvent(one.record.day, "konsultation") for one in _held(course)),
        *(CourseEvent(one.record.day, "underretning") for one in sent),
    ]
    return courses_on_paper.curves(
        course.in_period(PositionSet),
        course.in_period(Agreement),
        course.tried,
        tuple(sorted(events, key=lambda one: one.day)[-6:]),
        min(course.wanted.last, course.today),
        course.names,
        lambda words: _masked(course, words),
    )


def _first_concern(course: _Course) -> date | None:
    days = [one.record.first_noticed for one in course.of(Concern)]
    return min(days, default=None)


def _chronology(course: _Course) -> list[ChronologyRow]:
    first = _first_concern(course)
    rows = []
    for kind in _KINDS:
        if kind in {Agreement, Attendance, Finished, Underretning, ParentRemark}:
            continue
        rows += [
            (one.record.happened(), _row(course, one, first)) for one in course.in_period(kind)
        ]
    begun = on_summary.happened(
        course.tried, course.wanted.first, course.wanted.last, course.names.of_staff,
        lambda words: _masked(course, words),
    )  # fmt: skip
    rows += [(day.isoformat(), row) for day, row in begun]
    return [row for _, row in sorted(rows, key=lambda pair: pair[0]) if row.what]


def _row(course: _Course, one: Stored[Any], first: date | None) -> ChronologyRow:
    day = date.fromisoformat(one.record.happened()[:10])
    told, source = said(one.record)
    what = first_sentence(told)
    if course.wanted.reflections and isinstance(one.record, Observation) and one.record.reflection:
        what = f"{what} Egen tanke: {one.record.reflection}"
    return ChronologyRow(
        date=danish.day_table(day),
        what=_masked(course, what),
        who=course.names.of_staff(one.written_by),
        source=source,
        days=(day - first).days if first and day >= first else None,
    )


def _days_note(course: _Course) -> str:
    first = _first_concern(course)
    if first is None:
        return ""
    found = []
    for words, kind in (
        ("til samtale med forældrene", ParentContact),
        ("til konsultation", Konsultation),
    ):
        days = sorted(one.record.day for one in course.of(kind) if one.record.day >= first)
        if days:
            found.append(f"{danish.count((days[0] - first).days, 'dag', 'dage')} {words}")
    sent = [
        s.record.day
        for s in course.of(Step)
        if s.record.stage is Stage.AFSENDT and s.record.day >= first
    ]
    if sent:
        found.append(f"{danish.count((sent[0] - first).days, 'dag', 'dage')} til underretning")
    start = f"Dage er talt fra den første bekymring, {danish.day(first)}"
    return f"{start}: {danish.join_and(found)}." if found else f"{start}."


def _agreements(course: _Course) -> list[AgreementRow]:
    first, last = course.wanted.first, course.wanted.last
    made = [
        one.record
        for one in course.of(Agreement)
        if first <= one.record.made_on <= last and one.record.status is not AgreementState.FJERNET
    ]
    return [
        AgreementRow(
            number=number,
            what=_masked(course, one.what),
            who=_who(course, one),
            due=danish.day_table(one.due) if one.due else "",
            effect=_masked(course, one.effect),
            done=one.status is AgreementState.GJORT,
            outcome=_masked(course, one.outcome),
        )
        for number, one in enumerate(made, 1)
    ]


def _threads(session: Session, course: _Course) -> list[ThreadOnPaper]:
    """Each concern with what belongs to it, as far as it lies in the period; the guard is for whoever gives it on."""
    first, last = course.wanted.first, course.wanted.last
    found = []
    for one in threads.threads_of(session, course.child_id):
        rows = tuple(
            ThreadRow(
                danish.day_table(step.day),
                _masked(course, step.what),
                step.who,
                _masked(course, step.effect),
            )
            for step in one.steps
            if first <= step.day <= last
        )
        if rows:
            found.append(ThreadOnPaper(_masked(course, one.title), rows))
    return found


def _sent(course: _Course) -> list[SentRow]:
    rows = []
    for letter in course.of(Underretning):
        steps = _acts(course, letter.id)[1]
        for sent in (step for step in steps if step.stage is Stage.AFSENDT):
            answers = [
                f"{STAGE_WORDS[step.stage].split()[0]} {danish.day(step.day)}"
                + (f": {_masked(course, step.note)}" if step.note else "")
                for step in steps
                if step.stage in {Stage.KVITTERET, Stage.ORIENTERET}
            ]
            rows.append(
                SentRow(
                    date=danish.day_table(sent.day),
                    what=f"Underretning, {sent.channel}" if sent.channel else "Underretning",
                    to=sent.receiver or letter.record.receiver,
                    answer="\n".join(answers) or "Intet svar registreret endnu",
                )
            )
    reminders, contacts, acts = (
        [one.record for one in course.of(kind)] for kind in (Reminder, Contacted, Step)
    )
    return rows + on_paper.sent_again(
        reminders, [*contacts, *acts], lambda words: _masked(course, words)
    )


def _left_out(course: _Course) -> str:
    first = course.wanted.first.isoformat()
    earlier = sum(one.record.happened()[:10] < first for one in course.of(Observation))
    parts = ["Andre børn står som »et andet barn«."]
    if not course.wanted.reflections:
        parts.append("De voksnes egne tanker er ikke taget med.")
    if course.leaves_rounds:
        parts.append("Trivselsrunderne er til husets eget arbejde og er ikke taget med.")
    if earlier:
        words = danish.count(earlier, "observation", "observationer")
        parts.append(f"{danish.capital(words)} fra før perioden er ikke taget med.")
    if course.child.protected:
        parts.append("Adressen er beskyttet og er udeladt.")
    parts.append("Anonyme konsultationer og kladder er ikke taget med.")
    return " ".join(parts)
