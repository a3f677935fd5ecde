"""What was agreed, what belongs to each concern, and what was sent to the municipality."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.follow_up import Contacted, Reminder
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
)
from tvaerfaglig.domain.underretning import Stage, Step, Underretning
from tvaerfaglig.printouts.papers.parts import AgreementRow
from tvaerfaglig.printouts.papers.summary import SentRow
from tvaerfaglig.printouts.papers.thread import ThreadOnPaper, ThreadRow
from tvaerfaglig.services.after_sending import on_paper
from tvaerfaglig.services.children.chronicle import STAGE_WORDS
from tvaerfaglig.services.children.threads import threads_of
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.summarising.gathered import Gathered


def agreements(course: Gathered) -> list[AgreementRow]:
    """Those made in the period, numbered."""
    first, last = course.wanted.first, course.wanted.last
    made = [
        one.record
        for one in course.of(Agreement)
        if first <= one.record.made_on <= last and one.record.status is not AgreementState.FJERNET
    ]
    return [
        AgreementRow(
            number=number,
            what=course.masked(one.what),
            who=course.who(one),
            due=danish.day_table(one.due) if one.due else "",
            effect=course.masked(one.effect),
            done=one.status is AgreementState.GJORT,
            outcome=course.masked(one.outcome),
        )
        for number, one in enumerate(made, 1)
    ]


def threads(session: Session, course: Gathered) -> list[ThreadOnPaper]:
    """Each concern with what belongs to it, as far as it lies in the period; the guard is for whoever gives it on."""
    first, last = course.wanted.first, course.wanted.last
    found = []
    for one in threads_of(session, course.child_id):
        rows = tuple(
            ThreadRow(
                danish.day_table(step.day),
                course.masked(step.what),
                step.who,
                course.masked(step.effect),
            )
            for step in one.steps
            if first <= step.day <= last
        )
        if rows:
            found.append(ThreadOnPaper(course.masked(one.title), rows))
    return found


def sent(course: Gathered) -> list[SentRow]:
    """Each letter that was sent, with what came back."""
    rows = []
    for letter in course.of(Underretning):
        steps = course.acts(letter.id)[1]
        for sent in (step for step in steps if step.stage is Stage.AFSENDT):
            answers = [
                f"{STAGE_WORDS[step.stage].split()[0]} {danish.day(step.day)}"
                + (f": {course.masked(step.note)}" if step.note else "")
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
    return rows + on_paper.sent_again(reminders, [*contacts, *acts], course.masked)
