"""The list of a dagpleje's team: a line for each child with where it stands, what is done, by whom, and when next."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.composing.fremmoede import NOBODY
from tvaerfaglig.printouts.composing.stueliste import BIN
from tvaerfaglig.printouts.outline import (
    Attendance,
    Block,
    Lines,
    Note,
    Outline,
    Part,
    Prose,
    Rows,
    side,
)
from tvaerfaglig.printouts.papers.efforts import TeamListPaper
from tvaerfaglig.printouts.papers.parts import GUARDED, Fact

HEAD = ("Barn", "Dagplejer", "Hvor står barnet", "Det gør vi", "Hvem", "Vi ser på det igen")
ALWAYS = "Du kan altid underrette, uanset hvad teamet beslutter."


def compose(paper: TeamListPaper) -> Outline:
    return Outline(
        title="Teamets liste",
        imprint=paper.imprint,
        subtitle=paper.effort,
        head=(
            *facts(Fact("Dag", paper.day), Fact("Formål", paper.imprint.purpose)),
            *((Attendance("Teamet", paper.team),) if paper.team else ()),
        ),
        secrecy="Strengt fortroligt" if paper.guarded else "Fortroligt",
        banner=GUARDED if paper.guarded else "",
        wide=True,
        sections=(
            Part("Børnene", (_table(paper),), room=60),
            *side("Skriv her", Lines(4)),
            *side("Husk", Note(ALWAYS), Note(paper.note), Note(BIN)),
        ),
    )


def _table(paper: TeamListPaper) -> Block:
    if not paper.rows:
        return Prose(NOBODY)
    cells = tuple(
        (one.name, one.dagplejer, one.stood.word, one.decision, one.who, one.again)
        for one in paper.rows
    )
    signs = tuple((None, None, one.stood.position, None, None, None) for one in paper.rows)
    return Rows(HEAD, cells, (36, 38, 40, 70, 36, 32), bold=0, signs=signs, pen=True)
