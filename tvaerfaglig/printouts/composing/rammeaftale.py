"""The agreement with a volunteer: when, what is the task and what is not, what is kept to oneself, who to call."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.composing.effort_parts import items, week
from tvaerfaglig.printouts.outline import (
    Note,
    Outline,
    Part,
    Prose,
    Section,
    Signatures,
    Strip,
    side,
)
from tvaerfaglig.printouts.papers.efforts import VolunteerAgreementPaper
from tvaerfaglig.printouts.papers.parts import Fact

SECRECY = (
    "Du fortæller ikke videre, hvad du ser og hører om børn, familier og personale, og det gælder også, når du "
    "er holdt op. Du læser og skriver ikke notater om børn, tager ikke billeder og lægger ikke noget på nettet."
)
WORRIED = (
    "Ser eller hører du noget, der gør dig urolig for et barn, så sig det samme dag til din kontakt eller lederen. "
    "Du skal ikke selv undersøge noget."
)
HELPED = "Det hjælper vi dig med."
STOP = "Både du og huset kan sige aftalen op fra den ene dag til den anden. Vi tager en snak, før vi siger farvel."


def compose(paper: VolunteerAgreementPaper) -> Outline:
    return Outline(
        title="Rammeaftale",
        imprint=paper.imprint,
        subtitle="med en frivillig",
        head=facts(
            Fact("Frivillig", paper.association, paper.name),
            Fact("Kommer til", paper.about),
            Fact("Fra", paper.first),
            Fact("Til", paper.until),
            Fact("Din kontakt", strong=paper.contact),
        ),
        secrecy="",
        sections=(
            *((Strip(paper.strip[:4]),) if paper.strip else ()),
            *side("Det giver det os", Prose(paper.worth)),
            *_time(paper),
            *side("Det er opgaven", items(paper.may)),
            *side("Det er det ikke", items(paper.may_not)),
            *side("Sådan begynder vi", Prose(paper.beginning)),
            *side("Tavshedspligt", Prose(SECRECY)),
            *side("Bliver du urolig", Prose(" ".join(filter(None, (WORRIED, paper.duty, HELPED))))),
            *side("Når vi stopper", Note(STOP)),
            Part("Det er vi enige om", (Signatures(paper.signers),), together=True),
        ),
    )


def _time(paper: VolunteerAgreementPaper) -> tuple[Section, ...]:
    if paper.week:
        return (Part("Aftalt tid", (week(paper.week),), room=40),)
    return side("Aftalt tid", Prose(paper.hours))
