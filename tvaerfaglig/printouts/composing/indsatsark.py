"""A sheet of an indsats as it was filled in: arbejdspapir, handleplan, a closing, or one that a house made itself."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts, remarks
from tvaerfaglig.printouts.composing.effort_parts import part
from tvaerfaglig.printouts.outline import (
    Attendance,
    Note,
    Outline,
    Part,
    Signatures,
    Strip,
    side,
)
from tvaerfaglig.printouts.papers.efforts import EffortSheetPaper
from tvaerfaglig.printouts.papers.parts import GUARDED

_IN_A_ROW = 3


def compose(paper: EffortSheetPaper) -> Outline:
    """Who and when, what was written, and who stands by it."""
    return Outline(
        title=paper.title,
        imprint=paper.imprint,
        subject=paper.child.subject if paper.child else "",
        subtitle=paper.effort,
        head=(
            *facts(*paper.head),
            *((Attendance("Familien", paper.family),) if paper.family else ()),
            *((Attendance("Ledes af", paper.led_by),) if paper.led_by else ()),
        ),
        secrecy=_secrecy(paper),
        banner=GUARDED if paper.guarded else "",
        sections=(
            *((Strip(paper.strip[:4]),) if paper.strip else ()),
            *(made for one in paper.parts for made in part(one)),
            *side("Læst med", Note(paper.note)),
            *remarks(paper.remarks, guarded=paper.guarded),
            *_signed(paper),
        ),
    )


def _secrecy(paper: EffortSheetPaper) -> str:
    if paper.guarded:
        return "Strengt fortroligt"
    return "Fortroligt" if paper.child else "Til intern brug"


def _signed(paper: EffortSheetPaper) -> tuple[Part, ...]:
    if not paper.signers:
        return ()
    across = 3 if len(paper.signers) == _IN_A_ROW else 2
    return (Part("Det er vi enige om", (Signatures(paper.signers, across),), together=True),)
