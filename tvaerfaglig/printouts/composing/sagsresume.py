"""The case summary: what waits comes before what was, and what is not here is said."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import agreements, facts, remarks
from tvaerfaglig.printouts.outline import (
    CourseChart,
    Kind,
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
from tvaerfaglig.printouts.papers.course import Course
from tvaerfaglig.printouts.papers.parts import GUARDED, Fact
from tvaerfaglig.printouts.papers.summary import SagsresumePaper

STANDS = "En position gælder, til en ny er sat. Den beskriver dagen, ikke barnet."


def compose(paper: SagsresumePaper) -> Outline:
    """The summary taken apart: what stands where, and what is left out."""
    strip: tuple[Section, ...] = (Strip(paper.strip[:4]),) if paper.strip else ()
    return Outline(
        title="Sagsresumé",
        imprint=paper.imprint,
        subject=paper.child.subject,
        subtitle=paper.period,
        head=facts(Fact("Formål", paper.imprint.purpose)),
        secrecy="Strengt fortroligt" if paper.guarded else "Fortroligt",
        banner=GUARDED if paper.guarded else "",
        sections=(
            *strip,
            *side("Kort fortalt", Prose(paper.summary, lead=True)),
            *_waiting(paper),
            *_course(paper),
            *_chronology(paper),
            *_threads(paper),
            *_efforts(paper),
            *_agreements(paper),
            *_sent(paper),
            *remarks(paper.remarks, guarded=paper.guarded),
            *side("Udeladt", Prose(paper.left_out)),
            *side("Lederens note", Lines(paper.lines)),
        ),
    )


def _waiting(paper: SagsresumePaper) -> tuple[Section, ...]:
    if not paper.waiting:
        return ()
    rows = tuple((row.what, row.who, row.due, row.status) for row in paper.waiting)
    table = Rows(("Hvad", "Hvem", "Senest", "Status"), rows, (78, 32, 28, 27), names=1)
    return (Part("Det venter", (table,)),)


def _course(paper: SagsresumePaper) -> tuple[Section, ...]:
    if paper.course is None or not paper.course.points:
        return ()
    note = Note(" ".join(filter(None, (paper.course.note, STANDS))), wide=True)
    over_time = Part(
        "Bekymring over tid",
        (note, CourseChart(paper.course), *_said(paper.course)),
        Kind.JUDGED,
        together=True,
    )
    figures = (
        Part(one.title, (CourseChart(one), *_said(one)), Kind.JUDGED, together=True)
        for one in paper.figures
    )
    return (over_time, *figures)


def _said(course: Course) -> tuple[Note, ...]:
    """What the newest ratings show, and what each step that was set means."""
    meanings = " ".join(f"{word}: {meaning}" for word, meaning in course.meanings)
    return tuple(Note(words, wide=True) for words in (course.said, meanings) if words)


def _chronology(paper: SagsresumePaper) -> tuple[Section, ...]:
    if not paper.chronology:
        return ()
    rows = tuple(
        (row.date, row.what, row.who, row.source, "" if row.days is None else str(row.days))
        for row in paper.chronology
    )
    table = Rows(
        ("Dato", "Hvad", "Hvem", "Kilde", "Dage"), rows, (28, 72, 30, 23, 12), right=4, names=2
    )
    note = (Note(paper.chronology_note, wide=True),) if paper.chronology_note.strip() else ()
    return (Part("Forløb", (table, *note), Kind.SEEN, room=60),)


def _threads(paper: SagsresumePaper) -> tuple[Section, ...]:
    """From each concern to its effect: a table of its own for each."""
    parts: list[Section] = []
    for one in paper.threads:
        rows = tuple((row.day, row.what, row.who, row.effect or "–") for row in one.rows)
        table = Rows(
            ("Dato", "Hvad", "Hvem", "Det kom der ud af det"), rows, (28, 62, 32, 43), names=2
        )
        parts.append(Part(f"Tråden fra bekymring til virkning: {one.concern}", (table,), room=60))
    return tuple(parts)


def _efforts(paper: SagsresumePaper) -> tuple[Section, ...]:
    if not paper.efforts:
        return ()
    rows = tuple((row.what, row.when, row.attendance, row.outcome) for row in paper.efforts)
    heads = ("Indsats", "Hvornår", "Fremmøde", "Det kom der ud af det")
    return (Part("Indsatser", (Rows(heads, rows, (38, 34, 30, 63)),)),)


def _agreements(paper: SagsresumePaper) -> tuple[Section, ...]:
    if not paper.agreements:
        return ()
    return (Part("Aftaler", (agreements(paper.agreements, last="Sådan gik det"),)),)


def _sent(paper: SagsresumePaper) -> tuple[Section, ...]:
    if not paper.sent:
        return ()
    rows = tuple((row.date, row.what, row.to, row.answer or "–") for row in paper.sent)
    table = Rows(("Dato", "Hvad", "Til", "Svar"), rows, (26, 51, 42, 46))
    return (Part("Sendt og besvaret", (table,)),)
