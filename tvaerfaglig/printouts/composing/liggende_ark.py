"""A sheet that lies down: Signs of Safety in three columns, de tre huse, or the steps of the LP model."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import agreements, facts
from tvaerfaglig.printouts.outline import (
    Attendance,
    Block,
    Lines,
    Note,
    Outline,
    Part,
    Prose,
    ScaleLines,
    Section,
    SideBySide,
    side,
)
from tvaerfaglig.printouts.papers.parts import GUARDED, Fact
from tvaerfaglig.printouts.papers.wide import WidePaper

_HAND = "…" * 20


def compose(paper: WidePaper) -> Outline:
    """What is above, the columns, the scale, and what follows from it."""
    note = paper.note
    return Outline(
        title=paper.title,
        imprint=note.imprint,
        subject=note.child.subject if note.child else "",
        subtitle=paper.subtitle,
        head=_head(paper),
        secrecy="Strengt fortroligt" if note.guarded else "Fortroligt",
        banner=GUARDED if note.guarded else "",
        wide=True,
        sections=(
            *_told(paper, paper.above),
            *((_columns(paper),) if paper.columns else ()),
            *_scale(paper),
            *_told(paper, paper.below),
            *((Part("Aftaler", (agreements(paper.agreements),)),) if paper.agreements else ()),
        ),
    )


def _head(paper: WidePaper) -> tuple[Fact | Attendance, ...]:
    note = paper.note
    if paper.form:
        return (
            Fact(
                "Barn" if not note.theme else "Gruppe", f"{_HAND}   Dag: {'…' * 8}   Med: {_HAND}"
            ),
        )
    return (
        *facts(
            Fact("Tema", note.theme),
            Fact("Drejer sig om", note.anonymous if note.child is None else ""),
            Fact("Tid og sted", note.when),
        ),
        *((Attendance("Til stede", note.present),) if note.present else ()),
    )


def _told(paper: WidePaper, facts_of: tuple[Fact, ...]) -> tuple[Section, ...]:
    """What was written; on a form what is asked, and lines to answer on."""
    if paper.form:
        return tuple(
            one for fact in facts_of for one in side(fact.label, Note(fact.value), Lines(1))
        )
    return tuple(one for fact in facts_of for one in side(fact.label, Prose(fact.value)))


def _columns(paper: WidePaper) -> SideBySide:
    return SideBySide(paper.columns, voice=paper.voice, houses=paper.houses, room=paper.room)


def _scale(paper: WidePaper) -> tuple[Section, ...]:
    if not paper.scale:
        return ()
    lift = paper.lift or "Hvad ville løfte det ét trin?"
    content: list[Block] = [ScaleLines(paper.scale, paper.low, paper.high, lift)]
    if any(one.before is not None for one in paper.scale):
        content.append(Note("Fyldt ring: nu. Åben ring: sidst.", wide=True))
    return (Part(paper.scale_heading or "Skalaen", tuple(content), together=True),)
