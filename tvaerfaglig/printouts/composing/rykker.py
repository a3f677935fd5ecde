"""The letters that follow when no answer comes: what it is about, what happened day by day, what is asked for."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.outline import (
    Facts,
    Items,
    Note,
    Outline,
    Part,
    Prose,
    Rows,
    Section,
    Signatures,
    side,
)
from tvaerfaglig.printouts.papers.following import ReminderPaper
from tvaerfaglig.printouts.papers.parts import GUARDED, Fact


def compose(paper: ReminderPaper) -> Outline:
    """One page where the course is short; the list may run on to the next."""
    child = paper.child
    named = facts(Fact("Navn", strong=child.name), Fact("CPR-nr.", child.cpr))
    who = named if child.cpr else ()  # the name and the day of birth stand under the title
    return Outline(
        title=paper.title,
        imprint=paper.imprint,
        subject=child.subject,
        head=facts(
            Fact("Til", strong=paper.receiver),
            Fact("Dato", paper.date),
            Fact("Vedrører", paper.concerning),
            Fact("Formål", paper.imprint.purpose),
        ),
        secrecy="Strengt fortroligt" if paper.guarded else "Fortroligt",
        banner=GUARDED if paper.guarded else "",
        sections=(
            *side("Det skriver vi om", Prose(paper.opening, lead=True)),
            *side("Barnet", Facts(who, columns=2, label=18)),
            *_course(paper),
            *side("Det beder vi om", Prose(paper.asks)),
            *side("Til sidst", Prose(paper.closing)),
            *side("Reglerne", Items(paper.rules)),
            *_signed(paper),
        ),
    )


def _course(paper: ReminderPaper) -> tuple[Section, ...]:
    if not paper.course:
        return ()
    rows = tuple((one.day, one.what) for one in paper.course)
    note = (Note(paper.course_note, wide=True),) if paper.course_note else ()
    return (Part("Det er sket", (Rows(("Dato", "Hvad"), rows, (46, 119)), *note)),)


def _signed(paper: ReminderPaper) -> tuple[Section, ...]:
    if not paper.signers:
        return ()
    return (Part("Underskrift", (Signatures(paper.signers),), together=True),)
