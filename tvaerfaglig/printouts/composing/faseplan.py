"""The plan of her who expects a child or has had it: her own words first, then who is there for her, and when."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.composing.effort_parts import goals_in_words, items, phases
from tvaerfaglig.printouts.outline import Lines, Note, Outline, Part, Prose, Section, Voices, side
from tvaerfaglig.printouts.papers.efforts import PhasePlanPaper
from tvaerfaglig.printouts.papers.parts import Fact

YOURS = "Planen er din. Sig til, når noget skal laves om."


def compose(paper: PhasePlanPaper) -> Outline:
    return Outline(
        title="Din plan",
        imprint=paper.imprint,
        subject=paper.child.subject,
        subtitle=paper.effort,
        head=facts(Fact("Til", strong=paper.to)),
        sections=(
            *side("Det vil du gerne", _words(paper)),
            *goals_in_words(paper.goals),
            *_course(paper),
            *side("Vi ses igen", Prose(paper.next_time)),
            *side(
                "Du kan ringe til", items(paper.call), Prose("" if paper.call else paper.contact)
            ),
            *side("Det vil jeg gerne huske", Lines(3)),
            *side("Din plan", Note(YOURS)),
        ),
    )


def _words(paper: PhasePlanPaper) -> Voices | Lines:
    """Room to write them in, where nobody has yet."""
    return Voices(paper.voices, lead=True) if paper.voices else Lines(3)


def _course(paper: PhasePlanPaper) -> tuple[Section, ...]:
    if not paper.phases:
        return ()
    told = (Note(paper.guessed, wide=True),) if paper.guessed else ()
    return (Part("Sådan går vi frem", (phases(paper.phases), *told), room=60),)
