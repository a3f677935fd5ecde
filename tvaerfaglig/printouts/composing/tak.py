"""Thanks to a volunteer, with a few questions whose answers help the next one."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.outline import Lines, Note, Outline, Part, Prose, Side, side
from tvaerfaglig.printouts.papers.efforts import ThanksPaper
from tvaerfaglig.printouts.papers.parts import Fact

QUESTIONS = (
    "Hvad har du været gladest for?",
    "Hvad kunne vi have gjort bedre for dig?",
    "Hvad skal den næste frivillige vide fra begyndelsen?",
    "Må vi spørge dig igen?",
)
HOW = "Skriv det, du har lyst til, uden navne på børn og familier, og giv arket til din kontakt."


def compose(paper: ThanksPaper) -> Outline:
    """The thanks above; below them what may be torn off and given back."""
    signer = paper.signer
    signed = Prose(signer.role, strong=f"{signer.name},") if signer else Prose("")
    return Outline(
        title="Tak for din tid",
        imprint=paper.imprint,
        head=facts(Fact("Til", strong=paper.name), Fact("Hos os", paper.period)),
        secrecy="",
        sections=(
            *side(f"Kære {paper.name}", Prose(_thanks(paper), lead=True)),
            *side("Det fik vi ud af det", Prose(paper.gave_us, lead=True)),
            *side("Venlig hilsen", signed),
            Part(
                "Fortæl os, hvordan det var",
                (Note(HOW, wide=True), *map(_asked, QUESTIONS)),
                room=80,
            ),
        ),
    )


def _thanks(paper: ThanksPaper) -> str:
    about = f" med {paper.about}" if paper.about else ""
    hours = (
        f"Du har givet os {paper.hours}{about}. " if paper.hours else f"Tak for hjælpen{about}. "
    )
    return f"{hours}Det har betydet noget for børnene og for os, at der kom en, der havde tid."


def _asked(question: str) -> Side:
    return Side(question, (Lines(2),))
