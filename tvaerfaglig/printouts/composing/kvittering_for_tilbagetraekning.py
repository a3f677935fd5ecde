"""The family's receipt when it has withdrawn a consent."""

from __future__ import annotations

from tvaerfaglig.printouts.composing.commonplaces import facts
from tvaerfaglig.printouts.outline import Facts, Items, Outline, Prose, side
from tvaerfaglig.printouts.papers.consent import WithdrawalPaper
from tvaerfaglig.printouts.papers.parts import Fact


def compose(paper: WithdrawalPaper) -> Outline:
    """What was withdrawn, what closed, and what stays told."""
    heading, closed, nothing = paper.closed
    what_closed = Items(tuple(Fact("", one) for one in closed)) if closed else Prose(nothing)
    signer = paper.signer
    signed = Prose(signer.role, strong=f"{signer.name},") if signer else Prose("")
    return Outline(
        title=paper.title,
        imprint=paper.imprint,
        subject=paper.child.subject,
        subtitle=paper.subtitle,
        head=facts(Fact("Til", paper.to), Fact("Dato", paper.date)),
        sections=(
            *side("Kære forældre", Prose(paper.intro, lead=True)),
            *side("Det gjaldt", Facts(tuple(Fact(a, b) for a, b in paper.covered), label=34)),
            *side(heading, what_closed),
            *(one for about, words in paper.told for one in side(about, Prose(words))),
            *side("Venlig hilsen", signed),
        ),
    )
