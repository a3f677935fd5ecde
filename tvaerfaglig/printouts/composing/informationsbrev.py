"""The letter that tells parents what is written about their child, by whom it is seen, and what they may ask."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.outline import Items, Note, Outline, Prose, side
from tvaerfaglig.printouts.papers.parents import InformationPaper
from tvaerfaglig.printouts.papers.parts import Fact

NO_ANSWER = "I skal ikke skrive under eller svare. Brevet er jeres."


def compose(paper: InformationPaper) -> Outline:
    """Questions as side headings, the answers beside them."""
    signer = paper.signer
    signed = Prose(signer.role, strong=f"{signer.name},") if signer else Prose("")
    return Outline(
        title=paper.title,
        imprint=paper.imprint,
        subject=paper.child.subject,
        subtitle=paper.subtitle,
        head=facts(Fact("Til", paper.to), Fact("Dato", paper.date)),
        secrecy="",
        sections=(
            *side("Kære forældre", Prose(paper.intro, lead=True)),
            *(one for heading, words in paper.sections for one in side(heading, Prose(words))),
            *side("I har ret til", Items(tuple(Fact("", right) for right in paper.rights))),
            *(one for heading, words in paper.after for one in side(heading, Prose(words))),
            *side("Venlig hilsen", signed, Note(NO_ANSWER)),
        ),
    )
