"""The day list: the day first, then what was promised by now, then what happened since, and room to write."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.outline import (
    Lines,
    Note,
    Outline,
    Part,
    Prose,
    Rows,
    Section,
    Strip,
    side,
)
from tvaerfaglig.printouts.papers.parts import GUARDED, Fact
from tvaerfaglig.printouts.papers.visits import DayListPaper

QUIET = "Ingen konsultationer og ingen spørgsmål endnu. Tag en runde på stuerne."
BIN = "Listen nævner flere børn. Den bliver hos den, der holder besøget, og makuleres bagefter."


def compose(paper: DayListPaper) -> Outline:
    return Outline(
        title="Dagsliste",
        imprint=paper.imprint,
        subtitle=paper.when,
        head=facts(Fact("Besøg af", strong=paper.who), Fact("Formål", paper.imprint.purpose)),
        secrecy="Strengt fortroligt" if paper.guarded else "Fortroligt",
        banner=GUARDED if paper.guarded else "",
        sections=(
            *((Strip(paper.strip[:4]),) if paper.strip else ()),
            _day(paper),
            *_due(paper),
            *_since(paper),
            *side("Skriv her", Lines(paper.lines)),
            *side("Husk", Note(BIN)),
        ),
    )


def _day(paper: DayListPaper) -> Section:
    if not paper.rows:
        return Part("Dagen", (Prose(QUIET),))
    rows = tuple((row.when, row.whom, row.question, row.basis, "☐") for row in paper.rows)
    head = ("Tid", "Hvem", "Spørgsmål", "Grundlag", "Holdt")
    return Part("Dagen", (Rows(head, rows, (24, 32, 62, 34, 13), bold=1),))


def _due(paper: DayListPaper) -> tuple[Section, ...]:
    rows = tuple((row.due, row.what, row.about, row.who, "☐") for row in paper.due)
    head = ("Senest", "Aftalt", "Om", "Hvem", "Gjort")
    table = Rows(head, rows, (26, 62, 30, 34, 13))
    return (Part("Aftaler, der venter", (table,)),) if rows else ()


def _since(paper: DayListPaper) -> tuple[Section, ...]:
    blocks = []
    if paper.since:
        blocks.append(Rows(("Barn", "Nyt"), paper.since, (45, 120), bold=0))
    note = (Note(paper.since_note, wide=True),) if paper.since_note else ()
    return (Part(paper.since_heading, (*blocks, *note)),) if blocks or note else ()
