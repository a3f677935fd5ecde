"""Opfølgningsnotat: what was agreed last time and whether it works, then what is agreed from here."""

from __future__ import annotations

from tvaerfaglig.printouts.composing import konsultationsnotat
from tvaerfaglig.printouts.composing.commonplaces import agreements, facts
from tvaerfaglig.printouts.outline import (
    Attendance,
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
from tvaerfaglig.printouts.papers.plans import FollowUpPaper

NOTHING = "Der stod ingen aftaler at følge op på."
_HEAD = ("Nr.", "Aftalt", "Hvem", "Virker det?", "Nu", "Dato")


def compose(paper: FollowUpPaper) -> Outline:
    """Items 1, 12, 10, 11, 13 and 14 of the note, in that order."""
    note = paper.note
    return Outline(
        title="Opfølgning",
        imprint=note.imprint,
        subject=note.child.subject if note.child else "",
        subtitle="på aftalerne fra sidst",
        head=facts(
            Fact("Tema", strong=note.theme),
            Fact("Drejer sig om", note.anonymous if note.child is None else ""),
            Fact("Tid og sted", note.when),
            Fact("Sidst", paper.last_time),
        )
        + ((Attendance("Til stede", note.present),) if note.present else ())
        + facts(Fact("Grundlag", note.basis)),
        secrecy="Strengt fortroligt" if note.guarded else "Fortroligt",
        banner=GUARDED if note.guarded else "",
        sections=(
            *((Strip(note.strip[:4]),) if note.strip else ()),
            Part("Virker det?", (_status(paper),)),
            *konsultationsnotat.judged(note),
            *_from_here(paper),
            *konsultationsnotat.decided(note),
        ),
    )


def _status(paper: FollowUpPaper) -> Rows | Note:
    if not paper.status:
        return Note(NOTHING, wide=True)
    return Rows(
        _HEAD,
        tuple(
            (str(one.number), one.what, one.who, one.works, one.verdict, one.on)
            for one in paper.status
        ),
        (9, 44, 27, 45, 18, 22),
        bold=0,
        names=2,
    )


def _from_here(paper: FollowUpPaper) -> tuple[Section, ...]:
    goals = side("Mål", Prose(paper.note.goals), close=True)
    table = (agreements(paper.note.agreements),) if paper.note.agreements else ()
    return (Part("Det aftaler vi nu", (*goals, *table)),) if goals or table else ()
