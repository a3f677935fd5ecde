"""A week to hang on the door: which days, when, and what is done."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.composing.effort_parts import items, week
from tvaerfaglig.printouts.outline import Lines, Note, Outline, Part, Prose, side
from tvaerfaglig.printouts.papers.efforts import WeekPlanPaper
from tvaerfaglig.printouts.papers.parts import Fact

NOT_AGREED = "Dagene er ikke aftalt endnu."


def compose(paper: WeekPlanPaper) -> Outline:
    days = (week(paper.week),) if paper.week else (Prose(NOT_AGREED),)
    return Outline(
        title="Ugeplan",
        imprint=paper.imprint,
        subject=paper.subject,
        subtitle=paper.effort,
        head=facts(Fact("Til", strong=paper.to), Fact("Gælder fra", paper.since)),
        secrecy="",
        sections=(
            Part("Ugen", days, room=60),
            *side(paper.tasks_heading or "Opgaver", items(paper.tasks)),
            *side("Bliver du forhindret?", Prose(paper.contact)),
            *side("Skriv her", Lines(4), Note("")),
        ),
    )
