"""What still waits for somebody, by the child's records."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.domain.deadline import receipt_due
from tvaerfaglig.domain.follow_up import Contacted, LookAgain
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationState,
)
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.printouts.papers.summary import WaitingRow
from tvaerfaglig.services.after_sending import on_paper
from tvaerfaglig.services.summarising.gathered import Gathered, due_words


def waiting(course: Gathered) -> list[WaitingRow]:
    """Agreements, an answer, follow-up and planned meetings, each with its day."""
    rows = [
        WaitingRow(
            what=course.masked(one.record.what),
            who=course.who(one.record),
            due=danish.day_table(one.record.due) if one.record.due else "",
            status=due_words(one.record.due, course.today),
        )
        for one in course.of(Agreement)
        if one.record.status is AgreementState.AABEN
    ]
    standing = course.letter_stage()
    if standing and standing[1] is Stage.AFSENDT:
        sent = next(s.day for s in course.acts(standing[0].id)[1] if s.stage is Stage.AFSENDT)
        due = receipt_due(sent)
        rows.append(
            WaitingRow(
                what="Kvittering fra kommunen",
                who=standing[0].record.receiver,
                due=danish.day_table(due),
                status=due_words(due, course.today) + " (vejledende)",
            )
        )
    rows += [
        WaitingRow(
            what=f"Følg op: {course.masked(one.record.title)}",
            who=course.names.of_staff(one.record.by),
            due=danish.day_table(one.record.next_on) if one.record.next_on else "",
            status=due_words(one.record.next_on, course.today),
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


def _waits_again(course: Gathered) -> list[WaitingRow]:
    """What follows the newest letter, while it is not closed."""
    standing = course.letter_stage()
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
        course.masked,
        lambda due: due_words(due, course.today),
    )
